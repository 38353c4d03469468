"""This file is what a sweep has gathered so far: outcomes of controls, looks, and which of them may be believed yet.

Until the sweep is over, nobody knows whether it is suspect. So a look that would change what is believed waits until
then; the others are let go as soon as their site's controls have come out right, so that a crash costs little.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from checker import Instrument, Observation, Opinion, Outcome, State, Verdict, Wave
from checker.belief import is_news
from checker.controls import SUSPECT, Control, instrument, newly_bad, outcome, waves
from checker.providers import VideoRef, recognise_anything

NOTHING = Opinion()


@dataclass(slots=True)
class Gathering:
    """The looks of one sweep.

    `before` is what was believed of each address when it began; `proven` are the controls that came out right in
    earlier sweeps, `questioned` those that were in question themselves.
    """

    before: dict[str, Opinion]
    proven: frozenset[Control] = frozenset()
    questioned: frozenset[Control] = frozenset()
    controls: dict[VideoRef, Control] = field(default_factory=dict)
    seen: dict[str, Observation] = field(default_factory=dict)
    _found: dict[Control, State] = field(default_factory=dict)
    _sites: dict[str, str] = field(default_factory=dict)
    _said: dict[str, set[State]] = field(default_factory=dict)
    """What was found of each site's links; its controls are left out, they do not speak for each other."""
    _kept: list[Observation] = field(default_factory=list)
    _news: list[Observation] = field(default_factory=list)

    def expect(self, controls: Iterable[Control]) -> tuple[VideoRef, ...]:
        """Take these controls into the sweep; returns their videos, those that it had already left out."""
        refs = {ref: one for one in controls if (ref := recognise_anything(one.url)) is not None}
        new = {ref: one for ref, one in refs.items() if ref not in self.controls}
        self.controls |= new
        return tuple(new)

    def hear(self, video: VideoRef, verdict: Verdict) -> None:
        """Take down how a video came out, if it is a control."""
        control = self.controls.get(video)
        if control is not None:
            self._found[control] = verdict.state

    def see(self, look: Observation, site: str | None, *, keep: bool) -> None:
        """Take down a look; `keep` says whether it is to be remembered."""
        self.seen[look.url] = look
        if site is not None:
            self._sites[look.url] = site
            if all(look.url != one.url for one in self.controls.values()):
                self._said.setdefault(site, set()).add(look.verdict.state)
        if keep:
            self._kept.append(look)

    def is_newly_bad(self, look: Observation) -> bool:
        """Is this link's trouble news, as far as this sweep can be believed?"""
        return not self._doubtful and newly_bad(self._opinion(look.url), look.verdict)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """How the controls came out, as far as they were heard, in the light of the looks so far."""
        return tuple(
            outcome(
                control,
                found,
                proven=control in self.proven,
                questioned=control in self.questioned,
                others=self._said.get(control.provider, ()),
            )
            for control, found in self._found.items()
        )

    @property
    def waves(self) -> tuple[Wave, ...]:
        """What turned bad at once."""
        return waves((site, self._opinion(url), self.seen[url]) for url, site in self._sites.items())

    @property
    def instrument(self) -> Instrument:
        """Whether the sweep, as it stands, can be believed."""
        unheard = self.controls.values() - self._found.keys()
        missing = (Outcome(one.provider, one.url, one.expected, State.UNKNOWN) for one in unheard)
        return instrument((*self.outcomes, *missing), self.waves)

    def let_go(self) -> tuple[Observation, ...]:
        """The looks that may be remembered before the sweep is over; they are not returned again."""
        if self._doubtful:
            return ()
        free: list[Observation] = []
        kept, self._kept = self._kept, []
        for look in kept:
            if not self._heard(self._sites.get(look.url)):
                self._kept.append(look)
            elif is_news(self._opinion(look.url), look):
                self._news.append(look)
            else:
                free.append(look)
        return tuple(free)

    def rest(self) -> tuple[Observation, ...]:
        """The looks that waited for the end. After a wrong control they say only that they cannot be believed."""
        rest = (*self._news, *self._kept)
        self._news, self._kept = [], []
        return tuple(map(_unbelieved, rest)) if self._doubtful else rest

    @property
    def _doubtful(self) -> bool:
        return any(one.wrong for one in self.outcomes)

    def _heard(self, site: str | None) -> bool:
        """Have all controls of this site been heard?"""
        return all(one in self._found for one in self.controls.values() if one.provider == site)

    def _opinion(self, url: str) -> Opinion:
        return self.before.get(url, NOTHING)


def controls_for(sites: Iterable[str], controls: Mapping[str, tuple[Control, ...]]) -> tuple[Control, ...]:
    """The controls of these sites."""
    return tuple(one for site in dict.fromkeys(sites) for one in controls.get(site, ()))


def _unbelieved(look: Observation) -> Observation:
    evidence = look.verdict.evidence
    return replace(look, verdict=Verdict(State.UNKNOWN, SUSPECT, evidence=evidence))
