"""The site in Chromium: opened from disk, read in both directions, on a telephone, by keyboard, and copied from."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import sheets
from catalogue import SIX_LANGUAGES, Catalogue, Language
from proof import axe, nu
from proof.browser import chromium
from reports.site import write_site

pytestmark = pytest.mark.browser

PERSIAN = Language("fa")
TAGS = [language.tag for language in (*SIX_LANGUAGES, PERSIAN)]

HISTORY = (
    "#v-wtisd-2021--es .timeline .is-available",
    "#v-wtisd-2021--es .timeline .is-private",
)
"""Time runs as the page is read: the oldest comes first."""

each_page = pytest.mark.parametrize("tag", TAGS)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of every state, in the six languages and one that we have no words for."""
    folder = tmp_path_factory.mktemp("site")
    catalogue = Catalogue((*SIX_LANGUAGES, PERSIAN), sheets.ALL_STATES.messages)
    write_site(folder, sheets.sheet_of(catalogue, sheets.EVERY_STATE), version="1.0")
    return folder


@dataclass(frozen=True, slots=True)
class Reading:
    page: Page
    asked: list[str]
    complaints: list[str]


@contextmanager
def reading(
    browser: Browser, file: Path, *, width: int = 1100, java_script: bool = True, dark: bool = False
) -> Iterator[Reading]:
    """A page of the site, opened from disk."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        java_script_enabled=java_script,
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    try:
        seen = Reading(context.new_page(), [], [])
        seen.page.on("request", lambda request: seen.asked.append(request.url))
        seen.page.on("console", lambda line: seen.complaints.append(line.text))
        seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        seen.page.goto(file.as_uri())
        yield seen
    finally:
        context.close()


def opened(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")


def test_the_nu_checker_has_nothing_to_say(site: Path) -> None:
    documents = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    assert len(documents) == 8
    assert nu.check(documents) == ()


@each_page
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_has_nothing_to_say(browser: Browser, site: Path, tag: str, *, dark: bool) -> None:
    # Wide enough for the whole matrix: axe cannot judge what is half scrolled away.
    with reading(browser, site / tag / "index.html", width=1400, dark=dark) as seen:
        opened(seen.page)
        assert axe.check(seen.page, tag) == ()


@each_page
def test_a_page_asks_for_its_own_parts_only_and_complains_of_nothing(browser: Browser, site: Path, tag: str) -> None:
    with reading(browser, site / tag / "index.html") as seen:
        opened(seen.page)
        seen.page.wait_for_load_state("networkidle")
        own = [(site / name).as_uri() for name in (f"{tag}/index.html", "static/site.css", "static/copy.js")]
        assert sorted(seen.asked) == sorted(own)
        assert seen.complaints == []


@each_page
@pytest.mark.parametrize("width", [320, 360, 768])
def test_no_page_is_wider_than_the_screen(browser: Browser, site: Path, tag: str, width: int) -> None:
    with reading(browser, site / tag / "index.html", width=width) as seen:
        opened(seen.page)
        assert seen.page.evaluate("document.documentElement.scrollWidth") == width
        # Nor with the text spacing that a reader may ask for (WCAG 1.4.12).
        seen.page.add_style_tag(
            content="* { line-height: 1.5 !important; letter-spacing: .12em !important }"
            " * { word-spacing: .16em !important } p { margin-block-end: 2em !important }"
        )
        assert seen.page.evaluate("document.documentElement.scrollWidth") == width


@each_page
def test_the_matrix_scrolls_by_itself_on_a_small_screen(browser: Browser, site: Path, tag: str) -> None:
    with reading(browser, site / tag / "index.html", width=320) as seen:
        region = seen.page.locator(".scroll")
        region.focus()
        assert region.evaluate("box => box.scrollWidth > box.clientWidth")
        assert region.evaluate("box => box === document.activeElement")


@each_page
def test_everything_that_is_pressed_is_large_enough(browser: Browser, site: Path, tag: str) -> None:
    with reading(browser, site / tag / "index.html", width=360) as seen:
        opened(seen.page)
        small = seen.page.evaluate(
            """() => [...document.querySelectorAll("a:not(.skip), button, summary")]
                .map(one => [one.textContent.trim(), one.getBoundingClientRect()])
                .filter(([, box]) => box.height < 23.9 || box.width < 23.9)
                .map(([text, box]) => [text, box.width, box.height])"""
        )
        assert small == []


@pytest.mark.parametrize(
    ("tag", "direction"),
    [("en", "ltr"), ("fr", "ltr"), ("es", "ltr"), ("ar", "rtl"), ("zh", "ltr"), ("ru", "ltr"), ("fa", "ltr")],
)
def test_the_direction_is_real(browser: Browser, site: Path, tag: str, direction: str) -> None:
    with reading(browser, site / tag / "index.html") as seen:
        computed = "one => getComputedStyle(one).direction"
        assert seen.page.locator("html").evaluate(computed) == direction
        assert seen.page.locator("h1").evaluate(computed) == direction
        assert seen.page.locator("textarea").first.evaluate(computed) == "ltr"
        assert seen.page.locator(".switcher [lang=ar]").evaluate(computed) == "rtl"
        assert seen.page.locator(".switcher [lang=en]").evaluate(computed) == "ltr"
        message, english = (seen.page.locator("thead th").nth(place).bounding_box() for place in (0, 1))
        assert message is not None
        assert english is not None
        assert (message["x"] > english["x"]) == (direction == "rtl")


def test_an_arabic_title_is_set_from_the_right_inside_an_english_page(browser: Browser, site: Path) -> None:
    with reading(browser, site / "en" / "index.html") as seen:
        title = seen.page.locator("#m-wtisd-2026-title > span")
        first, last = (
            title.evaluate(
                """(one, place) => {
                    const range = document.createRange();
                    range.setStart(one.firstChild, place); range.setEnd(one.firstChild, place + 1);
                    return range.getBoundingClientRect().x;
                }""",
                place,
            )
            for place in (0, len(sheets.ARABIC_TITLE) - 1)
        )
        # It begins with Latin letters, and yet the beginning stands right of the end.
        assert first > last


def test_the_arabic_page_is_the_mirror_of_the_english_one(browser: Browser, site: Path) -> None:
    boxes = {}
    for tag in ("en", "ar"):
        with reading(browser, site / tag / "index.html", width=1000) as seen:
            boxes[tag] = {
                name: seen.page.locator(name).first.bounding_box()
                for name in (".summary", ".bar", ".scroll", ".version", ".attention li", *HISTORY)
            }
    for name, box in boxes["en"].items():
        other = boxes["ar"][name]
        assert box is not None
        assert other is not None
        assert other["x"] == pytest.approx(1000 - box["x"] - box["width"], abs=0.5), name
        assert other["width"] == pytest.approx(box["width"], abs=0.5), name


@pytest.mark.parametrize(("tag", "right"), [("en", False), ("ar", True)])
def test_the_dates_stand_below_the_ends_of_the_picture(browser: Browser, site: Path, tag: str, *, right: bool) -> None:
    with reading(browser, site / tag / "index.html") as seen:
        parts = (".timeline", ".ends > :first-child", ".ends > :last-child")
        picture, oldest, newest = (
            seen.page.locator(f"#v-wtisd-2021--es {part}").evaluate("one => one.getBoundingClientRect().toJSON()")
            for part in parts
        )
        first, last = ("right", "left") if right else ("left", "right")
        assert oldest[first] == pytest.approx(picture[first], abs=0.5)
        assert newest[last] == pytest.approx(picture[last], abs=0.5)


@pytest.mark.parametrize(
    ("tag", "font"),
    [("ar", "Noto Naskh Arabic"), ("zh", "Noto Sans CJK SC"), ("ru", "Noto Sans"), ("en", "Noto Sans")],
)
def test_letters_come_from_a_font_of_their_script(browser: Browser, site: Path, tag: str, font: str) -> None:
    with reading(browser, site / tag / "index.html") as seen:
        session = seen.page.context.new_cdp_session(seen.page)
        session.send("DOM.enable")
        session.send("CSS.enable")
        root = session.send("DOM.getDocument")["root"]["nodeId"]
        heading = session.send("DOM.querySelector", {"nodeId": root, "selector": "h2"})["nodeId"]
        fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": heading})["fonts"]
        assert [one["familyName"] for one in fonts] == [font]


@pytest.mark.parametrize("java_script", [True, False], ids=["with a script", "without"])
def test_the_switcher_leads_from_page_to_page(browser: Browser, site: Path, *, java_script: bool) -> None:
    with reading(browser, site / "index.html", java_script=java_script) as seen:
        for language in (*SIX_LANGUAGES, SIX_LANGUAGES[0]):
            seen.page.locator(f".switcher [hreflang={language}]").click()
            assert seen.page.url == (site / language.tag / "index.html").as_uri()
            assert seen.page.locator("html").get_attribute("lang") == language.tag
            assert seen.page.locator("[aria-current=page]").inner_text() == language.autonym


def test_a_state_in_the_matrix_leads_to_its_card(browser: Browser, site: Path) -> None:
    with reading(browser, site / "fr" / "index.html") as seen:
        seen.page.locator("tbody tr").first.locator("td a").nth(3).click()
        assert seen.page.locator("article:target h4").inner_text().startswith("العربية")
        assert seen.page.locator("article:target").is_visible()


def test_the_keyboard_skips_to_the_content_first(browser: Browser, site: Path) -> None:
    with reading(browser, site / "en" / "index.html") as seen:
        seen.page.keyboard.press("Tab")
        assert seen.page.locator(":focus").inner_text() == "Skip to the content"
        box = seen.page.locator(":focus").bounding_box()
        assert box is not None
        assert box["height"] > 24
        seen.page.keyboard.press("Enter")
        seen.page.keyboard.press("Tab")
        assert seen.page.locator("main :focus").count() == 1


def test_a_snippet_is_shown_exactly(browser: Browser, site: Path) -> None:
    with reading(browser, site / "ar" / "index.html") as seen:
        values = seen.page.locator("textarea").evaluate_all("areas => areas.map(area => area.value)")
        assert set(values) == sheets.snippets_of(sheets.EVERYTHING)


def test_without_a_script_no_button_promises_anything(browser: Browser, site: Path) -> None:
    with reading(browser, site / "en" / "index.html", java_script=False) as seen:
        seen.page.locator("#v-wtisd-2021--en .code summary").click()
        assert seen.page.locator("#v-wtisd-2021--en textarea").is_visible()
        assert seen.page.locator("button:visible").count() == 0


def test_the_button_copies_and_says_so_and_keeps_the_focus(browser: Browser, site: Path) -> None:
    with reading(browser, site / "fr" / "index.html") as seen:
        seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        _press(seen.page)
        seen.page.locator("#copied:has-text('Copié.')").wait_for()
        assert seen.page.evaluate("navigator.clipboard.readText()") == _shown(seen.page)
        assert seen.page.locator("#v-wtisd-2021--ar button").evaluate("one => one === document.activeElement")
        assert seen.page.locator("#copied").get_attribute("role") == "status"


def test_the_button_copies_where_the_page_has_no_clipboard_of_its_own(browser: Browser, site: Path) -> None:
    with reading(browser, site / "fr" / "index.html") as seen:
        seen.page.context.grant_permissions(["clipboard-read"])
        seen.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
        _press(seen.page)
        seen.page.locator("#copied:has-text('Copié.')").wait_for()
        assert seen.page.evaluate("navigator.clipboard.readText()") == _shown(seen.page)
        assert seen.page.locator("#v-wtisd-2021--ar button").evaluate("one => one === document.activeElement")


def test_where_nothing_can_copy_the_text_is_selected_and_the_page_says_how(browser: Browser, site: Path) -> None:
    with reading(browser, site / "en" / "index.html") as seen:
        seen.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
        seen.page.evaluate("() => { document.execCommand = () => false; }")
        _press(seen.page)
        seen.page.locator("#copied:has-text('copy it with the keyboard')").wait_for()
        area = seen.page.locator("#v-wtisd-2021--ar textarea")
        assert area.evaluate("one => one === document.activeElement")
        assert area.evaluate("one => one.value.slice(one.selectionStart, one.selectionEnd) === one.value")


def _press(page: Page) -> None:
    page.locator("#v-wtisd-2021--ar .code summary").click()
    page.locator("#v-wtisd-2021--ar button").click()


def _shown(page: Page) -> str:
    shown: str = page.locator("#v-wtisd-2021--ar textarea").input_value()
    assert shown.startswith("<figure")
    return shown
