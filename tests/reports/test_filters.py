from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

import reports.embeds
import reports.filters
from catalogue import SIX_LANGUAGES
from checker.providers import File, Frame
from reports.embeds import VARIANTS, Order, SnippetError, Style, Version, variant_named
from reports.filters import FILTERS, Filter, Kind, Loss, UnknownCms, filter_named, losses, names
from reports.titles import default_title

each_filter = pytest.mark.parametrize("cms", FILTERS, ids=names())

TRUSTING = ("drupal-full", "wordpress-admin")
STRICT = tuple(name for name in names() if name not in TRUSTING)
HTML_FILTERS = tuple(name for name in STRICT if name != "markdown-github")

MESSAGE = tuple(
    Version(
        language,
        default_title(language, 2021),
        f"https://youtu.be/wwHOsWsIn{place}0",
        Frame(f"https://www.youtube-nocookie.com/embed/wwHOsWsIn{place}0?hl=ar&cc_lang_pref=ar&rel=0"),
        "youtube",
        picture=f"https://videos.example.int/{place}.jpg",
    )
    for place, language in enumerate(SIX_LANGUAGES)
)
ARABIC = MESSAGE[3]
FILM = replace(ARABIC, player=File("https://videos.example.int/ar.webm"))
FRAME = (
    '<iframe lang="ar" dir="rtl" title="\u2067رسالة\u2069" '
    'src="https://www.youtube-nocookie.com/embed/wwHOsWsIn30?rel=0" width="560" height="315"></iframe>'
)
LISTED = '<a class="vm" lang="ar" hreflang="ar" dir="rtl" href="https://a.int/?b&amp;c">ع</a>'

CODE = {
    **{
        variant.name: variant.render(Order((ARABIC,) if variant.single else MESSAGE, date=date(2021, 5, 17)))
        for variant in VARIANTS
    },
    "iframe, a film": variant_named("iframe").render(Order((FILM,))),
    "iframe, own style": variant_named("iframe").render(Order((ARABIC,), style=Style.INLINE)),
    "list with classes": f'<ul class="vm"><li>{LISTED}</li></ul>\n',
    "isolating element": '<p>Hear <bdi lang="ar" dir="rtl">العربية</bdi></p>',
    "unknown direction": '<p dir="auto">العربية</p>',
    "wikitext": "* [https://youtu.be/wwHOsWsIn30 <nowiki>''[ع]''</nowiki>]\n",
}
"""The snippets there are, and a few forms besides."""

REFUSED = (Loss(Kind.REFUSED),)
SHOWN = Loss(Kind.SHOWN)
COMMENTS = Loss(Kind.COMMENT, count=2)


def gone(element: str, count: int = 1) -> Loss:
    return Loss(Kind.ELEMENT, element, count=count)


def without(attribute: str, element: str, count: int = 1) -> Loss:
    return Loss(Kind.ATTRIBUTE, element, attribute, count)


def links(count: int) -> Loss:
    return Loss(Kind.LINK, count=count)


