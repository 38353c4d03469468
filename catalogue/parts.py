"""This file is whether a letter holds several messages: titles that each stand over recordings of their own.

A letter becomes one message. Where it is really several, filing all its recordings under the first one's name would put
them where nobody looks for a mistake, so none is filed, and a person gives each part by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from catalogue.candidate import Candidate, meant_by
from catalogue.heads import Head
from catalogue.labels import is_silent, tells_of_another_thing
from catalogue.language import Language

_SEVERAL = 2


def parts_of(
    heads: Sequence[Head],
    links: Sequence[Candidate],
    languages: tuple[Language, ...],
    tongue: Callable[[str], Language | None],
) -> dict[int, str]:
    """The titles of several messages, by the number of heads that stand above a link; nothing where it is one message.

    The titles of one message in its languages stand over one recording each, in the language that they speak. What
    stands over recordings in several languages, or is a heading over one in another language, begins another message.
    What stands above all titles has the empty one.
    """
    titles = list(_titles(heads, languages))
    spoken: dict[str, set[Language]] = {}
    for link in links:
        if link.language is not None and link.identity is not None:
            spoken.setdefault(titles[link.mention.under].text, set()).add(link.language)
    headings = {head.text for head in heads if head.heading}
    others = list(spoken.items())[1:]
    several = any(
        len(said) >= _SEVERAL or (title in headings and tongue(title) not in {None, *said}) for title, said in others
    )
    return {number: title.text for number, title in enumerate(titles)} if several else {}


def _titles(heads: Sequence[Head], languages: tuple[Language, ...]) -> Iterator[Head]:
    """For each number of heads above a link, the title that it stands under: the last that names no language."""
    title = Head("")
    yield title
    for head in heads:
        if not (is_silent(head.text) or tells_of_another_thing(head.text) or meant_by(head.text, languages)):
            title = head
        yield title
