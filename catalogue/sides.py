"""This file is on which side of their links a letter's names stand: before, after, or nobody can tell.

A name between two links may be either's. It is given to one only where the whole run of links and names can be read in
one way, and nothing speaks against it: no wrong language is worth a question saved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from catalogue.around import Around, Side
from catalogue.candidate import Candidate, Recognise, candidate, meant_by
from catalogue.labels import tells_of_another_thing
from catalogue.language import Language
from catalogue.letter import Mention
from catalogue.lines import short_name

Key = tuple[tuple[int, int], frozenset[Language]]
"""A name: where it stands, and what it means."""


def candidates(
    mentions: Iterable[Mention],
    languages: tuple[Language, ...],
    recognise: Recognise,
    tongue: Callable[[str], Language | None] = lambda _: None,
) -> list[Candidate]:
    """The letter's candidates in their order, each with the languages that can be meant by what stands around it.

    `tongue` tells in which of the languages a title is, or that it is not clear: a link whose own title speaks another
    language than the heading above it names is not filed.
    """
    links: list[Candidate] = []
    run: list[_Placed] = []
    for mention in mentions:
        link = candidate(mention, languages, recognise)
        around = mention.around
        if around is not None and around.warned:
            link = replace(link, languages=frozenset())
        settled = around is None or around.warned or any(meant_by(name, languages) for name in around.own)
        if around is None or settled:
            links += _read(run)
            run = []
            links.append(link)
            continue
        spoken = tongue(around.title) if around.title else None
        placed = _Placed(link, around, _named(around.before, languages), _named(around.after, languages), spoken)
        if run and run[-1].keys.isdisjoint(placed.keys):
            links += _read(run)
            run = []
        run.append(placed)
    return links + list(_read(run))


Sides = tuple[Side, Side]
"""A name as the link that it comes after sees it, and as the link that it comes before does."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A link with what its sides name, and the language that its own title is in (`spoken`), where that is clear."""

    link: Candidate
    around: Around
    before: frozenset[Language]
    after: frozenset[Language]
    spoken: Language | None = None

    def key(self, *, after: bool) -> Key | None:
        """The name on one side, if there is one."""
        side, named = (self.around.after, self.after) if after else (self.around.before, self.before)
        return (side.place, named) if named else None

    def has_near(self, *, after: bool) -> bool:
        """Is there a name on this side, on the link's own line?"""
        return (self.around.after if after else self.around.before).near and self.key(after=after) is not None

    @property
    def keys(self) -> frozenset[Key]:
        """The names on both sides."""
        return frozenset(key for after in (False, True) if (key := self.key(after=after)) is not None)

    def taking(self, *, after: bool) -> Candidate:
        """The link with the names of one side. Words of another line do not name what has words of its own."""
        side, named = (self.around.after, self.after) if after else (self.around.before, self.before)
        at_odds = self.spoken is not None and self.spoken not in named
        taken = named if side.near or (self.around.open and not at_odds) else frozenset()
        label = side.texts[0] if taken and side.texts and not self.around.own else self.link.mention.label
        return replace(self.link, mention=replace(self.link.mention, label=label), languages=taken)


def _named(side: Side, languages: tuple[Language, ...]) -> frozenset[Language]:
    if any(map(tells_of_another_thing, side.texts)):
        return frozenset()
    return frozenset(found for text in side.texts if (found := meant_by(text, languages)) is not None)


def _read(run: list[_Placed]) -> Iterator[Candidate]:
    """The links of a run, whose names were shared between neighbours, in the one way that it can be read."""
    before, after = _keys(run, after=False), _keys(run, after=True)
    contested = before & after
    # A reading is possible if it leaves no name without a link, and full if no video is left without a name.
    possible = {False: after <= before, True: before <= after}
    full = [side for side in (False, True) if possible[side] and _is_full(run, after=side)]
    sides = _sides(run, contested)
    leaning = {key: _leaning(sides[key]) for key in contested}
    near = [side for side in (False, True) if _is_near(run, after=side)]
    if near:
        ways = near
    elif len(full) == 1:
        ways = [side for side in full if (not side) not in leaning.values()]
    else:
        ways = [side for side in (False, True) if possible[side] and _is_tied(run, leaning, sides, after=side)]
    for placed in run:
        if len(ways) == 1:
            yield placed.taking(after=ways[0])
        else:
            # All its names, so that a person sees between what to decide.
            disputed = not contested.isdisjoint(placed.keys)
            yield replace(placed.link, languages=placed.before | placed.after, contested=disputed)


def _is_tied(run: list[_Placed], leaning: dict[Key, bool | None], sides: dict[Key, Sides], *, after: bool) -> bool:
    """Does every contested name lean to this side, and does no short text at the other end look like one name more?

    Such a text may be a language that the catalogue does not list, and then the names stand on the other side. Where
    names follow, only brackets are enough: an announcement may hide the first name.
    """
    if not leaning or set(leaning.values()) != {after}:
        return False
    end = run[0].around.before if after else run[-1].around.after
    bound = all(follows.bound or precedes.bound for follows, precedes in sides.values())
    return (bound and not end.near) or not (after or any(map(short_name, end.texts)))


def _keys(run: list[_Placed], *, after: bool) -> frozenset[Key]:
    return frozenset(key for placed in run if (key := placed.key(after=after)) is not None)


def _is_full(run: list[_Placed], *, after: bool) -> bool:
    return all(placed.key(after=after) is not None for placed in run if placed.link.found is not None)


def _is_near(run: list[_Placed], *, after: bool) -> bool:
    """Has each video a name on its own line on this side, and none a name there on the other side?"""
    videos = [placed for placed in run if placed.link.found is not None]
    ours = all(placed.has_near(after=after) for placed in videos)
    return bool(videos) and ours and not any(placed.has_near(after=not after) for placed in run)


def _leaning(sides: Sides) -> bool | None:
    """Whose a contested name looks: that of the link it comes after (True), before (False); None for nobody's.

    A colon, dash or bracket ties it to one; else the line that it shares with one only.
    """
    follows, precedes = sides
    for one, other in ((follows.bound, precedes.bound), (follows.near, precedes.near)):
        if one != other:
            return one
    return None


def _sides(run: list[_Placed], contested: frozenset[Key]) -> dict[Key, Sides]:
    """Each contested name as the links before and after it see it: the first of each, if there are several."""
    seen: dict[bool, dict[Key, Side]] = {False: {}, True: {}}
    for placed in run:
        for after, side in ((True, placed.around.after), (False, placed.around.before)):
            key = placed.key(after=after)
            if key is not None:
                seen[after].setdefault(key, side)
    return {key: (seen[True][key], seen[False][key]) for key in contested}
