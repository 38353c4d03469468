"""This file is how texts, addresses and keys are written."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from catalogue.file.form import braced
from catalogue.file.scalars import address, key, quoted


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("World Day 2021 : message", '"World Day 2021 : message"'),
        ("Journée\u00a0: «\u00a0oui\u00a0»", '"Journée\u00a0: «\u00a0oui\u00a0»"'),
        ("اليوم العالمي 世界 😀 👨\u200d👩", '"اليوم العالمي 世界 😀 👨\u200d👩"'),
        ('a "b" \\ c', '"a \\"b\\" \\\\ c"'),
        ("a\nb\tc\rd\x00e\x7f\x85", '"a\\nb\\tc\\rd\\x00e\\x7F\\N"'),
        ("a\u2028b\u2029", '"a\\Lb\\P"'),
        ("a\u202eb\u2066", '"a\\u202Eb\\u2066"'),
        ("\ufeff\ufdd0\uffff\U0001fffe", '"\\uFEFF\\uFDD0\\uFFFF\\U0001FFFE"'),
        ("", '""'),
    ],
)
def test_what_can_be_seen_stays_readable_and_the_rest_is_escaped(text: str, written: str) -> None:
    assert quoted(text) == written


@given(st.text())
def test_every_text_reads_back_in_another_reader(text: str) -> None:
    assert yaml.safe_load(quoted(text)) == text
    assert yaml.safe_load(f"[a, {quoted(text)}, b]") == ["a", text, "b"]


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://youtu.be/-FWuObmSstQ", "https://youtu.be/-FWuObmSstQ"),
        ("https://a.b/watch?v=1&t=2#x:y", "https://a.b/watch?v=1&t=2#x:y"),
        ("https://a.b/x:", '"https://a.b/x:"'),
        ("https://a.b/[x],{y}", '"https://a.b/[x],{y}"'),
        ("https://a.b/x #y", '"https://a.b/x #y"'),
        ("https://例え.jp", '"https://例え.jp"'),
        ("https://", '"https://"'),
        ("no address", '"no address"'),
        ("12", '"12"'),
    ],
)
def test_an_address_is_plain_where_nobody_can_misunderstand_it(url: str, written: str) -> None:
    assert address(url) == written


@given(st.from_regex(r"https?://[!-~]{0,30}", fullmatch=True))
def test_every_address_reads_back_in_another_reader(url: str) -> None:
    assert yaml.safe_load(f"a: {address(url)}") == {"a": url}
    assert yaml.safe_load(braced({"a": address(url), "b": address(url)})) == {"a": url, "b": url}


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("en", "en"),
        ("pt-BR", "pt-BR"),
        ("wtisd-2021", "wtisd-2021"),
        ("captions_file", "captions_file"),
        ("no", '"no"'),
        ("null", '"null"'),
        ("2021", '"2021"'),
        ("2021-05-17", '"2021-05-17"'),
        ("1e3", '"1e3"'),
    ],
)
def test_a_key_is_quoted_where_some_reader_takes_it_for_something_else(word: str, written: str) -> None:
    assert key(word) == written
    assert list(yaml.safe_load(f"{written}: x")) == [word]
