"""This file tests what can be set, where, and what is said of what cannot."""

from __future__ import annotations

import traceback
from datetime import timedelta
from pathlib import Path

import pytest

from checker.agenda import Pace
from checker.lanes import Manner, Manners
from checker.providers import Given
from hexaglot.settings import Settings, SettingsError, read_settings
from hexaglot.terms import given_of, manners_of, pace_of
from reports.availability import WINDOW


def test_without_anything_the_defaults_hold() -> None:
    settings = read_settings("", {}, {})
    assert settings == Settings()
    assert settings.catalogue == Path("data/videos.yaml")
    assert settings.window == WINDOW
    assert manners_of(settings) == Manners(Manner(2.0, 2), {})
    assert pace_of(settings) == Pace(timedelta(hours=24), timedelta(minutes=30), timedelta(hours=1))
    assert settings.allow_private_addresses is False
    assert settings.window == timedelta(days=30)


def test_the_file_is_under_the_environment_and_that_under_the_options() -> None:
    text = 'contact = "file"\nledger = "sqlite:///file"\noutput = "file"\n[network]\nrate = 5\nconcurrency = 3\n'
    environment = {"HEXAGLOT_CONTACT": "env", "HEXAGLOT_LEDGER": "sqlite:///env", "HEXAGLOT_NETWORK__RATE": "7"}
    settings = read_settings(text, environment, {"contact": "option", "catalogue": None})
    assert (settings.contact, settings.ledger, settings.output) == ("option", "sqlite:///env", Path("file"))
    assert manners_of(settings).usual == Manner(7.0, 3)


def test_a_host_differs_only_where_it_says_so() -> None:
    text = '[network]\nrate = 5\n[network.hosts."WWW.YouTube.com"]\nconcurrency = 1\n'
    assert manners_of(read_settings(text, {}, {})) == Manners(Manner(5.0, 2), {"www.youtube.com": Manner(5.0, 1)})


def test_our_site_and_our_countries_are_what_sites_may_know_of_us() -> None:
    text = 'site = "https://www.example.int/"\ntarget_countries = ["CH", "CN"]\n'
    assert given_of(read_settings(text, {}, {})) == Given("https://www.example.int/", frozenset({"CH", "CN"}))
    assert given_of(read_settings("", {}, {})) == Given(None, frozenset())


def test_the_window_is_written_as_people_write_a_length_of_time() -> None:
    assert read_settings('window = "8w"\n', {}, {}).window == timedelta(days=56)
    assert read_settings('window = "8w"\n', {"HEXAGLOT_WINDOW": "12h"}, {}).window == timedelta(hours=12)


@pytest.mark.parametrize(
    ("text", "environment"),
    [
        ('target_countries = ["CH", "CN"]\n', {}),
        ('target_countries = "CH CN"\n', {}),
        ("", {"HEXAGLOT_TARGET_COUNTRIES": "CH,CN"}),
        ("", {"HEXAGLOT_TARGET_COUNTRIES": " CN CH,"}),
        ('target_countries = ["FR"]\n', {"HEXAGLOT_TARGET_COUNTRIES": "CH, CN"}),
    ],
)
def test_countries_are_a_list_in_the_file_and_words_in_the_environment(text: str, environment: dict[str, str]) -> None:
    assert read_settings(text, environment, {}).target_countries == {"CH", "CN"}


KEY = "AIza-0123456789_abcdefghijklmnopqrstuvw"


@pytest.mark.parametrize(
    ("text", "environment"),
    [
        (f'youtube_key = "{KEY}"\n', {}),
        ("", {"HEXAGLOT_YOUTUBE_KEY": f" {KEY}\n"}),
        ('youtube_key = "no key"\n', {"HEXAGLOT_YOUTUBE_KEY": KEY}),
    ],
)
def test_a_key_is_at_hand_and_never_shown(text: str, environment: dict[str, str]) -> None:
    settings = read_settings(text, environment, {})
    assert settings.keys == {"youtube": KEY}
    assert given_of(settings).keys == {"youtube"}
    assert KEY not in f"{settings!r}{settings}{given_of(settings)!r}{settings.model_dump()}"


@pytest.mark.parametrize("text", ["", 'youtube_key = ""\n', 'youtube_key = "  "\n'])
def test_without_a_key_none_is_at_hand(text: str) -> None:
    settings = read_settings(text, {}, {})
    assert (settings.keys, given_of(settings).keys) == ({}, frozenset())


