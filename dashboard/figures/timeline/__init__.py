"""The timeline: what to draw, and its painter."""
