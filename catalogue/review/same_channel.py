"""This file is the rule that the videos of one message are on one channel, where most of them are."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from catalogue.language import Language
from catalogue.review._agreement import usual
from catalogue.review._contract import Case, Finding, Level, Rule, Source, quoted, sentence
from catalogue.review._naming import words_name
from catalogue.tongue import letters_by_script, scripts_of

CHANNEL = sentence("The video is on the channel “%(channel)s”, but most other languages are on “%(usual)s”.")

_READ_AT_MOST = 300


class SameChannel:
    """A copy on somebody else's channel can vanish any day, and may have been changed.

    Only channels of one site are compared. Silent where two thirds of the channels do not agree, as in a house with a
    channel for each language, and where a channel is evidently the house's own for this language: it names the
    language, or is written in its letters while the usual one is not.
    """

    name = "same-channel"
    level = Level.WARNING
    source = Source.SITES
    explanation = "The video is on another channel than most of the other languages."
    remedy = sentence("Look whose channel this is, and if it is not yours, put the link to your own video here.")

    def review(self, case: Case) -> Iterator[Finding]:
        """One finding for each video on an unusual channel."""
        told = {video.language: one for video, one in case.slots()}
        for language, here in told.items():
            there = [one.author for one in told.values() if one.site == here.site and one.author and _key(one.author)]
            common = usual(map(_key, there))
            if not here.author or not _key(here.author) or common in {None, _key(here.author)}:
                continue
            customary = next(author for author in there if _key(author) == common)
            if not _is_for(language, here.author, customary):
                values = (("channel", quoted(here.author)), ("usual", quoted(customary)))
                yield Finding(self.name, self.level, language, CHANNEL, values, self.remedy)


def _key(channel: str) -> str:
    """What two spellings of one channel share: case, width, spaces, and what nobody sees are not told apart."""
    seen = (sign for sign in unicodedata.normalize("NFKC", channel[:_READ_AT_MOST]) if not _is_hidden(sign))
    return " ".join("".join(seen).casefold().split())


def _is_hidden(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cf", "Cc"} and not sign.isspace()


def _is_for(language: Language, channel: str, customary: str) -> bool:
    """Is this evidently the channel for that language?"""
    ours, usually = (letters_by_script(name[:_READ_AT_MOST]) for name in (channel, customary))
    own = scripts_of(language)
    return words_name(channel, language) or (not own.isdisjoint(ours) and own.isdisjoint(usually))


RULE: Rule = SameChannel()
