"""What the windows learn and have done, off the UI thread; the closed tray never imports it."""
