"""This file is the tests of how a letter's page is asked for: what a site gives, and why it does not."""

from __future__ import annotations

import pytest

from catalogue import Unreadable
from catalogue.source import Fetched
from checker.exchange import Answer, Cause, Probe, Reply, Silence
from hexaglot.asking import asked, page_at

PAGE = "https://www.example.int/letter"


def test_what_comes_is_what_stands_at_the_last_address() -> None:
    probes: list[Probe] = []

    def fetch(probe: Probe) -> Reply:
        probes.append(probe)
        return Answer(200, f"{PAGE}/7", (("content-type", "text/html; charset=utf-8"),), b"<p>Dear all")

    assert asked(PAGE, fetch) == Fetched(f"{PAGE}/7", "text/html; charset=utf-8", b"<p>Dear all")
    assert [(probe.method, probe.url, probe.max_bytes) for probe in probes] == [("GET", PAGE, 5 * 1024 * 1024)]


def test_a_site_may_declare_no_type() -> None:
    assert asked(PAGE, lambda _: Answer(203, PAGE)).content_type == ""


SAVE = "open it in a browser, save it as HTML or PDF, and give that file"


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        (Answer(404, PAGE), "there is no such page (404); check the address"),
        (Answer(410, PAGE), "the page was taken away (410); check the address"),
        (Answer(401, PAGE), f"the site wants a password (401); {SAVE}"),
        (Answer(403, PAGE), f"the site refuses it to programs (403); {SAVE}"),
        (Answer(429, PAGE), f"the site is asked too often (429); try again later, or {SAVE}"),
        (Answer(503, PAGE), f"the site is in trouble (503); try again later, or {SAVE}"),
        (Answer(418, PAGE), f"the site does not give it (418); try again later, or {SAVE}"),
        (Answer(304, PAGE), f"the site does not give it (304); try again later, or {SAVE}"),
        (Silence(Cause.NO_NAME), "there is no site of that name, or no way to the internet; check the address"),
        (Silence(Cause.FORBIDDEN), f"it leads to a private address, which is not asked; {SAVE}"),
        (Silence(Cause.TOO_LARGE), "it is larger than 5 MB; save the part that holds the links as a file"),
        (Silence(Cause.TLS), f"its certificate could not be verified; {SAVE}"),
        (Silence(Cause.REDIRECTS), f"it leads on and on, or to where we do not follow; {SAVE}"),
        (Silence(Cause.TIMEOUT, "no answer in time"), f"no answer in time; try again later, or {SAVE}"),
        (Silence(Cause.CUT), f"no answer came; try again later, or {SAVE}"),
    ],
)
def test_why_a_page_could_not_be_had_is_said_with_what_to_do(reply: Reply, says: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        asked(PAGE, lambda _: reply)
    assert str(refusal.value) == f"{PAGE} could not be read: {says}"


def test_a_long_address_is_shortened() -> None:
    with pytest.raises(Unreadable) as refusal:
        asked(PAGE + "x" * 500, lambda _: Silence(Cause.CUT))
    assert len(str(refusal.value)) < 400


def test_where_only_html_will_do_nothing_else_is_advised() -> None:
    with pytest.raises(Unreadable, match="save it as HTML, and give that file"):
        page_at(PAGE, lambda _: Answer(403, PAGE), 10)
