"""This file is the table of where things go wrong: which fault at which host or video."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from enum import Enum, auto

from replica.exchange import Request
from replica.steps import Fault


class Door(Enum):
    """What goes wrong before anything can be asked, after the client's TLS greeting."""

    WRONG_NAME = auto()
    """A good certificate, but another host's."""
    EXPIRED = auto()
    """A certificate of the right name whose time is over."""
    UNKNOWN_AUTHORITY = auto()
    """A certificate of the right name, from an authority that nobody trusts."""
    PLAIN_HTTP = auto()
    """The answer to the greeting is HTTP without TLS."""
    CLOSED = auto()
    """The connection is closed on the greeting."""
    SILENT = auto()
    """Nothing answers the greeting."""


@dataclass(slots=True)
class _Placed:
    fault: Fault
    times: int | None


@dataclass(slots=True)
class Trouble:
    """Faults by host or by video, which may be set and cleared while the web runs, from any thread."""

    _lock: threading.Lock = field(default_factory=threading.Lock)
    _hosts: dict[str, _Placed] = field(default_factory=dict)
    _videos: dict[str, _Placed] = field(default_factory=dict)
    _doors: dict[str, Door] = field(default_factory=dict)

    def at_host(self, host: str, fault: Fault, *, times: int | None = None) -> None:
        """Every request to this host goes wrong so; after `times` requests it is well again."""
        with self._lock:
            self._hosts[host] = _Placed(fault, times)

    def at_video(self, video: str, fault: Fault, *, times: int | None = None) -> None:
        """Every request whose target holds this id goes wrong so, whatever host; before the host's own fault."""
        with self._lock:
            self._videos[video] = _Placed(fault, times)

    def at_door(self, host: str, door: Door) -> None:
        """Every new connection to this host goes wrong so."""
        with self._lock:
            self._doors[host] = door

    def clear(self) -> None:
        """All is well again."""
        with self._lock:
            self._hosts.clear()
            self._videos.clear()
            self._doors.clear()

    def door(self, host: str) -> Door | None:
        """What goes wrong at this host's door, if anything."""
        with self._lock:
            return self._doors.get(host)

    def fault(self, request: Request) -> Fault | None:
        """What goes wrong with the reply to this request, if anything; uses up one of its times."""
        with self._lock:
            near = [placed for video, placed in self._videos.items() if video in request.target]
            if request.host in self._hosts:
                near.append(self._hosts[request.host])
            for placed in near:
                if placed.times is None:
                    return placed.fault
                if placed.times > 0:
                    placed.times -= 1
                    return placed.fault
            return None
