"""This file is the tests of the simulated web in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
import requests

import replica.web
from replica.films import Film, State
from replica.web import SimulatedWeb

OEMBED = "https://www.youtube.com/oembed"


def ask(environment: dict[str, str], video: str) -> int:
    with requests.Session() as client:
        client.trust_env = False
        client.proxies = {"https": environment["HTTPS_PROXY"]}
        client.verify = environment["REQUESTS_CA_BUNDLE"]
        return client.get(OEMBED, params={"url": f"https://www.youtube.com/watch?v={video}"}, timeout=10).status_code


def test_a_spawned_web_has_our_films_our_latency_and_an_account_at_the_end() -> None:
    with SimulatedWeb.spawn({"private---0": Film(State.PRIVATE)}, latency=0.15) as web:
        began = time.monotonic()
        assert ask(web.environment(), "private---0") == 403
        assert time.monotonic() - began >= 0.15
        assert ask(web.environment(), "playsPublic") == 404
        assert web.environment()["HTTPS_PROXY"] == f"http://127.0.0.1:{web.port}"
        assert web.ca_file.read_bytes().startswith(b"-----BEGIN CERTIFICATE-----")
    assert not web.ca_file.exists()
    assert (web.counts, web.peaks) == ({"www.youtube.com": 2}, {"www.youtube.com": 1})


def test_a_spawned_web_ends_when_its_user_fails() -> None:
    with pytest.raises(ZeroDivisionError), SimulatedWeb.spawn() as web:
        raise ZeroDivisionError
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", web.port), timeout=5)


def test_a_web_that_cannot_start_says_so() -> None:
    with (
        pytest.raises(RuntimeError, match="ended before it was ready"),
        SimulatedWeb.spawn({"aaaaaaaaaaa": Film(State.PUBLIC)}),
    ):
        pass


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_by_hand_it_prints_what_a_shell_can_evaluate(end: signal.Signals) -> None:
    tests = str(Path(replica.web.__file__).parents[1])
    with subprocess.Popen(
        [sys.executable, "-m", "replica", "--port", "0"],
        env={**os.environ, "PYTHONPATH": tests},
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        lines: list[str] = []
        while not lines or not lines[-1].startswith("# ready"):
            lines.append(child.stdout.readline())
            assert lines[-1], lines
        shell = subprocess.run(
            ["/bin/sh", "-c", 'eval "$(cat)"; echo "$HTTPS_PROXY" "$NO_PROXY" "$REPLICA_PORT"; cat "$SSL_CERT_FILE"'],
            input="".join(lines),
            capture_output=True,
            check=True,
            text=True,
        )
        child.send_signal(end)
        rest, _ = child.communicate(timeout=10)
    proxy, port = shell.stdout.split("\n")[0].split()
    assert proxy == f"http://127.0.0.1:{port}"
    assert "BEGIN CERTIFICATE" in shell.stdout
    assert json.loads(rest) == {"requests": {}, "peaks": {}}
    assert child.returncode == 0
