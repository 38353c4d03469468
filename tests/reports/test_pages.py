"""The pages of the report: true to what is known, in every language, whatever the texts hold."""

import re
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

import sheets
from catalogue import SIX_LANGUAGES, Catalogue, Language, Message, Title, Video
from checker import Evidence, Expected, Instrument, Outcome, State, Sweep, Wave
from proof import lint
from reports.pages import Sheet, Snippet, page

EN, FR, ES, AR, ZH, RU = SIX_LANGUAGES
STATIC = Path(__file__).parents[2] / "reports" / "static"

HOSTILE = (
    "He said \"it's\" <b>bold</b> & 'x'",
    "<script>window.__x=1</script>",
    '" onload="window.__x=1" x="',
    '"></iframe></textarea></title><img src=x onerror=alert(1)>',
    "&lt;script&gt; &amp;amp; &#34;",
    "<!-- --> --!> <![CDATA[ ]]>",
    "{{7*7}} ${7*7} <%= %> {% x %}",
    "100 %(num)s %s %",
)


def soup(sheet: Sheet, language: Language = EN, root: str = "../") -> BeautifulSoup:
    return BeautifulSoup(page(sheet, language, root=root, version="9.8.7"), "lxml")


@cache
def everything(tag: str) -> BeautifulSoup:
    return soup(sheets.EVERYTHING, Language(tag))


def one(sheet: BeautifulSoup | Tag, selector: str) -> Tag:
    found = sheet.select(selector)
    assert len(found) == 1, f"{selector}: {len(found)}"
    return found[0]


def text(element: Tag) -> str:
    return " ".join(element.get_text().split())


def code_in(area: Tag) -> str:
    """What a browser shows in it: HTML drops the first line feed, lxml does not."""
    return area.get_text().removeprefix("\n")


def card(tag: str, name: str) -> Tag:
    return one(everything(tag), f"#{name}")


def titled(*titles: Title, **more: str) -> Sheet:
    message = Message("m", titles, videos=(Video(EN, "https://youtu.be/OGSyYP5v6PM"),), **more)  # type: ignore[arg-type]
    return sheets.sheet_of(Catalogue(messages=(message,)), {})


@pytest.mark.parametrize(
    ("tag", "lang", "direction"),
    [
        *(("en", "en", "ltr"), ("fr", "fr", "ltr"), ("es", "es", "ltr")),
        *(("ar", "ar", "rtl"), ("zh", "zh", "ltr"), ("ru", "ru", "ltr")),
        *(("fr-CA", "fr-CA", "ltr"), ("ar-EG", "ar-EG", "rtl")),
        # Our words are English where nobody has translated them, and the page says so.
        *(("pt", "en", "ltr"), ("fa", "en", "ltr"), ("he", "en", "ltr"), ("zh-Hant", "en", "ltr")),
    ],
)
def test_the_page_names_the_language_and_direction_of_its_words(tag: str, lang: str, direction: str) -> None:
    html = one(everything(tag), "html")
    assert (html["lang"], html["dir"]) == (lang, direction)


@pytest.mark.parametrize("tag", ["en", "fr", "es", "ar", "zh", "ru", "pt", "fa", "he"])
def test_every_part_has_its_own_language_and_direction(tag: str) -> None:
    same_everywhere = {"YouTube", "ITU", "Houlin Zhao", "Doreen Bogdan-Martin", "WTISD 2021 <b>message</b> evil"}
    allow = same_everywhere | {snippet.strip() for snippet in sheets.snippets_of(sheets.EVERYTHING)}
    html = page(sheets.EVERYTHING, Language(tag), root="../", version="1")
    assert lint.check(tag, html, allow=allow) == ()


