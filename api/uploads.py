"""Where uploads lie while they are read: in the data directory, under names of ours, gone when the request is over."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from indexing.durable import locked, locked_now, unusable_becomes_clear

_FOLDER, _LOCK = "incoming", "lock"
_LEFT_BEHIND = 24 * 3600
"""Seconds after which nobody can be reading an upload any more, whatever its lock says."""


@contextmanager
def incoming_folder(data_dir: Path) -> Iterator[Path]:
    """A fresh folder, removed at the end of the block. Raises DataDirUnusable."""
    with unusable_becomes_clear(data_dir):
        (data_dir / _FOLDER).mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(dir=data_dir / _FOLDER))
    try:
        with locked(folder / _LOCK):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep_incoming(data_dir: Path) -> None:
    """Remove what a killed server left behind; another server that is at work is not disturbed."""
    for folder in (data_dir / _FOLDER).glob("*"):
        if _is_left(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_left(folder: Path) -> bool:
    """Whether nobody reads an upload any more: the system frees the locks of whoever is killed."""
    if abs(time.time() - folder.stat().st_mtime) > _LEFT_BEHIND:
        return True
    if not (folder / _LOCK).is_file():
        return False
    with suppress(OSError), locked_now(folder / _LOCK) as free:
        return free
    return False
