"""This file is what happens to a file when the disk, the system, a crash or somebody else gets in the way."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path
from subprocess import PIPE, CompletedProcess, Popen, run

import pytest

from catalogue import EditConflict, Unwritable
from catalogue.file.replacing import present, replace_file
from catalogue.store import load, open_document, write

ROOT = Path(__file__).resolve().parents[2]
OLD, NEW = b"old\n", b"new, and longer\n"

REPLACE = """
import sys
from pathlib import Path
from catalogue.errors import CatalogueError
from catalogue.file.replacing import replace_file
try:
    replace_file(Path(sys.argv[1]), b"old\\n", b"n" * 100_000)
except CatalogueError as error:
    print(type(error).__name__, error)
"""


def told(command: list[str]) -> CompletedProcess[str]:
    return run(command, cwd=ROOT, check=False, capture_output=True, text=True, timeout=60)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "videos.yaml"
    file.write_bytes(OLD)
    return file


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_the_new_file_takes_the_place_of_the_old_one_and_nothing_else_stays(path: Path) -> None:
    replace_file(path, OLD, NEW)
    assert path.read_bytes() == NEW
    assert names(path.parent) == ["videos.yaml"]


def test_a_new_file_gets_the_usual_rights_and_its_folders(tmp_path: Path) -> None:
    umask = os.umask(0o027)
    try:
        replace_file(tmp_path / "a" / "b" / "videos.yaml", None, NEW)
    finally:
        os.umask(umask)
    assert (tmp_path / "a" / "b" / "videos.yaml").stat().st_mode & 0o7777 == 0o640


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o444, 0o755])
def test_rights_stay(path: Path, mode: int) -> None:
    path.chmod(mode)
    replace_file(path, OLD, NEW)
    assert path.stat().st_mode & 0o7777 == mode


def test_the_owner_stays_where_the_system_lets_us(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def refuse(_descriptor: int, user: int, group: int) -> None:
        asked.append((user, group))
        raise PermissionError(errno.EPERM, "only root gives files away")

    monkeypatch.setattr(os, "fchown", refuse)
    owner = path.stat()
    replace_file(path, OLD, NEW)
    assert asked == [(owner.st_uid, owner.st_gid)]
    assert path.read_bytes() == NEW


def test_a_symbolic_link_stays_one(tmp_path: Path, path: Path) -> None:
    links = tmp_path / "links"
    links.mkdir()
    link, second = links / "videos.yaml", links / "second.yaml"
    link.symlink_to("../videos.yaml")
    second.symlink_to("videos.yaml")
    replace_file(second, OLD, NEW)
    assert (link.readlink(), second.readlink()) == (Path("../videos.yaml"), Path("videos.yaml"))
    assert path.read_bytes() == NEW
    assert names(links) == ["second.yaml", "videos.yaml"]


def test_a_link_to_nothing_yet_gets_its_file(tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to("later/videos.yaml")
    replace_file(link, None, NEW)
    assert link.is_symlink()
    assert (tmp_path / "later" / "videos.yaml").read_bytes() == NEW


@pytest.mark.parametrize("now", [b"other\n", OLD + b" ", b"old", b""])
def test_who_comes_second_is_told(path: Path, now: bytes) -> None:
    path.write_bytes(now)
    with pytest.raises(
        EditConflict, match=r"somebody else changed .*videos\.yaml since it was read; nothing was written"
    ):
        replace_file(path, OLD, NEW)
    assert path.read_bytes() == now
    assert names(path.parent) == ["videos.yaml"]


def test_a_file_that_came_or_went_meanwhile_is_a_conflict_too(path: Path) -> None:
    with pytest.raises(EditConflict):
        replace_file(path, None, NEW)
    path.unlink()
    with pytest.raises(EditConflict):
        replace_file(path, OLD, NEW)
    assert names(path.parent) == []


def test_what_a_crash_left_is_no_hindrance(path: Path) -> None:
    beside = path.with_name(".videos.yaml.new")
    beside.write_text("half")
    beside.chmod(0)
    path.with_name(".videos.yaml.lock").touch()
    replace_file(path, OLD, NEW)
    assert path.read_bytes() == NEW
    assert names(path.parent) == ["videos.yaml"]


def test_a_writer_waits_for_its_turn(path: Path) -> None:
    lock = path.with_name(".videos.yaml.lock")
    descriptor = os.open(lock, os.O_RDONLY | os.O_CREAT)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    writer = threading.Thread(target=replace_file, args=(path, OLD, NEW))
    writer.start()
    time.sleep(0.2)
    assert path.read_bytes() == OLD
    lock.unlink()
    os.close(descriptor)
    writer.join(10)
    assert path.read_bytes() == NEW


def test_a_writer_does_not_wait_for_ever(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("catalogue.file.replacing.PATIENCE", 0.1)
    descriptor = os.open(path.with_name(".videos.yaml.lock"), os.O_RDONLY | os.O_CREAT)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    with pytest.raises(EditConflict, match="somebody else has been writing"):
        replace_file(path, OLD, NEW)
    os.close(descriptor)
    assert path.read_bytes() == OLD


def test_a_file_that_may_not_grow_is_left_as_it_was(path: Path) -> None:
    code = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n" + REPLACE
    result = told([sys.executable, "-c", code, str(path)])
    assert result.stdout.startswith(
        f"Unwritable {path} could not be written: the system does not let a file grow that large"
    )
    assert "What stood there still stands" in result.stdout
    assert path.read_bytes() == OLD
    assert names(path.parent) == ["videos.yaml"]


def full_disk(folder: Path) -> CompletedProcess[str]:
    """Replace a file on a disk of 64 KiB of its own, in a name space of its own: nobody else sees it."""
    script = (
        'mount -t tmpfs -o size=65536 tmpfs "$1" && printf "old\\n" > "$1/videos.yaml" && "$2" -c "$3" "$1/videos.yaml"'
        ' && ls -A "$1" && cat "$1/videos.yaml"'
    )
    command = ["unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh", str(folder), sys.executable, REPLACE]
    return told(command)


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    result = full_disk(disk)
    if result.returncode:  # this machine lets nobody mount anything: then the test after this one has to do
        assert "unshare" in result.stderr or "mount" in result.stderr, result.stderr
    else:
        first, *rest = result.stdout.splitlines()
        assert first.startswith(
            f"Unwritable {disk}/videos.yaml could not be written: the disk is full; free some space"
        )
        assert rest == ["videos.yaml", "old"]


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "the disk is full; free some space and run the command again"),
        (errno.EDQUOT, "your share of the disk is full; free some space and run"),
        (errno.EIO, "the disk fails"),
        (errno.EBADMSG, "Bad message"),
    ],
)
def test_a_disk_that_says_so_only_when_flushed_is_heard(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Unwritable, match=reason):
        replace_file(path, OLD, NEW)
    assert path.read_bytes() == OLD
    assert names(path.parent) == ["videos.yaml"]


def test_a_folder_that_cannot_be_flushed_does_not_undo_what_stands(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flush = os.fsync

    def only_files(descriptor: int) -> None:
        if os.path.samestat(os.fstat(descriptor), path.parent.stat()):
            raise OSError(errno.EINVAL, "not for folders")
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    replace_file(path, OLD, NEW)
    assert path.read_bytes() == NEW


def test_a_folder_that_may_not_be_written_is_named() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "data"
        folder.mkdir()
        file = folder / "videos.yaml"
        file.write_bytes(OLD)
        Path(name).chmod(0o755)
        folder.chmod(0o555)
        user = os.geteuid()
        try:
            if user == 0:
                os.seteuid(65534)  # root may write anywhere: be nobody for a moment
            with pytest.raises(Unwritable, match="you may not write there; ask for the permission"):
                replace_file(file, OLD, NEW)
        finally:
            os.seteuid(user)
            folder.chmod(0o755)
        assert file.read_bytes() == OLD
        assert names(folder) == ["videos.yaml"]


@pytest.mark.parametrize("folder", ["/proc", "/sys", "/proc/new", "/dev/null", "/dev/null/new"])
def test_where_nobody_can_write_nothing_is_written(folder: str) -> None:
    with pytest.raises(Unwritable, match=f"^{folder}/videos.yaml could not be written: .* and run the command again"):
        replace_file(Path(folder, "videos.yaml"), None, NEW)


@pytest.mark.parametrize("name", ["x" * 250, "x" * 300])
def test_a_name_that_leaves_no_room_for_the_lock_is_too_long(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unwritable, match="its name is too long"):
        replace_file(tmp_path / name, None, NEW)
    assert names(tmp_path) == []


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(Unwritable, match="symbolic links lead in a circle"):
        replace_file(tmp_path / "a", None, NEW)


def test_what_is_present_is_read_up_to_a_limit(path: Path) -> None:
    assert present(path, 100) == OLD
    assert present(path, 2) == OLD[:3]
    assert present(path.with_name("missing"), 2) is None


WRITE_ON_AND_ON = """
import sys
from dataclasses import replace
from pathlib import Path
from catalogue import Language, Message, Title
from catalogue.store import open_document, write
path = Path(sys.argv[1])
while True:
    document = open_document(path)
    number = len(document.catalogue.messages)
    message = Message(f"m-{number}", (Title(Language("en"), "x" * 20_000),))
    write(document, replace(document.catalogue, messages=(*document.catalogue.messages, message)))
    print(number, flush=True)
