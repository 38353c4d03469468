"""This file is what Drupal keeps of code in a field of the text format Basic HTML.

Drupal takes a tag that is not on its list out and leaves what stood in it, data of scripts too; comments go whole. On
every element `lang` is kept as it is, and `dir` only where it says ltr or rtl: `dir="auto"` goes (SNIPPETS, finding 2).
"""

from __future__ import annotations

from datetime import date

from checker.verdict import sentence
from reports.filters._contract import Filter
from reports.filters._sieve import Allowed, listed, sieve

_ELEMENTS = listed("""\
br p cite dl dt dd strong em code li
h2 h3 h4 h5 h6: id
a: hreflang href
blockquote: cite
ul: type
ol: start type
img: src alt data-entity-uuid data-entity-type height width data-caption data-align
""")
_SCHEMES = frozenset("ftp http https irc mailto news nntp rtsp sftp ssh tel telnet webcal".split())
_DIRECTIONS = frozenset({"ltr", "rtl"})


def _revise(_element: str, attribute: str, value: str) -> str | None:
    """The value's words that are allowed: of `dir` two, of any other attribute all."""
    if attribute != "dir":
        return value
    return " ".join(word for word in value.split() if word in _DIRECTIONS) or None


_sieved = sieve(Allowed(_ELEMENTS, frozenset({"lang", "dir"}), _SCHEMES, revise=_revise))


class DrupalBasic:
    """The filter “Limit allowed HTML tags”, applied whenever the text is shown."""

    name = "drupal-basic"
    label = sentence("Drupal, text format Basic HTML")
    source = (
        "Drupal core 11.2, core/recipes/basic_html_format_editor/config/filter.format.basic_html.yml, "
        "FilterHtml.php, Xss.php, filter_protocols"
    )
    as_of = date(2025, 6, 19)
    advice = sentence("Paste it with the Source button of the editor; for a player use a media field (Remote video).")
    best = ("drupal", "links")

    def keep(self, code: str) -> str:
        """What is shown, without white space around it."""
        return _sieved(code).strip()


FILTER: Filter = DrupalBasic()
