"""Modes arrange panels, nothing more."""
