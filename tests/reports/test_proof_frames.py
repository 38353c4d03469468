"""What others frame of ours, in Chromium and Firefox: the player where it can live, the card where it would be dead."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from checker import State, Verdict
from proof import axe, lint, nu
from proof.browser import visit
from proof.engines import Engine, Reader, until
from proof.player import ADDRESS
from proof.world import Asked, Document, World
from served import CATALOGUE, Served, believe, served

pytestmark = pytest.mark.browser

OURS = "https://videos.example.int"
HOST = "https://editor.example/"
FRAME = f"{OURS}/embed/wtisd-2021/ar"
GONE = "https://youtu.be/hmM44jmcE3g"
MORE = f"""\
  gone-2020:
    title:
      ar: "رسالة 2020"
    videos:
      ar: {GONE}
  film-2019:
    title:
      en: "Message 2019"
    videos:
      en: https://films.example/a.mp4
"""
PATHS = [
    *("/m/wtisd-2021/en", "/m/wtisd-2021/ar", "/embed/wtisd-2021/en", "/embed/wtisd-2021/ar"),
    *("/m/gone-2020/ar", "/embed/gone-2020/ar", "/"),
]

_PLAYER = Document("""\
<!DOCTYPE html>
<html lang="en"><title>Player</title><script>top.postMessage("played", "*")</script></html>
""")
_EARS = Document(
    "window.heard = []; addEventListener('message', told => heard.push(told.data));",
    (("content-type", "text/javascript"),),
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Our server as the world knows it."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "data").mkdir()
    (folder / "data" / "videos.yaml").write_text(CATALOGUE + MORE, "utf-8")
    believe(folder, Verdict(State.REMOVED, "It was removed."), GONE)
    with served(folder, "--public-url", OURS) as running:
        yield running


def around(server: Served, attributes: str = "", address: str = FRAME) -> World:
    """A web of our server, YouTube's player, and an editor's page that frames this address."""
    frame = f'<iframe src="{address}" width="560" height="315" title="Video" {attributes}></iframe>'
    head = '<!DOCTYPE html><html lang="en"><title>Host</title><script src="/ears.js"></script>'
    pages = {HOST: Document(f"{head}{frame}</html>"), f"{HOST}ears.js": _EARS}

    def answer(url: str) -> Document | None:
        if url.startswith(ADDRESS):
            return _PLAYER
        if not url.startswith(OURS):
            return pages.get(url)
        got = server.get(url.removeprefix(OURS))
        return Document(got.text, tuple((name.lower(), value) for name, value in got.headers.items() if name in SENT))

    return answer


SENT = {"Content-Type", "Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options"}


def players(asked: list[Asked]) -> list[Asked]:
    return [one for one in asked if one.url.startswith(ADDRESS)]


def heights(reader: Reader) -> list[int]:
    """The heights that were told, in CSS pixels."""
    return [
        int(one) for one in reader.evaluate("() => heard.filter(one => one.message === 'height').map(one => one.value)")
    ]


TOLD = "() => heard.some(one => one.message === 'height')"
SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))"


@pytest.mark.proof(53)
@pytest.mark.parametrize("attributes", ["", 'sandbox="allow-scripts allow-same-origin"'], ids=["bare", "with origin"])
def test_a_frame_plays_and_the_player_learns_our_site(engine: Engine, server: Served, attributes: str) -> None:
    with engine.open(HOST, around(server, attributes)) as reader:
        until(reader, "() => heard.includes('played')")
        until(reader, "() => heard.some(one => one.message === 'height' && one.value === 315)")
        assert [one.referer for one in players(reader.asked)] == [f"{OURS}/"]
        assert reader.complaints == []


@pytest.mark.proof(53)
def test_in_a_sandbox_there_is_the_card_and_no_player_is_asked_for(engine: Engine, server: Served) -> None:
    with engine.open(HOST, around(server, 'sandbox="allow-scripts"', f"{FRAME}#?secret=a1B2c3D4e5")) as reader:
        until(reader, TOLD)
        reader.evaluate(SETTLED)
        assert players(reader.asked) == []
        assert all(24 < height < 200 for height in heights(reader))
        assert {one["secret"] for one in reader.evaluate("() => heard")} == {"a1B2c3D4e5"}


@pytest.mark.proof(53)
@pytest.mark.parametrize("java_script", [True, False])
@pytest.mark.parametrize("sandbox", ['sandbox="allow-scripts"', 'sandbox=""', ""])
def test_where_the_script_or_the_player_cannot_live_the_card_leads_to_our_page(
    browser: Browser, server: Served, sandbox: str, *, java_script: bool
) -> None:
    plays = java_script and not sandbox
    with visit(browser, HOST, around(server, sandbox), java_script=java_script) as seen:
        frame = seen.page.frame_locator("iframe")
        (frame.locator("main > iframe") if plays else frame.locator("h1 a")).wait_for(state="visible")
        links = [(a.get_attribute("href"), a.inner_text()) for a in frame.locator("a").all()]
        assert links == ([] if plays else [(f"{OURS}/m/wtisd-2021/ar", "رسالة 2021")])
        assert bool(players(seen.asked)) == plays


@pytest.mark.proof(53)
def test_in_the_sandbox_the_page_around_is_told_which_link_was_followed(browser: Browser, server: Served) -> None:
    with visit(browser, HOST, around(server, 'sandbox="allow-scripts"', f"{FRAME}#?secret=a1B2c3D4e5")) as seen:
        seen.page.frame_locator("iframe").locator("h1 a").click()
        seen.page.wait_for_function("() => heard.some(one => one.message === 'link')")
        assert seen.page.evaluate("() => heard.filter(one => one.message === 'link')") == [
            {"message": "link", "value": f"{OURS}/m/wtisd-2021/ar", "secret": "a1B2c3D4e5"}
        ]
        seen.page.evaluate("() => { heard.length = 0 }")
        ready = "secret => frames[0].postMessage({ message: 'ready', secret }, '*')"
        seen.page.evaluate(ready, "a1B2c3D4e5")
        seen.page.wait_for_function(TOLD)
        assert seen.complaints == []


@pytest.mark.proof(53)
@pytest.mark.parametrize("sandbox", ['sandbox="allow-scripts"', 'sandbox=""'])
def test_a_film_stands_in_a_sandbox_too(browser: Browser, server: Served, sandbox: str) -> None:
    with visit(browser, HOST, around(server, sandbox, f"{OURS}/embed/film-2019/en")) as seen:
        film = seen.page.frame_locator("iframe").locator("video")
        film.wait_for(state="visible")
        assert film.evaluate("it => [it.controls, it.clientWidth, it.clientHeight]") == [True, 560, 315]


def test_a_frame_without_a_sandbox_tells_of_no_link_and_opens_it(browser: Browser, server: Served) -> None:
    with visit(browser, HOST, around(server, address=f"{OURS}/embed/gone-2020/ar#?secret=a1B2c3D4e5")) as seen:
        with seen.page.context.expect_page() as opened:
            seen.page.frame_locator("iframe").locator("h1 a").click()
        assert opened.value.url == f"{OURS}/m/gone-2020/ar"
        assert seen.page.evaluate("() => heard.filter(one => one.message === 'link')") == []


@pytest.mark.proof(34)
def test_the_nu_checker_has_nothing_to_say_of_our_own_pages(server: Served) -> None:
    assert nu.check({path: server.get(path).text for path in PATHS}) == ()


@pytest.mark.proof(35)
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_no_barrier_in_our_own_pages(browser: Browser, server: Served, path: str) -> None:
    with visit(browser, OURS + path, around(server)) as seen:
        assert axe.check(seen.page, path) == ()
        assert seen.complaints == []


@pytest.mark.proof(36)
@pytest.mark.parametrize("path", PATHS)
def test_the_lint_of_language_and_direction_is_silent_in_our_own_pages(server: Served, path: str) -> None:
    assert lint.check(path, server.get(path).text) == ()


@pytest.mark.proof(45)
def test_our_own_pages_fit_a_small_telephone(engine: Engine, server: Served) -> None:
    with engine.open(HOST, around(server), width=320) as reader:
        for path in PATHS:
            reader.go(OURS + path)
            assert reader.evaluate("() => document.documentElement.scrollWidth") == 320
