"""This file is how strictly a catalogue file is read: what it may hold, and what is said about the rest."""

from __future__ import annotations

import datetime as dt

import pytest

from catalogue import Captions, Catalogue, Language, Message, Title, Unreadable, Video
from catalogue.file.composed import compose, decoded
from catalogue.file.reading import read

EN, FR, AR, NO = (Language(tag) for tag in ("en", "fr", "ar", "no"))
HEAD = "version: 1\nlanguages: [en, fr, ar]\n"
MESSAGE = HEAD + "messages:\n  a:\n"
VIDEO = MESSAGE + "    videos:\n      en:\n        url: https://youtu.be/OGSyYP5v6PM\n"


def catalogue_in(text: str | bytes) -> Catalogue:
    content = text.encode() if isinstance(text, str) else text
    return read(compose(decoded(content, "data/videos.yaml")))


def test_everything_that_the_model_knows_is_read() -> None:
    text = """\
# a catalogue
version: 1
languages: [en, fr, ar]
messages:
  wtisd-2021:
    title:
      en: "World Telecommunication and Information Society Day 2021 (WTISD 2021)"
      fr:
    speaker: "Houlin Zhao"
    date: 2021-05-17
    videos:
      en: https://youtu.be/OGSyYP5v6PM
      ar:
        url: 'https://youtu.be/wwHOsWsInD0'
        title: "اليوم العالمي"
        added: "2021-05-06"
        captions: none
        captions_file: https://example.int/a.vtt
        transcript: https://example.int/a
        mirrors: [https://example.int/b, "https://example.int/c"]
      fr:
        url:
        title:
  empty:
"""
    assert catalogue_in(text) == Catalogue(
        (EN, FR, AR),
        (
            Message(
                "wtisd-2021",
                (Title(EN, "World Telecommunication and Information Society Day 2021 (WTISD 2021)"),),
                dt.date(2021, 5, 17),
                "Houlin Zhao",
                (
                    Video(EN, "https://youtu.be/OGSyYP5v6PM"),
                    Video(
                        AR,
                        "https://youtu.be/wwHOsWsInD0",
                        "اليوم العالمي",
                        dt.date(2021, 5, 6),
                        Captions.NONE,
                        "https://example.int/a.vtt",
                        "https://example.int/a",
                        ("https://example.int/b", "https://example.int/c"),
                    ),
                ),
            ),
            Message("empty"),
        ),
    )


@pytest.mark.parametrize(
    "text",
    [
        "version: 1\n",
        "version: 1",
        "version: 1\nmessages:\n",
        "version: 1\nmessages: {}\n",
        "version: 1\nlanguages: ~\nmessages: null\n",
        "\ufeffversion: 1\n",
        "%YAML 1.2\n---\nversion: 1\n...\n",
        "version: 1\r\nmessages:\r\n",
        "version: 1\rmessages:\r",
        "{version: 1, messages: {}}",
        "# \u2028 x\nversion: 1\n",
        "# &no *anchors in: *comments\nversion: 1\n",
    ],
)
def test_an_empty_catalogue_has_many_forms(text: str) -> None:
    assert catalogue_in(text) == Catalogue()


@pytest.mark.parametrize(
    "stub", ["", " ~", " null", " Null", " NULL", "\n        url:", "\n        url: ~\n        title:"]
)
def test_a_stub_is_no_video_yet(stub: str) -> None:
    assert catalogue_in(MESSAGE + f"    videos:\n      en:{stub}\n      fr: https://a.b\n") == Catalogue(
        (EN, FR, AR), (Message("a", videos=(Video(FR, "https://a.b"),)),)
    )


def test_no_is_norwegian() -> None:
    read_back = catalogue_in("version: 1\nlanguages: [en, no]\nmessages:\n  on:\n    videos:\n      no: https://a.b\n")
    assert read_back == Catalogue((EN, NO), (Message("on", videos=(Video(NO, "https://a.b"),)),))


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("no", "no"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("2021-05-17", "2021-05-17"),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("'12'", "12"),
        ('"true"', "true"),
        ('"a\u2028b\x85c\u2029d"', "a\u2028b\x85c\u2029d"),
        ("a\u2028b", "a\u2028b"),
        (r'"\L\N\P\x41\u263A\U0001F600"', "\u2028\x85\u2029A☺😀"),
        ("'*a &b !c'", "*a &b !c"),
        ("R&D *now*", "R&D *now*"),
        ("|\n      two\n      lines", "two\nlines\n"),
        ("'👨‍👩‍👧 مرحبا 世界'", "👨‍👩‍👧 مرحبا 世界"),
    ],
)
def test_texts_are_read_by_yaml_1_2(written: str, text: str) -> None:
    assert catalogue_in(MESSAGE + f"    speaker: {written}\n").messages[0].speaker == text


