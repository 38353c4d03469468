"""This file is which of the places on a page show videos, and which of these are ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from catalogue import Catalogue, Language, Message, Video
from checker import Verdict
from checker.providers import PROVIDERS, VideoRef, provider_of, recognise
from reports.inspection._contract import Case, Sighting, Standing
from reports.inspection._page import Embed, Page

MOST_SIGHTINGS = 2_000
"""How many videos of one page are judged."""

Ours = Mapping[VideoRef, tuple[tuple[Message, Video], ...]]


def case_of(
    page: Page, catalogue: Catalogue, standings: Mapping[VideoRef, Standing], language: Language | None = None
) -> Case:
    """The case of a page; `language` is what a person said of it, which counts more than what it says itself."""
    if language is not None:
        page = replace(page, direction=language.direction) if page.language is None else page
    ours = _ours(catalogue)
    spoken = language or page.language
    found = (_sighting(embed, ours, standings, spoken) for embed in page.embeds)
    sightings = tuple(islice((one for one in found if one is not None), MOST_SIGHTINGS + 1))
    if len(sightings) > MOST_SIGHTINGS:
        page, sightings = replace(page, cut=True), sightings[:MOST_SIGHTINGS]
    shown = {
        (one.message.slug, one.recording.language)
        for one in sightings
        if one.message is not None and one.recording is not None
    }
    return Case(page, spoken, catalogue.languages, sightings, frozenset(shown))


def named(page: Page) -> tuple[VideoRef, ...]:
    """The videos that a page names, each once, in its order."""
    found = (video_at(embed.address) for embed in page.embeds)
    return tuple(dict.fromkeys(islice((video for video in found if video is not None), MOST_SIGHTINGS)))


@lru_cache(maxsize=8_192)
def video_at(address: str) -> VideoRef | None:
    """The video at an address of a page; a bare id or a relative address is none."""
    return recognise(address) if is_whole(address) else None


def is_whole(address: str) -> bool:
    """Does an address say which site it is on?"""
    return address.lower().startswith(("http://", "https://", "//"))


def _ours(catalogue: Catalogue) -> Ours:
    found: dict[VideoRef, tuple[tuple[Message, Video], ...]] = {}
    for message, video in catalogue.places():
        for address in (video.url, *video.mirrors):
            ref = recognise(address)
            if ref is not None:
                found[ref] = (*found.get(ref, ()), (message, video))
    return found


def _sighting(
    embed: Embed, ours: Ours, standings: Mapping[VideoRef, Standing], language: Language | None
) -> Sighting | None:
    video = video_at(embed.address)
    if video is None:
        flaw = flaw_of(embed.address) if is_whole(embed.address) else None
        return None if flaw is None else Sighting(embed, None, flaw=flaw.reason)
    places = ours.get(video, ())
    right = (place for place in places if language is not None and place[1].language.sounds_like(language))
    message, recording = next(right, places[0] if places else (None, None))
    impossible = provider_of(video).impossible(video)
    return Sighting(
        embed,
        video,
        message,
        recording,
        standings.get(video),
        None if impossible is None else impossible.reason,
        None if impossible is None else impossible.suggestion,
    )


def flaw_of(address: str) -> Verdict | None:
    """What is wrong with the id at a site's address that names no video there could be; None for any other page."""
    flaws = (provider.flaw(address) for provider in PROVIDERS)
    return next((flaw for flaw in flaws if flaw is not None and _NO_ID in flaw.reason), None)


_NO_ID = "names no video"
"""What the sites' files say of an address whose id can be none; of their other pages they say that they are pages."""
