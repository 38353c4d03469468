from __future__ import annotations

import random
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser

from catalogue import Language
from proof import axe, nu
from proof.browser import visit
from proof.finding import Finding
from proof.messages import IN_PAGES, orders, versions
from proof.pages import FILES, SHEET, THEME, wrapped
from proof.titles import HOSTILE
from proof.world import Document, World
from reports.embeds import VARIANTS, Order, Variant, Version, variant_named
from reports.titles import clean
from reports.titles_unicode import may_divide

pytestmark = pytest.mark.browser

HOST = "https://editor.example/"
PLAYER = "https://www.youtube-nocookie.com/embed/"
CODES = {"en": "en", "fr": "fr", "es": "es", "ar": "ar", "zh": "zh-CN", "ru": "ru"}
PAGES = (Language("en"), Language("ar"))

MESSAGE = versions()

PASTED = tuple(variant for variant in VARIANTS if variant.syntax in IN_PAGES)


def snippets(variant: Variant, shown: tuple[Version, ...], page: Language) -> str:
    return "".join(variant.render(replace(order, page_language=page)) for order in orders(variant, shown))


def web(pages: Mapping[str, Document]) -> World:
    """The editor's pages, and a player that answers every address as YouTube's would: with a page of its own."""
    player = Document('<!DOCTYPE html><html lang="en"><title>Player</title><p>Playing.</p></html>')
    return lambda url: player if url.startswith(PLAYER) else pages.get(url)


# --- The Nu checker --------------------------------------------------------------------------------------------------


def awkward_titles() -> list[str]:
    """Titles of every category of characters, the same in every run, as they come out of `clean`."""
    chance = random.Random(2021)
    pool = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) != "Lo"]
    raw = ["".join(chance.choices(pool, k=30)) for _ in range(200)]
    raw += ["a\ud800\ufffe\ufdd0b", "\u1161\u11a8 jamo", "\u0338>", "safe \u202egpj.exe\u202c", "x" * 5000]
    return [text for text in (clean(title).text for title in raw) if text]


@pytest.fixture(scope="module")
def nu_findings() -> tuple[Finding, ...]:
    """One call of the checker for all that this file asks it."""
    documents = {
        f"{variant.name} in {page}": wrapped(snippets(variant, MESSAGE, page), page)
        for variant in PASTED
        for page in PAGES
    }
    awkward = [replace(MESSAGE[0], title=title) for title in awkward_titles()]
    hostile = [one for title in HOSTILE for one in versions(title.raw)]
    for variant in PASTED:
        documents[f"{variant.name} twice"] = wrapped(snippets(variant, MESSAGE, PAGES[0]) * 2, PAGES[0])
        many = "".join(variant.render(Order((one,))) for one in (*awkward, *hostile))
        documents[f"{variant.name} awkward"] = wrapped(many, PAGES[0])
    documents["planted"] = wrapped('<iframe frameborder="0" src="https://youtu.be/a b"/>', PAGES[0])
    return nu.check(documents)


@pytest.mark.proof(24)
@pytest.mark.proof(34)
@pytest.mark.proof(40)
def test_the_nu_checker_has_nothing_to_say(nu_findings: tuple[Finding, ...]) -> None:
    assert [str(finding) for finding in nu_findings if finding.document != "planted"] == []


def test_the_nu_checker_finds_what_is_planted(nu_findings: tuple[Finding, ...]) -> None:
    told = " ".join(finding.text for finding in nu_findings if finding.document == "planted")
    assert "frameborder" in told
    assert "Bad value" in told
    assert "iframe" in told


# --- axe -------------------------------------------------------------------------------------------------------------


@pytest.mark.proof(35)
@pytest.mark.parametrize("page", PAGES, ids=str)
@pytest.mark.parametrize("sheet", [THEME, THEME + SHEET], ids=["without vm.css", "with vm.css"])
def test_axe_finds_no_barrier_in_any_form(browser: Browser, page: Language, sheet: str) -> None:
    # Another year for each form: no two frames of a page may be called the same.
    forms = (snippets(variant, versions(year=year), page) for year, variant in enumerate(PASTED, 2001))
    html = wrapped("".join(forms), page, sheet)
    with visit(browser, HOST, web({HOST: Document(html), **FILES})) as seen:
        assert [str(finding) for finding in axe.check(seen.page, str(page))] == []
        assert seen.complaints == []
        assert seen.refused == []


def test_axe_finds_what_is_planted(browser: Browser) -> None:
    targets = '<p style="font-size:4px"><a href="#a">a</a><br><a href="#b">b</a><br><a href="#c">c</a></p>'
    html = wrapped(f'<iframe src="{PLAYER}wwHOsWsInD0"></iframe></main>{targets}<main><a href="#x"></a>', PAGES[0])
    with visit(browser, HOST, web({HOST: Document(html)})) as seen:
        rules = {finding.rule for finding in axe.check(seen.page, "planted")}
    of_each_tag = {"frame-title", "link-name", "target-size", "region", "landmark-no-duplicate-main"}
    assert of_each_tag <= rules


# --- The frame -------------------------------------------------------------------------------------------------------

FRAMES = "frames => frames.map(one => Object.fromEntries(Array.from(one.attributes, it => [it.name, it.value])))"


