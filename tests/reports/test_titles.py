from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from catalogue import SIX_LANGUAGES, Language
from proof.scripts import misfit
from reports.titles import LONGEST, CleanTitle, Removed, clean, default_title
from reports.titles_unicode import FLAG, may_divide

WALES = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
FAMILY = "👩🏽\u200d👩🏽\u200d👧🏽"
BIDI_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    "title",
    [
        "World Telecommunication and Information Society Day 2021 (WTISD 2021)",
        "رسالة الأمينة العامة",
        "第17届世界电信和信息社会日",
        "He said \"it's\" <b>bold</b> & 'x'",
        "&lt;script&gt; &amp;amp; &#34;",
        "{{7*7}} ${7*7} <%= %> {% x %}",
        "](javascript:alert(1)) [x](http://evil)",
        "[gallery] [embed]",
        "%0d%0aSet-Cookie: javascript:",
        "٢٠٢٦ 2026-2025",
        "left\u200eright\u200farabic\u061cmarks",
        "می\u200cخواهم क्\u200dष",
        f"{FAMILY} 👍🏿 🇨🇭 {WALES} ❤\ufe0f 1\ufe0f\u20e3",
        "« Télé\u00a0» : l’été\u202f!",
        "世界\u3000电信",
        "ᠮᠣᠩᠭᠣᠯ\u180eᠠ \u06dd٣",
        "newer than Python knows: \U0001fae9",
        "x" * LONGEST,
    ],
)
def test_an_honest_title_stays_as_it_is(title: str) -> None:
    assert clean(title) == CleanTitle(title)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("one\ntwo", "one two"),
        ("one\r\ntwo", "one two"),
        ("one\ttwo", "one two"),
        ("one\u0085two", "one two"),
        ("one\u2028two\u2029three", "one two three"),
        ("  one \u00a0 two\u3000\u3000three \n", "one two three"),
        ("\u00a0one\u00a0", "one"),
        ("one \u200b two", "one two"),
        ("e\u0301te\u0301", "été"),
        ("A\u030a \u212b", "Å Å"),
        ("\u1112\u1161\u11ab", "한"),
    ],
)
def test_spaces_are_folded_and_letters_composed(title: str, text: str) -> None:
    assert clean(title).text == text


@pytest.mark.parametrize(
    ("title", "text", "removed"),
    [
        (
            "safe \u202egpj.exe\u202c",
            "safe gpj.exe",
            (("U+202E RIGHT-TO-LEFT OVERRIDE", 6), ("U+202C POP DIRECTIONAL FORMATTING", 14)),
        ),
        ("a\u2067b", "ab", (("U+2067 RIGHT-TO-LEFT ISOLATE", 2),)),
        ("\u2069\u202ca", "a", (("U+2069 POP DIRECTIONAL ISOLATE", 1), ("U+202C POP DIRECTIONAL FORMATTING", 2))),
        ("a\x00b\x1b\x7f\x9b\x0b", "ab", tuple(
            (f"U+{code} control character", place)
            for code, place in (("0000", 2), ("001B", 4), ("007F", 5), ("009B", 6), ("000B", 7))
        )),
        ("a\ud800b\udfff", "ab", (("U+D800 half of a surrogate pair", 2), ("U+DFFF half of a surrogate pair", 4))),
        ("a\ufffe\ufdd0\U0010ffffb", "ab", tuple(
            (f"U+{code} noncharacter", place) for code, place in (("FFFE", 2), ("FDD0", 3), ("10FFFF", 4))
        )),
        ("a\U000e0041\U000e0001", "a", (("U+E0041 TAG LATIN CAPITAL LETTER A", 2), ("U+E0001 LANGUAGE TAG", 3))),
        ("a\U000e0080\u2065", "a", (("U+E0080 invisible character", 2), ("U+2065 invisible character", 3))),
        ("\ufeffa\u200bb", "ab", (("U+FEFF ZERO WIDTH NO-BREAK SPACE", 1), ("U+200B ZERO WIDTH SPACE", 3))),
        ("soft\u00adhyphen\u2060", "softhyphen", (("U+00AD SOFT HYPHEN", 5), ("U+2060 WORD JOINER", 12))),
        ("a\ue000b", "ab", (("U+E000 private-use character", 2),)),
        ("\u0338=a", "=a", (("U+0338 COMBINING LONG SOLIDUS OVERLAY without a letter to stand on", 1),)),
        (" \ufeff\u0301a", "a", (
            ("U+FEFF ZERO WIDTH NO-BREAK SPACE", 2),
            ("U+0301 COMBINING ACUTE ACCENT without a letter to stand on", 3),
        )),
        ("ab\u0301" + "\u0302" * 60, "ab\u0301" + "\u0302" * 5, (("55 of the marks piled on one letter", 2),)),
        ("a" + "\u0301\u200d" * 9, "á" + "\u200d\u0301" * 5 + "\u200d" * 4, (
            ("3 of the marks piled on one letter", 1),
        )),
        ("\u1161\u11a8a", "a", (
            ("U+1161 HANGUL JUNGSEONG A without a letter to stand on", 1),
            ("U+11A8 HANGUL JONGSEONG KIYEOK without a letter to stand on", 2),
        )),
    ],
)  # fmt: skip
def test_what_harms_is_removed_and_reported(title: str, text: str, removed: tuple[tuple[str, int], ...]) -> None:
    assert clean(title) == CleanTitle(text, tuple(Removed(*one) for one in removed))


