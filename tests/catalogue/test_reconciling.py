"""This file is what becomes of two people's texts: one of both, or marks where they must choose."""
# ruff: noqa: E501 - three files stand beside what becomes of them

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue import Catalogue, Unreadable
from catalogue.contents import Contents
from catalogue.file.changes import touched
from catalogue.file.composed import compose, decoded
from catalogue.file.reading import read
from catalogue.file.reconciling import Reconciled, Sides, Unmergeable, reconcile
from catalogue.file.revision import revised
from catalogue.file.saying import contents_of
from odd_files import Written, files, with_changes

HEAD = "version: 1\nlanguages: [en, fr, ar]\nmessages:\n"
MESSAGE = HEAD + "  a:\n"
VIDEOS = MESSAGE + "    videos:\n      en: https://e\n"
STUBS = MESSAGE + "    videos:\n      en:\n        url:\n        title:\n      fr:\n        url:\n        title:\n"


def both(base: str, ours: str, theirs: str) -> Reconciled:
    return reconcile(Sides(base.encode(), ours.encode(), theirs.encode()), None)


SPLICED = [
    # two languages in one message, without places kept for them, and with
    (VIDEOS, VIDEOS + "      fr: https://f # by one\n", VIDEOS + "      # two\n      ar: https://a # by two\n",
     VIDEOS + "      fr: https://f # by one\n      # two\n      ar: https://a # by two\n"),
    (VIDEOS, VIDEOS + "      ar:\n        url: https://a\n", VIDEOS + "      fr:\n        url: https://f # f\n",
     VIDEOS + "      fr:\n        url: https://f # f\n      ar:\n        url: https://a\n"),
    (STUBS, STUBS.replace("url:", "url: https://e", 1), STUBS.replace("fr:\n        url:", "fr:\n        url: https://f"),
     STUBS.replace("url:", "url: https://e", 1).replace("fr:\n        url:", "fr:\n        url: https://f")),
    (STUBS, STUBS.replace("url:", "url: https://e", 1), STUBS.replace("title:", 'title: "E"', 1),
     STUBS.replace("url:", "url: https://e", 1).replace("title:", 'title: "E"', 1)),
    (VIDEOS + "    title:\n      en: |\n        S", VIDEOS.replace("a:", "a: # c") + "    title:\n      en: |\n        S", VIDEOS + "    title:\n      en: |\n        S\n      fr: F\n".replace("|", "|-"),
     VIDEOS.replace("a:", "a: # c") + '    title:\n      en: |-\n        S\n      fr: "F"'),
    # fields of one video
    (VIDEOS, VIDEOS.replace("https://e", "https://e # c"), VIDEOS.replace("https://e", "{url: https://e, captions: none}"),
     VIDEOS.replace("en: https://e", "en: # c\n        url: https://e\n        captions: none")),
    (VIDEOS, VIDEOS + "    speaker: S\n", VIDEOS.replace("https://e", "https://g"), VIDEOS.replace("https://e", "https://g") + "    speaker: S\n"),
    (VIDEOS, VIDEOS + "    speaker: S\n", VIDEOS.replace(" https://e", ""), VIDEOS.replace(" https://e", "") + "    speaker: S\n"),
    (VIDEOS, VIDEOS + "    speaker: S\n", MESSAGE + "    videos:\n      en: {url: , title: E}\n",
     MESSAGE + '    videos:\n      en:\n        url:\n        title: "E"\n    speaker: S\n'),
    # titles, dates, speakers
    (MESSAGE + "    title:\n      en: 'E' # c\n", MESSAGE + "    title:\n      en: 'E' # c\n      fr: F\n", MESSAGE + "    title:\n      en: G\n      ar: A\n    date: 2021-05-17\n",
     MESSAGE + '    title:\n      en: "G" # c\n      fr: F\n      ar: "A"\n    date: 2021-05-17\n'),
    (MESSAGE, MESSAGE + "    speaker: S\n", MESSAGE + "    title:\n      en: E\n    videos:\n      ar: https://a\n",
     MESSAGE + '    title:\n      en: "E"\n    speaker: S\n    videos:\n      en:\n        url:\n        title:\n      fr:\n        url:\n        title:\n      ar:\n        url: https://a\n'),
    (MESSAGE + "    title:\n    videos:\n", MESSAGE + "    title:\n    videos:\n    speaker: S\n", MESSAGE + "    title: {en: E}\n    videos: {en: https://e, fr: {url: , title: F}}\n",
     MESSAGE + '    title:\n      en: "E"\n    videos:\n      en:\n        url: https://e\n      fr:\n        url:\n        title: "F"\n      ar:\n        url:\n        title:\n    speaker: S\n'),
    (MESSAGE, MESSAGE + "  b:\n    date: 2021-05-17\n", MESSAGE + "    speaker: S\n",
     MESSAGE + '    speaker: "S"\n    videos:\n      en:\n        url:\n        title:\n      fr:\n        url:\n        title:\n      ar:\n        url:\n        title:\n  b:\n    date: 2021-05-17\n'),
    # messages: both new, gone, with another slug
    (MESSAGE, MESSAGE + "  b: # c\n    date: 2021-05-17\n", MESSAGE + "  # about d\n  d:\n    speaker: 'S' # d\n  e:\n",
     MESSAGE + "  b: # c\n    date: 2021-05-17\n  # about d\n  d:\n    speaker: 'S' # d\n  e:\n"),
    (HEAD, HEAD + "  b:\n", HEAD + "  c:\n", HEAD + "  b:\n  c:\n"),
    (HEAD, HEAD[:-1] + "   # none yet\n", HEAD + "  c:\n    date: 2021-05-17\n",
     HEAD[:-1] + "   # none yet\n  c:\n    date: 2021-05-17\n    videos:\n      en:\n        url:\n        title:\n      fr:\n        url:\n        title:\n      ar:\n        url:\n        title:\n"),
    (HEAD[:-10], HEAD[:-10] + "# c\n", HEAD + "  c:\n    videos: {en: https://e}\n",
     HEAD + "  c:\n    videos:\n      en:\n        url: https://e\n      fr:\n        url:\n        title:\n      ar:\n        url:\n        title:\n# c\n"),
    (MESSAGE, MESSAGE + "  b:\n", MESSAGE + "   # c\n\n  z: {speaker: S}\n", MESSAGE + "  b:\n  z: {speaker: S}\n"),
    (MESSAGE, MESSAGE + "  b:\n", HEAD + "    a:\n    c:\n", MESSAGE + "  b:\n  c:\n    videos:\n      en:\n        url:\n        title:\n      fr:\n        url:\n        title:\n      ar:\n        url:\n        title:\n"),
    (HEAD + "  z:\n    date: 2021-05-17\n    # more\n  a:\n", HEAD + "  # above z\n  z:\n    date: 2021-05-17\n    # more\n  a:\n    speaker: S\n", MESSAGE, HEAD + "  # above z\n  a:\n    speaker: S\n"),
    (VIDEOS, VIDEOS + "      fr: https://f\n", VIDEOS.replace("a:", "b:"), VIDEOS.replace("a:", "b:") + "      fr: https://f\n"),
    (VIDEOS, VIDEOS.replace("a:", "b: # c"), VIDEOS + "      fr: https://f\n", VIDEOS.replace("a:", "b: # c") + "      fr: https://f\n"),
    # languages
    (HEAD, HEAD.replace("ar]", "ar, pt]"), HEAD.replace("ar]", "ar, no]"), HEAD.replace("ar]", 'ar, pt, "no"]')),
    (HEAD, HEAD.replace("[en, fr, ar]", "\n  - en # c\n  - fr\n  - ar\n  - pt"), HEAD.replace("ar]", "ar, de]"), HEAD.replace("[en, fr, ar]", "\n  - en # c\n  - fr\n  - ar\n  - pt\n  - de")),
    (HEAD, HEAD + "# c\n", HEAD.replace("en, fr", "fr, en"), HEAD.replace("en, fr", "fr, en") + "# c\n"),
    ("version: 1\n", "version: 1\n# c\n", "version: 1\nlanguages: [en]\n", "version: 1\nlanguages: [en]\n# c\n"),
    (VIDEOS + "      fr:\n        url:\n", VIDEOS.replace("https://e", "https://e # c") + "      fr:\n        url:\n", VIDEOS.replace("fr, ", ""),
     VIDEOS.replace("fr, ", "").replace("https://e", "https://e # c")),
    (VIDEOS + "      fr: https://f\n    title:\n      fr: F\n      en: E\n", VIDEOS + "      fr: https://f\n    title:\n      fr: F\n      en: E\n    speaker: S\n",
     VIDEOS.replace("fr, ", "") + "    title:\n      en: E\n", VIDEOS.replace("fr, ", "") + "    title:\n      en: E\n    speaker: S\n"),
    (HEAD, HEAD.replace("fr, ", ""), HEAD + "  b:\n    videos:\n      fr:\n      en: https://e\n",
     HEAD.replace("fr, ", "") + "  b:\n    videos:\n      en:\n        url: https://e\n      ar:\n        url:\n        title:\n"),
    # both began the file
    ("", VIDEOS, VIDEOS.replace("en: https://e", "ar: https://a"), VIDEOS + "      ar: https://a\n"),
    ("# nothing but\n"[:0], HEAD + "  a:\n", HEAD.replace("fr", "zh") + "  b:\n", HEAD.replace("ar]", "ar, zh]") + "  a:\n  b:\n"),
    # between braces
    (HEAD[:-1] + " {a: {date: 2021-05-17}}\n", HEAD[:-1] + " {a: {date: 2021-05-17}, b: {}}\n", HEAD[:-1] + " {a: {date: 2021-05-18}, c: {speaker: S}}\n",
     HEAD[:-1] + ' {a: {date: 2021-05-18}, b: {}, c: {speaker: "S", videos: {}}}\n'),
]  # fmt: skip


