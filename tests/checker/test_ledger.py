"""This file tests the memory, on real databases in files."""

from __future__ import annotations

import multiprocessing
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ledger_crew
from checker import Expected, Instrument, Observation, Outcome, State, Sweep, Verdict, Wave, opinion_of
from checker.agenda import Pace
from checker.belief import question
from checker.controls import Control
from checker.facts import Facts
from checker.ledger import Ledger, LedgerError
from checker.spans import spans_of
from checker.verdict import Detail, Evidence

START = datetime(2026, 5, 17, 6, tzinfo=UTC)
STATES = (State.AVAILABLE, State.PRIVATE, State.REMOVED, State.UNREACHABLE, State.RESTRICTED)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    made = Ledger(f"sqlite:///{tmp_path}/deep/er/history.sqlite")
    yield made
    made.close()


def look(url: str, state: State, minutes: float = 0, **more: object) -> Observation:
    return Observation(url, START + timedelta(minutes=minutes), Verdict(state, f"is {state}", **more))  # type: ignore[arg-type] # the test's own table


def test_a_look_comes_back_as_it_went_in(ledger: Ledger) -> None:
    seen = look(
        "https://a.example/؟",
        State.RESTRICTED,
        detail=Detail.EMBEDDING,
        watchable=True,
        embeddable=False,
        title="رسالة \u2028 🎬",
        author="ITU",
        suggestion="https://b.example/",
        agreed=True,
        evidence=(
            Evidence("GET", "https://o.example/", 401, 12),
            Evidence("HEAD", "https://t.example/", None, 0, "cut"),
        ),
    )
    ledger.record([seen])
    known = ledger.known([seen.url, "https://never.example/"])
    assert set(known) == {seen.url}
    assert known[seen.url].seen == seen
    assert known[seen.url].opinion == opinion_of([seen])


def test_agreeing_looks_extend_one_span(ledger: Ledger) -> None:
    for minutes in range(0, 600, 60):
        ledger.record([look("u", State.AVAILABLE, minutes)])
    (span,) = ledger.spans("u")
    assert (span.looks, span.first, span.last) == (10, START, START + timedelta(minutes=540))


def test_time_in_which_nobody_looked_ends_a_span(tmp_path: Path) -> None:
    ledger = Ledger(f"sqlite:///{tmp_path}/h.sqlite", pace=Pace(usual=timedelta(hours=6)))
    for hours in (0, 6, 18, 31, 37):  # a pause of twice the usual is no gap, one of thirteen hours is
        ledger.record([look("u", State.AVAILABLE, 60 * hours)])
    found = [((span.first - START), (span.last - START), span.looks) for span in ledger.spans("u")]
    assert found == [
        (timedelta(), timedelta(hours=18), 3),
        (timedelta(hours=31), timedelta(hours=37), 2),
    ]
    ledger.close()


def test_looks_that_differ_open_new_spans_also_within_one_writing(ledger: Ledger) -> None:
    ledger.record([look("u", State.AVAILABLE), look("u", State.PRIVATE, 10), look("u", State.PRIVATE, 50)])
    ledger.record([look("u", State.PRIVATE, 60), look("u", State.AVAILABLE, 70)])
    assert [(span.state, span.looks) for span in ledger.spans("u")] == [
        (State.AVAILABLE, 1),
        (State.PRIVATE, 3),
        (State.AVAILABLE, 1),
    ]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(STATES)), max_size=30), st.integers(1, 10))
def test_the_ledger_agrees_with_the_fold_however_looks_are_portioned(
    tmp_path_factory: pytest.TempPathFactory, story: list[tuple[str, State]], portion: int
) -> None:
    ledger = Ledger(f"sqlite:///{tmp_path_factory.mktemp('ledger')}/h.sqlite")
    looks = [look(url, state, 7.0 * number) for number, (url, state) in enumerate(story)]
    for start in range(0, len(looks), portion):
        ledger.record(looks[start : start + portion])
    for url in "ab":
        mine = [one for one in looks if one.url == url]
        assert ledger.spans(url) == spans_of(mine, gap=Pace().gap)
        known = ledger.known([url])
        if mine:
            assert known[url].opinion == opinion_of(mine)
            assert known[url].seen == mine[-1]
    ledger.close()


