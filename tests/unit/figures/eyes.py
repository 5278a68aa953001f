"""How far apart colours are, as people see them who see all colours or lack one kind of cone."""

from __future__ import annotations

import numpy as np

# How colours look to eyes without one kind of cone (Machado, Oliveira and Fernandes 2009), on linear red, green, blue.
EYES = {
    "usual": np.eye(3),
    "protan": np.array([[0.15229, 1.05258, -0.20487], [0.11450, 0.78628, 0.09922], [-0.00388, -0.04812, 1.05200]]),
    "deutan": np.array([[0.36732, 0.86065, -0.22797], [0.28009, 0.67250, 0.04741], [-0.01182, 0.04294, 0.96888]]),
    "tritan": np.array([[1.25553, -0.07675, -0.17878], [-0.07841, 0.93081, 0.14760], [0.00473, 0.69137, 0.30390]]),
}
_TO_CONES = np.array([[0.41222, 0.53633, 0.05145], [0.21190, 0.68070, 0.10740], [0.08830, 0.28172, 0.62998]])
_TO_OKLAB = np.array([[0.21045, 0.79362, -0.00407], [1.97800, -2.42859, 0.45059], [0.02590, 0.78277, -0.80868]])


def distance(one: str, other: str, eye: np.ndarray) -> float:
    """The distance of two colours in Oklab, as an eye sees them."""
    return float(np.linalg.norm(_oklab(one, eye) - _oklab(other, eye)))


def _oklab(colour: str, eye: np.ndarray) -> np.ndarray:
    channels = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return _TO_OKLAB @ np.cbrt(np.clip(_TO_CONES @ eye @ linear, 0, None))
