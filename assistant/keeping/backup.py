"""Copies of everything that can't be made again: what is kept, and the documents that were added. One zip file.

The index is not in it: it is rebuilt from the documents.
"""

import os
import shutil
import stat
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path, PurePosixPath

from assistant.catalogue import Catalogue
from assistant.keeping.database import Database
from assistant.keeping.keeping import DATABASE
from assistant.settings import Settings
from corpus.errors import BadRequest
from indexing.durable import unusable_becomes_clear

_DOCUMENTS = "documents"
_LOCK = "lock"


def back_up(settings: Settings, target: Path) -> int:
    """Write a backup, whole or not at all, while others read and write; how many files of documents are in it.

    Raises BadRequest where `target` is there already, DataDirUnusable where it can't be written.
    """
    if target.exists():
        raise BadRequest(f"“{target}”已经存在。", "请换一个文件名：备份不会覆盖已有的文件。")
    catalogue = Catalogue(settings.data_dir, settings.corpus)
    with catalogue.changing(), _fresh_folder(target.parent) as folder:
        with closing(Database(settings.data_dir / DATABASE)) as database:
            database.copy_to(folder / DATABASE)
        documents = _files(settings.data_dir / _DOCUMENTS)
        with zipfile.ZipFile(folder / "backup", "x", zipfile.ZIP_DEFLATED) as archive:
            archive.write(folder / DATABASE, DATABASE)
            for path in documents:
                archive.write(path, f"{_DOCUMENTS}/{path.name}")
        (folder / "backup").chmod(0o600)
        _flush(folder / "backup")
        (folder / "backup").replace(target)
    return len(documents)


def restore(settings: Settings, source: Path) -> None:
    """Put a backup into a data directory that keeps nothing yet; the index is to be built after that.

    Raises BadRequest for what is no backup, for a damaged one, and where something is kept already.
    """
    present = [name for name in (DATABASE, _DOCUMENTS) if (settings.data_dir / name).exists()]
    if present:
        raise BadRequest(
            f"数据目录“{settings.data_dir}”里已经有“{present[0]}”。", "请用 ASSISTANT_DATA_DIR 指定空的目录。"
        )
    with _fresh_folder(settings.data_dir) as folder:
        _unpack(source, folder)
        with closing(Database(folder / DATABASE)) as database:
            damage = database.damage()
        if damage:
            raise BadRequest(f"备份“{source}”已损坏：{damage}。", "请换一个备份。")
        for name in (DATABASE, _DOCUMENTS):
            if (folder / name).exists():
                (folder / name).replace(settings.data_dir / name)


def _unpack(source: Path, folder: Path) -> None:
    try:
        with zipfile.ZipFile(source) as archive:
            entries = archive.infolist()
            if DATABASE not in archive.namelist() or not all(map(_is_ours, entries)):
                raise BadRequest(f"“{source}”不是本系统的备份。", "请检查文件。")
            archive.extractall(folder)
    except (OSError, zipfile.BadZipFile) as error:
        raise BadRequest(f"备份“{source}”读不出来：{error}。", "请检查文件，或换一个备份。") from error


def _is_ours(entry: zipfile.ZipInfo) -> bool:
    """Whether we may have written an entry: a plain file at its place."""
    name, parts = entry.filename, PurePosixPath(entry.filename).parts
    if entry.is_dir() or stat.S_IFMT(entry.external_attr >> 16) not in {0, stat.S_IFREG}:
        return False
    return name == DATABASE or (len(parts) == 2 and parts[0] == _DOCUMENTS and parts[1] not in {".", ".."})


def _files(folder: Path) -> list[Path]:
    """The files of a folder save its lock and what is only half written."""
    return sorted(path for path in folder.glob("[!.]*") if path.is_file() and path.name != _LOCK)


@contextmanager
def _fresh_folder(beside: Path) -> Iterator[Path]:
    with unusable_becomes_clear(beside):
        beside.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=".backup-", dir=beside))
        try:
            yield folder
        finally:
            shutil.rmtree(folder)


def _flush(path: Path) -> None:
    with path.open("rb") as handle:
        os.fsync(handle.fileno())
