"""This folder holds one file for each video site; a file that is here is a site that is known."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from checker.providers._contract import Conversation, Given, Provider, VideoRef
from checker.providers._page import Page

PROVIDERS: tuple[Provider, ...] = tuple(
    import_module(f"{__name__}.{module.name}").PROVIDER
    for module in iter_modules(__path__)
    if not module.name.startswith("_")
)

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
    return _BY_NAME[ref.provider]


__all__ = [
    "PAGE",
    "PROVIDERS",
    "Conversation",
    "Given",
    "Provider",
    "VideoRef",
    "provider_of",
    "recognise",
    "recognise_anything",
]