EXPECTED: dict[str, dict[str, tuple[Loss, ...]]] = {
    "wordpress": {
        "component": (gone("vm-player"), without("hreflang", "a", 6)),
        "details": (gone("iframe"), without("hreflang", "a")),
        "drupal": (without("hreflang", "a", 6),),
        "iframe": (gone("iframe"), without("hreflang", "a")),
        "iframe, a film": (gone("source"), without("hreflang", "a")),
        "iframe, own style": (gone("iframe"), without("hreflang", "a"), without("style", "figure")),
        "json-ld": (SHOWN, gone("script")),
        "letter": (links(6),),
        "links": (without("hreflang", "a", 6),),
        "markdown": (),
        "mediawiki": (),
        "sharepoint": REFUSED,
        "switcher": (gone("iframe", 6), without("hreflang", "a", 6)),
        "wordpress": (without("hreflang", "a"),),
        "wordpress-html": (gone("iframe"), without("hreflang", "a")),
        "list with classes": (without("hreflang", "a"),),
        "isolating element": (gone("bdi"),),
        "unknown direction": (),
        "wikitext": (gone("nowiki"),),
    },
    "drupal-basic": {
        "component": (gone("vm-player"), without("data-player", "a", 6), without("data-title", "a", 6)),
        "details": (gone("details"), gone("iframe"), gone("span"), gone("summary")),
        "drupal": (),
        "iframe": (gone("figcaption"), gone("figure"), gone("iframe")),
        "iframe, a film": (gone("figcaption"), gone("figure"), gone("source"), gone("video")),
        "iframe, own style": (gone("figcaption"), gone("figure"), gone("iframe")),
        "json-ld": (SHOWN, gone("script")),
        "letter": (links(6),),
        "links": (),
        "markdown": (),
        "mediawiki": (gone("span", 6),),
        "sharepoint": REFUSED,
        "switcher": (gone("details", 6), gone("div"), gone("iframe", 6), gone("span", 6), gone("summary", 6)),
        "wordpress": (gone("div"), gone("figcaption"), gone("figure"), COMMENTS),
        "wordpress-html": (gone("figcaption"), gone("figure"), gone("iframe"), COMMENTS),
        "list with classes": (without("class", "a"), without("class", "ul")),
        "isolating element": (gone("bdi"),),
        "unknown direction": (without("dir", "p"),),
        "wikitext": (gone("nowiki"),),
    },
    "mediawiki": {
        "component": (links(6), SHOWN, gone("vm-player")),
        "details": (links(1), SHOWN, gone("details"), gone("iframe"), gone("summary")),
        "drupal": (links(6), SHOWN),
        "iframe": (links(1), SHOWN, gone("figcaption"), gone("figure"), gone("iframe")),
        "iframe, a film": (links(1), SHOWN, gone("figcaption"), gone("figure"), gone("source"), gone("video")),
        "iframe, own style": (links(1), SHOWN, gone("figcaption"), gone("figure"), gone("iframe")),
        "json-ld": (SHOWN, gone("script")),
        "letter": (),
        "links": (links(6), SHOWN),
        "markdown": (),
        "mediawiki": (),
        "sharepoint": (SHOWN, gone("iframe")),
        "switcher": (links(6), SHOWN, gone("details", 6), gone("iframe", 6), gone("summary", 6)),
        "wordpress": (links(1), SHOWN, gone("figcaption"), gone("figure"), COMMENTS),
        "wordpress-html": (links(1), SHOWN, gone("figcaption"), gone("figure"), gone("iframe"), COMMENTS),
        "list with classes": (links(1), SHOWN),
        "isolating element": (),
        "unknown direction": (),
        "wikitext": (),
    },
    "markdown-github": {
        "component": (gone("vm-player"), without("data-player", "a", 6), without("data-title", "a", 6)),
        "details": (SHOWN, gone("iframe"), without("class", "details")),
        "drupal": (),
        "iframe": (SHOWN, gone("iframe"), without("class", "figure")),
        "iframe, a film": (gone("source"), gone("video"), without("class", "figure")),
        "iframe, own style": (SHOWN, gone("iframe"), without("class", "figure"), without("style", "figure")),
        "json-ld": (SHOWN, gone("script")),
        "letter": (),
        "links": (),
        "markdown": (),
        "mediawiki": (),
        "sharepoint": (SHOWN, gone("iframe")),
        "switcher": (SHOWN, gone("iframe", 6), without("class", "details", 6), without("class", "div")),
        "wordpress": (COMMENTS, without("class", "div"), without("class", "figcaption"), without("class", "figure")),
        "wordpress-html": (SHOWN, gone("iframe"), COMMENTS, without("class", "figure")),
        "list with classes": (without("class", "a"), without("class", "ul")),
        "isolating element": (gone("bdi"),),
        "unknown direction": (),
        "wikitext": (gone("nowiki"),),
    },
    "sharepoint": dict.fromkeys(CODE, REFUSED) | {"sharepoint": ()},
    "wordpress-admin": dict.fromkeys(CODE, ()),
    "drupal-full": dict.fromkeys(CODE, ()),
}


def test_every_file_that_is_no_private_one_is_a_filter_of_that_name() -> None:
    files = {path.stem for path in Path(reports.filters.__path__[0]).glob("*.py") if not path.stem.startswith("_")}
    assert {name.replace("-", "_") for name in names()} == files
    assert set(EXPECTED) == set(names())


@each_filter
def test_every_filter_is_found_by_its_name_and_says_whom_it_follows(cms: Filter) -> None:
    assert filter_named(cms.name) is cms
    assert re.fullmatch(r"[a-z][a-z-]*", cms.name)
    assert re.fullmatch(r"[A-Z][^\n.]{4,60}", cms.label)
    assert re.fullmatch(r"[A-Z][^\n]{10,250}\.", cms.advice)
    assert "/" in cms.source
    assert cms.as_of > date(2025, 1, 1)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("wordpres", "Did you mean `wordpress`?"),
        ("drupal-ful", "Did you mean `drupal-full`?"),
        ("zzz", "There are: drupal-basic, drupal-full, markdown-github, mediawiki, sharepoint, wordpress, "),
        ("", "There are: "),
    ],
)
def test_an_unknown_cms_is_refused_with_a_hint(name: str, hint: str) -> None:
    with pytest.raises(UnknownCms, match="There is no content management system") as refusal:
        filter_named(name)
    assert hint in str(refusal.value)
    assert isinstance(refusal.value, SnippetError)


