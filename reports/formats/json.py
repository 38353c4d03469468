"""This file is what a check found, as JSON (CONTRACT, `check --format json`)."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from catalogue.review import Finding
from reports.checked import Checked, Result
from reports.findings import in_english
from reports.formats._contract import CheckFormat


class Json:
    """For programs. Times are ISO 8601 in UTC; text is escaped as ASCII, so that no terminal obeys a title."""

    name = "json"

    def render(self, checked: Checked) -> str:
        """One object with `sweep` and `results`."""
        value = {"sweep": _sweep(checked), "results": [_result(result) for result in checked.results]}
        return json.dumps(value, indent=1) + "\n"


def _sweep(checked: Checked) -> dict[str, Any]:
    sweep = checked.sweep
    return {
        "id": sweep.id,
        "started": _time(sweep.started),
        "finished": _time(sweep.finished),
        "links": sweep.links,
        "requests": sweep.requests,
        "bytes": sweep.bytes,
        "complete": sweep.complete,
        "instrument": sweep.instrument,
        "controls": [
            {"provider": one.provider, "expected": one.expected, "found": one.found, "url": one.url, "right": one.right}
            for one in sweep.controls
        ],
        "waves": [asdict(one) for one in sweep.waves],
        "remarks": list(checked.remarks),
    }


def _result(result: Result) -> dict[str, Any]:
    verdict = result.verdict
    return {
        "message": result.message,
        "language": result.language,
        "url": result.url,
        "provider": result.provider,
        "video_id": result.video_id,
        "state": verdict.state,
        "detail": verdict.detail,
        "reason": verdict.reason,
        "watchable": verdict.watchable,
        "embeddable": verdict.embeddable,
        "title": verdict.title,
        "author": verdict.author,
        "suggestion": verdict.suggestion,
        "checked_at": _time(result.checked_at),
        "confirmed": result.confirmed,
        "evidence": [asdict(piece) for piece in verdict.evidence],
        "findings": [_finding(finding) for finding in result.findings],
    }


def _finding(finding: Finding) -> dict[str, str]:
    return {"rule": finding.rule, "level": finding.level, "text": in_english(finding), "remedy": finding.remedy}


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


FORMAT: CheckFormat = Json()
