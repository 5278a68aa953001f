"""Whether all is well: a word for anybody, everything for the operator."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from typing import Any

from flask import Flask, Response, abort, request

from callbacks.trust import comes_from_our_page
from dashboard.editions import Publisher
from dashboard.health import Watch
from dashboard.i18n import Texts
from dashboard.network.counts import counts
from dashboard.settings import ROOT, Settings
from dashboard.stories import describe_story_problem
from dashboard.tables import describe

_SCREEN = "screen"
_SILENT_SECONDS = 90


def add_health(server: Flask, publisher: Publisher, watch: Watch, is_ours: Callable[[], bool]) -> None:
    """Tell anybody whether all is well, and the operator what is not; hear the touch screen."""
    last_heard: list[float] = []  # of the touch screen; one page at most is a screen

    def silent_seconds() -> int | None:
        return int(time.monotonic() - last_heard[0]) if last_heard else None

    def check_screen() -> list[str]:
        silent = silent_seconds() or 0
        return [f"not heard for more than {_SILENT_SECONDS} seconds"] if silent > _SILENT_SECONDS else []

    watch.add("screen", check_screen)

    @server.get("/healthz")
    def health() -> Response:
        ours = is_ours()
        if _SCREEN in request.args and ours and comes_from_our_page():
            last_heard[:] = [time.monotonic()]
        issue = publisher.issue
        body: dict[str, Any] = {
            "status": "degraded" if watch.look() else "ok",
            "edition": issue.edition.name,
            "counts": counts(issue.edition.dataset),
        }
        if ours:
            body["documents"] = {"all": len(issue.documents), "made": issue.made}
            body["screen_seconds"] = silent_seconds()
        return _answer(body)

    @server.get("/readyz")
    def readiness() -> Response:
        if not is_ours():
            return abort(403)
        edition = publisher.edition
        problems = watch.look(anew=True)
        body = {
            "status": "degraded" if problems else "ok",
            "edition": edition.name,
            "problems": problems,
            "screen_seconds": silent_seconds(),
            "data_day": edition.day.isoformat() if edition.day else None,
        }
        return _answer(body, 503 if problems else 200)


def tell_problems(publisher: Publisher, texts: Texts, settings: Settings) -> list[str]:
    """Everything that is wrong with tables and stories, and documents that could not be made; no folder is named."""
    look = publisher.newest_look
    lines = [
        *(describe(problem, texts).line for problem in look.problems),
        *(describe_story_problem(problem, texts).line for problem in look.story_problems),
        *(texts("editions-fault", address=fault.address, reason=fault.reason) for fault in publisher.faults),
    ]
    return [_without_folders(line, settings) for line in lines]


def _without_folders(line: str, settings: Settings) -> str:
    for folder in (settings.tables, settings.stories_folder, settings.state, ROOT):
        line = line.replace(str(folder.absolute().parent) + os.sep, "")
    return line


def _answer(body: dict[str, Any], status: int = 200) -> Response:
    text = json.dumps(body, ensure_ascii=False)
    return Response(text, status, mimetype="application/json", headers={"Cache-Control": "no-store"})
