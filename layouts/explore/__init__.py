"""The explorer: list, map, network and card on one page."""
