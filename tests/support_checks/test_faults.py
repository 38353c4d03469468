"""This file is the tests that each fault of the wire does what it says."""

from __future__ import annotations

import errno
import gzip
import json
import re
import select
import socket
import ssl
import time
import zlib
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import requests

from replica import faults
from replica.client import eventually, everything, request, session, straight, tunnelled
from replica.steps import Fault
from replica.trouble import Door
from replica.web import SimulatedWeb

WWW = "www.youtube.com"
OEMBED = "/oembed?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DplaysPublic&format=json"
URL = f"https://{WWW}{OEMBED}"


@pytest.fixture
def web() -> Iterator[SimulatedWeb]:
    with SimulatedWeb() as opened:
        yield opened


@pytest.fixture
def client(web: SimulatedWeb) -> Iterator[requests.Session]:
    with session(web) as made:
        yield made


def heard(web: SimulatedWeb, fault: Fault, method: str = "GET") -> bytes:
    """All that comes over the wire, to the end."""
    web.faults.at_host(WWW, fault)
    with straight(web, WWW) as sock:
        sock.sendall(request(WWW, OEMBED, "Connection: close", method=method))
        return everything(sock)


def test_a_slow_first_byte_comes_in_the_end(web: SimulatedWeb, client: requests.Session) -> None:
    web.faults.at_host(WWW, faults.slow_first_byte(0.3))
    began = time.monotonic()
    assert client.get(URL).status_code == 200
    assert 0.3 <= time.monotonic() - began < 2
    with pytest.raises(requests.exceptions.ReadTimeout):
        client.get(URL, timeout=0.1)


def test_a_silent_server_takes_the_question_and_lets_go_when_the_client_does(web: SimulatedWeb) -> None:
    web.faults.at_host(WWW, faults.silent())
    for turn in (1, 2, 3):
        with straight(web, WWW) as sock:
            sock.sendall(request(WWW, OEMBED))
            assert eventually(lambda: web.in_flight(WWW) == 1)
            sock.settimeout(0.1)
            with pytest.raises(TimeoutError):
                sock.recv(1)
        assert eventually(lambda: web.in_flight(WWW) == 0)
        assert len(web.log) == turn
    assert web.in_flight_peak(WWW) == 1


def arrivals(sock: ssl.SSLSocket) -> list[bytes]:
    pieces = []
    while piece := sock.recv(64 * 1024):
        pieces.append(piece)
    return pieces


