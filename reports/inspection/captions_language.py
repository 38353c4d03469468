"""This file is the rule that a player is asked for its captions in the video's language."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from catalogue import Language
from catalogue.review import Level
from checker.players import player_at
from checker.verdict import sentence
from reports.inspection._around import language_of
from reports.inspection._contract import Case, Fault, Rule, fault
from reports.inspection._foreign import quoted
from reports.inspection._page import Kind

MISSING = sentence("The video is in %(video)s, but the player's address has no %(field)s that says so.")
WRONG = sentence("The video is in %(video)s, but the player's address has %(field)s=%(said)s.")

_NAMES = {"youtube": ("cc_lang_pref", "hl"), "vimeo": ("texttrack",), "peertube": ("subtitle",)}
"""The fields that name a language (PROVIDERS, sections 1.6, 2.1 and 2.7)."""

_ALWAYS = frozenset({"youtube"})
"""Where naming it does not switch captions on: it belongs into every address."""

_MOST_FIELDS = 100


def _fields(address: str) -> dict[str, str]:
    try:
        return dict(parse_qsl(urlsplit(address).query, max_num_fields=_MOST_FIELDS))
    except ValueError:
        return {}


def _fits(tag: str, language: Language) -> bool:
    """Do players understand this as the language? Some write zh_CN."""
    said = language_of(tag.replace("_", "-"))
    return said is not None and said.sounds_like(language)


class CaptionsLanguage:
    """Silent about sites whose players follow the reader's browser."""

    name = "captions-language"
    level = Level.WARNING
    explanation = "The player is not asked for captions and buttons in the video's language."
    remedy = sentence("Add the fields that name the language to the player's address.")

    def inspect(self, case: Case) -> Iterator[Fault]:
        """One fault for each of our players."""
        for sighting in case.players():
            video, language = sighting.video, sighting.language
            if video is None or language is None or sighting.embed.kind is not Kind.FRAME:
                continue
            if player_at(sighting.embed.address) is None:
                continue  # a page in a frame is no player to be asked
            said = _fields(sighting.embed.address)
            wanted = _NAMES.get(video.provider, ())
            wrong = next((name for name in wanted if name in said and not _fits(said[name], language)), None)
            missing = next((name for name in wanted if name not in said and video.provider in _ALWAYS), None)
            if wrong is not None:
                yield fault(self, sighting, WRONG, ("field", wrong), ("said", quoted(said[wrong])), ("video", language))
            elif missing is not None:
                yield fault(self, sighting, MISSING, ("field", missing), ("video", language))


RULE: Rule = CaptionsLanguage()
