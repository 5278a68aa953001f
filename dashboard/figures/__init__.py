"""Pictures, each in two steps: a view computes a plain frozen record of what to draw, painters paint it."""
