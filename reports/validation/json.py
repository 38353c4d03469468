"""This file is what a validation found, as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict

from catalogue.review import Level
from reports.validated import Validated
from reports.validation._contract import ValidationFormat


class Json:
    """For programs. Text is escaped as ASCII, so that no terminal obeys a title."""

    name = "json"

    def render(self, validated: Validated) -> str:
        """One object with the file, what it holds, counts by level, and `findings` in file order."""
        value = {
            "file": validated.file,
            "readable": validated.readable,
            "messages": validated.messages,
            "links": validated.links,
            "counts": {level: validated.count(level) for level in Level},
            "findings": [{"file": validated.file, **asdict(remark)} for remark in validated.remarks],
        }
        return json.dumps(value, indent=1) + "\n"


VALIDATION: ValidationFormat = Json()
