"""Rules into judgements; never reads a record or a desktop."""
