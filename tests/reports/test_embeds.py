from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import reports
import reports.embeds
from catalogue import SIX_LANGUAGES, Language
from checker.providers import File, Frame
from proof import lint
from proof.pages import wrapped
from reports.embeds import (
    VARIANTS,
    Order,
    Phrase,
    SnippetError,
    Style,
    Syntax,
    Unavailable,
    UnknownVariant,
    UnsafeAddress,
    Variant,
    Version,
    WrongNumber,
    names,
    variant_named,
)
from reports.titles import default_title

each_variant = pytest.mark.parametrize("variant", VARIANTS, ids=names())

MESSAGE = tuple(
    Version(
        language,
        default_title(language, 2021),
        f"https://youtu.be/wwHOsWsIn{place}0",
        Frame(f"https://www.youtube-nocookie.com/embed/wwHOsWsIn{place}0?hl=ar&cc_lang_pref=ar&rel=0"),
        "youtube",
    )
    for place, language in enumerate(SIX_LANGUAGES)
)
ARABIC = MESSAGE[3]


def orders(variant: Variant) -> list[Order]:
    return [Order((version,)) for version in MESSAGE] if variant.single else [Order(MESSAGE)]


def html_snippets(variant: Variant, page: Language) -> str:
    """The variant's snippets of the whole message, for a page in this language; empty where it writes no HTML."""
    snippets = [variant.render(replace(order, page_language=page)) for order in orders(variant)]
    return "".join(snippets) if variant.syntax is Syntax.HTML else ""


def test_every_file_that_is_no_private_one_is_a_variant_of_that_name() -> None:
    files = {path.stem for path in Path(reports.embeds.__path__[0]).glob("*.py") if not path.stem.startswith("_")}
    assert {name.replace("-", "_") for name in names()} == files
    assert {"iframe", "links"} <= set(names())
    assert len(set(names())) == len(VARIANTS)


@each_variant
def test_every_variant_is_found_by_its_name_and_says_what_it_is_good_for(variant: Variant) -> None:
    assert variant_named(variant.name) is variant
    assert re.fullmatch(r"[a-z][a-z0-9-]*", variant.name)
    assert re.fullmatch(r"[A-Z][^\n]{10,118}\.", variant.summary)


@pytest.mark.parametrize(
    ("name", "hint"), [("ifarme", "Did you mean `iframe`?"), ("zzz", "There are: "), ("", "There are: ")]
)
def test_an_unknown_variant_is_refused_with_a_hint(name: str, hint: str) -> None:
    with pytest.raises(UnknownVariant, match="There is no snippet variant") as refusal:
        variant_named(name)
    assert hint in str(refusal.value)


@pytest.mark.proof(41)
@each_variant
def test_the_same_order_gives_the_same_bytes_in_lines_that_end(variant: Variant) -> None:
    for order in orders(variant):
        snippet = variant.render(order)
        assert type(snippet) is str
        assert snippet == variant.render(order)
        assert snippet.endswith("\n")
        assert not snippet.endswith("\n\n")
        assert not re.search(r"[\r\0\u2028\u2029]|[ \t]\n", snippet)
        assert snippet.encode("utf-8").decode("utf-8") == snippet


@pytest.mark.proof(36)
@pytest.mark.proof(43)
@each_variant
def test_no_snippet_has_what_filters_and_checkers_refuse(variant: Variant) -> None:
    for order in orders(variant):
        code = variant.render(order)
        assert not re.search(r"/>|frameborder|\sstyle=|<style|\son[a-z]+=|javascript:|dir=.auto", code)
        inline = variant.render(replace(order, style=Style.INLINE))
        assert not re.search(r"[ ;\"](?:left|right|top|bottom|width|height|direction|float)\s*:", inline)


@each_variant
def test_a_snippet_leads_to_every_version_ordered(variant: Variant) -> None:
    for order in orders(variant):
        snippet = variant.render(order)
        # A bare frame has no place for a link.
        where = (lambda one: f"/{one.page[-11:]}?") if variant.name == "sharepoint" else (lambda one: one.page)
        assert [version.language.tag for version in order.versions if where(version) not in snippet] == []


