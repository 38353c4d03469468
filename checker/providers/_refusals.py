"""This file is what can be said of a site's address that names none of its videos, before anything is asked."""

from __future__ import annotations

from checker.verdict import State, Verdict, sentence

SHORT_LINK = sentence(
    "This short link does not say which video it leads to: open it, and use the full address of the video."
)


def not_one_video(reason: str) -> Verdict:
    """The verdict on an address that cannot be one video; `reason` is a marked sentence that names the site."""
    return Verdict(State.INVALID, reason, watchable=False, embeddable=False, agreed=True)


def short_link() -> Verdict:
    """The verdict on an address that may well be a video, but only its site knows which."""
    return Verdict(State.UNKNOWN, SHORT_LINK)
