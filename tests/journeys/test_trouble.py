"""This file tries bad input on the command: each ends in a sentence and an exit code, and nothing is half done."""

from __future__ import annotations

import json
import os
import pty
import signal
import sqlite3
import subprocess
from pathlib import Path

import pytest

from journeys_office import COMMAND, LETTERS, Office
from replica.films import Film, State
from replica.web import SimulatedWeb

LETTER = LETTERS / "itu-wtisd-2021-video-message.txt"


def sentence(done: subprocess.CompletedProcess[bytes]) -> str:
    """What was said on standard error: one line, no traceback."""
    text = done.stderr.decode()
    assert text.count("\n") == 1, text
    assert "Traceback" not in text
    return text.strip()


def many_messages(office: Office, number: int) -> None:
    """A catalogue of so many messages in one language."""
    lines = [f"  m{n}:\n    videos:\n      en: https://youtu.be/film{n:06d}A\n" for n in range(number)]
    office.catalogue.parent.mkdir()
    office.catalogue.write_text("version: 1\nlanguages: [en]\nmessages:\n" + "".join(lines), "utf-8")


@pytest.mark.parametrize(
    ("name", "content", "code", "says"),
    [
        ("empty.txt", b"", 1, "No link to a video was found"),
        ("only-space.txt", b" \n\n ", 1, "No link to a video was found"),
        ("binary.txt", bytes(range(256)) * 40, 2, "binary.txt"),
        ("huge.txt", b"All is well. " * 1_600_000, 2, "huge.txt"),
        ("letter.docx", b"PK\x03\x04", 2, "letter.docx"),
        ("script.html", b"<a href=\"javascript:alert('https://youtu.be/OGSyYP5v6PM')\">English</a>", 0, None),
        ("file.html", b"<a href='file:///youtu.be/OGSyYP5v6PM'>English</a>", 0, None),
        ("evil.txt", b"- English <https://youtube.com.evil.example/watch?v=OGSyYP5v6PM>\n", 0, None),
        ("typo.txt", b"- English <https://youtu.be/dQw4w9WgXc1>\n", 0, None),
    ],
)
def test_a_bad_letter_is_refused_in_a_sentence(
    office: Office, name: str, content: bytes, code: int, says: str | None
) -> None:
    letter = office.folder / name
    letter.write_bytes(content)
    done = office.run("import", name)
    if says is None:
        assert done.returncode == 1
        assert b"0 added, 0 already known, 1 unclear" in done.stdout
    else:
        assert done.returncode == code
        assert says in (done.stdout.decode() if code == 1 else sentence(done))
    assert list(office.folder.iterdir()) == [letter]


def test_a_typing_mistake_in_an_id_is_seen_offline_and_the_right_one_offered(office: Office) -> None:
    (office.folder / "typo.txt").write_text("- English <https://youtu.be/dQw4w9WgXc1>\n", "utf-8")
    assert b"https://youtu.be/dQw4w9WgXc0" in office.run("import", "typo.txt").stdout


def test_a_letter_with_a_thousand_links_is_read(office: Office) -> None:
    lines = [f"- English <https://youtu.be/film{number:06d}A>" for number in range(1000)]
    (office.folder / "many.txt").write_text("\n".join(lines), "utf-8")
    done = office.run("import", "many.txt", "--format", "json")
    links = json.loads(done.stdout)["links"]
    assert done.returncode == 1
    assert {link["fate"] for link in links} == {"unclear"}
    assert [links[0]["line"], links[999]["line"]] == [1, 1000]


@pytest.mark.parametrize("source", ["nowhere.txt", ".", "https://www.itu.int/letter.html"])
def test_a_letter_that_cannot_be_opened_is_named(office: Office, source: str) -> None:
    done = office.run("import", source)
    assert done.returncode == 2
    assert source in sentence(done)


BROKEN_FILES = [
    ("version: 1\nmessages: {a: [}\n", ":2:"),
    ("version: 2\n", ":1:"),
    ("version: 1\nlanguages: [en]\nmessages:\n  a:\n    vidoes: {}\n", ":5:"),
    ("version: 1\nlanguages: [en]\nmessages:\n  a:\n    videos:\n      en: x\n      en: y\n", ":7:"),
    ("version: 1\nlanguages: [en]\nmessages:\n  a:\n    videos:\n      fr: https://youtu.be/OGSyYP5v6PM\n", ":6:"),
]