def test_a_dripped_head_is_the_true_one_byte_by_byte(web: SimulatedWeb) -> None:
    web.faults.at_host(WWW, faults.dripped_head(0.001))
    with straight(web, WWW) as sock:
        began = time.monotonic()
        sock.sendall(request(WWW, OEMBED, "Connection: close"))
        pieces = arrivals(sock)
    head = b"".join(pieces).partition(b"\r\n\r\n")[0]
    assert {len(piece) for piece in pieces[:-1]} == {1}
    assert len(pieces[-1]) > 700
    assert time.monotonic() - began >= 0.001 * len(head)
    assert head.startswith(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")


def test_a_dripped_body_is_the_true_one_byte_by_byte(web: SimulatedWeb) -> None:
    web.faults.at_host(WWW, faults.dripped_body(0.001))
    with straight(web, WWW) as sock:
        sock.sendall(request(WWW, OEMBED, "Connection: close"))
        head, *drops = arrivals(sock)
    assert head.endswith(b"\r\n\r\n")
    assert {len(drop) for drop in drops} == {1}
    assert json.loads(b"".join(drops))["title"] == "Message for the Day"


def test_an_endless_body_begins_as_the_true_one(web: SimulatedWeb, client: requests.Session) -> None:
    web.faults.at_host(WWW, faults.endless_body())
    with client.get(URL, stream=True) as answer:
        start = answer.raw.read(8_000_000, decode_content=True)
    assert len(start) == 8_000_000
    assert json.loads(start)["type"] == "video"
    web.faults.clear()
    assert eventually(lambda: web.in_flight(WWW) == 0)
    assert client.get(URL).status_code == 200
    assert web.in_flight_peak(WWW) == 1


@pytest.mark.parametrize("length", [0, 1, 40, 300, 700])
def test_a_cut_connection_ends_after_so_many_bytes(web: SimulatedWeb, length: int) -> None:
    assert len(heard(web, faults.cut_after(length))) == length


@pytest.mark.parametrize("length", [0, 1, 700])  # a head cut short passes for a whole one with http.client
def test_a_cut_connection_is_an_error_to_requests(web: SimulatedWeb, client: requests.Session, length: int) -> None:
    web.faults.at_host(WWW, faults.cut_after(length))
    with pytest.raises((requests.exceptions.ConnectionError, requests.exceptions.ChunkedEncodingError)):
        client.get(URL)


def test_a_cut_is_no_polite_end(web: SimulatedWeb) -> None:
    web.faults.at_host(WWW, faults.cut_after(10))
    web.faults.at_host("youtu.be", faults.closed_unanswered())
    trust = ssl.create_default_context(cafile=web.ca_file)
    trust.options &= ~getattr(ssl, "OP_IGNORE_UNEXPECTED_EOF", 0)
    ends = []
    for host in (WWW, "youtu.be"):
        with (
            socket.create_connection(("127.0.0.1", web.port), timeout=5) as plain,
            trust.wrap_socket(plain, server_hostname=host, suppress_ragged_eofs=False) as sock,
        ):
            sock.sendall(request(host, "/"))
            try:
                while sock.recv(100):
                    pass
                ends.append("polite")
            except ssl.SSLError:  # SSLEOFError from Python 3.11.4 on
                ends.append("cut")
    assert ends == ["cut", "polite"]


@pytest.mark.parametrize(("reset", "trouble"), [(True, errno.ECONNRESET), (False, 0)])
def test_a_reset_is_a_reset(web: SimulatedWeb, *, reset: bool, trouble: int) -> None:
    web.faults.at_host(WWW, faults.cut_after(0, reset=reset))
    with straight(web, WWW) as sock:
        sock.sendall(request(WWW, OEMBED))
        # Asked of the socket itself: Python's TLS reports a reset as a mere end.
        ended = select.poll()
        ended.register(sock, select.POLLRDHUP)
        assert ended.poll(5_000)
        assert sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == trouble


def test_a_connection_may_be_closed_unanswered(web: SimulatedWeb, client: requests.Session) -> None:
    assert heard(web, faults.closed_unanswered()) == b""
    with pytest.raises(requests.exceptions.ConnectionError, match="without response"):
        client.get(URL)


def test_more_is_promised_than_sent(web: SimulatedWeb, client: requests.Session) -> None:
    head, _, body = heard(web, faults.promised_more(5)).partition(b"\r\n\r\n")
    (length,) = re.findall(rb"Content-Length: (\d+)", head)
    assert int(length) == len(body) + 5
    with pytest.raises(requests.exceptions.ChunkedEncodingError, match="5 more expected"):
        client.get(URL)


def test_garbage_is_no_http(web: SimulatedWeb, client: requests.Session) -> None:
    assert len(heard(web, faults.garbage())) == 4_100
    with pytest.raises(requests.exceptions.ConnectionError, match="BadStatusLine"):
        client.get(URL)


def test_a_megabyte_of_headers_in_many_or_in_one(web: SimulatedWeb, client: requests.Session) -> None:
    for fault, lines, complaint in (
        (faults.many_headers(), 1_010, "more than 100 headers"),
        (faults.long_header(), 11, "got more than 65536 bytes"),
    ):
        head, _, body = heard(web, fault).partition(b"\r\n\r\n")
        assert 1_000_000 < len(head) < 1_010_000
        assert head.count(b"\r\n") == lines
        assert json.loads(body)["type"] == "video"
        with pytest.raises(requests.exceptions.ConnectionError, match=complaint):
            client.get(URL)


def test_an_honest_gzip_is_the_true_body(web: SimulatedWeb, client: requests.Session) -> None:
    head, _, body = heard(web, faults.gzipped()).partition(b"\r\n\r\n")
    assert b"Content-Encoding: gzip" in head
    assert len(body) < 500
    assert json.loads(gzip.decompress(body))["type"] == "video"
    assert client.get(URL).json()["title"] == "Message for the Day"


def test_a_gzip_bomb_is_valid_and_a_thousandth_on_the_wire(web: SimulatedWeb, client: requests.Session) -> None:
    size = 8 * 1024 * 1024
    head, _, body = heard(web, faults.gzip_bomb(size)).partition(b"\r\n\r\n")
    assert f"Content-Length: {len(body)}".encode() in head
    assert len(body) < size / 900
    assert gzip.decompress(body) == bytes(size)
    assert client.get(URL).content == bytes(size)


def test_the_great_gzip_bomb_costs_nothing_until_it_is_read(web: SimulatedWeb, client: requests.Session) -> None:
    web.faults.at_host(WWW, faults.gzip_bomb())
    began = time.monotonic()
    with client.get(URL, stream=True) as answer:
        assert 10_000_000 < int(answer.headers["content-length"]) < 12_000_000
        start = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(answer.raw.read(20_000), 3_000_000)
    assert start == bytes(3_000_000)
    assert time.monotonic() - began < 4


@pytest.mark.parametrize("fault", [faults.gzip_bomb(), faults.endless_body(), faults.gzipped(), faults.dripped_body(0)])
def test_faults_of_the_body_spare_head(web: SimulatedWeb, fault: Fault) -> None:
    assert heard(web, fault, "HEAD").partition(b"\r\n\r\n")[2] == b""


def test_a_redirect_loop_never_ends(web: SimulatedWeb, client: requests.Session) -> None:
    web.faults.at_host(WWW, faults.redirect_loop())
    with pytest.raises(requests.exceptions.TooManyRedirects):
        client.get(URL)
    assert {asked.target for asked in web.log} == {OEMBED}
    assert len(web.log) == 31


def test_a_redirect_maze_never_shows_the_same_place_twice(web: SimulatedWeb, client: requests.Session) -> None:
    web.faults.at_host(WWW, faults.redirect_maze())
    with pytest.raises(requests.exceptions.TooManyRedirects):
        client.get(URL)
    assert [asked.target for asked in web.log[:3]] == [OEMBED, f"{OEMBED}&hop=1", f"{OEMBED}&hop=2"]
    assert len({asked.target for asked in web.log}) == 31


def test_a_redirect_leads_out_of_tls(web: SimulatedWeb, client: requests.Session) -> None:
    web.faults.at_host(WWW, faults.redirect_to_plain_http())
    assert client.get(URL, allow_redirects=False).headers["location"] == f"http://{WWW}{OEMBED}"
    assert client.get(URL).status_code == 502
    assert web.refused == (f"GET http://{WWW}{OEMBED}",)


def test_redirects_lead_into_private_networks(web: SimulatedWeb, client: requests.Session) -> None:
    places = faults.private_places(web.port)
    for place in places:
        web.faults.at_host(WWW, faults.redirected(place, 307))
        answer = client.get(URL, allow_redirects=False)
        assert (answer.status_code, answer.headers["location"], answer.content) == (307, place, b"")
    hosts = {urlsplit(place).hostname for place in places}
    assert hosts >= {"127.0.0.1", "10.0.0.1", "169.254.169.254", "::1"}


@pytest.mark.parametrize("reach", ["straight", "tunnelled"])
@pytest.mark.parametrize(
    ("door", "complaint"),
    [
        (Door.WRONG_NAME, "Hostname mismatch"),
        (Door.EXPIRED, "certificate has expired"),
        (Door.UNKNOWN_AUTHORITY, "unable to get local issuer|self.signed|certificate signature failure"),
        (Door.PLAIN_HTTP, "WRONG_VERSION_NUMBER|wrong version number"),
        (Door.CLOSED, "EOF|unexpected eof"),
    ],
)
def test_a_bad_door_lets_nobody_in(web: SimulatedWeb, reach: str, door: Door, complaint: str) -> None:
    dial = {"straight": straight, "tunnelled": tunnelled}[reach]
    web.faults.at_door(WWW, door)
    with pytest.raises(ssl.SSLError, match=complaint):
        dial(web, WWW)
    dial(web, "youtu.be").close()
    assert web.log == ()
    web.faults.clear()
    dial(web, WWW).close()


def test_a_silent_door_keeps_the_client_waiting(web: SimulatedWeb, client: requests.Session) -> None:
    web.faults.at_door(WWW, Door.SILENT)
    with pytest.raises((requests.exceptions.Timeout, requests.exceptions.ConnectionError), match="timed out"):
        client.get(URL, timeout=0.2)
    assert web.log == ()


def test_a_fault_may_concern_one_video_on_every_host(web: SimulatedWeb, client: requests.Session) -> None:
    web.faults.at_video("playsPublic", faults.redirected("https://youtu.be/"))
    web.faults.at_host(WWW, faults.redirected("https://m.youtube.com/"))
    picture = "https://i.ytimg.com/vi/{}/0.jpg"
    found = [
        client.get(url, allow_redirects=False).headers.get("location")
        for url in (URL, picture.format("playsPublic"), picture.format("unlisted--0"), URL.replace("plays", "other"))
    ]
    assert found == ["https://youtu.be/", "https://youtu.be/", None, "https://m.youtube.com/"]


def test_a_fault_may_pass_after_some_times(web: SimulatedWeb, client: requests.Session) -> None:
    web.faults.at_video("playsPublic", faults.redirected("https://youtu.be/"), times=2)
    web.faults.at_host(WWW, faults.redirected("https://m.youtube.com/"), times=1)
    assert [client.get(URL, allow_redirects=False).status_code for _ in range(4)] == [302, 302, 302, 200]
