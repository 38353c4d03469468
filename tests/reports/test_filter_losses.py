from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.filters import Kind, Loss, losses

SIX_LINKS = '<a href="https://a.int" lang="ar">a</a>' * 6


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        ("", "", ()),
        ("<p>a</p>", "<p>a</p>", ()),
        ("<p>a</p>", "  \n", (Loss(Kind.REFUSED),)),
        (SIX_LINKS, "a" * 6, (Loss(Kind.LINK, count=6), Loss(Kind.SHOWN))),
        (SIX_LINKS, "<a>a</a>" * 6, (Loss(Kind.LINK, count=6), Loss(Kind.ATTRIBUTE, "a", "lang", 6))),
        ('<a href="https://a.int">a</a>', '<a href="#">a</a>', (Loss(Kind.CHANGED, "a", "href"),)),
        ('<a id="a">a</a>', "a", (Loss(Kind.ELEMENT, "a"),)),
        ('<p dir="auto">a<p dir="rtl">b', '<p>a<p dir="rtl">b', (Loss(Kind.ATTRIBUTE, "p", "dir"),)),
        ('<p class="a b">a</p>', '<p class="a">a</p>', (Loss(Kind.CHANGED, "p", "class"),)),
        # What makes no difference.
        ('<p style="color: red; width: 1px;" hidden>', '<p style="color:red;width:1px" hidden=""></p>', ()),
        ("<P ID=a>1 > 0 &nbsp;&#39;</P>", '<p id="a">1 &gt; 0 \u00a0\'</p>', ()),
        # Of elements of which one is gone nobody knows which; then their attributes are not counted.
        ('<b lang="ar">a</b><b>c</b>', "a<b>c</b>", (Loss(Kind.ELEMENT, "b"),)),
        ("a<!-- b --><!-- c -->", "a<!-- c -->", (Loss(Kind.COMMENT),)),
        ("<script>a</script>b", "a b", (Loss(Kind.SHOWN), Loss(Kind.ELEMENT, "script"))),
        ("<script>a</script>b", "b", (Loss(Kind.ELEMENT, "script"),)),
        # Links as letters write them.
        ("a <https://b.int/?c&d>", "a ", (Loss(Kind.LINK),)),
        ("a <https://b.int/?c&d>", '<a href="https://b.int/?c&amp;d">https://b.int/?c&amp;d</a>', ()),
        ("a <https://b.int/?c&d>", "a &lt;https://b.int/?c&amp;d&gt;", ()),
        ("https://b.int", "https://b.int", ()),
    ],
)
def test_what_is_lost(before: str, after: str, lost: tuple[Loss, ...]) -> None:
    assert losses(before, after) == lost


@pytest.mark.parametrize(
    ("loss", "said"),
    [
        (Loss(Kind.REFUSED), "Nothing of this code is accepted."),
        (Loss(Kind.LINK, count=6), "Links are lost: 6."),
        (Loss(Kind.SHOWN), "Readers see code as text."),
        (Loss(Kind.ELEMENT, "figure"), "Taken out; what stood in it stays (figure: 1)."),
        (Loss(Kind.ELEMENT, "iframe"), "The player is lost (iframe: 1)."),
        (Loss(Kind.ELEMENT, "script"), "The script, or the data for search engines, is lost (script: 1)."),
        (Loss(Kind.ELEMENT, "details", count=6), "It no longer opens and closes (details: 6)."),
        (Loss(Kind.COMMENT, count=2), "Comments are lost, and the blocks that they make: 2."),
        (Loss(Kind.ATTRIBUTE, "a", "lang", 6), "Screen readers are not told the language (lang of a: 6)."),
        (Loss(Kind.ATTRIBUTE, "a", "dir", 6), "Text from right to left may stand in the wrong order (dir of a: 6)."),
        (Loss(Kind.ATTRIBUTE, "a", "hreflang", 6), "A detail is lost that readers do not miss (hreflang of a: 6)."),
        (Loss(Kind.ATTRIBUTE, "ul", "class"), "The stylesheet does not reach it (class of ul: 1)."),
        (Loss(Kind.ATTRIBUTE, "ul", "id"), "A detail is lost (id of ul: 1)."),
        (Loss(Kind.CHANGED, "ul", "class"), "A detail is changed (class of ul: 1)."),
    ],
)
def test_a_loss_says_what_it_means_for_readers(loss: Loss, said: str) -> None:
    assert loss.english == said
    assert loss.template % dict(loss.values) == said


@given(st.text(), st.text())
def test_no_text_is_too_odd_to_be_compared(before: str, after: str) -> None:
    assert losses(before, before) in {(), (Loss(Kind.REFUSED),)}
    assert all(loss.count > 0 for loss in losses(before, after))
