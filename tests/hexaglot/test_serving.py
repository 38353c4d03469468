"""This file tests `serve` over real sockets: what browsers and other sites are answered, and how it begins and ends."""

from __future__ import annotations

import re
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote
from xml.etree.ElementTree import fromstring

import micawber
import pytest
import requests
from bs4 import BeautifulSoup

from checker import State, Verdict
from journeys_office import clean_environment
from served import CATALOGUE, Served, believe, command, prepared, served

PUBLIC = "https://videos.example.int"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that believes the host it is asked for."""
    with served(prepared(tmp_path_factory.mktemp("served"))) as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return prepared(tmp_path)


def oembed(server: Served, url: str, **asked: str) -> requests.Response:
    rest = "".join(f"&{name}={value}" for name, value in asked.items())
    return server.get(f"/oembed?url={quote(url, safe='')}{rest}")


@pytest.mark.proof(53)
@pytest.mark.parametrize("path", ["/m/wtisd-2021/ar", "/embed/wtisd-2021/ar"])
def test_oembed_answers_in_json_what_may_be_embedded(server: Served, path: str) -> None:
    got = oembed(server, server.origin + path, maxwidth="480")
    assert (got.status_code, got.headers["content-type"]) == (200, "application/json; charset=utf-8")
    assert got.headers["cache-control"] == "max-age=3600"
    told = got.json()
    assert (told["title"], told["author_name"], told["x_direction"]) == ("رسالة 2021", "Houlin Zhao", "rtl")
    assert (told["width"], told["height"], told["x_languages"]) == (480, 270, ["en", "ar"])
    assert f'<iframe src="{server.origin}/embed/wtisd-2021/ar"' in told["html"]


@pytest.mark.proof(53)
def test_oembed_answers_in_xml_too(server: Served) -> None:
    got = oembed(server, f"{server.origin}/m/wtisd-2021", format="xml")
    assert (got.status_code, got.headers["content-type"]) == (200, "text/xml; charset=utf-8")
    root = fromstring(got.content)  # noqa: S314 - it is ours
    assert (root.findtext("type"), root.findtext("title")) == ("rich", "WTISD 2021 <message>")


@pytest.mark.proof(53)
@pytest.mark.parametrize(
    ("path", "asked", "status"),
    [
        ("/m/wtisd-2022/ar", {}, 404),
        ("/m/wtisd-2021/fr", {}, 404),
        ("/m/wtisd-2021/xx", {}, 404),
        ("/m/empty", {}, 404),
        ("/m/wtisd-2022", {}, 404),
        ("/", {}, 404),
        ("/m/wtisd-2021/ar", {"format": "yaml"}, 501),
        ("/m/wtisd-2021/ar", {"maxwidth": "wide"}, 400),
    ],
)
def test_oembed_refuses_with_the_status_that_the_standard_names(
    server: Served, path: str, asked: dict[str, str], status: int
) -> None:
    got = oembed(server, server.origin + path, **asked)
    assert (got.status_code, got.headers["content-type"]) == (status, "text/plain; charset=utf-8")


@pytest.mark.proof(53)
def test_oembed_refuses_a_video_that_is_believed_private(folder: Path) -> None:
    believe(folder, Verdict(State.PRIVATE, "It is private."))
    with served(folder) as server:
        assert oembed(server, f"{server.origin}/m/wtisd-2021/ar").status_code == 401
        assert oembed(server, f"{server.origin}/m/wtisd-2021/en").status_code == 200
        framed = server.get("/embed/wtisd-2021/ar").text
        assert ("wwHOsWsInD0" in framed, "OGSyYP5v6PM" in framed) == (False, True)


@pytest.mark.proof(53)
def test_others_find_our_oembed_in_the_head_and_in_the_headers(server: Served) -> None:
    page = server.get("/m/wtisd-2021/ar")
    head = page.content[:150_000].partition(b"</head>")[0]
    links = BeautifulSoup(head, "lxml").select("link[rel=alternate][type][href]")
    found = {str(link["type"]): str(link["href"]) for link in links}
    for kind, form in (("application/json+oembed", "application/json"), ("text/xml+oembed", "text/xml")):
        got = requests.get(found[kind], timeout=20)
        assert (got.status_code, got.headers["content-type"]) == (200, f"{form}; charset=utf-8")
        assert f'<{found[kind]}>; rel="alternate"; type="{kind}"' in page.headers["link"]


@pytest.mark.proof(53)
def test_micawber_renders_it(server: Served) -> None:
    registry = micawber.ProviderRegistry()
    registry.register(rf"{re.escape(server.origin)}/m/\S+", micawber.Provider(f"{server.origin}/oembed"))
    url = f"{server.origin}/m/wtisd-2021/ar"
    told = registry.request(url, maxwidth=400)
    assert (told["type"], told["title"], told["width"]) == ("rich", "رسالة 2021", 400)
    shown = BeautifulSoup(micawber.parse_html(f"<p>{url}</p>", registry, maxwidth=400), "lxml")
    frames = [(one["src"], one["lang"], one["title"], one["width"]) for one in shown.select("iframe")]
    assert frames == [(f"{server.origin}/embed/wtisd-2021/ar", "ar", "رسالة 2021", "400")]


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/", 200, "text/html"),
        ("/m/wtisd-2021/ar", 200, "text/html"),
        ("/embed/wtisd-2021/ar", 200, "text/html"),
        ("/static/frame.js", 200, "text/javascript"),
        ("/static/vm.css", 200, "text/css"),
        ("/healthz", 200, "text/plain"),
        ("/m/wtisd-2021/fr", 404, "text/plain"),
        ("/m/empty", 404, "text/plain"),
        ("/embed/wtisd-2021", 404, "text/plain"),
        ("/static/../web.py", 404, "text/plain"),
        ("/static/%2e%2e/web.py", 404, "text/plain"),
        ("/<script>", 404, "text/plain"),
    ],
)
def test_every_answer_says_what_it_is_and_sets_no_cookie(server: Served, path: str, status: int, kind: str) -> None:
    got = server.get(path)
    assert (got.status_code, got.headers["content-type"]) == (status, f"{kind}; charset=utf-8")
    assert got.headers["x-content-type-options"] == "nosniff"
    assert {"set-cookie", "server"}.isdisjoint({name.lower() for name in got.headers})
    assert "script>" not in got.text or status == 200


def test_nothing_can_be_sent_to_it(server: Served) -> None:
    got = requests.post(f"{server.origin}/oembed", timeout=20)
    assert (got.status_code, got.text, "GET" in got.headers["allow"]) == (405, "405 Method Not Allowed\n", True)


@pytest.mark.parametrize(("accepted", "tag"), [("ar,en;q=0.5", "ar"), ("ar-EG", "ar"), ("de", "en"), ("", "en")])
def test_a_message_leads_to_the_readers_language(server: Served, accepted: str, tag: str) -> None:
    got = server.get("/m/wtisd-2021", **{"Accept-Language": accepted})
    assert (got.status_code, got.headers["location"]) == (302, f"/m/wtisd-2021/{tag}")
    assert got.headers["vary"] == "Accept-Language"


def test_without_a_public_address_the_host_that_was_asked_for_is_believed(server: Served) -> None:
    assert 'href="http://desk.example:81/m/wtisd-2021"' in server.get("/m/wtisd-2021/ar", Host="desk.example:81").text
    assert server.get("/m/wtisd-2021/ar", Host='a"b').status_code == 400


def test_with_a_public_address_no_host_is_believed(folder: Path) -> None:
    with served(folder, HEXAGLOT_SERVE_PUBLIC_URL=PUBLIC, HEXAGLOT_SITE="https://www.example.int/") as server:
        page = server.get("/m/wtisd-2021/ar", Host="evil.example")
        assert ("evil.example" in page.text + page.headers["link"], f"{PUBLIC}/m/wtisd-2021" in page.text) == (
            False,
            True,
        )
        assert oembed(server, "http://evil.example/m/wtisd-2021/ar").status_code == 404
        told = oembed(server, f"{PUBLIC}/m/wtisd-2021/ar").json()
        assert (told["provider_url"], told["author_url"]) == (f"{PUBLIC}/", "https://www.example.int/")


def test_the_catalogue_is_read_anew_and_a_slip_in_it_closes_nothing(folder: Path) -> None:
    path = folder / "data" / "videos.yaml"
    with served(folder) as server:
        path.write_text(CATALOGUE.replace("رسالة", "كلمة"), "utf-8")
        assert "كلمة 2021" in server.get("/m/wtisd-2021/ar").text
        path.write_text("version: [", "utf-8")
        assert [server.get("/m/wtisd-2021/ar").status_code for _ in range(2)] == [200, 200]
        path.unlink()
        assert "كلمة 2021" in server.get("/m/wtisd-2021/ar").text
        path.write_text(CATALOGUE, "utf-8")
        assert "رسالة 2021" in server.get("/m/wtisd-2021/ar").text
    assert server.said.count("the pages show what stood there before") == 2


def test_without_its_memory_nothing_is_assumed_and_that_is_said_once(folder: Path) -> None:
    believe(folder, Verdict(State.PRIVATE, "It is private."))
    with served(folder) as server:
        with sqlite3.connect(folder / "data" / "history.sqlite") as database:
            database.execute("ALTER TABLE links RENAME TO lost")
        database.close()
        assert ["wwHOsWsInD0" in server.get("/embed/wtisd-2021/ar").text for _ in range(2)] == [True, True]
    assert server.said.count("so nothing is assumed") == 1


def test_many_questions_at_once_are_all_answered_and_no_news(folder: Path) -> None:
    with served(folder) as server, ThreadPoolExecutor(24) as readers:
        answers = readers.map(lambda _: server.get("/m/wtisd-2021/ar").status_code, range(240))
        assert set(answers) == {200}
    assert server.said == "hexaglot: the server has ended\n"


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_it_ends_cleanly(folder: Path, number: signal.Signals, code: int) -> None:
    with served(folder) as server:
        assert server.get("/healthz").text == "ok\n"
        server.process.send_signal(number)
        assert server.process.wait(20) == code
    assert server.said == "hexaglot: the server has ended\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--port", "70000"), "65535"),
        (("--host", "192.0.2.1"), "nothing can be answered at 192.0.2.1, port 8000"),
        (("--host", "no host"), "nothing can be answered at no host, port 8000"),
        (("--public-url", "videos.example.int"), "write it as https://videos.example.int, without a path"),
    ],
)
def test_what_cannot_be_served_is_refused_with_a_reason(folder: Path, words: tuple[str, ...], told: str) -> None:
    done = begun(folder, *words)
    assert done.returncode == 2
    assert told in " ".join(done.stderr.replace("│", " ").split())


def test_without_a_catalogue_there_is_nothing_to_serve(tmp_path: Path) -> None:
    done = begun(tmp_path)
    assert (done.returncode, "data/videos.yaml does not exist" in done.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


def begun(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A server that should not come to run."""
    environment = clean_environment()
    return subprocess.run(
        command(*words), cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
