"""The network in numbers: rows to count, bars to draw, and their painter."""
