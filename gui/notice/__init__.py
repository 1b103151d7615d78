"""The notice, before anything is recorded and to be read again."""
