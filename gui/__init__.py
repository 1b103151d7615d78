"""The tray and the windows; the one room in which Qt lives."""
