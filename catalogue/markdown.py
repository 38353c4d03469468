"""This file is how a typed letter, plain or in Markdown, becomes HTML (the door to markdown_it and linkify_it).

The HTML is for `read_letter` alone, never for a browser: it keeps addresses of any scheme, `javascript:` included, so
that whoever reads the letter can say what stood there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from linkify_it import LinkifyIt  # type: ignore[import-untyped]  # it ships no types
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, emphasis
from markdown_it.token import Token

from catalogue.lines import INVISIBLE

_NAMED = re.compile(r"\]\[([^\[\]]+)\]")
_BREAK = re.compile(r"\r\n?")
_NESTING = 20  # lists in lists and quotes of quotes; deeper ones are left out
_LONGEST_WORD = 4_096
_WORD = re.compile(
    r"[^\s*`\uff0c\u3001\u3002\uff1b\uff1a\uff01\uff1f\uff08\uff09\u300a-\u3011\uff5c\u201c\u201d«»،؛؟…]+"
)
_MARKS_AT_THE_START = re.compile(rf"(?m)^[{INVISIBLE}]+")
"""They stand before bullets and bars in Arabic letters, and would keep them from being seen as such."""
_SCHEME_AFTER_LETTER = re.compile(r"(?<=[^\x00-\x7f])(?=https?://)", re.IGNORECASE)


def rendered(text: str, *, markdown: bool) -> str:
    """Text as HTML. Each line stays a line; links and blocks say on which line they begin, from 1, in `data-line`."""
    reader = _Reader(markdown=markdown)
    env: dict[str, Any] = {}
    plain = _BREAK.sub("\n", _MARKS_AT_THE_START.sub("", text))
    tokens = reader.parse(plain, env)
    used = {link.attrs["href"] for token in tokens for link in _numbered(token)}
    named = {" ".join(name.split()).casefold() for name in _NAMED.findall(plain)}
    # A definition that nobody refers to, such as “[EN]: https://…”, is how some letters list their links. Who writes
    # plain text refers to one as “[English][1]” at most: a mere “[EN]” is a label there, also where it comes twice.
    unused = {
        definition["map"][0]
        for label, definition in _definitions(env)
        if definition["href"] not in used or not (markdown or label.casefold() in named)
    }
    if unused:
        lines = plain.split("\n")
        plain = "\n".join(line.replace("[", "\\[", 1) if place in unused else line for place, line in enumerate(lines))
        env = {}
        tokens = reader.parse(plain, env)
    for token in tokens:
        if token.map and token.nesting == 1:
            token.attrSet("data-line", str(token.map[0] + 1))
        _numbered(token)
    return str(reader.renderer.render(tokens, reader.options, env))


def _definitions(env: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from env.get("references", {}).items()
    for definition in env.get("duplicate_refs", ()):
        yield definition["label"], definition


def _numbered(token: Token) -> list[Token]:
    """The links of a piece of text, each given its line; a break inside the piece is one line more."""
    links = []
    line = token.map[0] + 1 if token.map else 1
    for part in token.children or ():
        line += part.type in {"softbreak", "hardbreak"}
        if part.type == "link_open":
            part.attrSet("data-line", str(line))
            links.append(part)
    return links


class _Reader(MarkdownIt):
    """How text is read.

    No letter holds program code, so nothing is hidden as such: four spaces, a row of tildes or a backtick are what a
    typist made of them. In .txt a line of dashes under a paragraph is a rule (or a signature's), not a heading.
    What is written is what is reported: no address is refused, encoded or shortened.
    """

    def __init__(self, *, markdown: bool) -> None:
        super().__init__("commonmark", {"html": False, "breaks": True, "maxNesting": _NESTING})
        self.enable("table").disable(["code", "fence", "backticks", *(() if markdown else ("lheading",))])
        self.inline.ruler.at("emphasis", _stress)
        # Joined first, so that an escaped or encoded character inside an address does not cut it in two.
        self.core.ruler.after("text_join", "addresses", _link_addresses)

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - markdown-it-py's name and signature
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - as above
        return url


def _stress(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it-py's signature
    """Emphasis, but not inside an address: `youtu.be/_xxxxxxxxx_` has no stressed id."""
    word = state.src[max(0, state.pos - _LONGEST_WORD) : state.pos].split()[-1:] or [""]
    inside = "/" in word[0] and not state.src[state.pos - 1].isspace() and not word[0].startswith(("*", "_"))
    return False if inside else emphasis.tokenize(state, silent)


def _link_addresses(state: StateCore) -> None:
    """Make links of the addresses that stand in the text.

    Linkify is asked word by word, for it slows with the square of a text's length. Chinese and Arabic punctuation
    ends a word too, as no space need follow it; and so does an address that begins right after a letter beyond ASCII.
    """
    for token in state.tokens:
        inside = 0
        children: list[Token] = []
        for part in token.children or ():
            inside += part.nesting if part.type.startswith("link_") else 0
            children += [part] if inside or part.type != "text" else _with_links(part)
        token.children = children if token.children else token.children


def _with_links(text: Token) -> Iterator[Token]:
    start = 0
    for place, address, url in addresses(text.content):
        yield Token("text", "", 0, content=text.content[start:place])
        yield Token("link_open", "a", 1, attrs={"href": url})
        yield Token("text", "", 0, content=address)
        yield Token("link_close", "a", -1)
        start = place + len(address)
    yield Token("text", "", 0, content=text.content[start:])


def addresses(text: str) -> Iterator[tuple[int, str, str]]:
    """Each address: its place in the text, itself, and itself with a scheme."""
    for word in _WORD.finditer(text) if "." in text else ():
        place = word.start()
        for piece in _SCHEME_AFTER_LETTER.split(word[0]):
            if "." in piece and len(piece) <= _LONGEST_WORD:
                ahead = len(piece) - len(piece.lstrip(INVISIBLE))
                for match in _LINKIFY.match(piece.strip(INVISIBLE)) or ():
                    yield place + ahead + match.index, match.raw.rstrip(INVISIBLE), match.url.rstrip(INVISIBLE)
            place += len(piece)


_LINKIFY = LinkifyIt(options={"fuzzy_email": False})
