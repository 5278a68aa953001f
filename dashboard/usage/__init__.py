"""What was looked at on the touch screen: counts by day, of things and never of persons."""

from dashboard.usage.counts import Count, CountKind, DayCount, read_counts
from dashboard.usage.store import UsageStore
from dashboard.usage.table import write_csv, write_table

__all__ = ["Count", "CountKind", "DayCount", "UsageStore", "read_counts", "write_csv", "write_table"]
