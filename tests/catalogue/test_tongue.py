"""This file is the tests of which language a text is written in, and of silence where that is not clear."""

from __future__ import annotations

import subprocess
import sys

import pytest

from catalogue import SIX_LANGUAGES, Language
from catalogue.tongue import tongue_of

GERMAN = "Die Welt feiert heute gemeinsam mit allen ihren Freunden, die hier zusammengekommen sind"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("World Telecommunication and Information Society Day 2021 (WTISD 2021)", "en"),
        ("Message from the Secretary-General", "en"),
        ("Journée mondiale des télécommunications", "fr"),
        ("Message vidéo", "fr"),
        ("Mensaje del Secretario General", "es"),
        ("اليوم العالمي للاتصالات (WTISD)", "ar"),
        ("世界电信日 2021", "zh"),
        ("Всемирный день электросвязи", "ru"),
        ("https://youtu.be/OGSyYP5v6PM 世界", "zh"),
    ],
)
def test_a_text_is_in_its_language(text: str, tag: str) -> None:
    assert tongue_of(text, SIX_LANGUAGES) == Language(tag)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021",
        "WTISD 2021",
        "Video",
        "Παγκόσμια ημέρα",
        "世界こんにちは",
        GERMAN,
        "ABC 世界",
    ],
)
def test_silence_where_it_is_not_clear(text: str) -> None:
    assert tongue_of(text, SIX_LANGUAGES) is None


def languages(*tags: str) -> tuple[Language, ...]:
    return tuple(map(Language, tags))


@pytest.mark.parametrize(
    ("text", "tags", "tag"),
    [
        ("これは日本語の文です", ("zh", "ja"), "ja"),
        ("Bom dia a todos os meus amigos", ("pt", "pt-BR"), None),  # one language to py3langid
        ("Bom dia a todos os meus amigos", ("pt", "en"), "pt"),
        ("سلام به همه دوستان عزیز من در سراسر جهان", ("ar", "fa"), "fa"),
        ("Guten Tag allerseits, liebe Freunde", ("de", "gsw"), None),  # it has not learnt Swiss German
        ("God dag til alle våre venner i hele landet", ("nb", "en"), "no"),
        # CLDR's own name of Divehi is in Latin letters here: its script is not known, so no script decides alone.
        ("Hello to all of my friends in the world", ("en", "dv"), "en"),
    ],
)
def test_languages_that_share_a_script(text: str, tags: tuple[str, ...], tag: str | None) -> None:
    found = tongue_of(text, languages(*tags))
    assert (found and {"nb": "no"}.get(found.tag, found.tag)) == tag


def test_the_model_is_loaded_only_when_it_is_asked() -> None:
    program = (
        "import sys; from catalogue import SIX_LANGUAGES; from catalogue.tongue import tongue_of;"
        "tongue_of('世界', SIX_LANGUAGES); print('py3langid' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
