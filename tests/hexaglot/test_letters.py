"""This file tests what stands beside a catalogue that a command begins, and that what stood there is left alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from catalogue import Language, Unwritable
from catalogue.adding import Wish
from catalogue.schema import FILE, schema_text
from hexaglot.letters import add_link
from hexaglot.settings import read_settings

DAY = dt.date(2026, 11, 21)
WISH = Wish("a", Language("fr"), "https://youtu.be/FmrrS4BiAW8")


def add(path: Path) -> None:
    add_link(read_settings("", {}, {"catalogue": path}), WISH, today=DAY)


def test_a_new_catalogue_gets_its_schema_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "ours.yaml"
    add(path)
    assert sorted(file.name for file in path.parent.iterdir()) == ["ours.yaml", "videos.schema.json"]
    assert (path.parent / FILE).read_text("utf-8") == schema_text()
    assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=videos.schema.json\n")


def test_a_schema_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{}", "utf-8")
    add(tmp_path / "videos.yaml")
    assert (tmp_path / FILE).read_text("utf-8") == "{}"


def test_a_catalogue_that_is_there_gets_none(tmp_path: Path) -> None:
    path = tmp_path / "videos.yaml"
    path.write_text("version: 1\n", "utf-8")
    add(path)
    assert list(tmp_path.iterdir()) == [path]


def test_where_the_schema_cannot_be_written_nothing_is(tmp_path: Path) -> None:
    (tmp_path / FILE).symlink_to(tmp_path / FILE)
    with pytest.raises(Unwritable, match="links lead in a circle"):
        add(tmp_path / "videos.yaml")
    assert not (tmp_path / "videos.yaml").exists()