@pytest.mark.parametrize(("content", "place"), BROKEN_FILES)
@pytest.mark.parametrize("words", [("check",), ("report",), ("list",), ("embed", "a", "en"), ("import", str(LETTER))])
def test_a_catalogue_that_does_not_parse_is_said_with_its_line_and_never_overwritten(
    office: Office, content: str, place: str, words: tuple[str, ...]
) -> None:
    office.catalogue.parent.mkdir()
    office.catalogue.write_text(content, "utf-8")
    done = office.run(*words)
    assert done.returncode == 2
    assert f"data/videos.yaml{place}" in sentence(done)
    assert office.catalogue.read_text("utf-8") == content


def test_a_catalogue_that_is_not_there_is_said_with_what_to_do(office: Office) -> None:
    done = office.run("check")
    assert done.returncode == 2
    assert "data/videos.yaml" in sentence(done)
    assert "hexaglot import" in sentence(done)


def test_a_data_folder_that_cannot_be_written_is_said_and_nothing_is_left(office: Office) -> None:
    """A folder under /proc refuses even root."""
    done = office.run("--catalogue", "/proc/self/videos.yaml", "import", str(LETTER))
    assert done.returncode == 2
    assert "/proc/self" in sentence(done)


def test_a_check_gives_its_answer_even_where_it_cannot_be_remembered(office: Office, films: dict[str, Film]) -> None:
    office.run("import", str(LETTER))
    films["OGSyYP5v6PM"] = Film()
    done = office.run("--ledger", "sqlite:////proc/self/history.sqlite", "check", "wtisd-2021/en", "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["results"][0]["state"] == "available"
    assert "will not be remembered" in sentence(done)


def test_a_disk_that_fills_while_writing_leaves_the_old_file(with_letter: Office) -> None:
    """The limit on the size of files stands in for the full disk: writing fails half-way, as it would there."""
    before = with_letter.catalogue.read_bytes()
    (with_letter.folder / "more.txt").write_text(
        "".join(f"- English <https://youtu.be/film{n:06d}A>\n" for n in range(1)), "utf-8"
    )
    limited = [
        "bash",
        "-c",
        f'trap "" XFSZ; ulimit -f 1; exec "$@" --ledger sqlite:// import more.txt --message {"x" * 90}',
        "-",
    ]
    done = subprocess.run(
        [*limited, *COMMAND], cwd=with_letter.folder, env=with_letter.environment, capture_output=True, check=False
    )
    assert done.returncode == 2, done
    assert "videos.yaml" in sentence(done)
    assert with_letter.catalogue.read_bytes() == before
    assert {file.name for file in with_letter.catalogue.parent.iterdir()} == {"videos.yaml", "videos.schema.json"}


def test_a_check_gives_its_answer_even_where_the_memory_fills_up_on_the_way(
    office: Office, films: dict[str, Film], web: SimulatedWeb
) -> None:
    films |= {f"film{number:06d}A": Film() for number in range(300)}
    many_messages(office, 300)
    web.latency = 0.01
    done = subprocess.run(
        ["/bin/bash", "-c", 'trap "" XFSZ; ulimit -f 150; exec "$@"', "-", *COMMAND, "check", "--format", "json"],
        cwd=office.folder,
        env=office.environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["results"]) == 300
    assert "will not be remembered" in sentence(done)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("check", "nonsense-slug"), "nonsense-slug"),
        (("check", "wtisd-2012"), "wtisd-2021"),
        (("check", "wtisd-2021/de"), "de"),
        (("check", "wtisd-2021/klingonish"), "klingonish"),
        (("embed", "wtisd-2021", "de"), "de"),
        (("embed", "wtisd-2021", "ar", "--variant", "ifram"), "iframe"),
        (("--config", "nowhere.toml", "list"), "nowhere.toml"),
        (("list", "--language", "xx"), "xx"),
    ],
)
def test_a_wrong_word_is_named_and_exit_code_2(with_letter: Office, words: tuple[str, ...], says: str) -> None:
    done = with_letter.run(*words)
    assert done.returncode == 2
    assert says in sentence(done)


