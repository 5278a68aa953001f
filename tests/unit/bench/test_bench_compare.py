"""Two results side by side, and what a choice of things and files must be."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from bench.compare import differences, lost_lines, main
from bench.measures.selection import choose
from bench.records import Figure, Report
from bench.run import write_report
from bench.visits import Wire, leaves_machine, plain_name

MakeFigure = Callable[..., Figure]
MakeReport = Callable[..., Report]


@pytest.fixture
def compare(tmp_path: Path, make_figure: MakeFigure, make_report: MakeReport) -> Callable[[float, float], int]:
    def run(before: float, after: float) -> int:
        for name, value in (("before", before), ("after", after)):
            write_report(make_report(make_figure(value=value)), tmp_path / f"{name}.json")
        return main([str(tmp_path / "before.json"), str(tmp_path / "after.json")])

    return run


@pytest.mark.parametrize(("before", "after", "code"), [(900, 990, 0), (900, 1001, 1), (1001, 1200, 0), (1200, 900, 0)])
def test_comparing_fails_only_when_a_line_that_held_is_lost(
    compare: Callable[[float, float], int], before: float, after: float, code: int
) -> None:
    assert compare(before, after) == code


def test_comparing_prints_both_values(
    compare: Callable[[float, float], int], capsys: pytest.CaptureFixture[str]
) -> None:
    compare(900, 990)
    printed = capsys.readouterr().out
    assert "900 kB" in printed
    assert "990 kB" in printed
    assert "+10 %" in printed


def test_a_new_figure_that_misses_its_line_has_lost_nothing(make_figure: MakeFigure, make_report: MakeReport) -> None:
    assert lost_lines(make_report(), make_report(make_figure("new", 2000))) == []


def test_another_machine_or_version_is_said(make_report: MakeReport) -> None:
    assert differences(make_report(), make_report(cpu="i5", dash="5.0")) == [
        "machine cpu: AMD EPYC -> i5",
        "version dash: 4.4.1 -> 5.0",
    ]
    assert differences(make_report(), make_report()) == []


def test_the_same_things_are_chosen_in_every_run_whatever_their_order() -> None:
    assert choose(["c", "a", "b"], 20) == choose(["a", "b", "c"], 20)


def test_nothing_is_chosen_twice_in_a_row() -> None:
    chosen = choose(["a", "b", "c"], 200)
    assert len(chosen) == 200
    assert set(chosen) == {"a", "b", "c"}
    assert all(one != other for one, other in pairwise(chosen))


@pytest.mark.parametrize("ids", [[], ["a"], ["a", "a"]])
def test_choosing_needs_two_things(ids: list[str]) -> None:
    with pytest.raises(ValueError, match="fewer than two"):
        choose(ids, 5)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("http://127.0.0.1:8050/static/plotly.0123456789ab.js", "/static/plotly.js"),
        ("http://127.0.0.1:8050/static/geo.0123456789ab/world_110m.json", "/static/geo/world_110m.json"),
        ("http://127.0.0.1:8050/ja/?select=nepal", "/ja/"),
        ("data:image/png;base64,AAAA", "data:"),
    ],
)
def test_files_are_named_without_their_fingerprint(url: str, name: str) -> None:
    assert plain_name(url) == name


@pytest.mark.parametrize(
    ("url", "leaves"),
    [
        ("http://127.0.0.1:8050/ja/", False),
        ("http://localhost/", False),
        ("data:text/plain,x", False),
        ("blob:http://127.0.0.1/1", False),
        ("https://cdn.example/plotly.js", True),
        ("wss://example.org/", True),
        ("http://127.0.0.1.example.org/", True),
    ],
)
def test_what_leaves_the_machine_is_known(url: str, leaves: bool) -> None:
    assert leaves_machine(url) is leaves


def test_the_wire_adds_up_what_was_received_by_file() -> None:
    wire = Wire()
    for number, size in enumerate((700, 300)):
        wire.sent({"requestId": str(number), "request": {"url": "http://127.0.0.1/static/a.0123456789ab.js"}})
        wire.finished({"requestId": str(number), "encodedDataLength": size})
    wire.sent({"requestId": "x", "request": {"url": "https://example.org/b.js"}})
    assert wire.received == {"/static/a.js": 1000}
    assert wire.total_kb == 1
    assert wire.answered == ["/static/a.js", "/static/a.js"]
    assert wire.left == ["https://example.org/b.js"]


def test_what_comes_from_the_cache_is_no_answer_of_the_server() -> None:
    wire = Wire()
    wire.sent({"requestId": "1", "request": {"url": "http://127.0.0.1/static/icon.svg"}})
    wire.finished({"requestId": "1", "encodedDataLength": 0})
    assert wire.answered == []
    assert wire.total_kb == 0


def test_the_wire_adds_up_what_was_received_by_type_and_knows_when_all_is_quiet() -> None:
    wire = Wire()
    for number, kind in enumerate(("Document", "Font", "Font", "Fetch", "Prefetch")):
        address = {"url": f"http://127.0.0.1/{number}"}
        wire.sent({"requestId": str(number), "type": kind, "request": address})
        wire.finished({"requestId": str(number), "encodedDataLength": 100})
    assert wire.by_type == {"html": 100, "fonts": 200, "data": 100, "prefetched": 100}
    assert wire.quiet_s > 0
    wire.sent({"requestId": "x", "request": {"url": "http://127.0.0.1/late"}})
    assert wire.quiet_s == 0
    wire.failed({"requestId": "x"})
    assert wire.quiet_s > 0


def test_the_heaviest_files_come_first() -> None:
    wire = Wire(received={"a": 1, "b": 3, "c": 2})
    assert wire.heaviest(2) == [("b", 3), ("c", 2)]
