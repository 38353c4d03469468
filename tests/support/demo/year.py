"""This file is the demo's last year: what befell the videos, and the sweeps that saw it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from checker.lanes import Manner, Manners
from checker.ledger import Ledger
from checker.providers import Given
from demo.near import NearWeb
from demo.organisation import OCCASIONS
from demo.stage import Stage
from hexaglot.sweeping import Instruments, sweep
from hexaglot.trials import controls_of
from replica import internet_archive, peertube, vimeo
from replica.films import Film, State
from replica.oembed_sites import Fate
from replica.youtube import KNOWN_TO_PLAY

DAYS = 365
SWEEPS = (timedelta(hours=6), timedelta(hours=6, minutes=35))
"""The nightly sweep, and the second look at what was found bad; UTC."""

_EAGER = Manners(Manner(rate=1_000_000, concurrency=4))


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened so many days ago, before that night's sweep or before its second looks."""

    days_ago: int
    happen: Callable[[Stage, NearWeb], None]
    second: bool = False


def rehearse(stage: Stage, ledger: Ledger, now: datetime, given: Given, say: Callable[[int], None]) -> None:
    """Live through the year that ends the day before `now`; `say` is told how many days are done."""
    web = NearWeb(stage.sites)
    clock = [now]
    parts = Instruments(web, _EAGER, lambda: clock[0], ledger, given=given, controls=controls_of({}))
    # A video is looked at from ten days before its day, when the message was published.
    first = {occasion.slug: occasion.on(now.date()) - timedelta(days=10) for occasion in OCCASIONS}
    for ago in range(DAYS, 0, -1):
        midnight = (now - timedelta(days=ago)).replace(hour=0, minute=0, second=0, microsecond=0)
        urls = [url for (slug, _), url in stage.addresses.items() if first[slug] <= midnight.date()]
        for number, hour in enumerate(SWEEPS):
            for event in EVENTS:
                if (event.days_ago, event.second) == (ago, bool(number)):
                    event.happen(stage, web)
            clock[0] = midnight + hour
            due = ledger.due(urls, clock[0])
            if due:
                sweep(due, parts)
        say(DAYS - ago + 1)


def _film(slug: str, language: str, **changes: object) -> Callable[[Stage, NearWeb], None]:
    """A film of YouTube's changes."""

    def happen(stage: Stage, _: NearWeb) -> None:
        video = stage.addresses[slug, language].rpartition("/")[2]
        stage.youtube.videos[video] = replace(stage.youtube.videos[video], **changes)  # type: ignore[arg-type] # the table's own words

    return happen


def _clip(language: str, showing: vimeo.Showing, site: str = "www.another.example") -> Callable[[Stage, NearWeb], None]:
    def happen(stage: Stage, _: NearWeb) -> None:
        number = stage.addresses["environment-day", language].rpartition("/")[2]
        stage.vimeo.clips[number] = replace(stage.vimeo.clips[number], showing=showing, site=site)

    return happen


def _abroad(stage: Stage, _: NearWeb) -> None:
    video = stage.addresses["health-day", "fr"].rpartition("/")[2]
    stage.dailymotion.videos[video]["geoblocking"] = ["deny", "ch"]


def _not_ready(stage: Stage, _: NearWeb) -> None:
    short = stage.addresses["water-day", "ar"].rpartition("/")[2]
    uuid = next(one for one in stage.peertube.clips if peertube.short(one) == short)
    stage.peertube.clips[uuid] = replace(stage.peertube.clips[uuid], state=2)


def _locked(stage: Stage, _: NearWeb) -> None:
    stage.archive.items["open-messages-mother-language-day-fr"] = internet_archive.Kind.LOCKED


def _gone(stage: Stage, _: NearWeb) -> None:
    stage.commons.files.pop("Mother-language-day-es.webm")


def _busy(stage: Stage, _: NearWeb) -> None:
    video = stage.addresses["press-freedom-day", "es"].rpartition("/")[2]
    stage.tiktok[video] = Fate.BUSY


def _silent(*hosts: str) -> Callable[[Stage, NearWeb], None]:
    return lambda _, web: web.silent.update(hosts)


def _back(stage: Stage, web: NearWeb) -> None:
    web.silent.clear()
    stage.youtube.videos[KNOWN_TO_PLAY] = Film()


def _all_denied(stage: Stage, _: NearWeb) -> None:
    """In one sweep YouTube denies a film that everybody knows: what it says of ours is not to be believed."""
    stage.youtube.videos[KNOWN_TO_PLAY] = Film(State.REMOVED)


EVENTS = (
    Event(300, _silent("rutube.ru")),
    Event(298, _back),
    Event(210, _film("telecommunication-day", "zh", state=State.PRIVATE)),
    Event(203, _film("telecommunication-day", "zh", state=State.PUBLIC)),
    Event(120, _silent("www.youtube.com")),
    Event(119, _back),
    Event(90, _film("girls-in-ict", "fr", state=State.EMBEDDING_OFF)),
    Event(60, _clip("ar", vimeo.Showing.PASSWORD)),
    Event(55, _clip("ru", vimeo.Showing.CHOSEN_SITES)),
    Event(45, _film("mother-language-day", "zh", state=State.REMOVED)),
    Event(40, _abroad),
    Event(33, _gone),
    Event(26, _locked),
    Event(21, _film("telecommunication-day", "es", title="World Telecommunication and Information Society Day")),
    Event(20, _film("health-day", "es", author="Somebody Else’s Films")),
    Event(14, _all_denied),
    Event(14, _back, second=True),
    Event(12, _not_ready),
    Event(9, _film("water-day", "zh", state=State.CONTRADICTED)),
    Event(4, _silent("tube.example.int")),
    Event(2, _back),
    Event(1, _busy),
)
"""What befell the videos in the year, apart from the last night."""


def last_night(stage: Stage) -> None:
    """What befell the videos after the last sweep of the year: the Russian one went private."""
    _film("telecommunication-day", "ru", state=State.PRIVATE)(stage, NearWeb(()))
