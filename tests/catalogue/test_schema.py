"""This file holds the schema against the reader: both know the same keys, and judge the same files alike."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from catalogue import SIX_LANGUAGES, Language, Unreadable
from catalogue.file.composed import compose
from catalogue.file.reading import CATALOGUE_KEYS, MESSAGE_KEYS, VIDEO_KEYS, read
from catalogue.file.tree import Node
from catalogue.file.written import Written
from catalogue.schema import FILE, schema, schema_text

DATA = Path(__file__).parents[2] / "data"
SCHEMA: Any = schema()
VALIDATOR = Draft7Validator(SCHEMA, format_checker=Draft7Validator.FORMAT_CHECKER)
HEAD = "version: 1\nmessages:\n  a:\n"


def plain(node: Node | None) -> Any:  # noqa: ANN401 - whatever the file holds
    """The value that a reader of YAML 1.2 hands to a validator (core schema, section 10.3.2)."""
    if node is None:
        return None
    if node.id == "mapping":
        return {key.value: plain(value) for key, value in node.value}
    if node.id == "sequence":
        return [plain(item) for item in node.value]
    if node.style:
        return node.value
    if node.value in {"", "~", "null"}:
        return None
    if node.value in {"true", "false"}:
        return node.value == "true"
    return int(node.value) if re.fullmatch("[-+]?[0-9]+", node.value) else node.value


def test_the_file_in_the_repository_is_what_the_command_prints() -> None:
    assert (DATA / FILE).read_bytes() == schema_text().encode()
    assert "\r" not in schema_text()
    assert json.loads(schema_text()) == SCHEMA


def test_the_catalogue_in_the_repository_names_its_schema() -> None:
    assert (DATA / "videos.yaml").read_text("utf-8").startswith(f"# yaml-language-server: $schema={FILE}\n")


def test_the_schema_is_one_itself() -> None:
    Draft7Validator.check_schema(SCHEMA)


def test_the_schema_and_the_reader_know_the_same_keys() -> None:
    definitions = SCHEMA["definitions"]
    assert tuple(SCHEMA["properties"]) == CATALOGUE_KEYS
    assert tuple(definitions["message"]["properties"]) == MESSAGE_KEYS
    assert tuple(definitions["recording"]["properties"]) == VIDEO_KEYS


def test_whatever_is_offered_is_explained() -> None:
    definitions = SCHEMA["definitions"]
    for group in (SCHEMA, definitions["message"], definitions["recording"]):
        assert all(value["description"].endswith(".") for value in group["properties"].values())
    message = definitions["message"]["properties"]
    for offered in (message["title"]["properties"], message["videos"]["properties"]):
        assert list(offered) == [language.tag for language in SIX_LANGUAGES]
    assert message["videos"]["properties"]["ar"]["description"] == "Arabic (العربية)"


@pytest.mark.parametrize(
    "tag", ["en", "fil", "pt-BR", "zh-Hant", "sr-Latn-RS", "es-419", "sl-rozaj", "de-1996", "ca-valencia"]
)
def test_any_other_language_may_be_written(tag: str) -> None:
    assert Language.parse(tag).tag == tag
    text = (
        f"version: 1\nlanguages: [{tag}]\nmessages:\n  a:\n    title: {{{tag}: T}}\n    videos: {{{tag}: https://x}}\n"
    )
    assert list(VALIDATOR.iter_errors(plain(compose(Written("v.yaml", text)).root))) == []


GOOD = [
    "version: 1\n",
    "version: 1\nlanguages:\nmessages:\n",
    "version: 1\nlanguages: [fr]\nmessages: {}\n",
    HEAD,
    HEAD + "    title:\n    speaker:\n    date:\n    videos:\n",
    HEAD + '    title: {en: "T", ar: }\n    speaker: S\n    date: 2021-05-17\n',
    HEAD + "    videos:\n      en: https://x\n      fr:\n      ar: {url: }\n",
    HEAD + "    videos:\n      en:\n        url: https://x\n        title: 'T'\n        added: 2021-05-17\n"
    "        captions: manual\n        captions_file: https://w\n        transcript: https://y\n        mirrors: [https://z]\n",
    HEAD + "    videos:\n      en: {url: , title: , added: , captions: , captions_file: , transcript: , mirrors: }\n",
    HEAD + "    videos: {en: {url: https://x, mirrors: []}}\n",
    HEAD + f"    videos: {{en: {'x' * 2048}}}\n",
    HEAD.replace("a:", f"{'a' * 100}:"),
    HEAD.replace("a:", "2021-a-b:"),
]  # fmt: skip

BAD = [
    "messages:\n",
    "version: 2\n",
    'version: "1"\n',
    "version:\n",
    "- a\n",
    "version: 1\nvideos:\n",
    "version: 1\nlanguages: []\n",
    "version: 1\nlanguages: en\n",
    "version: 1\nlanguages: [en, en]\n",
    "version: 1\nlanguages: [EN]\n",
    "version: 1\nlanguages: [en, ]\nmessages: []\n",
    "version: 1\nlanguages: [~]\n",
    "version: 1\nmessages: a\n",
    HEAD.replace("a:", "A:"),
    HEAD.replace("a:", "a--b:"),
    HEAD.replace("a:", f"{'a' * 101}:"),
    HEAD.replace("a:", "a: text"),
    HEAD + "    titel: {en: T}\n",
    HEAD + "    title: T\n",
    HEAD + "    title: {en: 12}\n",
    HEAD + '    title: {en: ""}\n',
    HEAD + "    title: {EN: T}\n",
    HEAD + '    speaker: " "\n',
    HEAD + "    speaker: true\n",
    HEAD + "    speaker: [S]\n",
    HEAD + "    date: 17 May 2021\n",
    HEAD + "    date: 2021-02-30\n",
    HEAD + "    date: 2021\n",
    HEAD + "    videos: https://x\n",
    HEAD + "    videos: {english: https://x}\n",
    HEAD + "    videos: {en: 12}\n",
    HEAD + "    videos: {en: [https://x]}\n",
    HEAD + "    videos: {en: {title: T}}\n",
    HEAD + "    videos: {en: {url: https://x, size: 3}}\n",
    HEAD + "    videos: {en: {url: https://x, captions: yes}}\n",
    HEAD + "    videos: {en: {url: https://x, added: soon}}\n",
    HEAD + "    videos: {en: {url: https://x, mirrors: https://y}}\n",
    HEAD + "    videos: {en: {url: https://x, mirrors: [~]}}\n",
    HEAD + '    videos: {en: {url: https://x, transcript: "a\\nb"}}\n',
    HEAD + "    videos: {en: {url: https://x, captions_file: 1}}\n",
    HEAD + f"    videos: {{en: {'x' * 2049}}}\n",
]


@pytest.mark.parametrize("text", GOOD)
def test_what_the_reader_accepts_the_schema_accepts(text: str) -> None:
    tree = compose(Written("v.yaml", text))
    read(tree)
    assert list(VALIDATOR.iter_errors(plain(tree.root))) == []


@pytest.mark.parametrize("text", BAD)
def test_what_the_reader_refuses_the_schema_refuses(text: str) -> None:
    tree = compose(Written("v.yaml", text))
    with pytest.raises(Unreadable):
        read(tree)
    assert list(VALIDATOR.iter_errors(plain(tree.root))) != []


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "    title: {de: T}\n",  # not among the languages: a schema cannot compare
        HEAD + "    videos: {qq: https://x}\n",  # no such language is registered
        "version: 1\nlanguages: [iw]\n",  # Hebrew is written “he”
    ],
)
def test_what_only_the_reader_can_tell(text: str) -> None:
    tree = compose(Written("v.yaml", text))
    with pytest.raises(Unreadable):
        read(tree)
    assert list(VALIDATOR.iter_errors(plain(tree.root))) == []
