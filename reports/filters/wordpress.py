"""This file is what WordPress keeps of an author's code: of one who may not post unfiltered HTML.

WordPress takes a tag that is not on its list out and leaves what stood in it, so that the data of a script is then read
by everyone. Comments stay, because its blocks are written as such.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from checker.verdict import sentence
from reports.filters._contract import Filter
from reports.filters._sieve import Allowed, listed, sieve

# Not here, though WordPress has them: object, textarea, title, MathML. No snippet holds them.
_ELEMENTS = listed("""\
abbr acronym address b bdo big br cite code dd dfn dl dt em fieldset i kbd mark rb rp rt rtc ruby
s samp search small strike strong sub sup tt u var wbr
a: href rel rev name target download
area: alt coords href nohref shape target
article aside caption figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup legend main nav p section span: align
summary: align
audio: autoplay controls loop muted preload src
blockquote q: cite
button: disabled name type value popovertarget popovertargetaction aria-haspopup
col colgroup: align char charoff span valign width
data: value
del: datetime
details: align open name
dialog: closedby open popover
div: align popover
font: color face size
hr: align noshade size width
img: alt align border height hspace loading vspace src width
ins: datetime cite
label: for
li: align value
map: name
menu: type
meter: high low max min optimum value
ol: start type reversed
pre: width
progress: max value
table: align bgcolor border cellpadding cellspacing rules summary width
tbody tfoot thead: align char charoff valign
td th: abbr align axis bgcolor char charoff colspan headers height nowrap rowspan scope valign width
time: datetime
tr: align bgcolor char charoff valign
track: default kind label src srclang
ul: type popover
video: autoplay controls height loop muted playsinline poster preload src width
""")
_EVERYWHERE = frozenset(
    "aria-controls aria-current aria-describedby aria-details aria-expanded aria-hidden aria-label aria-labelledby"
    " aria-live class dir hidden id lang role style title xml:lang".split()
)
_SCHEMES = frozenset(
    "http https ftp ftps mailto news irc irc6 ircs gopher nntp feed telnet mms rtsp sms svn tel fax xmpp webcal"
    " urn".split()
)
_STYLES = frozenset(
    "background background-attachment background-blend-mode background-color background-image background-position"
    " background-repeat background-size border border-bottom border-bottom-color border-bottom-left-radius"
    " border-bottom-right-radius border-bottom-style border-bottom-width border-collapse border-color border-left"
    " border-left-color border-left-style border-left-width border-radius border-right border-right-color"
    " border-right-style border-right-width border-spacing border-style border-top border-top-color"
    " border-top-left-radius border-top-right-radius border-top-style border-top-width border-width caption-side color"
    " column-count column-fill column-gap column-rule column-span column-width columns filter font font-family"
    " font-size font-style font-variant font-weight letter-spacing line-height text-align text-decoration text-indent"
    " text-transform height max-height min-height width max-width min-width margin margin-block-end"
    " margin-block-start margin-bottom margin-inline-end margin-inline-start margin-left margin-right margin-top"
    " padding padding-block-end padding-block-start padding-bottom padding-inline-end padding-inline-start"
    " padding-left padding-right padding-top flex flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap"
    " gap row-gap grid-auto-columns grid-auto-rows grid-column-end grid-column-gap grid-column-start grid-gap"
    " grid-row-end grid-row-gap grid-row-start grid-template-columns grid-template-rows align-content align-items"
    " align-self justify-content justify-items justify-self clear cursor direction float list-style-type object-fit"
    " object-position overflow vertical-align writing-mode aspect-ratio bottom box-shadow left position right top"
    " z-index".split()
)
_VARIABLE = re.compile(r"--[\w-]+", re.ASCII)
_FUNCTION = re.compile(r"\b(?:var|calc|min|max|minmax|clamp|repeat)\((?:[^()]|\([^()]*\))*\)")
_UNSAFE = re.compile(r"[\\(&}=]|/\*")


def _revise(_element: str, attribute: str, value: str) -> str | None:
    """A style without the declarations that are not allowed; everything else as it is."""
    if attribute != "style":
        return value
    return ";".join(part for part in map(str.strip, value.split(";")) if part and _is_allowed(part)) or None


def _is_allowed(declaration: str) -> bool:
    """Addresses and gradients, which WordPress may let through, count as unsafe here; no snippet has them."""
    name, colon, _ = declaration.partition(":")
    known = not colon or name.strip() in _STYLES or _VARIABLE.fullmatch(name.strip())
    return bool(known) and not _UNSAFE.search(_FUNCTION.sub("", declaration))


_ALLOWED = Allowed(_ELEMENTS, _EVERYWHERE, _SCHEMES, prefixes=frozenset({"data-"}), comments=True, revise=_revise)
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_DASHES = re.compile(r"-{2,}")

_sieved = sieve(_ALLOWED)
_sieved_inside = sieve(replace(_ALLOWED, comments=False))


class WordPress:
    """The filter of posts: `wp_kses_post`, applied when an author or a contributor saves."""

    name = "wordpress"
    label = sentence("WordPress, for authors")
    source = "WordPress 7.0, wp-includes/kses.php ($allowedposttags, _wp_add_global_attributes), wp_allowed_protocols()"
    as_of = date(2026, 5, 20)
    advice = sentence("Paste it in the code editor, or as a block; a player stays only as an embed block.")
    best = ("wordpress", "links", "drupal")

    def keep(self, code: str) -> str:
        """What is left when the post was saved. Releases up to 6.8 also take `name` from `details`."""
        return _COMMENT.sub(_comment, _sieved(code))


def _comment(found: re.Match[str]) -> str:
    """A comment is filtered like text, and holds no two hyphens in a row."""
    inner = _DASHES.sub("-", _sieved_inside(found[1].replace("<!--", ""))).removesuffix("-")
    return f"<!--{inner}-->" if inner else ""


FILTER: Filter = WordPress()
