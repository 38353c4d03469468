"""This file is the tests of `validate` on real files: each finding at its place, all mistakes at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalogue.review import RULES, Level
from hexaglot.commands.validate import of_validation, rules_text
from hexaglot.exits import MEND, OK, USAGE
from hexaglot.reviewing import OF_THE_FILE
from hexaglot.validating import NAMES, validated
from reports.validated import Validated

ROOT = Path(__file__).parents[2]
FILE = """\
# سطر
version: 1
languages: [en, fr, ar]
messages:
  wtisd-2021:
    title:
      en: "World Day 2021"
      fr: "رسالة الأمين العام للاتحاد"
      ar: {arabic}
    date: 2020-05-17
    videos:
      en: https://youtu.be/OGSyYP5v6PN
      fr: {{url: "http://youtu.be/FmrrS4BiAW8?si=x", mirrors: [https://youtu.be/FmrrS4BiAW8]}}
      ar:
        url: https://www.youtube.com/@ITU
  other: {{title: {{en: Other}}, videos: {{en: https://youtu.be/FmrrS4BiAW8}}}}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "videos.yaml"
    path.write_text(FILE.format(arabic='"\u202eاليوم العالمي ٢٠٢١\u202c"'), "utf-8")
    return path


def told(found: Validated) -> list[str]:
    return [f"{one.line}:{one.column} {one.rule} {one.message}/{one.language}" for one in found.remarks]


EVERYTHING = [
    "8:11 title-script wtisd-2021/fr",
    "9:11 bidi-controls wtisd-2021/ar",
    "10:11 year-and-date wtisd-2021/en",
    "12:11 impossible-id wtisd-2021/en",
    "13:17 https wtisd-2021/fr",
    "13:17 tracking wtisd-2021/fr",
    "13:63 same-mirror wtisd-2021/fr",
    "15:14 not-a-video wtisd-2021/ar",
    "16:31 language-missing other/None",
    "16:44 video-elsewhere other/en",
]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_each_finding_stands_at_its_value(path: Path, end: str, mark: str) -> None:
    path.write_bytes((mark + path.read_text("utf-8").replace("\n", end)).encode())
    found = validated(path)
    assert told(found) == EVERYTHING
    assert (found.file, found.messages, found.links, found.troubles) == (str(path), 2, 4, ())
    assert [found.count(level) for level in Level] == [3, 6, 1]
    assert of_validation(found) == MEND


@pytest.mark.parametrize("name", NAMES)
def test_one_rule_alone_finds_what_it_finds_among_all(path: Path, name: str) -> None:
    found = validated(path, only=[name])
    assert told(found) == [line for line in EVERYTHING if line.split()[1] == name]
    level = next(rule.level for rule in OF_THE_FILE if rule.name == name)
    assert of_validation(found) == (MEND if found.remarks and level is Level.ERROR else OK)


def test_a_file_without_a_finding(path: Path) -> None:
    path.write_text(
        "version: 1\nlanguages: [en]\nmessages:\n  m: {title: {en: T}, videos: {en: https://youtu.be/OGSyYP5v6PM}}\n"
    )
    found = validated(path)
    assert found == Validated(str(path), (), 1, 1)
    assert of_validation(found) == OK


def test_all_mistakes_of_a_file_are_told_at_once_with_the_remedy(path: Path) -> None:
    path.write_text("version: 1\nlanguages: [en]\nmessages:\n  m: {title: {de: T, en: 1}}\n  n: {date: x}\n", "utf-8")
    found = validated(path)
    assert [(one.line, one.column, one.rule, one.level) for one in found.remarks] == [
        (4, 15, "structure", Level.ERROR),
        (4, 26, "structure", Level.ERROR),
        (5, 13, "structure", Level.ERROR),
    ]
    assert found.remarks[0].text == "“de” is not among the languages of this catalogue (en)."
    assert found.remarks[0].remedy == "Add it to “languages:” above, or correct it."
    assert found.remarks[2].remedy == "Write year, month and day alone, as in 2021-05-17."
    assert found.troubles[2] == f"{path}:5:13: “x” is not a day; write year, month and day alone, as in 2021-05-17"
    assert of_validation(found) == USAGE


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"messages: [\n", b""])
def test_what_is_no_catalogue_at_all_is_told_too(path: Path, content: bytes | None) -> None:
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    found = validated(path)
    assert len(found.remarks) == len(found.troubles) == 1
    assert of_validation(found) == USAGE


def test_every_rule_is_listed_on_a_line() -> None:
    lines = rules_text().splitlines()
    assert [line.split()[0] for line in lines] == [rule.name for rule in RULES]
    assert all(line.endswith(rule.explanation) and rule.level in line for line, rule in zip(lines, RULES, strict=True))


def test_the_table_of_rules_in_the_readme_is_what_they_say_of_themselves() -> None:
    rows = re.findall(
        r"^\| `([a-z-]+)` \| (.+) \| (\w+) \| (\w+) \|$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert sorted(rows) == [(rule.name, rule.explanation, rule.level, rule.source) for rule in RULES]
