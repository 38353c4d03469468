"""This file is a small world for the desk's tests: a clock that we turn, links that we break, a ledger in a file."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from catalogue import SIX_LANGUAGES, Catalogue, Message, Title, Video, store
from checker import Answer, Cause, Probe, Reply, Silence
from checker.lanes import Manner, Manners
from checker.ledger import Ledger
from hexaglot.runner import Runner
from hexaglot.settings import Settings
from hexaglot.sweeping import Instruments
from hexaglot.terms import pace_of
from hexaglot.trials import controls_of

NEVER = "00000000000"
PLAYS = "jNQXAC9IVRw"
START = datetime(2026, 5, 17, 6, tzinfo=UTC)
IDS = ("OGSyYP5v6PM", "FmrrS4BiAW8", "jyVi5-NFNBU", "wwHOsWsInD0", "-FWuObmSstQ", "hmM44jmcE3g")
FAST = Manners(Manner(rate=1_000_000, concurrency=4))


def six_videos() -> Catalogue:
    """The message of the real letter."""
    english = SIX_LANGUAGES[0]
    videos = tuple(
        Video(language, f"https://youtu.be/{video}") for language, video in zip(SIX_LANGUAGES, IDS, strict=True)
    )
    return Catalogue(messages=(Message("wtisd-2021", titles=(Title(english, "WTISD 2021"),), videos=videos),))


@dataclass
class World:
    """Answers as YouTube would; `private`, `removed` and `silent` are ids that fare so.

    `controls` says whether its runners ask about YouTube's control videos.
    """

    folder: Path
    now: datetime = START
    private: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=lambda: {NEVER})
    silent: set[str] = field(default_factory=set)
    asked: list[tuple[datetime, str]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    on_ask: Callable[[str], None] = lambda _: None
    controls: bool = False

    def __post_init__(self) -> None:
        """Put the catalogue where the settings find it."""
        self.settings = Settings(
            catalogue=self.folder / "videos.yaml",
            ledger=f"sqlite:///{self.folder}/history.sqlite",
            output=self.folder / "public",
        )
        store.write(store.open_document(self.settings.catalogue), six_videos())

    def fetch(self, probe: Probe) -> Reply:
        """What this world answers to a probe."""
        parts = urlsplit(probe.url)
        watch = parse_qs(parts.query).get("url", [""])[0]
        video = watch.rpartition("v=")[2] or parts.path.split("/")[2]
        self.asked.append((self.now, video))
        self.on_ask(video)
        if video in self.silent:
            return Silence(Cause.TIMEOUT)
        if probe.method == "HEAD":
            return Answer(200 if video not in self.private | self.removed else 404, probe.url)
        if video in self.private:
            return Answer(403, probe.url, (), b"Forbidden", 9)
        if video in self.removed:
            return Answer(404, probe.url, (), b"Not Found", 9)
        facts = {
            "type": "video",
            "title": f"Video {video}",
            "html": f'<iframe src="https://www.youtube.com/embed/{video}?a">',
        }
        body = json.dumps(facts).encode()
        return Answer(200, probe.url, (), body, len(body))

    def runner(self, name: str = "one") -> Runner:
        """A scheduler's inside, as after a start; the clock is ours."""
        ledger = Ledger(self.settings.ledger, pace=pace_of(self.settings))
        controls = controls_of({}) if self.controls else {}
        parts = Instruments(self.fetch, FAST, lambda: self.now, ledger, threading.Event(), controls=controls)
        return Runner(self.settings, parts, ledger, "test", self.said.append, name)

    def days(self, count: float, *runners: Runner, every: timedelta = timedelta(hours=1)) -> None:
        """Let time pass, with a beat of each runner every few minutes."""
        end = self.now + timedelta(days=count)
        while self.now < end:
            for runner in runners:
                runner.beat()
            self.now += every

    def looks(self) -> dict[str, int]:
        """How often each video was asked about with oEmbed or for its picture."""
        return {video: sum(one == video for _, one in self.asked) for video in IDS}
