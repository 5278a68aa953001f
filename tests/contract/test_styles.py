"""What every rule of the style sheets must keep to."""

from __future__ import annotations

from dashboard.settings import ROOT


def test_no_rule_looks_at_the_attribute_class() -> None:
    """It would be looked at again, with all that it might mean, each time that a mark is given a class or loses one."""
    found = [path.name for path in (ROOT / "assets" / "css").glob("*.css") if "[class" in path.read_text("utf-8")]
    assert found == []