@pytest.mark.parametrize(("base", "ours", "theirs", "expected"), SPLICED)
def test_theirs_is_put_into_our_text(base: str, ours: str, theirs: str, expected: str) -> None:
    found = both(base, ours, theirs)
    assert found.content.decode() == expected
    assert found.merged.conflicts == ()


@pytest.mark.parametrize(("base", "ours", "theirs", "expected"), SPLICED)
@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_the_line_ends_are_ours(base: str, ours: str, theirs: str, expected: str, line_end: str) -> None:
    found = both(base, ours.replace("\n", line_end), theirs)
    assert found.content.decode() == expected.replace("\n", line_end)


def marked(ours: str, theirs: str) -> str:
    return f"<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n"


CONFLICTS = [
    (VIDEOS, VIDEOS + "      fr: https://f # c\n", VIDEOS + "      fr:\n        url: https://g # d\n      ar: https://a\n",
     VIDEOS + marked("      fr: https://f # c\n", "      fr:\n        url: https://g # d\n") + "      ar: https://a\n"),
    (VIDEOS, VIDEOS.replace("https://e", "https://f"), VIDEOS.replace("https://e", "https://g") + "    date: 2021-05-17\n",
     MESSAGE + "    date: 2021-05-17\n    videos:\n" + marked("      en: https://f\n", "      en: https://g\n")),
    (VIDEOS, MESSAGE + "    videos:\n      fr: https://f\n", VIDEOS.replace("https://e", "https://g"),
     MESSAGE + "    videos:\n" + marked("", "      en: https://g\n") + "      fr: https://f\n"),
    (VIDEOS, MESSAGE + "    date: 2021-05-17\n", VIDEOS.replace("https://e", "https://g"),
     MESSAGE + "    date: 2021-05-17\n" + marked("", "    videos:\n      en: https://g\n")),
    (VIDEOS, VIDEOS.replace("https://e", "https://f"), MESSAGE,
     MESSAGE + "    videos:\n" + marked("      en: https://f\n", "")),
    (MESSAGE, MESSAGE + "    date: 2021-05-17\n    speaker: S\n", MESSAGE + "    speaker: T\n    title:\n      fr: F\n",
     MESSAGE + '    title:\n      fr: "F"\n    date: 2021-05-17\n' + marked("    speaker: S\n", "    speaker: T\n")),
    (HEAD + "  z:\n    date: 2021-05-17\n  a:\n", MESSAGE, HEAD + "  z:\n    date: 2021-05-18\n  a:\n  b:\n",
     MESSAGE + marked("", "  z:\n    date: 2021-05-18\n") + "  b:\n"),
    (HEAD + "  z:\n    date: 2021-05-17\n  a:\n", HEAD + "  z:\n    date: 2021-05-18\n  a:\n", MESSAGE, HEAD + marked("  z:\n    date: 2021-05-18\n", "") + "  a:\n"),
    (VIDEOS, VIDEOS.replace("a:", "b:"), VIDEOS.replace("a:", "c:"),
     HEAD + marked(VIDEOS.replace("a:", "b:").removeprefix(HEAD), VIDEOS.replace("a:", "c:").removeprefix(HEAD))),
    # two in a row, and at an end without its line end
    (VIDEOS, VIDEOS + "      fr: https://f\n      ar: https://a", VIDEOS + "      fr: https://g\n      ar: https://b",
     VIDEOS + marked("      fr: https://f\n", "      fr: https://g\n") + marked("      ar: https://a\n", "      ar: https://b\n")[:-1]),
    # between braces the lines around are shown
    (VIDEOS, MESSAGE + "    videos: {en: https://f}\n", VIDEOS.replace("https://e", "https://g"),
     MESSAGE + marked("    videos: {en: https://f}\n", "    videos:\n      en: https://g\n")),
    # languages
    (MESSAGE, MESSAGE.replace("en, fr, ar", "fr, en, ar"), MESSAGE.replace("en, fr, ar", "ar, en, fr") + "  b:\n",
     MESSAGE.replace("languages: [en, fr, ar]\n", marked("languages: [fr, en, ar]\n", "languages: [ar, en, fr]\n")) + "  b:\n"),
    (VIDEOS, VIDEOS.replace("fr, ", ""), VIDEOS + "      fr: https://f\n",
     VIDEOS.replace("languages: [en, fr, ar]\n", marked("languages: [en, ar]\n", "languages: [en, fr, ar]\n")) + "      fr: https://f\n"),
]  # fmt: skip


