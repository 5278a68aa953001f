"""Dates in words, as precise as they are known; the wording of each language comes from CLDR through babel."""

from __future__ import annotations

from babel.dates import format_date as format_day
from babel.dates import format_interval, format_skeleton

from dashboard.i18n.languages import Language
from dashboard.model import PartialDate, Period

_SKELETON = {"month": "yMMMM", "year": "y", "day_of_year": "MMMMd"}


def format_date(date: PartialDate, language: Language) -> str:
    """A date in words, for example ``2013年11月``; nothing is added that the date does not say."""
    if date.precision == "day":
        return str(format_day(date.earliest, format="long", locale=language.locale))
    return str(format_skeleton(_SKELETON[date.precision], date.earliest, locale=language.locale))


def format_period(period: Period, language: Language) -> str:
    """A date or a span in words."""
    if period.end is None:
        return format_date(period.start, language)
    if period.start.precision == period.end.precision == "year":
        years = str(format_interval(period.start.earliest, period.end.earliest, "y", locale=language.locale))
        return years.replace("～", "〜")  # CLDR has the compatibility form, which Japanese typefaces may lack
    return f"{format_date(period.start, language)} – {format_date(period.end, language)}"
