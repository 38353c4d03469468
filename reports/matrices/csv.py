"""This file is coverage as CSV, for spreadsheets (RFC 4180, with LF line ends)."""

from __future__ import annotations

import csv
from io import StringIO

from reports.coverage import Coverage, percent
from reports.matrices._contract import MatrixFormat


class Csv:
    """A line for each message, a column for each language, then how complete it is and how much of it plays."""

    name = "csv"

    def render(self, coverage: Coverage) -> str:
        """The matrix; the last two lines are the sums of the columns."""
        text = StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(("message", *map(str, coverage.languages), "complete", "available"))
        for line in coverage.lines:
            tally = line.tally
            writer.writerow((line.message.slug, *line.cells, percent(tally.complete), percent(tally.available)))
        tallies = [*map(coverage.tally_of, coverage.languages), coverage.tally]
        writer.writerow(("complete", *(percent(tally.complete) for tally in tallies), ""))
        writer.writerow(
            ("available", *(percent(tally.available) for tally in tallies[:-1]), "", percent(tallies[-1].available))
        )
        return text.getvalue()


FORMAT: MatrixFormat = Csv()
