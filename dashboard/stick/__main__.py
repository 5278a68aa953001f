"""``python -m dashboard.stick``: ``take FOLDER`` reads a stick, ``report FOLDER`` writes to it what was found.

Exit status 0: done, 1: nothing was taken or written, 2: asked wrongly.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from dashboard.i18n import load_catalogue
from dashboard.settings import SettingsError, read_settings
from dashboard.stick.taking import put_report, take

DONE, FAILED, ASKED_WRONGLY = 0, 1, 2
_REPORT = "stick-report.txt"


def run(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> int:
    """Run one of the two commands; ``arguments`` are those after the program's name."""
    try:
        settings = read_settings(environment)
    except SettingsError as error:
        return _complain(str(error))
    texts = load_catalogue().texts(settings.report_language)
    if len(arguments) != 2 or arguments[0] not in ("take", "report"):
        return _complain("usage: python -m dashboard.stick take FOLDER | report FOLDER")
    if os.geteuid() == 0:
        return _complain(texts("stick-not-as-root"))
    command, stick = arguments[0], Path(arguments[1])
    kept = settings.state / _REPORT
    try:
        if command == "report":
            print(put_report(stick, kept.read_text(encoding="utf-8"), dt.datetime.now().astimezone()))
            return DONE
        kept.parent.mkdir(parents=True, exist_ok=True)
        # Stands there until another takes its place: for a stick that costs more than the service may spend.
        kept.write_text(f"{texts('stick-broken-off')}\n\n{texts('stick-nothing-changed')}", encoding="utf-8")
        signers = Path(settings.stick_signers) if settings.stick_signers else None
        finding = take(stick, settings.tables, signers, texts)
        kept.write_text(finding.report, encoding="utf-8")
    except OSError as error:
        return _complain(texts("stick-cannot-keep", reason=error.strerror or ""), FAILED)
    print(finding.report)
    return DONE if finding.is_taken else FAILED


def _complain(text: str, status: int = ASKED_WRONGLY) -> int:
    print(text, file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
