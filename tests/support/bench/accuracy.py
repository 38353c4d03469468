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

_SURE = frozenset({"available", "restricted", "private", "removed", "not_yet", "invalid"})
_BROKEN = frozenset({"private", "removed", "invalid"})


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
    films = [link.url for link in chosen if link.provider == "youtube"]
    looks = interleaved(
        {"all": partial(look, urls, sites, known), "YouTube": partial(look, films, sites, known)}, rounds
    )
    baselines = interleaved({"naive": partial(naive, urls, sites), "lychee-like": partial(lychee_like, urls, sites)}, 1)
    opinions = {"hexaglot": tuple(_ours(one) for one in looks["all"])}
    opinions |= {name: tuple(_theirs(fine[0]) for _ in range(rounds)) for name, fine in baselines.items()}
    return Findings(
        title=f"Truth: {len(chosen)} labelled links to every simulated site, in every state, without a key",
        baseline=(
            "the labels, written from the sites' facts, not from our code; naive: fine is whatever ends in 2xx;\n"
            "lychee-like: the same, but of a YouTube film the picture is asked for"
        ),
        lines=(
            *_right(chosen, looks["all"]),
            _unsure(chosen, looks["all"]),
            *_called(opinions, [link for link in chosen if link.dead], "dead links called fine", _fine),
            *_called(
                opinions,
                [link for link in chosen if link.dead and link.provider == "youtube"],
                "dead YouTube links called fine",
                _fine,
            ),
            *_called(
                opinions, [link for link in chosen if link.state == "available"], "playing links called broken", _broken
            ),
            *_costs("all links", urls, looks["all"], sites),
            *_costs("YouTube links", films, looks["YouTube"], [site for site in sites if isinstance(site, YouTube)]),
        ),
    )


def _right(links: Sequence[Labelled], looks: Sequence[Look]) -> list[Line]:
    """A line for each site, and one for all."""
    lines = []
    for name in (*dict.fromkeys(link.provider for link in links), None):
        ours = [link for link in links if name in {link.provider, None}]
        spread = Spread.each(lambda one, ours=ours: sum(link.allows(*one.verdicts[link.url]) for link in ours), looks)
        lines.append(Line(name or "all sites", spread, f"right of {len(ours)}"))
    return lines


def _unsure(links: Sequence[Labelled], looks: Sequence[Look]) -> Line:
    """How often we said that we could not tell, though people could; all these are links where a label allows it."""
    known = [link for link in links if link.state in _SURE]
    spread = Spread.each(lambda one: sum(one.verdicts[link.url][0] not in _SURE for link in known), looks)
    return Line("all sites", spread, f"unsure, of {len(known)} whose state people can tell")


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