def test_the_switcher_names_each_language_in_itself() -> None:
    links = everything("ar").select(".switcher a")
    assert [(a.get_text(), a["lang"], a["hreflang"], a["dir"], a["href"]) for a in links] == [
        ("English", "en", "en", "ltr", "../en/index.html"),
        ("Français", "fr", "fr", "ltr", "../fr/index.html"),
        ("Español", "es", "es", "ltr", "../es/index.html"),
        ("العربية", "ar", "ar", "rtl", "../ar/index.html"),
        ("中文", "zh", "zh", "ltr", "../zh/index.html"),
        ("Русский", "ru", "ru", "ltr", "../ru/index.html"),
    ]
    assert one(everything("ar"), "[aria-current]").get_text() == "العربية"
    assert one(everything("ar"), "[aria-current]")["aria-current"] == "page"


def test_the_page_asks_nobody_else_for_anything() -> None:
    for tag in ("en", "ar", "pt"):
        found = everything(tag)
        assert [script["src"] for script in found.select("script")] == ["../static/copy.js"]
        assert [link["href"] for link in found.select("link[rel=stylesheet]")] == ["../static/site.css"]
        assert found.select("iframe, img, video, audio, object, embed, source, style, [style], base, form") == []
        assert all(str(element["src"]).startswith("../static/") for element in found.select("[src]"))
    for name in ("site.css", "copy.js"):
        assert not re.search(r"https?:|url\(|@import", (STATIC / name).read_text("utf-8"))


def test_the_front_page_finds_its_parts_where_it_stands() -> None:
    front = soup(sheets.EVERYTHING, EN, root="")
    assert one(front, "script")["src"] == "static/copy.js"
    assert front.select(".switcher a")[3]["href"] == "ar/index.html"


def test_the_style_knows_no_left_and_no_right() -> None:
    css = re.sub(r"/\*.*?\*/", "", (STATIC / "site.css").read_text("utf-8"), flags=re.DOTALL)
    assert not re.search(r"\b(left|right|direction|letter-spacing)\b", css)
    assert not re.search(r"(?<![-\w])(margin|padding|border|inset)-(top|bottom)|(?<![-\w])(width|height)\s*:", css)


def test_the_matrix_is_a_table_of_messages_and_languages() -> None:
    table = one(everything("en"), "table")
    assert text(one(table, "caption")).startswith("The state of each message in each language.")
    heads = table.select("thead th[scope=col] > span")
    assert [(head.get_text(), head["lang"], head["dir"]) for head in heads] == [
        *(("English", "en", "ltr"), ("Français", "fr", "ltr"), ("Español", "es", "ltr")),
        *(("العربية", "ar", "rtl"), ("中文", "zh", "ltr"), ("Русский", "ru", "ltr")),
    ]
    rows = [[text(cell) for cell in row.select("th, td")] for row in table.select("tbody tr")]
    wtisd = "World Telecommunication and Information Society Day 2021 (WTISD 2021)"
    assert rows == [
        [wtisd, "plays", "embedding switched off", "private", "plays", "plays last look: private", "removed"],
        [
            *(sheets.ARABIC_TITLE, "private to be confirmed", "could not be reached"),
            *("missing", "plays", "not checked yet", "missing"),
        ],
        [
            "girls-in-ict",
            "not yet published",
            "wrong address",
            "had to wait",
            "not known",
            "missing",
            "not checked yet",
        ],
    ]
    assert len(table.select("tbody th[scope=row]")) == 3


def test_the_matrix_scrolls_by_keyboard_and_says_what_it_is() -> None:
    scroll = one(everything("en"), ".scroll")
    assert (scroll["role"], scroll["tabindex"]) == ("region", "0")
    assert text(one(everything("en"), f"#{scroll['aria-labelledby']}")) == "All messages at a glance"


def test_each_state_leads_to_its_card_and_a_gap_leads_nowhere() -> None:
    for cell in everything("en").select("td"):
        if cell.select(".gap"):
            assert not cell.select("a")
        else:
            target = one(everything("en"), str(one(cell, "a")["href"]))
            assert target.name == "article"
    assert len(everything("en").select("td .gap")) == 3


