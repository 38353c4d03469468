"""This file is links that show the address of one video and lead to another: a slip of the pen, or of the paste."""

from __future__ import annotations

from catalogue.candidate import Recognise, Recognised
from catalogue.lines import INVISIBLE, Link, fold
from catalogue.page import read_page

NAMED = 3
"""How many of them are named to a person."""


def remark_on(html: str, recognise: Recognise) -> str:
    """A sentence or two on the links of a letter's HTML that show another video than they lead to; empty without any.

    Where a link leads is what counts: it is what people who clicked have seen. But somebody should look.
    """
    found = [
        f"The link{_place(link)} shows {shown[:200]} but leads to {fold(link.url)[:200]}."
        for line in read_page(html)
        for link in line.links
        if _disguised(link, shown := fold("".join(link.words)).strip(INVISIBLE), recognise)
    ]
    if not found:
        return ""
    more = f"{len(found) - NAMED} more do so." if len(found) > NAMED else ""
    return " ".join(filter(None, (*found[:NAMED], more, "Where it leads was taken; look which one is meant.")))


def _place(link: Link) -> str:
    return "" if link.line is None else f" in line {link.line}"


def _disguised(link: Link, shown: str, recognise: Recognise) -> bool:
    if "." not in shown or " " in shown:
        return False
    seen, meant = recognise(shown), recognise(link.url)
    return isinstance(seen, Recognised) and isinstance(meant, Recognised) and seen.identity != meant.identity
