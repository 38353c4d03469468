"""This file is what a web page says about a video, once it is read."""

from __future__ import annotations

from dataclasses import dataclass

from checker.providers._page_schema import VideoObject


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says: whole addresses, already resolved; hostile text, already bounded."""

    title: str | None = None
    oembed: str | None = None
    video: VideoObject | None = None
    og_video: str | None = None
    player: str | None = None
    frames: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """What its media and embed elements play."""