def test_what_is_due_stands_in_the_ledger(tmp_path: Path) -> None:
    ledger = Ledger(f"sqlite:///{tmp_path}/h.sqlite", pace=Pace(usual=timedelta(hours=6)))
    urls = ["good", "bad", "unsure", "new", "new"]
    ledger.record([look("good", State.AVAILABLE), look("bad", State.PRIVATE), look("unsure", State.UNKNOWN)])

    def due(minutes: float) -> tuple[str, ...]:
        return ledger.due(urls, START + timedelta(minutes=minutes))

    assert due(0) == ("new",)
    assert due(29.9) == ("new",)
    assert due(30) == ("bad", "new")
    assert due(60) == ("bad", "unsure", "new")
    assert due(360) == ("good", "bad", "unsure", "new")
    ledger.close()


def test_looks_that_cannot_tell_come_again_less_and_less_often(ledger: Ledger) -> None:
    pauses = []
    at = START
    for _ in range(6):
        ledger.record([Observation("u", at, Verdict(State.UNREACHABLE, ""))])
        due = ledger.known(["u"])["u"].next_due_at
        pauses.append((due - at).total_seconds() / 3600)
        at = due
    assert pauses == [1, 2, 4, 8, 16, 24]
    ledger.record([Observation("u", at, Verdict(State.AVAILABLE, ""))])
    ledger.record([Observation("u", at + timedelta(hours=1), Verdict(State.UNREACHABLE, ""))])
    assert ledger.known(["u"])["u"].next_due_at == at + timedelta(hours=2)


def test_more_addresses_than_one_statement_takes(ledger: Ledger) -> None:
    urls = [f"u{number}" for number in range(1700)]
    ledger.record([look(url, State.AVAILABLE) for url in urls])
    ledger.record([look(url, State.AVAILABLE, 60) for url in urls])
    assert len(ledger.known(urls)) == 1700
    assert ledger.spans("u1699")[0].looks == 2
    assert ledger.due(urls, START) == ()


def test_histories_of_many_addresses_come_at_once(ledger: Ledger) -> None:
    urls = [f"u{number}" for number in range(1200)]
    for minutes, state in ((0, State.AVAILABLE), (60, State.AVAILABLE), (120, State.PRIVATE), (180, State.AVAILABLE)):
        ledger.record([look(url, state, minutes) for url in urls])
    found = ledger.histories([*urls, "u7", "never"])
    assert set(found) == set(urls)
    assert found["u7"] == ledger.spans("u7")
    assert [(span.state, span.looks) for span in found["u1199"]] == [
        (State.AVAILABLE, 2),
        (State.PRIVATE, 1),
        (State.AVAILABLE, 1),
    ]


@pytest.mark.parametrize(
    ("minutes", "looks"),
    [(-1, [2, 1]), (59, [2, 1]), (60, [1]), (119, [1]), (120, [])],
)
def test_of_a_history_only_what_ended_later_may_be_asked_for(ledger: Ledger, minutes: int, looks: list[int]) -> None:
    ledger.record([look("u", State.AVAILABLE), look("u", State.AVAILABLE, 60), look("u", State.PRIVATE, 120)])
    found = ledger.histories(["u"], since=(START + timedelta(minutes=minutes)).astimezone(timezone(timedelta(hours=5))))
    assert [span.looks for span in found.get("u", ())] == looks


def test_nothing_to_remember_is_fine(ledger: Ledger) -> None:
    ledger.record([])
    assert (ledger.known([]), ledger.due([], START), ledger.spans("u"), ledger.last_sweep()) == ({}, (), (), None)
    assert ledger.histories([]) == {}


def test_sweeps_are_remembered(ledger: Ledger) -> None:
    first = Sweep("a", START, START + timedelta(seconds=3), 6, 8, 5120)
    second = Sweep("b", START, START + timedelta(hours=1), 2, 2, 9, Instrument.SUSPECT, complete=False)
    ledger.record_sweep(second)
    ledger.record_sweep(first)
    assert ledger.last_sweep() == second
    assert ledger.sweeps() == (first, second)


