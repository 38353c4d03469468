"""This file is the writer of odd catalogue files, and of odd changes to them, as nobody would make them by hand."""
# ruff: noqa: E501 - a writer of odd files needs long lines

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, replace

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from catalogue import Captions, Catalogue, Language, Message, Title, Video

TAGS = ("en", "fr", "es", "ar", "zh", "ru", "no", "fa", "pt-BR")
TITLES = st.one_of(
    st.sampled_from([
        "Journée : «\u00a0oui\u00a0» # non", "اليوم العالمي للاتصالات", "世界电信日", "😀 👨‍👩‍👧 {a: b}", "a\u2028b\u2029c", "'\"\\", "- x", "&a *b !c",
        "tab\there", "no", "~", "12",
    ]),
    st.text(min_size=1, max_size=12).filter(lambda text: not text.isspace()),
)  # fmt: skip
COMMENTS = st.sampled_from(["# no: *x &y", "#\u2028 x: y", "# “été”: \U0001f3a5", "#", "# - {a", "# نص"])
URLS = st.sampled_from(
    ["https://youtu.be/OGSyYP5v6PM", "https://a.b/?x=1&y=2#z", "https://例え.jp/ع", "https://a.b/[x],{y}:", "not one"]
)
DAYS = st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2040, 1, 1))


@dataclass(frozen=True)
class Written:
    """A file as somebody might have written it, and what it says."""

    text: str
    catalogue: Catalogue
    content: bytes


def quotes(draw: DrawFn, text: str) -> str:
    """One of the ways to quote a text, by another writer than ours."""
    if text.isprintable() and draw(st.booleans()):
        return "'" + text.replace("'", "''") + "'"
    readable = json.dumps(text, ensure_ascii=False)
    plain = all(character.isprintable() or character in "\u2028\u2029" for character in text)
    return (
        readable
        if plain and draw(st.booleans())
        else json.dumps(text).replace("\x7f", "\\x7f")
        if text.isascii()
        else by_code(text)
    )


def by_code(text: str) -> str:
    return '"' + "".join(f"\\U{ord(character):08x}" for character in text) + '"'


@st.composite
def videos(draw: DrawFn, language: Language) -> Video:
    return Video(
        language,
        draw(URLS),
        draw(st.none() | TITLES),
        draw(st.none() | DAYS),
        draw(st.sampled_from(Captions)),
        draw(st.none() | URLS),
        draw(st.none() | URLS),
        tuple(draw(st.lists(URLS, max_size=2))),
    )


