"""The shared nouns of Engineroom: time, spans, privacy, settings; imports nothing of ours."""
