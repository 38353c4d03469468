"""This file is the benchmark of truth: how many verdicts on the labelled population are right, and what they cost."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from bench.findings import Findings, Line
from bench.linkcheckers import lychee_like, naive
from bench.looking import Look, look
from bench.rounds import interleaved
from bench.spread import Spread
from replica.exchange import Site
from replica.labelled import Labelled
from replica.population import population, settings
from replica.youtube import YouTube
from replica.youtube_data import KEY

_SURE = frozenset({"available", "restricted", "private", "removed", "not_yet", "invalid"})
_BROKEN = frozenset({"private", "removed", "invalid"})
_UNSURE = "called unknown, where people can tell; labels allow it there; of"
_BLIND = "said to play, where only a key shows that they do not; of"


@dataclass(frozen=True, slots=True)
class _Opinions:
    """For each link, whether it was called fine, and whether it was called broken; it may be neither."""

    fine: Mapping[str, bool]
    broken: Mapping[str, bool]


def accuracy(rounds: int, every: int = 1) -> Findings:
    """Check the whole population, or one link in `every`, and hold the verdicts against the labels."""
    links, sites = population()
    chosen = links[::every]
    urls, known = [link.url for link in chosen], settings(links)
    films = [link for link in chosen if link.provider == "youtube"]
    film_urls = [link.url for link in films]
    looks = interleaved(
        {
            "all": partial(look, urls, sites, known),
            "YouTube": partial(look, film_urls, sites, known),
            "YouTube, with a key": partial(look, film_urls, sites, known, KEY),
        },
        rounds,
    )
    baselines = interleaved({"naive": partial(naive, urls, sites), "lychee-like": partial(lychee_like, urls, sites)}, 1)
    opinions = {"hexaglot": tuple(_ours(one) for one in looks["all"])}
    opinions |= {name: tuple(_theirs(fine[0]) for _ in range(rounds)) for name, fine in baselines.items()}
    dead = [link for link in chosen if link.dead]
    dead_films = [link for link in films if link.dead]
    playing = [link for link in chosen if link.state == "available"]
    youtube = [site for site in sites if isinstance(site, YouTube)]
    return Findings(
        title=f"Truth: {len(chosen)} labelled links to every simulated site, in every state",
        baseline=(
            "the labels, written from the sites' facts, not from our code; naive: fine is whatever ends in 2xx;\n"
            "lychee-like: the same, but of a YouTube film the picture is asked for"
        ),
        lines=(
            *_right(chosen, looks["all"]),
            _sum("youtube, with a key", films, looks["YouTube, with a key"], _is_right_with_key, "right of"),
            _sum("all sites", [link for link in chosen if link.state in _SURE], looks["all"], _is_unsure, _UNSURE),
            _sum("youtube", [link for link in films if link.keyless], looks["all"], _is_blind, _BLIND),
            *_called(opinions, dead, "dead links called fine", _fine),
            *_called(opinions, dead_films, "dead YouTube links called fine", _fine),
            *_called(opinions, playing, "playing links called broken", _broken),
            *_costs("all links", urls, looks["all"], sites),
            *_costs("YouTube links", film_urls, looks["YouTube"], youtube),
            *_costs("YouTube links, with a key", film_urls, looks["YouTube, with a key"], youtube),
        ),
    )


def _right(links: Sequence[Labelled], looks: Sequence[Look]) -> list[Line]:
    """A line for each site, and one for all."""
    by_site = {name: [link for link in links if link.provider == name] for name in (link.provider for link in links)}
    return [_sum(name, ours, looks, _is_right, "right of") for name, ours in (by_site | {"all sites": links}).items()]


def _sum(
    what: str,
    links: Sequence[Labelled],
    looks: Sequence[Look],
    count: Callable[[Labelled, str, str | None], bool],
    unit: str,
) -> Line:
    """How many of these verdicts (state and detail) are such."""
    spread = Spread.each(lambda one: sum(count(link, *one.verdicts[link.url]) for link in links), looks)
    return Line(what, spread, f"{unit} {len(links)}")


def _is_right(link: Labelled, state: str, detail: str | None) -> bool:
    return link.allows(state, detail)


def _is_right_with_key(link: Labelled, state: str, detail: str | None) -> bool:
    return link.allows(state, detail, key=True)


def _is_unsure(_link: Labelled, state: str, _detail: str | None) -> bool:
    return state not in _SURE


def _is_blind(link: Labelled, state: str, _detail: str | None) -> bool:
    return state in link.keyless


def _called(
    opinions: Mapping[str, Sequence[_Opinions]],
    links: Sequence[Labelled],
    what: str,
    view: Callable[[_Opinions], Mapping[str, bool]],
) -> list[Line]:
    def count(ones: Sequence[_Opinions]) -> Spread:
        return Spread.each(lambda one: sum(view(one)[link.url] for link in links), ones)

    return [Line(f"{what}: {name}", count(ones), f"of {len(links)}") for name, ones in opinions.items()]


def _costs(what: str, urls: Sequence[str], looks: Sequence[Look], sites: Sequence[Site]) -> list[Line]:
    hosts = frozenset[str]().union(*(site.hosts for site in sites))
    return [
        Line(what, Spread.each(lambda one: one.asked(hosts) / len(urls), looks), "requests a link, redirects included"),
        Line(what, Spread.each(lambda one: one.bytes / len(urls), looks), "bytes a link"),
    ]


def _ours(one: Look) -> _Opinions:
    return _Opinions(
        {url: state == "available" for url, (state, _) in one.verdicts.items()},
        {url: state in _BROKEN for url, (state, _) in one.verdicts.items()},
    )


def _theirs(fine: Mapping[str, bool]) -> _Opinions:
    return _Opinions(fine, {url: not well for url, well in fine.items()})


def _fine(opinions: _Opinions) -> Mapping[str, bool]:
    return opinions.fine


def _broken(opinions: _Opinions) -> Mapping[str, bool]:
    return opinions.broken
