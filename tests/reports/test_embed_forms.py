from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from catalogue import SIX_LANGUAGES, Language
from checker.providers import File, Frame
from reports.embeds import VARIANTS, Order, Phrase, Sequence, Style, Version, in_sequence, names, variant_named

each_variant = pytest.mark.parametrize("variant", names())

ENGLISH = Version(
    Language("en"),
    "A message [2021] & more",
    "https://youtu.be/OGSyYP5v6PM",
    Frame("https://www.youtube-nocookie.com/embed/OGSyYP5v6PM?hl=en&rel=0"),
    "youtube",
    picture="https://i.ytimg.com/vi/OGSyYP5v6PM/hqdefault.jpg",
)
ARABIC = Version(
    Language("ar"),
    "رسالة 2021",
    "https://youtu.be/wwHOsWsInD0",
    Frame("https://www.youtube-nocookie.com/embed/wwHOsWsInD0?hl=ar&rel=0"),
    "youtube",
)
GONE = Version(
    Language("ru"),
    "Обращение",
    "https://youtu.be/nPpq3LYYHfI",
    Frame("https://www.youtube-nocookie.com/embed/nPpq3LYYHfI"),
    "youtube",
    gone=Phrase(Language("ru"), "удалено"),
)
FILM = Version(
    Language("fr"),
    "Un film",
    "https://video.example/a.mp4",
    File("https://video.example/a.mp4", "video/mp4"),
    "file",
    track="https://video.example/a.vtt",
)

FRAME_EN = (
    '<iframe lang="en" dir="ltr" title="A message [2021] &amp; more" '
    'src="https://www.youtube-nocookie.com/embed/OGSyYP5v6PM?hl=en&amp;rel=0" width="560" height="315" loading="lazy" '
    'referrerpolicy="strict-origin-when-cross-origin" '
    'allow="autoplay; encrypted-media; fullscreen; picture-in-picture"></iframe>\n'
)
LINK_EN = '<a lang="en" hreflang="en" dir="ltr" href="https://youtu.be/OGSyYP5v6PM">A message [2021] &amp; more</a>'
LINK_AR = '<a lang="ar" hreflang="ar" dir="rtl" href="https://youtu.be/wwHOsWsInD0">رسالة 2021</a>'
NAMED_AR = '<a lang="ar" hreflang="ar" dir="rtl" href="https://youtu.be/wwHOsWsInD0">العربية</a>'
TEXT_RU = '<span lang="ru" dir="ltr">Обращение: удалено</span>'
WIKI_RU = TEXT_RU.replace(":", "&#58;")
NAMED_RU = '<span lang="ru" dir="ltr">Русский: удалено</span>'


