"""This file is the conversation about videos of a site that nobody can be asked about (PROVIDERS.md section 5)."""

from __future__ import annotations

from checker.providers._contract import Conversation, VideoRef
from checker.verdict import State, Verdict


def unasked(videos: tuple[VideoRef, ...], reason: str) -> Conversation:
    """Ask nothing and judge nothing: a 200 of such a site proves nothing, and its own interface is not for us.

    `reason` is a marked sentence that names the site and says who can tell instead.
    """
    yield from ()
    return {video: Verdict(State.UNKNOWN, reason) for video in videos}
