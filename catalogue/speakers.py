"""This file is who speaks, where a text says so by name: “Message by ...”, “Discurso de ...”, “秘书长...致辞”."""

from __future__ import annotations

import re

from babel import Locale

_FIELD = re.compile(
    r"(?:speaker|orateur|oratrice|intervenante?|oradora?|выступающ\w+|спикер|المتحدثة?|المتكلم|讲话人|发言人|致辞人)"
    r"\s*[:\uff1a]\s*(?P<rest>.+)",
    re.IGNORECASE,
)
_START = r"(?:\A|[.:;)\]|–—]\s+|\s{2,})"  # noqa: RUF001 - dashes
_SPOKEN = (
    (
        rf"{_START}(?:a\s+)?(?:video\s+)?(?:message|statement|speech|address|remarks)\s+(?:by|from|of)\s+(?:the\s+)?"
        r"(?P<rest>.+)"
    ),
    rf"{_START}(?:message|discours|allocution|déclaration)\s+(?:vidéo\s+)?(?:de\s+la\s+|de\s+|du\s+|d['’]\s*)(?P<rest>.+)",  # noqa: RUF001 - apostrophe
    (
        rf"{_START}(?:mensaje|discurso|declaración|alocución|palabras)\s+(?:en\s+vídeo\s+)?(?:de\s+la\s+|del\s+|de\s+)"
        r"(?P<rest>.+)"
    ),
    rf"{_START}(?:обращение|видеообращение|послание|выступление|речь|с\s+речью\s+выступает)\s*[:—–]\s*(?P<rest>.+)",  # noqa: RUF001 - dashes
)
_SPOKEN_FORMS = tuple(re.compile(form, re.IGNORECASE) for form in _SPOKEN)
"""Russian only after a colon or dash: otherwise the name is in the genitive, and its first form would be a guess."""
_ARABIC = re.compile(
    r"(?:كلمة|رسالة|خطاب)\s+(?:معالي\s+|سعادة\s+)?(?:السيدة|السيد|الدكتورة|الدكتور)\s+"
    r"(?P<name>[^،,:.()]{3,60}?)\s*(?:[،,:.(]|\Z)"
)
_CHINESE = re.compile(
    r"(?:秘书长|总干事|执行主任|主任|主席|总裁|部长|司长|局长|高级专员)"
    r"(?P<name>[\u4e00-\u9fff·\-]{2,20}?)(?:先生|女士|博士)?的?(?:视频)?(?:讲话|致辞|致词|寄语|贺词)"
)
_NO_NAME = re.compile("[的在和与就为国节日会届第]|世界")

_HONORIFICS = re.compile(
    r"\A(?:(?:his|her)\s+excellency|h\.\s?e\.|mr|ms|mrs|dr|prof|professor|sir|m|mme|sra?|dra|d|г-н|г-жа|господин|госпожа)"  # noqa: RUF001 - Cyrillic
    r"\.?\s+",
    re.IGNORECASE,
)
_PARTICLES = frozenset("de del la las los da das do dos van von der den di al el bin ben ibn y e".split())
_ROLES = re.compile(
    r"\b(?:secretar|secrétair|general|général|director|directeur|directrice|president|président|"
    r"minist|chair|commission|comision|deputy|adjoint|adjunt|executive|head|chief|ambassador|ambassad|embajador|envoy|"
    r"spokes|rapporteur|coordinator|officer|organi[sz]a|union|unión|nations|naciones|united|council|conseil|consejo|"
    r"office|bureau|day|journée|world|mondial|mundial|international|internacional|conference|committee|agency|"
    r"programme|fund|team|генеральн|секретар|директор|президент|министр|председател|комиссар|организац)",
    re.IGNORECASE,
)
"""Beginnings of words that stand in a role or an institution, and in no person's name."""
_APART = re.compile(r"\s*[,;\uff0c،(]\s*|\s+[-–—]\s+|\s*\Z")  # noqa: RUF001 - dashes
_FEWEST, _MOST = 2, 5


def speaker_in(text: str) -> str | None:
    """The person whom a line calls the speaker of a message; None where it calls nobody by name. Roles are no names."""
    field = _FIELD.match(text)
    if field is not None:
        first = _bare(_APART.split(field["rest"])[0])
        return first if first and _ROLES.search(first) is None else None
    for form in _SPOKEN_FORMS:
        match = form.search(text)
        if match is not None:
            return _person_of(match["rest"])
    arabic, chinese = _ARABIC.search(text), _CHINESE.search(text)
    if arabic is not None:
        return arabic["name"]
    return chinese["name"] if chinese is not None and _NO_NAME.search(chinese["name"]) is None else None


def _person_of(rest: str) -> str | None:
    """The name in “Name, role” or in “role, Name”."""
    parts = [_bare(part) for part in _APART.split(rest)]
    if _is_person(parts[0]):
        return parts[0]
    follows = parts[1] if _ROLES.search(parts[0]) and len(parts) > 1 else ""
    return follows if _is_person(follows) else None


def _bare(part: str) -> str:
    name = part.strip(" .:*_\"'“”«»")
    while (shorter := _HONORIFICS.sub("", name)) != name:
        name = shorter
    return name


def _is_person(text: str) -> bool:
    """Two to five words with capitals, particles aside, that are no role, no institution and no country."""
    words = text.split()
    named = [word for word in words if word.casefold() not in _PARTICLES]
    return (
        len(named) >= _FEWEST
        and len(words) <= _MOST
        and all(word[0].isupper() and not any(map(str.isdigit, word)) for word in named)
        and _ROLES.search(text) is None
        and text not in _COUNTRIES
    )


_COUNTRIES = frozenset(name for locale in ("en", "fr", "es", "ru") for name in Locale(locale).territories.values())
