"""The code of docs/dash-chart.md works as the page says."""

from __future__ import annotations

import re
from typing import Any

from flask import Flask

from callbacks.site import Site
from dashboard.settings import ROOT
from dashboard.tables import read_dataset
from layouts.islands import View


def test_the_chart_of_the_documentation_is_drawn_and_follows_the_view() -> None:
    page = (ROOT / "docs" / "dash-chart.md").read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"```python\n(.*?)```", page, flags=re.DOTALL))
    made: dict[str, Any] = {}
    exec(compile(code, "docs/dash-chart.md", "exec"), made)  # noqa: S102 - our own page
    dataset = read_dataset(ROOT / "content" / "tables").dataset
    site = Site(Flask("example"), ["en"], lambda _: None)
    site.show("figures", lambda _: [View(), made["VENUES"]])
    made["add_venues"](site, lambda: dataset)
    client = site.complete().server.test_client()
    layout = client.get("/en/figures/_dash-layout").get_json()
    assert [each["type"] for each in layout] == ["View", "Island"]
    answer = client.post(
        "/en/figures/_dash-update-component",
        json={
            "output": "chart-venues.figure",
            "outputs": {"id": "chart-venues", "property": "figure"},
            "inputs": [{"id": "view", "property": "state", "value": {"home": ["ishikawa"]}}],
            "changedPropIds": ["view.state"],
        },
    )
    [bars] = answer.get_json()["response"]["chart-venues"]["figure"]["data"]
    assert dict(zip(bars["x"], bars["marker"]["color"], strict=True)) == {
        "ishikawa": "var(--ink)",
        "ichinoseki": "var(--ink-soft)",
    }
