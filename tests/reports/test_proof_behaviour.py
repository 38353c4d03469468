"""What the forms do in Chromium and Firefox: nothing before they are asked, then what they were asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from catalogue import Language
from checker.providers import File
from proof.browser import visit
from proof.engines import Engine, Reader, until
from proof.messages import IN_PAGES, orders, versions
from proof.pages import ELEMENT, SHEET, STOPPING, wrapped
from proof.player import EARS, of_players, playing
from proof.world import Document
from reports.embeds import VARIANTS, Order, variant_named

pytestmark = pytest.mark.browser

HOST = "https://editor.example/"
ENGLISH = Language("en")
PRIVATE = {"details": "summary", "switcher": "summary", "component": "vm-player a"}
"""The forms that ask for nothing by themselves, and what one presses in them."""

each_form = pytest.mark.parametrize("form", PRIVATE)

FRAMED = "() => document.activeElement.localName === 'iframe'"
TICKING = "() => Object.keys(ticks).length > 0"
SHOWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
"""Two pictures of the page have been made: whatever is loaded on sight has been asked for."""


def page(form: str, *, head: str = "", times: int = 1, policy: str | None = None) -> Document:
    """A page with this form of the whole message, or of its first version, pasted so many times."""
    variant = variant_named(form)
    code = variant.render(orders(variant, versions())[0])
    headers = (("referrer-policy", policy),) if policy else ()
    return Document(wrapped(code * times, ENGLISH, EARS + ELEMENT + head), headers)


@pytest.mark.proof(48)
@each_form
def test_nobody_is_asked_for_anything_before_a_reader_asks(engine: Engine, form: str) -> None:
    with engine.open(HOST, playing({HOST: page(form, head=SHEET)})) as reader:
        reader.evaluate(SHOWN)
        assert of_players(reader.asked) == []
        assert reader.refused == []


def test_a_panel_that_is_not_lazy_is_seen_to_ask_at_once(engine: Engine) -> None:
    eager = Document(page("details").html.replace(' loading="lazy"', ""))
    with engine.open(HOST, playing({HOST: eager})) as reader:
        reader.evaluate(SHOWN)
        assert len(of_players(reader.asked)) == 1


@pytest.mark.proof(49)
@pytest.mark.proof(54)
@each_form
@pytest.mark.parametrize("policy", [None, "same-origin", "no-referrer", "origin"])
def test_one_player_is_asked_for_and_told_which_site_it_stands_in(
    engine: Engine, form: str, policy: str | None
) -> None:
    with engine.open(HOST, playing({HOST: page(form, policy=policy)})) as reader:
        reader.click(PRIVATE[form])
        until(reader, TICKING)
        assert [one.referer for one in of_players(reader.asked)] == [HOST]
        assert reader.complaints == []


@pytest.mark.proof(50)
@pytest.mark.parametrize("form", ["details", "switcher"])
@pytest.mark.parametrize("head", ["", SHEET], ids=["without vm.css", "with vm.css"])
def test_tab_enter_tab_leads_into_the_player(engine: Engine, form: str, head: str) -> None:
    with engine.open(HOST, playing({HOST: page(form, head=head)})) as reader:
        reader.press("Tab")
        assert reader.evaluate("() => document.activeElement.localName") == "summary"
        assert seen_focus(reader)
        reader.press("Enter")
        until(reader, TICKING)
        reader.press("Tab")
        until(reader, FRAMED)


@pytest.mark.proof(50)
def test_a_link_of_the_element_leads_into_its_player(engine: Engine) -> None:
    with engine.open(HOST, playing({HOST: page("component", head=SHEET)})) as reader:
        reader.press("Tab")
        assert reader.evaluate("() => document.activeElement.matches('vm-player a')")
        assert seen_focus(reader)
        reader.press("Enter")
        until(reader, TICKING)
        until(reader, FRAMED)
        assert reader.evaluate("() => document.querySelectorAll('[aria-current=true]').length") == 1


def seen_focus(reader: Reader) -> bool:
    """Does what has the focus show it?"""
    script = "() => { const it = document.activeElement; return [it.matches(':focus-visible'), getComputedStyle(it)"
    visible, style = reader.evaluate(f"{script}.outlineStyle] }}")
    return visible is True and style != "none"


@pytest.mark.proof(50)
@pytest.mark.parametrize("form", ["details", "switcher"])
def test_assistive_software_is_told_whether_a_panel_is_open(browser: Browser, form: str) -> None:
    with visit(browser, HOST, playing({HOST: page(form)})) as seen:
        tree = seen.page.context.new_cdp_session(seen.page)

        def states() -> list[bool]:
            nodes = tree.send("Accessibility.getFullAXTree")["nodes"]
            told = [one.get("properties", []) for one in nodes if "Disclosure" in one.get("role", {}).get("value", "")]
            return [one["value"]["value"] for properties in told for one in properties if one["name"] == "expanded"]

        count = {"details": 1, "switcher": 6}[form]
        assert states() == [False] * count
        seen.page.keyboard.press("Tab")
        seen.page.keyboard.press("Enter")
        assert states() == [True] + [False] * (count - 1)


OPEN = "() => Array.from(document.querySelectorAll('details'), one => one.open)"
EMPTY = """
() => { const frame = document.querySelector('iframe');
  try { return frame.contentWindow.location.href === 'about:blank' } catch { return false } }
