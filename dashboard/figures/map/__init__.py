"""The map: what to draw, and its painters."""
