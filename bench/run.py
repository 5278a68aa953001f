"""``python -m bench.run``: measure, print the table, write the result, fail when a line is missed."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from pydantic import JsonValue

from bench.machine import describe_machine, describe_versions, short_machine
from bench.measures import MEASUREMENTS
from bench.records import Figure, Measurement, Report, figures_of
from bench.setting import Setting
from bench.table import BESIDE_HEADINGS, HEADINGS, beside_rows, figure_rows, render_markdown, render_plain

RESULTS = Path(__file__).with_name("results")
PAGE = Path(__file__).parents[1] / "docs" / "benchmark.md"
PAGE_END = "## The last kept result"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; 0 when every line holds, 1 when one is missed."""
    options = _parser().parse_args(arguments)
    chosen = [each for each in MEASUREMENTS if not options.only or each.id in options.only]
    _warn_if_busy()
    report = measure(chosen)
    write_report(report, options.json or RESULTS / "latest.json")
    if options.record:
        keep_record(report)
    render = render_markdown if options.markdown else render_plain
    print(render(HEADINGS, figure_rows(report.figures)))
    return 0 if report.holds else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    ids = [measurement.id for measurement in MEASUREMENTS]
    parser.add_argument(
        "--only", metavar="ID", action="append", choices=ids, help=f"only this one of: {', '.join(ids)}"
    )
    parser.add_argument(
        "--json", metavar="FILE", type=Path, help="write the result here, not to bench/results/latest.json"
    )
    parser.add_argument("--record", action="store_true", help="also keep the result, and show it in the documentation")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    return parser


def measure(chosen: Sequence[Measurement]) -> Report:
    """Run measurements one after the other and gather what they found."""
    machine = describe_machine()
    figures: list[Figure] = []
    detail: dict[str, Mapping[str, JsonValue]] = {}
    with Setting() as setting:
        for measurement in chosen:
            print(f"measuring: {measurement.title} …", file=sys.stderr, flush=True)
            outcome = measurement.run(setting)
            figures += figures_of(measurement, outcome)
            detail[measurement.id] = outcome.detail
        versions = describe_versions(setting.chromium)
    date = datetime.now(UTC).isoformat(timespec="seconds")
    return Report(date=date, machine=machine, versions=versions, figures=tuple(figures), detail=detail)


def keep_record(report: Report, results: Path = RESULTS, page: Path = PAGE) -> None:
    """Keep a result under its date and machine, and make it the last one that the page of documentation shows."""
    write_report(report, results / f"{report.date[:10]}-{short_machine(report.machine)}.json")
    explained = page.read_text(encoding="utf-8").partition(PAGE_END)[0]
    page.write_text(f"{explained}{PAGE_END}\n\n{describe_report(report)}\n", encoding="utf-8")


def describe_report(report: Report) -> str:
    """A result in Markdown: when and where, then the table."""
    machine, versions = report.machine, report.versions
    where = f"{machine['cpu']}, {machine['cores']:.0f} cores, {machine['memory_gb']} GB, {machine['system']}"
    browser = f"Chromium {versions['chromium']}, plotly.js {versions['plotly.js']}"
    program = f"Python {versions['python']}, Dash {versions['dash']}"
    load = f"load before the start {machine['load_before']}"
    heading = f"{report.date[:10]}; {where}; {browser}; {program}; {load}."
    beside = beside_rows(report.figures)
    tables = [render_markdown(BESIDE_HEADINGS, beside)] if beside else []
    return "\n\n".join([heading, *tables, render_markdown(HEADINGS, figure_rows(report.figures))])


def _warn_if_busy() -> None:
    """Times on a busy machine say more about its other work than about the program."""
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    if load > cores / 2:
        print(
            f"the machine is busy (load {load:.1f} on {cores} cores): expect times that are too long", file=sys.stderr
        )


def write_report(report: Report, path: Path) -> None:
    """Write a result file, making its folder when it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(report.model_dump_json(indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
