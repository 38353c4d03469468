"""This file is the settings in the words of the checker: how it asks, what it may know of us, when it looks again."""

from __future__ import annotations

from datetime import timedelta

from checker.agenda import Pace
from checker.lanes import Manner, Manners
from checker.providers import Given
from hexaglot.settings import Settings


def manners_of(settings: Settings) -> Manners:
    """The lanes' manners: the usual one, and those of single hosts."""
    usual = Manner(settings.network.rate, settings.network.concurrency)
    hosts = {
        name.lower(): Manner(host.rate or usual.rate, host.concurrency or usual.concurrency)
        for name, host in settings.network.hosts.items()
    }
    return Manners(usual, hosts)


def given_of(settings: Settings) -> Given:
    """What the sites' conversations may know of us; of keys only the names."""
    return Given(settings.site or None, settings.target_countries, frozenset(settings.keys))


def pace_of(settings: Settings) -> Pace:
    """The agenda's pace."""
    schedule = settings.schedule
    return Pace(
        timedelta(hours=schedule.usual_hours),
        timedelta(minutes=schedule.doubtful_minutes),
        timedelta(minutes=schedule.unsure_minutes),
    )