@pytest.mark.parametrize(("base", "ours", "theirs", "expected"), CONFLICTS)
def test_a_conflict_shows_both_entries_and_nothing_else(base: str, ours: str, theirs: str, expected: str) -> None:
    found = both(base, ours, theirs)
    assert found.content.decode() == expected
    assert found.merged.conflicts != ()
    crlf = reconcile(Sides(base.encode(), ours.replace("\n", "\r\n").encode(), theirs.encode()), None)
    assert crlf.content.decode() == expected.replace("\n", "\r\n")


def test_a_merge_of_lines_is_taken_where_it_says_the_same() -> None:
    ours, theirs = VIDEOS.replace("https://e", "https://e # one"), VIDEOS + "      # two\n      fr: https://f\n"
    lines = VIDEOS.replace("https://e", "https://e # one\n      # moved") + "      # two\n      fr: 'https://f'\n"
    sides = Sides(VIDEOS.encode(), ours.encode(), theirs.encode())
    assert reconcile(sides, lines.encode()) == Reconciled(lines.encode(), reconcile(sides, None).merged, by_lines=True)
    for wrong in (
        lines.replace("https://f", "https://g"),
        lines + "      fr: https://f\n",
        lines.replace("en, fr", "fr, en"),
    ):
        assert reconcile(sides, wrong.encode()) == reconcile(sides, None)
    assert reconcile(sides, None).content.decode() == ours + "      # two\n      fr: https://f\n"


