"""This file is sheets for the tests of the report: one with every state there is, and the small ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from catalogue import SIX_LANGUAGES, Captions, Catalogue, Language, Message, Title, Video
from checker import Belief, Detail, Evidence, Instrument, Observation, Opinion, Span, State, Sweep, Verdict
from checker.exchange import Cause, Silence
from checker.verdict import unheard
from reports.availability import Availability, Known, availability
from reports.pages import Entry, Sheet, Snippet

EN, FR, ES, AR, ZH, RU = SIX_LANGUAGES
NOW = dt.datetime(2026, 11, 21, 6, 0, tzinfo=dt.UTC)
SPRING = dt.datetime(2026, 3, 12, 9, 30, tzinfo=dt.UTC)
SWEEP = Sweep("s1", NOW - dt.timedelta(minutes=2), NOW, 9, 12, 5120, Instrument.TRUSTED)

ARABIC_TITLE = "WTISD-26: رسالة الأمينة العامة"
SITE_TITLE = "WTISD 2021 <b>message</b> \u202eevil"


def verdict(state: State, reason: str, *, detail: Detail | None = None, status: int = 200) -> Verdict:
    """A verdict with one piece of evidence."""
    asked = Evidence("GET", "https://www.youtube.com/oembed?url=https%3A%2F%2Fyoutu.be%2Fx&format=json", status, 1770)
    return Verdict(state, reason, detail, evidence=(asked,))


PLAYS = replace(
    verdict(State.AVAILABLE, "YouTube plays it and lets other pages embed it."),
    watchable=True,
    embeddable=True,
    title=SITE_TITLE,
    author="ITU",
)
PRIVATE = replace(
    verdict(State.PRIVATE, "YouTube says that the video is private.", status=403), watchable=False, embeddable=False
)
REMOVED = verdict(State.REMOVED, "YouTube knows no such video: it was removed, or made private.", status=404)
NO_EMBEDDING = replace(
    verdict(
        State.RESTRICTED,
        "The video plays on YouTube, but its owner does not let other pages embed it.",
        detail=Detail.EMBEDDING,
        status=401,
    ),
    watchable=True,
    embeddable=False,
)
UNREACHABLE = replace(
    unheard(Silence(Cause.TIMEOUT)),
    evidence=(Evidence("GET", "https://www.youtube.com/oembed?format=json", None, 0, "timeout"),),
)
INVALID = Verdict(
    State.INVALID,
    "No YouTube video can have this id: its last character is impossible, so the address is mistyped.",
    suggestion="https://youtu.be/OGSyYP5v6PM",
    agreed=True,
)


def held(found: Verdict, since: dt.datetime = SPRING, at: dt.datetime = NOW) -> Belief:
    """A belief made of a verdict."""
    return Belief(found.state, found.detail, found.reason, since, at)


def sure(found: Verdict, url: str = "") -> Known:
    """Believed, and seen so at the last look."""
    return Known(Observation(url, NOW, found), Opinion(held(found)))


def doubted(found: Verdict, before: Verdict | None = None) -> Known:
    """Seen so far only at the last look; `before` is still believed."""
    belief = held(before, at=NOW - dt.timedelta(days=1)) if before is not None else None
    return Known(Observation("", NOW, found), Opinion(belief, held(found, NOW)))


def unheard_of(found: Verdict, before: Verdict | None = None) -> Known:
    """The last look could not tell; `before` is still believed."""
    belief = held(before, at=NOW - dt.timedelta(days=1)) if before is not None else None
    return Known(Observation("", NOW, found), Opinion(belief))


def spans(*parts: tuple[State, float, float], detail: Detail | None = None) -> tuple[Span, ...]:
    """A history, oldest first: each state, and between how many days ago it was seen, once a day."""
    return tuple(
        Span("", state, detail if state is State.RESTRICTED else None, _ago(first), _ago(last), int(first - last) + 1)
        for state, first, last in parts
    )


def _ago(days: float) -> dt.datetime:
    return NOW - dt.timedelta(days=days)


def sheet_of(
    catalogue: Catalogue, known: Mapping[str, Known], *, sweep: Sweep | None = SWEEP, snippets: bool = True
) -> Sheet:
    """The sheet of a catalogue, with a snippet for each message and for each recording."""
    value = availability(catalogue, known, at=NOW, sweep=sweep)
    return Sheet(
        value, tuple(_entries(value, snippets=snippets)), {video.url: "YouTube" for _, video in catalogue.places()}
    )


def _entries(value: Availability, *, snippets: bool) -> list[Entry]:
    return [
        Entry(
            message,
            rows,
            (Snippet("links", "A list of links.", _links(message)),) if snippets else (),
            {
                video.language: (Snippet("iframe", "A player in a frame, with a link below it.", _frame(video)),)
                for video in message.videos
                if snippets
            },
        )
        for message, rows in value.messages()
    ]


def _links(message: Message) -> str:
    items = (
        f'<li><a lang="{video.language}" dir="{video.language.direction}" href="{video.url}">'
        f"{video.language.autonym}</a></li>\n"
        for video in message.videos
    )
    return f"<ul>\n{''.join(items)}</ul>\n"


def _frame(video: Video) -> str:
    frame = f'<iframe lang="{video.language}" title="{video.title or "&"}" src="{video.url}"></iframe>'
    return f'<figure class="vm">\n{frame}\n</figure>\n'


def snippets_of(sheet: Sheet) -> frozenset[str]:
    """Every text to copy of a sheet."""
    return frozenset(
        snippet.text
        for entry in sheet.entries
        for group in (entry.list_snippets, *entry.video_snippets.values())
        for snippet in group
    )


def message(slug: str, urls: Mapping[Language, str], *titles: Title) -> Message:
    """A message of bare links."""
    return Message(slug, titles, videos=tuple(Video(language, url) for language, url in urls.items()))


WTISD = Message(
    "wtisd-2021",
    (
        Title(EN, "World Telecommunication and Information Society Day 2021 (WTISD 2021)"),
        Title(AR, "اليوم العالمي للاتصالات ومجتمع المعلومات 2021"),
        Title(ZH, "2021年世界电信和信息社会日"),
        Title(RU, "Всемирный день электросвязи и информационного общества 2021 года"),
    ),
    dt.date(2021, 5, 17),
    "Houlin Zhao",
    (
        Video(
            EN,
            "https://youtu.be/OGSyYP5v6PM",
            captions=Captions.MANUAL,
            captions_file="https://example.int/c/en.vtt",
            transcript="https://example.int/t/en",
        ),
        Video(FR, "https://youtu.be/FmrrS4BiAW8"),
        Video(ES, "https://youtu.be/jyVi5-NFNBU", mirrors=("https://example.int/es",)),
        Video(AR, "https://youtu.be/wwHOsWsInD0", captions=Captions.AUTOMATIC),
        Video(ZH, "https://youtu.be/-FWuObmSstQ"),
        Video(RU, "https://youtu.be/hmM44jmcE3g"),
    ),
)
SIX_LINKS = Catalogue(messages=(WTISD,))

ALL_STATES = Catalogue(
    messages=(
        WTISD,
        Message(
            "wtisd-2026",
            (Title(AR, ARABIC_TITLE),),
            dt.date(2026, 5, 17),
            "Doreen Bogdan-Martin",
            (
                Video(EN, "https://youtu.be/aaaaaaaaaaA"),
                Video(FR, "https://youtu.be/aaaaaaaaaaE"),
                Video(AR, "https://youtu.be/aaaaaaaaaaI"),
                Video(ZH, "https://youtu.be/aaaaaaaaaaM"),
            ),
        ),
        message(
            "girls-in-ict",
            {
                EN: "https://youtu.be/aaaaaaaaaaQ",
                FR: "https://youtu.be/aaaaaaaaaaU",
                ES: "https://youtu.be/aaaaaaaaaaY",
                AR: "https://youtu.be/aaaaaaaaaac",
                RU: "javascript:alert(1)",
            },
        ),
    )
)
_LAST_LOOKS: Mapping[str, Known] = {
    "https://youtu.be/OGSyYP5v6PM": sure(PLAYS),
    "https://youtu.be/FmrrS4BiAW8": sure(NO_EMBEDDING),
    "https://youtu.be/jyVi5-NFNBU": sure(PRIVATE),
    "https://youtu.be/wwHOsWsInD0": sure(PLAYS),
    "https://youtu.be/-FWuObmSstQ": doubted(PRIVATE, PLAYS),
    "https://youtu.be/hmM44jmcE3g": sure(REMOVED),
    "https://youtu.be/aaaaaaaaaaA": doubted(PRIVATE),
    "https://youtu.be/aaaaaaaaaaE": unheard_of(UNREACHABLE),
    "https://youtu.be/aaaaaaaaaaI": unheard_of(UNREACHABLE, PLAYS),
    "https://youtu.be/aaaaaaaaaaQ": sure(verdict(State.NOT_YET, "A sentence without a translation.")),
    "https://youtu.be/aaaaaaaaaaU": sure(INVALID),
    "https://youtu.be/aaaaaaaaaaY": unheard_of(unheard(Silence(Cause.LEFT_ALONE))),
    "https://youtu.be/aaaaaaaaaac": unheard_of(unheard(Silence(Cause.STOPPED))),
}
GOOD, AWAY = State.AVAILABLE, State.UNREACHABLE
HISTORIES: Mapping[str, tuple[Span, ...]] = {
    "https://youtu.be/OGSyYP5v6PM": spans((GOOD, 254, 0)),
    "https://youtu.be/FmrrS4BiAW8": spans((GOOD, 200, 12.5), (State.RESTRICTED, 11.5, 0), detail=Detail.EMBEDDING),
    "https://youtu.be/jyVi5-NFNBU": spans((GOOD, 60, 20), (AWAY, 19, 18), (State.PRIVATE, 17, 0)),
    "https://youtu.be/wwHOsWsInD0": spans(*((GOOD if day % 2 else AWAY, day / 2, day / 2) for day in range(40, 0, -1))),
    "https://youtu.be/-FWuObmSstQ": spans((GOOD, 90, 1), (State.PRIVATE, 0, 0)),
    "https://youtu.be/hmM44jmcE3g": spans((State.REMOVED, 2, 0)),
    "https://youtu.be/aaaaaaaaaaA": spans((State.PRIVATE, 0, 0)),
    "https://youtu.be/aaaaaaaaaaE": spans((AWAY, 3, 0)),
    "https://youtu.be/aaaaaaaaaaI": spans((GOOD, 29, 10), (AWAY, 9, 0)),
    "https://youtu.be/aaaaaaaaaaQ": spans((State.NOT_YET, 5, 0)),
    "https://youtu.be/aaaaaaaaaaU": spans((State.INVALID, 0, 0)),
}
EVERY_STATE: Mapping[str, Known] = {
    url: replace(known, spans=HISTORIES.get(url, ())) for url, known in _LAST_LOOKS.items()
}
EVERYTHING = sheet_of(ALL_STATES, EVERY_STATE)
