"""This file is how a file is replaced so that, whatever happens, it is the old one or the new one, never between.

Writers take turns by a lock that the system drops when a writer dies (flock). Under it the file is compared with what
the writer had read; then the new one is written beside, flushed, and put in the place of the old one.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

from catalogue.errors import EditConflict, Unreadable, Unwritable

PATIENCE = 10.0
"""Seconds to wait for another writer. One is done within milliseconds; who is not has been stopped."""

_PAUSE = 0.01
_NEW = 0o666

_REASONS = {
    errno.ENOSPC: "the disk is full; free some space",
    errno.EDQUOT: "your share of the disk is full; free some space",
    errno.EFBIG: "the system does not let a file grow that large; raise the limit on file sizes",
    errno.EACCES: "you may not write there; ask for the permission, or give another --catalogue",
    errno.EPERM: "you may not write there; ask for the permission, or give another --catalogue",
    errno.EROFS: "the disk can only be read; give another --catalogue",
    errno.ENOTDIR: "something in its path is a file and no folder; correct the path",
    errno.EEXIST: "something in its path is a file and no folder; correct the path",
    errno.EISDIR: "a folder stands there; give the path of a file",
    errno.ENAMETOOLONG: "its name is too long; give a shorter one",
    errno.ELOOP: "its symbolic links lead in a circle; correct them",
    errno.ENOENT: "its folder cannot be made there; give another --catalogue",
    errno.EIO: "the disk fails; look after it before anything else",
}


def present(path: Path, limit: int) -> bytes | None:
    """What stands in a file: at most `limit` bytes and one; None where there is no file. Raises Unreadable."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)  # a pipe must not make us wait
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                message = f"{path}: this is not a file but a folder or a device; give the path of a catalogue"
                raise Unreadable(message)
            with open(descriptor, "rb", closefd=False) as file:
                return file.read(limit + 1)
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        return None
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}; check the path and your permissions"
        raise Unreadable(message) from error


def replace_file(path: Path, old: bytes | None, new: bytes) -> None:
    """Put `new` in the place of `old`. Raises EditConflict if something else stands there by now, and Unwritable."""
    try:
        target = path.resolve()  # a symbolic link stays one
        target.parent.mkdir(parents=True, exist_ok=True)
        with _turn(target):
            if present(target, max(len(old or b""), len(new))) != old:
                message = (
                    f"somebody else changed {path} since it was read; nothing was written. "
                    "Run the command again: it will start from what stands there now"
                )
                raise EditConflict(message)
            _write_beside(target, new)
    except (OSError, RuntimeError) as error:
        number = error.errno if isinstance(error, OSError) else errno.ELOOP
        reason = _REASONS.get(number or 0, f"{error}; mend that")
        message = f"{path} could not be written: {reason} and run the command again. What stood there still stands"
        raise Unwritable(message) from error


def _write_beside(target: Path, new: bytes) -> None:
    beside = target.with_name(f".{target.name}.new")
    beside.unlink(missing_ok=True)  # left by a writer that was killed: whoever has the lock owns the name
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _NEW)
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor has no path
            _take_over_rights(target, descriptor)
            file.write(new)
            file.flush()
            os.fsync(descriptor)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    # From here on the new file stands; that its name is on the disk too is a wish, which some disks refuse.
    with contextlib.suppress(OSError):
        _flush_folder(target.parent)


def _take_over_rights(target: Path, descriptor: int) -> None:
    try:
        old = target.stat()
    except FileNotFoundError:
        return
    with contextlib.suppress(PermissionError):  # only root gives files away
        os.fchown(descriptor, old.st_uid, old.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _turn(target: Path) -> Iterator[None]:
    """Wait for our turn to write a file, and keep it."""
    lock = target.with_name(f".{target.name}.lock")
    until = time.monotonic() + PATIENCE
    descriptor = _locked(lock)
    while descriptor is None:
        if time.monotonic() > until:
            message = (
                f"somebody else has been writing {target} for {PATIENCE:.0f} seconds; nothing was written. Try again"
            )
            raise EditConflict(message)
        time.sleep(_PAUSE)
        descriptor = _locked(lock)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            lock.unlink()  # while it is ours, so that nobody else's goes
        os.close(descriptor)


def _locked(lock: Path) -> int | None:
    """A descriptor that holds the lock, or None where somebody else holds it, or has just taken the file away."""
    descriptor = os.open(lock, os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, _NEW)
    with contextlib.ExitStack() as clean:
        clean.callback(os.close, descriptor)
        with contextlib.suppress(BlockingIOError, FileNotFoundError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.path.samestat(os.fstat(descriptor), lock.stat()):
                clean.pop_all()
                return descriptor
    return None
