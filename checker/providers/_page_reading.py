"""This file is how a web page is read for what it says about a video (the door to bs4 in this room).

Facts: PROVIDERS.md section 2.12. The page is hostile: what it says is bounded, and its addresses are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag
from bs4.dammit import EncodingDetector
from bs4.filter import SoupStrainer

from checker.exchange import Answer
from checker.providers._page_facts import Facts
from checker.providers._page_schema import VideoObject, first_video_object
from checker.providers._whole_address import whole
from checker.verdict import LONGEST_TEXT, site_text

_WANTED = frozenset("base iframe link meta script title".split())
"""None of these holds other elements: a tree of what is wanted is never deep."""

_MEDIA = re.compile(r"<(?:video|source|embed)(?=[\s>/])", re.IGNORECASE)
_MOST_SCRIPTS = 50
_MOST_FRAMES = 50
_DECLARED = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_LINK = re.compile(r"<([^<>]{1,2048})>([^<>]{0,500})")
_CHARSETS = re.compile(
    r"utf-?8|us-ascii|iso-8859-\d{1,2}|windows-(?:125\d|874)|koi8-[ru]|gb\w{3,6}|big5|shift_jis|euc-(?:jp|kr)"
)
"""Those of WHATWG Encoding that are met in practice: some codecs of Python's are no charsets, or endlessly slow."""

_OEMBED = "application/json+oembed"
_OG_VIDEO = ("og:video:secure_url", "og:video:url", "og:video")


def read(answer: Answer) -> Facts:
    """What the page says. Raises nothing, whatever it is."""
    # The comment keeps bs4 from warning that a short text resembles an address or a file's name.
    text = "<!---->" + _decoded(answer).replace("\0", "\ufffd")
    # Of media elements only their own src is wanted. The parser knows no HTML 5: in its eyes these would hold all
    # that follows them, while a link holds nothing.
    text = _MEDIA.sub("<link", text)
    soup = BeautifulSoup(text, "lxml", parse_only=SoupStrainer(_WANTED))
    named = next((href for tag in soup.find_all("base", limit=1) if (href := _attribute(tag, "href"))), "")
    base = _joined(answer.url, named) or answer.url
    metas = _metas(soup)
    title = metas.get("og:title") or _title(soup)
    return Facts(
        title=site_text(title),
        oembed=_oembed(answer, soup, base),
        video=_video_object(soup, base),
        og_video=next((url for name in _OG_VIDEO if (url := _address(base, metas.get(name, "")))), None),
        player=_address(base, metas.get("twitter:player", "")),
        frames=tuple(islice(_playing(soup, "iframe", base), _MOST_FRAMES)),
        sources=tuple(islice(_playing(soup, "link", base), _MOST_FRAMES)),
    )


def _decoded(answer: Answer) -> str:
    header = _DECLARED.search(answer.header("content-type") or "")
    declared = header[1] if header else EncodingDetector.find_declared_encoding(answer.body, is_html=True)
    charset = (declared or "").lower()
    try:
        return answer.body.decode(charset if _CHARSETS.fullmatch(charset) else "utf-8", "replace")
    except LookupError:
        return answer.text


def _metas(soup: BeautifulSoup) -> dict[str, str]:
    """The first of each; sites write both `property` and `name`."""
    found: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        name = (_attribute(tag, "property") or _attribute(tag, "name")).lower()
        if content := _attribute(tag, "content").strip():
            found.setdefault(name, content)
    return found


def _title(soup: BeautifulSoup) -> str:
    tag = soup.find("title")
    return " ".join(tag.get_text()[: 10 * LONGEST_TEXT].split()) if isinstance(tag, Tag) else ""


def _oembed(answer: Answer, soup: BeautifulSoup, base: str) -> str | None:
    """Where the page says that oEmbed is to be asked (oEmbed, section 4): in itself, or in a Link header."""
    for tag in soup.find_all("link"):
        relations = tag.get_attribute_list("rel")
        if "alternate" in relations and _attribute(tag, "type").lower() == _OEMBED:
            return _address(base, _attribute(tag, "href"))
    for name, value in answer.headers:
        for match in _LINK.finditer(value if name == "link" else ""):
            if _OEMBED in match[2] and "alternate" in match[2]:
                return _address(answer.url, match[1])
    return None


def _video_object(soup: BeautifulSoup, base: str) -> VideoObject | None:
    scripts = soup.find_all("script", attrs={"type": re.compile(r"^\s*application/ld\+json", re.IGNORECASE)})
    texts = (script.get_text() for script in scripts[:_MOST_SCRIPTS])
    return next((found for text in texts if (found := first_video_object(text, lambda url: _address(base, url)))), None)


def _playing(soup: BeautifulSoup, element: str, base: str) -> Iterator[str]:
    for tag in soup.find_all(element):
        for name in ("src", "data-src"):
            if address := _address(base, _attribute(tag, name)):
                yield address


def _joined(base: str, url: str) -> str | None:
    try:
        return urljoin(base, url.strip())
    except ValueError:
        return None


def _address(base: str, url: str) -> str | None:
    """The whole address that stands here; None for other schemes than http and https, and for what is none."""
    found = _joined(base, url) if url.strip() else None
    return whole(found) if found and found.lower().startswith(("https://", "http://")) else None


def _attribute(tag: Tag, name: str) -> str:
    value = tag.get(name)
    return value if isinstance(value, str) else ""
