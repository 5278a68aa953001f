"""The whole program behind Flask's test client: no browser, no network."""

from __future__ import annotations

from flask import Flask

from callbacks.program import create_site
from dashboard.settings import ROOT, Settings

_KEPT = ROOT / ".cache" / "tests" / "editions"


def create_app(settings: Settings) -> Flask:
    """The server of the program. What one test had made, others with the same data find; nothing is made ahead."""
    _KEPT.mkdir(parents=True, exist_ok=True)
    editions = settings.state / "editions"
    if settings.state.is_dir() and not editions.exists():
        editions.symlink_to(_KEPT)
    return create_site(settings, makes_ahead=False).server
