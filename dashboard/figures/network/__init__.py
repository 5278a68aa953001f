"""The picture of the network: what to draw, and its painters."""