def test_each_state_has_a_shape_of_its_own() -> None:
    drawn = {str(symbol["id"]): str(symbol.decode_contents()) for symbol in everything("en").select("symbol")}
    used = {str(use["href"]).removeprefix("#") for use in everything("en").select("use")}
    assert used <= drawn.keys()
    # "Could not be reached" and "not known" are one shape: a question mark; their words differ.
    assert len(set(drawn.values())) == len(drawn) - 1


def test_a_title_keeps_its_own_language_and_direction() -> None:
    title = one(everything("en"), "#m-wtisd-2026-title > span")
    assert (title["lang"], title["dir"], title.get_text()) == ("ar", "rtl", sheets.ARABIC_TITLE)
    title = one(everything("fr"), "#m-wtisd-2021-title > span")
    assert (title["lang"], title["dir"]) == ("en", "ltr")


@pytest.mark.parametrize(
    ("tag", "lang"), [("en", "en"), ("ar", "ar"), ("zh", "zh"), ("ru", "ru"), ("fr", "en"), ("pt", "en")]
)
def test_the_title_in_the_page_s_language_is_preferred(tag: str, lang: str) -> None:
    assert one(everything(tag), "#m-wtisd-2021-title > span")["lang"] == lang


def test_a_title_in_a_language_we_have_no_words_for_is_preferred_too() -> None:
    sheet = titled(Title(EN, "Hello"), Title(Language("fa"), "سلام"))
    title = one(soup(sheet, Language("fa")), "#m-m-title > span")
    assert (title["lang"], title["dir"], title.get_text()) == ("fa", "rtl", "سلام")
    notice = one(soup(replace(sheet), Language("fa")), ".notice")
    assert text(notice) == "Our own words on this page are not translated yet into فارسی."
    assert (one(notice, "span > span")["lang"], one(notice, "span > span")["dir"]) == ("fa", "rtl")


def test_a_message_without_a_title_is_called_by_its_slug() -> None:
    assert text(one(everything("ar"), "#m-girls-in-ict-title")) == "girls-in-ict"
    assert one(everything("ar"), "#m-girls-in-ict-title > span")["dir"] == "ltr"


def test_a_title_that_shows_nothing_is_no_title() -> None:
    assert text(one(soup(titled(Title(EN, "\u202e\u200b"))), "#m-m-title")) == "m"
    assert text(one(soup(titled(Title(EN, "\u202e"), Title(FR, "Bonjour"))), "#m-m-title")) == "Bonjour"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_shown_as_it_stands_and_does_nothing(hostile: str) -> None:
    found = replace(sheets.PLAYS, title=hostile, author=hostile, evidence=(Evidence("GET", hostile, None, 0, hostile),))
    message = Message("m", (Title(EN, hostile),), speaker=hostile, videos=(Video(EN, "https://youtu.be/x"),))
    sheet = sheets.sheet_of(Catalogue(messages=(message,)), {"https://youtu.be/x": sheets.sure(found)})
    snippet = Snippet("new", hostile, f"\n{hostile}\n")
    entry = replace(sheet.entries[0], list_snippets=(snippet,), video_snippets={EN: (snippet,)})
    sheet = replace(sheet, entries=(entry,), providers={"https://youtu.be/x": hostile})
    for language in (EN, AR):
        shown = soup(sheet, language)
        assert shown.select("b, img, iframe, [onload], [onerror]") == []
        assert len(shown.select("script")) == 1
        assert one(shown, "#m-m-title > span").get_text() == hostile
        assert [code_in(area) for area in shown.select("textarea")] == [f"\n{hostile}\n"] * 2
        assert [text(bdi) for bdi in shown.select("dd bdi, .byline bdi")].count(hostile) == 4
        assert hostile in text(one(shown, ".evidence"))


def test_what_turns_the_text_around_is_taken_out() -> None:
    assert "\u202e" not in str(everything("en"))
    assert text(one(everything("en"), "#v-wtisd-2021--en")).count("WTISD 2021 <b>message</b> evil") == 1