def test_a_sweep_is_remembered_with_its_controls_and_waves(ledger: Ledger) -> None:
    outcomes = (
        Outcome("youtube", "https://youtu.be/a", Expected.AVAILABLE, State.REMOVED),
        Outcome("youtube", "https://youtu.be/b", Expected.REMOVED, State.REMOVED),
    )
    later = START + timedelta(hours=1)
    suspect = Sweep("a", START, START, 6, 8, 1, Instrument.SUSPECT, controls=outcomes, waves=(Wave("youtube", 5, 6),))
    sound = Sweep("b", later, later, 6, 8, 1, Instrument.TRUSTED, controls=outcomes[1:])
    ledger.record_sweep(suspect)
    ledger.record_sweep(sound)
    assert ledger.sweeps() == (suspect, sound)
    assert ledger.last_sweep() == sound
    assert ledger.suspect_sweeps(START - timedelta(seconds=1)) == (suspect,)
    assert ledger.suspect_sweeps(START) == ()


def test_a_control_that_came_out_right_once_is_proven(ledger: Ledger) -> None:
    plays = Control("youtube", "https://youtu.be/a", Expected.AVAILABLE)
    never = Control("youtube", "https://youtu.be/b", Expected.REMOVED)
    assert ledger.proven([plays, never]) == frozenset()
    for number, found in enumerate((State.AVAILABLE, State.REMOVED)):
        came = (
            Outcome("youtube", plays.url, Expected.AVAILABLE, found),
            Outcome("youtube", never.url, Expected.REMOVED, State.UNREACHABLE, doubtful=True),
        )
        ledger.record_sweep(Sweep(f"{number}", START, START, 6, 8, 1, controls=came))
    assert ledger.proven([plays, never]) == {plays}


def test_a_control_that_links_contradicted_once_is_questioned(ledger: Ledger) -> None:
    plays = Control("youtube", "https://youtu.be/a", Expected.AVAILABLE)
    never = Control("youtube", "https://youtu.be/b", Expected.REMOVED)
    for number, doubtful in enumerate((False, True, True)):
        came = Outcome("youtube", plays.url, plays.expected, State.REMOVED, doubtful=doubtful)
        ledger.record_sweep(Sweep(f"{number}", START, START, 6, 8, 1, controls=(came,)))
        assert ledger.questioned([plays, never]) == ({plays} if number else set())
    assert ledger.proven([plays]) == frozenset()


def test_a_sweep_from_before_there_were_controls_can_be_read(tmp_path: Path) -> None:
    made = Ledger(f"sqlite:///{tmp_path}/history.sqlite")
    made.record_sweep(Sweep("a", START, START, 6, 8, 1))
    made.close()
    with sqlite3.connect(tmp_path / "history.sqlite") as database:
        database.execute("DROP TABLE trials")
        database.execute("DROP TABLE facts")
    database.close()
    again = Ledger(f"sqlite:///{tmp_path}/history.sqlite")
    assert again.sweeps() == (Sweep("a", START, START, 6, 8, 1),)
    assert again.facts(["u"]) == {}
    again.close()


def test_what_a_site_said_of_a_video_outlives_it(ledger: Ledger) -> None:
    ledger.record([look("u", State.AVAILABLE, title="Message", author="ITU", audio="ar", captions=False)])
    ledger.record([look("u", State.REMOVED, 1), look("v", State.REMOVED, 1)])
    assert ledger.facts(["u", "v"]) == {"u": Facts("Message", "ITU", "ar", captions=False)}
    ledger.record(
        [look("u", State.AVAILABLE, 2, title="رسالة", captions=True), look("v", State.AVAILABLE, 2, author="x")]
    )
    assert ledger.facts(["v", "u"]) == {"u": Facts("رسالة", "ITU", "ar", captions=True), "v": Facts(None, "x")}


def test_a_questioned_look_is_remembered_without_changing_a_belief(ledger: Ledger) -> None:
    ledger.record([look("u", State.AVAILABLE)])
    ledger.record([look("u", State.REMOVED, 60, agreed=True)], opine=question)
    opinion = ledger.opinions(["u", "never"])["u"]
    assert set(ledger.opinions(["u", "never"])) == {"u"}
    assert opinion.belief is not None
    assert opinion.doubt is not None
    assert (opinion.belief.state, opinion.doubt.state) == (State.AVAILABLE, State.REMOVED)
    assert [span.state for span in ledger.spans("u")] == [State.AVAILABLE, State.REMOVED]


