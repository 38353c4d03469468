"""This file is what the web pages are made from: the catalogue as it stands now, and what is believed of its videos."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from catalogue import Catalogue, CatalogueError, Language, Message, store
from checker import Opinion
from checker.ledger import Ledger, LedgerError
from hexaglot.embedding import addresses
from reports.spots import Spot, spot

_Mark = tuple[int, int, int]


class Shelf:
    """The catalogue, read anew when its file changes, and the ledger; safe to share between threads.

    While somebody's change has made the file unreadable, what was read last is shown, and that is said once.
    """

    def __init__(self, path: Path, ledger: Callable[[], Ledger], say: Callable[[str], None]) -> None:
        """Read the catalogue for the first time, then open the ledger; raises Unreadable, LedgerError."""
        self._path = path
        self._say = say
        self._lock = threading.Lock()
        self._mark = _mark(path)
        self._catalogue = store.load(path)
        self._ledger = ledger()
        self._trouble = ""

    def catalogue(self) -> Catalogue:
        """What the file says now."""
        with self._lock:
            mark = _mark(self._path)
            if mark != self._mark:
                self._mark = mark  # taken before reading: a change that comes meanwhile is read the next time
                try:
                    self._catalogue = store.load(self._path)
                except CatalogueError as error:
                    self._say(f"hexaglot: {error}; the pages show what stood there before")
            return self._catalogue

    def spot(self, slug: str, language: Language) -> Spot | None:
        """The place of a message in a language; None where there is none."""
        catalogue = self.catalogue()
        message = catalogue.message(slug)
        video = None if message is None else message.video_in(language)
        if message is None or video is None:
            return None
        return spot(message, video, catalogue, self._opinions(message))

    def _opinions(self, message: Message) -> Mapping[str, Opinion]:
        """What is believed of the message's videos; where they cannot be read, nothing, and that is said once."""
        try:
            opinions = self._ledger.opinions(addresses(message))
        except LedgerError as error:
            if str(error) != self._trouble:
                self._trouble = str(error)
                self._say(f"hexaglot: what is known of the videos cannot be read, so nothing is assumed: {error}")
            return {}
        self._trouble = ""
        return opinions


def _mark(path: Path) -> _Mark | None:
    """What changes when the file does; None where it cannot be looked at."""
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_ino, seen.st_mtime_ns, seen.st_size
