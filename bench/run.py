"""``python -m bench.run``: measure, print the table, write the result, fail when a line is missed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from pydantic import JsonValue

from bench.machine import describe_machine, describe_versions, short_machine
from bench.measures import MEASUREMENTS
from bench.records import Figure, Measurement, Report, figures_of
from bench.setting import Setting
from bench.table import HEADINGS, figure_rows, render_markdown, render_plain

RESULTS = Path(__file__).with_name("results")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; 0 when every line holds, 1 when one is missed."""
    options = _parser().parse_args(arguments)
    chosen = [each for each in MEASUREMENTS if not options.only or each.id in options.only]
    report = measure(chosen)
    for path in _targets(options, report):
        write_report(report, path)
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
    parser.add_argument("--record", action="store_true", help="also keep the result under its date and machine")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    return parser


def _targets(options: argparse.Namespace, report: Report) -> list[Path]:
    targets = [options.json or RESULTS / "latest.json"]
    if options.record:
        targets.append(RESULTS / f"{report.date[:10]}-{short_machine(dict(report.machine))}.json")
    return targets


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


def write_report(report: Report, path: Path) -> None:
    """Write a result file, making its folder when it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(report.model_dump_json(indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