def of(variant: str, *versions: Version, **wishes: object) -> str:
    return variant_named(variant).render(replace(Order(versions, group="wtisd-2021"), **wishes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("variant", "versions", "code"),
    [
        ("iframe", (ENGLISH,), f'<figure class="vm">\n{FRAME_EN}<figcaption>{LINK_EN}</figcaption>\n</figure>\n'),
        ("iframe", (replace(ARABIC, player=None),), f'<p class="vm">{LINK_AR}</p>\n'),
        ("iframe", (GONE,), f'<p class="vm">{TEXT_RU}</p>\n'),
        (
            "iframe",
            (FILM,),
            (
                '<figure class="vm">\n'
                '<video lang="fr" dir="ltr" aria-label="Un film" width="560" height="315" controls preload="none">\n'
                '<source src="https://video.example/a.mp4" type="video/mp4">\n'
                '<track kind="captions" srclang="fr" label="Français" src="https://video.example/a.vtt">\n'
                "</video>\n"
                '<figcaption><a lang="fr" hreflang="fr" dir="ltr" href="https://video.example/a.mp4">Un film</a>'
                "</figcaption>\n</figure>\n"
            ),
        ),
        (
            "details",
            (ENGLISH,),
            (
                '<details class="vm">\n'
                '<summary><span lang="en" dir="ltr">A message [2021] &amp; more</span></summary>\n'
                f"{FRAME_EN}<p>{LINK_EN}</p>\n</details>\n"
            ),
        ),
        (
            "switcher",
            (ENGLISH, replace(ARABIC, player=None), GONE),
            (
                '<div class="vm">\n'
                '<details class="vm" name="vm-wtisd-2021">\n'
                '<summary><span lang="en" dir="ltr">English</span></summary>\n'
                f"{FRAME_EN}<p>{LINK_EN}</p>\n</details>\n"
                f'<p class="vm">{NAMED_AR}</p>\n'
                f'<p class="vm">{NAMED_RU}</p>\n'
                "</div>\n"
            ),
        ),
        ("links", (ARABIC, GONE), f"<ul>\n<li>{NAMED_AR}</li>\n<li>{NAMED_RU}</li>\n</ul>\n"),
        ("sharepoint", (ENGLISH,), FRAME_EN),
        ("sharepoint", (replace(ARABIC, player=None),), f"{LINK_AR}\n"),
        (
            "sharepoint",
            (FILM,),
            '<a lang="fr" hreflang="fr" dir="ltr" href="https://video.example/a.mp4">Un film</a>\n',
        ),
        ("drupal", (ARABIC,), f"<p>{LINK_AR}</p>\n"),
        ("drupal", (ENGLISH, ARABIC), f"<ul>\n<li>{LINK_EN}</li>\n<li>{LINK_AR}</li>\n</ul>\n"),
        (
            "wordpress",
            (ENGLISH,),
            (
                '<!-- wp:embed {"url":"https://youtu.be/OGSyYP5v6PM","type":"video","providerNameSlug":"youtube",'
                '"responsive":true,"className":"wp-embed-aspect-16-9 wp-has-aspect-ratio"} -->\n'
                '<figure class="wp-block-embed is-type-video is-provider-youtube wp-block-embed-youtube '
                'wp-embed-aspect-16-9 wp-has-aspect-ratio"><div class="wp-block-embed__wrapper">\n'
                "https://youtu.be/OGSyYP5v6PM\n"
                '</div><figcaption class="wp-element-caption"><a lang="en" hreflang="en" dir="ltr" '
                'href="https://youtu.be/OGSyYP5v6PM">A message &#91;2021&#93; &amp; more</a></figcaption></figure>\n'
                "<!-- /wp:embed -->\n"
            ),
        ),
        ("wordpress", (GONE,), f"<!-- wp:paragraph -->\n<p>{TEXT_RU}</p>\n<!-- /wp:paragraph -->\n"),
        (
            "wordpress",
            (replace(ARABIC, site="peertube"),),
            f"<!-- wp:paragraph -->\n<p>{LINK_AR}</p>\n<!-- /wp:paragraph -->\n",
        ),
        (
            "wordpress-html",
            (replace(ARABIC, player=None),),
            f'<!-- wp:html -->\n<p class="vm">{LINK_AR}</p>\n<!-- /wp:html -->\n',
        ),
        ("markdown", (ENGLISH,), "[A message \\[2021\\] \\& more](https://youtu.be/OGSyYP5v6PM)\n"),
        (
            "markdown",
            (ARABIC, GONE),
            "- [العربية\\: رسالة 2021](https://youtu.be/wwHOsWsInD0)\n- Русский\\: Обращение\\: удалено\n",
        ),
        (
            "markdown",
            (replace(ARABIC, page="https://commons.wikimedia.org/wiki/File:A_(2021).webm"),),
            "[رسالة 2021](<https://commons.wikimedia.org/wiki/File:A_(2021).webm>)\n",
        ),
        ("letter", (ARABIC, GONE), "- العربية <https://youtu.be/wwHOsWsInD0>\n- Русский: удалено\n"),
        (
            "mediawiki",
            (ENGLISH,),
            '<span lang="en" dir="ltr">[https://youtu.be/OGSyYP5v6PM A message &#91;2021&#93; &#38; more]</span>\n',
        ),
        (
            "mediawiki",
            (ARABIC, GONE),
            f'* <span lang="ar" dir="rtl">[https://youtu.be/wwHOsWsInD0 رسالة 2021]</span>\n* {WIKI_RU}\n',
        ),
        (
            "component",
            (ARABIC, FILM, GONE),
            (
                "<vm-player>\n<ul>\n"
                '<li><a lang="ar" hreflang="ar" dir="rtl" href="https://youtu.be/wwHOsWsInD0" '
                'data-player="https://www.youtube-nocookie.com/embed/wwHOsWsInD0?hl=ar&amp;rel=0" '
                'data-title="رسالة 2021">العربية</a></li>\n'
                '<li><a lang="fr" hreflang="fr" dir="ltr" href="https://video.example/a.mp4">Français</a></li>\n'
                f"<li>{NAMED_RU}</li>\n"
                "</ul>\n</vm-player>\n"
            ),
        ),
    ],
)
def test_each_form_is_written_as_it_was_tested(variant: str, versions: tuple[Version, ...], code: str) -> None:
    assert of(variant, *versions) == code


def test_words_in_another_language_than_the_video_are_a_piece_of_their_own() -> None:
    english = replace(GONE, gone=Phrase(Language("en"), "removed"))
    parts = '<span lang="ru" dir="ltr">Русский</span>: <span lang="en" dir="ltr">removed</span>'
    assert of("links", english) == f"<ul>\n<li>{parts}</li>\n</ul>\n"
    assert of("letter", english, isolates=True) == "- \u2066Русский\u2069: \u2066removed\u2069\n"


def test_search_engines_are_told_of_every_version_that_can_be_watched() -> None:
    code = of("json-ld", ENGLISH, ARABIC, FILM, GONE, date=date(2021, 5, 17))
    text = code.removeprefix('<script type="application/ld+json">\n').removesuffix("\n</script>\n")
    assert json.loads(text) == {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "VideoObject",
                "@id": "https://youtu.be/OGSyYP5v6PM",
                "name": "A message [2021] & more",
                "description": "A message [2021] & more",
                "inLanguage": "en",
                "url": "https://youtu.be/OGSyYP5v6PM",
                "embedUrl": "https://www.youtube-nocookie.com/embed/OGSyYP5v6PM?hl=en&rel=0",
                "thumbnailUrl": "https://i.ytimg.com/vi/OGSyYP5v6PM/hqdefault.jpg",
                "uploadDate": "2021-05-17",
                "workTranslation": [{"@id": "https://youtu.be/wwHOsWsInD0"}, {"@id": "https://video.example/a.mp4"}],
            },
            {
                "@type": "VideoObject",
                "@id": "https://youtu.be/wwHOsWsInD0",
                "name": "رسالة 2021",
                "description": "رسالة 2021",
                "inLanguage": "ar",
                "url": "https://youtu.be/wwHOsWsInD0",
                "embedUrl": "https://www.youtube-nocookie.com/embed/wwHOsWsInD0?hl=ar&rel=0",
                "uploadDate": "2021-05-17",
                "translationOfWork": {"@id": "https://youtu.be/OGSyYP5v6PM"},
            },
            {
                "@type": "VideoObject",
                "@id": "https://video.example/a.mp4",
                "name": "Un film",
                "description": "Un film",
                "inLanguage": "fr",
                "url": "https://video.example/a.mp4",
                "contentUrl": "https://video.example/a.mp4",
                "uploadDate": "2021-05-17",
                "translationOfWork": {"@id": "https://youtu.be/OGSyYP5v6PM"},
            },
        ],
    }


