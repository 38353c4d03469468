"""This file is what one element of a page is to us: a player, a link, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qsl, urlsplit

from reports.inspection._around import Around, language_of
from reports.inspection._elements import NAMES, Attributes, facade_address, plain_address, waiting_address
from reports.inspection._page import Embed, Kind
from reports.inspection._policies import referrer_policy

_KINDS = {
    "iframe": Kind.FRAME,
    "frame": Kind.FRAME,
    "video": Kind.VIDEO,
    "a": Kind.LINK,
    "area": Kind.LINK,
    "object": Kind.OBJECT,
    "embed": Kind.OBJECT,
    "oembed": Kind.QUOTE,
}
_LONGEST_NAME = 400
_ON = frozenset({"1", "true", "yes"})
_FIELDS = 100
"""So many fields of an address are read; no player has as many."""

Whole = Callable[[str], str]
"""Makes an address whole, as the page's own base says."""


def embed_of(element: str, attributes: Attributes, around: Around, inside: Around, whole: Whole) -> Embed | None:
    """What an element shows, standing in `around`, holding `inside`; None for what cannot show a video.

    A `<video>` or `<object>` without an address may still get one from what it holds.
    """
    kind = _KINDS.get(element)
    facade = facade_address(element, attributes)
    if facade:
        kind, address, waiting = Kind.ELEMENT, facade, True
    elif kind is None:
        return None
    else:
        plain = attributes.get("url", "") if kind is Kind.QUOTE else plain_address(element, attributes)
        address = plain or waiting_address(attributes)
        waiting = bool(address) and not plain
    if not address and kind not in {Kind.VIDEO, Kind.OBJECT} and "srcdoc" not in attributes:
        return None
    fields = _fields(address)
    return Embed(
        kind=kind,
        element=element,
        address=whole(address) if address else "",
        line=line_of(attributes),
        title=_name(attributes),
        named=bool(attributes.get("aria-labelledby", "").strip()),
        language=inside.language,
        direction=inside.direction,
        any_direction=inside.any_direction,
        hreflang=language_of(attributes.get("hreflang", "")),
        referrer_policy=referrer_policy(attributes.get("referrerpolicy", "")),
        loading=attributes.get("loading", "").lower(),
        sandbox=frozenset(attributes["sandbox"].lower().split()) if "sandbox" in attributes else None,
        srcdoc="srcdoc" in attributes,
        waiting=waiting,
        folded=around.folded,
        styled=around.styled or inside.styled,
        width=attributes.get("width", "").strip(),
        full_screen="allowfullscreen" in attributes or "fullscreen" in attributes.get("allow", "").lower(),
        starts="autoplay" in attributes or fields.get("autoplay") in _ON,
        muted="muted" in attributes or bool(_ON & {fields.get("mute"), fields.get("muted")}),
        no_focus=attributes.get("tabindex", "").strip().startswith("-"),
    )


def _name(attributes: Attributes) -> str | None:
    """The first of the element's names that says something; an empty one where there are only such."""
    names = [attributes[name][:_LONGEST_NAME] for name in NAMES if name in attributes]
    return next((name for name in names if name.strip()), names[0] if names else None)


def line_of(attributes: Attributes) -> int | None:
    """The line where a tag begins, counted from 1; None where it is not known."""
    number = attributes.get(LINE, "")
    return int(number) if number.isdecimal() else None


LINE = "data-hexaglot-line"
"""The attribute in which the reader notes where a tag begins."""


def _fields(address: str) -> dict[str, str]:
    try:
        return dict(parse_qsl(urlsplit(address).query, max_num_fields=_FIELDS))
    except ValueError:
        return {}
