"""This file is what the benchmarks work on: as many messages, links and films as are wanted, all different."""

from __future__ import annotations

from urllib.parse import urlencode

from replica.films import Film

LANGUAGES = ("en", "fr", "es", "ar", "zh", "ru")
SPARE = "pt"
"""A seventh, for a catalogue in which there is room for one video more."""

_LAST = "AEIMQUYcgkosw048"


def video(number: int) -> str:
    """An id that YouTube could give (PROVIDERS, finding 1)."""
    return f"film{number:06d}{_LAST[number % len(_LAST)]}"


def address(number: int) -> str:
    """The address of a film, as the catalogue has it."""
    return f"https://youtu.be/{video(number)}"


def question(number: int) -> str:
    """The address at which oEmbed is asked about a film."""
    query = urlencode({"url": f"https://www.youtube.com/watch?v={video(number)}", "format": "json"})
    return f"https://www.youtube.com/oembed?{query}"


def films(count: int) -> dict[str, Film]:
    """Public films, by id."""
    return {video(number): Film(title=f"Message {number}, for all") for number in range(count)}


def slug(number: int) -> str:
    """The slug of a message."""
    return f"message-{number:05d}"


def catalogue(links: int, *, languages: tuple[str, ...] = LANGUAGES) -> str:
    """The text of a catalogue file, six links a message; the last message has what is left over."""
    written = [_message(start, min(start + len(LANGUAGES), links)) for start in range(0, links, len(LANGUAGES))]
    return f"version: 1\nlanguages: [{', '.join(languages)}]\nmessages:\n{''.join(written)}"


def _message(start: int, end: int) -> str:
    number = start // len(LANGUAGES)
    videos = (
        f"      {language}:\n"
        f"        url: {address(link)}\n"
        f'        title: "Message {number}, recording {link}"\n'
        f"        added: 2026-05-17\n"
        for language, link in zip(LANGUAGES, range(start, end), strict=False)
    )
    return f'  {slug(number)}:\n    title:\n      en: "Message {number}"\n    videos:\n{"".join(videos)}'