"""
"""The first frame holds no site's page any more, so that this page may look into it."""


def ticks(reader: Reader, player: str) -> int:
    return int(reader.evaluate("player => ticks[player] ?? 0", player))


def hear(reader: Reader, player: str, more: int) -> None:
    """Wait until this player has ticked so many times more."""
    until(reader, f"() => (ticks['{player}'] ?? 0) >= {ticks(reader, player) + more}")


@pytest.mark.proof(51)
def test_opening_another_language_closes_the_first_and_stops_it(engine: Engine) -> None:
    with engine.open(HOST, playing({HOST: page("switcher", head=STOPPING)})) as reader:
        reader.click("details:nth-of-type(1) summary")
        hear(reader, "00", 3)
        reader.click("details:nth-of-type(2) summary")
        hear(reader, "10", 3)
        assert reader.evaluate(OPEN) == [False, True, False, False, False, False]
        until(reader, EMPTY)
        hear(reader, "10", 5)
        before = ticks(reader, "00")
        hear(reader, "10", 20)
        assert ticks(reader, "00") == before
        reader.click("details:nth-of-type(1) summary")
        hear(reader, "00", 3)
        assert reader.evaluate(OPEN) == [True, False, False, False, False, False]


@pytest.mark.proof(51)
def test_without_our_script_the_first_is_closed_and_heard_to_go_on(engine: Engine) -> None:
    """As the documentation says; and the proof above can hear a player that goes on."""
    with engine.open(HOST, playing({HOST: page("switcher")})) as reader:
        reader.click("details:nth-of-type(1) summary")
        hear(reader, "00", 3)
        reader.click("details:nth-of-type(2) summary")
        hear(reader, "10", 3)
        assert reader.evaluate(OPEN) == [False, True, False, False, False, False]
        hear(reader, "00", 3)


@pytest.mark.proof(51)
def test_another_link_of_the_element_takes_the_place_of_the_first_player(engine: Engine) -> None:
    with engine.open(HOST, playing({HOST: page("component")})) as reader:
        reader.click("li:nth-of-type(1) a")
        hear(reader, "00", 3)
        reader.click("li:nth-of-type(2) a")
        hear(reader, "10", 5)
        assert reader.evaluate("() => Array.from(document.querySelectorAll('iframe'), one => one.title)") == [
            "Message vidéo, 2021"
        ]
        before = ticks(reader, "00")
        hear(reader, "10", 20)
        assert ticks(reader, "00") == before


PLAY = """
() => {
  const film = document.querySelector("video"), canvas = document.createElement("canvas");
  canvas.getContext("2d").fillRect(0, 0, 1, 1);
  film.srcObject = canvas.captureStream(30);
  film.muted = true;
  return film.play().then(() => film.paused);
}
"""


