"""The kiosk's pure scripts, held against what Python knows."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np
import pytest
import segno

from dashboard.figures.map.globe import cut_land
from dashboard.screen import Screen
from dashboard.settings import ROOT
from geodata.projections import Orthographic
from layouts.kiosk.qr import encode_dots
from tests.node import READ_INPUT, run_module

KANAZAWA, VIENNA, EMERALD = (136.625, 36.594), (16.37, 48.21), (148.16, -23.53)


def ask(module: str, names: str, expression: str, value: Any) -> Any:
    script = f'import {{ {names} }} from "./assets/js/kiosk/{module}.js";\n{READ_INPUT}\n'
    return run_module(script + f"console.log(JSON.stringify({expression}));", value)


@pytest.mark.parametrize("centre", [(136.0, 36.0), (-70.0, -30.0), (180.0, 0.0)])
def test_the_globe_lays_places_where_the_orthographic_projection_does(centre: tuple[float, float]) -> None:
    places = [(lon, lat) for lon in range(-180, 180, 30) for lat in range(-75, 90, 30)]
    seen = ask(
        "globe",
        "see, turnTo, vector",
        "input.places.map((place) => [...see(turnTo(...input.centre), vector(...place), 0, [])])",
        {"places": places, "centre": centre},
    )
    expected = Orthographic(*centre).project(np.array(places, dtype=float))
    for found, point in zip(seen, expected, strict=True):
        if math.isnan(point[0]):
            assert found[2] < 1e-9
        else:
            assert found[:2] == pytest.approx(list(point), abs=1e-9)


def test_an_arc_leads_from_end_to_end_and_leaves_the_ground_between() -> None:
    arc = ask("globe", "buildArc", "[...buildArc(...input)]", [KANAZAWA, VIENNA])
    points = np.array(arc).reshape(-1, 3)
    lengths = np.linalg.norm(points, axis=1)
    ends = ask("globe", "vector", "input.map((place) => vector(...place))", [KANAZAWA, VIENNA])
    assert np.allclose(points[[0, -1]], ends, atol=1e-6)
    assert lengths[1:-1].min() > 1


@pytest.mark.parametrize("place", [VIENNA, EMERALD, (-51.23, -30.03), (-43.4, -36.6)])
def test_no_arc_rises_beyond_the_canvas_however_far_it_leads(place: tuple[float, float]) -> None:
    arc = ask("globe", "buildArc", "[...buildArc(...input)]", [KANAZAWA, place])
    source = (ROOT / "assets/js/kiosk/globe-picture.js").read_text(encoding="utf-8")
    reach = float(re.findall(r"const REACH = ([\d.]+);", source)[0])
    assert np.linalg.norm(np.array(arc).reshape(-1, 3), axis=1).max() * reach < 0.99


def test_what_lies_behind_the_globe_is_not_drawn() -> None:
    pen = "{ moveTo() { calls.push(1); }, lineTo() {}, closePath() {} }"
    land = "buildLand([input.ring]), turnTo(...input.centre), 1, 0"
    script = f"((calls) => (traceLand({pen}, {land}), calls.length))([])"
    ring = [100, 10, 110, 10, 110, 20, 100, 20]
    assert ask("globe", "buildLand, traceLand, turnTo", script, {"ring": ring, "centre": [105, 15]}) == 1
    assert ask("globe", "buildLand, traceLand, turnTo", script, {"ring": ring, "centre": [-75, -15]}) == 0


def test_every_piece_of_land_is_small_enough_to_be_hidden_as_a_whole() -> None:
    for ring in cut_land():
        points = np.radians(np.array(ring).reshape(-1, 2))
        across = np.cos(points[:, 1])
        vectors = np.column_stack([across * np.cos(points[:, 0]), across * np.sin(points[:, 0]), np.sin(points[:, 1])])
        assert (vectors @ vectors.T).min() > math.cos(math.radians(60))


@pytest.mark.parametrize("partner", [VIENNA, (104.3, 52.3), (119.0, 32.9), (85.3, 27.7), (106.7, 10.8)])
def test_an_arc_is_looked_at_from_its_side_and_from_nearer_the_equator(partner: tuple[float, float]) -> None:
    seen = ask(
        "globe",
        "vector, viewpoint",
        """((view, ends) => ({ lat: view.lat, camera: vector(view.lon, view.lat), ends }))(
          viewpoint(...input.ends, [0, 1, 0]), input.ends.map((end) => vector(...end)))""",
        {"ends": [KANAZAWA, partner]},
    )
    middle = np.sum(seen["ends"], axis=0)
    middle /= np.linalg.norm(middle)
    assert math.degrees(math.acos(float(np.dot(middle, seen["camera"])))) == pytest.approx(26, abs=0.1)
    assert abs(seen["lat"]) < math.degrees(math.asin(middle[2]))


def test_an_arc_from_north_to_south_is_looked_at_from_where_the_others_lie() -> None:
    lons = ask(
        "globe",
        "vector, viewpoint",
        "[100, -160].map((lon) => viewpoint(...input, vector(lon, 0)).lon)",
        [KANAZAWA, (136.6, -23.5)],
    )
    assert lons[0] < KANAZAWA[0] - 10
    assert not KANAZAWA[0] - 10 < lons[1] < KANAZAWA[0] + 10


def test_the_land_has_few_points_and_both_homes() -> None:
    rings = cut_land()
    assert 3000 < sum(len(ring) for ring in rings) / 2 < 7000
    honshu = [
        ring
        for ring in rings
        if any(abs(lon - 138) < 4 and abs(lat - 37) < 4 for lon, lat in zip(ring[::2], ring[1::2], strict=True))
    ]
    assert honshu


def test_a_code_in_the_browser_has_the_dots_that_segno_made() -> None:
    address = "https://example.jp/ja/?select=nepal"
    drawn = ask("codes", "traceCode", "traceCode(input)", encode_dots(address))
    matrix = segno.make_qr(address, error="m").matrix
    dark = {(x + 4, y + 4) for y, row in enumerate(matrix) for x, bit in enumerate(row) if bit}
    assert drawn["size"] == len(matrix) + 8
    assert _dots(drawn["path"]) == dark


def _dots(path: str) -> set[tuple[int, int]]:
    found = set()
    for piece in path.split("M")[1:]:
        start, _, run = piece.partition("h")
        x, y = map(int, start.split())
        found |= {(x + step, y) for step in range(int(run.partition("v")[0]))}
    return found


@pytest.mark.parametrize(("screen", "ratio"), [((1080, 1920, 32), 1), ((3840, 2160, 43), 1), ((3840, 2160, 43), 2)])
def test_twenty_millimetres_are_the_same_on_the_server_and_in_the_browser(
    screen: tuple[int, int, int], ratio: int
) -> None:
    found = ask("measures", "measure", "measure(input.screen, input.ratio)", {"screen": screen, "ratio": ratio})
    assert found["mm"] == pytest.approx(Screen(*screen).px_per_mm / ratio)
    assert found["target"] == math.ceil(20 * Screen(*screen).px_per_mm / ratio)


def test_nothing_stands_in_one_place_for_an_hour() -> None:
    minutes = ask("drift", "wander", "input.map((minute) => wander(minute * 60000))", list(range(24 * 60)))
    places = np.array(minutes)
    for start in range(0, len(places) - 60, 10):
        assert np.ptp(places[start : start + 60], axis=0).min() > 1
    squares = np.histogram2d(*places.T, bins=20, range=[(-1, 1), (-1, 1)])[0]
    assert squares.max() < 0.03 * len(places)


def test_only_a_request_that_fails_means_that_the_program_is_away() -> None:
    """A fault of the page, whatever it hears, is reported as such; a bad status, no JSON or no answer is an absence."""
    script = """
import { listenForNews } from "./assets/js/kiosk/news.js";
const noted = [], answers = [
  async () => Response.json({ edition: "one" }), async () => Response.json({ edition: "bad" }),
  async () => Response.json({ edition: "one" }, { status: 503 }), async () => new Response("<html>"),
  async () => { throw new TypeError("no network"); }, async () => Response.json({ edition: "two" }),
];
globalThis.fetch = () => answers.shift()();
globalThis.setInterval = () => 0;
globalThis.reportError = (fault) => noted.push(`reported ${fault.message}`);
const ask = listenForNews("/healthz", {}, async (edition) => {
  noted.push(edition);
  if (edition === "bad") throw new Error("ours");
}, async () => { noted.push("away"); });
while (answers.length) await ask();
console.log(JSON.stringify(noted));
"""
    assert run_module(script, None) == ["one", "bad", "reported ours", "away", "away", "away", "two"]
