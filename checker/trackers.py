"""This file is which fields of an address only say who passed it on, or where its readers come from.

Without them it leads to the same video. YouTube's are those of PROVIDERS section 1.1; the others are those that
advertisers, newsletters and sites document as their own marks.
"""

from __future__ import annotations

import re
from urllib.parse import unquote_plus, urlsplit, urlunsplit

from checker.address import Address

_ANYWHERE = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|ysclid|yclid|twclid|ttclid|igshid|igsh|li_fat_id"
    r"|mc_[ce]id|mkt_tok|vero_id|_hsenc|_hsmi|_openstat"
)
_OF_SITES = {
    "youtube": re.compile(r"si|pp|feature|ab_channel|app|embeds_referring_\w+"),
    "vimeo": re.compile(r"share|fl|fe"),
    "facebook": re.compile(r"mibextid|__tn__|__cft__.*|rdid"),
    "x": re.compile(r"s|t|ref_src|ref_url"),
    "tiktok": re.compile(r"_r|_t|is_from_webapp|sender_device|sender_web_id|web_id"),
    "bilibili": re.compile(r"spm_id_from|from_spmid|vd_source|share_(?:source|medium|plat|session_id|tag|from)"),
    "youku": re.compile(r"spm"),
    "tencent": re.compile(r"ptag"),
}
_NEVER = re.compile(r"(?!)")


def trackers(url: str, site: str | None) -> tuple[str, ...]:
    """The names of such fields in an address, in their order, each once; `site` is our name of its site."""
    address = Address.parse(url)
    fields = () if address is None else address.query
    return tuple(dict.fromkeys(name for name, _ in fields if _tracks(name, site)))


def without_trackers(url: str, site: str | None) -> str:
    """The address without such fields, every other byte as it was."""
    parts = urlsplit(url)
    kept = (field for field in parts.query.split("&") if not _tracks(unquote_plus(field.partition("=")[0]), site))
    return urlunsplit(parts._replace(query="&".join(kept)))


def _tracks(name: str, site: str | None) -> bool:
    return any(form.fullmatch(name) for form in (_ANYWHERE, _OF_SITES.get(site or "", _NEVER)))
