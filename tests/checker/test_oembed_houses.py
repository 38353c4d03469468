"""This file tests Facebook, X, TikTok and Rutube together: what all oEmbed houses have in common."""

from __future__ import annotations

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.exchange import Answer, Cause, Reply, Silence
from checker.providers import Provider, VideoRef, bilibili, facebook, rutube, tencent, tiktok, vk, x, youku
from checker.providers._refusals import SHORT_LINK
from checker.verdict import State
from conversing import address_of, converse, holding, told
from replica.oembed_sites import FACEBOOK, RUTUBE, TIKTOK, Dialect, Fate, OembedHouse, Portal
from replica.oembed_sites import X as TWITTER

HEX = "3eac3b4561676c17df9132a9a1e62e3"
HOUSES = [
    (facebook.PROVIDER, FACEBOOK, "https://graph.facebook.com/v26.0/oembed_video?url=a", "12345678901234"),
    (x.PROVIDER, TWITTER, "https://publish.x.com/oembed?url=a", "12128561502814"),
    (tiktok.PROVIDER, TIKTOK, "https://www.tiktok.com/oembed?url=a", "68505606639164"),
    (rutube.PROVIDER, RUTUBE, "https://rutube.ru/api/oembed/?url=a", HEX + "0"),
]
ALL = [one.PROVIDER for one in (facebook, x, tiktok, rutube, bilibili, youku, tencent, vk)]
each_house = pytest.mark.parametrize(
    ("provider", "dialect", "url", "video"), HOUSES, ids=[provider.name for provider, *_ in HOUSES]
)
each_provider = pytest.mark.parametrize("provider", ALL, ids=[provider.name for provider in ALL])


@each_house
@pytest.mark.parametrize(
    ("status", "body", "state"),
    [
        (200, "", State.UNKNOWN),
        (200, "[]", State.UNKNOWN),
        (200, "{}", State.UNKNOWN),
        (200, "null", State.UNKNOWN),
        (200, "[" * 50_000, State.UNKNOWN),
        (200, '{"type": "video", "html": 7, "url": 7}', State.UNKNOWN),
        (200, "<!doctype html><title>portal</title>", State.UNKNOWN),
        (200, '<!doctype html><div class="g-recaptcha">', State.RATE_LIMITED),
        (204, "", State.UNKNOWN),
        (302, "", State.UNKNOWN),
        (400, "<html>proxy", State.UNKNOWN),
        (401, "<html>proxy", State.UNKNOWN),
        (403, "<html>blocked", State.UNKNOWN),
        (403, "<html>CAPTCHA", State.RATE_LIMITED),
        (404, "<html>nowhere", State.UNKNOWN),
        (418, "{}", State.UNKNOWN),
        (429, "{}", State.RATE_LIMITED),
        (429, "<html>slower", State.RATE_LIMITED),
        (500, "{}", State.UNREACHABLE),
        (501, "{}", State.UNKNOWN),
        (503, "<html>", State.UNREACHABLE),
    ],
)
def test_what_is_no_answer_about_the_video_judges_nothing(
    provider: Provider, dialect: Dialect, url: str, video: str, status: int, body: str, state: State
) -> None:
    assert dialect.host in url
    replies: list[Reply] = [told(status, body, url)]
    verdict, _ = converse(provider, VideoRef(provider.name, video), *_padded(provider, replies, verdict_asks=body))
    assert verdict.state is state
    assert (verdict.watchable, verdict.embeddable, verdict.agreed) == (None, None, False)


def _padded(provider: Provider, replies: list[Reply], *, verdict_asks: str) -> list[Reply]:
    """Rutube asks again where an answer was true JSON that named nothing."""
    silent = verdict_asks in {"{}", '{"type": "video", "html": 7, "url": 7}'} and _status(replies[0]) == 200
    return [*replies, Silence(Cause.TIMEOUT)] if provider.name == "rutube" and silent else replies


def _status(reply: Reply) -> int | None:
    return reply.status if isinstance(reply, Answer) else None