@pytest.mark.parametrize(
    "words", [("chekc",), ("check", "--format", "xml"), ("check", "--fail-on", "sometimes"), ("embed",), ("import",)]
)
def test_wrong_usage_is_exit_code_2(with_letter: Office, words: tuple[str, ...]) -> None:
    done = with_letter.run(*words)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr


def test_settings_that_cannot_be_are_said(with_letter: Office) -> None:
    (with_letter.folder / "hexaglot.toml").write_text("[network]\nconcurrency = 0\n", "utf-8")
    done = with_letter.run("list")
    assert done.returncode == 2
    assert "network.concurrency" in sentence(done)


BARE = [
    ("https://youtu.be/OGSyYP5v6PM", "available", "youtube", "OGSyYP5v6PM"),
    ("https://www.youtube.com/watch?v=OGSyYP5v6PM&t=3", "available", "youtube", "OGSyYP5v6PM"),
    ("https://youtu.be/dQw4w9WgXc1", "invalid", "youtube", "dQw4w9WgXc1"),
    ("https://youtu.be/-FWuObmSstQx", "invalid", None, None),
    ("https://youtube.com.evil.example/watch?v=OGSyYP5v6PM", "unreachable", "page", None),
    ("javascript:alert(1)", "invalid", None, None),
    ("file:///etc/passwd", "invalid", None, None),
    ("https://10.0.0.1/video.mp4", "unknown", None, None),
]


@pytest.mark.parametrize(("url", "state", "provider", "video_id"), BARE)
def test_an_address_by_itself_is_answered_exactly_as_given(
    office: Office, films: dict[str, Film], url: str, state: str, provider: str | None, video_id: str | None
) -> None:
    films["OGSyYP5v6PM"] = Film()
    done = office.run("check", "--format", "json", url)
    (result,) = json.loads(done.stdout)["results"]
    assert (result["message"], result["language"], result["url"]) == (None, None, url)
    assert (result["state"], result["provider"], result["video_id"]) == (state, provider, video_id)
    assert done.returncode == {"available": 0, "invalid": 1, "unknown": 3, "unreachable": 3}[state]


@pytest.mark.parametrize(
    ("state", "fail_on", "code"),
    [
        (State.PUBLIC, "warning", 0),
        (State.EMBEDDING_OFF, "broken", 0),
        (State.EMBEDDING_OFF, "warning", 1),
        (State.REMOVED, "broken", 1),
        (State.REMOVED, "never", 0),
        (State.TOO_MANY, "broken", 3),
        (State.TOO_MANY, "never", 0),
    ],
)
def test_the_exit_code_says_what_fail_on_asks(
    office: Office, films: dict[str, Film], state: State, fail_on: str, code: int
) -> None:
    films["OGSyYP5v6PM"] = Film(state)
    assert office.run("check", "https://youtu.be/OGSyYP5v6PM", "--fail-on", fail_on).returncode == code


def test_ctrl_c_in_the_middle_keeps_what_was_seen(
    office: Office, films: dict[str, Film], web: SimulatedWeb, until: object
) -> None:
    films |= {f"film{number:06d}A": Film() for number in range(400)}
    many_messages(office, 400)
    web.latency = 0.02
    running = office.start("check", "--format", "json")
    assert callable(until)
    until(lambda: len(web.log) > 40)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert b"Traceback" not in err
    answer = json.loads(out)
    assert answer["sweep"]["complete"] is False
    seen = len(answer["results"])
    assert 30 < seen < 400
    assert {result["state"] for result in answer["results"]} == {"available"}
    again = office.run("check", "--due", "--format", "json")
    assert len(json.loads(again.stdout)["results"]) == 400 - seen


def test_a_crash_of_our_own_is_exit_code_70_with_a_report(office: Office) -> None:
    program = (
        "import sys, hexaglot.listing as listing; from hexaglot.cli import main\n"
        "listing.shown = None; sys.argv = ['hexaglot', 'list']; main()"
    )
    done = subprocess.run(
        [COMMAND[0], "-c", program], cwd=office.folder, env=office.environment, capture_output=True, check=False
    )
    assert done.returncode == 70
    report = Path(sentence(done).rpartition(" ")[2])
    assert "TypeError" in report.read_text("utf-8")
    report.unlink()


