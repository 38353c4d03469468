"""This file is what a site says of a video besides its state, kept after the video has gone."""

from __future__ import annotations

from dataclasses import dataclass

from checker.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Facts:
    """A site's own, hostile words: title, channel, the language tag of what is spoken, and whether there are captions.

    None where the site never said.
    """

    title: str | None = None
    author: str | None = None
    audio: str | None = None
    captions: bool | None = None

    def after(self, verdict: Verdict) -> Facts:
        """The facts with what a newer look adds or corrects; what it does not say stays."""
        return Facts(
            verdict.title or self.title,
            verdict.author or self.author,
            verdict.audio or self.audio,
            self.captions if verdict.captions is None else verdict.captions,
        )
