"""This file is the rule that a mirror is another place than the one that it stands in for."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review._contract import Case, Finding, Level, Rule, Source, sentence

SAME = sentence("This mirror leads to the same place as an address before it.")


class SameMirror:
    """A warning: nothing is broken, but where the one place fails, this mirror is of no help."""

    name = "same-mirror"
    level = Level.WARNING
    source = Source.FILE
    explanation = "A mirror leads to the same video as the address that it should stand in for, or as another mirror."
    remedy = sentence("Put the copy on another site here, or remove this mirror.")

    def review(self, case: Case) -> Iterator[Finding]:
        """One finding for each mirror that repeats an address of its slot."""
        before: set[tuple[str, str]] = set()
        for one in case.addresses():
            key = (one.language.tag, one.link.video or one.address)
            if key in before:
                yield Finding(self.name, self.level, one.language, SAME, (), self.remedy, one.at)
            before.add(key)


RULE: Rule = SameMirror()
