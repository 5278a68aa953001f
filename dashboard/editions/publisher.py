"""Brings out editions: looks at what people edit, makes documents, gives them to whoever asks."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Container, Mapping
from pathlib import Path
from typing import NamedTuple

from dashboard.editions.content import ContentReader, Look, Stamp
from dashboard.editions.issue import Issue
from dashboard.editions.records import Document, Edition, Fault
from dashboard.editions.store import Kept, Store, sweep

_LOG = logging.getLogger(__name__)

_LOOK_SECONDS = 0.05

List = Callable[[Edition], Mapping[str, Document]]
"""Every document of an edition by its address, in the order in which they are needed."""


class Answer(NamedTuple):
    """A document with its bytes, and the name of the edition that they are of."""

    document: Document
    kept: Kept
    edition: str


class Busy(Exception):  # noqa: N818 - a state, not an error
    """The document is being made and too many wait for it already; ask again."""


class Publisher:
    """The edition of the moment, and the one maker that works on it in a thread of its own.

    Nobody who asks makes anything: who asks for a document that is not there yet moves it to the front and waits.

    Args:
        reader: reads the tables and stories.
        list_documents: what an edition consists of.
        folder: where documents are kept, a folder an edition.
        check_seconds: how often the files are looked at; 0 before every request, for tests.
        makes_ahead: whether to make what nobody has asked for yet.
        waiters: how many may wait at a time for what is being made.
        patience_seconds: how long each of them waits.
    """

    def __init__(
        self,
        reader: ContentReader,
        list_documents: List,
        folder: Path,
        *,
        check_seconds: float = 5.0,
        makes_ahead: bool = True,
        waiters: int = 4,
        patience_seconds: float = 30.0,
    ) -> None:
        self._reader = reader
        self._list = list_documents
        self._folder = folder
        self._check_seconds = check_seconds
        self._makes_ahead = makes_ahead
        self._patience = patience_seconds
        self._waiting = threading.Semaphore(waiters)
        self._changed = threading.Condition()
        self._wishes: list[tuple[Issue, str]] = []
        self._stamp: Stamp = reader.content.stamp()
        self._seen: Stamp | None = None
        self._is_kept = False
        self._stops = False
        self._look = reader.look()
        if self._look.edition is None:
            _tell_refusal(self._look)
        self._refused: tuple[Fault, ...] = ()
        self._before: Issue | None = None
        self._issue = self._bring_out(self._look.edition or self._look_back())
        self._thread = self._start()

    @property
    def issue(self) -> Issue:
        """The edition of the moment with its documents."""
        if not self._check_seconds:
            self.look()
        return self._issue

    @property
    def edition(self) -> Edition:
        """The edition of the moment."""
        return self.issue.edition

    @property
    def newest_look(self) -> Look:
        """What the newest look at the files found."""
        return self._look

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Documents that could not be made: of the edition of the moment, and of a newer one refused for them."""
        return (*self._issue.faults, *self._refused)

    def read(self, address: str, accepts: Container[str] = ()) -> Answer | None:
        """A document as it is sent; None for an address that the edition does not have; raise Busy.

        What cannot be made is given as the edition before had it.
        """
        issue = self.issue
        if address not in issue.documents:
            return None
        kept = issue.read(address, accepts) or self._wait(issue, address, accepts)
        if kept is None and self._before is not None and address in self._before.documents:
            issue, kept = self._before, self._before.read(address, accepts)
        return None if kept is None else Answer(issue.documents[address], kept, issue.edition.name)

    def look(self) -> None:
        """Look at the files: what changed for the better is brought out once its first documents are there."""
        stamp = self._reader.content.stamp()
        if stamp == self._stamp:
            return
        if self._check_seconds and stamp != self._seen:
            self._seen = stamp  # somebody may still be writing: wait for two equal looks
            return
        self._stamp = stamp
        self._look = self._reader.look(self._issue.edition)
        found = self._look.edition
        if found is None:
            _tell_refusal(self._look)
        elif found.name == self._issue.edition.name:
            self._refused = ()  # the files are again as they were before what was refused
        else:
            self._try(found)

    def close(self) -> None:
        """Stop the maker."""
        with self._changed:
            self._stops = True
            self._changed.notify_all()
        self._thread.join(timeout=5)

    def _look_back(self) -> Edition:
        found = self._reader.look_back().edition
        if found is None:
            raise RuntimeError("there is no edition, not even an empty one")
        return found

    def _bring_out(self, edition: Edition) -> Issue:
        issue = Issue(edition, self._list(edition), Store(self._folder / edition.name))
        _LOG.info("edition %s: %d documents", edition.name, len(issue.documents))
        return issue

    def _try(self, edition: Edition) -> None:
        """Draw an edition before it is adopted."""
        fresh = self._bring_out(edition)
        for address in list(fresh.unmade(first=True)) if self._makes_ahead else ():
            self._fulfil_wishes()
            fresh.make(address)
        self._refused = fresh.faults
        if fresh.faults:
            _LOG.error("edition %s is refused; edition %s stays", edition.name, self._issue.edition.name)
            return
        self._before, self._issue, self._is_kept = self._issue, fresh, False
        _LOG.info("edition %s is taken", edition.name)

    def _wait(self, issue: Issue, address: str, accepts: Container[str]) -> Kept | None:
        if issue.is_faulty(address):
            return None
        if not self._waiting.acquire(blocking=False):
            raise Busy
        try:
            return self._wait_for(issue, address, accepts)
        finally:
            self._waiting.release()

    def _wait_for(self, issue: Issue, address: str, accepts: Container[str]) -> Kept | None:
        with self._changed:
            self._wishes.append((issue, address))
            self._changed.notify_all()
            if not self._thread.is_alive():  # a process that was forked has no threads
                self._thread = self._start()
        until = time.monotonic() + self._patience
        while time.monotonic() < until:
            kept = issue.read(address, accepts)
            if kept is not None:
                return kept
            if issue.is_faulty(address):
                return None
            with self._changed:  # another process may have made it: look, however nobody tells
                self._changed.wait(timeout=_LOOK_SECONDS)
        raise Busy

    def _start(self) -> threading.Thread:
        thread = threading.Thread(target=self._work, name="maker", daemon=True)
        thread.start()
        return thread

    def _work(self) -> None:
        """Wishes first, then what is still to be made; between any two documents a look at the files, if it is time."""
        looked = time.monotonic()
        while not self._stops:
            if self._check_seconds and time.monotonic() - looked >= self._check_seconds:
                self._look_safely()
                looked = time.monotonic()
            if self._fulfil_wishes() or self._make_ahead():
                continue
            with self._changed:
                if not self._wishes and not self._stops:
                    self._changed.wait(timeout=self._check_seconds or None)

    def _look_safely(self) -> None:
        try:
            self.look()
        except Exception:
            _LOG.exception("the files could not be looked at")

    def _fulfil_wishes(self) -> bool:
        with self._changed:
            wishes, self._wishes = self._wishes, []
        for issue, address in wishes:
            issue.make(address)
            self._tell()
        return bool(wishes)

    def _make_ahead(self) -> bool:
        """Make the next document; when all are there, keep the tables as good and forget older editions."""
        issue = self._issue
        address = next(issue.unmade(), None) if self._makes_ahead else None
        if address is not None:
            issue.make(address)
            self._fall_back(issue, address)
            self._tell()
            return True
        if not self._is_kept:
            self._is_kept = True
            self._finish(issue)
        return False

    def _fall_back(self, issue: Issue, address: str) -> None:
        """At a start there is no edition before: where a first document fails, the last good tables give one."""
        if issue.documents[address].comes_first and issue.is_faulty(address) and self._before is None:
            self._refused = issue.faults
            self._before, self._issue = issue, self._bring_out(self._look_back())

    def _finish(self, issue: Issue) -> None:
        issue.touch()
        is_newest = self._look.edition is not None and self._look.edition.name == issue.edition.name
        if is_newest and not issue.faults and self._reader.content.stamp() == self._stamp:
            self._reader.content.keep_good()
            sweep(self._folder, {issue.edition.name, self._before.edition.name if self._before else ""})

    def _tell(self) -> None:
        with self._changed:
            self._changed.notify_all()


def _tell_refusal(look: Look) -> None:
    places = (each.file if each.row is None else f"{each.file}, row {each.row}" for each in look.problems)
    number = len(look.problems)
    _LOG.warning(
        "the tables are refused, the last good ones stay: %d problems, the first in %s", number, next(places, "none")
    )
