"""Observes the desktop, redacts and records what it sees; never touches Qt."""
