"""This file is the door to PyYAML: bytes become a tree whose nodes know their places, by YAML 1.2's rules.

The C parser reads YAML 1.1, so the differences that matter are taken care of here: nothing is resolved (a plain
`no` stays a text), and U+0085, U+2028 and U+2029 are characters like any other, not ends of lines.
Bounds: 32 MiB, 20 levels, no anchors or aliases, no tags, one document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

from yaml._yaml import CParser
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import AliasEvent
from yaml.nodes import Node as YamlNode
from yaml.reader import ReaderError

from catalogue.errors import Unreadable
from catalogue.file.complaints import CONFLICT, TAB, in_our_words
from catalogue.file.tree import Node, Tree
from catalogue.file.written import Written

SIZE_LIMIT = 32 * 1024 * 1024
"""Bytes."""

DEPTH_LIMIT = 20
"""Levels, the outermost mapping being the first."""

_UTF16 = re.compile(rb"\xff\xfe|\xfe\xff|\x00[\x01-\x7f]|[\x01-\x7f]\x00")
"""The mark that begins UTF-16 text, or what its first letter looks like without one."""

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?\r?$", re.MULTILINE)
"""The lines that git puts around what two people wrote (gitformat: “conflict markers”, seven signs wide)."""

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ODD_BREAKS = "\x85\u2028\u2029"
_PERHAPS_ANCHOR = re.compile(r"[&*](?<![^\s,\[{:].)(?=\S)")


def decoded(content: bytes, name: str) -> Written:
    """The text of a file; `name` is what errors call it. Raises Unreadable where it is too large or not UTF-8."""
    if len(content) > SIZE_LIMIT:
        message = (
            f"{name}: the file is larger than {SIZE_LIMIT >> 20} MiB, which no catalogue is; is it the right file?"
        )
        raise Unreadable(message)
    if _UTF16.match(content):
        raise Written(name, "").trouble(0, "the file is saved as UTF-16; save it as UTF-8")
    try:
        written = Written(name, content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = Written(name, error.object[: error.start].decode("utf-8-sig"))
        sentence = f"the byte {error.object[error.start]:02X} is not UTF-8 text; save the file as UTF-8"
        raise before.trouble(len(before.text), sentence) from error
    if written.text.startswith("\ufeff"):
        raise written.trouble(0, "the file begins with its byte order mark twice; save it anew as UTF-8")
    return written


def compose(written: Written) -> Tree:
    """The tree of a text. Raises Unreadable with line, column and remedy."""
    _refuse_anchors(written)
    shield = _Shield.over(written.text)
    composer = _Composer(shield.text)
    try:
        root = composer.get_single_node()
    except _TooDeep as error:
        sentence = f"more than {DEPTH_LIMIT} levels stand in each other here; a catalogue needs six"
        raise written.trouble(error.index, sentence) from None
    except ReaderError as error:
        raise _unprintable(written) from error
    except MarkedYAMLError as error:
        raise _in_our_words(written, error) from error
    if root is not None and (shield.codes or composer.tagged):
        for node in _nodes(root):
            if node.tag:
                raise written.trouble(node.start_mark.index, "a tag (“!”) says nothing in a catalogue; remove it")
            if isinstance(node.value, str):
                node.value = node.value.translate(shield.codes)
    return Tree(written, cast("Node | None", root))


class _TooDeep(Exception):  # noqa: N818 - never leaves this file
    """More levels than are read."""

    def __init__(self, index: int) -> None:
        super().__init__(index)
        self.index = index


class _Composer(CParser):
    """The C parser with its hooks: it asks here about each node that it enters and leaves.

    Nodes are entered so deep only as we let it: the parser's own recursion would end in a crash.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._depth = 0
        self._tags = 0

    @property
    def tagged(self) -> bool:
        """Whether any node carries a tag: those are entered, and never asked about."""
        return self._tags > 0

    def descend_resolver(self, parent: Any, _index: Any) -> None:  # noqa: ANN401 - PyYAML calls it
        """Called with the parent of each node that is entered."""
        self._tags += 1
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            raise _TooDeep(parent.start_mark.index)

    def ascend_resolver(self) -> None:
        """Called when a node is left."""
        self._depth -= 1

    def resolve(self, _kind: Any, _value: Any, _implicit: Any) -> None:  # noqa: ANN401 - PyYAML calls it
        """Called for the tag of each node that has none of its own: here it gets none either."""
        self._tags -= 1


class _Shield:
    """Stand-ins, each one character, for what YAML 1.1 would take for the end of a line."""

    def __init__(self, text: str, codes: dict[int, str]) -> None:
        self.text = text
        self.codes = codes

    @classmethod
    def over(cls, text: str) -> _Shield:
        """The text with stand-ins that occur nowhere in it; most texts need none and are not copied."""
        odd = [character for character in _ODD_BREAKS if character in text]
        free = (chr(code) for code in range(0xF0000, 0xFFFFE) if chr(code) not in text)
        pairs = list(zip(odd, free, strict=False))
        for character, stand_in in pairs:
            text = text.replace(character, stand_in)
        return cls(text, {ord(stand_in): character for character, stand_in in pairs})


def _refuse_anchors(written: Written) -> None:
    """Raise at the first anchor or alias. Only where a text looks like one is the file gone through for it."""
    text = written.text
    if all(text[written.line_start(at) : at].lstrip().startswith("#") for at in _perhaps_anchors(text)):
        return
    for event in _events(_Shield.over(text).text):
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            sentence = (
                "anchors (“&”) and aliases (“*”) are not read here; write the value out, or put the text into quotes"
            )
            raise written.trouble(event.start_mark.index, sentence)


def _perhaps_anchors(text: str) -> Iterator[int]:
    return (match.start() for match in _PERHAPS_ANCHOR.finditer(text))


def _events(text: str) -> Iterator[Any]:
    """What the parser meets, up to its first complaint, which is left to those who compose."""
    parser = CParser(text)
    try:
        while parser.check_event():
            yield parser.get_event()
    except YAMLError:
        return


def _nodes(root: YamlNode) -> Iterator[YamlNode]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node.value, str):
            for item in reversed(node.value):
                waiting.extend(reversed(item) if isinstance(item, tuple) else [item])


def _unprintable(written: Written) -> Unreadable:
    found = _UNPRINTABLE.search(written.text)
    at = found.start() if found else 0
    return written.trouble(at, f"the character U+{ord(written.text[at]):04X} cannot stand in a YAML file; remove it")


def _in_our_words(written: Written, error: MarkedYAMLError) -> Unreadable:
    conflict = _CONFLICT.search(written.text)
    if conflict:
        return written.trouble(conflict.start(), CONFLICT)
    complaint = in_our_words(error.problem or "")
    mark = error.context_mark if complaint.begins else error.problem_mark
    at = mark.index if mark else 0
    return written.trouble(at, TAB if written.text[at : at + 1] == "\t" else complaint.sentence)
