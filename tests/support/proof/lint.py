"""This file is a lint of language and direction, for what the Nu checker and axe let through.

Both pass Arabic text in `lang="en"`, a frame's title made of bidi controls only, and `dir="auto"`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from catalogue import InvalidValue, Language
from proof.finding import Finding
from proof.scripts import misfit, shows, writes

_SPOKEN = ("title", "alt", "aria-label", "aria-description", "aria-roledescription", "placeholder", "label")
"""Attributes that are read to people, in the language and direction of their element."""

_NOT_READ = frozenset({"script", "style", "template"})
_DATA_SCRIPTS = frozenset({"application/json", "application/ld+json"})
_OPERATED = frozenset({"a", "button", "iframe", "summary"})
_LINKS = ("href", "src", "action", "formaction", "data")


def check(document: str, html: str, *, allow: Collection[str] = ()) -> tuple[Finding, ...]:
    """Every fault of a whole document. `allow` names runs, stripped, that are the same in every language."""
    soup = BeautifulSoup(html, "lxml")
    faults = [*_page_faults(soup)]
    for element in soup.select("*"):
        faults += _markup_faults(element)
    for element, where, text in _runs(soup):
        if text.strip() not in allow:
            faults += ((rule, f"{where}: {text.strip()[:80]!a}") for rule in _text_faults(element, text))
    return tuple(Finding(document, rule, text) for rule, text in faults)


def _page_faults(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    if soup.html is None or not soup.html.get("lang"):
        yield "page-lang", "the page does not say its language"
    titles = [str(frame.get("title", "")).strip() for frame in soup.find_all("iframe")]
    for title in sorted(set(titles)):
        if titles.count(title) > 1:
            yield "frame-title-unique", f"{titles.count(title)} frames are called {title!a}"


def _markup_faults(element: Tag) -> Iterator[tuple[str, str]]:
    for faults in (_style_and_script, _language_and_direction, _operation):
        for rule, text in faults(element):
            yield rule, f"<{element.name}> {text}".rstrip()


def _style_and_script(element: Tag) -> Iterator[tuple[str, str]]:
    if element.name == "style" or element.has_attr("style"):
        yield "inline-style", ""
    if element.name == "script" and not element.has_attr("src") and element.get("type") not in _DATA_SCRIPTS:
        yield "inline-script", ""
    for name, value in element.attrs.items():
        if name.startswith("on"):
            yield "inline-script", name
        if name in _LINKS and str(value).strip().lower().startswith(("javascript:", "data:", "vbscript:")):
            yield "script-address", name


def _language_and_direction(element: Tag) -> Iterator[tuple[str, str]]:
    if element.get("dir", "ltr") not in {"ltr", "rtl"}:
        yield "dir-unknown", f"dir={element['dir']!a}"
    if element.has_attr("lang") and _language(str(element["lang"])) is None:
        yield "lang-unknown", f"lang={element['lang']!a}"


def _operation(element: Tag) -> Iterator[tuple[str, str]]:
    if element.name == "iframe" and not shows(str(element.get("title", ""))):
        yield "frame-title", "has no title that shows"
    if element.name in _OPERATED and str(element.get("tabindex", "0")).startswith("-"):
        yield "no-keyboard", f"tabindex={element['tabindex']}"
    if element.has_attr("autoplay") or "autoplay=1" in str(element.get("src", "")):
        yield "autoplay", ""


def _runs(soup: BeautifulSoup) -> Iterator[tuple[Tag, str, str]]:
    """Every text that people read: its element, where it stands, the text."""
    for text in soup.find_all(string=True):
        parent = text.parent
        if parent is not None and _is_read(text):
            yield parent, f"<{parent.name}>", str(text)
    for element in soup.select("*"):
        for name in _SPOKEN:
            if element.has_attr(name):
                yield element, f"<{element.name} {name}>", str(element[name])


def _is_read(text: NavigableString) -> bool:
    # Comments and the doctype are preformatted strings to Beautiful Soup.
    return not (isinstance(text, PreformattedString) or any(parent.name in _NOT_READ for parent in text.parents))


def _text_faults(element: Tag, text: str) -> Iterator[str]:
    if not writes(text):
        return
    language = _language(_nearest(element, "lang") or "")
    if language is None:
        yield "lang-missing"
        return
    wrong = misfit(text, language)
    if wrong is not None:
        yield f"lang-script ({wrong} in {language})"
    if (_nearest(element, "dir") or "ltr") != language.direction:
        yield f"dir-lang ({language} is {language.direction})"


def _nearest(element: Tag, name: str) -> str | None:
    return next((str(one[name]) for one in (element, *element.parents) if one.has_attr(name)), None)


def _language(tag: str) -> Language | None:
    try:
        return Language.parse(tag)
    except InvalidValue:
        return None
