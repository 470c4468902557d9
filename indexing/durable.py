"""Files that survive a kill at any moment: written whole, flushed to the disk, then renamed; and a lock.

Knows nothing of what is in the files.
"""

import hashlib
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.errors import DataDirUnusable

_BEING_REMOVED = ".removing-"
_LOOK_AGAIN = 0.01
"""Seconds between two attempts to take a lock."""


def digest(data: bytes | memoryview) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step: a reader sees the old content or the new, never a part."""
    fresh = path.with_name(f".{path.name}.new")
    _write_flushed(fresh, data)
    fresh.replace(path)
    _flush_folder(path.parent)


def keep_checked(path: Path, data: bytes) -> None:
    """Put `data` at `path` behind its digest, for `read_checked`. Raises OSError where nothing can be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, digest(data).encode("ascii") + b"\n" + data)


def read_checked(path: Path) -> bytes | None:
    """What `keep_checked` put at `path`; None where there is nothing, or not what was put there."""
    try:
        check, _, data = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return data if check.decode("ascii", "replace") == digest(data) else None


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a new folder with these files (names may hold one /) and flush all of it to the disk."""
    folder.mkdir(parents=True)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        _write_flushed(path, data)
        _flush_folder(path.parent)
    _flush_folder(folder)


def remove_folder(folder: Path) -> None:
    """Remove a folder and all in it, renamed first so that nobody sees it half there. No error where it is gone."""
    doomed = folder.with_name(f"{_BEING_REMOVED}{folder.name.removeprefix(_BEING_REMOVED)}")
    if doomed != folder and doomed.exists():
        shutil.rmtree(doomed)
    try:
        folder.replace(doomed)
    except FileNotFoundError:
        return
    shutil.rmtree(doomed)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file at `path` until the block ends, waiting for other processes; the system frees it at a kill."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(path).acquire(poll_interval=_LOOK_AGAIN):
        yield


@contextmanager
def locked_now(path: Path) -> Iterator[bool]:
    """Hold the lock file at `path` until the block ends, where nobody does; says whether it is held."""
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


@contextmanager
def unusable_becomes_clear(data_dir: Path) -> Iterator[None]:
    """Turn what the operating system says of a full, read-only or missing place into DataDirUnusable."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise DataDirUnusable(
            f"数据目录“{data_dir}”无法写入：{reason}。",
            "请检查磁盘空间和写入权限，或用 ASSISTANT_DATA_DIR 指定其他目录。",
        ) from error


def _write_flushed(path: Path, data: bytes) -> None:
    with path.open("wb") as handle:
        handle.write(data)
        handle.flush()
        os.fsync(handle.fileno())


def _flush_folder(folder: Path) -> None:
    """Windows cannot open a folder, nor needs it: it writes names down with the file."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