def test_a_flag_of_another_place_loses_its_tags() -> None:
    california = "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in "usca") + "\U000e007f"
    assert clean(california).text == "\U0001f3f4"
    assert FLAG.fullmatch(WALES)


@pytest.mark.parametrize(
    "title",
    [
        None,
        "",
        "   ",
        "\u00a0",
        "\n\t\u2028",
        BIDI_CONTROLS,
        "\u200e\u200f\u061c",
        "\u200d\u200c",
        "\u0301\u0302",
        " \u0301",
        "\u200e\u0301",
        "\u3164\u2800\u115f",
        "\ud83d",
        "\x00",
        "\ufeff",
        "\u200d" + "\u0903" * 400 + "a",
    ],
)
def test_a_title_that_shows_nothing_is_no_title(title: str | None) -> None:
    assert clean(title).text is None


@pytest.mark.proof(21)
@pytest.mark.parametrize("mark", ["\u0301", "\u0327", "\u05b0", "\u064b", "\u0338"])
def test_composed_and_decomposed_titles_become_the_same(mark: str) -> None:
    title = "é" + mark * 60 + "\u0316" * 3 + " قُرْآن"
    once = clean(unicodedata.normalize("NFC", title)).text
    assert once == clean(unicodedata.normalize("NFD", title)).text == clean(title).text
    assert once is not None
    assert len(once) < 20


@pytest.mark.parametrize(
    ("title", "end"),
    [
        ("رسالة الأمينة العامة " * 240, " العامة رسالة…"),
        ("x" * 5000, "xxx…"),
        ("word " * 100, "word word…"),
        ("a" * 250 + " " + "b" * 5000, "aaa…"),
        ("a" * 100 + " " + "b" * 5000, "bbb…"),
        ("世" * 400, "世世…"),
        (FAMILY * 100, FAMILY + "…"),
        ("x" + FAMILY * 100, FAMILY + "…"),
        ("🇨🇭" * 200, "🇭🇨🇭…"),
        ("x" + "🇨🇭" * 200, "🇭🇨🇭…"),
        (WALES * 60, WALES + "…"),
        ("❤\ufe0f" * 200, "❤\ufe0f❤\ufe0f…"),
        ("1\ufe0f\u20e3" * 200, "1\ufe0f\u20e3…"),
        ("👍🏽" * 200, "👍🏽👍🏽…"),
        ("q\u0301" * 200, "\u0301q…"),
        ("हिन्दी भारत " * 40, " भारत…"),
        ("क्ष" * 150, "क्ष…"),
        ("각" * 400, "각각…"),
        ("\u1100\u1161\u11aa\u11ab" * 200, "\u11ab…"),
        ("newer" + "\U0001fae9" * 400, "newe…"),
        ("\u200d".join("👩" * 400), "👩…"),
        ("क" + "ा" * 400, "क…"),
    ],
)
def test_a_long_title_is_cut_where_a_reader_would_cut_it(title: str, end: str) -> None:
    text = clean(title).text
    assert text is not None
    assert len(text) <= 300
    assert text.endswith(end)
    assert text[:-1] == unicodedata.normalize("NFC", title)[: len(text) - 1]


