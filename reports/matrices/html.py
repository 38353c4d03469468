"""This file is coverage as a page of its own, for people who get it by mail or put it somewhere."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment
from markupsafe import Markup

from reports.coverage import Cell, Coverage, percent
from reports.matrices._contract import MatrixFormat
from reports.templating import templates

WORDS = {
    Cell.MISSING: "missing",
    Cell.UNCHECKED: "not checked",
    Cell.AVAILABLE: "plays",
    Cell.RESTRICTED: "restricted",
    Cell.BROKEN: "broken",
}


class Html:
    """A whole document in English, its style within it: nothing else needs to be beside it."""

    name = "html"

    def render(self, coverage: Coverage) -> str:
        """The matrix as a table with headings in both directions."""
        style = (files("reports") / "static" / "site.css").read_text("utf-8")
        ours = Markup(style)  # noqa: S704 - our own file, and CSS that was escaped is none
        return _environment().get_template("coverage.html").render(coverage=coverage, style=ours)


@cache
def _environment() -> Environment:
    environment = templates()
    environment.globals |= {"Cell": Cell, "percent": percent, "WORDS": WORDS}
    return environment


FORMAT: MatrixFormat = Html()