def test_our_byte_order_mark_stays() -> None:
    mark = b"\xef\xbb\xbf"
    found = reconcile(
        Sides(VIDEOS.encode(), mark + VIDEOS.encode(), mark + (VIDEOS + "      fr: https://f\n").encode()), None
    )
    assert found.content == mark + (VIDEOS + "      fr: https://f\n").encode()


@pytest.mark.parametrize("side", [0, 1, 2])
@pytest.mark.parametrize("broken", [b"version: [", b"\xff\xfe\x00", b"version: 1\nvideo: 1\n"])
def test_a_version_that_cannot_be_read_is_named(side: int, broken: bytes) -> None:
    contents = [
        VIDEOS.encode(),
        (VIDEOS + "      fr: https://f\n").encode(),
        (VIDEOS + "      ar: https://a\n").encode(),
    ]
    contents[side] = broken
    with pytest.raises(Unreadable, match=f"^{('base', 'ours', 'theirs')[side]}:"):
        reconcile(Sides(*contents), None)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "reason"),
    [
        ("{version: 1, languages: [en], messages: {a: {date: 2021-05-17}}}",
         "{version: 1, languages: [en], messages: {a: {date: 2021-05-18}}}",
         "{version: 1, languages: [en], messages: {a: {date: 2021-05-19}}}", "no lines of its own"),
        ("{version: 1, languages: [en], messages: {a: {date: 2021-05-17}, b: {}}}",
         "{version: 1, languages: [en], messages: {a: {date: 2021-05-17}, b: {speaker: S}}}",
         "{version: 1, languages: [en], messages: {b: {}}}", "between others in its line"),
        (VIDEOS, MESSAGE + "    videos: {en: https://e}\n    speaker: S\n", MESSAGE + "    videos:\n      en: https://e\n      fr:\n        url:\n        title: T\n", "something else"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_or_shown_is_refused(base: str, ours: str, theirs: str, reason: str) -> None:
    with pytest.raises(Unmergeable, match=reason):
        both(base, ours, theirs)


def says(content: bytes) -> Contents:
    tree = compose(decoded(content, "v.yaml"))
    return contents_of(tree, read(tree))


def revision(file: Written, after: Catalogue) -> bytes:
    places = touched(file.catalogue, after)
    if not places:
        return file.content
    mark = file.content[:3] if file.content.startswith(b"\xef") else b""
    return mark + revised(decoded(file.content, "v.yaml"), file.catalogue, after, places).text.encode()


LAZY = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@LAZY
@given(st.data())
def test_either_direction_gives_the_same_catalogue(data: st.DataObject) -> None:
    file = data.draw(files())
    one, other = (revision(file, data.draw(with_changes(file.catalogue))) for _ in range(2))
    there, back = reconcile(Sides(file.content, one, other), None), reconcile(Sides(file.content, other, one), None)
    places = [conflict.place for conflict in there.merged.conflicts]
    assert sorted(places) == sorted(conflict.place for conflict in back.merged.conflicts)
    if not places:
        assert says(there.content).agrees_with(there.merged.contents)
        assert says(there.content).messages == says(back.content).messages


@LAZY
@given(st.data())
def test_what_only_one_side_changed_is_that_side(data: st.DataObject) -> None:
    file = data.draw(files())
    changed = revision(file, data.draw(with_changes(file.catalogue)))
    assert reconcile(Sides(file.content, changed, file.content), None).content == changed
    theirs = reconcile(Sides(file.content, file.content, changed), None)
    assert says(theirs.content).agrees_with(says(changed))


@LAZY
@given(st.data())
def test_no_line_of_ours_is_lost_beside_what_they_add(data: st.DataObject) -> None:
    file = data.draw(files(only_lines=True))
    ours = revision(file, data.draw(with_changes(file.catalogue)))
    theirs = revision(file, data.draw(with_changes(file.catalogue)))
    found = reconcile(Sides(file.content, ours, theirs), None)
    for comment in ("# no: *x &y", "# “été”: \U0001f3a5", "# نص"):
        assert found.content.decode().count(comment) >= ours.decode().count(comment)
