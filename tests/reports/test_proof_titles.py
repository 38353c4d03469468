"""Every hostile title of SNIPPETS section 6, in six languages and every form, read back by who reads it."""

from __future__ import annotations

import html
from collections.abc import Mapping

import mistune
import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from catalogue import SIX_LANGUAGES, Language, Message, Video
from proof.engines import Engine, Reader
from proof.messages import IN_PAGES, orders, versions
from proof.pages import wrapped
from proof.titles import HOSTILE, Hostile
from proof.world import Document
from reports.embeds import VARIANTS, Order, variant_named
from reports.titles import clean, default_title
from reports.titling import title_of

HOST = "https://editor.example/"
HONEST = "An honest title"
MARKUP = range(1, 9)
"""The checks whose titles are markup: their players are loaded, so that a handler would run."""

each_title = pytest.mark.parametrize(
    "hostile",
    [
        pytest.param(hostile, marks=pytest.mark.proof(hostile.number), id=f"{hostile.number}-{place}")
        for place, hostile in enumerate(HOSTILE)
    ],
)

SKELETON = """
titles => {
  const named = text => titles.reduce((rest, title) => rest.replaceAll(title, "TITLE"), text);
  const read = (_, value) => typeof value === "string" ? named(value) : value;
  const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ALL);
  const seen = [];
  for (let node = walk.currentNode; node; node = walk.nextNode()) {
    if (node.nodeType === Node.ELEMENT_NODE)
      seen.push([node.localName, ...Array.from(node.attributes, one => one.name + "=" + named(one.value))]);
    else if (node.parentNode.type === "application/ld+json")
      seen.push(["json", JSON.stringify(JSON.parse(node.data, read))]);
    else seen.push([node.nodeName, named(node.data)]);
  }
  return [seen, String(window.__x), document.querySelector("#after").innerText];
}
"""
"""Every node of the page as parsed, the title replaced by a word; what ran; the page's own last words."""

Skeleton = tuple[list[list[str]], str, str]


FAR = '<section style="block-size: 9999px"></section>\n'
"""Keeps players out of sight, so that none is loaded: what follows is read, and nothing but markup could run."""


def page_of(title: str | None, before: str = "") -> Document:
    """Every form that browsers read, of a message with this title, in one English page."""
    shown = versions(title)
    pasted = "".join(
        f"<section>\n{variant.render(order)}</section>\n"
        for variant in VARIANTS
        if variant.syntax in IN_PAGES
        for order in orders(variant, shown)
    )
    return Document(wrapped(before + pasted, Language("en")))


def skeleton(reader: Reader, titles: set[str]) -> Skeleton:
    nodes, ran, last = reader.evaluate(SKELETON, sorted(titles, key=len, reverse=True))
    return nodes, ran, last


@pytest.fixture(scope="module")
def skeletons(engine: Engine) -> Mapping[str | None, Skeleton]:
    """The page of every title in one visit: title -> what the browser made of it."""
    pages = {
        f"{HOST}{place}": page_of(hostile.raw, "" if hostile.number in MARKUP else FAR)
        for place, hostile in enumerate(HOSTILE)
    }
    pages |= {HOST: page_of(HONEST), f"{HOST}far": page_of(HONEST, FAR)}
    player = Document("<!DOCTYPE html><title>Player</title>")
    world = lambda url: pages.get(url, player if "youtube-nocookie.com/embed/" in url else None)  # noqa: E731
    with engine.open(HOST, world) as reader:
        made: dict[str | None, Skeleton] = {HONEST: skeleton(reader, {HONEST})}
        reader.go(f"{HOST}far")
        made["far"] = skeleton(reader, {HONEST})
        for place, hostile in enumerate(HOSTILE):
            reader.go(f"{HOST}{place}")
            made[hostile.raw] = skeleton(reader, {one.title for one in versions(hostile.raw)})
        assert reader.complaints == []
        assert reader.refused == []
    return made


@pytest.mark.browser
@each_title
def test_a_title_is_text_in_every_form_and_changes_nothing_else(
    skeletons: Mapping[str | None, Skeleton], hostile: Hostile
) -> None:
    assert skeletons[hostile.raw] == skeletons[HONEST if hostile.number in MARKUP else "far"]


