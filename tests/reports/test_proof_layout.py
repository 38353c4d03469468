"""Where the forms stand in English and Arabic pages, and how they read, in Chromium and Firefox."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from catalogue import Language
from proof.browser import visit
from proof.engines import Engine
from proof.messages import IN_PAGES, orders, versions
from proof.pages import ELEMENT, SHEET, wrapped
from proof.player import playing
from proof.titles import HOSTILE
from proof.world import Document
from reports.embeds import VARIANTS, Order, Style, variant_named

pytestmark = pytest.mark.browser

HOST = "https://editor.example/"
ENGLISH, ARABIC = Language("en"), Language("ar")
FORMS = tuple(variant.name for variant in VARIANTS if variant.syntax in IN_PAGES)
OURS = ("component", "details", "iframe", "switcher", "wordpress-html")
"""The forms whose boxes are ours; the others stand in the page as its own paragraphs, lists or frames."""

TITLES = {number: next(one.raw for one in HOSTILE if one.number == number) for number in (10, 14, 15, 20)}


def pasted(forms: tuple[str, ...], title: str | None = None, style: Style = Style.SHEET) -> str:
    """These forms of a message with this title, every panel open."""
    variants = [variant_named(form) for form in forms]
    code = "".join(
        variant.render(replace(order, style=style))
        for year, variant in enumerate(variants, 2001)
        for order in orders(variant, versions(title, year))
    )
    return code.replace("<details", "<details open").replace(' name="vm-', ' data-group="')


def document(code: str, page: Language, style: Style = Style.SHEET) -> Document:
    return Document(wrapped(code, page, SHEET + ELEMENT if style is Style.SHEET else ""))


BOXES = """
names => Array.from(document.querySelectorAll("main *")).filter(one => names.includes(one.localName)).map(one => {
  const box = one.getBoundingClientRect(), page = document.documentElement.clientWidth;
  const from = document.documentElement.dir === "rtl" ? page - box.right : box.left;
  return [one.localName, Math.round(from * 100) / 100, Math.round(box.width * 100) / 100];
})
"""
"""Of these elements: name, how far from where the page begins its box begins, and its width; in CSS pixels."""

CONTAINERS = ["figure", "iframe", "figcaption", "details", "summary", "div", "ul", "li", "p", "vm-player"]


@pytest.mark.proof(42)
def test_in_an_arabic_page_boxes_are_the_reflection_of_those_in_an_english_one(engine: Engine) -> None:
    code = pasted(FORMS)
    pages = {HOST: document(code, ENGLISH), f"{HOST}ar": document(code, ARABIC)}
    with engine.open(HOST, playing(pages)) as reader:
        english = reader.evaluate(BOXES, CONTAINERS)
        texts = reader.evaluate(BOXES, ["a", "span"])
        reader.go(f"{HOST}ar")
        assert reader.evaluate(BOXES, CONTAINERS) == english
        assert [one[:2] for one in reader.evaluate(BOXES, ["a", "span"])] == [one[:2] for one in texts]
    assert len(english) > 100


WIDE = """
() => [document.documentElement.scrollWidth, document.documentElement.clientWidth,
  Array.from(document.querySelectorAll("iframe"), one => [one.getBoundingClientRect().width,
    one.getBoundingClientRect().height])]
