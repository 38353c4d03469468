"""This file is the tests of the simulated web as a server: its two doors, its record, its end."""

from __future__ import annotations

import os
import re
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
import requests

from replica.client import everything, request, session, shout, straight, tunnelled
from replica.exchange import Reply, Request
from replica.faults import endless_body, silent
from replica.films import Film, State
from replica.journal import too_soon
from replica.trouble import Door
from replica.web import LOOPBACK, SimulatedWeb
from replica.youtube import YouTube

WWW = "www.youtube.com"
OEMBED = "/oembed?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3D{}&format=json"


@pytest.fixture
def web() -> Iterator[SimulatedWeb]:
    with SimulatedWeb() as opened:
        yield opened


class Echo:
    """A site that says which method came for which host."""

    def __init__(self, *hosts: str) -> None:
        self.hosts = frozenset(hosts)

    def answer(self, request: Request) -> Reply:
        return Reply.text(200, f"{request.method} {request.host}", "text/plain")


@pytest.mark.parametrize("reach", ["straight", "tunnelled"])
@pytest.mark.parametrize("host", sorted(YouTube().hosts))
def test_every_host_is_reached_by_both_doors_with_its_own_certificate(web: SimulatedWeb, reach: str, host: str) -> None:
    dial = {"straight": straight, "tunnelled": tunnelled}[reach]
    with dial(web, host) as sock:
        certificate = sock.getpeercert() or {}
        assert certificate["subjectAltName"] == (("DNS", host),)
        sock.sendall(request(host, "/", "Connection: close"))
        assert everything(sock).startswith(b"HTTP/1.1 ")
    assert [(asked.host, asked.target) for asked in web.log] == [(host, "/")]


def test_a_session_of_requests_is_answered_on_one_connection(web: SimulatedWeb) -> None:
    with session(web) as client:
        statuses = [
            client.get(f"https://{WWW}{OEMBED.format(video)}").status_code
            for video in ("playsPublic", "private---0", "removed---0", "embedOff--0", "aaaaaaaaaaa")
        ]
    assert statuses == [200, 403, 404, 401, 400]
    assert {asked.connection for asked in web.log} == {1}
    assert [asked.method for asked in web.log] == ["GET"] * 5
    assert web.log[1].target == OEMBED.format("private---0")
    assert web.log[0].header("user-agent") == requests.utils.default_user_agent()
    assert list(web.log) == sorted(web.log, key=lambda asked: asked.at)
    assert web.counts() == {WWW: 5}


def test_redirects_are_followed_from_host_to_host(web: SimulatedWeb) -> None:
    with session(web) as client:
        sorry = client.get(f"https://{WWW}{OEMBED.format('sorry-----0')}")
        moved = client.get("https://youtu.be/playsPublic")
    assert (sorry.status_code, sorry.url.partition("?")[0]) == (429, "https://www.google.com/sorry/index")
    assert (moved.status_code, moved.url) == (200, f"https://{WWW}/watch?v=playsPublic&feature=youtu.be")
    assert web.counts() == {WWW: 2, "www.google.com": 1, "youtu.be": 1}


def test_head_is_told_the_length_and_sent_nothing(web: SimulatedWeb) -> None:
    with straight(web, "i.ytimg.com") as sock:
        sock.sendall(request("i.ytimg.com", "/vi/playsPublic/hqdefault.jpg", method="HEAD"))
        sock.sendall(request("i.ytimg.com", "/vi/removed---0/hqdefault.jpg", "Connection: close", method="HEAD"))
        first, second, rest = everything(sock).split(b"\r\n\r\n")
    assert first.startswith(b"HTTP/1.1 200 OK\r\n")
    assert second.startswith(b"HTTP/1.1 404 Not Found\r\n")
    assert b"Content-Length: 833" in first
    assert b"Content-Type: image/jpeg" in second
    assert rest == b""


def test_requests_may_come_in_pieces_together_or_with_a_body(web: SimulatedWeb) -> None:
    one = request("consent.youtube.com", "/m")
    two = request("consent.youtube.com", "/s", "Content-Length: 5", method="POST") + b"a=b&c"
    with straight(web, "consent.youtube.com") as sock:
        sock.sendall(one[:7])
        time.sleep(0.02)
        sock.sendall(one[7:] + two[:-3])
        time.sleep(0.02)
        sock.sendall(two[-3:] + request("consent.youtube.com", "/x", "Connection: close"))
        answer = everything(sock)
    assert re.findall(rb"HTTP/1\.1 (\d+)", answer) == [b"200", b"405", b"404"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (b"nonsense\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: www.youtube.com\r\nTransfer-Encoding: chunked\r\n\r\n", b"411"),
        (b"GET / HTTP/1.1\r\nHost: www.youtube.com\r\nContent-Length: -1\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nX: " + b"x" * 70_000, b"431"),
        (b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n", b"421"),
        (b"GET / HTTP/1.1\r\nHost: youtu.be\r\nConnection: close\r\n\r\n", b"421"),
        (b"GET /x HTTP/1.1\r\nHost: WWW.youtube.com:8443\r\nConnection: close\r\n\r\n", b"404"),
        (b"GET /x HTTP/1.0\r\nHost: www.youtube.com\r\n\r\n", b"404"),
    ],
)
def test_what_is_no_request_for_this_host_is_refused(web: SimulatedWeb, words: bytes, status: bytes) -> None:
    with straight(web, WWW) as sock:
        sock.sendall(words)
        assert everything(sock).split(b" ")[1] == status