@pytest.mark.proof(51)
def test_a_film_is_paused_when_its_panel_is_closed(engine: Engine) -> None:
    film = replace(versions()[0], player=File("https://editor.example/film.mp4", "video/mp4"))
    html = wrapped(variant_named("details").render(Order((film,))), ENGLISH, EARS + STOPPING)
    with engine.open(HOST, playing({HOST: Document(html)})) as reader:
        reader.click("summary")
        assert reader.evaluate(PLAY) is False
        reader.click("summary")
        until(reader, "() => document.querySelector('video').paused")


@pytest.mark.proof(40)
def test_pasted_twice_every_panel_works_and_one_of_a_message_is_open(engine: Engine) -> None:
    """The panels of both switchers have one name, as the form's documentation says."""
    pages = {HOST: page("switcher", times=2, head=STOPPING), f"{HOST}details": page("details", times=2)}
    with engine.open(HOST, playing(pages)) as reader:
        reader.click("div:nth-of-type(1) details:nth-of-type(1) summary")
        hear(reader, "00", 3)
        reader.click("div:nth-of-type(2) details:nth-of-type(2) summary")
        hear(reader, "10", 3)
        assert reader.evaluate(OPEN) == [*[False] * 7, True, *[False] * 4]
        assert reader.evaluate("() => document.querySelectorAll('.vm [id], .vm[id]').length") == 0
        reader.go(f"{HOST}details")
        reader.click("details:nth-of-type(1) summary")
        hear(reader, "00", 3)
        reader.click("details:nth-of-type(2) summary")
        until(reader, "() => frames.length === 2")
        assert reader.evaluate(OPEN) == [True, True]


@pytest.mark.proof(46)
@pytest.mark.parametrize("form", ["iframe", *PRIVATE])
def test_under_a_strict_policy_and_without_our_sheet_it_plays(engine: Engine, form: str) -> None:
    policy = "default-src 'none'; script-src 'self'; frame-src https://www.youtube-nocookie.com"
    strict = Document(page(form).html, (("content-security-policy", policy),))
    with engine.open(HOST, playing({HOST: strict})) as reader:
        if form in PRIVATE:
            reader.click(PRIVATE[form])
        until(reader, TICKING)
        box = reader.evaluate("() => document.querySelector('iframe').getBoundingClientRect().toJSON()")
        assert (box["width"], box["height"]) == (564, 319)
        assert reader.evaluate("() => violations") == []
        assert reader.complaints == []


def every_form(head: str) -> Document:
    """All forms in one page, each of another year."""
    code = ""
    for year, variant in enumerate((one for one in VARIANTS if one.syntax in IN_PAGES), 2001):
        code += "".join(variant.render(order) for order in orders(variant, versions(year=year)))
    return Document(wrapped(code, ENGLISH, EARS + head))


@pytest.mark.proof(46)
def test_no_form_violates_a_strict_policy(engine: Engine) -> None:
    policy = "default-src 'none'; script-src 'self'; frame-src https://www.youtube-nocookie.com"
    strict = Document(every_form("").html, (("content-security-policy", policy),))
    planted = Document(strict.html.replace('id="after"', 'id="after" style="color: red"'), strict.headers)
    with engine.open(HOST, playing({HOST: strict, f"{HOST}planted": planted})) as reader:
        assert reader.evaluate("() => violations") == []
        reader.go(f"{HOST}planted")
        assert reader.evaluate("() => violations") == ["style-src-attr"]


@pytest.mark.proof(54)
@pytest.mark.parametrize("head", ["", SHEET + STOPPING + ELEMENT], ids=["bare", "with our files"])
def test_the_console_is_silent(engine: Engine, head: str) -> None:
    with engine.open(HOST, playing({HOST: every_form(head)})) as reader:
        until(reader, TICKING)
        assert reader.complaints == []
        assert reader.refused == []
