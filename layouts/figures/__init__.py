"""The figures page: the page itself, and the components of Dash that stand in it."""
