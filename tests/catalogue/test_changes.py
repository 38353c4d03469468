"""This file is what becomes of a person's text when a change is spliced into it, before and after."""
# ruff: noqa: E501 - a file before and after stands side by side

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from catalogue import Captions, Catalogue, CatalogueError, Language, Message, Title, Video
from catalogue.file.changes import same, touched
from catalogue.file.composed import compose
from catalogue.file.excerpt import starts_of
from catalogue.file.reading import read
from catalogue.file.revision import first, revised
from catalogue.file.written import Written

EN, FR, AR, DE = (Language(tag) for tag in ("en", "fr", "ar", "de"))
DAY = dt.date(2026, 11, 21)
HEAD = "version: 1\nlanguages: [en, fr, ar]\n"
MESSAGE = HEAD + "messages:\n  a:\n"
VIDEOS = MESSAGE + "    videos:\n"
NEW = Message("b", (Title(EN, 'The "B"'),), DAY, "Ms B", (Video(FR, "https://b.fr", added=DAY),))
NEW_LINES = """\
  b:
    title:
      en: "The \\"B\\""
    speaker: "Ms B"
    date: 2026-11-21
    videos:
      en:
        url:
        title:
      fr:
        url: https://b.fr
        added: 2026-11-21
      ar:
        url:
        title:
"""
Change = Callable[[Catalogue], Catalogue]


def plus(*messages: Message) -> Change:
    return lambda catalogue: replace(catalogue, messages=(*catalogue.messages, *messages))


def with_first(change: Callable[[Message], Message]) -> Change:
    def changed(catalogue: Catalogue) -> Catalogue:
        return replace(catalogue, messages=(change(catalogue.messages[0]), *catalogue.messages[1:]))

    return changed


def video(*videos: Video) -> Change:
    given = {video.language for video in videos}
    return with_first(lambda m: replace(m, videos=(*(v for v in m.videos if v.language not in given), *videos)))


def without(language: Language) -> Change:
    return with_first(
        lambda message: replace(message, videos=tuple(v for v in message.videos if v.language != language))
    )


def title(*titles: Title) -> Change:
    return with_first(lambda message: replace(message, titles=titles))


def revise(text: str, change: Change) -> str:
    written = Written("v.yaml", text)
    tree = compose(written)
    before = read(tree)
    after = change(before)
    revision = revised(written, before, after, touched(before, after))
    in_part = revised(written, before, after, touched(before, after), starts=starts_of(tree), large=0)
    assert in_part == revision
    return revision.text


en, fr, ar = (Video(language, f"https://new.{language}") for language in (EN, FR, AR))