def test_captions_of_a_film_show_from_the_beginning_if_that_is_asked_for() -> None:
    assert 'src="https://video.example/a.vtt" default>' in of("iframe", replace(FILM, captions=True))
    assert "<track" not in of("iframe", replace(FILM, track=None, captions=True))
    assert " type=" not in of("iframe", replace(FILM, player=File("https://video.example/a"), captions=True))


def test_a_snippet_that_brings_its_own_measures_has_them_at_each_part() -> None:
    code = of("iframe", ENGLISH, style=Style.INLINE)
    assert '<figure class="vm" style="margin-inline:0;overflow-wrap:anywhere">' in code
    assert 'style="display:block;border:0;box-sizing:border-box;inline-size:100%;max-inline-size:560px;' in code
    assert " style=" in of("details", ENGLISH, style=Style.INLINE)
    assert " style=" in of("iframe", FILM, style=Style.INLINE)
    assert " style=" not in of("links", ENGLISH, style=Style.INLINE)


@each_variant
def test_isolates_stand_round_words_and_never_in_names_that_are_read_out(variant: str) -> None:
    code = of(variant, ARABIC, isolates=True)
    assert code.count("\u2067") == code.count("\u2069")
    assert ("\u2067" in code) is (variant not in {"json-ld", "sharepoint"})
    for element in BeautifulSoup(code, "lxml").select("*"):
        assert not any("\u2067" in str(value) for value in element.attrs.values())
    assert code.translate({0x2067: None, 0x2069: None}) == of(variant, ARABIC)


def test_left_to_right_words_are_isolated_too_because_the_page_may_run_the_other_way() -> None:
    assert of("letter", ENGLISH, isolates=True) == "- \u2066English\u2069 <https://youtu.be/OGSyYP5v6PM>\n"


@pytest.mark.proof(47)
@pytest.mark.parametrize(
    ("sequence", "page", "tags"),
    [
        (Sequence.UN, None, "ar zh en fr ru es pt"),
        (Sequence.UN, "es", "es ar zh en fr ru pt"),
        (Sequence.UN, "pt-BR", "pt ar zh en fr ru es"),
        (Sequence.UN, "de", "ar zh en fr ru es pt"),
        (Sequence.CATALOGUE, None, "en fr es pt ar zh ru"),
        (Sequence.CATALOGUE, "ru", "en fr es pt ar zh ru"),
    ],
)
def test_languages_stand_in_the_order_of_the_un_or_of_the_catalogue(
    sequence: Sequence, page: str | None, tags: str
) -> None:
    languages = [Language(tag) for tag in ("en", "fr", "es", "pt", "ar", "zh", "ru")]
    versions = tuple(replace(ENGLISH, language=language) for language in languages)
    ordered = in_sequence(versions, sequence, None if page is None else Language(page))
    assert " ".join(version.language.tag for version in ordered) == tags


