"""The views of a page: list, map, network, card, and what stands beside them."""