INTO_LINES = [
    # new messages
    (HEAD + "messages:\n", plus(NEW), HEAD + "messages:\n" + NEW_LINES),
    (HEAD + "messages:", plus(NEW), HEAD + "messages:\n" + NEW_LINES[:-1]),
    (HEAD + "messages: ~ # c\n\n# foot", plus(NEW), HEAD + "messages: # c\n" + NEW_LINES + "\n# foot"),
    (HEAD + "messages: {}  # c\n", plus(NEW), HEAD + "messages:  # c\n" + NEW_LINES),
    (HEAD + "messages:\n  # c\n\n    {}\n", plus(NEW), HEAD + "messages:\n  # c\n" + NEW_LINES),
    (HEAD, plus(NEW), HEAD + "messages:\n" + NEW_LINES),
    ("messages:\n# c\nversion: 1\nlanguages: [en, fr, ar]", plus(NEW), "messages:\n" + NEW_LINES + "# c\n" + HEAD[:-1]),
    (MESSAGE + "\n   # c\n\n    # d\n\n  # e\n", plus(NEW), MESSAGE + "\n   # c\n\n    # d\n" + NEW_LINES + "\n  # e\n"),
    (MESSAGE + "...\n", plus(NEW), MESSAGE + NEW_LINES + "...\n"),
    (MESSAGE + "\n  # z\n  z:\n", plus(NEW), MESSAGE + "\n  # z\n  z:\n\n" + NEW_LINES),
    (MESSAGE + "  z:\n", plus(NEW, replace(NEW, slug="no")), MESSAGE + "  z:\n" + NEW_LINES + NEW_LINES.replace("b:", '"no":', 1)),
    # text blocks: a comment in the first line stays, and one that ends a file without a line end says the same still
    (
        MESSAGE + "    title:\n      en: |-  # c\n        two\n        lines\n\n      # d\n      fr: >2\n          F\n",
        title(Title(EN, "E"), Title(FR, "G")),
        MESSAGE + '    title:\n      en: "E"  # c\n\n      # d\n      fr: "G"\n',
    ),
    (
        MESSAGE + "    title:\n      en: |2+ # c\n        two\n        lines\n    videos:\n",
        title(),
        MESSAGE + "    title:\n      en: # c\n    videos:\n",
    ),
    (MESSAGE + "    speaker: |\n      A\n      B", plus(NEW), MESSAGE + "    speaker: |-\n      A\n      B\n" + NEW_LINES[:-1]),
    (MESSAGE + "    speaker: >1+ # c\n      A", plus(NEW), MESSAGE + "    speaker: >1- # c\n      A\n" + NEW_LINES[:-1]),
    (MESSAGE + "    speaker: |+2\n      A", plus(NEW), MESSAGE + "    speaker: |2-\n      A\n" + NEW_LINES[:-1]),
    (MESSAGE + "    speaker: |-\n      A", plus(NEW), MESSAGE + "    speaker: |-\n      A\n" + NEW_LINES[:-1]),
    (MESSAGE + "    date: 2020-01-01\n    speaker: |\n      A", with_first(lambda m: replace(m, date=None)), MESSAGE + "    date:\n    speaker: |\n      A"),
    (
        VIDEOS + "      en: |-\n        https://e",
        video(replace(en, title="T")),
        VIDEOS + '      en:\n        url: https://new.en\n        title: "T"',
    ),
    # videos where a stub stands, or nothing
    (VIDEOS + "      fr:\n", video(fr), VIDEOS + "      fr:\n        url: https://new.fr\n"),
    (VIDEOS + "      fr: ~  # c\n", video(fr), VIDEOS + "      fr:  # c\n        url: https://new.fr\n"),
    (
        VIDEOS + "      fr:\n        url: # c\n        title:\n        # d\n      ar:\n",
        video(replace(fr, title="T", added=DAY)),
        VIDEOS
        + "      fr:\n        url: https://new.fr # c\n"
        + '        title: "T"\n        added: 2026-11-21\n        # d\n      ar:\n',
    ),
    (
        VIDEOS + "      ar:\n       added: ~ # c\n       url: null\n",
        video(replace(ar, added=DAY, captions=Captions.NONE, captions_file="https://c", transcript="https://t",
                      mirrors=("https://m", "https://n"))),
        VIDEOS + "      ar:\n       added: 2026-11-21 # c\n       captions: none\n       captions_file: https://c\n"
        "       transcript: https://t\n"
        "       mirrors: [https://m, https://n]\n       url: https://new.ar\n",
    ),
    (
        MESSAGE + "    date: 2020-01-01 # c\n",
        video(fr),
        MESSAGE + "    date: 2020-01-01 # c\n    videos:\n      en:\n        url:\n        title:\n      fr:\n"
        "        url: https://new.fr\n      ar:\n        url:\n        title:\n",
    ),
    (MESSAGE, video(fr), MESSAGE + "".join(f"    {line}\n" for line in [
        "videos:", "  en:", "    url:", "    title:", "  fr:", "    url: https://new.fr", "  ar:", "    url:", "    title:",
    ])),
    (VIDEOS, video(fr), VIDEOS + "".join(f"      {line}\n" for line in [
        "en:", "  url:", "  title:", "fr:", "  url: https://new.fr", "ar:", "  url:", "  title:",
    ])),
    # videos in the catalogue's order
    (
        VIDEOS + "      # about fr\n      fr: https://old.fr # c\n\n        # more\n      # foot\n",
        video(en, ar),
        VIDEOS + "      en:\n        url: https://new.en\n      # about fr\n      fr: https://old.fr # c\n\n        # more\n"
        "      ar:\n        url: https://new.ar\n      # foot\n",
    ),
    (
        VIDEOS + "      ar: https://old.ar\n      en: https://old.en",
        video(fr),
        VIDEOS + "      ar: https://old.ar\n      en: https://old.en\n      fr:\n        url: https://new.fr",
    ),
    # a block of text before the place
    (
        VIDEOS + "      en:\n         url: https://old.en\n         title: |\n           two\n           lines\n\n  # c\n",
        video(fr),
        VIDEOS + "      en:\n         url: https://old.en\n         title: |\n           two\n           lines\n\n"
        "      fr:\n         url: https://new.fr\n  # c\n",
    ),
    # other videos, and none
    (VIDEOS + "      en: 'https://old.en' # c\n", video(en), VIDEOS + "      en: https://new.en # c\n"),
    (VIDEOS + "      en:\n        https://old.en # c\n", video(en), VIDEOS + "      en:\n        https://new.en # c\n"),
    (
        VIDEOS + "      en: https://old.en # c\n",
        video(replace(en, title="T")),
        VIDEOS + '      en: # c\n        url: https://new.en\n        title: "T"\n',
    ),
    (
        VIDEOS + "      en:\n        url: https://new.en\n        title: >\n          folded\n          text\n\n        added: 2020-01-01\n",
        video(replace(en, title="T")),
        VIDEOS + '      en:\n        url: https://new.en\n        title: "T"\n\n        added:\n',
    ),
    (
        VIDEOS + "      en:\n        url: https://new.en\n        mirrors:\n        - https://a # c\n        - https://b\n",
        video(replace(en, mirrors=("https://c",))),
        VIDEOS + "      en:\n        url: https://new.en\n        mirrors:\n          [https://c]\n",
    ),
    (VIDEOS + "      en: https://old.en # c\n      fr: https://x\n", without(EN), VIDEOS + "      en: # c\n      fr: https://x\n"),
    (
        VIDEOS + "      en:\n        url: https://old.en # c\n        title: 'T' # d\n        added: 2020-01-01\n",
        without(EN),
        VIDEOS + "      en:\n        url: # c\n        title: # d\n        added:\n",
    ),
    (VIDEOS + "      en: {url: https://x, title: T} # c\n", without(EN), VIDEOS + "      en: {url: null, title: null} # c\n"),
    # titles and the like
    (MESSAGE + "    date: 2020-01-01\n", title(Title(FR, "F"), Title(EN, "E")),
     MESSAGE + '    title:\n      en: "E"\n      fr: "F"\n    date: 2020-01-01\n'),
    (MESSAGE + "    title:\n    date: 2020-01-01\n", title(Title(FR, "F")), MESSAGE + '    title:\n      fr: "F"\n    date: 2020-01-01\n'),
    (MESSAGE + "    title:\n      fr: # c\n      ar: A\n", title(Title(AR, "A"), Title(FR, "F"), Title(EN, "E")),
     MESSAGE + '    title:\n      en: "E"\n      fr: "F" # c\n      ar: A\n'),
    (MESSAGE + "    title:\n      ar: A\n      fr: F\n", title(Title(AR, "B")), MESSAGE + '    title:\n      ar: "B"\n      fr:\n'),
    (MESSAGE + "    speaker: A # c\n", with_first(lambda m: replace(m, speaker="B", date=DAY)),
     MESSAGE + '    speaker: "B" # c\n    date: 2026-11-21\n'),
    (MESSAGE + "    speaker: A # c\n    date: 2020-01-01\n", with_first(lambda m: replace(m, speaker=None, date=None)),
     MESSAGE + "    speaker: # c\n    date:\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "change", "expected"), INTO_LINES)
def test_changes_go_into_lines(text: str, change: Change, expected: str) -> None:
    assert revise(text, change) == expected


@pytest.mark.parametrize(("text", "change", "expected"), INTO_LINES)
@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_changes_keep_the_line_ends_of_the_file(text: str, change: Change, expected: str, line_end: str) -> None:
    assert revise(text.replace("\n", line_end), change) == expected.replace("\n", line_end)


INTO_BRACES = [
    (VIDEOS[:-1] + " {en: https://x}\n", video(fr), VIDEOS[:-1] + " {en: https://x, fr: {url: https://new.fr}}\n"),
    (VIDEOS[:-1] + " {fr: https://x, }\n", video(en, ar),
     VIDEOS[:-1] + " {en: {url: https://new.en}, fr: https://x, ar: {url: https://new.ar}, }\n"),
    (VIDEOS[:-1] + " {\n # c\n }\n", video(en, fr), VIDEOS[:-1] + " {en: {url: https://new.en}, fr: {url: https://new.fr}\n # c\n }\n"),
    (VIDEOS[:-1] + " {\n  en: https://x # c\n  }\n", video(fr), VIDEOS[:-1] + " {\n  en: https://x, fr: {url: https://new.fr} # c\n  }\n"),
    (VIDEOS[:-1] + " {en: ~, fr: }\n", video(en, fr), VIDEOS[:-1] + " {en: {url: https://new.en}, fr:  {url: https://new.fr}}\n"),
    (VIDEOS[:-1] + " {en: {url: , title: T}}\n", video(en), VIDEOS[:-1] + " {en: {url:  https://new.en, title: T}}\n"),
    (VIDEOS + "      en: {url: ~}\n", video(replace(en, title="a, b")), VIDEOS + '      en: {url: https://new.en, title: "a, b"}\n'),
    (VIDEOS[:-1] + " {en: https://x}\n", video(replace(en, added=DAY)), VIDEOS[:-1] + " {en: {url: https://new.en, added: 2026-11-21}}\n"),
    (VIDEOS[:-1] + " {en: https://x}\n", without(EN), VIDEOS[:-1] + " {en: null}\n"),
    (HEAD + "messages: {a: }\n", plus(NEW),
     HEAD + 'messages: {a: , b: {title: {en: "The \\"B\\""}, speaker: "Ms B", date: 2026-11-21, '
     "videos: {fr: {url: https://b.fr, added: 2026-11-21}}}}\n"),
    (HEAD + "messages: {a: }\n", video(fr), HEAD + "messages: {a:  {videos: {fr: {url: https://new.fr}}}}\n"),
    ('{"version": 1, "languages": ["en", "fr"], "messages": {"a": {"title": {"en": "T"}}}}', title(Title(EN, "U"), Title(FR, "F")),
     '{"version": 1, "languages": ["en", "fr"], "messages": {"a": {"title": {"en": "U", fr: "F"}}}}'),
    (VIDEOS + "      en: {url: ~}\n", video(replace(en, url="https://x?y")), VIDEOS + '      en: {url: "https://x?y"}\n'),
    (HEAD + "messages: {a: ~}\n", plus(Message("b")), HEAD + "messages: {a: ~, b: {videos: {}}}\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "change", "expected"), INTO_BRACES)
def test_changes_go_between_braces(text: str, change: Change, expected: str) -> None:
    assert revise(text, change) == expected


def test_what_a_stub_says_already_is_kept_where_its_video_is_silent() -> None:
    stub = VIDEOS + (
        "      fr:\n        url:\n        title: 'T'\n        added: 2020-01-01\n        captions: manual\n"
        "        captions_file: https://c\n        transcript: https://t\n        mirrors: [https://m]\n"
    )
    assert revise(stub, video(fr)) == stub.replace("url:", "url: https://new.fr")
    spoken = replace(fr, title="U", captions=Captions.NONE)
    expected = stub.replace("url:", "url: https://new.fr").replace("'T'", '"U"').replace("manual", "none")
    assert revise(stub, video(spoken)) == expected


@pytest.mark.parametrize(
    ("text", "change", "reason"),
    [
        (VIDEOS, video(replace(fr, url="a\nb")), "line break"),
        (VIDEOS, video(replace(fr, title="")), "empty"),
        (VIDEOS, video(replace(fr, title="\ud800")), "no such character"),
        (VIDEOS, video(replace(fr, captions_file="")), "empty"),
        (VIDEOS, video(replace(fr, transcript="")), "empty"),
        (VIDEOS, video(replace(fr, url="")), "would read back as something else"),
        (HEAD + "messages:\n  ? a\n  : {}\n", plus(NEW), "not the first thing in its line"),
        (VIDEOS + "      ? fr\n", video(fr), "not the first thing in its line"),
        (VIDEOS[:-1] + " {fr}\n", video(fr), "without harm"),
        (MESSAGE, plus(replace(NEW, videos=(Video(DE, "https://x"),))), "b: de is not among “languages:”"),
        (MESSAGE, title(Title(DE, "D")), "a: de is not among “languages:”"),
        (MESSAGE, lambda catalogue: replace(catalogue, messages=()), "“a” would go, or change places"),
        (MESSAGE, lambda catalogue: replace(catalogue, messages=(NEW, *catalogue.messages)), "“a” would go"),
        (MESSAGE, lambda catalogue: replace(catalogue, languages=(EN,)), "list of languages"),
    ],
)
def test_what_cannot_be_written_without_harm_is_refused(text: str, change: Change, reason: str) -> None:
    with pytest.raises(CatalogueError, match=reason):
        revise(text, change)


def test_the_order_of_titles_and_videos_in_a_message_means_nothing() -> None:
    one = Message("a", (Title(EN, "E"), Title(FR, "F")), videos=(en, fr))
    other = Message("a", (Title(FR, "F"), Title(EN, "E")), videos=(fr, en))
    assert same(one, other)
    assert touched(Catalogue(messages=(one,)), Catalogue(messages=(other,))) == ()
    assert not same(one, replace(other, speaker="S"))


def test_a_new_file_says_all_that_was_meant() -> None:
    revision = first("v.yaml", Catalogue((EN, FR, AR), (NEW,)))
    head = "# yaml-language-server: $schema=videos.schema.json\nversion: 1\nlanguages: [en, fr, ar]\nmessages:\n"
    assert revision.text == head + NEW_LINES
    assert revision.catalogue == Catalogue((EN, FR, AR), (NEW,))


def test_a_new_file_without_messages_is_one_to_begin_with() -> None:
    assert first("v.yaml", Catalogue((EN, Language("no")))).text.endswith('languages: [en, "no"]\nmessages:\n')
