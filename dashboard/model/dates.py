"""Dates as sources give them: a day, a month, a year, or a day without a year.

The notation is ISO 8601: ``2020-02-02``, ``2013-11``, ``2014``, ``--06-28`` (a
day whose year the source does not say) and ``1995/2004`` for a span. A span
between two days without a year may run over New Year: ``--12-28/--01-03``.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import total_ordering
from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator

Precision = Literal["day", "month", "year", "day_of_year"]

_SHAPE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?|--(?P<m>\d{2})-(?P<d>\d{2})")
_LEAP_YEAR = 2000  # a day without a year may be 29 February


@total_ordering
class PartialDate(BaseModel):
    """One date, exactly as precise as its source."""

    model_config = ConfigDict(frozen=True)

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @model_validator(mode="after")
    def _exists(self) -> PartialDate:
        if self.year is None and (self.month is None or self.day is None):
            raise ValueError("a date without a year needs a month and a day")
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        if self.year is not None and not 1 <= self.year <= 9999:
            raise ValueError(f"{self.year} is not a year")
        if self.month is not None:
            if not 1 <= self.month <= 12:
                raise ValueError(f"{self.month} is not a month")
            if self.day is not None:
                last = calendar.monthrange(self.year or _LEAP_YEAR, self.month)[1]
                if not 1 <= self.day <= last:
                    raise ValueError(f"there is no day {self.day} in that month")
        return self

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` or ``--MM-DD``; raise ValueError for anything else."""
        found = _SHAPE.fullmatch(text.strip())
        if not found:
            raise ValueError(f"{text!r} is not a date")
        if found["m"]:
            return cls(month=int(found["m"]), day=int(found["d"]))
        return cls(
            year=int(found["year"]),
            month=int(found["month"]) if found["month"] else None,
            day=int(found["day"]) if found["day"] else None,
        )

    @property
    def precision(self) -> Precision:
        if self.year is None:
            return "day_of_year"
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    def isoformat(self) -> str:
        if self.year is None:
            return f"--{self.month:02d}-{self.day:02d}"
        return "-".join([f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part is not None)])

    @property
    def earliest(self) -> dt.date:
        """The first day that may be meant; of a day without a year the one of a leap year."""
        return dt.date(self.year or _LEAP_YEAR, self.month or 1, self.day or 1)

    @property
    def latest(self) -> dt.date:
        """The last day that may be meant; of a day without a year the one of a leap year."""
        year, month = self.year or _LEAP_YEAR, self.month or 12
        return dt.date(year, month, self.day or calendar.monthrange(year, month)[1])

    def __lt__(self, other: PartialDate) -> bool:
        return self._order() < other._order()

    def _order(self) -> tuple[int, int, int]:
        # A date without a year sorts after every date that has one.
        return (self.year if self.year is not None else 10_000, self.month or 0, self.day or 0)


class Period(BaseModel):
    """A date, or a span of dates whose ends both belong to it."""

    model_config = ConfigDict(frozen=True)

    start: PartialDate
    end: PartialDate | None = None

    @model_validator(mode="after")
    def _runs_forward(self) -> Period:
        if self.end is None:
            return self
        if (self.start.year is None) != (self.end.year is None):
            raise ValueError("only one end of the span has a year")
        if self.start.year is not None and self.end.latest < self.start.earliest:
            raise ValueError("the end of a span lies before its start")
        return self

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a date or ``start/end``; raise ValueError for anything else."""
        start, slash, end = text.partition("/")
        return cls(start=PartialDate.parse(start), end=PartialDate.parse(end) if slash else None)

    def isoformat(self) -> str:
        return self.start.isoformat() + (f"/{self.end.isoformat()}" if self.end else "")
