"""This file is the schedule as a process: its signals, its heartbeat, its end."""

from __future__ import annotations

import signal
import threading
from dataclasses import replace
from datetime import timedelta

from checker.schedule import beat_for_ever
from hexaglot.desk import Desk
from hexaglot.exits import INTERRUPTED, OK, expected
from hexaglot.runner import Runner
from hexaglot.version import VERSION


def run_schedule(desk: Desk) -> int:
    """Run until SIGTERM or Ctrl-C; returns the exit code. What a person must mend is said, and tried again."""
    stop = threading.Event()
    caught: list[int] = []

    def end(number: int, _frame: object) -> None:
        caught.append(number)
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, end)
    ledger = desk.ledger()
    with desk.instruments(ledger) as parts:
        runner = Runner(
            settings=desk.settings,
            instruments=replace(parts, stop=stop),
            ledger=ledger,
            version=VERSION,
            say=desk.say,
        )

        trouble = ""

        def beat() -> None:
            nonlocal trouble
            try:
                runner.beat()
            except expected() as error:
                # The same trouble is met again at every beat until somebody mends it; once is enough to say so.
                if str(error) != trouble:
                    desk.say(f"hexaglot: {error}")
                trouble = str(error)
            else:
                trouble = ""

        every = timedelta(seconds=desk.settings.schedule.heartbeat_seconds)
        desk.say(f"hexaglot {VERSION}: the schedule runs for {desk.settings.catalogue}; site in {desk.settings.output}")
        try:
            beat_for_ever(beat, every=every, stop=stop)
        finally:
            runner.leave()
    desk.say("hexaglot: the schedule has ended; what is due is remembered")
    return INTERRUPTED if signal.SIGINT in caught else OK
