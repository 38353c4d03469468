"""This file is which control videos a sweep asks about: each site's own, or those that the settings name instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from checker import Expected
from checker.controls import Control
from checker.providers import CONTROLS, PROVIDERS, Controls, provider_of, recognise
from hexaglot.settings import ControlVideos, SettingsError

NONE = "none"
"""Written in the settings for a control that is not to be asked about."""


def controls_of(chosen: Mapping[str, ControlVideos]) -> dict[str, tuple[Control, ...]]:
    """The controls of each site, by its name; raises SettingsError for an address that cannot be one."""
    named = {name.replace("_", "-"): videos for name, videos in chosen.items()}
    unknown = sorted(named.keys() - {provider.name for provider in PROVIDERS})
    if unknown:
        message = f"controls.{unknown[0]}: no site is called so; known are: {', '.join(sorted(CONTROLS))}"
        raise SettingsError(message)
    return {site: _pair(site, named.get(site, ControlVideos())) for site in {**CONTROLS, **named}}


def _pair(site: str, chosen: ControlVideos) -> tuple[Control, ...]:
    usual = CONTROLS.get(site, Controls(NONE, NONE))
    wanted = replace(usual, plays=chosen.plays or usual.plays, never=chosen.never or usual.never)
    pair = ((wanted.plays, Expected.AVAILABLE, "plays"), (wanted.never, Expected.REMOVED, "never"))
    return tuple(_control(site, url, expected, name) for url, expected, name in pair if url != NONE)


def _control(site: str, url: str, expected: Expected, name: str) -> Control:
    ref = recognise(url)
    if ref is None or ref.provider != site or provider_of(ref).impossible(ref) is not None:
        message = f"controls.{site}.{name} is {url}, which cannot be a video of that site; name one, or write “{NONE}”"
        raise SettingsError(message)
    return Control(site, url, expected)
