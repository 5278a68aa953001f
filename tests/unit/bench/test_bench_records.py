"""Lines, figures, reports, and the registry of measurements."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import ValidationError

from bench.compare import read_report
from bench.machine import describe_machine, short_machine
from bench.measures import MEASUREMENTS
from bench.records import Figure, Line, Measurement, Outcome, Report, figures_of
from bench.run import PAGE, PAGE_END, RESULTS, describe_report, keep_record, write_report

_LINE = Line(id="x.time", title="time", unit="ms", limit=33)
_PEAK = Line(id="x.peak", title="peak", unit="ms", summary="max")


def _measurement() -> Measurement:
    return Measurement("x", "X", (_LINE, _PEAK), lambda _: Outcome(runs={}))


def test_a_measurement_gives_its_lines_in_their_order_with_the_summary_of_their_runs() -> None:
    outcome = Outcome(runs={"x.peak": (1, 5, 2), "x.time": (30, 10, 20)})
    assert [(figure.id, figure.value) for figure in figures_of(_measurement(), outcome)] == [
        ("x.time", 20),
        ("x.peak", 5),
    ]


def test_every_single_run_is_kept() -> None:
    outcome = Outcome(runs={"x.peak": (1,), "x.time": (30, 10.0004, 20)})
    assert figures_of(_measurement(), outcome)[0].runs == (30, 10.0, 20)


def test_a_line_without_runs_is_an_error_and_not_a_figure() -> None:
    with pytest.raises(KeyError):
        figures_of(_measurement(), Outcome(runs={"x.time": (1,)}))


@pytest.mark.parametrize(
    ("value", "limit", "holds"), [(33, 33, True), (33.1, 33, False), (1e9, None, True), (1, 0, False)]
)
def test_a_line_holds_up_to_its_limit(
    make_figure: Callable[..., Figure], value: float, limit: float | None, holds: bool
) -> None:
    assert make_figure(value=value, limit=limit).holds is holds


@pytest.mark.parametrize(("value", "holds"), [(999.9, False), (1000, True), (5000, True)])
def test_a_line_that_is_the_least_holds_from_there_on(
    make_figure: Callable[..., Figure], value: float, holds: bool
) -> None:
    assert make_figure(value=value).model_copy(update={"is_least": True}).holds is holds


def test_a_report_holds_only_when_every_figure_does(
    make_figure: Callable[..., Figure], make_report: Callable[..., Report]
) -> None:
    good, bad = make_figure(value=1), make_figure(value=1001)
    assert make_report(good, good).holds
    assert not make_report(good, bad).holds


def test_a_result_file_says_where_when_and_what(
    tmp_path: Path, make_figure: Callable[..., Figure], make_report: Callable[..., Report]
) -> None:
    path = tmp_path / "new folder" / "result.json"
    write_report(make_report(make_figure()), path)
    written = json.loads(path.read_text(encoding="utf-8"))
    assert set(written) == {"form", "date", "machine", "versions", "figures", "detail"}
    assert set(written["figures"][0]) == {"id", "title", "unit", "limit", "is_least", "summary", "value", "runs"}
    assert written["form"] == 1


def test_a_result_file_is_read_back_as_it_was(
    tmp_path: Path, make_figure: Callable[..., Figure], make_report: Callable[..., Report]
) -> None:
    report = make_report(make_figure(), make_figure("c.d", 2, None))
    write_report(report, tmp_path / "result.json")
    assert read_report(tmp_path / "result.json") == report


def test_a_result_file_of_another_form_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text('{"form": 2, "date": "", "machine": {}, "versions": {}, "figures": []}', encoding="utf-8")
    with pytest.raises(ValidationError):
        read_report(path)


def test_no_two_measurements_and_no_two_lines_share_an_id() -> None:
    ids = [measurement.id for measurement in MEASUREMENTS]
    lines = [line.id for measurement in MEASUREMENTS for line in measurement.lines]
    assert len(set(ids)) == len(ids)
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize(
    ("line", "limit"),
    [
        ("beside.desktop.ready", 2),
        ("beside.desktop.blocked", 2),
        ("beside.desktop.selection", 2.5),
        ("beside.desktop.slowest", 20),
        ("beside.phone.ready", 1.3),
        ("beside.phone.blocked", 1.5),
        ("beside.phone.selection", 2),
        ("weight.first-en", 200),
        ("weight.first-ja", 300),
        ("weight.elements-en", 4000),
        ("weight.elements-ja", 4000),
        ("weight.second-ja", 60),
        ("weight.left", 0),
        ("wake.map", 1),
        ("wake.map-phone", 4),
        ("phone.read", 2),
        ("phone.select", 4),
        ("select.p95", 60),
        ("drag.redraw", 33),
        ("attract.frame", 33.3),
        ("stage.p95", 500),
        ("stage.notes", 200),
        ("server.cold", 4),
        ("server.warm", 2),
        ("server.made-warm", 0),
        ("server.memory", 350),
        ("server.pages", 1000),
        ("server.health", 100),
        ("server.made-for-strangers", 0),
        ("attacks.health", 1000),
        ("attacks.page", 1000),
    ],
)
def test_the_lines_that_the_program_promises_are_drawn_where_they_were(line: str, limit: float) -> None:
    limits = {each.id: each.limit for measurement in MEASUREMENTS for each in measurement.lines}
    assert limits[line] == limit


def test_every_line_is_explained_in_the_documentation() -> None:
    text = PAGE.read_text(encoding="utf-8").partition(PAGE_END)[0]
    lines = [line for measurement in MEASUREMENTS for line in measurement.lines]
    # What is measured on both pages stands in three lines, which the page explains together.
    titles = [re.sub(r", (times the )?page by hand$", "", line.title) for line in lines]
    assert [title for title in titles if title not in text] == []


def test_a_machine_is_described_without_its_name_or_its_folders() -> None:
    assert set(describe_machine()) == {"cpu", "cores", "memory_gb", "system", "load_before"}


@pytest.mark.parametrize(
    ("cpu", "name"),
    [("AMD EPYC", "amd-epyc-2-cores"), ("Intel(R) Core(TM) i5 @ 2.40GHz", "intel-r-core-tm-i5-2-40ghz-2-cores")],
)
def test_a_machine_has_a_short_name_for_files(cpu: str, name: str) -> None:
    assert short_machine({"cpu": cpu, "cores": 2.0}) == name


def test_a_kept_result_is_the_last_one_that_the_page_shows(
    tmp_path: Path, make_figure: Callable[..., Figure], make_report: Callable[..., Report]
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"What is measured.\n\n{PAGE_END}\n\nan older table\n", encoding="utf-8")
    keep_record(make_report(make_figure(value=912)), tmp_path, page)
    shown = page.read_text(encoding="utf-8")
    assert shown.startswith(f"What is measured.\n\n{PAGE_END}\n")
    assert "| title of a.b | 912 kB |" in shown
    assert "an older table" not in shown
    assert [path.name for path in tmp_path.glob("*.json")] == ["2026-04-01-amd-epyc-2-cores.json"]


def test_the_page_shows_the_newest_of_the_kept_results() -> None:
    kept = [path for path in RESULTS.glob("*.json") if path.name != "latest.json"]
    newest = max((read_report(path) for path in kept), key=lambda report: report.date)
    assert PAGE.read_text(encoding="utf-8").endswith(f"{PAGE_END}\n\n{describe_report(newest)}\n")


def test_kept_results_name_no_folder_of_a_machine() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in RESULTS.glob("*.json")}
    telling = re.compile(r'"(/root|/home|/Users|/tmp|[A-Z]:\\)|file://')
    assert [name for name, text in texts.items() if telling.search(text)] == []
