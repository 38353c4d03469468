"""This file is the heartbeat: APScheduler, which beats and knows nothing else."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from apscheduler.events import EVENT_JOB_ERROR, JobExecutionEvent
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger


def beat_for_ever(beat: Callable[[], None], *, every: timedelta, stop: threading.Event) -> None:
    """Call `beat` now and again and again, never twice at a time, until `stop` is set; then let it end and return.

    What is due is not kept here but in the ledger, so a beat that was missed needs no catching up. An error that
    `beat` raises ends the heart and is raised here.
    """
    # It would warn at every beat that falls into a long sweep.
    logging.getLogger("apscheduler").setLevel(logging.CRITICAL)
    faults: list[BaseException] = []

    def failed(event: JobExecutionEvent) -> None:
        faults.append(event.exception)
        stop.set()

    heart = BackgroundScheduler(
        timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    )
    heart.add_listener(failed, EVENT_JOB_ERROR)
    heart.add_job(beat, IntervalTrigger(seconds=every.total_seconds(), timezone=UTC), next_run_time=datetime.now(UTC))
    heart.start()
    try:
        stop.wait()
    finally:
        stop.set()
        heart.shutdown(wait=True)
    if faults:
        raise faults[0]
