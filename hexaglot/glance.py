"""This file is what `report` says when it has written a site."""

from __future__ import annotations

from pathlib import Path

from reports.availability import Availability, Standing


def site_sentence(front: Path, state: Availability) -> str:
    """What the site says in a glance, and where to look."""
    counts = ", ".join(f"{state.count(one)} {one}" for one in Standing if state.count(one))
    return f"{len(state.rows)} places for a video: {counts or 'none'}.\nThe report is in {front}\n"
