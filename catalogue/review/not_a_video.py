"""This file is the rule that an address names a video at all."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review._contract import Case, Finding, Level, Rule, Source, sentence


class NotAVideo:
    """An error: a channel, a playlist or a half-copied address cannot be played in a page.

    Silent about pages of sites that we do not know: they may well hold a video, and `check` finds out. The sentence is
    that of the site's own file.
    """

    name = "not-a-video"
    level = Level.ERROR
    source = Source.FILE
    explanation = "The address is no web address, or a page of a video site that is not one video."
    remedy = sentence("Open the video itself, and put the address of its own page here.")

    def review(self, case: Case) -> Iterator[Finding]:
        """One finding for each such address, mirrors included."""
        for one in case.addresses():
            said = one.link.no_video
            if said is not None:
                yield Finding(self.name, self.level, one.language, said, (), self.remedy, one.at, one.link.meant)


RULE: Rule = NotAVideo()
