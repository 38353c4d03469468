"""This file is what WordPress keeps of an administrator's code: all of it."""

from __future__ import annotations

from datetime import date

from checker.verdict import sentence
from reports.filters._contract import Filter


class WordPressAdmin:
    """No filter: `kses_init` sets none for those who may post unfiltered HTML."""

    name = "wordpress-admin"
    label = sentence("WordPress, for administrators and editors")
    source = "WordPress 7.0, wp-includes/kses.php (kses_init, unfiltered_html)"
    as_of = date(2026, 5, 20)
    advice = sentence(
        "Use a Custom HTML block; in a network of sites only its super administrators may do so, and when an author "
        "saves the post again, it is filtered."
    )
    best = ("wordpress-html", "wordpress", "iframe", "links")

    def keep(self, code: str) -> str:
        """The code as it is."""
        return code


FILTER: Filter = WordPressAdmin()
