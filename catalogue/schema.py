"""This file is the JSON Schema of the catalogue file, made from the model, for editors that complete, explain, warn.

It is written in draft-07: the YAML language server, which VS Code and others use, reads that one fully, and of the
later ones only a part. A schema says less than the reader does: which languages a catalogue works in, that a tag is
registered, that a key stands once, is beyond it. What it can say it says as `catalogue/file/reading.py` does.
"""

from __future__ import annotations

import json
from typing import TypeAlias

from catalogue.file.reading import BROKEN_LINE, DAY, URL_LIMIT, VERSION
from catalogue.language import Language
from catalogue.model import SIX_LANGUAGES, SLUG, SLUG_LENGTH, Captions

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json]"

FILE = "videos.schema.json"
"""What a catalogue's first line calls it, beside the catalogue."""

_ENGLISH = Language("en")

_TAG = "^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-[a-z0-9]+)*$"
"""The form of a canonical BCP 47 tag (RFC 5646, section 2.2.9, in the case of section 2.1.1)."""

_CAPTIONS: dict[Captions, str] = {
    Captions.MANUAL: "Written or confirmed by people; meets WCAG 1.2.2.",
    Captions.AUTOMATIC: "Made by a machine, and confirmed by nobody.",
    Captions.NONE: "There are none.",
    Captions.UNKNOWN: "Nobody has looked yet; the same as leaving the key out.",
}


def schema() -> dict[str, Json]:
    """The schema as a value; keys that are optional may also be left empty, as in the file."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:hexaglot:catalogue:{VERSION}",
        "title": "A catalogue of video messages",
        "description": "Every message, in every language: what Hexaglot keeps, checks and reports.",
        "type": "object",
        "required": ["version"],
        "additionalProperties": False,
        "properties": {
            "version": {
                "description": f"The version of this form. Always {VERSION}.",
                "const": int(VERSION),
                "default": int(VERSION),
            },
            "languages": {
                "description": "The languages that messages should be in, in the order in which they are shown. Other "
                "languages may be used only once they are listed here. Without it: the six of the United Nations.",
                "type": ["array", "null"],
                "minItems": 1,
                "uniqueItems": True,
                "default": [language.tag for language in SIX_LANGUAGES],
                "items": {"$ref": "#/definitions/language"},
            },
            "messages": {
                "description": "All messages, each under its slug.",
                "type": ["object", "null"],
                "propertyNames": {"$ref": "#/definitions/slug"},
                "additionalProperties": {"$ref": "#/definitions/message"},
                "defaultSnippets": [_new_message()],
            },
        },
        "definitions": {
            "slug": {
                "description": "The message's name in addresses: lower-case letters a-z, digits, single hyphens.",
                "type": "string",
                "pattern": f"^{SLUG.pattern}$",
                "patternErrorMessage": "A slug holds lower-case letters a-z, digits and single hyphens.",
                "maxLength": SLUG_LENGTH,
            },
            "language": {
                "description": "A language by its BCP 47 tag, for example ar, zh, pt-BR.",
                "anyOf": [*_suggested_languages(), {"type": "string", "pattern": _TAG}],
            },
            "message": {
                "description": "One message, whatever the language.",
                "type": ["object", "null"],
                "additionalProperties": False,
                "properties": _message(),
            },
            "recording": {
                "description": "What is known of one recording.",
                "type": "object",
                "required": ["url"],
                "additionalProperties": False,
                "properties": _recording(),
                "defaultSnippets": [{"label": "a place for a video", "body": {"url": "$1", "title": "$2"}}],
            },
            "address": {
                "description": "The address of a video or page, in one line.",
                "type": "string",
                "pattern": r"\S",
                "not": {"pattern": BROKEN_LINE.pattern},
                "maxLength": URL_LIMIT,
            },
            "text": {"type": "string", "pattern": r"\S"},
        },
    }


def schema_text() -> str:
    """The schema as it stands in a file: always the same bytes, lines ended by LF."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _message() -> dict[str, Json]:
    return {
        "title": _by_language(
            _one_of("text", "The title in this language. In double quotes, so that no colon breaks it."),
            "The message's titles, each under its language.",
        ),
        "speaker": _one_of("text", "Who speaks. In double quotes."),
        "date": _day("The day that the message is for, as in 2021-05-17."),
        "videos": _by_language(
            _one_of("address", "recording", "A recording: its address, or what is known of it. Empty: none yet."),
            "The recordings, each under its language.",
        ),
    }


def _recording() -> dict[str, Json]:
    words: list[Json] = [str(word) for word in _CAPTIONS]
    explained: list[Json] = list(_CAPTIONS.values())
    return {
        "url": _one_of("address", "The video's address. Empty until there is a video."),
        "title": _one_of("text", "The recording's own title, in its language. In double quotes."),
        "added": _day("The day on which the link was put here."),
        "captions": {
            "description": "What captions the recording has.",
            "anyOf": [{"type": "string", "enum": words, "enumDescriptions": explained}, {"type": "null"}],
        },
        "captions_file": _one_of(
            "address", "A WebVTT file with its captions, for pages that play the film themselves."
        ),
        "transcript": _one_of("address", "Where what is said can be read."),
        "mirrors": {
            "description": "The same recording on other sites.",
            "type": ["array", "null"],
            "items": {"$ref": "#/definitions/address"},
        },
    }


def _by_language(value: dict[str, Json], description: str) -> Json:
    """A mapping by language: the usual ones are named, so that editors offer them; any other tag is let through."""
    usual: dict[str, Json] = {language.tag: value | {"description": _named(language)} for language in SIX_LANGUAGES}
    return {
        "description": description,
        "type": ["object", "null"],
        "properties": usual,
        "patternProperties": {_TAG: value},
        "additionalProperties": False,
    }


def _suggested_languages() -> list[Json]:
    return [{"const": language.tag, "description": _named(language)} for language in SIX_LANGUAGES]


def _named(language: Language) -> str:
    return f"{language.name_in(_ENGLISH)} ({language.autonym})"


def _new_message() -> Json:
    """A stub for every usual language: two translators who fill neighbouring ones do not meet in git."""
    stubs: dict[str, Json] = {language.tag: {"url": "", "title": ""} for language in SIX_LANGUAGES}
    body: dict[str, Json] = {"${1:slug}": {"title": {"en": "$2"}, "videos": stubs}}
    return {"label": "a new message", "description": "A message with a place for each language.", "body": body}


def _day(description: str) -> dict[str, Json]:
    return {
        "description": description,
        "type": ["string", "null"],
        "pattern": f"^{DAY.pattern}$",
        "patternErrorMessage": "Write year, month and day alone, as in 2021-05-17.",
        "format": "date",
    }


def _one_of(*names_and_description: str) -> dict[str, Json]:
    *names, description = names_and_description
    refs: list[Json] = [{"$ref": f"#/definitions/{name}"} for name in names]
    return {"description": description, "anyOf": [*refs, {"type": "null"}]}
