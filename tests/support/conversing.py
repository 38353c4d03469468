"""This file is what the tests of single video sites share: their address cases, and a conversation held by hand."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from checker.drive import hold
from checker.exchange import Answer, Probe, Reply
from checker.fetch import Limits, Web
from checker.lanes import Manner, Manners
from checker.providers import Given, Playback, Provider, VideoRef
from checker.verdict import Verdict
from replica.exchange import Site
from replica.web import SimulatedWeb

_CASES = Path(__file__).parents[1] / "checker" / "data" / "video_addresses.jsonl"


def cases(provider: str) -> list[dict[str, Any]]:
    """The address cases of one site."""
    rows = [json.loads(line) for line in _CASES.read_text("utf-8").splitlines()]
    return [row for row in rows if row["provider"] == provider]


def told(status: int, facts: object, url: str) -> Answer:
    """An answer; text and bytes as they are, other facts as JSON."""
    body = facts if isinstance(facts, str) else json.dumps(facts)
    return Answer(status, url, (), body.encode(), len(body))


def converse(provider: Provider, ref: VideoRef, *replies: Reply) -> tuple[Verdict, list[Probe]]:
    """Hold a conversation about one video; every reply must be wanted."""
    conversation = provider.inspect((ref,), Given())
    probes: list[Probe] = []
    waiting = list(replies)
    try:
        probes.append(next(conversation))
        while True:
            probes.append(conversation.send(waiting.pop(0)))
    except StopIteration as end:
        assert waiting == []
        return end.value[ref], probes


def address_of(playback: Playback | None) -> str | None:
    """Where a player or a film is; None where there is none."""
    return None if playback is None else playback.address


@contextmanager
def holding(monkeypatch: pytest.MonkeyPatch, *sites: Site) -> Iterator[Callable[..., dict[str, Verdict]]]:
    """Asks a site about videos over real sockets, against simulated sites."""
    with SimulatedWeb(*sites) as simulated:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(simulated.ca_file))
        web = Web(
            user_agent="hexaglot/test",
            limits=Limits(6.0, 10.0, 20.0),
            allow_private=True,
            resolve=lambda _host, _port: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", simulated.port))],
        )

        def ask(provider: Provider, *refs: VideoRef) -> dict[str, Verdict]:
            found: dict[str, Verdict] = {}
            for ref in refs:
                manners = Manners(Manner(rate=10_000, concurrency=8))
                for held in hold([provider.inspect((ref,), Given())], web, manners):
                    found |= {video.id: verdict for video, verdict in held.verdicts.items()}
            return found

        try:
            yield ask
        finally:
            web.close()
