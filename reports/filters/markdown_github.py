"""This file is what GitHub keeps of Markdown, and of the HTML in it: a README, an issue, a wiki page.

First the Markdown becomes HTML, in which the first sign of nine tags is escaped, so that readers see them as text;
then what is not on a list goes, and its text stays. What GitHub adds (`rel`, prefixes of ids) is not shown here.
"""

from __future__ import annotations

import re
from datetime import date

from checker.verdict import sentence
from reports.filters._contract import Filter
from reports.filters._rendering import rendered
from reports.filters._sieve import Allowed, listed, sieve

# `longdesc` of images is on the list too; no snippet has it.
_ELEMENTS = listed("""\
h1 h2 h3 h4 h5 h6 br b i strong em pre code tt sup sub p ol ul table thead tbody tfoot dl dt dd kbd samp var hr ruby rt
rp li tr td th s strike summary details caption figure figcaption abbr bdo cite dfn mark small span time wbr
a: href
img: src
div: itemscope itemtype
blockquote del ins q: cite
""")
_EVERYWHERE = frozenset(
    "abbr accept accept-charset accesskey align alt aria-describedby aria-hidden aria-label aria-labelledby axis border"
    " cellpadding cellspacing char charoff charset checked clear cols colspan color compact coords datetime dir"
    " disabled enctype for frame headers height hreflang hspace id ismap itemprop label lang maxlength media method"
    " multiple name nohref noshade nowrap open progress prompt readonly rel rev role rows rowspan rules scope selected"
    " shape size span start summary tabindex title type valign value width".split()
)
_DISALLOWED = re.compile(
    r"<(?=/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\s/>]|$))", re.IGNORECASE
)
_sieved = sieve(Allowed(_ELEMENTS, _EVERYWHERE, frozenset({"http", "https", "mailto"})))


class MarkdownGitHub:
    """GitHub's Markdown and its published list of elements and attributes."""

    name = "markdown-github"
    label = sentence("Markdown on GitHub")
    source = (
        "html-pipeline 3.2.4, lib/html_pipeline/sanitization_filter.rb; "
        "GitHub Flavored Markdown Spec 0.29, section 6.11 (Disallowed Raw HTML)"
    )
    as_of = date(2026, 1, 6)
    advice = sentence("Players are shown as code: use links.")
    best = ("markdown", "links", "letter")

    def keep(self, code: str) -> str:
        """The HTML that is shown."""
        return _sieved(_DISALLOWED.sub("&lt;", rendered(code)))


FILTER: Filter = MarkdownGitHub()
