"""What a pointer means among boxes and lines."""

from __future__ import annotations

from tests.node import READ_INPUT, run_module

SCRIPT = f"""
import {{ distanceToLine, nearest }} from "./assets/js/core/nearest.js";
{READ_INPUT}
const met = input.points.map(([x, y]) => nearest(input.boxes, x, y, 15)?.box.id ?? null);
const away = input.points.map(([x, y]) => distanceToLine(input.line, x, y, 50));
console.log(JSON.stringify([met, away]));
"""


def test_the_nearest_thing_within_reach_is_meant_and_of_two_that_overlap_the_one_whose_middle_is_nearer() -> None:
    boxes = [
        {"left": 0, "top": 0, "right": 10, "bottom": 10, "id": "name"},
        {"left": 30, "top": 0, "right": 40, "bottom": 10, "id": "other"},
        {"left": 6, "top": 4, "right": 8, "bottom": 6, "id": "mark on the name"},
    ]
    points = [[3, 5], [7, 5], [22, 5], [60, 5], [35, -4]]
    met, _ = run_module(SCRIPT, {"points": points, "boxes": boxes, "line": []})
    assert met == ["name", "mark on the name", "other", None, "other"]


def test_a_line_is_as_near_as_its_nearest_place_and_is_nowhere_between_its_pieces() -> None:
    line = [[0, 0], [10, 0], [100, 0], [110, 0]]
    _, away = run_module(SCRIPT, {"points": [[5, 3], [60, 0], [113, 4]], "boxes": [], "line": line})
    assert away == [3, 40, 5]
