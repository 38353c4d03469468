"""This file tests that what we hand out is what we ask for: our own snippets, pasted into a page, have no fault."""

from __future__ import annotations

import pytest

from catalogue import SIX_LANGUAGES, Catalogue, Language, Message, Title, Video
from checker.providers import provider_of, recognise
from reports.embeds import VARIANTS, Order, Style, Variant, Version, names
from reports.inspection import case_of, inspect, read_page

IDS = ("OGSyYP5v6PM", "FmrrS4BiAW8", "jyVi5-NFNBU", "wwHOsWsInD0", "-FWuObmSstQ", "hmM44jmcE3g")
TITLES = (
    "Message from the Secretary-General for the World Day",
    "Message du Secrétaire général pour la Journée mondiale",
    "Mensaje del Secretario General para el Día Mundial",
    "رسالة الأمين العام بمناسبة اليوم العالمي",
    "秘书长世界日致辞",
    "Послание Генерального секретаря по случаю Всемирного дня",
)
ADDRESSES = {
    "youtube": tuple(f"https://youtu.be/{one}" for one in IDS),
    "vimeo": tuple(f"https://vimeo.com/7697987{place}" for place in range(6)),
    "file": tuple(f"https://www.example.int/films/{language}.mp4" for language in SIX_LANGUAGES),
    "peertube": tuple(
        f"https://tube.example.int/videos/watch/04af977f-4201-4697-be67-a8d8cae6fa{place}a" for place in range(6)
    ),
}


def message_on(site: str) -> Message:
    titles = tuple(Title(language, text) for language, text in zip(SIX_LANGUAGES, TITLES, strict=True))
    videos = tuple(Video(language, url) for language, url in zip(SIX_LANGUAGES, ADDRESSES[site], strict=True))
    return Message("world-day", titles=titles, videos=videos)


def versions_on(site: str) -> tuple[Version, ...]:
    found = []
    for language, title, url in zip(SIX_LANGUAGES, TITLES, ADDRESSES[site], strict=True):
        ref = recognise(url)
        assert ref is not None
        provider = provider_of(ref)
        found.append(Version(language, title, provider.page(ref), provider.player(ref, language.tag), provider.name))
    return tuple(found)


def page_with(code: str, language: Language) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{language.direction}">\n<head><meta charset="utf-8">'
        f'<meta name="referrer" content="no-referrer"><title>x</title></head>\n<body>\n{code}</body>\n</html>\n'
    )


def faults(code: str, page: Language, site: str) -> list[str]:
    catalogue = Catalogue(messages=(message_on(site),))
    case = case_of(read_page(page_with(code, page), f"https://www.example.int/{page}"), catalogue, {})
    return [f"{one.finding.rule} {one.finding.level} {one.sighting.embed.line}" for one in inspect(case)]


HTML = [variant for variant in VARIANTS if variant.syntax == "html"]


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("site", ADDRESSES)
@pytest.mark.parametrize("page", SIX_LANGUAGES, ids=str)
@pytest.mark.parametrize("variant", HTML, ids=lambda one: one.name)
def test_a_snippet_pasted_into_the_right_page_has_no_fault(
    variant: Variant, page: Language, site: str, style: Style
) -> None:
    versions = versions_on(site)
    if variant.single:
        versions = tuple(version for version in versions if version.language == page)
    code = variant.render(Order(versions, page_language=page, group="world-day", style=style))
    # SharePoint takes a bare frame, and makes it give way by itself.
    allowed = {"fixed-size notice 5"} if variant.name == "sharepoint" else set()
    assert set(faults(code, page, site)) <= allowed


@pytest.mark.parametrize(
    "variant", [variant for variant in HTML if variant.single and variant.plays], ids=lambda one: one.name
)
def test_pasted_into_a_page_in_another_language_that_alone_is_told(variant: Variant) -> None:
    arabic = versions_on("youtube")[3]
    found = faults(variant.render(Order((arabic,))), Language("en"), "youtube")
    assert [line for line in found if "notice" not in line and "wrong-language warning" not in line] == []
    assert [line for line in found if "wrong-language warning" in line] != []


def test_there_are_forms_to_hold_against_the_rules() -> None:
    assert {"iframe", "links", "details", "switcher"} <= {variant.name for variant in HTML} <= set(names())
