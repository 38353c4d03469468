"""This file is which elements hold a video's address, and in which attribute.

The forms are those that the tools' own documentation shows: lazy loading and consent tools keep a frame's address in
another attribute until they let it load, and facades know only a site and an id.
"""

from __future__ import annotations

from collections.abc import Mapping

Attributes = Mapping[str, str]

WAITING = (
    "data-src data-lazy-src data-original data-url data-iframe-src data-cookieblock-src data-cmp-src data-src-cmplz "
    "data-cookie-src data-consent-src data-uc-src data-placeholder-src"
).split()
"""Where a frame's address waits for a script or for a reader's consent."""

_SITES = {
    "youtube": "https://www.youtube-nocookie.com/embed/",
    "vimeo": "https://player.vimeo.com/video/",
    "dailymotion": "https://www.dailymotion.com/video/",
}
_ID_OF = {
    "lite-youtube": ("youtube", "videoid"),
    "lite-vimeo": ("vimeo", "videoid"),
    "amp-youtube": ("youtube", "data-videoid"),
    "amp-vimeo": ("vimeo", "data-videoid"),
    "amp-dailymotion": ("dailymotion", "data-videoid"),
}
_ADDRESS_OF = {"youtube-video": "src", "vimeo-video": "src", "dailymotion-video": "src"}
_SITE_AND_ID = (
    ("type", "video-id"),  # Embetty
    ("data-plyr-provider", "data-plyr-embed-id"),
    ("data-service", "data-id"),  # iframemanager
)
_ID_BY_NAME = {
    "data-youtube-id": "youtube",  # Able Player and many scripts
    "data-youtube-nocookie": "youtube",
    "data-vimeo-id": "vimeo",
    "data-vimeo-url": "vimeo",
}
_QUOTED = {"tiktok-embed": "cite", "fb-video": "data-href", "fb-post": "data-href"}

NAMES = ("aria-label", "title", "videotitle", "playlabel", "data-title", "video-title")
"""Where an element is named, the first that counts to a screen reader first."""


def plain_address(element: str, attributes: Attributes) -> str:
    """Where the browser itself loads from, or goes to; empty where the element says nothing."""
    name = {"object": "data", "a": "href", "area": "href"}.get(element, "src")
    address = attributes.get(name, "").strip()
    return "" if address.lower().startswith(("about:", "data:", "javascript:")) else address


def waiting_address(attributes: Attributes) -> str:
    """The address that a script will put in place; empty where there is none."""
    return next((found for name in WAITING if (found := attributes.get(name, "").strip())), "")


def facade_address(element: str, attributes: Attributes) -> str:
    """The address of the video of which an element shows only a stand-in; empty where it is none."""
    if element in _ID_OF:
        site, name = _ID_OF[element]
        return _at(site, attributes.get(name, ""))
    if element in _ADDRESS_OF:
        return attributes.get(_ADDRESS_OF[element], "")
    for kind, name in _SITE_AND_ID:
        site = attributes.get(kind, "").lower()
        if site in _SITES and name in attributes:
            return _at(site, attributes[name])
    for name, site in _ID_BY_NAME.items():
        if name in attributes:
            return _at(site, attributes[name])
    return next(
        (attributes.get(name, "") for word, name in _QUOTED.items() if word in attributes.get("class", "").split()), ""
    )


def _at(site: str, video: str) -> str:
    video = video.strip()
    return video if not video or "/" in video else f"{_SITES[site]}{video}"
