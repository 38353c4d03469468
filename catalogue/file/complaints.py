"""This file is what the YAML parser's complaints mean to the person who edits, with the remedy."""

from __future__ import annotations

from typing import NamedTuple


class Complaint(NamedTuple):
    """A complaint in our words. `begins` says that the mistake lies where the parser began, not where it stopped."""

    sentence: str
    begins: bool = False


_QUOTE = "put the text into double quotes"
_ALIGN = "give it the same indentation as its neighbours"

COMPLAINTS = {
    "found character that cannot start any token": Complaint(
        f"a text cannot begin with this character (and a tab cannot indent); {_QUOTE}, and indent with spaces"
    ),
    "mapping values are not allowed in this context": Complaint(
        f"a colon followed by a space cannot stand here; {_QUOTE}, or mend the indentation"
    ),
    "mapping keys are not allowed in this context": Complaint(f"a “?” cannot stand here; {_QUOTE}"),
    "block sequence entries are not allowed in this context": Complaint(
        f"a “-” followed by a space cannot stand here; {_QUOTE}, or begin a line with it"
    ),
    "could not find expected ':'": Complaint(
        "this line is no key with a colon; add the colon and a space, or mend the indentation", begins=True
    ),
    "found unexpected end of stream": Complaint(
        "the quotation mark is opened here and never closed; close it", begins=True
    ),
    "found unexpected document indicator": Complaint(
        "the quotation mark is opened here and not closed before the document ends; close it", begins=True
    ),
    "found unknown escape character": Complaint(
        "YAML knows no such sign after a backslash; write the backslash twice if you mean a backslash"
    ),
    "did not find expected hexdecimal number": Complaint(
        "after \\x, \\u or \\U stand 2, 4 or 8 hexadecimal digits; complete them, or write the backslash twice"
    ),
    "found invalid Unicode character escape code": Complaint("there is no such character; mend its number"),
    "did not find expected key": Complaint(f"here a key was expected, at the level of the one above; {_ALIGN}"),
    "did not find expected '-' indicator": Complaint(f"here a “-” was expected; {_ALIGN}"),
    "did not find expected ',' or ']'": Complaint("the list opened with “[” is not closed; add “]” or a comma"),
    "did not find expected ',' or '}'": Complaint("the mapping opened with “{” is not closed; add “}” or a comma"),
    "did not find expected node content": Complaint(f"here a value was expected; {_QUOTE}, or remove what stands here"),
    "did not find expected <document start>": Complaint(
        f"this does not belong to what stands above; {_ALIGN}, or remove it"
    ),
    "but found another document": Complaint("a second document begins here; a catalogue is one, so remove the “---”"),
}

CONFLICT = "here stands a mark of a merge that nobody finished; choose one of the two versions, and remove the marks"
TAB = "a tab cannot indent in YAML; replace it with spaces"


def in_our_words(problem: str) -> Complaint:
    """The complaint; one that we do not know is given as the parser put it."""
    known = COMPLAINTS.get(problem)
    return known or Complaint(f"the YAML cannot be read from here on ({problem}); compare with the lines around it")