@each_filter
def test_what_is_best_for_a_filter_is_a_variant_each(cms: Filter) -> None:
    assert cms.best
    assert set(cms.best) <= set(reports.embeds.names())
    assert len(set(cms.best)) == len(cms.best)


@each_filter
def test_every_variant_has_its_row_for_every_filter(cms: Filter) -> None:
    assert set(EXPECTED[cms.name]) == set(CODE)


@pytest.mark.proof(52)
@pytest.mark.parametrize(("cms", "code"), [(cms, code) for cms in EXPECTED for code in CODE])
def test_each_filter_loses_of_each_code_what_is_written_here(cms: str, code: str) -> None:
    assert losses(CODE[code], filter_named(cms).keep(CODE[code])) == EXPECTED[cms][code]


@pytest.mark.proof(52)
@pytest.mark.parametrize(("cms", "code"), [(cms.name, code) for cms in FILTERS for code in cms.best])
def test_of_what_is_best_for_a_filter_only_hreflang_is_ever_lost(cms: str, code: str) -> None:
    assert {(loss.kind, loss.attribute) for loss in EXPECTED[cms][code]} <= {(Kind.ATTRIBUTE, "hreflang")}


@pytest.mark.parametrize(
    ("cms", "code", "kept"),
    [
        # SNIPPETS, finding 8 and check 52: each takes away exactly one thing.
        (
            "wordpress",
            f'<ul class="vm"><li>{LISTED}</li></ul>\n',
            '<ul class="vm"><li><a class="vm" lang="ar" dir="rtl" href="https://a.int/?b&amp;c">ع</a></li></ul>\n',
        ),
        (
            "drupal-basic",
            f'<ul class="vm"><li>{LISTED}</li></ul>\n',
            '<ul><li><a lang="ar" hreflang="ar" dir="rtl" href="https://a.int/?b&amp;c">ع</a></li></ul>',
        ),
        (
            "mediawiki",
            '<ul class="vm"><li><a lang="ar" href="https://a.int">ع</a></li></ul>\n',
            '<ul class="vm"><li>&lt;a lang="ar" href="https://a.int"&gt;ع&lt;/a&gt;</li></ul>\n',
        ),
        # WordPress: comments are filtered like text, and two hyphens would end one.
        ("wordpress", "<!-- a -- b<i>c</i><script> & > ---->d", "<!-- a - b<i>c</i> &amp; &gt; -->d"),
        ("wordpress", "a<!-- b <!-- c -->d", "a<!-- b  c -->d"),
        ("wordpress", "a<!---->b<!-- -", "ab<!-- -->"),
        ("wordpress", '<P STYLE="color: red; behavior: x" onclick="x">a', '<p style="color: red">a</p>'),
        ("wordpress", '<p style="a;;--b:c;d:e" data-f="1">', '<p style="a;--b:c" data-f="1"></p>'),
        ("wordpress", '<p style="width:calc((1px + 2px) * 2)">', '<p style="width:calc((1px + 2px) * 2)"></p>'),
        ("wordpress", '<p style="background:url(javascript:1)">', "<p></p>"),
        ("wordpress", '<a href="javascript:x">a</a><a href="/b">b</a>', '<a>a</a><a href="/b">b</a>'),
        # Drupal: of `dir` only two values, in small letters.
        ("drupal-basic", '<p dir="RTL">a</p><p dir=" rtl ">b</p><p dir="">c</p>', '<p>a</p><p dir="rtl">b</p><p>c</p>'),
        ("drupal-basic", "<!-- a --><p>a<br />b</p>", "<p>a<br>b</p>"),
        # MediaWiki: what is no tag of its own is text.
        ("mediawiki", "1 < 2 <b>3</b> <b 4", "1 &lt; 2 <b>3</b> &lt;b 4"),
        ("mediawiki", "a\n  <!-- b -->  \nc <!-- d --> e", "a\nc  e"),
        ("mediawiki", "<NOWIKI><b>x</b></NOWIKI>", "<nowiki>&lt;b&gt;x&lt;/b&gt;</nowiki>"),
        ("mediawiki", "<nowiki/>x<nowiki>y", "<nowiki></nowiki>x&lt;nowiki&gt;y"),
        ("mediawiki", '<p tabindex="1" data-mw="x" data-y="z">', '<p data-y="z"></p>'),
        ("mediawiki", '<p tabindex="0" style="color:red">', '<p tabindex="0" style="color:red"></p>'),
        ("mediawiki", '<p title="javascript" property="javascript:x">', '<p title="javascript"></p>'),
        ("mediawiki", '<p style="background:url(x)">', '<p style="/* insecure input */"></p>'),
        # SharePoint: one frame of an allowed site.
        ("sharepoint", FRAME + "\n", FRAME),
        ("sharepoint", FRAME + FRAME, ""),
        ("sharepoint", FRAME.replace("www.", ""), FRAME.replace("www.", "")),
        ("sharepoint", FRAME.replace("www.", "not"), ""),
        ("sharepoint", FRAME.replace("https", "http"), ""),
        ("sharepoint", '<iframe title="x"></iframe>', ""),
        ("sharepoint", "https://youtu.be/wwHOsWsIn30", ""),
        # GitHub: Markdown, with HTML in it.
        ("markdown-github", "*a* <b class='c'>d</b>", "<p><em>a</em> <b>d</b></p>\n"),
        ("markdown-github", "a <script>b</script>", "<p>a &lt;script&gt;b&lt;/script&gt;</p>\n"),
        ("markdown-github", "[a](javascript:b)", "<p>[a](javascript:b)</p>\n"),
        ("markdown-github", "`<b>`\n\n    <i>", "<p><code>&lt;b&gt;</code></p>\n<pre><code>&lt;i&gt;\n</code></pre>\n"),
        ("wordpress-admin", "<script>x</script>", "<script>x</script>"),
        ("drupal-full", "<script>x</script>", "<script>x</script>"),
    ],
)
def test_what_is_left_of_a_code(cms: str, code: str, kept: str) -> None:
    assert filter_named(cms).keep(code) == kept


