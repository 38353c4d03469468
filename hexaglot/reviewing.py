"""This file is where the editorial rules meet the catalogue, and the answers of the sites."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from catalogue import Catalogue, Language, Message
from catalogue.review import RULES, Case, Finding, Level, Link, Rule, Source, Told, review
from checker.facts import Facts
from checker.providers import recognise_anything
from hexaglot.linking import link_of

Findings = Mapping[tuple[str | None, str | None], tuple[Finding, ...]]
"""What was found, keyed by slug and language tag, as a place has them; without a tag, of the whole message."""

OF_THE_FILE = tuple(rule for rule in RULES if rule.source is Source.FILE)
"""What `validate` asks: the rules that need no answer of a site."""

OF_THE_SITES = tuple(rule for rule in RULES if rule.source is Source.SITES)
"""What `check` asks: the rules about what it just heard."""

ON_PAGES = tuple(rule for rule in RULES if rule.source is Source.SITES or rule.level is not Level.NOTICE)
"""What the pages tell: all but what they show in any case, such as a language that is missing."""

_ON_MANY_HOSTS = frozenset({"peertube", "page", "file"})
_ONE_TITLE = frozenset({"unwebtv"})
"""Where one entry holds the sound of all languages, under a title that cannot be in each (PROVIDERS section 2.5)."""


def told_of(facts: Facts, site: str | None) -> Told:
    """What a site said of a video, as the rules want it."""
    title = None if site in _ONE_TITLE else facts.title
    return Told(title, facts.author, facts.audio, facts.captions, site)


def findings_of(messages: Iterable[Message], languages: tuple[Language, ...], facts: Mapping[str, Facts]) -> Findings:
    """What the sites' answers about these messages show; `facts` are keyed by address as the catalogue writes it."""
    cases = (Case(message, languages, _told(message, facts)) for message in messages)
    return _by_place((case.message, finding) for case in cases for finding in review(case, OF_THE_SITES))


def findings_for_pages(catalogue: Catalogue, facts: Mapping[str, Facts]) -> Findings:
    """What the file and the sites' answers show, as far as the pages tell it."""
    return _by_place(reviewed(catalogue, ON_PAGES, facts))


def reviewed(
    catalogue: Catalogue, rules: Collection[Rule], facts: Mapping[str, Facts]
) -> Iterator[tuple[Message, Finding]]:
    """What these rules find in the whole catalogue, message by message in file order."""
    links = {url: link_of(url) for message in catalogue.messages for url in _addresses(message)}
    firsts = _firsts(catalogue, links)
    for message in catalogue.messages:
        case = Case(message, catalogue.languages, _told(message, facts), links, firsts)
        yield from ((message, finding) for finding in review(case, rules))


def _by_place(reviewed_: Iterable[tuple[Message, Finding]]) -> Findings:
    found: dict[tuple[str | None, str | None], tuple[Finding, ...]] = {}
    for message, finding in reviewed_:
        key = (message.slug, None if finding.language is None else finding.language.tag)
        found[key] = (*found.get(key, ()), finding)
    return found


def _told(message: Message, facts: Mapping[str, Facts]) -> dict[Language, Told]:
    return {
        video.language: told_of(facts[video.url], _site_of(video.url)) for video in message.videos if video.url in facts
    }


def _addresses(message: Message) -> Iterator[str]:
    return (url for video in message.videos for url in (video.url, *video.mirrors))


def _firsts(catalogue: Catalogue, links: Mapping[str, Link]) -> dict[tuple[str, int], tuple[str, Language]]:
    """Where each recording stands for the first time."""
    found: dict[tuple[str, int], tuple[str, Language]] = {}
    for message, video in catalogue.places():
        for url in (video.url, *video.mirrors):
            recording = links[url].recording
            if recording is not None:
                found.setdefault(recording, (message.slug, video.language))
    return found


def _site_of(url: str) -> str | None:
    """What tells two sites apart: our name of the site, or the host where one kind of site lives on many."""
    ref = recognise_anything(url)
    if ref is None:
        return None
    return urlsplit(url).hostname if ref.provider in _ON_MANY_HOSTS else ref.provider
