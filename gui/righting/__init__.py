"""Putting right what was recorded: corrections, gaps explained, entries, meetings."""
