"""This file is the tests of addresses that mail protection has wrapped."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.wrappers import unwrapped

A = "https://youtu.be/OGSyYP5v6PM"
SAFE = "https://eur02.safelinks.protection.outlook.com/?url="


@pytest.mark.parametrize(
    ("wrapped", "inner"),
    [
        (f"{SAFE}https%3A%2F%2Fyoutu.be%2FOGSyYP5v6PM&data=05%7C01&reserved=0", A),
        (
            f"{SAFE}https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DOGSyYP5v6PM%26t%3D3",
            "https://www.youtube.com/watch?v=OGSyYP5v6PM&t=3",
        ),
        ("https://urldefense.com/v3/__https://youtu.be/OGSyYP5v6PM__;!!Abc!xyz$", A),
        ("https://urldefense.com/v3/__https:/youtu.be/OGSyYP5v6PM__;!!Abc!xyz$", A),
        ("https://urldefense.com/v3/__https://x.int/*a__;Iw!!Abc!xyz$", "https://x.int/#a"),
        ("https://urldefense.proofpoint.com/v2/url?u=https-3A__youtu.be_OGSyYP5v6PM&d=Dw", A),
        ("https://urldefense.proofpoint.com/v1/url?u=https://youtu.be/OGSyYP5v6PM&k=x", A),
        ("https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fyoutu.be%2fOGSyYP5v6PM&c=E,1", A),
        ("https://protect2.fireeye.com/v1/url?k=1&q=1&e=2&u=https%3A%2F%2Fyoutu.be%2FOGSyYP5v6PM", A),
        (
            "https://imsva91-ctp.trendmicro.com/wis/clicktime/v1/query?url=https%3a%2f%2fyoutu.be%2fOGSyYP5v6PM&umid=1",
            A,
        ),
        ("https://eu-west-1.protection.sophos.com/?d=youtu.be&u=aHR0cHM6Ly95b3V0dS5iZS9PR1N5WVA1djZQTQ==&p=m", A),
        ("https://deref-mail.com/mail/client/x/dereferrer/?redirectUrl=https%3A%2F%2Fyoutu.be%2FOGSyYP5v6PM", A),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fyoutu.be%2FOGSyYP5v6PM&h=AT", A),
        # two guarded offices
        (f"{SAFE}https%3A%2F%2Furldefense.com%2Fv3%2F__https%3A%2F%2Fyoutu.be%2FOGSyYP5v6PM__%3B!!A!b%24&data=1", A),
    ],
)
def test_a_wrapped_address_is_opened(wrapped: str, inner: str) -> None:
    assert unwrapped(wrapped) == inner


@pytest.mark.parametrize(
    "url",
    [
        A,
        "",
        "https://[::1",
        f"{SAFE}",
        f"{SAFE}javascript%3Aalert(1)",
        "https://protect-eu.mimecast.com/s/AbCdEfGh?domain=youtu.be",
        "https://urldefense.com/v3/__https://x.int/**A__;Iw!!a!b$",
        "https://urldefense.com/v3/__https://x.int/*a__;-!!a!b$",
        "https://urldefense.com/v2/url",
        "https://eu-west-1.protection.sophos.com/?u=%FF",
        "https://eu-west-1.protection.sophos.com/?u=x",
        "https://safelinks.protection.outlook.com.evil.example/?url=https%3A%2F%2Fyoutu.be%2FOGSyYP5v6PM",
    ],
)
def test_what_is_no_wrapper_stays(url: str) -> None:
    assert unwrapped(url) == url


def test_more_than_three_wrappers_are_not_opened() -> None:
    url = A
    for _ in range(4):
        url = f"{SAFE}{quote(url, safe='')}"
    assert unwrapped(url) == f"{SAFE}{quote(A, safe='')}"


@given(st.text())
def test_any_address_is_read(url: str) -> None:
    assert isinstance(unwrapped(url), str)
    assert isinstance(unwrapped(f"https://urldefense.com/v3/__https://{url}"), str)