"""


def test_a_writer_that_is_killed_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "videos.yaml"
    written = 0
    for milliseconds in range(36):
        with Popen([sys.executable, "-c", WRITE_ON_AND_ON, str(path)], cwd=ROOT, stdout=PIPE, text=True) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(milliseconds / 1000)
            os.kill(writer.pid, signal.SIGKILL)
            said = writer.stdout.read().split()
        written = max(written, *map(int, said)) if said else written
        slugs = [message.slug for message in load(path).messages]
        assert slugs == [f"m-{number}" for number in range(len(slugs))]
        assert len(slugs) > written
        written = len(slugs) - 1
    document = open_document(path)
    write(document, document.catalogue)
    assert load(path) == document.catalogue


ADD_SEVEN = """
import sys
from dataclasses import replace
from pathlib import Path
from catalogue import EditConflict, Message
from catalogue.store import open_document, write
path, name = Path(sys.argv[1]), sys.argv[2]
conflicts = 0
for number in range(7):
    while True:
        document = open_document(path)
        try:
            message = Message(f"{name}-{number}")
            write(document, replace(document.catalogue, messages=(*document.catalogue.messages, message)))
            break
        except EditConflict:
            conflicts += 1
print(conflicts)
"""


def test_eight_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "data" / "videos.yaml"
    writers = [
        Popen([sys.executable, "-c", ADD_SEVEN, str(path), f"writer-{number}"], cwd=ROOT, stdout=PIPE, text=True)
        for number in range(8)
    ]
    said = [writer.communicate(timeout=120)[0] for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * 8
    slugs = sorted(message.slug for message in load(path).messages)
    assert slugs == sorted(f"writer-{writer}-{number}" for writer in range(8) for number in range(7))
    assert sum(map(int, said)) > 0  # they did get in each other's way
    assert names(path.parent) == ["videos.yaml"]


def test_a_lock_that_was_taken_away_meanwhile_does_not_count(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock, flock = path.with_name(".videos.yaml.lock"), fcntl.flock
    calls: list[int] = []

    def late(descriptor: int, operation: int) -> None:
        if not calls:  # somebody else finished between our opening the lock file and our locking it
            lock.unlink()
            lock.touch()
        calls.append(operation)
        flock(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", late)
    replace_file(path, OLD, NEW)
    assert len(calls) == 2
    assert path.read_bytes() == NEW
    assert names(path.parent) == ["videos.yaml"]
