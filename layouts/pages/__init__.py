"""Pages to read: what the sources do not say, the sources, accessibility."""
