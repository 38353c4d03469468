"""This file is the tests of requests read from bytes, and of the journal's judgement of their pace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replica.exchange import Reply, Request, UnreadableError
from replica.journal import Asked, Journal, too_soon
from replica.tunnel import Wish


def test_a_head_is_read_with_lower_case_names_in_order() -> None:
    head = b"GET /a%20b?x=1&y=%C3%A9&x=2 HTTP/1.1\r\nHost: h\r\nX-Two:  b \r\nx-two: c\r\n"
    request = Request.parse(head, "h.example")
    assert request.headers == (("host", "h"), ("x-two", "b"), ("x-two", "c"))
    assert (request.path, request.field("x"), request.field("y"), request.field("z")) == ("/a b", "1", "é", None)
    assert request.header("x-two") == "b"
    assert request.url == "https://h.example/a%20b?x=1&y=%C3%A9&x=2"


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"GET\r\n",
        b"GET /\r\n",
        b"GET / HTTP/2\r\n",
        b"GET  / HTTP/1.1\r\n",
        b"GET x HTTP/1.1\r\n",
        b"GET //[ HTTP/1.1\r\n",
        b"GET /\xff HTTP/1.1\r\n",
        b"GET / HTTP/1.1\r\nno colon\r\n",
        b"GET / HTTP/1.1\r\n: no name\r\n",
        b"GET / HTTP/1.1\r\nHost : space\r\n",
        b"GET / HTTP/1.1\r\nA: b\r\n folded\r\n",
    ],
)
def test_what_is_no_request_is_refused(head: bytes) -> None:
    with pytest.raises(UnreadableError) as refused:
        Request.parse(head, "h")
    assert refused.value.status == 400


@given(st.binary(max_size=80), st.binary(max_size=80))
def test_any_bytes_are_a_request_or_refused(line: bytes, block: bytes) -> None:
    for head in (line, b"GET / HTTP/1.1\r\n" + block, b"GET /" + line + b" HTTP/1.1\r\n" + block):
        try:
            request = Request.parse(head, "h")
        except UnreadableError:
            continue
        assert request.target in head.decode("latin-1")


@pytest.mark.parametrize(
    ("version", "wish", "last"),
    [
        ("HTTP/1.1", "", False),
        ("HTTP/1.1", "Connection: keep-alive\r\n", False),
        ("HTTP/1.1", "Connection: Close\r\n", True),
        ("HTTP/1.0", "", True),
        ("HTTP/1.0", "Connection: keep-alive\r\n", False),
    ],
)
def test_the_client_says_which_request_is_its_last(version: str, wish: str, *, last: bool) -> None:
    assert Request.parse(f"GET / {version}\r\n{wish}".encode(), "h").last is last


def test_a_reply_to_head_tells_the_length_of_what_it_leaves_out() -> None:
    request = Request("h", "HEAD", "/", (("connection", "close"),))
    reply = Reply.text(404, "é!", "text/plain")
    lines = reply.head(request).decode().split("\r\n")
    assert lines[0] == "HTTP/1.1 404 Not Found"
    assert lines[1] == "Content-Type: text/plain"
    assert lines[-4:] == ["Content-Length: 3", "Connection: close", "", ""]
    assert reply.payload(request) == b""
    assert reply.payload(Request("h", "GET", "/", ())) == b"\xc3\xa9!"
    assert Reply(299).head(request).startswith(b"HTTP/1.1 299 Unknown\r\n")


@pytest.mark.parametrize(
    ("line", "granted"),
    [
        ("CONNECT known.example:443 HTTP/1.1", True),
        ("CONNECT KNOWN.example:443 HTTP/1.1", True),
        ("CONNECT known.example:80 HTTP/1.1", False),
        ("CONNECT known.example HTTP/1.1", False),
        ("CONNECT unknown.example:443 HTTP/1.1", False),
        ("CONNECT 127.0.0.1:443 HTTP/1.1", False),
        ("CONNECT [::1]:443 HTTP/1.1", False),
        ("GET known.example:443 HTTP/1.1", False),
        ("CONNECT", False),
        ("", False),
    ],
)
def test_only_tunnels_to_known_hosts_are_dug(line: str, *, granted: bool) -> None:
    assert Wish.parse(f"{line}\r\nHost: x\r\n".encode()).granted({"known.example"}) is granted


def asked_at(*times: float, host: str = "h") -> list[Asked]:
    return [Asked(at, host, "GET", "/", (), 1) for at in times]


@pytest.mark.parametrize(
    ("times", "rate", "burst", "early"),
    [
        ((), 2.0, 1, ()),
        ((0.0, 0.5, 1.0, 1.5), 2.0, 1, ()),
        ((0.0, 0.49, 1.0), 2.0, 1, ()),  # jitter is forgiven
        ((0.0, 0.3, 1.0), 2.0, 1, (0.3,)),
        ((1.0, 0.0, 0.3), 2.0, 1, (0.3,)),  # whatever the order
        ((0.0, 0.0, 0.0), 2.0, 2, (0.0,)),
        ((0.0, 0.0, 0.5, 1.0), 2.0, 2, ()),
        ((0.0, 0.0, 0.5, 0.5), 2.0, 2, (0.5,)),
        ((10.0, 10.0, 20.0, 20.0), 0.1, 2, (20.0,)),
        ((0.0, 0.485, 0.97, 1.455), 2.0, 1, (0.97, 1.455)),  # a little too fast for long is not
    ],
)
def test_a_broken_promise_of_pace_is_seen(
    times: tuple[float, ...], rate: float, burst: int, early: tuple[float, ...]
) -> None:
    noise = asked_at(*times, *times, host="another")
    found = too_soon(asked_at(*times) + noise, "h", rate=rate, burst=burst)
    assert tuple(one.at for one in found) == early


def test_the_journal_counts_who_is_being_answered() -> None:
    journal = Journal()
    one, other = Request("one", "GET", "/", ()), Request("other", "GET", "/", ())
    for step in (one, one, other):
        journal.arrive(step, 7)
    journal.leave("one")
    journal.arrive(one, 8)
    assert (journal.peak("one"), journal.peak("other"), journal.peak("none")) == (2, 1, 0)
    assert journal.counts() == {"one": 3, "other": 1}
    assert [asked.connection for asked in journal.asked] == [7, 7, 7, 8]
