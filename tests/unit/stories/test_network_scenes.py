"""Which rows of the network are in sight."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.figures.network.records import NetworkView
from dashboard.figures.network.view import compute_network_view
from dashboard.i18n import Catalogue, Texts
from dashboard.model import Dataset, EntityKind
from dashboard.stories import Focus, Focuser, Stop, Story, read_stories
from dashboard.stories.network_scenes import HEADING, LEAST_SPAN, WHOLE, Rows, compute_rows, draw_callout_near

SHIPPED = Path(__file__).parents[3] / "content" / "stories"


@pytest.fixture
def view(content: Dataset, texts: Texts) -> NetworkView:
    return compute_network_view(content, texts.language.code, texts)


def focus_on(content: Dataset, **values: object) -> Focus:
    return Focuser(content).focus(Stop.model_validate({"title": "t", "text": "t", **values}))


def place(y: float, rows: Rows) -> float:
    """Where a level stands in the room, as a fraction of it."""
    top, bottom = rows
    return (y - top) / (bottom - top)


def level(view: NetworkView, key: str) -> float:
    return next(node.y for node in view.nodes if node.id == key)


def test_a_stop_without_selection_shows_every_row(content: Dataset, view: NetworkView) -> None:
    assert compute_rows(view, focus_on(content)) == WHOLE


def test_a_network_without_anything_in_it_is_whole(texts: Texts) -> None:
    view = compute_network_view(Dataset(), texts.language.code, texts)
    assert compute_rows(view, Focus(selected="nepal")) == WHOLE


def test_what_is_lit_from_end_to_end_shows_every_row(view: NetworkView) -> None:
    everything = frozenset(node.id for node in view.nodes)
    assert compute_rows(view, Focus(selected="ichinoseki", near=everything)) == WHOLE


def test_a_list_too_long_for_a_stage_stays_away_and_takes_no_room(content: Dataset, view: NetworkView) -> None:
    focus = focus_on(content, select="ishikawa")
    assert "ishikawa" in {callout.owner for callout in view.callouts}
    assert "ishikawa" not in {callout.owner for callout in draw_callout_near(view, focus).callouts}
    assert compute_rows(view, focus)[1] < 0.5


@pytest.mark.parametrize("partner", ["irkutsk", "central-highlands", "nepal", "nile"])
def test_a_partner_stands_in_the_room_below_the_headings(content: Dataset, view: NetworkView, partner: str) -> None:
    rows = compute_rows(view, focus_on(content, select=partner))
    assert rows != WHOLE
    assert HEADING < place(level(view, partner), rows) < 0.96


def test_rows_are_never_drawn_absurdly_far_apart(content: Dataset, view: NetworkView) -> None:
    for node in view.nodes:
        top, bottom = compute_rows(view, focus_on(content, select=node.id))
        assert bottom - top >= LEAST_SPAN - 0.0002, node.id


def test_a_filter_shows_the_rows_that_pass(content: Dataset, view: NetworkView) -> None:
    rows = compute_rows(view, focus_on(content, tie=("friendly_exchange",)))
    assert rows[1] < 0.5
    for partner in ("irkutsk", "jiangsu", "jeollabuk-do"):
        assert HEADING < place(level(view, partner), rows) < 1, partner


def test_what_is_lit_stands_in_the_middle_where_the_ends_of_the_network_allow(
    content: Dataset, view: NetworkView
) -> None:
    rows = compute_rows(view, focus_on(content, select="austria"))
    assert 0.2 < place(level(view, "austria"), rows) < 0.6


def test_the_callout_has_room_below_or_above_its_row(content: Dataset, view: NetworkView) -> None:
    line = 0.045  # of a room of 41 units: a line of a callout is at least as high
    for owner in [callout.owner for callout in view.callouts]:
        focus = focus_on(content, select=owner)
        rows = compute_rows(view, focus)
        callout = next((each for each in draw_callout_near(view, focus).callouts if each.owner == owner), None)
        if callout is None:
            continue
        height = line * (len(callout.lines) + bool(callout.title) + bool(callout.heading))
        at = place(callout.y, rows)
        if rows != WHOLE:
            assert at - height > 0 if callout.is_above else at + height < 1, callout.owner


def test_a_callout_stands_near_the_row_that_is_lit_and_below_its_name(content: Dataset, view: NetworkView) -> None:
    focus = focus_on(content, select="nepal")
    rows = compute_rows(view, focus)
    callout = next(each for each in draw_callout_near(view, focus).callouts if each.owner == "nepal")
    assert not callout.is_above
    assert 0.03 < place(callout.y, rows) - place(level(view, "nepal"), rows) < 0.12


def test_every_lit_row_of_the_shipped_story_is_in_sight(
    content: Dataset, view: NetworkView, texts: Texts, catalogue: Catalogue
) -> None:
    story = read_stories(SHIPPED, content, catalogue).find("main", texts.language.code)
    assert isinstance(story, Story)
    for stop in story.stops:
        focus = Focuser(content).focus(stop)
        rows = compute_rows(view, focus)
        for node in view.nodes:
            if node.id in focus.near and node.kind not in (EntityKind.HOME, EntityKind.COUNTRY):
                assert 0 < place(node.y, rows) < 1, (stop.title, node.id)
