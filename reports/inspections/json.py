"""This file is what an inspection found, as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict

from catalogue.review import Level
from reports.inspected import Inspected, caveats
from reports.inspections._contract import InspectionFormat


class Json:
    """For programs. Text is escaped as ASCII, so that no terminal obeys a title."""

    name = "json"

    def render(self, found: Inspected) -> str:
        """One object with the page, what it holds, counts by level, what limited it, and `findings` in its order."""
        value = {
            "source": found.source,
            "language": found.language,
            "videos": found.videos,
            "ours": found.ours,
            "unjudged": found.unjudged,
            "counts": {level: found.count(level) for level in Level},
            "remarks": caveats(found),
            "findings": [asdict(remark) for remark in found.remarks],
        }
        return json.dumps(value, indent=1) + "\n"


INSPECTION: InspectionFormat = Json()