def test_an_address_that_hides_another_shows_what_is_sent() -> None:
    url = "https://youtu.be/\u202eabc"
    sheet = sheets.sheet_of(Catalogue(messages=(sheets.message("m", {EN: url}),)), {})
    link = one(soup(sheet), "a.address")
    assert link.get_text() == "https://youtu.be/%E2%80%AEabc"
    assert link["href"] == url


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "file:///etc/passwd"]
)
def test_an_address_that_is_not_the_web_s_cannot_be_followed(url: str) -> None:
    video = Video(EN, url, captions_file=url, transcript=url, mirrors=(url,))
    sheet = sheets.sheet_of(
        Catalogue(messages=(Message("m", videos=(video,)),)),
        {url: sheets.sure(replace(sheets.INVALID, suggestion=url, evidence=(Evidence("GET", url, 200, 1),)))},
    )
    shown = soup(sheet)
    assert [text(span) for span in shown.select("span.address")] == [url] * 6
    assert not [a for a in shown.select("[href]") if ":" in str(a["href"])]


def test_a_card_says_what_is_believed_since_when_and_how_surely() -> None:
    shown = card("en", "v-wtisd-2021--es")
    assert text(one(shown, "h4")) == "Español Spanish"
    assert text(one(shown, ".badge")) == "private"
    assert "YouTube says that the video is private." in text(shown)
    facts = {text(one(fact, "dt")): text(one(fact, "dd")) for fact in shown.select("dl > div")}
    assert facts == {
        "Since": "12 March 2026 at 09:30 UTC",
        "Certainty": "confirmed on 21 November 2026 at 06:00 UTC",
        "Last 30 days": "played at least 33.3% and at most 43.4% of the time",
        "Known of that time": "90%",
        "Site": "YouTube",
        "Can be watched on its site": "no",
        "Plays inside other pages": "no",
        "Captions": "not known",
        "Also at": "https://example.int/es",
    }
    assert one(shown, "time[datetime='2026-03-12T09:30:00Z']")
    link = one(shown, "article > p > a.address")
    assert (link["href"], link["hreflang"], link["dir"]) == ("https://youtu.be/jyVi5-NFNBU", "es", "ltr")


def test_a_card_shows_what_the_site_calls_the_video_and_what_people_wrote() -> None:
    shown = card("ar", "v-wtisd-2021--en")
    assert [text(bdi) for bdi in shown.select("dd bdi")] == ["YouTube", "WTISD 2021 <b>message</b> evil", "ITU"]
    assert one(shown, ".own > span")["lang"] == "en"
    assert one(shown, "a[href='https://example.int/t/en']")["dir"] == "ltr"


def test_what_was_seen_once_is_not_called_confirmed() -> None:
    shown = card("en", "v-wtisd-2026--en")
    assert "is-unsure" in shown["class"]
    facts = {text(one(fact, "dt")): text(one(fact, "dd")) for fact in shown.select("dl > div")}
    assert facts["First seen"] == "21 November 2026 at 06:00 UTC"
    assert facts["Certainty"] == "to be confirmed by a second look"
    assert "Since" not in facts


def test_a_doubt_stands_beside_the_belief() -> None:
    shown = card("en", "v-wtisd-2021--zh")
    assert text(one(shown, ".badge")) == "plays"
    assert text(one(shown, ".doubt")) == (
        "Last look: private, to be confirmed by a second look. YouTube says that the video is private."
    )


def test_a_look_that_could_not_tell_stands_beside_the_belief() -> None:
    shown = card("en", "v-wtisd-2026--ar")
    assert text(one(shown, ".badge")) == "plays"
    assert text(one(shown, ".doubt")) == (
        "Last look: could not be reached. That says nothing about the video. The site did not answer in time."
    )


def test_what_could_not_be_judged_says_why_and_claims_nothing() -> None:
    shown = card("en", "v-wtisd-2026--fr")
    assert text(one(shown, ".badge")) == "could not be reached"
    assert "The site did not answer in time." in text(shown)
    facts = {text(one(fact, "dt")): text(one(fact, "dd")) for fact in shown.select("dl > div")}
    assert facts["Can be watched on its site"] == "not known"
    assert "Since" not in facts
    assert "Certainty" not in facts


