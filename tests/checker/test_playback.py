"""This file tests how the videos of each site stand in other pages: the player's or film's address, and the still."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.players import Player, player_at
from checker.providers import PROVIDERS, File, Frame, Playback, Provider, VideoRef, provider_of, recognise
from checker.providers._file_playback import playback, start_in
from conversing import address_of

each_provider = pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.name)

HOSTS: dict[str, set[str]] = {
    "bilibili": {"player.bilibili.com"},
    "dailymotion": {"geo.dailymotion.com", "www.dailymotion.com"},
    "facebook": {"www.facebook.com"},
    "file": {"media.example.int"},
    "internet-archive": {"archive.org"},
    "kaltura": {"cdnapisec.kaltura.com"},
    "peertube": {"framatube.org", "spacepub.space"},
    "rutube": {"rutube.ru"},
    "tencent": {"v.qq.com"},
    "tiktok": {"www.tiktok.com"},
    "unwebtv": {"cdnapisec.kaltura.com"},
    "vimeo": {"player.vimeo.com", "vimeo.com"},
    "vk": {"vk.com"},
    "wikimedia-commons": {"commons.wikimedia.org"},
    "youku": {"player.youku.com"},
    "youtube": {"www.youtube-nocookie.com", "i.ytimg.com"},
}
"""Where players and pictures may lead; X has neither."""

HONOURED: dict[str, tuple[bool, bool]] = {
    "bilibili": (True, False),
    "dailymotion": (True, False),
    "facebook": (True, True),
    "file": (True, False),
    "internet-archive": (True, False),
    "kaltura": (True, True),
    "peertube": (True, True),
    "rutube": (True, False),
    "tencent": (False, False),
    "tiktok": (False, False),
    "unwebtv": (True, True),
    "vimeo": (True, True),
    "vk": (True, False),
    "wikimedia-commons": (False, False),
    "x": (False, False),
    "youku": (False, False),
    "youtube": (True, True),
}
"""Which site's player can begin later, and which can be told to show captions."""


def _refs(provider: Provider) -> list[VideoRef]:
    examples: dict[str, str | None] = import_module(type(provider).__module__).EXAMPLES
    return [ref for url in examples if (ref := provider.recognise(url)) is not None]


def _told(playback: Playback | None) -> dict[str, str]:
    """The options in a player's address."""
    return dict(parse_qsl(urlsplit(address_of(playback) or "").query))


@each_provider
def test_a_player_is_the_sites_own_and_plays_the_same_video(provider: Provider) -> None:
    for ref in _refs(provider):
        for start, captions in ((None, False), (83, False), (None, True), (83, True)):
            asked = replace(ref, start=start)
            player = provider.player(asked, "ar", captions=captions)
            if player is None:
                continue
            parts = urlsplit(player.address)
            assert (parts.scheme, parts.hostname in HOSTS[provider.name]) == ("https", True)
            again = recognise(player.address)
            assert again is not None
            assert again == ref or (provider.name == "unwebtv" and again.id == ref.id)
            if HONOURED[provider.name][0] and _begins_later(provider, ref):
                assert again.start == start


@each_provider
def test_a_player_says_that_it_is_one(provider: Provider) -> None:
    players = [provider.player(ref, "ar") for ref in _refs(provider)]
    for player in players:
        if isinstance(player, Frame) and provider.name != "wikimedia-commons":
            assert player_at(player.address) is Player.CURRENT
    assert any(players) is (provider.name != "x")


@each_provider
def test_a_player_differs_where_it_begins_later_or_shows_captions(provider: Provider) -> None:
    for ref in _refs(provider):
        plain = provider.player(replace(ref, start=None), "ar")
        later = provider.player(replace(ref, start=83), "ar")
        captioned = provider.player(replace(ref, start=None), "ar", captions=True)
        starts, shows = HONOURED[provider.name]
        if plain is not None and _begins_later(provider, ref):
            assert (later != plain) is starts
            assert (captioned != plain) is (shows and isinstance(plain, Frame))


