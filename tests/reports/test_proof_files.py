"""The files that sites take from us say nothing of sides: the code's own direction decides."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import reports

SIDES = re.compile(r"(?<![\w-])(?:left|right|direction|float|[\w-]+-(?:left|right))(?![\w-])")


@pytest.mark.proof(43)
@pytest.mark.parametrize("name", ["vm.css", "vm.js", "vm-player.js"])
def test_nothing_that_we_ship_says_left_or_right_or_a_direction(name: str) -> None:
    text = Path(reports.__path__[0], "static", name).read_text("utf-8")
    assert SIDES.findall(re.sub(r"/\*.*?\*/|//.*", "", text, flags=re.DOTALL if name.endswith("css") else 0)) == []


@pytest.mark.parametrize("rule", ["margin-left: 0", "right: 1px", "text-align: left", "direction: rtl", "float: left"])
def test_a_side_is_found_where_one_stands(rule: str) -> None:
    assert SIDES.findall(f"a {{ {rule} }}") != []
