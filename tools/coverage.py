"""This file is the measure of the tests: every branch of the core is taken by some test.

Usage: python tools/coverage.py, after pytest with --cov. Which files are core stands in setup.cfg.
"""

from __future__ import annotations

import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path


def core_files() -> list[str]:
    """The files of the modules that setup.cfg lists as core."""
    config = ConfigParser()
    config.read("setup.cfg", "utf-8")
    modules = config["importlinter:contract:core"]["source_modules"].split()
    paths = [Path(*name.split(".")) for name in modules]
    return [str(path / "__init__.py") if path.is_dir() else f"{path}.py" for path in paths]


if __name__ == "__main__":
    wanted = ["--include=" + ",".join(core_files()), "--fail-under=100", "--precision=1"]
    sys.exit(subprocess.run([sys.executable, "-m", "coverage", "report", *wanted], check=False).returncode)  # noqa: S603 - our own words
