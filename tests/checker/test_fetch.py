"""This file tests the way to the web over real sockets: guards on addresses, redirects, bytes and time."""

from __future__ import annotations

import socket
import threading
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from time import monotonic

import pytest

from checker.door import Resolve
from checker.exchange import Answer, Cause, Probe, Reply, Silence
from checker.fetch import Limits, Web
from replica import faults
from replica.films import Film, State
from replica.steps import Fault
from replica.trouble import Door
from replica.web import SimulatedWeb

ID = "OGSyYP5v6PM"
ASK = Probe.get(f"https://www.youtube.com/oembed?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3D{ID}&format=json")
Make = Callable[..., Web]


@pytest.fixture(autouse=True)
def _one_film(films: dict[str, Film]) -> None:
    films[ID] = Film(State.PUBLIC, "A title", "ITU")


def cause(reply: Reply) -> Cause | None:
    return reply.cause if isinstance(reply, Silence) else None


def test_an_answer_comes_with_status_headers_and_body(fetch: Web, web: SimulatedWeb) -> None:
    reply = fetch(ASK)
    assert isinstance(reply, Answer)
    assert (reply.status, reply.url) == (200, ASK.url)
    assert (reply.header("content-type") or "").startswith("application/json")
    assert reply.received == len(reply.body) > 100
    facts = reply.json()
    assert isinstance(facts, dict)
    assert facts["title"] == "A title"
    asked = web.log[0]
    assert (asked.method, asked.header("user-agent"), asked.header("cookie")) == ("GET", "hexaglot/test", None)


def test_a_head_has_a_status_and_no_body(fetch: Web) -> None:
    reply = fetch(Probe.head(f"https://i.ytimg.com/vi/{ID}/hqdefault.jpg"))
    assert isinstance(reply, Answer)
    assert (reply.status, reply.body) == (200, b"")


def test_headers_of_a_probe_are_sent(fetch: Web, web: SimulatedWeb) -> None:
    fetch(Probe.get(ASK.url, Referer="https://www.itu.int/"))
    assert web.log[0].header("referer") == "https://www.itu.int/"


def test_connections_are_kept_for_the_next_question(fetch: Web, web: SimulatedWeb) -> None:
    for _ in range(5):
        fetch(ASK)
    assert {asked.connection for asked in web.log} == {1}


def test_compressed_answers_are_unpacked_and_counted_as_they_crossed(fetch: Web, web: SimulatedWeb) -> None:
    web.faults.at_video(ID, faults.gzipped())
    reply = fetch(ASK)
    assert isinstance(reply, Answer)
    assert reply.received < len(reply.body)
    assert isinstance(reply.json(), dict)


def test_a_whole_process_may_go_through_a_proxy(web: SimulatedWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in web.environment().items():
        monkeypatch.setenv(name, value)
    guarded = Web(user_agent="hexaglot/test")
    assert isinstance(guarded(ASK), Answer)
    assert cause(guarded(Probe.get("https://nowhere.example/"))) is Cause.NO_CONNECTION
    assert cause(guarded(Probe.get("https://127.0.0.1/"))) is Cause.FORBIDDEN
    guarded.close()


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.1.1",
        "172.16.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - an address to refuse
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::a00:1",
        "64:ff9b::7f00:1",
        "192.0.0.192",
        "fec0::1",
        "fd00:ec2::254",
        "::127.0.0.1",
        "::ffff:0:127.0.0.1",
    ],
)
def test_private_addresses_are_refused_as_numbers_and_behind_names(address: str) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    guarded = Web(user_agent="x", resolve=lambda _host, port: [(family, socket.SOCK_STREAM, 6, "", (address, port))])
    written = f"[{address.partition('%')[0]}]" if ":" in address else address
    assert cause(guarded(Probe.get(f"https://{written}/"))) is Cause.FORBIDDEN
    assert cause(guarded(Probe.get("https://innocent.example/"))) is Cause.FORBIDDEN


@pytest.mark.parametrize("written", ["0x7f.1", "127.1", "2130706433", "localhost", "localhost.", "127.0.0.1."])
def test_other_spellings_of_loopback_are_refused_where_they_lead(written: str) -> None:
    guarded = Web(
        user_agent="x",
        resolve=lambda _host, port: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))],
    )
    assert cause(guarded(Probe.get(f"https://{written}/"))) is Cause.FORBIDDEN