REFUSED = [
    ("", "1:1: the file is empty", "import"),
    ("# only this\n", "1:1: the file is empty", "version: 1"),
    ("~", "1:1: the file is empty", "version: 1"),
    ("hello\n", "1:1: a catalogue is made of keys and values", "key: value"),
    ("- version: 1\n", "1:1: a catalogue is made of keys and values", "key: value"),
    ("\n\nmessages:\n", "3:1: the file does not say its version", "version: 1"),
    ("version: 2\n", "1:10: this is no version", "newer"),
    ("version: '1'\n", "1:10: this is no version", "newer"),
    ("version: [1]\n", "1:10: this is no version", "newer"),
    ("version: 0x1\n", "1:10: this is no version", "newer"),
    ("version: 1\nversoin: 1\n", "2:1: “versoin” is no key of a catalogue", "did you mean “version”?"),
    ("version: 1\nzzz: 1\n", "2:1: “zzz” is no key of a catalogue", "correct it, or remove it"),
    ("version: 1\nlanguages: en\n", "2:12: “languages:” is a list", "[en, fr, ar]"),
    ("version: 1\nlanguages: []\n", "2:12: “languages:” is a list", "[en, fr, ar]"),
    ("version: 1\nlanguages: [en, [fr]]\n", "2:17: here a language tag belongs", "pt-BR"),
    ("version: 1\nlanguages: [en, ~]\n", "2:17: here a language tag belongs", "pt-BR"),
    ("version: 1\nlanguages: [en, klingonish]\n", "2:17: “klingonish”", "pt-BR"),
    ("version: 1\nlanguages: [en, FR]\n", "2:17: the language “FR” is written “fr”", "write it so"),
    ("version: 1\nlanguages: [en,\n fr, en]\n", "3:6: the language en stands here again after line 2", "remove"),
    ("version: 1\nmessages: [a]\n", "2:11: “messages:” is made of keys and values", "key: value"),
    (HEAD + "messages:\n  Bad_Slug:\n", "4:3: “Bad_Slug” cannot be a slug", "lower-case"),
    (HEAD + "messages:\n  Bad_Slug:\n    date: 2021-01-01\n", "4:3: “Bad_Slug” cannot be a slug", "lower-case"),
    (HEAD + f"messages:\n  {'a' * 101}:\n", f"4:3: “{'a' * 100}…” is too long for a slug", "at most 100"),
    (HEAD + "messages:\n  a:\n  b:\n  a:\n", "6:3: the key “a” stands here again after line 4", "remove one"),
    (HEAD + "messages:\n  a: text\n", "4:6: a message is made of keys and values", "key: value"),
    (HEAD + "messages:\n  [a]:\n", "4:3: a key of “messages:” is one word", "write it so"),
    (HEAD + "messages:\n  ? {a: b}\n  : x\n", "4:5: a key of “messages:” is one word", "write it so"),
    (MESSAGE + "    vidoes:\n", "5:5: “vidoes” is no key of a message", "did you mean “videos”?"),
    (MESSAGE + "    <<: {speaker: a}\n", "5:5: merge keys", "write the values out"),
    (MESSAGE + "    speaker: 12\n", "5:14: 12 is a number", "double quotes"),
    (MESSAGE + "    speaker: 0o17\n", "5:14: 0o17 is a number", "double quotes"),
    (MESSAGE + "    speaker: 1e3\n", "5:14: 1e3 is a number", "double quotes"),
    (MESSAGE + "    speaker: .inf\n", "5:14: .inf is a number", "double quotes"),
    (MESSAGE + "    speaker: TRUE\n", "5:14: TRUE is a number or a truth value", "double quotes"),
    (MESSAGE + "    speaker: ''\n", "5:14: this text is empty", "remove the quotes"),
    (MESSAGE + "    speaker: '  '\n", "5:14: this text is empty", "remove the quotes"),
    (MESSAGE + "    speaker: [a]\n", "5:14: here a text belongs", "double quotes"),
    (MESSAGE + "    date: 2021-05-17T10:00:00Z\n", "5:11: “2021-05-17T10:00:00Z” is not a day", "2021-05-17"),
    (MESSAGE + "    date: 2021-05-17 10:00:00\n", "5:11: “2021-05-17 10:00:00” is not a day", "2021-05-17"),
    (MESSAGE + "    date: 2021-02-30\n", "5:11: “2021-02-30” is not a day", "2021-05-17"),
    (MESSAGE + "    date: 20210517\n", "5:11: “20210517” is not a day", "2021-05-17"),
    (MESSAGE + "    date: 2021-W20-1\n", "5:11: “2021-W20-1” is not a day", "2021-05-17"),
    (MESSAGE + "    date: ٢٠٢١-٠٥-١٧\n", "5:11: “٢٠٢١-٠٥-١٧” is not a day", "2021-05-17"),
    (MESSAGE + "    date: [2021-05-17]\n", "5:11: here a day belongs", "2021-05-17"),
    (MESSAGE + "    title: Hello\n", "5:12: “title:” holds the language of each title", "“en:”"),
    (MESSAGE + "    title:\n      english: x\n", "6:7: “english” is not among", "did you mean “en”?"),
    (MESSAGE + "    title:\n      en: x\n      en: y\n", "7:7: the key “en” stands here again after line 6", "remove"),
    (MESSAGE + "    videos:\n      - https://a.b\n", "6:7: “videos:” holds the language of each video", "“en:”"),
    (MESSAGE + "    videos:\n      Français: https://a.b\n", "6:7: “Français” is not among", "did you mean “fr”?"),
    (MESSAGE + "    videos:\n      AR: https://a.b\n", "6:7: “AR” is not among", "did you mean “ar”?"),
    (MESSAGE + "    videos:\n      de: https://a.b\n", "6:7: “de” is not among", "add it to “languages:”"),
    (MESSAGE + "    videos:\n      en: 12\n", "6:11: 12 is a number", "double quotes"),
    (MESSAGE + "    videos:\n      en: [https://a.b]\n", "6:11: a video is made of keys and values", "key: value"),
    (MESSAGE + "    videos:\n      en: {title: x}\n", "6:11: this video has no “url:”", "leave it empty"),
    (MESSAGE + "    videos:\n      en: ''\n", "6:11: this text is empty", "remove the quotes"),
    (MESSAGE + '    videos:\n      en: "https://a.b/\\n"\n', "6:11: this address holds a line break", "one line"),
    (MESSAGE + '    videos:\n      en: "https://a.b/\\x9f"\n', "6:11: this address holds a line break", "one line"),
    (MESSAGE + f"    videos:\n      en: {'x' * 2049}\n", "6:11: this address is longer than 2048", "short"),
    (VIDEO + "        ulr: x\n", "8:9: “ulr” is no key of a video", "did you mean “url”?"),
    (VIDEO + "        url: x\n", "8:9: the key “url” stands here again after line 7", "remove one"),
    (VIDEO + "        captions: auto\n", "8:19: captions are manual, automatic, none, unknown", "“automatic”?"),
    (VIDEO + "        captions: xyz\n", "8:19: captions are manual, automatic, none, unknown", "correct it"),
    (VIDEO + "        mirrors: https://a.b\n", "8:18: “mirrors:” is a list", "in brackets"),
    (VIDEO + "        mirrors: [https://a.b, ~]\n", "8:32: here an address belongs", "remove the entry"),
    (VIDEO + "        caption_file: https://a.b\n", "8:9: “caption_file” is no key of a video", "“captions_file”?"),
    (VIDEO + "        captions_file: [https://a.b]\n", "8:24: here a text belongs", "double quotes"),
    (VIDEO + "        transcript: 1\n", "8:21: 1 is a number", "double quotes"),
    (VIDEO + f"        {'k' * 100}: 1\n", f"8:9: “{'k' * 60}…” is no key", "correct it"),
    ("é:\t😀\nversion: 1\r\n\u2028: 1\n", "1:1: “é” is no key of a catalogue", "correct it"),
    ('version: 1\r\n"a\\nb": 1\n', "2:1: “a�b” is no key of a catalogue", "correct it"),
]


@pytest.mark.parametrize(("text", "what", "remedy"), REFUSED)
def test_what_does_not_belong_is_refused_with_place_and_remedy(text: str, what: str, remedy: str) -> None:
    with pytest.raises(Unreadable) as caught:
        catalogue_in(text)
    assert str(caught.value).startswith(f"data/videos.yaml:{what}")
    assert remedy in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_address_may_be_of_any_kind_in_one_line() -> None:
    for url in ("https://youtu.be/x?a=1&b=*2#t", "not an address at all", "https://例え.jp/ع\u200f", "x" * 2048):
        text = MESSAGE + f"    videos:\n      en: '{url}'\n"
        assert catalogue_in(text).messages[0].videos == (Video(EN, url),)
