"""This file is what others ask of our oEmbed, understood or refused (oEmbed 1.0, section 2.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from reports.addresses import OwnAddresses, Place

_WIDTH, _RATIO = 560, (16, 9)
_LEAST = 200
"""The least width and height of a player, in CSS pixels (YouTube's required minimum functionality)."""
_MOST = 1920

_PIXELS = re.compile(r"[1-9][0-9]{0,5}")
_MISSING, _NO_SIZE, _UNKNOWN, _NO_FORM = 400, 400, 404, 501


class Form(StrEnum):
    """In which form an answer can be had."""

    JSON = "json"
    XML = "xml"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no answer: an HTTP status, and a sentence for who reads the answer by eye."""

    status: int
    text: str


PRIVATE = Refusal(401, "This video is private.")
UNKNOWN = Refusal(_UNKNOWN, "There is no video of ours at this address.")


@dataclass(frozen=True, slots=True)
class Box:
    """The size of a frame in CSS pixels."""

    width: int
    height: int

    @classmethod
    def within(cls, width: int | None, height: int | None) -> Self:
        """The largest of 16 by 9 within these, of the usual width where none is asked for.

        It is never under the least of a player, unless less was asked for.
        """
        wide = _WIDTH if width is None else min(width, _MOST)
        high = wide * _RATIO[1] // _RATIO[0]
        if height is not None and height < high:
            wide, high = height * _RATIO[0] // _RATIO[1], height
        return cls(
            max(wide, min(_LEAST, _LEAST if width is None else width)),
            max(high, min(_LEAST, _LEAST if height is None else height)),
        )


@dataclass(frozen=True, slots=True)
class Question:
    """Which place is asked about, how large it may be, and in which form to answer."""

    place: Place
    box: Box
    form: Form


def question(asked: Mapping[str, str], ours: OwnAddresses) -> Question | Refusal:
    """The question in these parameters, or why it is none that we can answer."""
    form = asked.get("format", Form.JSON)
    if form not in tuple(Form):
        return Refusal(_NO_FORM, "This format is not answered in. Ask with format=json or format=xml.")
    for name in ("maxwidth", "maxheight"):
        if name in asked and not _PIXELS.fullmatch(asked[name]):
            return Refusal(_NO_SIZE, f"{name} is no number of pixels. Ask with a whole number from 1 to 999999.")
    if not asked.get("url"):
        return Refusal(_MISSING, "It is not said what is asked about. Ask with url= and an address of ours.")
    place = ours.place(asked["url"])
    if place is None:
        return UNKNOWN
    width, height = (int(asked[name]) if name in asked else None for name in ("maxwidth", "maxheight"))
    return Question(place, Box.within(width, height), Form(form))
