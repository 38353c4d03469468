"""This file is what the sites' own files say of an address, as the editorial rules want it; nobody is asked."""

from __future__ import annotations

from dataclasses import replace

from catalogue import review
from checker import State
from checker.players import player_at
from checker.providers import provider_of, recognise_anything
from checker.sweep import no_video
from checker.trackers import trackers, without_trackers
from hexaglot.links import ITS_OWN_ADDRESS


def link_of(url: str) -> review.Link:
    """What can be said of an address by its form alone."""
    ref = recognise_anything(url)
    if ref is None:
        verdict = no_video(url)
        flawed = verdict.state is State.INVALID
        return review.Link(no_video=verdict.reason if flawed else None, meant=verdict.suggestion)
    provider = provider_of(ref)
    impossible = provider.impossible(ref)
    if ref.provider in ITS_OWN_ADDRESS:
        ref = replace(ref, id=without_trackers(ref.id, ref.provider))
    page = provider.page(ref)
    player = player_at(url) if player_at(page) is None else None  # of some videos there is no other page
    return review.Link(
        video="\n".join((ref.provider, ref.id, ref.where or "")),
        start=ref.start,
        proper=page,
        impossible=None if impossible is None else impossible.reason,
        meant=None if impossible is None else impossible.suggestion,
        trackers=trackers(url, ref.provider),
        player=None if player is None else review.Player(player.value),
    )
