"""This folder holds one file for each video site; a file that is here is a site that is known."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from checker.providers._contract import Conversation, Provider, VideoRef

PROVIDERS: tuple[Provider, ...] = tuple(
    import_module(f"{__name__}.{module.name}").PROVIDER
    for module in iter_modules(__path__)
    if not module.name.startswith("_")
)

_BY_NAME = {provider.name: provider for provider in PROVIDERS}


def recognise(url: str) -> VideoRef | None:
    """Which video of which site this address names; None for anything else."""
    return next((ref for provider in PROVIDERS if (ref := provider.recognise(url)) is not None), None)


def provider_of(ref: VideoRef) -> Provider:
    """The site that a video is on."""
    return _BY_NAME[ref.provider]


__all__ = ["PROVIDERS", "Conversation", "Provider", "VideoRef", "provider_of", "recognise"]
