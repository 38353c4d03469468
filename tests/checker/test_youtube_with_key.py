"""This file tests whole sweeps of YouTube with a key, over real sockets: how few questions, and what a bad key does."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from checker.door import Resolve
from checker.drive import Held, hold
from checker.exchange import Answer
from checker.fetch import Web
from checker.lanes import Manner, Manners
from checker.providers import Given
from checker.providers._youtube_key import NO_USE, NOT_ALLOWED, QUOTA, REFUSED, TOO_FAST
from checker.sweep import concerning, plan, was_asked
from checker.verdict import Detail, Verdict, caveats
from checker.verdict import State as Found
from replica import faults
from replica.films import Film, State
from replica.steps import Fault
from replica.web import SimulatedWeb
from replica.youtube import YouTube
from replica.youtube_data import KEY, Refusal

API, OEMBED, PICTURES = "www.googleapis.com", "www.youtube.com", "i.ytimg.com"
Films = dict[str, Film]


@dataclass
class Sweeper:
    """Sweeps these videos, many at once."""

    fetch: Web
    given: Given
    held: list[Held] = field(default_factory=list)

    def sweep(self, videos: list[str], *, rate: float = 10_000, concurrency: int = 8) -> dict[str, Verdict]:
        conversations = plan(f"https://youtu.be/{video}" for video in videos).conversations(self.given)
        self.held = list(hold(conversations, self.fetch, Manners(Manner(rate, concurrency))))
        return {ref.id: verdict for one in self.held for ref, verdict in one.verdicts.items()}


def ids(number: int) -> list[str]:
    return [f"film{n:06d}A" for n in range(number)]


@pytest.fixture
def keyed(resolve: Resolve) -> Iterator[Web]:
    made = Web(user_agent="hexaglot/test", allow_private=True, resolve=resolve, keys={"youtube": KEY})
    yield made
    made.close()


@pytest.fixture
def sweeper(keyed: Web) -> Sweeper:
    return Sweeper(keyed, Given(keys=frozenset({"youtube"})))


def thousand() -> Films:
    """A thousand films in no order, of which forty are left out by the data service."""
    films = {video: Film(title=f"Film {video}") for video in ids(1000)}
    films |= dict.fromkeys(ids(1000)[::50], Film(State.REMOVED))
    films |= dict.fromkeys(ids(1000)[25::50], Film(State.PRIVATE))
    films |= dict.fromkeys(ids(1000)[7::100], Film(State.EMBEDDING_OFF))
    return films


def test_a_thousand_links_take_sixty_questions(sweeper: Sweeper, web: SimulatedWeb, films: Films) -> None:
    films |= thousand()
    videos = ids(1000)
    random.Random(5).shuffle(videos)
    found = sweeper.sweep(videos)
    assert len(found) == 1000
    assert {video for video, one in found.items() if one.state is Found.REMOVED} == set(ids(1000)[::50])
    assert {video for video, one in found.items() if one.state is Found.PRIVATE} == set(ids(1000)[25::50])
    assert {video for video, one in found.items() if one.detail is Detail.EMBEDDING} == set(ids(1000)[7::100])
    assert sum(one.state is Found.AVAILABLE for one in found.values()) == 950
    assert {one.agreed for one in found.values() if one.state.broken} == {True}
    assert all(one.title == f"Film {video}" for video, one in found.items() if one.state is Found.AVAILABLE)
    assert web.counts() == {API: 20, OEMBED: 40}
    assert len(web.log) / 1000 <= 0.06
    assert (
        sum(len(reply.body) for one in sweeper.held for _, reply in one.exchanges if isinstance(reply, Answer))
        < 500_000
    )


def test_without_a_key_a_thousand_links_take_what_they_took(keyed: Web, web: SimulatedWeb, films: Films) -> None:
    films |= thousand()
    found = Sweeper(keyed, Given()).sweep(ids(1000))
    assert sum(one.state is Found.AVAILABLE for one in found.values()) == 950
    assert web.counts() == {OEMBED: 1000, PICTURES: 40}
    assert len(web.log) / 1000 <= 1.2


def test_evidence_of_a_video_is_what_was_asked_about_it(sweeper: Sweeper, films: Films) -> None:
    films |= {video: Film(State.REMOVED) for video in ids(10)}
    sweeper.sweep(ids(10))
    (held,) = sweeper.held
    assert was_asked(held.exchanges) == 11
    for ref in held.verdicts:
        asked = [probe.url.split("/")[2] for probe, _ in concerning(ref, held.exchanges)]
        assert asked == [API, OEMBED]


@pytest.mark.parametrize(
    ("refusal", "caveat"),
    [
        (Refusal.BAD_KEY, REFUSED),
        (Refusal.OLD_BAD_KEY, REFUSED),
        (Refusal.QUOTA, QUOTA),
        (Refusal.DAY, QUOTA),
        (Refusal.TOO_FAST, TOO_FAST),
        (Refusal.TOO_MANY, TOO_FAST),
        (Refusal.NOT_SET_UP, NOT_ALLOWED),
        (Refusal.NOT_FROM_HERE, NOT_ALLOWED),
    ],
)
def test_a_key_that_is_refused_is_used_once_and_said_once(
    sweeper: Sweeper,
    youtube: YouTube,
    web: SimulatedWeb,
    films: Films,
    refusal: Refusal,
    caveat: str,
) -> None:
    films |= {video: Film(State.REMOVED if n % 30 == 0 else State.PUBLIC) for n, video in enumerate(ids(180))}
    web.latency = 0.01
    youtube.data.refusal = refusal
    found = sweeper.sweep(ids(180))
    assert sum(one.state is Found.AVAILABLE for one in found.values()) == 174
    assert sum(one.state is Found.REMOVED and one.agreed for one in found.values()) == 6
    assert {one.caveat for one in found.values()} == {caveat}
    assert web.counts() == {API: 1, OEMBED: 180, PICTURES: 6}


def test_a_wrong_key_is_refused_by_the_service_itself(resolve: Resolve, web: SimulatedWeb, films: Films) -> None:
    films |= {video: Film() for video in ids(120)}
    wrong = Web(user_agent="t", allow_private=True, resolve=resolve, keys={"youtube": "AIzaWrong" * 4})
    found = Sweeper(wrong, Given(keys=frozenset({"youtube"}))).sweep(ids(120))
    wrong.close()
    assert {(one.state, one.caveat) for one in found.values()} == {(Found.AVAILABLE, REFUSED)}
    assert web.counts() == {API: 1, OEMBED: 120}


def test_a_quota_that_ends_in_the_middle_keeps_what_it_gave(
    sweeper: Sweeper, youtube: YouTube, web: SimulatedWeb, films: Films
) -> None:
    films |= {video: Film() for video in ids(400)}
    youtube.data.quota = 3
    found = sweeper.sweep(ids(400), concurrency=1)
    assert {one.state for one in found.values()} == {Found.AVAILABLE}
    assert caveats(found.values()) == (QUOTA,)
    assert sum(one.caveat is None for one in found.values()) == 150
    assert web.counts() == {API: 4, OEMBED: 250}


@pytest.mark.parametrize(
    "fault",
    [faults.garbage(), faults.closed_unanswered(), faults.redirect_loop(), faults.gzip_bomb(), faults.endless_body()],
    ids=["garbage", "closed", "loop", "bomb", "endless"],
)
def test_a_service_in_trouble_costs_no_verdict(sweeper: Sweeper, web: SimulatedWeb, films: Films, fault: Fault) -> None:
    films |= {ids(3)[0]: Film(), ids(3)[1]: Film(State.PRIVATE), ids(3)[2]: Film(State.EMBEDDING_OFF)}
    web.faults.at_host(API, fault)
    found = sweeper.sweep(ids(3))
    assert [found[video].state for video in ids(3)] == [Found.AVAILABLE, Found.PRIVATE, Found.RESTRICTED]
    assert caveats(found.values()) == (NO_USE,)


STATES = {
    "plays-----0": (Film(audio="ar", captions=True), Found.AVAILABLE, None),
    "unlisted--0": (Film(State.UNLISTED), Found.AVAILABLE, None),
    "private---0": (Film(State.PRIVATE), Found.PRIVATE, None),
    "removed---0": (Film(State.REMOVED), Found.REMOVED, None),
    "rejected--0": (Film(State.REMOVED, upload="rejected", rejection="copyright"), Found.REMOVED, None),
    "failed----0": (Film(State.REMOVED, upload="failed"), Found.REMOVED, None),
    "uploaded--0": (Film(upload="uploaded"), Found.NOT_YET, None),
    "upcoming--0": (
        Film(upload="uploaded", broadcast="upcoming", starts_at="2199-01-01T00:00:00Z"),
        Found.NOT_YET,
        None,
    ),
    "live------0": (Film(upload="uploaded", broadcast="live"), Found.AVAILABLE, None),
    "scheduled-0": (Film(publish_at="2199-01-01T00:00:00Z"), Found.NOT_YET, None),
    "published-0": (Film(publish_at="2001-01-01T00:00:00Z"), Found.AVAILABLE, None),
    "embedOff--0": (Film(State.EMBEDDING_OFF), Found.RESTRICTED, Detail.EMBEDDING),
    "adults----0": (Film(adults=True), Found.RESTRICTED, Detail.AGE),
    "notOurs---0": (Film(blocked=("CH", "CN", "DE")), Found.RESTRICTED, Detail.REGION),
    "notAllOur-0": (Film(allowed=("CH",)), Found.RESTRICTED, Detail.REGION),
    "nowhere---0": (Film(allowed=()), Found.RESTRICTED, Detail.REGION),
    "elsewhere-0": (Film(blocked=("DE",)), Found.AVAILABLE, None),
    "everywhere0": (Film(blocked=()), Found.AVAILABLE, None),
}
"""A film of every state, and what it is for people in Switzerland and China."""


def test_every_state_is_told_for_the_countries_that_are_ours(keyed: Web, web: SimulatedWeb, films: Films) -> None:
    films |= {video: film for video, (film, _, _) in STATES.items()}
    given = Given(countries=frozenset({"CH", "CN"}), keys=frozenset({"youtube"}))
    found = Sweeper(keyed, given).sweep([*STATES, "neverWas--0"])
    assert found.pop("neverWas--0").state is Found.REMOVED
    assert {video: (one.state, one.detail) for video, one in found.items()} == {
        video: (state, detail) for video, (_, state, detail) in STATES.items()
    }
    assert (found["plays-----0"].audio, found["plays-----0"].captions) == ("ar", True)
    assert web.counts() == {API: 1, OEMBED: 3}
