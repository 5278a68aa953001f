"""The whole program behind Flask's test client: no browser, no network."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from callbacks.program import create_site
from dashboard.settings import ROOT, Settings

_KEPT = ROOT / ".cache" / "tests" / "editions"


def create_app(settings: Settings) -> Flask:
    """The server of the program. What one test had made, others with the same data find; nothing is made ahead."""
    if settings.state.is_dir():
        share_documents(settings.state)
    server: Flask = create_site(settings, makes_ahead=False).server
    return server


def share_documents(state: Path) -> Path:
    """Let a state folder find whatever documents any test has had made; made anew is only what has changed since."""
    _KEPT.mkdir(parents=True, exist_ok=True)
    state.mkdir(parents=True, exist_ok=True)
    editions = state / "editions"
    if not editions.exists():
        editions.symlink_to(_KEPT)
    return state