@pytest.mark.proof(47)
@each_variant
def test_versions_are_shown_in_the_order_given(variant: Variant) -> None:
    if variant.single:
        with pytest.raises(WrongNumber, match="shows one version, and 6 were ordered"):
            variant.render(Order(MESSAGE))
        return
    for versions in (MESSAGE, MESSAGE[::-1], (*MESSAGE[3:], *MESSAGE[:2])):
        snippet = variant.render(Order(versions))
        places = [snippet.index(version.page) for version in versions]
        assert places == sorted(places)
        assert [version.page for version in MESSAGE if version not in versions and version.page in snippet] == []


@each_variant
def test_an_order_of_nothing_is_refused(variant: Variant) -> None:
    with pytest.raises(WrongNumber, match="There is no version to show"):
        variant.render(Order(()))


@pytest.mark.proof(33)
@each_variant
@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript://youtu.be/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.int/",
        "//youtu.be/wwHOsWsInD0",
        "youtu.be/wwHOsWsInD0",
        "https://",
        "https:///embed",
        "https:youtu.be",
        "",
        " https://youtu.be/wwHOsWsInD0",
        "https://youtu.be/ wwHOsWsInD0",
        "java\nscript:alert(1)",
        "https://youtu.be/wwHOs\nWsInD0",
        "https://youtu.be/wwHOs\u2028WsInD0",
        "https://youtu.be/\u202eD0nIsWsOHww",
        "https://youtu.be/\x00",
        "https://youtu.be/\ud800",
        'https://youtu.be/"onload="x',
        "https://youtu.be/<b>",
        "https://youtu.be/a\\b",
        "https://youtu.be/%zz",
        "https://youtube.com@evil.example/",
        "https://user:password@youtu.be/",
        "https://youtu.be:0/",
        "https://youtu.be:99999/",
        "https://youtu.be:x/",
        "https://[::1/",
    ],
)
def test_an_address_that_no_page_should_hold_is_refused_and_nothing_is_written(variant: Variant, address: str) -> None:
    whole = tuple(replace(version, page=address, player=Frame(address)) for version in MESSAGE)
    with pytest.raises(UnsafeAddress, match=r"is not a plain http or https address. Correct it in the catalogue"):
        variant.render(Order(whole[:1] if variant.single else whole))


@pytest.mark.parametrize(
    "address",
    [
        "https://youtu.be/wwHOsWsInD0",
        "http://127.0.0.1:8000/m/wtisd-2021/ar",
        "https://commons.wikimedia.org/wiki/File:Vid%C3%A9o_(WTISD).webm?uselang=fr#t=3,5",
        "https://видео.example/ролик",
    ],
)
def test_a_plain_address_is_taken_as_it_is(address: str) -> None:
    assert f'href="{address}"' in variant_named("links").render(Order((replace(ARABIC, page=address),)))


def test_a_frame_is_not_made_of_half_a_pair_of_safe_addresses() -> None:
    for half in (
        replace(ARABIC, page="javascript:x"),
        replace(ARABIC, player=Frame("javascript:x")),
        replace(ARABIC, player=File("javascript:x")),
    ):
        with pytest.raises(UnsafeAddress):
            variant_named("iframe").render(Order((half,)))


@each_variant
def test_a_site_without_a_player_is_linked_to(variant: Variant) -> None:
    version = replace(ARABIC, player=None)
    snippet = variant.render(Order((version,)))
    assert version.page in snippet
    assert "<iframe" not in snippet
    assert "<details" not in snippet


@pytest.mark.proof(47)
@each_variant
def test_nothing_leads_to_a_video_that_is_gone(variant: Variant) -> None:
    gone = replace(MESSAGE[5], gone=Phrase(Language("ru"), "удалено"))
    versions = (gone,) if variant.single else (*MESSAGE[:5], gone)
    snippet = variant.render(Order(versions))
    assert gone.page not in snippet
    assert isinstance(gone.player, Frame)
    assert gone.player.address not in snippet
    assert ("удалено" in snippet) is (variant.name != "json-ld")