def test_what_nobody_looked_at_claims_nothing() -> None:
    facts = [text(one(fact, "dt")) for fact in card("en", "v-wtisd-2026--zh").select("dl > div")]
    assert facts == ["Site", "Captions"]


def test_an_address_that_may_have_been_meant_is_offered() -> None:
    offered = one(card("en", "v-girls-in-ict--fr"), ".doubt")
    assert text(offered) == "Perhaps this was meant: https://youtu.be/OGSyYP5v6PM"


def test_the_evidence_can_be_checked_by_hand() -> None:
    shown = one(card("en", "v-wtisd-2021--en"), ".evidence li")
    assert text(shown) == (
        "GET https://www.youtube.com/oembed?url=https%3A%2F%2Fyoutu.be%2Fx&format=json HTTP 200 · 1,770 bytes"
    )
    assert one(shown, "a")["href"] == "https://www.youtube.com/oembed?url=https%3A%2F%2Fyoutu.be%2Fx&format=json"
    silent = one(card("fr", "v-wtisd-2026--fr"), ".evidence li")
    assert text(silent).endswith("Rien n’est revenu : Le site n’a pas répondu à temps.")
    asked = one(card("en", "v-girls-in-ict--fr"), "article > details:not(.code)")
    assert "The web was not asked." in text(asked)


def test_a_sentence_without_a_translation_is_marked_as_english() -> None:
    shown = one(card("ar", "v-girls-in-ict--en"), "p > span[lang=en]:not(.address)")
    assert (shown.get_text(), shown["dir"]) == ("A sentence without a translation.", "ltr")
    assert card("en", "v-girls-in-ict--en").select("p > span[lang=en]:not(.address)") == []


def test_reasons_are_told_in_the_page_s_language() -> None:
    assert "يفيد يوتيوب بأن الفيديو خاص." in text(card("ar", "v-wtisd-2021--es"))


def test_the_summary_says_how_much_of_the_time_all_videos_played() -> None:
    assert text(one(everything("en"), ".summary .share")) == (
        "Last 30 days: the videos played at least 23.4% and at most 92.2% of the time."
    )


def test_where_little_is_known_no_bounds_are_told() -> None:
    known = {video.url: sheets.sure(sheets.PLAYS) for _, video in sheets.SIX_LINKS.places()}
    shown = soup(sheets.sheet_of(sheets.SIX_LINKS, known))
    assert text(one(shown, ".summary .share")) == (
        "Last 30 days: not enough is known yet to say how much of the time the videos played."
    )
    facts = {text(one(fact, "dt")): text(one(fact, "dd")) for fact in shown.select("#v-wtisd-2021--en dl > div")}
    assert facts["Last 30 days"] == "not enough is known yet"
    assert "Known of that time" not in facts
    assert shown.select(".history") == []


def test_the_file_of_the_captions_stands_beside_what_they_are() -> None:
    shown = soup(sheets.sheet_of(sheets.SIX_LINKS, {}))
    facts = {text(one(fact, "dt")): one(fact, "dd") for fact in shown.select("#v-wtisd-2021--en dl > div")}
    assert text(facts["Captions"]) == "made by people https://example.int/c/en.vtt"
    assert one(facts["Captions"], "a")["href"] == "https://example.int/c/en.vtt"


def test_where_nobody_looked_nothing_is_said_of_time() -> None:
    shown = soup(sheets.sheet_of(sheets.SIX_LINKS, {}))
    assert shown.select(".share, .history") == []
    assert "Last 30" not in text(one(shown, "main"))


