"""This file is how our pages put shares of time into words: rounded so that no bound claims more than is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from math import ceil, floor

from babel.numbers import format_percent

from checker import Share
from reports.wording import Words

_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)

_STEPS = 1000
"""Shares are told in tenths of a percent."""


@dataclass(frozen=True, slots=True)
class ShareWords:
    """Shares of time for the readers of one interface."""

    words: Words

    def period(self, window: timedelta) -> str:
        """The window that ends now, as a heading: in days, a short one in hours."""
        if window > _DAY and not window % _DAY:
            return self.words.ngettext("Last %(num)s day", "Last %(num)s days", window // _DAY)
        return self.words.ngettext("Last %(num)s hour", "Last %(num)s hours", ceil(window / _HOUR))

    def of_all(self, share: Share, window: timedelta) -> str:
        """One sentence about all videos together."""
        _, period = self.words.say, self.period(window)
        if self.says_nothing(share):
            return _("%(period)s: not enough is known yet to say how much of the time the videos played.") % {
                "period": period
            }
        low, high = self._bounds(share)
        if low == high:
            return _("%(period)s: the videos played %(share)s of the time.") % {"period": period, "share": low}
        return _("%(period)s: the videos played at least %(low)s and at most %(high)s of the time.") % {
            "period": period,
            "low": low,
            "high": high,
        }

    def of_one(self, share: Share) -> str:
        """The same of one video, in a few words beside its period."""
        _ = self.words.say
        if self.says_nothing(share):
            return _("not enough is known yet")
        low, high = self._bounds(share)
        if low == high:
            return _("played %(share)s of the time") % {"share": low}
        return _("played at least %(low)s and at most %(high)s of the time") % {"low": low, "high": high}

    def known(self, share: Share) -> str:
        """How much of the window is known, rounded down."""
        return self._percent(floor(_STEPS * share.certain))

    @staticmethod
    def says_nothing(share: Share) -> bool:
        """Would the bounds be told as nothing and all?"""
        return floor(_STEPS * share.at_least) == 0 and ceil(_STEPS * share.at_most) == _STEPS

    def _bounds(self, share: Share) -> tuple[str, str]:
        """At least, rounded down, and at most, rounded up. They are told alike only where they are the same."""
        return self._percent(floor(_STEPS * share.at_least)), self._percent(ceil(_STEPS * share.at_most))

    def _percent(self, steps: int) -> str:
        locale = self.words.interface.locale
        return format_percent(Decimal(steps) / _STEPS, locale=locale, decimal_quantization=False)