def test_a_reader_that_leaves_early_is_no_trouble(with_letter: Office) -> None:
    command = " ".join(COMMAND) + " list | head -n 1"
    done = subprocess.run(
        ["/bin/bash", "-o", "pipefail", "-c", command],
        cwd=with_letter.folder,
        env=with_letter.environment,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_bar_is_drawn_on_a_terminal_and_nowhere_else(
    with_letter: Office, films: dict[str, Film], web: SimulatedWeb
) -> None:
    films |= {"OGSyYP5v6PM": Film()}
    web.latency = 0.2
    assert with_letter.run("check").stderr == b""
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [*COMMAND, "check"],
        cwd=with_letter.folder,
        env=with_letter.environment | {"TERM": "xterm"},
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    os.close(theirs)
    running.communicate(timeout=60)
    drawn = os.read(ours, 100_000)
    os.close(ours)
    assert b"Checking" in drawn


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("REQUESTS_CA_BUNDLE", "/nowhere/ca.pem"),
        ("HTTPS_PROXY", "socks5://127.0.0.1:9"),
        ("HTTPS_PROXY", "http://me:hush-hush@host:port"),
        ("http_proxy", "not a proxy"),
    ],
)
def test_surroundings_that_cannot_work_are_not_blamed_on_the_site(office: Office, name: str, value: str) -> None:
    done = Office(office.folder, office.environment | {name: value}).run("check", "https://youtu.be/OGSyYP5v6PM")
    assert done.returncode == 2
    assert name in sentence(done)
    assert "hush" not in sentence(done)


@pytest.mark.parametrize("name", ["HEXAGLOT_VERSION", "HEXAGLOT_HELP", "HEXAGLOT_NETWORK", "HEXAGLOT_LIST_HELP"])
def test_other_variables_of_that_prefix_do_not_hijack_a_command(with_letter: Office, name: str) -> None:
    done = Office(with_letter.folder, with_letter.environment | {name: ""}).run("list")
    assert done.stdout.count(b"\n") == 6
    if name != "HEXAGLOT_NETWORK":
        done = Office(with_letter.folder, with_letter.environment | {name: "1"}).run("list")
        assert done.stdout.count(b"\n") == 6


def test_options_stand_in_the_environment_too(with_letter: Office) -> None:
    office = Office(with_letter.folder, with_letter.environment | {"HEXAGLOT_LIST_FORMAT": "json"})
    assert len(json.loads(office.run("list").stdout)) == 6


@pytest.mark.parametrize(
    "surroundings", [{"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}]
)
def test_six_languages_are_printed_whatever_the_locale(with_letter: Office, surroundings: dict[str, str]) -> None:
    done = Office(with_letter.folder, with_letter.environment | surroundings).run("embed", "wtisd-2021")
    assert done.returncode == 0
    assert "العربية" in done.stdout.decode()


def test_output_that_cannot_be_written_is_said(with_letter: Office) -> None:
    for redirection in (">/dev/full", ">&-"):
        done = subprocess.run(
            ["/bin/bash", "-c", f'"$@" list {redirection}', "-", *COMMAND],
            cwd=with_letter.folder,
            env=with_letter.environment,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 2
        assert "standard output" in sentence(done)


def test_a_traceback_is_there_for_those_who_ask(with_letter: Office) -> None:
    for words in (("-qv", "check", "nonsense-slug"), ("--verbose", "check", "nonsense-slug")):
        assert b"Traceback" in with_letter.run(*words).stderr
    assert b"Traceback" not in with_letter.run("check", "--", "-v").stderr


def test_a_memory_that_is_locked_does_not_cost_the_answer(with_letter: Office, films: dict[str, Film]) -> None:
    films["OGSyYP5v6PM"] = Film()
    with_letter.run("check", "wtisd-2021/en")
    hold = sqlite3.connect(with_letter.folder / "data" / "history.sqlite", isolation_level=None)
    hold.execute("BEGIN EXCLUSIVE")
    ledger = f"sqlite:///{with_letter.folder}/data/history.sqlite?timeout=1"
    done = with_letter.run("--ledger", ledger, "check", "wtisd-2021/en", "--format", "json", timeout=120)
    hold.close()
    assert json.loads(done.stdout)["results"][0]["state"] == "available"
    assert b"will not be remembered" in done.stderr
