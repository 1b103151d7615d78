"""Everything held about oneself, and what can be done about it."""
