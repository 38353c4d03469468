"""This file is the rule that an address is a video's own page, and no player's."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.review._contract import Case, Finding, Level, Player, Rule, Source, sentence

OLD = sentence("This is the address of a player that its site has given up.")
CURRENT = sentence("This is the address of a player for other pages, not of the video's own page.")

_SAID = {Player.OLD: OLD, Player.CURRENT: CURRENT}


class PlayerAddress:
    """A warning: we understand such addresses, and make the right player of them.

    People who follow them meet a bare player at best: YouTube's answers with error 153 where no page sent them
    (PROVIDERS section 1.6), those that were given up do not answer at all (sections 1.1 and 2.2).
    """

    name = "player-address"
    level = Level.WARNING
    source = Source.FILE
    explanation = "The address is that of a player, perhaps one that was given up, instead of the video's own page."
    remedy = sentence("Write the address of the video's own page; the players are made from it.")

    def review(self, case: Case) -> Iterator[Finding]:
        """One finding for each such address, mirrors included."""
        for one in case.addresses():
            if one.link.player is not None:
                said = _SAID[one.link.player]
                yield Finding(self.name, self.level, one.language, said, (), self.remedy, one.at, one.link.proper)


RULE: Rule = PlayerAddress()
