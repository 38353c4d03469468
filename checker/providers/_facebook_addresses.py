"""This file is Facebook's addresses: which video or which post stands where (facts: PROVIDERS.md section 2.3)."""

from __future__ import annotations

import re

from checker.address import Address
from checker.providers._start import seconds

_HOSTS = frozenset(
    """
    facebook.com www.facebook.com m.facebook.com mbasic.facebook.com touch.facebook.com web.facebook.com
    business.facebook.com fb.com www.fb.com
    """.split()
)
_COUNTRY_HOST = re.compile(r"[a-z]{2}-[a-z]{2}\.facebook\.com")
_SHORT_HOST = "fb.watch"
_ID = re.compile(r"[0-9]{5,25}")
_NAME = r"[A-Za-z0-9][A-Za-z0-9.-]{0,99}"
_VIDEO = re.compile(rf"(?:{_NAME}/videos(?:/[^/]+)?|reel)/([^/]+)")
_VIDEO_IN_QUERY = {
    "watch": ("v",),
    "watch/live": ("v",),
    "video.php": ("v", "id"),
    "video/video.php": ("v",),
    "video/embed": ("video_id",),
}
_POST = re.compile(rf"({_NAME}|groups/{_NAME})/(?:posts|permalink)(?:/[^/]+)?/([^/]+)")
_STORIES = frozenset({"story.php", "permalink.php"})
_FRAME = re.compile(r"(?:v[0-9]{1,3}\.[0-9]{1,2}/)?plugins/(?:video|post)\.php")
_VEILED = re.compile(rf"share(?:/.*)?|events/.*|(?:{_NAME}|groups/{_NAME})/(?:posts|permalink)/.*")
_INNER = "facebook:"


def id_and_place(text: str) -> tuple[str, str | None] | None:
    """The id that an address names, and for a post the path that stands before it; None for what names neither."""
    bare = text.strip()
    if bare.startswith(_INNER) and _ID.fullmatch(bare.removeprefix(_INNER)):
        return bare.removeprefix(_INNER), None
    address = _unframed(Address.parse(text))
    if address is None or not _ours(address.host):
        return None
    found = _video(address) or _post(address)
    return found if found is not None and _ID.fullmatch(found[0]) else None


def start_in(text: str) -> int | None:
    """Where an address asks to begin, in seconds: the frame's own word, or that of the address in it."""
    address = Address.parse(text)
    inner = _unframed(address)
    return next((found for one in (address, inner) if one is not None and (found := seconds(one.first("t")))), None)


def is_ours(text: str) -> bool:
    """Is this an address on one of Facebook's hosts?"""
    address = Address.parse(text)
    return address is not None and (_ours(address.host) or address.host == _SHORT_HOST)


def is_veiled(text: str) -> bool:
    """Is this an address behind which a video may stand, although only Facebook knows which?"""
    address = _unframed(Address.parse(text))
    if address is None:
        return False
    path = "/".join(address.segments)
    return address.host == _SHORT_HOST or path in _STORIES or _VEILED.fullmatch(path) is not None


def _ours(host: str) -> bool:
    return host in _HOSTS or _COUNTRY_HOST.fullmatch(host) is not None


def _unframed(address: Address | None) -> Address | None:
    """The address inside the address of a frame."""
    if address is None or not _ours(address.host) or not _FRAME.fullmatch("/".join(address.segments)):
        return address
    return Address.parse(address.first("href") or "")


def _video(address: Address) -> tuple[str, None] | None:
    path = "/".join(address.segments)
    if path in _VIDEO_IN_QUERY:
        found = address.first(*_VIDEO_IN_QUERY[path])
        return None if found is None else (found, None)
    match = _VIDEO.fullmatch(path)
    return None if match is None else (match.group(1), None)


def _post(address: Address) -> tuple[str, str] | None:
    path = "/".join(address.segments)
    if path in _STORIES:
        owner, story = address.first("id") or "", address.first("story_fbid") or ""
        return (story, f"{owner}/posts") if _ID.fullmatch(owner) else None
    match = _POST.fullmatch(path)
    return None if match is None else (match.group(2), f"{match.group(1)}/posts")