@each_house
def test_an_answer_from_another_host_is_no_answer(provider: Provider, dialect: Dialect, url: str, video: str) -> None:
    assert url.startswith(f"https://{dialect.host}/")
    for status in (200, 400, 404):
        reply = told(status, dialect.shown(video), "https://portal.example/")
        assert converse(provider, VideoRef(provider.name, video), reply)[0].state is State.UNKNOWN


@each_house
def test_silence_is_never_about_the_video(provider: Provider, dialect: Dialect, url: str, video: str) -> None:
    assert dialect.host in url
    verdict, probes = converse(provider, VideoRef(provider.name, video), Silence(Cause.TIMEOUT))
    assert (verdict.state, len(probes)) == (State.UNREACHABLE, 1)


@each_house
def test_whole_conversations_over_real_sockets(
    provider: Provider, dialect: Dialect, url: str, video: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert dialect.host in url
    ids = {fate: video[:-1] + sign for fate, sign in zip(Fate, "0123456789a", strict=False)}
    ids.pop(Fate.AWAY)
    away = video[:-2] + "77"
    house = OembedHouse(dialect, {one: fate for fate, one in ids.items()} | {away: Fate.AWAY})
    refs = [VideoRef(provider.name, one) for one in (*ids.values(), away, video[:-2] + "88")]
    with holding(monkeypatch, house, Portal()) as ask:
        found = {one: verdict.state for one, verdict in ask(provider, *refs).items()}
    tiktoks = provider.name == "tiktok"
    rutubes = provider.name == "rutube"
    assert found == {
        ids[Fate.SHOWN]: State.AVAILABLE,
        ids[Fate.STREAMLESS]: State.UNKNOWN if rutubes else State.AVAILABLE,
        ids[Fate.HALF_GONE]: State.UNKNOWN if rutubes else State.REMOVED,
        ids[Fate.PRIVATE]: State.REMOVED if tiktoks else State.PRIVATE,
        ids[Fate.GONE]: State.REMOVED,
        ids[Fate.SUBSTITUTED]: State.UNKNOWN,
        ids[Fate.BUSY]: State.RATE_LIMITED,
        ids[Fate.BROKEN]: State.UNREACHABLE,
        ids[Fate.CAPTCHA]: State.RATE_LIMITED,
        ids[Fate.PORTAL]: State.UNKNOWN,
        away: State.UNKNOWN,
        video[:-2] + "88": State.REMOVED,
    }


@each_provider
@given(text=st.text(max_size=120))
def test_no_text_makes_the_address_reader_fail(provider: Provider, text: str) -> None:
    for url in (text, f"https://{text}", *(f"{start}{text}" for start in STARTS[provider.name])):
        ref = provider.recognise(url)
        flaw = provider.flaw(url)
        assert ref is None or flaw is None
        if ref is not None:
            assert provider.recognise(provider.page(ref)) == ref
            player = address_of(provider.player(ref, "ar"))
            assert player is None or provider.recognise(player) == ref
            assert provider.impossible(ref) is None


@each_provider
def test_every_example_is_possible(provider: Provider) -> None:
    module = import_module(type(provider).__module__)
    refs = [ref for url in module.EXAMPLES if (ref := provider.recognise(url)) is not None]
    assert len(refs) >= 3
    assert [provider.impossible(ref) for ref in refs] == [None] * len(refs)


STARTS = {
    "facebook": ("https://www.facebook.com/watch/?v=", "https://www.facebook.com/plugins/video.php?href="),
    "x": ("https://x.com/i/status/", "https://x.com/"),
    "tiktok": ("https://www.tiktok.com/@a/video/", "https://m.tiktok.com/v/"),
    "rutube": ("https://rutube.ru/video/", f"https://rutube.ru/video/{HEX}0/?p="),
    "bilibili": ("https://www.bilibili.com/video/", "https://player.bilibili.com/player.html?bvid="),
    "youku": ("https://v.youku.com/v_show/id_", "https://player.youku.com/embed/"),
    "tencent": ("https://v.qq.com/x/page/", "https://v.qq.com/txp/iframe/player.html?vid="),
    "vk": ("https://vk.com/video", "https://vk.com/video_ext.php?oid=-1&id=2&hash="),
}


@each_provider
@pytest.mark.parametrize("url", ["https://example.int/", "https://youtu.be/OGSyYP5v6PM", "two words", ""])
def test_the_addresses_of_others_have_no_flaw(provider: Provider, url: str) -> None:
    assert (provider.recognise(url), provider.flaw(url)) == (None, None)


@pytest.mark.parametrize(
    ("provider", "url"),
    [
        (bilibili.PROVIDER, "https://b23.tv/AbCdEfG"),
        (tiktok.PROVIDER, "https://vm.tiktok.com/ZTR45GpSF/"),
        (tiktok.PROVIDER, "https://vt.tiktok.com/ZSe4FqkKd"),
        (tiktok.PROVIDER, "https://www.tiktok.com/t/ZTR45GpSF/"),
        (x.PROVIDER, "https://t.co/AbCdEfGhIj"),
        (facebook.PROVIDER, "https://fb.watch/aBcDeFgHiJ/"),
        (facebook.PROVIDER, "https://www.facebook.com/share/v/1AbCdEfGhI/"),
        (facebook.PROVIDER, "https://www.facebook.com/events/1509582499515440"),
        (facebook.PROVIDER, "https://www.facebook.com/Asda/posts/pfbid02dPKr6XHAY8Ga6MyWN"),
        (facebook.PROVIDER, "https://www.facebook.com/permalink.php?story_fbid=pfbid0fqQ&id=100068861234290"),
    ],
)
def test_a_short_link_must_be_opened_first(provider: Provider, url: str) -> None:
    flaw = provider.flaw(url)
    assert flaw is not None
    assert (provider.recognise(url), flaw.state, flaw.reason) == (None, State.UNKNOWN, SHORT_LINK)
    assert (flaw.watchable, flaw.embeddable) == (None, None)


@pytest.mark.parametrize(
    ("provider", "url"),
    [
        (facebook.PROVIDER, "https://www.facebook.com/"),
        (facebook.PROVIDER, "https://de-de.facebook.com/watchparty/211641140192478"),
        (facebook.PROVIDER, "https://www.facebook.com/plugins/video.php?href=https://youtu.be/OGSyYP5v6PM"),
        (facebook.PROVIDER, "https://www.facebook.com/plugins/video.php"),
        (facebook.PROVIDER, "https://www.facebook.com/watch/"),
        (x.PROVIDER, "https://x.com/potus"),
        (x.PROVIDER, "https://platform.twitter.com/embed/Tweet.html"),
        (tiktok.PROVIDER, "https://www.tiktok.com/"),
        (tiktok.PROVIDER, "https://www.tiktok.com/@iris04201/live"),
        (tiktok.PROVIDER, "https://www.tiktok.com/@psg/video/68505606639x"),
        (rutube.PROVIDER, "https://rutube.ru/"),
        (rutube.PROVIDER, "https://rutube.ru/plst/308547/"),
        (bilibili.PROVIDER, "https://www.bilibili.com/"),
        (bilibili.PROVIDER, "https://www.bilibili.com/bangumi/play/ss26801"),
        (bilibili.PROVIDER, "https://www.bilibili.com/video/BV1lO411f7aQ"),
        (youku.PROVIDER, "https://youku.com"),
        (youku.PROVIDER, "https://v.youku.com/v_show/XNjA1NzA2Njgw.html"),
        (tencent.PROVIDER, "https://v.qq.com/x/cover/7ce5noezvafma27.html"),
        (vk.PROVIDER, "https://vk.com/videos-77521"),
        (vk.PROVIDER, "https://vk.com/"),
        (vk.PROVIDER, "https://vk.com/video_ext.php?oid=-77521"),
    ],
)
def test_an_address_that_is_not_one_video_says_so(provider: Provider, url: str) -> None:
    flaw = provider.flaw(url)
    assert flaw is not None
    assert (provider.recognise(url), flaw.state, flaw.watchable, flaw.agreed) == (None, State.INVALID, False, True)
    assert provider.label in flaw.reason
