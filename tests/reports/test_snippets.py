from __future__ import annotations

from datetime import UTC, datetime

import pytest

from catalogue import SIX_LANGUAGES, Language, Message, Title, Video
from checker import Belief, Detail, Opinion, State
from checker.providers import File, Frame
from reports.embeds import Phrase, Unavailable
from reports.homes import Wish
from reports.snippets import ANOTHER, Shown, all_versions, one_version

DAY = datetime(2026, 11, 20, 6, tzinfo=UTC)
EN, FR, AR, RU = (Language(tag) for tag in ("en", "fr", "ar", "ru"))
ENGLISH, FRENCH, RUSSIAN = (
    "https://youtu.be/OGSyYP5v6PM",
    "https://youtu.be/wwHOsWsInD0",
    "https://youtu.be/nPpq3LYYHfI",
)
MIRROR = "https://vimeo.com/76979871"
POST = "https://x.com/i/status/1394209843458523136"


def believed(state: State, detail: Detail | None = None, reason: str = "So it is.") -> Opinion:
    return Opinion(Belief(state, detail, reason, DAY, DAY))


def doubted(state: State) -> Opinion:
    return Opinion(None, Belief(state, None, "So it seems.", DAY, DAY))


def message(*videos: Video) -> Message:
    titles = (Title(EN, "A message"), Title(FR, "Un message"), Title(RU, "Обращение"))
    return Message("wtisd-2021", titles, None, None, videos)


def russian(
    opinion: Opinion | None, *videos: Video, url: str = RUSSIAN, mirrors: tuple[str, ...] = (), wish: Wish | None = None
) -> Shown:
    video = Video(RU, url, mirrors=mirrors)
    known = {} if opinion is None else {url: opinion}
    return one_version(message(video, *videos), video, SIX_LANGUAGES, known, wish or Wish())


def player(shown: Shown) -> str | None:
    (version,) = shown.versions
    return None if version.player is None else version.player.address


NAMED = "wtisd-2021/ru: "


@pytest.mark.parametrize("opinion", [None, Opinion(), believed(State.AVAILABLE)])
def test_a_video_of_which_nothing_bad_is_believed_gets_its_player(opinion: Opinion | None) -> None:
    shown = russian(opinion)
    (version,) = shown.versions
    assert (version.language, version.title, version.page, version.site) == (RU, "Обращение", RUSSIAN, "youtube")
    assert version.player == Frame("https://www.youtube-nocookie.com/embed/nPpq3LYYHfI?hl=ru&cc_lang_pref=ru&rel=0")
    assert version.picture == "https://i.ytimg.com/vi/nPpq3LYYHfI/hqdefault.jpg"
    assert (version.gone, version.said, shown.remarks) == (None, None, ())


@pytest.mark.parametrize(
    ("opinion", "remark"),
    [
        (believed(State.RESTRICTED, Detail.REGION), f"not everybody can watch {RUSSIAN}: So it is."),
        (believed(State.NOT_YET), f"not everybody can watch {RUSSIAN}: So it is."),
        (
            doubted(State.PRIVATE),
            f"{RUSSIAN} looked private on 2026-11-20, which is not yet confirmed; it is shown as before.",
        ),
    ],
)
def test_a_limit_or_a_doubt_takes_no_player_away_but_is_said(opinion: Opinion, remark: str) -> None:
    shown = russian(opinion)
    assert player(shown) is not None
    assert shown.remarks == (NAMED + remark,)


@pytest.mark.parametrize("detail", [Detail.EMBEDDING, Detail.AGE])
def test_a_video_that_no_page_may_hold_is_linked_to(detail: Detail) -> None:
    shown = russian(believed(State.RESTRICTED, detail, "Its owner does not let other pages play it."))
    (version,) = shown.versions
    assert (version.player, version.page, version.gone) == (None, RUSSIAN, None)
    assert shown.remarks == (
        f"{NAMED}{RUSSIAN} is believed restricted since 2026-11-20 (Its owner does not let other pages play it).",
        f"{NAMED}where a player was asked for, there is a link.",
    )


def test_a_form_without_players_says_nothing_of_players() -> None:
    shown = russian(believed(State.RESTRICTED, Detail.EMBEDDING), wish=Wish(player=False, start=5, captions=True))
    assert shown.remarks == (f"{NAMED}{RUSSIAN} is believed restricted since 2026-11-20 (So it is).",)