def test_a_name_that_no_site_claims_does_not_exist(web: SimulatedWeb) -> None:
    with pytest.raises(ConnectionError, match="502 Bad Gateway"):
        tunnelled(web, "nowhere.example")
    with pytest.raises(ssl.SSLError, match="UNRECOGNIZED_NAME"):
        straight(web, "nowhere.example")
    with pytest.raises(ssl.SSLError, match="UNRECOGNIZED_NAME"):
        straight(web, LOOPBACK)
    with session(web) as client, pytest.raises(requests.exceptions.ProxyError):
        client.get("https://elsewhere.example/")
    assert web.refused == (
        "CONNECT nowhere.example:443",
        "TLS nowhere.example",
        "TLS without a name",
        "CONNECT elsewhere.example:443",
    )
    assert web.log == ()


def test_a_tunnel_leads_to_the_named_host_only_if_tls_names_one_too(web: SimulatedWeb) -> None:
    both = b"CONNECT youtu.be:443 HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\nHost: youtu.be\r\n\r\n"
    assert shout(web, both) == b"HTTP/1.1 200 Connection Established\r\n\r\n"
    assert web.log == ()


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (
            b"GET http://www.youtube.com/oembed HTTP/1.1\r\nHost: www.youtube.com\r\n\r\n",
            "GET http://www.youtube.com/oembed",
        ),
        (b"GET /oembed HTTP/1.1\r\nHost: www.youtube.com\r\n\r\n", "GET /oembed"),
        (b"CONNECT www.youtube.com:80 HTTP/1.1\r\n\r\n", "CONNECT www.youtube.com:80"),
        (b"x" * 70_000, "unreadable "),
    ],
)
def test_plain_http_is_not_served(web: SimulatedWeb, words: bytes, refused: str) -> None:
    assert shout(web, words).startswith(b"HTTP/1.1 502 ")
    assert web.refused == (refused,)
    assert web.log == ()


def test_a_greeting_that_comes_in_two_pieces_is_heard(web: SimulatedWeb) -> None:
    trust = ssl.create_default_context(cafile=web.ca_file)
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = trust.wrap_bio(incoming, outgoing, server_hostname="youtu.be")
    with pytest.raises(ssl.SSLWantReadError):
        client.do_handshake()
    greeting = outgoing.read()
    with socket.create_connection((LOOPBACK, web.port), timeout=5) as sock:
        sock.sendall(greeting[:20])
        time.sleep(0.05)
        sock.sendall(greeting[20:])
        incoming.write(sock.recv(64 * 1024))
        try:
            client.do_handshake()
        except ssl.SSLWantReadError:
            incoming.write(sock.recv(64 * 1024))
            client.do_handshake()
    assert (client.getpeercert() or {})["subjectAltName"] == (("DNS", "youtu.be"),)


@pytest.mark.parametrize("words", [b"", b"\x16", b"\x16\x03\x01\x02\x00\x01", b"\x16" * 600, b"CONNECT you"])
def test_a_client_that_breaks_off_or_babbles_harms_nobody(web: SimulatedWeb, words: bytes) -> None:
    with socket.create_connection((LOOPBACK, web.port), timeout=5) as sock:
        sock.sendall(words)
        with suppress(OSError):  # the server may have hung up first
            sock.shutdown(socket.SHUT_WR)
        everything(sock)
    with session(web) as client:
        assert client.get("https://youtu.be/playsPublic", allow_redirects=False).status_code == 303


def test_requests_in_flight_are_counted_for_each_host() -> None:
    with SimulatedWeb(latency=0.3) as web, ThreadPoolExecutor(6) as crew:

        def ask(host: str) -> int:
            with session(web) as client:
                return client.get(f"https://{host}/nothing", allow_redirects=False).status_code

        statuses = list(crew.map(ask, [WWW] * 4 + ["i.ytimg.com"] * 2))
    assert statuses == [404] * 6
    assert (web.in_flight_peak(WWW), web.in_flight_peak("i.ytimg.com"), web.in_flight_peak("youtu.be")) == (4, 2, 0)