@pytest.mark.proof(37)
@pytest.mark.proof(38)
@pytest.mark.proof(39)
@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_frame_says_what_it_is_and_plays_in_its_language(browser: Browser, page: Language) -> None:
    html = wrapped(snippets(variant_named("iframe"), MESSAGE, page), page)
    with visit(browser, HOST, web({HOST: Document(html)})) as seen:
        frames: list[dict[str, str]] = seen.page.eval_on_selector_all("iframe", FRAMES)
        names = seen.page.locator("iframe").evaluate_all("all => all.map(one => getComputedStyle(one).direction)")
    assert [frame["lang"] for frame in frames] == ["en", "fr", "es", "ar", "zh", "ru"]
    assert [frame["dir"] for frame in frames] == names == ["ltr", "ltr", "ltr", "rtl", "ltr", "ltr"]
    assert len({frame["title"] for frame in frames}) == 6
    for frame in frames:
        assert frame["title"].strip()
        assert frame == {
            "lang": frame["lang"],
            "dir": frame["dir"],
            "title": frame["title"],
            "src": frame["src"],
            "width": "560",
            "height": "315",
            "loading": "lazy",
            "referrerpolicy": "strict-origin-when-cross-origin",
            "allow": "autoplay; encrypted-media; fullscreen; picture-in-picture",
        }
        address = urlsplit(frame["src"])
        assert (address.scheme, address.hostname) == ("https", "www.youtube-nocookie.com")
        code = CODES[frame["lang"]]
        assert parse_qs(address.query) == {"hl": [code], "cc_lang_pref": [code], "rel": ["0"]}


@pytest.mark.proof(37)
@pytest.mark.parametrize("policy", ["no-referrer", "same-origin", "origin", "unsafe-url"])
def test_the_player_learns_which_site_frames_it_whatever_the_page_keeps_to_itself(
    browser: Browser, policy: str
) -> None:
    html = wrapped(variant_named("iframe").render(Order(MESSAGE[3:4])), PAGES[1])
    pages = {HOST: Document(html, (("referrer-policy", policy),))}
    with visit(browser, HOST, web(pages)) as seen:
        seen.page.frame_locator("iframe").get_by_text("Playing.").wait_for()
        asked = [(one.url, one.referer) for one in seen.asked if one.url.startswith(PLAYER)]
    assert asked == [(f"{PLAYER}wwHOsWsIn30?hl=ar&cc_lang_pref=ar&rel=0", HOST)]


def test_a_page_in_this_browser_cannot_leave_the_machine(browser: Browser) -> None:
    html = wrapped('<img alt="" src="https://www.youtube.com/x.png">', PAGES[0])
    with visit(browser, HOST, web({HOST: Document(html)})) as seen:
        assert seen.refused == ["https://www.youtube.com/x.png"]
        assert seen.complaints == ["error: Failed to load resource: net::ERR_FAILED"]


class Greeting(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!DOCTYPE html><title>Here</title>")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_a_page_in_this_browser_can_reach_this_machine(browser: Browser) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Greeting) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            with visit(browser, f"http://127.0.0.1:{server.server_port}/") as seen:
                assert seen.page.title() == "Here"
        finally:
            server.shutdown()


# --- Where titles are cut --------------------------------------------------------------------------------------------

BOUNDARIES = """
pairs => {
  const letters = new Intl.Segmenter("en", {granularity: "grapheme"});
  return pairs.filter(([text, place]) =>
    !Array.from(letters.segment(text), one => one.index).includes(place))
}
"""

KINDS = (
    *("a", " ", "\u0301", "\u0903", "\u200d", "\u200c", "\u200e", "\ufe0f", "\u20e3", "👩", "🏽", "🇨", "🇭"),
    *("\u0915", "\u094d", "\u0937", "\u093c", "\u0e33", "\u0bcd", "\u0b95", "\u0600", "\U000111c2", "ـ", "ب"),
    *("\u1100", "\u1161", "\u11a8", "가", "각", "世", "\U0001f3f4", "\U000e0067", "\U000e007f", "\U0001fae9"),
)


@pytest.mark.proof(16)
def test_no_title_is_cut_where_the_browser_sees_one_letter(browser: Browser) -> None:
    """Two readings of UAX #29, ours from Python's tables and the browser's newer ones, over every character."""
    every = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) not in {"Cs", "Co", "Cn"}]
    common = [char for char in every if not ("\u4e10" < char < "\u9ff0" or "\uac20" < char < "\ud7a0")]
    texts = [text for char in common if char < "\U00020010" or char > "\U00030000" for text in (f"a{char}", f"{char}a")]
    texts += [one + two + three for one in KINDS for two in KINDS for three in KINDS]
    texts += ["".join(random.Random(seed).choices(KINDS, k=8)) for seed in range(3000)]
    cuts = [(text, place) for text in texts for place in range(1, len(text)) if may_divide(text, place)]
    assert len(cuts) > 100_000
    units = [(text, len(text[:place].encode("utf-16-le")) // 2) for text, place in cuts]
    with visit(browser, "about:blank") as seen:
        assert seen.page.evaluate(BOUNDARIES, units) == []
        assert seen.page.evaluate(BOUNDARIES, [("e\u0301", 1), ("ab", 1)]) == [["e\u0301", 1]]
