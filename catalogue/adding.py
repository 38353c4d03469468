"""This file is how one link gets into the catalogue, or out of it, and every reason why it does not."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from difflib import get_close_matches

from catalogue.candidate import Recognise, Recognised, Refused
from catalogue.errors import CatalogueError
from catalogue.language import Language
from catalogue.model import Catalogue, Message, Video

_NEARLY = 0.85
"""How alike two slugs are, from 0 to 1, when one is taken for a typing mistake of the other."""


class NotAdded(CatalogueError):  # noqa: N818 - named for what it is, as the rest of its tree
    """A link that does not belong where it was put. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One link for one place. `instead` takes a slot that is taken; `anyway` overrides what people know better."""

    slug: str
    language: Language
    url: str
    title: str | None = None
    instead: bool = False
    anyway: bool = False


def add(catalogue: Catalogue, wish: Wish, *, recognise: Recognise, today: dt.date) -> Catalogue:
    """The catalogue with this link; a message that is not there yet is begun. Raises NotAdded, InvalidValue."""
    _check_language(catalogue, wish.language)
    found = recognise(wish.url)
    if isinstance(found, Refused):
        raise NotAdded(f"{wish.url}: {found.reason}")
    if found is None:
        raise NotAdded(f"{wish.url} is not the address of a video on a site that we know")
    message = catalogue.message(wish.slug) or _begun(catalogue, wish)
    held = message.video_in(wish.language)
    if held is not None and not wish.instead:
        raise NotAdded(
            f"{wish.slug} has a video in {wish.language} already ({held.url}); --replace puts this one there"
        )
    elsewhere = _place_of(catalogue, found, wish, recognise)
    if elsewhere is not None and not wish.anyway:
        raise NotAdded(f"this video stands at {elsewhere} already; --force puts it here as well")
    video = Video(wish.language, found.address, title=wish.title, added=today)
    return _with_video(catalogue, message, wish.language, video)


def remove(catalogue: Catalogue, slug: str, language: Language) -> Catalogue:
    """The catalogue without the video in this place; raises NotAdded where there is none."""
    message = catalogue.message(slug)
    if message is None:
        raise NotAdded(f"no message is called “{slug}”{_perhaps(catalogue, slug)}")
    if message.video_in(language) is None:
        raise NotAdded(f"{slug} has no video in {language}, so there is none to remove")
    return _with_video(catalogue, message, language, None)


def _check_language(catalogue: Catalogue, language: Language) -> None:
    if language not in catalogue.languages:
        listed = ", ".join(one.tag for one in catalogue.languages)
        raise NotAdded(f"{language} is not among the languages of the catalogue ({listed}); add it there first")


def _begun(catalogue: Catalogue, wish: Wish) -> Message:
    near = _perhaps(catalogue, wish.slug)
    if near and not wish.anyway:
        raise NotAdded(f"no message is called “{wish.slug}”{near}; --force begins a new one")
    return Message(wish.slug)


def _perhaps(catalogue: Catalogue, slug: str) -> str:
    near = get_close_matches(slug, [message.slug for message in catalogue.messages], n=1, cutoff=_NEARLY)
    return f"; did you mean “{near[0]}”?" if near else ""


def _place_of(catalogue: Catalogue, found: Recognised, wish: Wish, recognise: Recognise) -> str | None:
    """Where else this video stands, as `slug/language`."""
    for message, video in catalogue.places():
        if (message.slug, video.language) == (wish.slug, wish.language):
            continue
        there = recognise(video.url)
        if isinstance(there, Recognised) and there.identity == found.identity:
            return f"{message.slug}/{video.language}"
    return None


def _with_video(catalogue: Catalogue, message: Message, language: Language, video: Video | None) -> Catalogue:
    others = tuple(held for held in message.videos if held.language != language)
    changed = replace(message, videos=others if video is None else (*others, video))
    if catalogue.message(message.slug) is None:
        return replace(catalogue, messages=(*catalogue.messages, changed))
    messages = tuple(changed if held.slug == message.slug else held for held in catalogue.messages)
    return replace(catalogue, messages=messages)
