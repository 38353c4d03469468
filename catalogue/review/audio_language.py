"""This file is the rule that what is spoken in a video is the language it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalogue.errors import InvalidValue
from catalogue.language import Language
from catalogue.review._contract import Case, Finding, Level, Rule, Source, sentence

SPOKEN = sentence("The site says that %(spoken)s is spoken in the video, but the link stands under %(slot)s.")

_LONGEST_TAG = 35
"""Characters: what RFC 5646 (4.4.1) has everybody keep room for."""

_PRIVATE = re.compile(r"q[a-t][a-z]\b|art\b", re.IGNORECASE)
"""Codes that name no language in particular: for private use, and made-up ones."""


class AudioLanguage:
    """Compares languages, not tags: regions, scripts and dialects are fine, and so is what cannot be read."""

    name = "audio-language"
    level = Level.WARNING
    source = Source.SITES
    explanation = "The site gives another spoken language than the one the video stands under."
    remedy = sentence("Listen to the video: put the right link here, or correct its language on the site.")

    def review(self, case: Case) -> Iterator[Finding]:
        """One finding for each video in which another language is spoken."""
        for video, told in case.slots():
            spoken = _language(told.audio)
            if spoken is not None and not spoken.sounds_like(video.language):
                values = (("spoken", spoken), ("slot", video.language))
                yield Finding(self.name, self.level, video.language, SPOKEN, values, self.remedy)


def _language(tag: str | None) -> Language | None:
    """The language of a site's tag; None for none, for several (`mul`), for no words (`zxx`), and for no tag."""
    if not tag or len(tag) > _LONGEST_TAG or _PRIVATE.match(tag):
        return None
    try:
        return Language.parse(tag)
    except InvalidValue:
        return None


RULE: Rule = AudioLanguage()