@st.composite
def files(draw: DrawFn, *, only_lines: bool = False) -> Written:  # noqa: C901, PLR0915 - a writer of odd files is odd
    languages = tuple(Language(tag) for tag in draw(st.permutations(TAGS))[: draw(st.integers(1, 5))])
    lines: list[str] = []
    clipped = 0

    def remark(column: int) -> None:
        for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2]))):
            blank = draw(st.booleans())
            lines.append("" if blank else " " * max(0, column + draw(st.integers(-3, 4))) + draw(COMMENTS))

    def line(column: int, text: str) -> None:
        lines.append(
            " " * column + text + (f"  {draw(COMMENTS)}" if draw(st.sampled_from([False, False, True])) else "")
        )
        remark(column)

    def said(column: int, name: str, text: str, *, clip: bool = True) -> str:
        """Write a text in quotes or, sometimes, as a block of its own; returns the text that then stands there."""
        nonlocal clipped
        fits = all(character.isprintable() or character in "\u2028\u2029" for character in text) and text[:1].strip()
        head = draw(st.sampled_from(["", "", "|-", ">-", "|1-", "|", ">2"])) if fits else ""
        if not head or (not clip and "-" not in head):
            line(column, f"{name}: {quotes(draw, text)}")
            return text
        inside = next((int(sign) for sign in head if sign.isdigit()), draw(st.integers(1, 4)))
        lines.append(f"{' ' * column}{name}: {head}{draw(st.sampled_from(['', '  # no: *x &y']))}")
        lines.append(" " * (column + inside) + text)
        clipped = len(lines) if "-" not in head else 0
        left = " " * max(0, column - draw(st.integers(0, 3)))  # what stands deeper would be part of the text
        lines.extend(draw(st.lists(st.sampled_from(["", left + draw(COMMENTS)]), max_size=2)))
        return text if "-" in head else f"{text}\n"

    def null() -> str:
        return "" if only_lines else draw(st.sampled_from(["", " ~", " null"]))

    def fields(video: Video) -> list[tuple[str, str]]:
        pairs = [("url", quotes(draw, video.url))]
        pairs += [("title", quotes(draw, video.title))] if video.title else []
        pairs += [("added", str(video.added))] if video.added else []
        pairs += [("captions", str(video.captions))] if video.captions is not Captions.UNKNOWN else []
        pairs += [("captions_file", quotes(draw, video.captions_file))] if video.captions_file else []
        pairs += [("transcript", quotes(draw, video.transcript))] if video.transcript else []
        pairs += [("mirrors", f"[{', '.join(quotes(draw, url) for url in video.mirrors)}]")] if video.mirrors else []
        return draw(st.permutations(pairs))

    def step() -> int:
        return draw(st.integers(1, 5))

    def one_video(column: int, language: Language) -> Video | None:
        form = draw(
            st.sampled_from(["lines", "lines", "plain"] if only_lines else ["lines", "plain", "braces", "null", "stub"])
        )
        video = draw(videos(language))
        below = column + step()
        if form == "plain":
            line(column, f"{language}: {quotes(draw, video.url)}")
            return Video(language, video.url)
        if form == "braces":
            line(column, f"{language}: {{{', '.join(f'{name}: {value}' for name, value in fields(video))}}}")
            return video
        if form == "null":
            line(column, f"{language}:{null()}")
            return None
        line(column, f"{language}:")
        if form == "stub":
            line(below, f"url:{null()}")
            line(below, f"title:{null()}")
            return None
        for name, value in fields(video):
            if name == "url":
                said(below, name, video.url, clip=False)
            elif name == "title":
                video = replace(video, title=said(below, name, video.title or ""))
            else:
                line(below, f"{name}: {value}")
        return video

    def one_message(column: int, slug: str) -> Message:
        message = Message(slug)
        if not only_lines and draw(st.sampled_from([False, False, False, True])):
            line(column, f"{slug}:{null()}")
            return message
        line(column, f"{slug}:")
        column += step()
        if draw(st.booleans()):
            message = replace(message, date=draw(DAYS))
            line(column, f"date: {message.date}")
        if draw(st.booleans()):
            line(column, "title:")
            below = column + step()
            titles = [Title(language, said(below, str(language), draw(TITLES))) for language in languages[:2]]
            message = replace(message, titles=tuple(titles))
        if draw(st.booleans()):
            message = replace(message, speaker=said(column, "speaker", draw(TITLES)))
        chosen = draw(st.lists(st.sampled_from(languages), min_size=1, unique=True))
        if not only_lines and draw(st.sampled_from([False, False, True])):
            found = tuple(draw(videos(language)) for language in chosen)
            inside = [f"{v.language}: {{{', '.join(f'{n}: {x}' for n, x in fields(v))}}}" for v in found]
            line(column, f"videos: {{{', '.join(inside)}}}")
            return replace(message, videos=found)
        line(column, "videos:")
        below = column + step()
        return replace(message, videos=tuple(v for language in chosen if (v := one_video(below, language)) is not None))

    remark(0)
    line(0, "version: 1")
    line(0, f"languages: [{', '.join(tag.tag for tag in languages)}]")
    slugs = [f"m{number}" for number in range(draw(st.integers(1 if only_lines else 0, 4)))]
    line(0, "messages:" + ("" if slugs or only_lines else draw(st.sampled_from(["", " ~", " {}"]))))
    column = step()
    catalogue = Catalogue(languages, tuple(one_message(column, slug) for slug in slugs))
    line_end = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
    text = line_end.join(lines) + (line_end if clipped == len(lines) else draw(st.sampled_from(["", line_end])))
    return Written(text, catalogue, draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + text.encode())


@st.composite
def with_additions(draw: DrawFn, before: Catalogue) -> Catalogue:
    """The same with more videos, titles and messages."""
    messages = []
    for message in before.messages:
        free = [language for language in before.languages if message.video_in(language) is None]
        new = [draw(videos(language)) for language in free if draw(st.booleans())]
        untitled = [
            language for language in before.languages if language not in {title.language for title in message.titles}
        ]
        titles = [Title(language, draw(TITLES)) for language in untitled if draw(st.booleans())]
        messages.append(replace(message, videos=(*message.videos, *new), titles=(*message.titles, *titles)))
    for number in range(draw(st.integers(0, 2))):
        found = tuple(draw(videos(language)) for language in before.languages if draw(st.booleans()))
        messages.append(
            Message(f"new-{number}", date=draw(st.none() | DAYS), speaker=draw(st.none() | TITLES), videos=found)
        )
    return replace(before, messages=tuple(messages))


@st.composite
def with_changes(draw: DrawFn, before: Catalogue) -> Catalogue:
    """The same with videos and titles replaced or gone, and then with additions."""
    messages = []
    for message in before.messages:
        found = [draw(st.sampled_from([video, video, None, draw(videos(video.language))])) for video in message.videos]
        titles = [
            draw(st.sampled_from([title, title, None, Title(title.language, draw(TITLES))])) for title in message.titles
        ]
        messages.append(
            replace(
                message,
                videos=tuple(video for video in found if video),
                titles=tuple(title for title in titles if title),
                date=draw(st.sampled_from([message.date, None, dt.date(2021, 5, 17)])),
                speaker=draw(st.sampled_from([message.speaker, None, "S: #"])),
            )
        )
    return draw(with_additions(replace(before, messages=tuple(messages))))
