"""This file is our keys on their way: put into the one question that needs one, taken out of all that comes back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote, quote_plus, urlencode

from checker.exchange import Answer, Probe, Reply

_UNMISTAKABLE = 16
"""So many characters in a row are nobody's name by chance."""


class Keyring:
    """Keys by name. A probe names the key that it needs; only the question that is sent holds the key itself."""

    __slots__ = ("_keys",)

    def __init__(self, keys: Mapping[str, str]) -> None:
        self._keys = dict(keys)

    def address(self, probe: Probe) -> str:
        """The address to ask, with the key that the probe names; raises KeyError for one that we do not have."""
        if probe.secret is None:
            return probe.url
        field, name = probe.secret
        joint = "&" if "?" in probe.url else "?"
        return f"{probe.url}{joint}{urlencode({field: self._keys[name]})}"

    def cleaned(self, probe: Probe, reply: Reply) -> Reply:
        """The reply to a probe without its key: in the address and the headers, but not in the body, which stays."""
        if probe.secret is None or not isinstance(reply, Answer):
            return reply
        key = self._keys[probe.secret[1]]
        forms = "|".join(map(re.escape, sorted({key, quote(key, safe=""), quote_plus(key)}, key=len, reverse=True)))
        # A key so short that it may be part of a name is taken out only where it is all that a field holds.
        places = re.compile(forms if len(key) >= _UNMISTAKABLE else rf"(?<==)(?:{forms})(?![^&#\s\"'<>])")
        headers = tuple((name, places.sub("", value)) for name, value in reply.headers)
        return replace(reply, url=places.sub("", reply.url), headers=headers)