def test_another_window_is_told_as_what_it_is() -> None:
    day = timedelta(days=1)
    value = replace(sheets.EVERYTHING.availability, window=day)
    shown = soup(replace(sheets.EVERYTHING, availability=value))
    assert text(one(shown, ".summary .share")).startswith("Last 24 hours: the videos played at least ")
    ends = [text(end) for end in one(shown, "#v-wtisd-2021--en .ends").select("span")]
    assert ends == ["20 November 2026 at 06:00 UTC", "21 November 2026 at 06:00 UTC"]


def test_the_picture_of_a_history_shows_each_stretch_in_its_place() -> None:
    drawn = one(card("en", "v-wtisd-2021--es"), "svg.timeline")
    assert drawn["aria-hidden"] == "true"
    bars = [(bar["class"], bar["x"], bar["width"], bar["fill"]) for bar in drawn.select("rect")]
    assert bars == [
        (["is-available"], "0.0%", "33.33%", "currentColor"),
        (["is-private"], "43.33%", "56.67%", "url(#hatch-crossed)"),
    ]
    assert [line["class"] for line in drawn.select("line")] == [["nothing"]]
    ends = [text(end) for end in one(card("en", "v-wtisd-2021--es"), ".ends").select("span")]
    assert ends == ["22 October 2026", "21 November 2026"]


def test_a_single_look_is_a_stroke_in_the_picture() -> None:
    drawn = one(card("en", "v-wtisd-2021--zh"), "svg.timeline")
    strokes = [(line["class"], line["x1"], line["x2"]) for line in drawn.select("line:not(.nothing)")]
    assert strokes == [(["is-private"], "100.0%", "100.0%")]


def test_every_filling_of_a_picture_is_there() -> None:
    there = {f"url(#{pattern['id']})" for pattern in everything("en").select("pattern")}
    used = {str(rect["fill"]) for rect in everything("en").select(".timeline rect, .swatch rect")}
    assert used == there | {"currentColor"}


def test_beside_the_picture_stands_the_history_in_words_newest_first() -> None:
    assert [text(part) for part in one(card("en", "v-wtisd-2021--es"), ".history details").select("summary, li")] == [
        "History",
        "private from 4 November 2026 at 06:00 UTC to 21 November 2026 at 06:00 UTC · 18 looks",
        "could not be reached from 2 November 2026 at 06:00 UTC to 3 November 2026 at 06:00 UTC · 2 looks",
        "plays from 22 September 2026 at 06:00 UTC to 1 November 2026 at 06:00 UTC · 41 looks",
    ]
    assert text(card("en", "v-wtisd-2021--zh").select(".history li")[0]) == (
        "private on 21 November 2026 at 06:00 UTC · 1 look"
    )
    assert text(card("en", "v-wtisd-2021--fr").select(".history li .word")[0]) == "embedding switched off"


def test_of_a_long_history_the_newest_thirty_are_told() -> None:
    shown = one(card("en", "v-wtisd-2021--ar"), ".history")
    assert len(shown.select("li")) == 30
    assert text(one(shown, "details > p")) == "and 10 earlier"
    assert len(shown.select("svg.timeline line:not(.nothing)")) == 20
    assert not card("en", "v-wtisd-2021--es").select(".history details > p")


def test_a_site_that_nobody_knows_is_not_named() -> None:
    shown = soup(replace(sheets.EVERYTHING, providers={}))
    facts = one(shown, "#v-wtisd-2021--en").select("dl > div")
    assert "not known" in [text(one(fact, "dd")) for fact in facts if text(one(fact, "dt")) == "Site"]


def test_missing_languages_are_listed_and_have_no_card() -> None:
    shown = one(everything("en"), "#m-wtisd-2026")
    assert text(one(shown, ".missing")) == "Missing in: Español Русский"
    assert [item["lang"] for item in shown.select(".missing li > span")] == ["es", "ru"]
    assert not everything("en").select("#v-wtisd-2026--es")
    assert not one(everything("en"), "#m-wtisd-2021").select(".missing")