@pytest.mark.parametrize("state", [State.PRIVATE, State.REMOVED])
def test_the_mirror_of_a_video_that_is_gone_takes_its_place(state: State) -> None:
    shown = russian(believed(state), mirrors=(POST, MIRROR))
    (version,) = shown.versions
    assert version.page == POST
    assert player(shown) == "https://player.vimeo.com/video/76979871?dnt=1"
    assert shown.remarks == (
        f"{NAMED}{RUSSIAN} is believed {state} since 2026-11-20 (So it is).",
        f"{NAMED}its mirror {MIRROR} is played instead, of which nothing is known: look at it yourself.",
    )


def test_a_link_may_be_to_a_mirror_too() -> None:
    shown = russian(believed(State.REMOVED), mirrors=(POST,))
    (version,) = shown.versions
    assert (version.page, version.player, version.gone) == (POST, None, None)
    assert (
        shown.remarks[1]
        == f"{NAMED}its mirror {POST} is linked to instead, of which nothing is known: look at it yourself."
    )


def test_of_a_mirror_that_is_known_to_play_nothing_needs_to_be_said() -> None:
    video = Video(RU, RUSSIAN, mirrors=(MIRROR,))
    known = {RUSSIAN: believed(State.REMOVED), MIRROR: believed(State.AVAILABLE)}
    shown = one_version(message(video), video, SIX_LANGUAGES, known, Wish())
    assert shown.remarks[-1] == f"{NAMED}its mirror {MIRROR} is played instead."


def test_a_mirror_plays_what_may_not_be_embedded_and_the_link_stays() -> None:
    shown = russian(believed(State.RESTRICTED, Detail.EMBEDDING), mirrors=(MIRROR,))
    (version,) = shown.versions
    assert version.page == RUSSIAN
    assert version.site == "", "what a site would unfurl is the page, and that does not play"
    assert player(shown) == "https://player.vimeo.com/video/76979871?dnt=1"


def test_a_mirror_that_is_gone_itself_is_no_help() -> None:
    video = Video(RU, RUSSIAN, mirrors=(MIRROR,))
    known = {RUSSIAN: believed(State.REMOVED), MIRROR: believed(State.PRIVATE)}
    with pytest.raises(Unavailable, match="No other language can take its place"):
        one_version(message(video), video, SIX_LANGUAGES, known, Wish())


def test_another_language_takes_the_place_of_a_video_that_is_gone_and_says_so() -> None:
    shown = russian(believed(State.PRIVATE, reason="It is private."), Video(EN, ENGLISH), Video(FR, FRENCH))
    (version,) = shown.versions
    assert (version.language, version.page) == (EN, ENGLISH)
    assert version.said == Phrase(RU, "Это видео сейчас недоступно на этом языке. Вот оно на другом языке.")
    assert shown.remarks == (
        f"{NAMED}{RUSSIAN} is believed private since 2026-11-20 (It is private).",
        "wtisd-2021/en stands in its place, after a sentence that says so.",
    )


def test_the_language_of_the_page_is_the_first_to_take_a_place() -> None:
    videos = (Video(RU, RUSSIAN), Video(EN, ENGLISH), Video(FR, FRENCH))
    known = {RUSSIAN: believed(State.REMOVED)}
    shown = one_version(message(*videos), videos[0], SIX_LANGUAGES, known, Wish(), page_language=FR)
    assert shown.versions[0].language == FR


def test_words_that_nobody_has_translated_are_english_and_say_so() -> None:
    catalan = Language("ca")
    video = Video(catalan, RUSSIAN)
    known = {RUSSIAN: believed(State.REMOVED)}
    languages = (*SIX_LANGUAGES, catalan)
    shown = one_version(message(video, Video(EN, ENGLISH)), video, languages, known, Wish())
    assert shown.versions[0].said == Phrase(EN, ANOTHER)
    (gone, _) = all_versions(message(video, Video(EN, ENGLISH)), (catalan, EN), known, Wish()).versions
    assert gone.gone == Phrase(EN, "removed")


def test_where_nothing_plays_nothing_is_made() -> None:
    with pytest.raises(Unavailable) as refusal:
        russian(believed(State.REMOVED), Video(EN, POST))
    assert str(refusal.value) == (
        f"wtisd-2021/ru: {RUSSIAN} is believed removed since 2026-11-20 (So it is). No other language can take its "
        "place, so no snippet was made; --allow-unavailable makes one."
    )


