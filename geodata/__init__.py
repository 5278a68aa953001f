"""Offline geography: layers with licence and checksum, geodesic curves, projections, and the recipe of the layers.

Every coordinate is a pair (longitude, latitude) in degrees on WGS 84, in that
order. This is the lowest room of the house: it imports nothing of the others.
"""