def test_a_megabyte_is_made_clean_in_a_moment() -> None:
    began = time.monotonic()
    for title in ("a" * 1_000_000, "\u202e" * 1_000_000, "a" + "\u0301\u0316" * 500_000, " " * 1_000_000 + "a"):
        clean(title)
    assert time.monotonic() - began < 60


AWKWARD = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=("Mn", "Mc", "Me", "Cf", "Cs", "Zs", "Cc")),
        st.sampled_from("\u200d\u200c\ufe0f👩🏽🇨🇭\U0001f3f4\U000e0067\U000e007f\u094d\u1100\u1161\u11a8 a\u0301"),
    ),
    max_size=60,
)


@given(AWKWARD, st.integers(1, 9))
@example("\u0338>", 1)
@example("a" * 299 + "\u0301", 2)
def test_every_title_comes_out_clean(piece: str, times: int) -> None:
    once = clean(piece * times)
    if once.text is None:
        return
    text = once.text
    assert clean(text) == CleanTitle(text)
    assert text.encode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert len(text) <= LONGEST
    assert text == text.strip()
    assert not unicodedata.category(text[0]).startswith("M")
    assert not re.search(
        r"\s\s|[\x00-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufdd0-\ufdef\ue000-\uf8ff]", text
    )
    assert not any("\U000e0000" <= char <= "\U000e00ff" for char in FLAG.sub("", text))
    assert [one.position for one in once.removed] == sorted(one.position for one in once.removed)


@pytest.mark.proof(16)
@given(AWKWARD.filter(lambda text: len(text) > 5))
def test_a_cut_never_ends_on_a_mark_or_a_joiner_or_half_an_emoji(piece: str) -> None:
    text = clean(piece * 60).text
    if text is None or not text.endswith("…") or len(text) < 200:
        return
    last = text[-2]
    assert last not in "\u200c\u200d"
    assert last in "\ufe0e\ufe0f\u20e3" or not unicodedata.category(last).startswith("M")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("e\u0301👩\u200d👩🇨🇭🇨🇭क्षa", [2, 5, 7, 9, 12]),
        ("क\u094d\u093cष", []),
        ("क\u093cष", [2]),
        ("\u0301ष", [1]),
        ("\u06dd٣٣", [2]),
    ],
)
def test_a_text_is_divided_between_its_letters_only(text: str, places: list[int]) -> None:
    assert [place for place in range(1, len(text)) if may_divide(text, place)] == places


@pytest.mark.parametrize(
    ("tag", "without", "with_year"),
    [
        ("en", "Video message", "Video message, 2021"),
        ("fr", "Message vidéo", "Message vidéo, 2021"),
        ("es", "Mensaje en vídeo", "Mensaje en vídeo, 2021"),
        ("ar", "رسالة مرئية", "رسالة مرئية، 2021"),
        ("zh", "视频致辞", "视频致辞，2021"),
        ("ru", "Видеообращение", "Видеообращение, 2021"),
        ("zh-Hans", "视频致辞", "视频致辞，2021"),
        ("zh-Hans-SG", "视频致辞", "视频致辞，2021"),
        ("zh-TW", "影片致辭", "影片致辭，2021"),
        ("zh-Hant-HK", "影片致辭", "影片致辭，2021"),
        ("fr-CA", "Message vidéo", "Message vidéo, 2021"),
        ("es-419", "Mensaje en vídeo", "Mensaje en vídeo, 2021"),
        ("de", "Deutsch", "Deutsch (2021)"),
        ("fa", "فارسی", "فارسی (2021)"),
    ],
)
def test_a_video_without_a_title_is_called_something_in_its_language(tag: str, without: str, with_year: str) -> None:
    language = Language.parse(tag)
    assert default_title(language) == without
    assert default_title(language, 2021) == with_year


def test_words_of_one_script_are_not_given_to_readers_of_another() -> None:
    assert default_title(Language.parse("ar-Latn")) != "رسالة مرئية"


def test_default_titles_are_clean_and_differ_and_fit_their_language() -> None:
    titles = [default_title(language, 2021) for language in SIX_LANGUAGES]
    assert len(set(titles)) == 6
    for language, title in zip(SIX_LANGUAGES, titles, strict=True):
        assert clean(title) == CleanTitle(title)
        assert misfit(title, language) is None