def _begins_later(provider: Provider, ref: VideoRef) -> bool:
    """Does the site's usual player stand here? Its events and posts have lesser ones."""
    return not (provider.name == "vimeo" and (ref.where or "").startswith("event")) and not (
        provider.name == "facebook" and ref.where
    )


@each_provider
def test_a_picture_is_the_sites_own(provider: Provider) -> None:
    pictures = [picture for ref in _refs(provider) if (picture := provider.picture(ref)) is not None]
    for picture in pictures:
        parts = urlsplit(picture)
        assert (parts.scheme, parts.hostname in HOSTS[provider.name]) == ("https", True)
    assert bool(pictures) is (
        provider.name
        in {"dailymotion", "internet-archive", "kaltura", "rutube", "unwebtv", "wikimedia-commons", "youtube"}
    )


@pytest.mark.parametrize(
    ("url", "picture"),
    [
        ("https://youtu.be/OGSyYP5v6PM", "https://i.ytimg.com/vi/OGSyYP5v6PM/hqdefault.jpg"),
        ("https://dai.ly/x1e2b95", "https://www.dailymotion.com/thumbnail/video/x1e2b95"),
        ("https://archive.org/details/ABC_1/a%20film.mp4", "https://archive.org/services/img/ABC_1"),
        ("kaltura:1:1_66x4rg7o", "https://cdnapisec.kaltura.com/p/1/thumbnail/entry_id/1_66x4rg7o/width/640"),
        (
            "https://webtv.un.org/en/asset/k1o/k1o7stmi6p",
            "https://cdnapisec.kaltura.com/p/2503451/thumbnail/entry_id/1_o7stmi6p/width/640",
        ),
        (
            "https://commons.wikimedia.org/wiki/File:A_&_b?.webm",
            None,
        ),
        (
            "https://commons.wikimedia.org/wiki/File:A_%26_b%3F.webm",
            "https://commons.wikimedia.org/wiki/Special:FilePath/A_%26_b%3F.webm?width=640",
        ),
        (
            "https://rutube.ru/video/3eac3b4561676c17df9132a9a1e62e3e/",
            "https://rutube.ru/api/video/3eac3b4561676c17df9132a9a1e62e3e/thumbnail/?redirect=1",
        ),
        ("https://rutube.ru/video/private/3eac3b4561676c17df9132a9a1e62e3e/?p=Key", None),
        ("https://rutube.ru/play/embed/10631925", None),
        ("https://vimeo.com/76979871", None),
        ("https://media.example.int/a.mp4", None),
    ],
)
def test_which_picture_a_video_has(url: str, picture: str | None) -> None:
    ref = recognise(url)
    assert (None if ref is None else provider_of(ref).picture(ref)) == picture


YOUTUBE = "https://www.youtube-nocookie.com/embed/OGSyYP5v6PM?hl=fr&cc_lang_pref=fr&rel=0"
FACEBOOK = (
    "https://www.facebook.com/plugins/video.php"
    "?href=https%3A%2F%2Fwww.facebook.com%2Fwatch%2F%3Fv%3D1484037581637646&show_text=false&locale=fr_FR"
)
POST = (
    "https://www.facebook.com/plugins/post.php"
    "?href=https%3A%2F%2Fwww.facebook.com%2Fu%2Fposts%2F1035862816472149&show_text=false&locale=fr_FR"
)
NEW = "https://cdnapisec.kaltura.com/p/811441/embedPlaykitJs/uiconf_id/57733292?iframeembed=true&entry_id=1_klnhtzpl"
OLD = (
    "https://cdnapisec.kaltura.com/p/811441/sp/81144100/embedIframeJs/uiconf_id/57733292/partner_id/811441"
    "?iframeembed=true&entry_id=1_klnhtzpl"
)
FILM = (
    "https://cdnapisec.kaltura.com/p/811441/sp/81144100/playManifest/entryId/1_klnhtzpl/format/url/protocol/https/a.mp4"
)
UN = "https://cdnapisec.kaltura.com/p/2503451/embedPlaykitJs/uiconf_id/49754663?iframeembed=true&entry_id=1_o7stmi6p"
UI = "&config%5Bui%5D=%7B%22locale%22%3A%22fr%22%7D"
SOUND = "&config%5Bplayback%5D=%7B%22audioLanguage%22%3A%22fr%22%7D"
CAPTIONS = (
    "&config%5Bplayback%5D="
    "%7B%22audioLanguage%22%3A%22fr%22%2C%22textLanguage%22%3A%22fr%22%2C%22captionsDisplay%22%3Atrue%7D"
)
FLASHVARS = "&playerId=kaltura_player&flashvars%5BlocalizationCode%5D=fr"


