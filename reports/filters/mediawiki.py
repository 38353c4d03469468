"""This file is what MediaWiki makes of HTML in wikitext.

A tag that it does not know becomes text that readers see, `<a>` and `<iframe>` included: links are written otherwise in
wikitext. Wikitext's own marks are none of our business here; they stay as they are.
"""

from __future__ import annotations

import re
from datetime import date

from checker.verdict import sentence
from reports.filters._contract import Filter
from reports.filters._sieve import Allowed, listed, sieve

# meta and link are missing, which are allowed with microdata only; a snippet has none.
_ELEMENTS = listed("""\
abbr b bdi bdo big center cite code dd dfn dl dt em i kbd mark q rb rp rt rtc ruby s samp small span strike strong
sub sup tt u var wbr
blockquote: cite
br: clear
caption div h1 h2 h3 h4 h5 h6 p: align
data: value
del ins: cite datetime
font: size color face
hr pre: width
li: type value
ol: type start reversed
table: summary width border frame rules cellspacing cellpadding align bgcolor
td th: abbr axis headers scope rowspan colspan nowrap width height bgcolor align valign
time: datetime
tr: bgcolor align valign
ul: type
""")
_MICRODATA = frozenset("about property resource datatype typeof itemid itemprop itemref itemscope itemtype".split())
_EVERYWHERE = _MICRODATA | frozenset(
    "id class style lang dir title tabindex aria-describedby aria-flowto aria-hidden aria-label aria-labelledby"
    " aria-owns role".split()
)
_RESERVED = ("data-mw", "data-ooui", "data-parsoid")
_EVIL_ADDRESS = re.compile(r"(?:^|\s|\*/)(?:java|vb)script(?:\W|$)", re.IGNORECASE)
_EVIL_STYLE = re.compile(
    r"expression|filter\s*:|accelerator\s*:|-o-link|-o-replace\s*:|url\s*\(|image(?:-set)?\s*\(|attr\s*\(|\\|/\*",
    re.IGNORECASE,
)
_INSTEAD = "/* insecure input */"

_COMMENT_LINE = re.compile(r"(?<=\n)[ ]*<!--(?:(?!-->).)*-->[ ]*\n", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NOWIKI = re.compile(r"(<nowiki>.*?</nowiki>)", re.DOTALL | re.IGNORECASE)
_EMPTY_NOWIKI = re.compile(r"<nowiki\s*/>", re.IGNORECASE)
_NO_TAG = re.compile(rf"<(?!/?(?:{'|'.join(_ELEMENTS)})(?:[\s/][^<>]*)?>)", re.IGNORECASE)


def _revise(_element: str, attribute: str, value: str) -> str | None:
    if attribute == "style":
        return _INSTEAD if _EVIL_STYLE.search(value) else value
    refused = (
        attribute.startswith(_RESERVED)
        or (attribute == "tabindex" and value != "0")
        or (attribute in _MICRODATA and _EVIL_ADDRESS.search(value))
    )
    return None if refused else value


_sieved = sieve(
    Allowed(
        {**_ELEMENTS, "nowiki": frozenset()},
        _EVERYWHERE,
        frozenset({"http", "https"}),
        prefixes=frozenset({"data-"}),
        revise=_revise,
    )
)


class MediaWiki:
    """Its Sanitizer, which reads the HTML in wikitext before anything else does."""

    name = "mediawiki"
    label = "MediaWiki"
    source = "MediaWiki 1.45, includes/Parser/Sanitizer.php (getRecognizedTagData, setupAttributesAllowedInternal)"
    as_of = date(2026, 4, 1)
    advice = sentence("Write wikitext: HTML links and players are shown to readers as code.")
    best = ("mediawiki",)

    def keep(self, code: str) -> str:
        """Wikitext, in which HTML is what readers get, and all other tags are text."""
        text = _COMMENT.sub("", _COMMENT_LINE.sub("", _EMPTY_NOWIKI.sub("<nowiki></nowiki>", code)))
        return _sieved("".join(map(_text_as_such, _NOWIKI.split(text))))


def _text_as_such(part: str) -> str:
    """The part with every `<` escaped that begins no known tag; inside `nowiki` none does."""
    if _NOWIKI.fullmatch(part):
        inner = part[len("<nowiki>") : -len("</nowiki>")]
        return f"<nowiki>{inner.replace('<', '&lt;')}</nowiki>"
    return _NO_TAG.sub("&lt;", part)


FILTER: Filter = MediaWiki()
