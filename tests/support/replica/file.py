"""This file is a simulated server of video files, each in one state (PROVIDERS.md, sections 2.11 and 6).

Nothing of it is recorded: it answers as RFC 9110 (ranges), RFC 8216 (HLS) and ISO/IEC 14496-12 (boxes) say.
"""

from __future__ import annotations

import re

from replica.exchange import Reply, Request

HOST = "media.example.int"
CDN = "cdn.example.net"
MP4 = "video/mp4"
HLS = "application/vnd.apple.mpegurl"
HTML = "text/html; charset=utf-8"


def box(kind: bytes, size: int, *, long: bool = False) -> bytes:
    """An ISO box of this whole size in bytes, filled with zeros."""
    head = (1).to_bytes(4, "big") + kind + size.to_bytes(8, "big") if long else size.to_bytes(4, "big") + kind
    return head + bytes(size - len(head))


FTYP = box(b"ftyp", 32)
INDEX_FIRST = FTYP + box(b"moov", 5_000) + box(b"mdat", 200_000)
INDEX_LAST = FTYP + box(b"mdat", 200_000, long=True) + box(b"moov", 5_000)
LARGE_INDEX = FTYP + box(b"moov", 100_000) + box(b"mdat", 200_000)
MASTER = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=800000\n{}\n#EXT-X-STREAM-INF:BANDWIDTH=9\nnever-asked.m3u8\n"
PIECE = "#EXTINF:6.0,\npiece.ts\n"
DASH = '<?xml version="1.0"?>\n<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="{}">{}</MPD>\n'
VOD = "#EXTM3U\n#EXT-X-TARGETDURATION:6\n" + PIECE + "#EXT-X-ENDLIST\n"

FILES: dict[str, tuple[str, bytes]] = {
    "/index-first.mp4": (MP4, INDEX_FIRST),
    "/index-last.mp4": (MP4, INDEX_LAST),
    "/cut-in-film.mp4": (MP4, INDEX_LAST[:150_000]),
    "/cut-at-index.mp4": (MP4, INDEX_LAST[:-5_000]),
    "/cut-after-large-index.mp4": (MP4, LARGE_INDEX[:250_000]),
    "/large-index.mp4": (MP4, LARGE_INDEX),
    "/film.webm": ("video/webm", b"\x1a\x45\xdf\xa3" + b"\x42\x82\x84webm" + bytes(100_000)),
    "/film.ogv": ("video/ogg", b"OggS" + bytes(50_000)),
    "/film.ts": ("video/mp2t", (b"G" + bytes(187)) * 200),
    "/untyped.mp4": ("application/octet-stream", INDEX_FIRST),
    "/recorded.mpd": ("application/dash+xml", DASH.format("static", "<Period/>").encode()),
    "/waiting.mpd": ("application/dash+xml", DASH.format("dynamic", "").encode()),
    "/letter.mp4": ("application/pdf", b"%PDF-1.7" + bytes(1_000)),
    "/empty.mp4": (MP4, b""),
    "/soft-404.mp4": (HTML, b"<!DOCTYPE html><title>Not found</title>"),
    "/vod.m3u8": (HLS, VOD.encode()),
    "/long.m3u8": (HLS, VOD.replace(PIECE, PIECE * 5_000).encode()),
    "/master.m3u8": (HLS, MASTER.format("low/vod.m3u8").encode()),
    "/low/vod.m3u8": (HLS, VOD.encode()),
    "/waiting.m3u8": (HLS, MASTER.format("none-yet.m3u8").encode()),
    "/none-yet.m3u8": (HLS, b"#EXTM3U\n#EXT-X-TARGETDURATION:6\n"),
    "/lost.m3u8": (HLS, MASTER.format("nowhere.m3u8").encode()),
}
STATUSES = {"/private.mp4": 403, "/legal.mp4": 451, "/broken.mp4": 503, "/too-many.mp4": 429, "/gone.mp4": 410}
_RANGE = re.compile(r"bytes=(\d+)-(\d+)")


class Files:
    """A file server. `/whole/...` gives the same files without range support; `/moved/...` sends them elsewhere."""

    hosts = frozenset({HOST, CDN})

    def answer(self, request: Request) -> Reply:
        """The reply to one request; HEAD is refused, as many servers of files do."""
        path = request.path
        if request.method != "GET":
            return Reply(405)
        if path in STATUSES:
            return Reply.text(STATUSES[path], "<html>refused</html>", HTML)
        if path.startswith("/moved/"):
            return Reply(302, (("Location", f"https://{CDN}/{path.removeprefix('/moved/')}?signed=1"),))
        ranged = not path.startswith("/whole/")
        found = FILES.get("/" + path.removeprefix("/whole/") if not ranged else path)
        if found is None:
            return Reply.text(404, "<html>no such file</html>", HTML)
        return _sent(request, *found) if ranged else Reply.text(200, found[1], found[0])


def _sent(request: Request, kind: str, body: bytes) -> Reply:
    wanted = _RANGE.fullmatch(request.header("range") or "")
    if wanted is None or kind == HTML:
        return Reply.text(200, body, kind)
    first, last = int(wanted[1]), min(int(wanted[2]), len(body) - 1)
    if first > last:
        return Reply(416, (("Content-Range", f"bytes */{len(body)}"),))
    return Reply.text(206, body[first : last + 1], kind, ("Content-Range", f"bytes {first}-{last}/{len(body)}"))
