"""Sheets as PowerPoint's own shapes."""
