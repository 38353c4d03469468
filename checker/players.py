"""This file is which addresses are not a video's page but a player that stands in other pages."""

from __future__ import annotations

import re
from enum import StrEnum

from checker.address import Address


class Player(StrEnum):
    """A player that is in use, or one that its site has given up."""

    CURRENT = "current"
    OLD = "old"


_OLD = re.compile(
    r"(?:www\.|m\.)?youtube(?:-nocookie)?\.com/v/.+"  # PROVIDERS section 1.1: no longer valid
    r"|(?:www\.)?youtube\.googleapis\.com/v/.+"
    r"|(?:\w+\.)?dailymotion\.com/(?:embed|swf)/.+"  # section 2.2: ended on 3 February 2026
    r"|(?:(?:cdnapi|cdnapisec|www)\.)?kaltura\.com/(?:.+/)?kwidget/.+"  # Flash too, as Kaltura's own pages used it
    r"|[^/]+/(?:.*/)?[^/]+\.swf"  # Flash, which no browser plays since 2021: Vimeo's moogaloop.swf and others
)
_CURRENT = re.compile(
    r"(?:www\.|m\.)?youtube(?:-nocookie|education)?\.com/(?:embed|e)/.+"
    r"|player\.vimeo\.com/video/.+"
    r"|(?:www\.)?vimeo\.com/event/\d+/embed(?:/.+)?"
    r"|geo\.dailymotion\.com/player.*"
    r"|(?:www\.)?facebook\.com/(?:v[\d.]+/)?plugins/.+"
    r"|platform\.(?:x|twitter)\.com/embed/.+"
    r"|(?:www\.)?tiktok\.com/(?:embed|player)/.+"
    r"|rutube\.ru/(?:play|video)/embed/.+"
    r"|player\.bilibili\.com/.+"
    r"|player\.youku\.com/.+"
    r"|v\.qq\.com/(?:txp/)?iframe/.+"
    r"|(?:www\.|m\.)?(?:vk\.com|vk\.ru|vkvideo\.ru)/video_ext\.php"
    r"|(?:www\.)?archive\.org/embed/.+"
    r"|(?:(?:cdnapi|cdnapisec|www)\.)?kaltura\.com/(?:.+/)?(?:embedPlaykitJs|embedIframeJs|mwEmbedFrame\.php)(?:/.+)?"
    r"|[^/]+/videos/embed/.+"  # PeerTube, on any host
)


def player_at(url: str) -> Player | None:
    """Whether a player stands at the address of a video that some site recognises; None for a page."""
    address = Address.parse(url)
    where = "" if address is None else "/".join((address.host, *address.segments))
    if _OLD.fullmatch(where):
        return Player.OLD
    return Player.CURRENT if _CURRENT.fullmatch(where) else None
