"""This file tries a key on the command: what it is good for, and that nothing we write or say ever holds it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeys_office import COMMAND, Office
from replica import faults
from replica.exchange import Reply, Request
from replica.films import Film, State
from replica.steps import Fault, Step, as_usual
from replica.web import SimulatedWeb
from replica.youtube import YouTube
from replica.youtube_data import KEY, Refusal

API = "www.googleapis.com"
IDS = ("OGSyYP5v6PM", "FmrrS4BiAW8", "jyVi5-NFNBU", "wwHOsWsInD0", "-FWuObmSstQ", "hmM44jmcE3g")
REFUSED = "YouTube refused the key, so it was asked without one."


@pytest.fixture
def keyed(with_letter: Office, films: dict[str, Film]) -> Office:
    films |= {video: Film(title=f"Film {video}") for video in IDS}
    films[IDS[4]] = Film(State.REMOVED)
    films[IDS[5]] = Film(State.EMBEDDING_OFF, blocked=("CH", "FR"))
    more = {"HEXAGLOT_YOUTUBE_KEY": KEY, "HEXAGLOT_NETWORK__TOTAL_SECONDS": "2"}
    return Office(with_letter.folder, with_letter.environment | more)


def everything(office: Office, *told: subprocess.CompletedProcess[bytes]) -> bytes:
    """All that was said, and all that was written."""
    files = [path.read_bytes() for path in office.folder.rglob("*") if path.is_file()]
    return b"".join([*files, *(done.stdout + done.stderr for done in told)])


def test_with_a_key_six_links_take_two_questions_and_their_controls_two(keyed: Office, web: SimulatedWeb) -> None:
    done = keyed.run("check", "--format", "json")
    told = json.loads(done.stdout)
    assert (told["sweep"]["requests"], told["sweep"]["remarks"]) == (4, [])
    assert web.counts() == {API: 2, "www.youtube.com": 2}
    assert told["sweep"]["bytes"] < 5_000
    found = {result["video_id"]: (result["state"], result["confirmed"]) for result in told["results"]}
    assert found == dict.fromkeys(IDS[:4], ("available", True)) | {
        IDS[4]: ("removed", True),
        IDS[5]: ("restricted", False),
    }


def test_region_rules_are_held_against_the_countries_of_the_environment(keyed: Office) -> None:
    office = Office(keyed.folder, keyed.environment | {"HEXAGLOT_TARGET_COUNTRIES": "CH,FR"})
    done = office.run("check", f"https://youtu.be/{IDS[5]}", "--format", "json")
    (result,) = json.loads(done.stdout)["results"]
    assert (result["state"], result["detail"]) == ("restricted", "region")


def test_a_refused_key_is_said_once_under_the_summary(keyed: Office, youtube: YouTube, web: SimulatedWeb) -> None:
    youtube.data.refusal = Refusal.BAD_KEY
    done = keyed.run("check")
    assert done.stdout.decode().endswith(f"1 restricted, 1 removed.\n{REFUSED}\n")
    assert done.stdout.decode().count(REFUSED) == 1
    assert web.counts()[API] == 1
    told = json.loads(keyed.run("check", "--format", "json").stdout)
    assert told["sweep"]["remarks"] == [REFUSED]


def echo(status: int) -> Fault:
    """The question itself, in the body, in a header, and as the place to go to."""

    def fault(request: Request, _reply: Reply) -> Iterator[Step]:
        place = request.url.replace(API, "www.youtube.com").replace("/youtube/v3/videos", "/oembed")
        reply = Reply.text(status, request.url, "text/plain", ("X-Asked", request.url), ("Location", place))
        yield from as_usual(request, reply)

    return fault


CASES: dict[str, Fault | None] = {
    "200": None,
    "400": echo(400),
    "403": echo(403),
    "200 with the question": echo(200),
    "time-out": faults.silent(),
    "cut": faults.cut_after(40),
    "redirect": echo(302),
}


@pytest.mark.parametrize("name", CASES)
def test_nothing_we_say_or_write_holds_the_key(keyed: Office, web: SimulatedWeb, name: str) -> None:
    fault = CASES[name]
    if fault is not None:
        web.faults.at_host(API, fault)
    told = [
        keyed.run("--verbose", "check"),
        keyed.run("--verbose", "check", "--format", "json", "--output", "found.json"),
        keyed.run("--verbose", "report"),
    ]
    assert [done.returncode for done in told] == [1, 1, 0]
    assert any(f"key={KEY}" in asked.target for asked in web.log)
    assert not any(KEY in asked.target for asked in web.log if asked.host != API)
    assert b"videos?part=snippet" in everything(keyed, *told)
    assert KEY.encode() not in everything(keyed, *told)


@pytest.mark.parametrize("place", ["checker.providers._youtube_data.listed", "checker.fetch.silence_of"])
def test_a_crash_report_does_not_hold_the_key(keyed: Office, web: SimulatedWeb, place: str) -> None:
    web.faults.at_host(API, faults.closed_unanswered())
    module, _, name = place.rpartition(".")
    program = (
        f"import sys, {module} as broken; from hexaglot.cli import main\n"
        f"broken.{name} = None; sys.argv = ['hexaglot', '--verbose', 'check']; main()"
    )
    done = subprocess.run(
        [COMMAND[0], "-c", program], cwd=keyed.folder, env=keyed.environment, capture_output=True, check=False
    )
    assert done.returncode == 70
    report = Path(done.stderr.decode().strip().rpartition(" ")[2])
    text = report.read_text("utf-8")
    report.unlink()
    assert "TypeError" in text
    assert KEY not in text
    assert KEY.encode() not in done.stdout + done.stderr


@pytest.mark.parametrize("words", [("list",), ("--verbose", "list")])
def test_a_key_that_cannot_be_one_is_refused_without_showing_it(keyed: Office, words: tuple[str, ...]) -> None:
    office = Office(keyed.folder, keyed.environment | {"HEXAGLOT_YOUTUBE_KEY": f"{KEY}!"})
    done = office.run(*words)
    assert done.returncode == 2
    assert b"youtube_key" in done.stderr
    assert KEY.encode() not in done.stdout + done.stderr
