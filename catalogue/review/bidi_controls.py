"""This file is the rule that nothing in a title turns the text around it."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review._contract import Case, Finding, Level, Rule, Source, quoted, sentence

OVERRIDE = sentence("The title “%(title)s” holds a character that turns its letters round (%(code)s).")
OPEN = sentence("The title “%(title)s” holds a character that changes the direction and is never ended (%(code)s).")

_OVERRIDES = "\u202d\u202e"
_EMBEDDINGS, _POP = "\u202a\u202b", "\u202c"
_ISOLATES, _POP_ISOLATE = "\u2066\u2067\u2068", "\u2069"


class BidiControls:
    """An error: the file shows another text than it holds, and so does every page that takes it over.

    Our own pages take such characters out. Silent about marks (LRM, RLM, ALM), which titles in Arabic may need, and
    about embeddings and isolates that end within the title (Unicode Standard Annex 9, section 2).
    """

    name = "bidi-controls"
    level = Level.ERROR
    source = Source.FILE
    explanation = "A title holds invisible characters that turn its letters round, or the text after it."
    remedy = sentence(
        "Type the title anew, or remove the invisible characters; its direction follows from its language."
    )

    def review(self, case: Case) -> Iterator[Finding]:
        """One finding for each such title, about the first such character."""
        for one in case.titles():
            found = _found(one.text)
            if found is not None:
                said, sign = found
                values = (("title", quoted(one.text)), ("code", f"U+{ord(sign):04X}"))
                yield Finding(self.name, self.level, one.language, said, values, self.remedy, one.at)


def _found(title: str) -> tuple[str, str] | None:
    """The sentence, and the character: the first override, else the first opening that stays open."""
    override = next((sign for sign in title if sign in _OVERRIDES), None)
    if override is not None:
        return OVERRIDE, override
    left = _left_open(title)
    return None if left is None else (OPEN, left)


def _left_open(title: str) -> str | None:
    opened: list[str] = []
    for sign in title:
        if sign in _EMBEDDINGS or sign in _ISOLATES:
            opened.append(sign)
        elif sign == _POP and opened and opened[-1] in _EMBEDDINGS:
            opened.pop()
        elif sign == _POP_ISOLATE and any(one in _ISOLATES for one in opened):
            while opened.pop() not in _ISOLATES:
                pass  # the end of an isolate ends the embeddings within it too
    return opened[0] if opened else None


RULE: Rule = BidiControls()
