"""This file is the labelled links to Kaltura and to UN Web TV, which stands before it (PROVIDERS section 2.5)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

from replica import ids
from replica.kaltura import UN_PARTNER, Entry, KalturaSite, State
from replica.labelled import Labelled
from replica.quarter import Quarter

PARTNER = "1789321"
OURS = "videos.example.int"
LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
TURNED_AWAY = frozenset({"rate_limited", "unreachable"})
FORMS = (
    "https://cdnapisec.kaltura.com/p/{0}/sp/{0}00/playManifest/entryId/{1}/format/url/protocol/https/a.mp4",
    "https://cdnapisec.kaltura.com/p/{0}/sp/{0}00/embedIframeJs/partner_id/{0}?iframeembed=true&entry_id={1}",
)

REMOVED, NONE = frozenset({"removed"}), frozenset[str]()
KINDS: tuple[tuple[Entry | None, int, str, str | None, frozenset[str], str], ...] = (
    (Entry(State.DELETED), 3, "removed", None, NONE, "ENTRY_ID_NOT_FOUND, and no stream"),
    (None, 2, "removed", None, NONE, "an id that never was"),
    (Entry(State.BROKEN_IMPORT), 1, "removed", None, NONE, "status -1: its import failed, there is no stream"),
    (Entry(State.CONVERTING), 1, "not_yet", None, NONE, "status 1: being converted"),
    (Entry(State.LATER), 1, "not_yet", None, NONE, "SCHEDULED_RESTRICTED, with a day from which it may be seen"),
    (Entry(State.REJECTED), 1, "unknown", None, REMOVED, "status 6, and yet its stream is there"),
    (Entry(State.CONTRADICTED), 1, "unknown", None, NONE, "ENTRY_ID_NOT_FOUND, and yet its stream is there"),
    (Entry(State.SUBSTITUTED), 1, "unknown", None, NONE, "an answer about another entry"),
    (Entry(State.LIVE), 1, "unknown", None, NONE, "a live stream, of which the API does not say whether it is on air"),
    (Entry(State.NO_FILES), 1, "unknown", None, REMOVED, "status 2, and nothing to play"),
    (Entry(State.COUNTRY), 1, "restricted", "region", NONE, "COUNTRY_RESTRICTED"),
    (Entry(State.SITE, site="www.another.example"), 1, "restricted", "domain", NONE, "SITE_RESTRICTED"),
    (Entry(State.SESSION), 1, "restricted", "login", NONE, "SESSION_RESTRICTED"),
    (Entry(State.SITE, site=OURS), 1, "available", None, NONE, "for chosen sites, of which ours is one"),
    (Entry(State.READY), 6, "available", None, NONE, "status 2, and a stream"),
)
UN_KINDS: tuple[tuple[Entry | None, int, str, str | None, str], ...] = (
    (Entry(State.DELETED), 3, "removed", None, "ENTRY_ID_NOT_FOUND, and the page is 404"),
    (None, 1, "removed", None, "an asset that never was"),
    (Entry(State.CONTRADICTED), 1, "unknown", None, "ENTRY_ID_NOT_FOUND, and yet the page offers it"),
    (Entry(State.CONVERTING), 1, "not_yet", None, "status 1: being converted"),
    (Entry(State.COUNTRY), 1, "restricted", "region", "COUNTRY_RESTRICTED"),
    (Entry(State.READY), 6, "available", None, "status 2, and a stream"),
)
LAST = (
    (State.OUT_OF_ORDER, "unreachable", "500"),
    (State.HTML_OK, "unknown", "200 with a page of somebody else's"),
    (State.CAPTCHA, "rate_limited", "200 with a captcha page"),
    (State.TOO_MANY, "rate_limited", "429"),
)


def kaltura() -> Quarter:
    """Both, as they answer from one store."""
    entries: dict[tuple[str, str], Entry] = {}
    links = [*_kaltura(entries), *_un_web_tv(entries)]
    last = []
    for state, truth, why in LAST:
        entry = "1_" + ids.letters(8, "kaltura", state)
        entries[PARTNER, entry] = Entry(state)
        last.append(Labelled(FORMS[0].format(PARTNER, entry), "kaltura", truth, why, also=TURNED_AWAY))
    return Quarter((KalturaSite(entries),), tuple(links), tuple(last))


def _kaltura(entries: dict[tuple[str, str], Entry]) -> Iterator[Labelled]:
    forms = cycle(FORMS)
    for place, (held, count, truth, detail, also, why) in enumerate(KINDS):
        for one in range(count):
            entry = f"{one % 2}_" + ids.letters(8, "kaltura", place, one)
            if held is not None:
                entries[PARTNER, entry] = held
            yield Labelled(next(forms).format(PARTNER, entry), "kaltura", truth, why, detail, also)
    live, recording = "0_" + ids.letters(8, "over"), "1_" + ids.letters(8, "recording")
    entries[PARTNER, live] = Entry(State.REDIRECTED, target=recording)
    entries[PARTNER, recording] = Entry()
    yield Labelled(FORMS[1].format(PARTNER, live), "kaltura", "available", "a stream that is over plays its recording")
    yield Labelled(FORMS[1].format(PARTNER, "1_O7STMI6P"), "kaltura", "invalid", "capitals, which no id has")


def _un_web_tv(entries: dict[tuple[str, str], Entry]) -> Iterator[Labelled]:
    languages = cycle(LANGUAGES)
    for place, (held, count, truth, detail, why) in enumerate(UN_KINDS):
        for one in range(count):
            rest = ids.letters(8, "unwebtv", place, one)
            if held is not None:
                entries[UN_PARTNER, f"1_{rest}"] = held
            asset = f"k1{rest}"
            url = f"https://webtv.un.org/{next(languages)}/asset/{asset[:3]}/{asset}"
            yield Labelled(url, "unwebtv", truth, why, detail)
    yield Labelled("https://webtv.un.org/en/schedule", "unwebtv", "invalid", "a page that is not one video")
