"""This file is Kaltura's players: which one an address names, and how one is framed.

Sources: developer.kaltura.com, "Player Embed Types" (the frame, `config[...]`); playkit-js, docs/configuration.md
(`audioLanguage`, `textLanguage`); kaltura-player-js (`kalturaStartTime`; its table from the older players' `flashvars`
to its own options); playkit-js-ui, docs/translations.md (a locale that it lacks leaves it English).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from urllib.parse import urlencode

from checker.address import Address
from checker.providers._contract import Frame
from checker.providers._kaltura_entry import HOST

_NEW = "embedPlaykitJs"
_OLD = "embedIframeJs"
_KINDS = {_NEW: _NEW, _OLD: _OLD, "mwEmbedFrame.php": _OLD, "kwidget": _OLD}
"""What names a player, and how that is framed today. A preview (`extwidget`) does not tell of which kind it is."""

_NUMBER = re.compile(r"[0-9]{1,12}")
_LOCALES = {"pt": "pt_br", "pt-BR": "pt_br", "zh": "zh_cn", "zh-Hans": "zh_cn", "zh-Hant": "zh_tw"}


def skin_in(address: Address, named: list[str]) -> str | None:
    """The player that an address names with these numbers, `KIND/NUMBER`; None for none, and for two at once."""
    kind = next((_KINDS[segment] for segment in address.segments if segment in _KINDS), None)
    number = named[0] if len(set(named)) == 1 else ""
    return f"{kind}/{number}" if kind is not None and _NUMBER.fullmatch(number) else None


def frame(account: str, entry: str, skin: str, start: int | None, language: str, *, captions: bool) -> Frame:
    """This video in that player: its buttons, and its sound where there are several, in this language (BCP 47)."""
    kind, _, number = skin.partition("/")
    primary = language.partition("-")[0]
    locale = _LOCALES.get(language, primary)
    fields: dict[str, str | int] = {"iframeembed": "true", "entry_id": entry}
    if kind == _NEW:
        playback: dict[str, str | bool] = {"audioLanguage": primary}
        if captions:
            playback |= {"textLanguage": primary, "captionsDisplay": True}
        fields |= {"kalturaStartTime": start} if start else {}
        fields |= {"config[ui]": _json({"locale": locale}), "config[playback]": _json(playback)}
        return Frame(f"https://{HOST}/p/{account}/{_NEW}/uiconf_id/{number}?{urlencode(fields)}")
    fields |= {"playerId": "kaltura_player", "flashvars[localizationCode]": locale}
    fields |= {"flashvars[mediaProxy.mediaPlayFrom]": start} if start else {}
    if captions:
        fields["flashvars[closedCaptions.defaultLanguageKey]"] = primary
        fields["flashvars[closedCaptions.displayCaptions]"] = "true"
    path = f"p/{account}/sp/{account}00/{_OLD}/uiconf_id/{number}/partner_id/{account}"
    return Frame(f"https://{HOST}/{path}?{urlencode(fields)}")


def still(account: str, entry: str) -> str:
    """The address of a picture of a video (PROVIDERS section 2.5), as wide as a page shows it."""
    return f"https://{HOST}/p/{account}/thumbnail/entry_id/{entry}/width/640"


def _json(options: Mapping[str, str | bool]) -> str:
    return json.dumps(options, separators=(",", ":"))
