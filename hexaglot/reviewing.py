"""This file is where the editorial rules meet the answers of the sites."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from catalogue import Language, Message
from catalogue.review import Case, Finding, Told, review
from checker.facts import Facts
from checker.providers import recognise_anything

Findings = Mapping[tuple[str | None, str | None], tuple[Finding, ...]]
"""What was found, keyed by slug and language tag, as a place has them; without a tag, of the whole message."""

_ON_MANY_HOSTS = frozenset({"peertube", "page", "file"})
_ONE_TITLE = frozenset({"unwebtv"})
"""Where one entry holds the sound of all languages, under a title that cannot be in each (PROVIDERS section 2.5)."""


def told_of(facts: Facts, site: str | None) -> Told:
    """What a site said of a video, as the rules want it."""
    title = None if site in _ONE_TITLE else facts.title
    return Told(title, facts.author, facts.audio, facts.captions, site)


def findings_of(messages: Iterable[Message], languages: tuple[Language, ...], facts: Mapping[str, Facts]) -> Findings:
    """What the rules find in these messages; `facts` are keyed by address as the catalogue writes it."""
    found: dict[tuple[str | None, str | None], tuple[Finding, ...]] = {}
    for message in messages:
        told = {
            video.language: told_of(facts[video.url], _site_of(video.url))
            for video in message.videos
            if video.url in facts
        }
        for finding in review(Case(message, languages, told)):
            key = (message.slug, None if finding.language is None else finding.language.tag)
            found[key] = (*found.get(key, ()), finding)
    return found


def _site_of(url: str) -> str | None:
    """What tells two sites apart: our name of the site, or the host where one kind of site lives on many."""
    ref = recognise_anything(url)
    if ref is None:
        return None
    return urlsplit(url).hostname if ref.provider in _ON_MANY_HOSTS else ref.provider