def test_a_name_that_turns_private_between_two_look_ups_is_refused(web: SimulatedWeb, resolve: Resolve) -> None:
    """The address that is judged is the one that is used: there is no second look-up to deceive."""
    looked_up: list[str] = []

    def turning(host: str, port: int) -> list[tuple[int, int, int, str, object]]:
        looked_up.append(host)
        return resolve(host, port)

    guarded = Web(user_agent="x", resolve=turning)
    assert cause(guarded(ASK)) is Cause.FORBIDDEN
    assert looked_up == ["www.youtube.com"]
    assert web.log == ()


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://", Cause.MALFORMED),
        ("https://[::1/", Cause.MALFORMED),
        ("https://a.example:99999/", Cause.MALFORMED),
    ],
)
def test_what_is_no_address_is_malformed(fetch: Web, url: str, expected: Cause) -> None:
    assert cause(fetch(Probe.get(url))) is expected


def test_an_unknown_name_is_said_to_be_unknown() -> None:
    def nowhere(_host: str, _port: int) -> list[tuple[int, int, int, str, object]]:
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    assert cause(Web(user_agent="x", resolve=nowhere)(ASK)) is Cause.NO_NAME


def test_a_closed_port_is_no_connection() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    closed = Web(
        user_agent="x",
        allow_private=True,
        resolve=lambda _host, _port: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))],
    )
    assert cause(closed(ASK)) is Cause.NO_CONNECTION


def test_the_next_address_is_tried_where_the_first_is_dead(web: SimulatedWeb) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        dead = server.getsockname()[1]
    both = Web(
        user_agent="x",
        allow_private=True,
        resolve=lambda _host, _port: [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port)) for port in (dead, web.port)
        ],
    )
    assert isinstance(both(ASK), Answer)


@pytest.mark.parametrize(
    ("door", "expected"),
    [
        (Door.WRONG_NAME, Cause.TLS),
        (Door.EXPIRED, Cause.TLS),
        (Door.UNKNOWN_AUTHORITY, Cause.TLS),
        (Door.PLAIN_HTTP, Cause.TLS),
        (Door.CLOSED, None),
        (Door.SILENT, Cause.TIMEOUT),
    ],
)
def test_what_goes_wrong_at_the_door(make_fetch: Make, web: SimulatedWeb, door: Door, expected: Cause | None) -> None:
    web.faults.at_door("www.youtube.com", door)
    reply = make_fetch(connect=0.5, read=0.5, total=1.0)(ASK)
    assert isinstance(reply, Silence)
    assert reply.cause in ({expected} if expected else {Cause.TLS, Cause.CUT})


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (faults.silent(), Cause.TIMEOUT),
        (faults.slow_first_byte(60), Cause.TIMEOUT),
        (faults.dripped_head(0.1), Cause.TIMEOUT),
        (faults.dripped_body(0.1), Cause.TIMEOUT),
        (faults.endless_body(0.5), Cause.TIMEOUT),
        (faults.endless_body(), Cause.TOO_LARGE),
        (faults.gzip_bomb(), Cause.TOO_LARGE),
        (faults.closed_unanswered(), Cause.CUT),
        (faults.promised_more(), Cause.CUT),
        (faults.garbage(), Cause.MALFORMED),
        (faults.many_headers(), Cause.MALFORMED),
        (faults.long_header(), Cause.MALFORMED),
        (faults.redirect_loop(), Cause.REDIRECTS),
        (faults.redirect_maze(), Cause.REDIRECTS),
        (faults.redirect_to_plain_http(), Cause.REDIRECTS),
        (faults.redirected("ftp://a.example/"), Cause.REDIRECTS),
        (faults.redirected("javascript:alert(1)"), Cause.REDIRECTS),
        (faults.redirected("https://[::1"), Cause.REDIRECTS),
    ],
)
def test_what_goes_wrong_on_the_wire_ends_in_time_and_as_silence(
    make_fetch: Make, web: SimulatedWeb, fault: Fault, expected: Cause
) -> None:
    web.faults.at_video(ID, fault)
    began = monotonic()
    reply = make_fetch(connect=1.0, read=1.0, total=1.5)(ASK)
    assert cause(reply) is expected
    assert monotonic() - began < 15