@pytest.mark.parametrize(
    ("text", "environment", "says"),
    [
        (f'youtube_key = "{KEY} "x', {}, "Expected newline"),
        (f'youtube_key = "{KEY}\u00e9{KEY}"\n', {}, "“youtube_key” is not shown here: a key has 1 to 500 letters"),
        (f'youtube_key = "{KEY * 15}"\n', {}, "“youtube_key” is not shown here: a key has"),
        (f'youtube_key = ["{KEY}"]\n', {}, "“youtube_key” is not shown here: Input should be a valid string"),
        (f'youtube_key = {{x = "{KEY}"}}\n', {}, "“youtube_key” is not shown here: Input should be a valid string"),
        (f'youtube_kye = "{KEY}"\n', {}, "“youtube_kye” is no setting; did you mean “youtube_key”"),
        (f'[network]\nyoutube_key = "{KEY}"\n', {}, "“network.youtube_key” is no setting"),
        ("", {"HEXAGLOT_YOUTUBE_KEY": f"{KEY} {KEY}"}, "“youtube_key” is not shown here"),
        ("", {"HEXAGLOT_YOUTUBE_KEY__X": KEY}, "“youtube_key” is not shown here"),
    ],
)
def test_a_key_that_cannot_be_one_is_not_shown_either(text: str, environment: dict[str, str], says: str) -> None:
    with pytest.raises(SettingsError, match=says) as raised:
        read_settings(text, environment, {})
    traceback_ = "".join(traceback.format_exception(raised.value))
    assert KEY not in str(raised.value)
    assert KEY not in traceback_


@pytest.mark.parametrize(("word", "value"), [("1", True), ("true", True), ("0", False), ("", False)])
def test_private_addresses_are_switched_by_the_environment(word: str, value: bool) -> None:
    assert read_settings("", {"HEXAGLOT_ALLOW_PRIVATE_ADDRESSES": word}, {}).allow_private_addresses is value


def test_variables_of_other_commands_and_programs_are_left_alone() -> None:
    assert read_settings("", {"HEXAGLOT_CHECK_FORMAT": "json", "PATH": "/bin", "HEXAGLOT_": "x"}, {}) == Settings()


@pytest.mark.parametrize(
    ("text", "environment", "says"),
    [
        ("contact", {}, r"hexaglot\.toml: Expected .*--config"),
        ("[netwrk]\n", {}, "“netwrk” is no setting; did you mean “network”"),
        ("[network]\nrte = 1\n", {}, "“network.rte” is no setting; did you mean “rate”"),
        ('[network.hosts."a"]\nzzz = 1\n', {}, "known here are: concurrency, rate"),
        ("[schedule]\nusual_hours = 0\n", {}, "“schedule.usual_hours” is 0.*greater than 0"),
        ("[network]\nrate = inf\n", {}, "“network.rate”"),
        ("[network]\nconcurrency = 1.5\n", {}, "“network.concurrency” is 1.5"),
        ("network = 3\n", {}, "“network” is 3"),
        ('site = "javascript:x"\n', {}, "“site” is 'javascript:x'"),
        ('target_countries = ["Switzerland"]\n', {}, "“target_countries.0” is 'Switzerland'"),
        ("", {"HEXAGLOT_NETWORK__RATE": "fast"}, "“network.rate” is 'fast'"),
        ("", {"HEXAGLOT_ALLOW_PRIVATE_ADDRESSES": "perhaps"}, "“allow_private_addresses” is 'perhaps'"),
        ('window = "a month"\n', {}, "“window” is 'a month': write a whole number and h, d, w or y, for example 12h"),
        ("window = 30\n", {}, "“window” is 30: write a whole number"),
        ("", {"HEXAGLOT_WINDOW": "11y"}, "“window” is '11y': this is longer than ten years; write at most 10y"),
        ("", {"HEXAGLOT_CONTACT": "two words"}, "“contact” is 'two words'"),
        ("network = 3\n", {"HEXAGLOT_NETWORK__RATE": "1"}, "“network” is 3"),
    ],
)
def test_a_setting_that_cannot_be_is_named(text: str, environment: dict[str, str], says: str) -> None:
    with pytest.raises(SettingsError, match=says):
        read_settings(text, environment, {})
