"""This file is how a tree becomes a Catalogue; what does not belong is refused with its line, column and remedy."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache

from catalogue.errors import InvalidValue
from catalogue.file.hints import listed, perhaps, short
from catalogue.file.keys import entries
from catalogue.file.tags import languages_of, no_language
from catalogue.file.tree import Mapping, Node, Scalar, Tree, is_null
from catalogue.file.written import Written
from catalogue.language import Language
from catalogue.model import Captions, Catalogue, Message, Title, Video

VERSION = "1"
URL_LIMIT = 2048
"""Characters."""

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
BROKEN_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")

CATALOGUE_KEYS = ("version", "languages", "messages")
MESSAGE_KEYS = ("title", "speaker", "date", "videos")
VIDEO_KEYS = ("url", "title", "added", "captions", "captions_file", "transcript", "mirrors")

_BEGIN = f"begin the file with “version: {VERSION}”, or put it away and let `hexaglot import` make a new one"
_CAPTIONS = {str(word): word for word in Captions}
_NO_TEXT = re.compile(
    r"""(?x) true | True | TRUE | false | False | FALSE            # YAML 1.2.2, section 10.3.2
    | [-+]?[0-9]+ | 0o[0-7]+ | 0x[0-9a-fA-F]+
    | [-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?
    | [-+]?\.(?:inf|Inf|INF) | \.(?:nan|NaN|NAN)"""
)


def read(tree: Tree) -> Catalogue:
    """The catalogue that a tree holds. Raises Unreadable, which names the first place that is wrong."""
    written, root = tree.written, tree.root
    if root is None or is_null(root):
        raise written.trouble(0, f"the file is empty; {_BEGIN}")
    fields = entries(written, _mapping(written, root, "a catalogue"), CATALOGUE_KEYS, "a catalogue")
    if "version" not in fields:
        raise written.trouble(root.start_mark.index, f"the file does not say its version; {_BEGIN}")
    _check_version(written, fields["version"])
    languages = languages_of(written, fields.get("languages"))
    reader = Reader(written, languages)
    messages = fields.get("messages")
    if messages is None or is_null(messages):
        return Catalogue(languages)
    return Catalogue(languages, reader.messages(_mapping(written, messages, "“messages:”")))


class Reader:
    """Reads the parts of one file, knowing its closed list of languages."""

    __slots__ = ("_known", "_written")

    def __init__(self, written: Written, languages: Iterable[Language]) -> None:
        self._written = written
        self._known = {language.tag: language for language in languages}

    def messages(self, node: Mapping) -> tuple[Message, ...]:
        """All messages, in file order."""
        entries(self._written, node, None, "“messages:”")
        return tuple([self.message(key, value) for key, value in node.value])

    def slot(self, language: Language, node: Node) -> Video:
        """What is written in the place of one language; its `url` is empty where there is no video yet."""
        written = self._written
        if is_null(node):
            return Video(language, "")
        if node.id == "scalar":
            return Video(language, self._url(node))
        fields = entries(written, _mapping(written, node, "a video"), VIDEO_KEYS, "a video")
        get = fields.get
        url = get("url")
        if url is None:
            sentence = "this video has no “url:”; add one, and leave it empty until there is a video"
            raise written.trouble(node.start_mark.index, sentence)
        return Video(
            language,
            "" if is_null(url) else self._url(url),
            self._text(get("title")),
            self._day(get("added")),
            self._captions(get("captions")),
            self._optional_url(get("captions_file")),
            self._optional_url(get("transcript")),
            self._urls(get("mirrors")),
        )

    def message(self, slug: Scalar, node: Node) -> Message:
        """One message."""
        written = self._written
        try:
            if is_null(node):
                return Message(slug.value)
            fields = entries(written, _mapping(written, node, "a message"), MESSAGE_KEYS, "a message")
            get = fields.get
            return Message(
                slug.value,
                self._titles(get("title")),
                self._day(get("date")),
                self._text(get("speaker")),
                self._videos(get("videos")),
            )
        except InvalidValue as error:
            raise written.trouble(slug.start_mark.index, str(error)) from error

    def _titles(self, node: Node | None) -> tuple[Title, ...]:
        titles = []
        for language, value in self._by_language(node, "“title:”", "the language of each title"):
            text = self._text(value)
            if text is not None:
                titles.append(Title(language, text))
        return tuple(titles)

    def _videos(self, node: Node | None) -> tuple[Video, ...]:
        found = self._by_language(node, "“videos:”", "the language of each video")
        return tuple([video for video in [self.slot(language, value) for language, value in found] if video.url])

    def _by_language(self, node: Node | None, what: str, holds: str) -> list[tuple[Language, Node]]:
        if node is None or is_null(node):
            return []
        written, known = self._written, self._known
        if node.id != "mapping":
            sentence = f"{what} holds {holds} as a key, such as “{next(iter(known))}:”; write it so"
            raise written.trouble(node.start_mark.index, sentence)
        entries(written, node, None, what)
        try:
            return [(known[key.value], value) for key, value in node.value]
        except KeyError:
            stranger = next(key for key, _ in node.value if key.value not in known)
            raise written.trouble(stranger.start_mark.index, no_language(stranger.value, known)) from None

    def _text(self, node: Node | None) -> str | None:
        """A text, or None where none is written."""
        if node is None or is_null(node):
            return None
        if node.id != "scalar":
            raise self._written.trouble(node.start_mark.index, "here a text belongs; put it into double quotes")
        if not node.style and _NO_TEXT.fullmatch(node.value):
            sentence = f"{node.value} is a number or a truth value, not a text; put it into double quotes"
            raise self._written.trouble(node.start_mark.index, sentence)
        if not node.value or node.value.isspace():
            raise self._written.trouble(node.start_mark.index, "this text is empty; write one, or remove the quotes")
        return node.value

    def _url(self, node: Node) -> str:
        """An address in one line; whether a video is there is the checker's business."""
        url = self._text(node)
        if url is None:
            raise self._written.trouble(
                node.start_mark.index, "here an address belongs; write one, or remove the entry"
            )
        if len(url) > URL_LIMIT:
            sentence = f"this address is longer than {URL_LIMIT} characters; write the short one"
            raise self._written.trouble(node.start_mark.index, sentence)
        if not url.isprintable() and BROKEN_LINE.search(url):
            sentence = "this address holds a line break or a control character; write it in one line"
            raise self._written.trouble(node.start_mark.index, sentence)
        return url

    def _optional_url(self, node: Node | None) -> str | None:
        return None if node is None or is_null(node) else self._url(node)

    def _urls(self, node: Node | None) -> tuple[str, ...]:
        if node is None or is_null(node):
            return ()
        if node.id != "sequence":
            sentence = "“mirrors:” is a list of addresses; write it in brackets, as in [https://…]"
            raise self._written.trouble(node.start_mark.index, sentence)
        return tuple([self._url(item) for item in node.value])

    def _day(self, node: Node | None) -> dt.date | None:
        if node is None or is_null(node):
            return None
        if node.id != "scalar":
            sentence = "here a day belongs; write year, month and day alone, as in 2021-05-17"
            raise self._written.trouble(node.start_mark.index, sentence)
        text = node.value
        try:
            return _day(text)
        except ValueError:
            sentence = f"“{short(text)}” is not a day; write year, month and day alone, as in 2021-05-17"
            raise self._written.trouble(node.start_mark.index, sentence) from None

    def _captions(self, node: Node | None) -> Captions:
        text = self._text(node)
        if text is None or node is None:
            return Captions.UNKNOWN
        if text not in _CAPTIONS:
            sentence = f"captions are {listed(_CAPTIONS)}, not “{short(text)}”{perhaps(text, _CAPTIONS)}"
            raise self._written.trouble(node.start_mark.index, sentence)
        return _CAPTIONS[text]


def _mapping(written: Written, node: Node, what: str) -> Mapping:
    if node.id != "mapping":
        raise written.trouble(node.start_mark.index, f"{what} is made of keys and values; write “key: value” lines")
    return node


def _check_version(written: Written, node: Node) -> None:
    if node.id == "scalar" and not node.style and node.value == VERSION:
        return
    sentence = f"this is no version that this Hexaglot reads; write “version: {VERSION}”, or install a newer Hexaglot"
    raise written.trouble(node.start_mark.index, sentence)


@lru_cache(maxsize=4096)
def _day(text: str) -> dt.date:
    if not DAY.fullmatch(text):
        raise ValueError(text)
    return dt.date.fromisoformat(text)