@pytest.mark.parametrize("tenth", range(10))
@pytest.mark.parametrize("reset", [False, True])
def test_a_connection_cut_anywhere_is_never_an_answer(
    make_fetch: Make,
    web: SimulatedWeb,
    tenth: int,
    reset: bool,
) -> None:
    web.faults.at_video(ID, faults.cut_after(10 + 90 * tenth, reset=reset))
    reply = make_fetch(total=3.0)(ASK)
    assert cause(reply) in {Cause.CUT, Cause.MALFORMED}


@pytest.mark.parametrize("fault", [faults.endless_body(), faults.gzip_bomb()])
def test_where_the_beginning_is_enough_a_longer_answer_is_cut_there(
    fetch: Web, web: SimulatedWeb, fault: Fault
) -> None:
    web.faults.at_video(ID, fault)
    tracemalloc.start()
    try:
        reply = fetch(replace(ASK, max_bytes=100_000, truncate=True))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert isinstance(reply, Answer)
    assert (reply.status, len(reply.body)) == (200, 100_000)
    assert reply.received < 300_000
    assert peak < 20_000_000


def test_an_answer_shorter_than_the_wanted_beginning_comes_whole(fetch: Web) -> None:
    whole = fetch(ASK)
    reply = fetch(replace(ASK, truncate=True))
    assert isinstance(whole, Answer)
    assert isinstance(reply, Answer)
    assert reply.body == whole.body


def test_after_an_answer_that_was_cut_the_next_question_is_answered_rightly(fetch: Web) -> None:
    """What was left unread must not be taken for the beginning of the next answer."""
    for _ in range(3):
        cut = fetch(replace(ASK, max_bytes=10, truncate=True))
        assert isinstance(cut, Answer)
        assert len(cut.body) == 10
    whole = fetch(ASK)
    assert isinstance(whole, Answer)
    assert isinstance(whole.json(), dict)


def test_an_answer_that_breaks_before_the_wanted_beginning_is_none(fetch: Web, web: SimulatedWeb) -> None:
    web.faults.at_video(ID, faults.promised_more())
    assert cause(fetch(replace(ASK, truncate=True))) is Cause.CUT


def test_a_bomb_never_unfolds_in_memory(fetch: Web, web: SimulatedWeb) -> None:
    web.faults.at_video(ID, faults.gzip_bomb())
    fetch(Probe.get("https://www.youtube.com/"))
    tracemalloc.start()
    try:
        fetch(ASK)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 20_000_000


def test_redirects_into_private_networks_are_not_followed(web: SimulatedWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first hop goes through a proxy, as it must be a public one; the second is judged before it is asked."""
    for name, value in web.environment().items():
        monkeypatch.setenv(name, value)
    guarded = Web(user_agent="x")
    for place in faults.private_places(web.port):
        web.faults.at_video(ID, faults.redirected(place))
        assert cause(guarded(ASK)) in {Cause.FORBIDDEN, Cause.REDIRECTS}, place
    guarded.close()
    assert {asked.host for asked in web.log} == {"www.youtube.com"}


def test_cookies_are_not_kept(fetch: Web, web: SimulatedWeb, films: dict[str, Film]) -> None:
    films["consent---0"] = Film(State.CONSENT)
    ask = Probe.get("https://www.youtube.com/watch?v=" + ID)
    for _ in range(2):
        fetch(ask)
    assert all(asked.header("cookie") is None for asked in web.log)


def test_passwords_of_a_netrc_are_never_sent(
    make_fetch: Make, web: SimulatedWeb, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    netrc = tmp_path_factory.mktemp("home") / ".netrc"
    netrc.write_text("machine www.youtube.com login me password hush\n", "utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    make_fetch()(ASK)
    assert web.log[0].header("authorization") is None


def test_many_threads_share_one_way(fetch: Web, web: SimulatedWeb) -> None:
    replies: list[Reply] = []
    threads = [threading.Thread(target=lambda: replies.extend(fetch(ASK) for _ in range(10))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(replies) == 80
    assert all(isinstance(reply, Answer) for reply in replies)
    assert len(web.log) == 80


def test_the_usual_limits_are_patient_but_bounded() -> None:
    assert Limits() == Limits(connect=6.0, read=10.0, total=20.0, redirects=5)
