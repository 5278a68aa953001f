"""An edition with its documents: what has been made of it, and what has not."""

from __future__ import annotations

import logging
from collections.abc import Container, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext

from filelock import FileLock, Timeout

from dashboard.editions.records import Document, Edition, Fault
from dashboard.editions.store import Kept, Store

_LOG = logging.getLogger(__name__)
_BINARY = ("application/zip", "application/vnd.openxmlformats")


class Issue:
    """The documents of one edition, each made once, by one maker at a time among all processes that share the store."""

    def __init__(self, edition: Edition, documents: Mapping[str, Document], store: Store) -> None:
        self.edition = edition
        self.documents = documents
        self.made = 0  # by this process
        self._store = store
        self._faults: dict[str, Fault] = {}

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What could not be made."""
        return tuple(self._faults.values())

    def is_faulty(self, address: str) -> bool:
        """Whether a document was tried in vain."""
        return address in self._faults

    def read(self, address: str, accepts: Container[str] = ()) -> Kept | None:
        """The bytes of a document; None when it has not been made."""
        return self._store.read(address, accepts)

    def unmade(self, *, first: bool = False) -> Iterator[str]:
        """Addresses that are still to be made, in the order of the registry; with ``first``, those that come first."""
        for address, document in self.documents.items():
            if (document.comes_first or not first) and address not in self._faults and not self._store.holds(address):
                yield address

    def make(self, address: str) -> None:
        """Make a document, unless somebody has meanwhile; a document that fails is noted and not tried again."""
        document = self.documents[address]
        try:
            with self._lock(address):
                if self._store.holds(address) or self.is_faulty(address):
                    return
                made = document.make()
                self.made += 1
                body = made.encode() if isinstance(made, str) else made
                self._store.keep(address, body, is_text=not document.media_type.startswith(_BINARY))
                if "Content-Disposition" in document.headers:
                    _LOG.info("made for download: %s", address)
        except Timeout:
            return
        except Exception as error:
            self._faults[address] = Fault(address, f"{type(error).__name__}: {error}"[:300])
            _LOG.error("cannot make %s: %s", address, self._faults[address].reason)

    def touch(self) -> None:
        """Say that this edition is in use."""
        self._store.touch()

    def _lock(self, address: str) -> AbstractContextManager[object]:
        """Held while a document is made; where the disk takes no lock, each process makes its own."""
        folder = self._store.folder.with_suffix(".locks")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return nullcontext()
        return FileLock(folder / str(list(self.documents).index(address)), timeout=60)
