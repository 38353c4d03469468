"""This file is what Drupal keeps of code in a field of the text format Full HTML: all of it."""

from __future__ import annotations

from datetime import date

from checker.verdict import sentence
from reports.filters._contract import Filter


class DrupalFull:
    """No limit of tags; what is well formed stays as it is."""

    name = "drupal-full"
    label = sentence("Drupal, text format Full HTML")
    source = "Drupal core 11.2, core/recipes/full_html_format_editor/config/filter.format.full_html.yml"
    as_of = date(2025, 6, 19)
    advice = sentence(
        "Paste it with the Source button of the editor; only administrators have this text format at first."
    )
    best = ("iframe", "details", "switcher", "drupal", "links")

    def keep(self, code: str) -> str:
        """The code as it is."""
        return code


FILTER: Filter = DrupalFull()