def test_whoever_wants_it_anyway_gets_it_and_is_told() -> None:
    shown = russian(believed(State.PRIVATE), wish=Wish(anyway=True))
    assert player(shown) is not None
    assert shown.remarks == (
        f"{NAMED}{RUSSIAN} is believed private since 2026-11-20 (So it is); it is shown all the same, as you asked.",
    )


@pytest.mark.parametrize("anyway", [False, True])
@pytest.mark.parametrize(
    ("url", "why"),
    [
        (
            "https://youtu.be/nPpq3LYYHfX",
            "can be no video. No YouTube video can have this id: its last character is impossible, so it is mistyped.",
        ),
        (
            "https://youtu.be/nPpq3LYYHfII",
            "can be no video. This YouTube address names no video: a video's id has exactly",
        ),
        ("https://youtu.be/../etc", "can be no video. "),
    ],
)
def test_an_address_that_can_be_no_video_is_refused_whatever_else_there_is(url: str, why: str, *, anyway: bool) -> None:
    with pytest.raises(Unavailable) as refusal:
        russian(None, Video(EN, ENGLISH), url=url, wish=Wish(anyway=anyway))
    assert why in str(refusal.value)
    assert str(refusal.value).endswith("Correct it in the catalogue; no snippet was made.")


def test_a_mistyped_address_names_what_may_be_meant_where_that_is_known() -> None:
    with pytest.raises(Unavailable, match=r"may be meant"):
        russian(None, url="https://youtu.be/nPpq3LYYHfl")


def test_a_site_without_a_player_is_linked_to_and_that_is_said() -> None:
    shown = russian(None, url=POST)
    assert player(shown) is None
    assert shown.remarks == (
        f"{NAMED}where a player was asked for, there is a link, because X has no player for other pages.",
    )


def test_a_page_of_no_site_is_linked_to_as_it_stands() -> None:
    shown = russian(None, url="https://www.example.int/film?id=1")
    (version,) = shown.versions
    assert (version.page, version.player, version.site, version.picture) == (
        "https://www.example.int/film?id=1",
        None,
        "",
        None,
    )
    assert shown.remarks == (
        f"{NAMED}where a player was asked for, there is a link, because This site has no player for other pages.",
    )


def test_players_begin_later_and_show_captions_if_that_is_asked_for() -> None:
    shown = russian(None, wish=Wish(start=90, captions=True))
    address = player(shown)
    assert address is not None
    assert {"start=90", "cc_load_policy=1"} <= set(address.partition("?")[2].split("&"))
    assert shown.versions[0].captions
    assert shown.remarks == ()


def test_a_start_that_an_address_has_may_be_taken_back() -> None:
    assert "start=90" in (player(russian(None, url=f"{RUSSIAN}?t=90")) or "")
    assert "start" not in (player(russian(None, url=f"{RUSSIAN}?t=90", wish=Wish(start=0))) or "")


def test_what_a_player_cannot_do_is_said() -> None:
    shown = russian(None, url="https://v.qq.com/x/page/j0554zmzwtt.html", wish=Wish(start=90, captions=True))
    assert shown.remarks == (
        f"{NAMED}the player of Tencent Video cannot start later.",
        f"{NAMED}the player of Tencent Video cannot be told to show captions.",
    )


def test_a_film_shows_the_captions_of_its_file() -> None:
    url, track = "https://video.example/a.mp4", "https://video.example/a.vtt"
    with_track = Video(RU, url, captions_file=track)
    shown = one_version(message(with_track), with_track, SIX_LANGUAGES, {}, Wish(captions=True))
    (version,) = shown.versions
    assert version.player == File(url, "video/mp4")
    assert (version.track, version.captions, shown.remarks) == (track, True, ())
    assert russian(None, url=url, wish=Wish(captions=True)).remarks != ()


def test_all_versions_stand_in_the_catalogues_order_and_those_that_are_gone_say_so() -> None:
    videos = (Video(RU, RUSSIAN), Video(AR, "https://youtu.be/nPpq3LYYHfX"), Video(EN, ENGLISH))
    shown = all_versions(message(*videos), SIX_LANGUAGES, {RUSSIAN: believed(State.REMOVED)}, Wish(player=False))
    assert [(version.language.tag, version.gone) for version in shown.versions] == [
        ("en", None),
        ("ar", Phrase(AR, "عنوان خاطئ")),
        ("ru", Phrase(RU, "удалено")),
    ]
    assert [remark.partition(":")[0] for remark in shown.remarks] == ["wtisd-2021/ar", "wtisd-2021/ru"]
