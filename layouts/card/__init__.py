"""The card of one thing."""
