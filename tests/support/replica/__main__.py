"""This file is the simulated web run by hand: `PYTHONPATH=tests/support python -m replica --port 0`.

It prints the environment to set, in a form that a shell can evaluate, and runs until Ctrl-C or SIGTERM; then it prints
one line of JSON: how many requests each host received, and how many at once.
"""

from __future__ import annotations

import argparse
import json
import shlex
import signal
import sys
from pathlib import Path

from replica import films as reels
from replica.process import READY
from replica.web import SimulatedWeb
from replica.youtube import YouTube


def main() -> None:
    """Run the simulated web until a signal ends it."""
    asked = argparse.ArgumentParser(prog="python -m replica", description="YouTube, simulated on a loopback port.")
    asked.add_argument("--port", type=int, default=0, help="0 takes a free one")
    asked.add_argument("--latency-ms", type=float, default=0.0, help="how long every answer takes, in milliseconds")
    asked.add_argument("--films", type=Path, help="a JSON file of films by id (replica/films.py); else the samples")
    wanted = asked.parse_args()
    site = YouTube(reels.read(wanted.films.read_text("utf-8"))) if wanted.films else YouTube()

    ends = {signal.SIGTERM, signal.SIGINT}
    signal.pthread_sigmask(signal.SIG_BLOCK, ends)
    with SimulatedWeb(site, port=wanted.port, latency=wanted.latency_ms / 1000) as web:
        for name, value in {"REPLICA_PORT": str(web.port), **web.environment()}.items():
            sys.stdout.write(f"export {name}={shlex.quote(value)}\n")
        sys.stdout.write(f"{READY}: port {web.port}, certificate authority {web.ca_file}, ends with Ctrl-C\n")
        sys.stdout.flush()
        signal.sigwait(ends)
    peaks = {host: web.in_flight_peak(host) for host in web.counts()}
    sys.stdout.write(json.dumps({"requests": web.counts(), "peaks": peaks}) + "\n")


if __name__ == "__main__":
    main()
