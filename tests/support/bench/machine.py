"""This file is the machine in words, for the head of the tables."""

from __future__ import annotations

import os
import platform
from pathlib import Path


def machine() -> str:
    """For example `2 cores, 24 GiB, Debian GNU/Linux 12 (bookworm), Python 3.11.7, load 0.2`."""
    cores = len(os.sched_getaffinity(0))
    gibibytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = platform.freedesktop_os_release()["PRETTY_NAME"] if Path("/etc/os-release").exists() else platform.system()
    busy = os.getloadavg()[0]
    return f"{cores} cores, {gibibytes:.0f} GiB, {system}, Python {platform.python_version()}, load {busy:.1f}"