def test_every_snippet_can_be_copied_as_it_stands() -> None:
    areas = everything("en").select("textarea")
    assert {code_in(area) for area in areas} == sheets.snippets_of(sheets.EVERYTHING)
    for area in areas:
        assert area.has_attr("readonly")
        assert one(everything("en"), f"label[for='{area['id']}']").get_text()
        button = one(everything("en"), f"button[data-copy='{area['id']}']")
        assert (button["type"], button["data-copied"]) == ("button", "Copied.")
        assert button.has_attr("hidden")  # without a script it could do nothing


def test_a_sheet_without_snippets_offers_none() -> None:
    shown = soup(sheets.sheet_of(sheets.ALL_STATES, sheets.EVERY_STATE, snippets=False))
    assert shown.select(".code, textarea, button") == []


def test_what_needs_attention_comes_in_the_order_of_need() -> None:
    items = [text(item) for item in everything("en").select(".attention > li")]
    assert [item.rpartition(" – ")[0] or item for item in items] == [
        *("Español", "Русский", "Français", "中文", "English", "Français", "English")
    ]
    assert items[0].endswith("(WTISD 2021) private since 12 March 2026 at 09:30 UTC")
    assert items[3].endswith(
        "Last look: private, to be confirmed by a second look. plays since 12 March 2026 at 09:30 UTC"
    )
    assert items[4].endswith("private first seen on 21 November 2026 at 06:00 UTC, to be confirmed by a second look")


def test_nothing_needs_attention_only_when_every_link_plays() -> None:
    every = {video.url: sheets.sure(sheets.PLAYS) for _, video in sheets.SIX_LINKS.places()}
    assert text(one(soup(sheets.sheet_of(sheets.SIX_LINKS, every)), ".well")) == "Nothing: every link plays."
    fewer = dict(list(every.items())[:5])
    for known in ({}, fewer):
        shown = soup(sheets.sheet_of(sheets.SIX_LINKS, known))
        assert shown.select(".well, .attention, #attention") == []


@pytest.mark.parametrize(
    ("sweep", "said", "loud"),
    [
        (None, "There has been no sweep yet.", []),
        (
            sheets.SWEEP,
            "Last sweep: 21 November 2026 at 06:00 UTC. Its control videos came out right.",
            [],
        ),
        (
            replace(sheets.SWEEP, instrument=Instrument.UNCHECKED),
            "Last sweep: 21 November 2026 at 06:00 UTC. No control videos were part of it.",
            [],
        ),
        (
            replace(
                sheets.SWEEP,
                instrument=Instrument.UNCHECKED,
                controls=(Outcome("x", "https://x.com/jack/status/20", Expected.AVAILABLE, State.UNREACHABLE),),
            ),
            "Last sweep: 21 November 2026 at 06:00 UTC. Not all of its control videos got an answer.",
            [],
        ),
        (
            replace(sheets.SWEEP, instrument=Instrument.SUSPECT),
            "Last sweep: 21 November 2026 at 06:00 UTC.",
            ["The last sweep is suspect."],
        ),
        (
            replace(sheets.SWEEP, complete=False),
            "Last sweep: 21 November 2026 at 06:00 UTC. Its control videos came out right.",
            ["The last sweep was stopped early."],
        ),
    ],
)
def test_the_last_sweep_is_told_and_its_faults_loudly(sweep: Sweep | None, said: str, loud: list[str]) -> None:
    shown = soup(sheets.sheet_of(sheets.SIX_LINKS, {}, sweep=sweep))
    assert text(one(shown, ".summary > p.quiet")) == said
    assert [text(strong) for strong in shown.select(".notice strong")] == loud


def test_a_day_without_any_news_is_told_loudly() -> None:
    known = {video.url: sheets.unheard_of(sheets.UNREACHABLE, sheets.PLAYS) for _, video in sheets.SIX_LINKS.places()}
    shown = soup(sheets.sheet_of(sheets.SIX_LINKS, known))
    assert text(one(shown, ".notice strong")) == "The last looks brought no news."
    assert text(one(shown, ".answer")) == "6 links: 6 play."