@each_filter
def test_isolates_as_characters_survive(cms: Filter) -> None:
    code = FRAME if cms.name == "sharepoint" else "<p>Hear \u2067العربية\u2069 and \u2066English\u2069</p>"
    assert re.findall("[\u2066-\u2069]", cms.keep(code)) == re.findall("[\u2066-\u2069]", code)


PIECES = (
    *"<script> </script> <style> </style> <svg> </svg> <math> <mi> <title> <textarea> <xmp> <noscript>".split(),
    *"<plaintext> <template> <table><td> </table> <ul><li> </ul> <p> <b> </b> </a> </iframe>".split(),
    *"<nowiki> </nowiki> <nowiki/>".split(),
    *"<!-- --> -- < > & &lt; &amp; &#60; \" ' ` = /> </ <![CDATA[ ]]> <?x <!x".split(),
    '<a href="javascript:alert(1)">',
    '<a href=" jAvaScript&colon;x">',
    '<a xlink:href="javascript:x">',
    '<a title="<script>">',
    "<p onclick=x onload='y'>",
    '<p style="x:url(javascript:y)">',
    "<img src=x onerror=alert(1)>",
    "<details open>",
    '<iframe src="https://youtube.com/x">',
    '<iframe srcdoc="<script>">',
    "\n",
    "\n\n",
    "    ",
)
hostile = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=9).map("".join)
words = st.lists(st.text("aXé٣عربية中文Щ\u200d\u2066\u2067\u2069", min_size=1, max_size=6), min_size=1, max_size=5).map(
    " ".join
)


@pytest.mark.parametrize("cms", HTML_FILTERS)
@given(code=hostile)
def test_what_was_kept_once_is_kept_again(cms: str, code: str) -> None:
    kept = filter_named(cms).keep(code)
    assert filter_named(cms).keep(kept) == kept


@pytest.mark.parametrize("cms", STRICT)
@given(code=hostile)
def test_nothing_that_runs_comes_through(cms: str, code: str) -> None:
    soup = BeautifulSoup("<wbr>" + filter_named(cms).keep(code), "html.parser")
    assert not soup.find_all(["script", "style", "svg", "object", "embed", "form"])
    for tag in soup.find_all(True):
        for name, value in tag.attrs.items():
            assert not name.startswith("on")
            assert name in {"title", "alt"} or not re.match(r"\s*javascript:", str(value), re.IGNORECASE)


@pytest.mark.parametrize("cms", [name for name in STRICT if name != "sharepoint"])
@given(text=words)
def test_plain_text_is_kept(cms: str, text: str) -> None:
    kept = filter_named(cms).keep(text)
    assert html.unescape(re.sub(r"</?p>", "", kept)).strip() == text.strip()


@pytest.mark.parametrize("cms", TRUSTING)
@given(code=hostile)
def test_a_trusting_filter_keeps_all(cms: str, code: str) -> None:
    assert filter_named(cms).keep(code) == code
