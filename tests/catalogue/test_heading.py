"""This file is the tests of a letter's title: which of its words are one, and what is cut from them."""

from __future__ import annotations

import pytest

from catalogue.letter import read_letter


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<p>Dear all,<h1>The <b>big</b> day</h1>", "The big day"),
        ("<h1> </h1><h2>Second</h2>", "Second"),
        ("<h1>World Radio Day 2021 <em>Message from the Director</em></h1>", "World Radio Day 2021"),
        ("<h1>World Radio Day 2021 <strong>Message</strong> <i>x</i> </h1>", "World Radio Day 2021"),
        ("<p><b>World Radio Day</b></p>", "World Radio Day"),
        ("<p>Message for <em>World Radio Day</em></p>", "Message for World Radio Day"),
        ("<p>World Radio<br>Day 2021<br>English: <a href=u>x.int</a>", "World Radio Day 2021"),
        ("<p>Ref: CL-21/20<p>Dear Sir/Madam,<p>World Radio Day<p>Links to video message:", "World Radio Day"),
        ("<p>General Secretariat<p>Objet : Journée mondiale de la radio.<p>x y", "Journée mondiale de la radio."),
        ("<p>主题：世界电信日", "世界电信日"),
        ("<p>世界电信日", "世界电信日"),
        ("<p>English: <a href=u>x.int</a><p>World Radio Day", None),
        ("<p>Hello", None),
        ("<p>" + "word " * 100, None),
        ("", None),
        ("<p>Title: World Radio Day<p>Date: 2021-05-17<h2>English</h2>", "World Radio Day"),
        ("<p>From: <a href=mailto:a@x.int>A</a><br>Subject: World Radio Day<br>To: b", "World Radio Day"),
        ("<p>World Radio Day<br>17 May 2021<br>Message by Houlin Zhao", "World Radio Day"),
        ("<p>Geneva, 17 May 2021", None),
        ("<p>Dear colleagues", None),
        ("<p>Arabic version<br><a href=https://x.int/u>https://x.int/u</a>", None),
        ("<p>Arabic version</p><p><a href=https://x.int/u>https://x.int/u</a>", "Arabic version"),
        ("<h1>" + "x" * 500, "x" * 300),
        ("<h1>a\u202eb\u2066c\u0007d\u200be  \n f\u00a0g", "abcde f g"),
        ("<h1>اليوم\u200f العالمي</h1>", "اليوم\u200f العالمي"),
    ],
)
def test_the_title(html: str, title: str | None) -> None:
    assert read_letter(html).title == title
