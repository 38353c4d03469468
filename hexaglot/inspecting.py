"""This file is the task `inspect-page`: a page read, its videos found, what is wrong with each, the right code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from catalogue import Catalogue, Language, Message, Title, Video
from checker import Belief, Observation, Opinion
from checker.providers import VideoRef, provider_of, recognise
from hexaglot.embedding import Taste, addresses, made
from reports.embeds import INLINE, SnippetError, variant_named
from reports.homes import Wish
from reports.inspected import Inspected, inspected
from reports.inspection import Case, Kind, Page, Sighting, Standing, case_of, named, says_nothing
from reports.titles import clean

Look = Callable[[tuple[str, ...]], Mapping[str, Observation]]
"""Looks at addresses now; those without an answer may be missing."""
Recall = Callable[[tuple[str, ...]], Mapping[str, Opinion]]
"""What is believed of addresses."""


def inspection(
    source: str, page: Page, catalogue: Catalogue, *, recall: Recall, look: Look | None, language: Language | None
) -> Inspected:
    """Hold a page's videos against the catalogue and the rules; `look` is None where nobody is to be asked.

    `language` is what a person said of the page, None where its own word counts.
    """
    videos = _addresses(named(page), catalogue)
    asked = tuple(videos)
    opinions = dict(recall((*asked, *_others(catalogue, frozenset(asked))))) if asked else {}
    looks = look(asked) if look is not None and asked else {}
    for address, seen in looks.items():
        verdict = seen.verdict
        if verdict.state.conclusive:
            opinions[address] = Opinion(Belief(verdict.state, verdict.detail, verdict.reason, seen.at, seen.at))
    standings = {
        ref: Standing(belief.state, belief.detail, belief.reason)
        for address, ref in videos.items()
        if (belief := opinions.get(address, Opinion()).belief) is not None
    }
    return inspected(
        source,
        case_of(page, catalogue, standings, language),
        lambda case, sighting: right_code(case, sighting, opinions),
        unjudged=sum(not seen.verdict.state.conclusive for seen in looks.values()),
    )


def _others(catalogue: Catalogue, shown: frozenset[str]) -> tuple[str, ...]:
    """All other addresses of the messages that are shown: what stands in the place of a video that is gone."""
    found = (addresses(message) for message in catalogue.messages)
    concerned = (urls for urls in found if not shown.isdisjoint(urls))
    return tuple(dict.fromkeys(url for urls in concerned for url in urls if url not in shown))


def _addresses(videos: tuple[VideoRef, ...], catalogue: Catalogue) -> dict[str, VideoRef]:
    """Under which address each video is asked about, and remembered: the catalogue's own, else the proper one."""
    ours: dict[VideoRef, str] = {}
    for _, video in catalogue.places():
        for address in (video.url, *video.mirrors):
            ref = recognise(address)
            if ref is not None:
                ours.setdefault(ref, address)
    return {ours[ref] if ref in ours else provider_of(ref).page(ref): ref for ref in videos}


def right_code(case: Case, sighting: Sighting, opinions: Mapping[str, Opinion]) -> str | None:
    """The code that belongs at a place of the page; None where none would play, or none is seen by readers."""
    better = case.better(sighting)
    if sighting.embed.kind is Kind.DATA or sighting.video is None or (sighting.flaw and better is None):
        return None
    if sighting.message is None or sighting.recording is None:
        message, recording = _as_message(case, sighting, sighting.video)
    else:
        message, recording = sighting.message, better or _as_shown(sighting.recording, sighting.video)
    variant = INLINE if sighting.embed.kind is Kind.LINK else variant_named("iframe")
    taste = Taste(case.language, wish=Wish(start=sighting.video.start if better is None else None))
    ours = Catalogue(case.languages, (message,))
    try:
        return made(message, recording, ours, variant=variant, taste=taste, opinions=opinions).code
    except SnippetError:
        return None


def _as_shown(recording: Video, video: VideoRef) -> Video:
    """Our recording at that of its addresses, its own or a mirror's, which the page shows."""
    addresses = (recording.url, *recording.mirrors)
    return replace(recording, url=next(address for address in addresses if recognise(address) == video))


def _as_message(case: Case, sighting: Sighting, video: VideoRef) -> tuple[Message, Video]:
    """A video that is not ours, as a message of its own: under the page's title for it, if that says anything."""
    language = case.language_around(sighting) or Language("en")
    title = clean(sighting.embed.title).text
    recording = Video(language, provider_of(video).page(replace(video, start=None)))
    titles = () if title is None or says_nothing(title) else (Title(language, title),)
    return Message("page", titles=titles, videos=(recording,)), recording