@pytest.mark.parametrize(
    ("url", "captions", "player"),
    [
        ("https://youtu.be/OGSyYP5v6PM", True, Frame(f"{YOUTUBE}&cc_load_policy=1")),
        ("https://youtu.be/OGSyYP5v6PM?t=83", True, Frame(f"{YOUTUBE}&cc_load_policy=1&start=83")),
        ("https://vimeo.com/1", True, Frame("https://player.vimeo.com/video/1?texttrack=fr&dnt=1")),
        (
            "https://framatube.org/w/kkGMgK9ZtnKfYAgnEtQxbv?start=83s",
            True,
            Frame("https://framatube.org/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d?subtitle=fr&start=83s"),
        ),
        ("https://www.facebook.com/watch/?v=1484037581637646", False, Frame(FACEBOOK)),
        ("https://www.facebook.com/watch/?v=1484037581637646&t=83", False, Frame(f"{FACEBOOK}&t=83")),
        ("https://www.facebook.com/watch/?v=1484037581637646", True, Frame(f"{FACEBOOK}&show_captions=true")),
        (f"{FACEBOOK}&t=83", True, Frame(f"{FACEBOOK}&show_captions=true&t=83")),
        (f"{FACEBOOK}&t=0", False, Frame(FACEBOOK)),
        (f"{FACEBOOK}".replace("7646&", "7646%26t%3D83&"), False, Frame(f"{FACEBOOK}&t=83")),
        ("https://www.facebook.com/u/posts/1035862816472149?t=83", True, Frame(POST)),
        ("https://archive.org/details/ABC?start=83", True, Frame("https://archive.org/embed/ABC?start=83")),
        ("https://archive.org/details/ABC/start/60.5/end/120", False, Frame("https://archive.org/embed/ABC?start=60")),
        ("https://archive.org/details/ABC/start/x", False, Frame("https://archive.org/embed/ABC/start/x")),
        (f"{NEW}", False, Frame(f"{NEW}{UI}{SOUND}")),
        (f"{NEW}&kalturaSeekFrom=95", False, Frame(f"{NEW}&kalturaStartTime=95{UI}{SOUND}")),
        (f"{NEW}&kalturaStartTime=95", True, Frame(f"{NEW}&kalturaStartTime=95{UI}{CAPTIONS}")),
        (f"{OLD}", False, Frame(f"{OLD}{FLASHVARS}")),
        (
            f"{OLD}&flashvars[mediaProxy.mediaPlayFrom]=60",
            True,
            Frame(
                f"{OLD}{FLASHVARS}&flashvars%5BmediaProxy.mediaPlayFrom%5D=60"
                "&flashvars%5BclosedCaptions.defaultLanguageKey%5D=fr&flashvars%5BclosedCaptions.displayCaptions%5D=true"
            ),
        ),
        (
            "https://www.kaltura.com/index.php/kwidget/wid/_811441/uiconf_id/57733292/entry_id/1_klnhtzpl",
            False,
            Frame(f"{OLD}{FLASHVARS}"),
        ),
        (
            (
                "https://cdnapisec.kaltura.com/html5/html5lib/v2.30.2/mwEmbedFrame.php/p/811441/uiconf_id/57733292"
                "/entry_id/1_klnhtzpl?wid=_811441"
            ),
            False,
            Frame(f"{OLD}{FLASHVARS}"),
        ),
        (
            (
                "https://cdnapisec.kaltura.com/html5/html5lib/v2.30.2/mwEmbedFrame.php/p/1337/uiconf_id/57733292"
                "/entry_id/1_klnhtzpl?wid=_811441"
            ),
            True,
            File(FILM, "video/mp4"),
        ),
        (
            (
                "https://www.kaltura.com/index.php/extwidget/preview/partner_id/811441/uiconf_id/57733292"
                "/entry_id/1_klnhtzpl/embed/iframe"
            ),
            False,
            File(FILM, "video/mp4"),
        ),
        (f"{NEW}&uiconf_id=1", False, File(FILM, "video/mp4")),
        (f"{NEW}".replace("57733292", "x"), False, File(FILM, "video/mp4")),
        ("kaltura:811441:1_klnhtzpl", True, File(FILM, "video/mp4")),
        (f"{FILM}#t=95", False, File(f"{FILM}#t=95", "video/mp4")),
        ("https://webtv.un.org/ru/asset/k1o/k1o7stmi6p", False, Frame(f"{UN}{UI}{SOUND}")),
        (
            "https://webtv.un.org/en/asset/k1o/k1o7stmi6p?kalturaStartTime=95",
            True,
            Frame(f"{UN}&kalturaStartTime=95{UI}{CAPTIONS}"),
        ),
        ("https://media.example.int/a.mp4", True, File("https://media.example.int/a.mp4", "video/mp4")),
        (
            "https://media.example.int/a.M4V?x=1#t=90,120",
            False,
            File("https://media.example.int/a.M4V?x=1#t=90", "video/mp4"),
        ),
        ("https://media.example.int/a%2Ewebm", False, File("https://media.example.int/a%2Ewebm", "video/webm")),
        ("http://media.example.int/a.mp4", False, None),
        ("https://media.example.int/a.mov", False, None),
        ("https://media.example.int/a.ogv", False, None),
        ("https://media.example.int/a.ogg", False, None),
        ("https://media.example.int/a.mkv", False, None),
        ("https://media.example.int/a.ts", False, None),
        ("https://media.example.int/a.m3u8", False, None),
        ("https://media.example.int/a.mpd", False, None),
    ],
)
def test_how_a_french_video_stands_in_another_page(url: str, captions: bool, player: Playback | None) -> None:
    ref = recognise(url)
    assert ref is not None
    assert provider_of(ref).player(ref, "fr", captions=captions) == player


