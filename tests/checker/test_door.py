"""This file tests which addresses are private, however they are spelled."""

from __future__ import annotations

import pytest

from checker.door import Door, Here, system_resolver
from checker.exchange import Cause, Probe, Silence
from checker.fetch import Web
from replica.web import SimulatedWeb


@pytest.mark.parametrize(
    "place",
    [
        "https://127.0.0.1\\@www.youtube.com/",
        "https://%31%32%37.0.0.1/",
        "https://0177.0.0.1/",
        "https://0x7f000001/",
        "https://2130706433./",
        "https://localhost./",
        "https://[::ffff:7f00:1]/",
        "https://[fe80::1%25eth0]/",
        "https://me:hush@127.0.0.1/",
    ],
)
def test_no_spelling_of_a_private_address_reaches_a_proxy(
    web: SimulatedWeb, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    for name, value in web.environment().items():
        monkeypatch.setenv(name, value)
    guarded = Web(user_agent="x")
    assert guarded(Probe.get(place)) == Silence(Cause.FORBIDDEN, "a private address")
    guarded.close()
    assert web.refused == ()


@pytest.mark.parametrize(
    "host", ["8.8.8.8", "192.0.1.1", "[2001:4860:4860::8888]", "[64:ff9b::808:808]", "[2002:808:808::1]", "a.example"]
)
def test_public_addresses_are_let_through(host: str) -> None:
    Door(Here(), system_resolver, allow_private=False).judge(f"https://{host}/")
