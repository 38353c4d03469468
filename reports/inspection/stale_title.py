"""This file is the rule that a frame's title is what the catalogue calls the video."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review import Level
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, Sighting, fault
from reports.inspection._foreign import quoted
from reports.inspection._generic import same, says_nothing
from reports.inspection._page import Kind
from reports.titles import clean

STALE = sentence("The frame calls the video “%(title)s”; the catalogue calls it “%(ours)s”.")


def _titles(sighting: Sighting) -> Iterator[str]:
    """What the catalogue calls the video, in the video's language."""
    if sighting.message is not None and sighting.recording is not None:
        texts = (
            sighting.recording.title,
            *(title.text for title in sighting.message.titles if title.language == sighting.language),
        )
        yield from (found for text in texts if (found := clean(text).text) is not None)


class StaleTitle:
    """Signs, spaces and capitals do not count."""

    name = "stale-title"
    level = Level.NOTICE
    explanation = "A frame's title is another one than the catalogue has for the video."
    remedy = sentence("Copy the title anew, unless this page is to call the video something else.")

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each of our videos under another title, where the catalogue has one in its language."""
        for sighting in case.players():
            title = clean(sighting.embed.title).text
            if title is None or sighting.embed.kind is not Kind.FRAME or says_nothing(title):
                continue
            ours = tuple(_titles(sighting))
            if ours and same(title) not in map(same, ours):
                yield fault(self, sighting, STALE, ("title", quoted(title)), ("ours", quoted(ours[0])))


RULE: Rule = StaleTitle()
