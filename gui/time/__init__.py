"""The pages on one's own time: day, week, month and year."""
