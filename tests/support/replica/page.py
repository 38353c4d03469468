"""This file is a simulated site of web pages that offer a video, each in its own way (PROVIDERS.md, section 2.12)."""

from __future__ import annotations

import json

from replica.exchange import Reply, Request

HOST = "www.example.int"
BARE = "example.int"
OTHER = "consent.example.net"
HTML = "text/html; charset=utf-8"
BLOCK = {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, {"@type": ["VideoObject"]}]}
DISCOVERY = (
    '<link rel="alternate" type="application/json+oembed" href="/oembed?url=https%3A%2F%2F{}%2F{}&amp;format=json">'
)
OEMBED = {"version": "1.0", "type": "video", "title": "Told", "author_name": "ITU", "html": "<iframe></iframe>"}


def video_object(**fields: object) -> str:
    """A script that describes one video, three levels deep."""
    node = {"@type": "VideoObject", "name": "Described", **fields}
    return f'<script type="application/ld+json">{json.dumps({**BLOCK, "@graph": [{"x": [node]}]})}</script>'


HEADS: dict[str, str] = {
    "oembed": DISCOVERY.format(HOST, "oembed"),
    "blog": DISCOVERY.format(HOST, "blog"),
    "schema": video_object(contentUrl="/films/1.mp4", embedUrl="https://www.example.int/frame/1"),
    "og": '<meta property="og:title" content="Shared"><meta property="og:video:url" content="//cdn.example.net/1.mp4">',
    "framed": '<iframe src="https://www.youtube-nocookie.com/embed/OGSyYP5v6PM?rel=0"></iframe>',
    "holds": '<video controls><source src="/films/2.webm"></video>',
    "far": video_object(contentUrl="/films/4.mp4", regionsAllowed="US CA"),
    "over": video_object(contentUrl="/films/5.mp4", expires="2020-01-31T00:00:00Z"),
    "nothing": "<title>A page about something</title><video></video>",
}


class Pages:
    """A site whose pages are at `https://www.example.int/NAME`, for the names of HEADS and a few states more."""

    hosts = frozenset({HOST, BARE, OTHER})

    def answer(self, request: Request) -> Reply:
        """The reply to one request."""
        name = request.path.strip("/")
        if request.host == BARE:
            return Reply(301, (("Location", f"https://{HOST}{request.target}"),))
        if name == "oembed" and request.field("url") is not None:
            kind = "rich" if (request.field("url") or "").endswith("/blog") else "video"
            return Reply.text(200, json.dumps(OEMBED | {"type": kind}), "application/json")
        if name == "away":
            return Reply(302, (("Location", f"https://{OTHER}/?continue=x"),))
        if name == "members":
            return Reply(302, (("Location", "/login?next=/members"),))
        if name in {"gone", "forbidden", "broken"}:
            return Reply.text({"gone": 410, "forbidden": 403, "broken": 500}[name], "<html>no</html>", HTML)
        if name not in HEADS and name not in {"", "login"}:
            return Reply.text(404, "<html>nowhere</html>", HTML)
        return Reply.text(200, f"<!DOCTYPE html><html><head>{HEADS.get(name, '')}</head><body>x</body></html>", HTML)