def test_there_is_nothing_to_tell_search_engines_of_videos_that_are_gone() -> None:
    gone = tuple(replace(version, gone=Phrase(Language("en"), "removed")) for version in MESSAGE)
    with pytest.raises(Unavailable, match="None of these videos can be watched"):
        variant_named("json-ld").render(Order(gone))


@each_variant
def test_what_readers_must_know_first_comes_first_in_their_language(variant: Variant) -> None:
    version = replace(MESSAGE[0], said=Phrase(Language("ru"), "Видео на этом языке сейчас недоступно."))
    if variant.name == "sharepoint":
        with pytest.raises(Unavailable, match="A bare frame cannot tell readers"):
            variant.render(Order((version,)))
        return
    snippet = variant.render(Order((version,)))
    if variant.name == "json-ld":
        assert "Видео" not in snippet
        return
    said = snippet.replace("\\", "")
    assert said.index("Видео на этом языке сейчас недоступно.") < snippet.index(version.page)


def test_links_need_no_player() -> None:
    versions = tuple(replace(version, player=None) for version in MESSAGE)
    assert variant_named("links").render(Order(versions)).count("<a ") == 6


def test_every_refusal_is_one_tree_of_value_errors() -> None:
    for refusal in (Unavailable, UnknownVariant, UnsafeAddress, WrongNumber):
        assert issubclass(refusal, SnippetError)
    assert issubclass(SnippetError, ValueError)


@pytest.mark.proof(36)
@each_variant
@pytest.mark.parametrize("page", ["en", "ar"])
def test_the_lint_of_language_and_direction_is_silent(variant: Variant, page: str) -> None:
    language = Language.parse(page)
    assert lint.check(variant.name, wrapped(html_snippets(variant, language), language)) == ()


def test_the_frame_is_written_as_it_was_tested() -> None:
    version = Version(
        Language("ar"),
        'رسالة "2021" <b>&',
        "https://youtu.be/wwHOsWsInD0",
        Frame("https://www.youtube-nocookie.com/embed/wwHOsWsInD0?hl=ar&cc_lang_pref=ar&rel=0"),
    )
    assert variant_named("iframe").render(Order((version,))) == (
        '<figure class="vm">\n'
        '<iframe lang="ar" dir="rtl" title="رسالة &#34;2021&#34; &lt;b&gt;&amp;" '
        'src="https://www.youtube-nocookie.com/embed/wwHOsWsInD0?hl=ar&amp;cc_lang_pref=ar&amp;rel=0" '
        'width="560" height="315" loading="lazy" referrerpolicy="strict-origin-when-cross-origin" '
        'allow="autoplay; encrypted-media; fullscreen; picture-in-picture"></iframe>\n'
        '<figcaption><a lang="ar" hreflang="ar" dir="rtl" href="https://youtu.be/wwHOsWsInD0">'
        "رسالة &#34;2021&#34; &lt;b&gt;&amp;</a></figcaption>\n"
        "</figure>\n"
    )


def test_the_list_is_written_as_it_was_tested() -> None:
    assert variant_named("links").render(Order((ARABIC, MESSAGE[4], MESSAGE[0]))) == (
        "<ul>\n"
        '<li><a lang="ar" hreflang="ar" dir="rtl" href="https://youtu.be/wwHOsWsIn30">العربية</a></li>\n'
        '<li><a lang="zh" hreflang="zh" dir="ltr" href="https://youtu.be/wwHOsWsIn40">中文</a></li>\n'
        '<li><a lang="en" hreflang="en" dir="ltr" href="https://youtu.be/wwHOsWsIn00">English</a></li>\n'
        "</ul>\n"
    )


@each_variant
def test_what_a_form_wants_of_a_site_is_there_for_it(variant: Variant) -> None:
    folder = Path(reports.__path__[0], "static")
    assert [name for name in variant.files if not (folder / name).is_file()] == []
    assert ("vm.css" in variant.files) is (
        'class="vm"' in variant.render(orders(variant)[0]) or variant.name == "component"
    )