@pytest.mark.proof(47)
def test_each_form_has_the_order_that_suits_it() -> None:
    assert {form.name for form in VARIANTS if form.sequence is Sequence.UN} == {"component", "switcher"}


HOSTILE = [
    "](javascript:alert(1)) [x](http://evil)",
    "`code` *em* _em_ ~~del~~ **b** <b>x</b> &amp; \\[ \\] ![img](x) # 1. - + |",
    "http://evil.example www.evil.example a@evil.example <https://evil.example>",
    "1. one",
    "- one",
    "===",
    "[ref]: https://evil.example",
    "é \u00a0 & « guillemets » 中文",
]
WIKI = "'''''x''''' {{delete}} [[Main Page]] ~~~~ __NOTOC__ <nowiki> ISBN 123 |"


@pytest.mark.parametrize("title", HOSTILE)
@pytest.mark.parametrize("several", [False, True])
def test_a_title_in_markdown_is_one_link_and_nothing_else(title: str, *, several: bool) -> None:
    versions = [replace(ENGLISH, title=title), replace(ARABIC, title=title)][: 2 if several else 1]
    html = MarkdownIt("gfm-like", {"html": True}).render(of("markdown", *versions))
    page = BeautifulSoup(html, "lxml")
    expected = [f"{version.language.autonym}: {title}" if several else title for version in versions]
    assert [link.get_text() for link in page.select("a")] == expected
    assert [str(link["href"]) for link in page.select("a")] == [version.page for version in versions]
    assert {element.name for element in page.select("*")} <= {"html", "body", "p", "ul", "li", "a"}


@pytest.mark.parametrize("title", [*HOSTILE, WIKI])
def test_a_title_in_wikitext_is_text_and_nothing_else(title: str) -> None:
    code = of("mediawiki", replace(ENGLISH, title=title))
    before, _, rest = code.partition("[https://youtu.be/OGSyYP5v6PM ")
    named, _, after = rest.partition("]")
    assert (before, after) == ('<span lang="en" dir="ltr">', "</span>\n")
    assert not set(named) & set("[]{}|'<>\"*=~_:/")
    assert BeautifulSoup(named, "lxml").get_text() == title


@pytest.mark.proof(28)
@pytest.mark.parametrize("variant", ["wordpress", "wordpress-html"])
@pytest.mark.parametrize("title", ["[gallery] [embed]x[/embed]", "a --> b <!-- /wp:embed -->", "]]> [[x]]"])
def test_a_title_opens_no_shortcode_and_ends_no_block(variant: str, title: str) -> None:
    code = of(variant, replace(ENGLISH, title=title))
    assert "[" not in code
    assert "]" not in code
    assert code.count("<!--") == code.count("-->") == 2
    assert title in [link.get_text() for link in BeautifulSoup(code, "lxml").select("a")]


def test_an_address_ends_no_comment_of_wordpress() -> None:
    page = "https://youtu.be/a--b--WsInD?x=1&y=2"
    code = of("wordpress", replace(ENGLISH, page=page))
    settings = code[len("<!-- wp:embed ") : code.index(" -->")]
    assert "--" not in settings
    assert json.loads(settings)["url"] == page


@pytest.mark.proof(29)
def test_json_ld_stays_one_script_whatever_the_title() -> None:
    title = "a\u2028b </script><script>alert(1)</script> <!-- & ]]>"
    code = of("json-ld", replace(ENGLISH, title=title))
    scripts = BeautifulSoup(code, "lxml").select("script")
    assert len(scripts) == 1
    assert json.loads(scripts[0].get_text())["@graph"][0]["name"] == title
    assert "\u2028" not in code


def test_the_six_languages_have_a_panel_each_in_one_group() -> None:
    versions = tuple(replace(ENGLISH, language=language) for language in SIX_LANGUAGES)
    assert of("switcher", *versions).count('<details class="vm" name="vm-wtisd-2021">') == 6


def test_no_address_signs_a_wiki_page() -> None:
    page = "https://example.int/~~~~/__NOTOC__"
    assert "[https://example.int/%7E%7E%7E%7E/_%5FNOTOC_%5F " in of("mediawiki", replace(ENGLISH, page=page))
