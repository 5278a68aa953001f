"""The touch screen in a lobby."""
