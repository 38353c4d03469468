"""An address with an id that no video can have makes no snippet, and it is said why."""

from __future__ import annotations

import pytest

from catalogue import Language
from checker import Opinion
from reports.homes import Home, Wish


@pytest.mark.proof(33)
@pytest.mark.parametrize(
    "url",
    [
        "https://youtu.be/../etc",
        "https://www.youtube.com/watch?v=wwHOsWsInD0X",
        "https://www.youtube.com/watch?v=wwHOs%0AWsInD0",
        'https://www.youtube.com/watch?v="onload="x',
        "https://www.youtube.com/watch?v=",
        "https://youtu.be/",
    ],
)
def test_a_bad_id_is_refused_with_a_reason(url: str) -> None:
    home = Home.of(url, Language("en"), Opinion(), Wish())
    assert home.flaw is not None
    assert home.flaw.reason.endswith(".")
    assert not home.plays
    assert not home.links