@pytest.mark.browser
def test_the_forms_say_the_title_as_often_as_they_should(skeletons: Mapping[str | None, Skeleton]) -> None:
    nodes, ran, last = skeletons[HONEST]
    uses = sum(text.count("TITLE") for node in nodes for text in node)
    # component 6, details 18, drupal 6, iframe 12, json-ld 12, links 0, sharepoint 6, switcher 12, wordpress 6 and 12
    assert uses == 90
    assert (ran, last) == ("undefined", "After the snippet.")


@each_title
def test_a_title_is_cleaned_and_what_was_removed_is_told(hostile: Hostile) -> None:
    cleaned = clean(hostile.raw)
    assert cleaned.text == hostile.text
    assert len(cleaned.removed) == len(hostile.removed)
    for removed, (what, position) in zip(cleaned.removed, hostile.removed, strict=True):
        assert (removed.what[: len(what)], removed.position) == (what, position)
    for language in SIX_LANGUAGES:
        message = Message("wtisd-2021", videos=(Video(language, "https://youtu.be/wwHOsWsInD0", hostile.raw),))
        titled = title_of(message, language)
        assert titled.text == (hostile.text or default_title(language, 2021))
        assert ("was removed" in " ".join(titled.remarks)) is bool(hostile.removed)
        assert ("mixes letters" in " ".join(titled.remarks)) is (hostile.number == 32)


@each_title
@pytest.mark.parametrize("several", [False, True])
def test_in_markdown_a_title_is_one_link_for_two_readers(hostile: Hostile, *, several: bool) -> None:
    shown = versions(hostile.raw)
    for batch in [shown] if several else [(one,) for one in shown]:
        code = variant_named("markdown").render(Order(batch))
        texts = [f"{one.language.autonym}: {one.title}" if several else one.title for one in batch]
        for made in (MarkdownIt("gfm-like", {"html": True}).render(code), str(mistune.html(code))):
            page = BeautifulSoup(made, "lxml")
            assert [link.get_text() for link in page.select("a")] == texts
            assert [link["href"] for link in page.select("a")] == [one.page for one in batch]
            assert {element.name for element in page.select("*")} <= {"html", "body", "p", "ul", "li", "a"}
            assert page.get_text().split() == " ".join(texts).split()


@each_title
@pytest.mark.parametrize("name", ["letter", "mediawiki"])
def test_in_plain_text_a_title_stays_in_its_line(hostile: Hostile, name: str) -> None:
    variant = variant_named(name)
    shown, honest = versions(hostile.raw), versions(HONEST)
    (code,), (expected,) = ([variant.render(order) for order in orders(variant, one)] for one in (shown, honest))
    lines = code.splitlines()
    assert code.encode("utf-8").count(b"\n") == len(lines) == 6
    for line, pattern, version in zip(lines, expected.splitlines(), shown, strict=True):
        assert html.unescape(line) == pattern.replace(HONEST, version.title)


@pytest.mark.proof(28)
@pytest.mark.parametrize("name", ["wordpress", "wordpress-html"])
def test_no_title_opens_a_shortcode_of_wordpress(name: str) -> None:
    for hostile in HOSTILE:
        for order in orders(variant_named(name), versions(hostile.raw)):
            code = variant_named(name).render(order)
            assert "[" not in code
            assert "]" not in code


@pytest.mark.browser
def test_the_comparison_finds_every_title_that_is_not_escaped(engine: Engine) -> None:
    """The instrument sees what it must: pasted raw, each title with markup in it changes the page."""
    careless = "<p title=\"{0}\"><a title='{0}' href=#>{0}</a></p>"
    titles = [hostile.raw or "" for hostile in HOSTILE if hostile.number in MARKUP]
    pages = {
        f"{HOST}{place}": Document(wrapped(careless.format(title), Language("en")))
        for place, title in enumerate([HONEST, *titles])
    }
    with engine.open(f"{HOST}0", pages.get) as reader:
        expected = skeleton(reader, {HONEST})
        for place, title in enumerate(titles, 1):
            reader.go(f"{HOST}{place}")
            assert skeleton(reader, {title}) != expected
