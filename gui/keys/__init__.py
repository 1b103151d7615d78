"""Keys that work in a window, and the sheet that tells them."""
