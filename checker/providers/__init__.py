"""This folder holds one file for each video site; a file that is here is a site that is known."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from checker.providers._contract import Controls, Conversation, File, Frame, Given, Playback, Provider, VideoRef
from checker.providers._page import Page

_FILES = tuple(
    import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__) if not module.name.startswith("_")
)

PROVIDERS: tuple[Provider, ...] = tuple(file.PROVIDER for file in _FILES)

CONTROLS: dict[str, Controls] = {file.PROVIDER.name: file.CONTROLS for file in _FILES if hasattr(file, "CONTROLS")}
"""The sites that have videos whose state is known; the others have no videos that everybody knows."""

PAGE: Provider = Page(PROVIDERS)
"""Any other page. It stands beside the sites, not among them: it would own every address."""

_BY_NAME = {provider.name: provider for provider in (*PROVIDERS, PAGE)}


def recognise(url: str) -> VideoRef | None:
    """Which video of which site this address names; None for anything else."""
    return next((ref for provider in PROVIDERS if (ref := provider.recognise(url)) is not None), None)


def recognise_anything(url: str) -> VideoRef | None:
    """As `recognise`, and any page of which no site says that it names no video: what a sweep asks about."""
    return recognise(url) or PAGE.recognise(url)


def provider_of(ref: VideoRef) -> Provider:
    """The site that a video is on."""
    return provider_named(ref.provider)


def provider_named(name: str) -> Provider:
    """The site of this name; raises KeyError where there is none."""
    return _BY_NAME[name]


__all__ = [
    "CONTROLS",
    "PAGE",
    "PROVIDERS",
    "Controls",
    "Conversation",
    "File",
    "Frame",
    "Given",
    "Playback",
    "Provider",
    "VideoRef",
    "provider_named",
    "provider_of",
    "recognise",
    "recognise_anything",
]
