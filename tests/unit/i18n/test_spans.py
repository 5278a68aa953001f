"""Spans of time in words."""

from __future__ import annotations

from dashboard.i18n import Catalogue, format_period
from dashboard.model import Period


def test_japanese_years_have_the_wave_dash_that_the_shipped_typeface_has(catalogue: Catalogue) -> None:
    assert format_period(Period.parse("1995/2004"), catalogue.texts("ja").language) == "1995年〜2004年"
