"""``python -m bench.compare BEFORE.json AFTER.json``: two results side by side."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.records import Report
from bench.table import COMPARISON_HEADINGS, comparison_rows, render_markdown, render_plain


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the comparison; 1 when the second result misses a line that the first one held."""
    options = _parser().parse_args(arguments)
    before, after = read_report(options.before), read_report(options.after)
    render = render_markdown if options.markdown else render_plain
    print(render(COMPARISON_HEADINGS, comparison_rows(before.figures, after.figures)))
    for sentence in differences(before, after):
        print(sentence)
    return 1 if lost_lines(before, after) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.compare", description=__doc__)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    return parser


def read_report(path: Path) -> Report:
    """Read a result file; raise pydantic's ValidationError when it is not one."""
    return Report.model_validate_json(path.read_text(encoding="utf-8"))


def lost_lines(before: Report, after: Report) -> list[str]:
    """Ids of the lines that held before and are missed now."""
    held = {figure.id for figure in before.figures if figure.holds}
    return [figure.id for figure in after.figures if figure.id in held and not figure.holds]


def differences(before: Report, after: Report) -> list[str]:
    """What else differs: a figure of another machine or version says little about the program."""
    return [
        *_changed("machine", before.machine, after.machine),
        *_changed("version", before.versions, after.versions),
    ]


def _changed(what: str, before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    return [f"{what} {key}: {before.get(key, '–')} -> {after.get(key, '–')}" for key in keys]


if __name__ == "__main__":
    sys.exit(main())
