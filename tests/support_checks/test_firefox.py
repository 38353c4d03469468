"""Firefox as the proofs use it: what it is shown, what it asks for, and that nothing leaves this machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from proof.engines import until
from proof.firefox import Firefox, Trouble, firefox
from proof.world import Asked, Document

pytestmark = pytest.mark.browser

HOST = "https://editor.example/"
PAGE = (
    "<!DOCTYPE html><title>Here</title><button>Press</button>"
    '<iframe src="https://player.example/x?y"></iframe><img alt="" src="http://localhost:8000/z.png">'
    '<script>console.warn("mind"); console.log("no matter"); document.body.onclick = () => window.pressed = 1</script>'
)
WORLD = {HOST: Document(PAGE), "https://player.example/x?y": Document("Playing.")}.get


@pytest.fixture(scope="module")
def fox() -> Iterator[Firefox]:
    with firefox() as started:
        yield started


def test_a_page_is_shown_and_asked_and_what_it_asks_for_is_kept(fox: Firefox) -> None:
    with fox.open(HOST, WORLD, width=320) as reader:
        assert reader.evaluate("word => [document.title, innerWidth, word]", "مرحبا") == ["Here", 320, "مرحبا"]
        assert sorted(reader.asked, key=lambda one: one.url) == [
            Asked("http://localhost:8000/z.png", None),
            Asked(HOST, None),
            Asked("https://player.example/x?y", HOST),
        ]
        assert reader.refused == ["http://localhost:8000/z.png"]
        assert reader.complaints == ["warning: mind"]


def test_mouse_and_keyboard_reach_the_page(fox: Firefox) -> None:
    with fox.open(HOST, WORLD) as reader:
        reader.click("button")
        until(reader, "() => window.pressed === 1")
        reader.press("Tab")
        until(reader, "() => document.activeElement.localName === 'iframe'")


def test_each_visit_begins_anew(fox: Firefox) -> None:
    for world in (WORLD, lambda url: Document("<title>Bare</title>") if url == HOST else None):
        with fox.open(HOST, world) as reader:
            reader.go(HOST)
            own = [one.url for one in reader.asked if one.url == HOST]
            assert own == [HOST, HOST]
    with fox.open(HOST, lambda _: Document("")) as reader:
        assert reader.complaints == []


def test_a_script_that_fails_fails_the_test(fox: Firefox) -> None:
    with fox.open(HOST, WORLD) as reader:
        with pytest.raises(Trouble, match="planted"):
            reader.evaluate("() => { throw new Error('planted') }")
        assert reader.evaluate("() => 1") == 1
