"""This file is the rule that a video in another language than the text around it says so with lang."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue import Language
from catalogue.review import Level
from checker.verdict import sentence
from reports.inspection._contract import Case, Fault, Rule, Sighting, fault
from reports.inspection._foreign import is_written_in_another
from reports.inspection._page import Kind

WRONG = sentence("The video is in %(video)s, but the page says that this place is in %(around)s (WCAG 3.1.2).")
UNSAID = sentence("The video is in %(video)s, but neither the page nor this place says so (WCAG 3.1.2).")

_MARKED = frozenset({Kind.FRAME, Kind.VIDEO, Kind.OBJECT, Kind.LINK})


def _speaks(sighting: Sighting, around: Language | None, case: Case) -> bool:
    """Is what the element says in the video's language? A link's words may be in the page's."""
    title = sighting.embed.title
    if sighting.embed.kind is not Kind.LINK:
        return True
    return title is not None and around is not None and is_written_in_another(title, around, case.languages)


class LanguageUnmarked:
    """WCAG 2.2, success criterion 3.1.2."""

    name = "language-unmarked"
    level = Level.WARNING
    explanation = "A player or link text in another language than the text around it has no lang, or the wrong one."
    remedy = sentence("Write lang and dir on the element itself.")

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each of our players, and each link in foreign letters, that is taken for another language."""
        for sighting in case.sightings:
            language, around = sighting.language, case.language_around(sighting)
            if language is None or sighting.embed.kind not in _MARKED or not _speaks(sighting, around, case):
                continue
            if around is None:
                yield fault(self, sighting, UNSAID, ("video", language))
            elif not around.sounds_like(language):
                yield fault(self, sighting, WRONG, ("video", language), ("around", around))


RULE: Rule = LanguageUnmarked()