"""
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } "
    "p { margin-block-end: 2em !important }"
)
"""What WCAG 2.2, 1.4.12, lets readers set."""

SPACE = """
rules => { const sheet = new CSSStyleSheet(); sheet.replaceSync(rules); document.adoptedStyleSheets = [sheet] }
"""


@pytest.mark.proof(45)
@pytest.mark.parametrize("page", [ENGLISH, ARABIC], ids=str)
@pytest.mark.parametrize("style", Style)
def test_on_a_small_telephone_players_are_large_enough_and_nothing_overflows(
    engine: Engine, page: Language, style: Style
) -> None:
    forms = OURS if style is Style.SHEET else OURS[1:]
    with engine.open(HOST, playing({HOST: document(pasted(forms, style=style), page, style)}), width=320) as reader:
        for rules in ("", SPACED):
            reader.evaluate(SPACE, rules)
            whole, seen, frames = reader.evaluate(WIDE)
            assert whole <= seen <= 320
            assert len(frames) == 24
            for width, height in frames:
                assert width >= 200
                assert height >= 200


@pytest.mark.proof(45)
@pytest.mark.parametrize("style", Style)
def test_where_there_is_room_players_are_16_by_9(engine: Engine, style: Style) -> None:
    with engine.open(HOST, playing({HOST: document(pasted(OURS[1:], style=style), ENGLISH, style)})) as reader:
        _, _, frames = reader.evaluate(WIDE)
        assert [[round(width), round(height)] for width, height in frames] == [[560, 315]] * 24


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize(
    "number", [pytest.param(14, marks=pytest.mark.proof(14)), pytest.param(15, marks=pytest.mark.proof(15))]
)
def test_the_longest_title_does_not_widen_a_page(engine: Engine, number: int, style: Style) -> None:
    forms = OURS if style is Style.SHEET else OURS[1:]
    html = document(pasted(forms, TITLES[number], style), ENGLISH, style)
    with engine.open(HOST, playing({HOST: html}), width=360) as reader:
        whole, seen, _ = reader.evaluate(WIDE)
        assert whole <= seen <= 360


ORDER = """
title => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const orders = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const start = node.data.indexOf(title);
    if (start < 0) continue;
    const places = Array.from(title, (_, place) => {
      const range = document.createRange();
      range.setStart(node, start + place);
      range.setEnd(node, start + place + 1);
      return [range.getBoundingClientRect().left, place];
    });
    orders.push(places.sort((one, two) => one[0] - two[0] || one[1] - two[1]).map(one => one[1]).join(" "));
  }
  return orders;
}
"""
"""For each text that holds the title: its characters' places, from left to right as they are seen."""

SHOWING = ("details", "drupal", "iframe", "switcher", "wordpress", "wordpress-html")
"""The forms that show a title as text."""


@pytest.mark.proof(20)
@pytest.mark.parametrize("page", [ENGLISH, ARABIC], ids=str)
def test_an_arabic_title_reads_as_in_an_arabic_paragraph(engine: Engine, page: Language) -> None:
    title = TITLES[20] or ""
    arabic = Order(versions(title)[3:4])
    code = "".join(variant_named(form).render(arabic) for form in SHOWING).replace("<details", "<details open")
    html = document(f'<p lang="ar" dir="rtl">{title}</p>{code}<p lang="ar" dir="ltr">{title}</p>', page)
    with engine.open(HOST, playing({HOST: html}), width=1200) as reader:
        reference, *shown, careless = reader.evaluate(ORDER, title)
    assert len(shown) == 7
    assert set(shown) == {reference}
    assert careless != reference


@pytest.mark.proof(10)
def test_the_page_keeps_its_order_after_a_title_with_stray_controls(engine: Engine) -> None:
    raw = TITLES[10] or ""
    tail = " is shown today."
    link = variant_named("drupal").render(Order(versions(raw)[:1]))
    sentence = link.replace("</p>", f"{tail}</p>")
    pages = {HOST: document(sentence, ENGLISH), f"{HOST}raw": document(f"<p>{raw}<i>{tail}</i></p>", ENGLISH)}
    straight = " ".join(str(place) for place in range(len(tail)))
    with engine.open(HOST, playing(pages)) as reader:
        assert reader.evaluate(ORDER, tail) == [straight]
        reader.go(f"{HOST}raw")
        assert reader.evaluate(ORDER, tail) != [straight]


@pytest.mark.proof(44)
@pytest.mark.parametrize("page", [ENGLISH, ARABIC], ids=str)
def test_arabic_and_chinese_are_set_in_letters_made_for_them(browser: Browser, page: Language) -> None:
    with visit(browser, HOST, playing({HOST: document(pasted(OURS), page)})) as seen:
        asked = seen.page.context.new_cdp_session(seen.page)
        root = asked.send("DOM.getDocument")["root"]["nodeId"]
        asked.send("CSS.enable")

        def fonts(tag: str) -> set[str]:
            where = {"nodeId": root, "selector": f".vm a[lang={tag}], .vm span[lang={tag}], vm-player a[lang={tag}]"}
            nodes = asked.send("DOM.querySelectorAll", where)["nodeIds"]
            assert len(nodes) > 5
            told = [asked.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"] for node in nodes]
            return {font["familyName"] for all_of_one in told for font in all_of_one}

        assert fonts("ar") == {"Noto Naskh Arabic"}
        assert fonts("zh") == {"Noto Sans CJK SC"}
        assert fonts("en") == fonts("ru") == {"Noto Sans"}
