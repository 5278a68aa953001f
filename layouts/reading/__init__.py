"""Pages to read from top to bottom."""
