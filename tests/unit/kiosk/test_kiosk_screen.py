from __future__ import annotations

import pytest

from dashboard.screen import Screen


@pytest.mark.parametrize(
    ("screen", "target"), [(Screen(1080, 1920, 32), 55), (Screen(1920, 1080, 32), 55), (Screen(3840, 2160, 43), 81)]
)
def test_twenty_millimetres_in_pixels_are_rounded_up(screen: Screen, target: int) -> None:
    assert screen.target_px == target
    assert screen.target_px / screen.px_per_mm >= 20