def test_only_one_runner_holds_the_lease(ledger: Ledger) -> None:
    lasting = timedelta(minutes=3)

    def take(who: str, minutes: float) -> bool:
        return ledger.take_lease(who, START + timedelta(minutes=minutes), lasting)

    assert take("one", 0)
    assert not take("two", 1)
    assert take("one", 2)  # renewed until 5
    assert not take("two", 4.9)
    assert take("two", 5)
    assert not take("one", 5.1)
    ledger.give_lease_back("one", START + timedelta(minutes=5.2))  # not theirs to give
    assert not take("one", 5.3)
    ledger.give_lease_back("two", START + timedelta(minutes=5.4))
    assert take("one", 5.5)


def test_of_many_processes_one_gets_the_lease(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/h.sqlite"
    context = multiprocessing.get_context("spawn")
    results: multiprocessing.Queue[tuple[str, bool]] = context.Queue()
    crew = [context.Process(target=ledger_crew.take, args=(url, f"runner-{n}", results)) for n in range(6)]
    for process in crew:
        process.start()
    got = [results.get(timeout=60) for _ in crew]
    for process in crew:
        process.join(60)
    assert sum(taken for _, taken in got) == 1


def test_many_processes_may_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/h.sqlite"
    context = multiprocessing.get_context("spawn")
    crew = [context.Process(target=ledger_crew.record, args=(url, n)) for n in range(4)]
    for process in crew:
        process.start()
    for process in crew:
        process.join(120)
    assert [process.exitcode for process in crew] == [0] * 4
    ledger = Ledger(url)
    assert [ledger.spans(f"u{n}")[0].looks for n in range(5)] == [80] * 5
    assert [ledger.spans(f"w{n}")[0].looks for n in range(4)] == [20] * 4
    ledger.close()


def test_a_ledger_can_be_opened_again(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/h.sqlite"
    first = Ledger(url)
    first.record([look("u", State.AVAILABLE)])
    first.close()
    again = Ledger(url)
    assert again.spans("u")[0].looks == 1
    again.close()


def test_a_ledger_of_another_layout_is_refused(tmp_path: Path) -> None:
    Ledger(f"sqlite:///{tmp_path}/h.sqlite").close()
    with sqlite3.connect(tmp_path / "h.sqlite") as database:
        database.execute("UPDATE about SET layout = 99")
    database.close()
    with pytest.raises(LedgerError, match=r"layout 99, this one reads 1.*--ledger"):
        Ledger(f"sqlite:///{tmp_path}/h.sqlite")


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("nonsense", "cannot be opened"),
        ("oracle+none://x/y", "cannot be opened"),
        ("sqlite:////proc/nowhere/h.sqlite", "cannot be opened"),
        ("sqlite:////dev/null/h.sqlite", "cannot be opened"),
    ],
)
def test_a_ledger_that_cannot_be_opened_says_so(url: str, says: str) -> None:
    with pytest.raises(LedgerError, match=says):
        Ledger(url)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "h.sqlite"
    file.write_text("dear diary, " * 100, "utf-8")
    with pytest.raises(LedgerError, match="cannot be written"):
        Ledger(f"sqlite:///{file}")
    assert file.read_text("utf-8") == "dear diary, " * 100


@pytest.mark.parametrize(
    "url",
    [
        "nosuch://me:hush-hush@h/db",
        "postgresql:/me:hush-hush@h/db",
        "postgresql://h/db?password=hush-hush",
        "postgresql://me:hush-hush@h:po/db",
    ],
)
def test_a_password_in_the_url_is_never_shown(url: str) -> None:
    with pytest.raises(LedgerError) as error:
        Ledger(url)
    assert "hush" not in str(error.value)


def test_times_without_a_zone_never_come_out(ledger: Ledger) -> None:
    elsewhere = datetime.fromisoformat("2026-05-17T08:00:00+02:00")
    ledger.record([Observation("u", elsewhere, Verdict(State.AVAILABLE, ""))])
    assert ledger.known(["u"])["u"].seen.at == START
    assert ledger.spans("u")[0].first.tzinfo is UTC