def test_when_nothing_could_be_reached_the_page_says_so_plainly() -> None:
    known = {video.url: sheets.unheard_of(sheets.UNREACHABLE) for _, video in sheets.SIX_LINKS.places()}
    shown = soup(sheets.sheet_of(sheets.SIX_LINKS, known))
    assert text(one(shown, ".answer")) == "None of the 6 links could be reached."
    assert text(one(shown, ".more")) == "Nothing is known to be broken."
    assert shown.select(".is-private, .is-removed, .is-invalid, .is-available, .notice") == []


def test_the_bar_shows_every_row_once() -> None:
    bar = one(everything("en"), "svg.bar")
    rects = [(int(str(rect["x"])), int(str(rect["width"]))) for rect in bar.select("rect")]
    assert bar["viewbox"] == "0 0 18 1"
    assert sum(width for _, width in rects) == 18
    assert [x for x, _ in rects] == [sum(width for _, width in rects[:n]) for n in range(len(rects))]


def test_an_empty_catalogue_is_told_plainly() -> None:
    shown = soup(sheets.sheet_of(Catalogue(), {}, sweep=None), AR)
    assert "لا يحتوي الفهرس على أي رسالة بعد." in text(one(shown, "main"))
    assert shown.select("table, svg.bar, article") == []


def test_headings_leave_no_level_out() -> None:
    levels = [int(heading.name[1]) for heading in everything("en").select("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_method_is_printed_on_every_page() -> None:
    assert "at least 30 minutes apart" in text(one(everything("en"), ".method")).replace("\u00a0", " ")
    assert "Time is known between two looks that agree" in text(one(everything("en"), ".method"))
    assert "“at least” counts all time that is not known as not played" in text(one(everything("en"), ".method"))
    assert "30 دقيقة" in text(one(everything("ar"), ".method")).replace("\u00a0", " ")
    assert text(one(everything("en"), "footer")) == "Made by Hexaglot 9.8.7 on 21 November 2026 at 06:00 UTC."


def test_the_same_sheet_gives_the_same_bytes() -> None:
    first = page(sheets.EVERYTHING, AR, root="../", version="1")
    assert page(sheets.sheet_of(sheets.ALL_STATES, sheets.EVERY_STATE), AR, root="../", version="1") == first
    assert first.startswith("<!DOCTYPE html>\n")
    assert first.endswith("</html>\n")


def test_a_suspect_sweep_says_what_it_is_suspected_of() -> None:
    lost = Outcome("youtube", "https://youtu.be/jNQXAC9IVRw", Expected.AVAILABLE, State.REMOVED)
    sweep = replace(sheets.SWEEP, instrument=Instrument.SUSPECT, controls=(lost,), waves=(Wave("vimeo", 7, 20),))
    shown = soup(sheets.sheet_of(sheets.SIX_LINKS, {}, sweep=sweep))
    lost_said, wave_said = (text(item) for item in shown.select(".notice li"))
    assert lost_said == (
        "A control video of YouTube that is known to play came out as “removed”. If it is really gone, "
        "name another one in the settings, under controls. https://youtu.be/jNQXAC9IVRw"
    )
    assert wave_said == "Of 20 links of Vimeo that were looked at, 7 turned bad at once."


def test_earlier_suspect_sweeps_of_the_window_are_told() -> None:
    lost = Outcome("youtube", "https://youtu.be/jNQXAC9IVRw", Expected.AVAILABLE, State.REMOVED)
    before = replace(sheets.SWEEP, id="before", instrument=Instrument.SUSPECT, controls=(lost,))
    sheet = sheets.sheet_of(sheets.SIX_LINKS, {}, sweep=sheets.SWEEP)
    shown = soup(replace(sheet, availability=replace(sheet.availability, suspects=(before, sheets.SWEEP))))
    told = one(shown, "details.suspects")
    assert text(one(told, "summary")) == "Last 30 days: 1 earlier sweep was suspect and changed nothing."
    assert text(one(told, "li li")).endswith("under controls. https://youtu.be/jNQXAC9IVRw")
