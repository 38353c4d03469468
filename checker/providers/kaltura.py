"""This file is Kaltura, asked through its public API without a key (facts: PROVIDERS.md section 2.5)."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from urllib.parse import urlsplit

from checker.exchange import Probe, Reply, Silence
from checker.providers._contract import Controls, Conversation, File, Given, Playback, Provider, VideoRef
from checker.providers._file_playback import from_second
from checker.providers._kaltura_addresses import is_mistaken, is_playlist, video_in
from checker.providers._kaltura_entry import CONTRADICTION, HOST, ask, judge, possible
from checker.providers._kaltura_players import frame, still
from checker.verdict import State, Verdict, dead, sentence

NO_ID = sentence(
    "This Kaltura address names no video: an entry's id is 0 or 1, an underscore, and 8 lower-case letters or digits."
)
NOT_ONE_VIDEO = sentence("This Kaltura address is a playlist, not one video.")


class Kaltura:
    """kaltura.com and its delivery addresses; `where` is the account's number."""

    name = "kaltura"
    label = "Kaltura"

    def batch(self, _: Given, /) -> int:
        """One video at a time."""
        return 1

    def recognise(self, url: str) -> VideoRef | None:
        """Which video an address of a player, a stream, or of the form `kaltura:ACCOUNT:ENTRY` names."""
        found = video_in(url)
        return None if found is None else VideoRef(self.name, found[1], found[0], found[2], found[3])

    def flaw(self, url: str) -> Verdict | None:
        """What is wrong with a player's address; one without an id may still play what its settings name."""
        if is_playlist(url):
            return dead(State.INVALID, NOT_ONE_VIDEO, agreed=True)
        return dead(State.INVALID, NO_ID, agreed=True) if is_mistaken(url) else None

    def impossible(self, ref: VideoRef) -> Verdict | None:
        """The verdict on an id, or an account's number, that cannot be one."""
        return None if possible(ref.id, ref.where) else dead(State.INVALID, NO_ID, agreed=True)

    def page(self, ref: VideoRef) -> str:
        """The address that leads to the video's file, the only one that needs no player of the account's own."""
        return _stream(ref, "format/url/protocol/https/a.mp4")

    def player(self, ref: VideoRef, language: str, *, captions: bool = False) -> Playback:
        """The account's own player where the address names one, else the file: no other player is the account's."""
        if ref.skin is None:
            return File(from_second(self.page(ref), ref.start), "video/mp4")
        return frame(str(ref.where), ref.id, ref.skin, ref.start, language, captions=captions)

    def picture(self, ref: VideoRef) -> str:
        """A picture out of the video."""
        return still(str(ref.where), ref.id)

    def inspect(self, videos: tuple[VideoRef, ...], given: Given) -> Conversation:
        """Ask the API about each; where it says no, ask also whether the stream is still there."""
        verdicts = {}
        for video in videos:
            verdicts[video] = yield from _inspect(video, given)
        return verdicts


def _inspect(video: VideoRef, given: Given) -> Generator[Probe, Reply, Verdict]:
    flaw = PROVIDER.impossible(video)
    if flaw is not None:
        return flaw
    first = yield ask(video.id, str(video.where), given)
    verdict = judge(video.id, first, given)
    if verdict.state is not State.REMOVED:
        return verdict
    second = yield Probe.get(_stream(video, "format/applehttp/protocol/https/a.m3u8"))
    return corroborate(verdict, second)


def corroborate(verdict: Verdict, reply: Reply) -> Verdict:
    """The verdict after the stream too: missing only if Kaltura itself says why, there only if it is a playlist."""
    if isinstance(reply, Silence):
        return verdict
    if reply.status == 200 and reply.body.removeprefix(b"\xef\xbb\xbf").startswith(b"#EXTM3U"):  # noqa: PLR2004 - found
        return Verdict(State.UNKNOWN, CONTRADICTION)
    named = (reply.header("x-kaltura") or "").startswith("error-")
    if reply.status == 404 and named and urlsplit(reply.url).hostname == HOST:  # noqa: PLR2004 - not found
        return replace(verdict, agreed=True)
    return verdict


def _stream(ref: VideoRef, form: str) -> str:
    return f"https://{HOST}/p/{ref.where}/sp/{ref.where}00/playManifest/entryId/{ref.id}/{form}"


PROVIDER: Provider = Kaltura()

CONTROLS = Controls(
    plays="kaltura:269692:1_1jc2y3e4",
    never="kaltura:269692:1_00000000",
)
"""A partner's public entry, and one that was never given."""

EXAMPLES: dict[str, str | None] = {
    "kaltura:269692:1_1jc2y3e4": "1_1jc2y3e4",
    "https://cdnapisec.kaltura.com/index.php/kwidget/wid/_557781/uiconf_id/22845202/entry_id/1_plr1syf3": "1_plr1syf3",
    "https://cdnapisec.kaltura.com/p/811441/sp/81144100/embedIframeJs/uiconf_id/57733292/partner_id/811441"
    "?iframeembed=true&playerId=kaltura_player&entry_id=1_klnhtzpl": "1_klnhtzpl",
    "//cdnapi.kaltura.com/p/513551/sp/51355100/playManifest/entryId/1_66x4rg7o/format/url/protocol/https": "1_66x4rg7o",
    "https://cdnapisec.kaltura.com/p/2503451/thumbnail/entry_id/1_o7stmi6p": None,
    "https://cdnapisec.kaltura.com/p/2503451/embedPlaykitJs/uiconf_id/49754663?entry_id=1_O7STMI6P": None,
    "https://cdnapisec.kaltura.com.evil.example/p/1/playManifest/entryId/1_66x4rg7o": None,
    "https://www.kaltura.com/": None,
}
