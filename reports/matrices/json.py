"""This file is coverage as JSON, for programs."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from reports.coverage import Cell, Coverage, Tally
from reports.matrices._contract import MatrixFormat

_PLACES = 10_000


class Json:
    """One object: `languages`, `messages` with a cell for each language, `by_language`, `total`; parts are 0 to 1."""

    name = "json"

    def render(self, coverage: Coverage) -> str:
        """The matrix and its sums."""
        tags = [str(language) for language in coverage.languages]
        value = {
            "languages": tags,
            "messages": [
                {"message": line.message.slug, "cells": dict(zip(tags, line.cells, strict=True))} | _sums(line.tally)
                for line in coverage.lines
            ],
            "by_language": {str(one): _sums(coverage.tally_of(one)) for one in coverage.languages},
            "total": _sums(coverage.tally),
        }
        return json.dumps(value, indent=1) + "\n"


def _sums(tally: Tally) -> dict[str, Any]:
    return {
        "counts": {str(cell): tally.count(cell) for cell in Cell},
        "complete": _rounded_down(tally.complete),
        "available": _rounded_down(tally.available),
    }


def _rounded_down(part: Fraction) -> float:
    """To four places, so that 1 stands only for all."""
    return part.numerator * _PLACES // part.denominator / _PLACES


FORMAT: MatrixFormat = Json()
