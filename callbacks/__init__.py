"""Thin adapters between Dash, Flask and the rest."""