def test_a_client_that_takes_turns_is_never_seen_twice_at_once(web: SimulatedWeb) -> None:
    with session(web) as one, session(web) as other:
        for _ in range(100):
            for client in (one, other):
                assert client.get(f"https://{WWW}{OEMBED.format('playsPublic')}").status_code == 200
    assert len({asked.connection for asked in web.log}) == 2
    assert web.in_flight_peak(WWW) == 1


def test_the_pace_of_a_client_can_be_judged_from_the_log(web: SimulatedWeb) -> None:
    with session(web) as client:
        for _ in range(3):
            client.get("https://youtu.be/", allow_redirects=False)
            time.sleep(0.1)
        client.get("https://youtu.be/", allow_redirects=False)
    assert too_soon(web.log, "youtu.be", rate=20.0) == ()
    assert too_soon(web.log, "youtu.be", rate=2.0) == web.log[1:]


def test_latency_may_be_changed_while_the_web_runs(web: SimulatedWeb) -> None:
    with session(web) as client:
        for seconds in (0.0, 0.2):
            web.latency = seconds
            client.get("https://youtu.be/", allow_redirects=False)
            began = time.monotonic()
            client.get("https://youtu.be/", allow_redirects=False)
            assert (time.monotonic() - began >= 0.2) is (seconds == 0.2)
    assert web.latency == 0.2


def test_films_may_change_while_the_web_runs() -> None:
    site = YouTube({"playsPublic": Film()})
    with SimulatedWeb(site) as web, session(web) as client:
        before = client.get(f"https://{WWW}{OEMBED.format('playsPublic')}").status_code
        site.videos["playsPublic"] = Film(State.PRIVATE)
        after = client.get(f"https://{WWW}{OEMBED.format('playsPublic')}").status_code
    assert (before, after) == (200, 403)


def test_several_sites_live_side_by_side() -> None:
    with SimulatedWeb(Echo("a.example", "b.example"), YouTube()) as web, session(web) as client:
        assert client.get("https://b.example/").text == "GET b.example"
        assert client.put("https://a.example/", data=b"x" * 200_000).text == "PUT a.example"
        assert client.get(f"https://{WWW}{OEMBED.format('private---0')}").status_code == 403


def test_two_sites_may_not_claim_one_host() -> None:
    with pytest.raises(ValueError, match=r"two sites claim a\.example"):
        SimulatedWeb(Echo("a.example"), Echo("a.example", "b.example"))


def test_a_whole_process_meets_this_web_and_no_other(web: SimulatedWeb) -> None:
    code = (
        "import requests\n"
        f"print(requests.get('https://{WWW}{OEMBED.format('arabicMsg-0')}').json()['title'].encode())\n"
        "print(requests.get('http://192.0.2.1/').status_code)\n"
        "try: requests.get('https://example.com/')\n"
        "except requests.exceptions.ProxyError: print('nowhere')\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **web.environment()},
        capture_output=True,
        check=True,
        text=True,
        timeout=30,
    )
    assert ran.stdout.splitlines() == [str("رسالة الأمين العام".encode()), "502", "nowhere"]
    assert web.refused == ("GET http://192.0.2.1/", "CONNECT example.com:443")


def test_the_end_is_quick_whatever_hangs() -> None:
    crowd: list[socket.socket] = []
    with SimulatedWeb() as web:
        web.faults.at_host("youtu.be", silent())
        web.faults.at_host("i.ytimg.com", endless_body())
        web.faults.at_door("m.youtube.com", Door.SILENT)
        for host in ("youtu.be", "i.ytimg.com", WWW):
            sock = straight(web, host)
            sock.sendall(request(host, "/")[: -1 if host == WWW else None])
            crowd.append(sock)
        crowd.append(socket.create_connection((LOOPBACK, web.port)))
        greeting = threading.Thread(target=_greet, args=(web, "m.youtube.com"))
        greeting.start()
        time.sleep(0.2)
        ca_file, began = web.ca_file, time.monotonic()
    assert time.monotonic() - began < 1.5
    greeting.join(5)
    for left in crowd:
        left.close()
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith(("client", "simulated"))]
    assert not ca_file.exists()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((LOOPBACK, web.port), timeout=1)
    assert [asked.host for asked in web.log] == ["youtu.be", "i.ytimg.com"]


def _greet(web: SimulatedWeb, host: str) -> None:
    with pytest.raises(OSError, match=r"EOF|reset|closed"):
        straight(web, host)


def test_a_taken_port_is_an_error_and_leaves_nothing_behind(web: SimulatedWeb) -> None:
    with pytest.raises(OSError, match="in use"), SimulatedWeb(port=web.port):
        pass
