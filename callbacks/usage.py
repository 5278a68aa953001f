"""Where touch screens tell what was looked at. Whatever goes wrong here, the screen does not hear of it."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable

from flask import Flask, Response, request

from callbacks.trust import comes_from_our_page
from dashboard.address import Vocabulary
from dashboard.editions import Publisher
from dashboard.i18n import Catalogue
from dashboard.usage import UsageStore, read_counts

ADDRESS = "/kiosk/usage"
_MOST_BYTES = 20_000
_MESSAGES_A_MINUTE = 120


class Allowance:
    """So many a minute, saved up to a minute's worth; for all screens of ours together."""

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = float(a_minute)
        self._left = float(a_minute)
        self._clock = clock
        self._asked = clock()
        self._lock = threading.Lock()

    def take(self) -> bool:
        """Use up one; False when none is left."""
        with self._lock:
            now = self._clock()
            self._left = min(self._most, self._left + (now - self._asked) * self._most / 60)
            self._asked = now
            if self._left < 1:
                return False
            self._left -= 1
            return True


def add_usage(
    server: Flask, store: UsageStore, publisher: Publisher, catalogue: Catalogue, is_ours: Callable[[], bool]
) -> None:
    """Listen for counts and keep them. Whoever is not ours is refused before anything of the screen's is used up."""
    allowance = Allowance(_MESSAGES_A_MINUTE)
    languages = frozenset(language.code for language in catalogue.languages)

    @server.post(ADDRESS)
    def count() -> Response:
        if not (is_ours() and _comes_from_a_screen()):
            return Response(status=403)
        if not allowance.take():
            return Response(status=429)
        try:
            selectable = Vocabulary.of(publisher.edition.dataset).selectable
            store.add(read_counts(request.get_data(), selectable, languages))
        except ValueError:
            return Response(status=400)
        except (sqlite3.Error, OSError):
            return Response(status=503)
        return Response(status=204)


def _comes_from_a_screen() -> bool:
    """Whether a page of ours sent it: other sites can neither send JSON here nor hide where they are."""
    if request.mimetype != "application/json" or (request.content_length or 0) > _MOST_BYTES:
        return False
    return comes_from_our_page()