@pytest.mark.parametrize(
    ("language", "locale", "sound"),
    [
        ("ar", "ar", "ar"),
        ("zh", "zh_cn", "zh"),
        ("zh-Hans", "zh_cn", "zh"),
        ("zh-Hant", "zh_tw", "zh"),
        ("pt", "pt_br", "pt"),
        ("fr-CH", "fr", "fr"),
    ],
)
def test_kalturas_player_has_its_own_names_for_languages(language: str, locale: str, sound: str) -> None:
    ref = VideoRef("unwebtv", "1_o7stmi6p", "en")
    fields = _told(provider_of(ref).player(ref, language))
    assert fields["config[ui]"] == f'{{"locale":"{locale}"}}'
    assert fields["config[playback]"] == f'{{"audioLanguage":"{sound}"}}'


@pytest.mark.parametrize(
    ("fragment", "start"),
    [
        ("t=83", 83),
        ("t=83,120", 83),
        ("t=npt:83.5", 83),
        ("t=1:23", 83),
        ("t=0:01:23", 83),
        ("t=1:00:00,", 3600),
        ("track=a&t=83", 83),
        ("t=0", None),
        ("t=,20", None),
        ("t=smpte:0:01:23", None),
        ("t=٨٣", None),
        ("xt=83", None),
        ("", None),
    ],
)
def test_where_a_media_fragment_begins(fragment: str, start: int | None) -> None:
    assert start_in(fragment) == start


@given(st.text(max_size=40))
def test_no_fragment_makes_the_reader_fail(text: str) -> None:
    for fragment in (text, f"t={text}"):
        start = start_in(fragment)
        assert start is None or start > 0


@given(st.integers(1, 86_400))
def test_a_film_begins_where_its_address_says(start: int) -> None:
    film = playback("https://media.example.int/a.mp4", start)
    assert film is not None
    assert start_in(urlsplit(film.address).fragment) == start
