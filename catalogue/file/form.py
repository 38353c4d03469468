"""This file is the form in which new entries are written, as lines or between braces."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from catalogue.file.reading import VERSION
from catalogue.file.scalars import address, key, quoted
from catalogue.language import Language
from catalogue.model import Captions, Catalogue, Message, Title, Video

Form: TypeAlias = "str | dict[str, Form]"
"""A value as it is written (empty where a place is kept for it), or keys with theirs."""

STUB: dict[str, Form] = {"url": "", "title": ""}
"""Three lines with its key: two translators who fill neighbouring stubs do not meet in git; in one line they would."""


def fields_of_video(video: Video) -> dict[str, Form]:
    """The fields of a video that say something, in the order in which they are written; its address in any case."""
    fields = {
        "url": address(video.url) if video.url else "",
        "title": None if video.title is None else quoted(video.title),
        "added": None if video.added is None else video.added.isoformat(),
        "captions": None if video.captions is Captions.UNKNOWN else str(video.captions),
        "captions_file": None if video.captions_file is None else address(video.captions_file),
        "transcript": None if video.transcript is None else address(video.transcript),
        "mirrors": f"[{', '.join(braced(address(mirror)) for mirror in video.mirrors)}]" if video.mirrors else None,
    }
    return {name: value for name, value in fields.items() if value is not None}


def fields_of_message(message: Message) -> dict[str, Form]:
    """The fields of a message that are one value each."""
    fields = {
        "speaker": None if message.speaker is None else quoted(message.speaker),
        "date": None if message.date is None else message.date.isoformat(),
    }
    return {name: value for name, value in fields.items() if value is not None}


def titles_form(titles: Iterable[Title], languages: tuple[Language, ...]) -> dict[str, Form]:
    """Titles by language, in the catalogue's order."""
    written = {title.language: quoted(title.text) for title in titles}
    return {language.tag: written[language] for language in languages if language in written}


def videos_form(videos: Iterable[Video], languages: tuple[Language, ...]) -> dict[str, Form]:
    """Videos by language, in the catalogue's order, with a stub for every language that has none."""
    by_language = {video.language: video for video in videos}
    return {tag.tag: fields_of_video(by_language[tag]) if tag in by_language else dict(STUB) for tag in languages}


def message_form(message: Message, languages: tuple[Language, ...]) -> dict[str, Form]:
    """One message under its slug."""
    titles = titles_form(message.titles, languages)
    form: dict[str, Form] = {"title": titles} if titles else {}
    form |= fields_of_message(message)
    return form | {"videos": videos_form(message.videos, languages)}


def new_file(catalogue: Catalogue) -> str:
    """A whole file."""
    head: dict[str, Form] = {
        "version": VERSION,
        "languages": f"[{', '.join(key(language.tag) for language in catalogue.languages)}]",
        "messages": {message.slug: message_form(message, catalogue.languages) for message in catalogue.messages},
    }
    lines = ["# yaml-language-server: $schema=videos.schema.json", *lines_of(head, 0, (2, 2, 2, 2))]
    return "\n".join(lines) + "\n"


def lines_of(form: dict[str, Form], column: int, steps: tuple[int, ...]) -> list[str]:
    """The lines of keys at this column; `steps` says by how much each level below is indented."""
    lines = []
    for name, value in form.items():
        start = f"{' ' * column}{key(name)}:"
        if isinstance(value, str):
            lines.append(f"{start} {value}" if value else start)
        else:
            lines += [start, *lines_of(value, column + steps[0], steps[1:])]
    return lines


def braced(form: Form) -> str:
    """The value between braces, in one line. Places kept empty are left out: there is no line to keep."""
    if isinstance(form, str):
        # between braces some readers take the “?” of an address for the mark of a key
        return quoted(form) if "?" in form and form[0] not in '"[' else form
    return "{" + ", ".join(pairs_of(form)) + "}"


def pairs_of(form: dict[str, Form]) -> list[str]:
    """`key: value` pairs for between braces."""
    return [f"{key(name)}: {braced(value)}" for name, value in form.items() if value not in ("", STUB)]
