"""This file is what keeps a spreadsheet from taking a text of others for a formula."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"[=+@\t\r]|-(?![\w-]*\Z)", re.ASCII)
"""What a spreadsheet calculates (OWASP, CSV injection). A minus alone before letters and digits calls nothing: so begin
many video ids, and they should stay what they are."""


def harmless(cell: str) -> str:
    """The text, with an apostrophe before it where it could be a formula; quotes around a cell do not help."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
