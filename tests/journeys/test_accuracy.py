"""This file checks the whole labelled population in one go, and holds every verdict against the truth."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from journeys_office import Office, clean_environment
from replica.labelled import Labelled
from replica.population import population, settings
from replica.web import SimulatedWeb
from replica.youtube_data import KEY


@pytest.mark.parametrize("key", ["", KEY], ids=["without a key", "with a key"])
def test_every_verdict_on_the_labelled_population_is_right(tmp_path: Path, key: str) -> None:
    links, sites = population()
    (tmp_path / "hexaglot.toml").write_text(settings(links), "utf-8")
    with SimulatedWeb(*sites) as web:
        more = {"HEXAGLOT_NETWORK__RATE": "10000", "HEXAGLOT_YOUTUBE_KEY": key}
        office = Office(tmp_path, clean_environment() | web.environment() | more)
        done = office.run("check", "--format", "json", *(link.url for link in links))
        assert web.refused == ()
    assert done.returncode == 1, done.stderr.decode()
    answer = json.loads(done.stdout)
    assert answer["sweep"]["instrument"] == "trusted"
    told = {result["url"]: result for result in answer["results"]}
    assert len(told) == len(links)
    keyed = bool(key)
    wrong = [row(link, told[link.url], key=keyed) for link in links if not right(link, told[link.url], key=keyed)]
    assert not wrong, "\n".join([f"{len(wrong)} of {len(links)} verdicts are wrong:", *wrong])


def right(link: Labelled, result: dict[str, str | None], *, key: bool) -> bool:
    """Is this verdict a right one, and about this site? An address that names no video belongs to none."""
    sites = {link.provider, None} if link.state in {"invalid", "unknown"} else {link.provider}
    return result["provider"] in sites and link.allows(str(result["state"]), result["detail"], key=key)


def row(link: Labelled, result: dict[str, str | None], *, key: bool) -> str:
    """One line of the table of what went wrong."""
    wanted = "/".join(sorted(link.accepted(key=key))) + (f" ({link.detail})" if link.detail else "")
    found = str(result["state"]) + (f" ({result['detail']})" if result["detail"] else "")
    return f"{link.provider:18}{found:28}should be {wanted:36}{link.url}  ({link.why}; said: {result['reason']})"
