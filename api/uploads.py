"""Where uploads lie while they are read: in the data directory, under names of ours, gone when the request is over."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from indexing.durable import unusable_becomes_clear

__all__ = ["incoming_folder", "sweep_incoming"]

_FOLDER = "incoming"
_LEFT_BEHIND = 24 * 3600
"""Seconds after which nobody can be reading an upload any more."""


@contextmanager
def incoming_folder(data_dir: Path) -> Iterator[Path]:
    """A fresh folder, removed at the end of the block. Raises DataDirUnusable."""
    with unusable_becomes_clear(data_dir):
        (data_dir / _FOLDER).mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(dir=data_dir / _FOLDER))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep_incoming(data_dir: Path) -> None:
    """Remove what a killed server left behind; another server that is at work is not disturbed."""
    for folder in (data_dir / _FOLDER).glob("*"):
        if abs(time.time() - folder.stat().st_mtime) > _LEFT_BEHIND:
            shutil.rmtree(folder, ignore_errors=True)
