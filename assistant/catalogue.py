"""Which files make up the corpus: those that come with it, those a user added, less those a user removed.

Keeps the added files and one small ledger under the data directory. Reads no document and builds no index.
"""

import hashlib
import os
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain, count
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.incoming import Incoming, place_names
from corpus.document import MediaType
from corpus.errors import BadRequest, DataDirUnusable, UnknownDocument, UnreadableDocument
from corpus.manifest import read_manifest
from corpus.reading.decoding import bytes_to_media_type
from corpus.reading.document import bytes_to_id
from indexing.durable import locked, locked_now, replace_file, unusable_becomes_clear

_LEDGER = "catalogue.json"
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_SUFFIXES = {
    MediaType.TEXT: ".txt",
    MediaType.HTML: ".html",
    MediaType.PDF: ".pdf",
    MediaType.DOCX: ".docx",
    MediaType.XLSX: ".xlsx",
    MediaType.DOC: ".doc",
    MediaType.XLS: ".xls",
}


class Entry(BaseModel):
    """A file of the corpus. `name` is what its owner calls the file, `path` where it is kept."""

    model_config = ConfigDict(frozen=True)

    id: str
    path: Path
    name: str
    regions: tuple[str, ...] = ()


class Added(BaseModel):
    """A line of the ledger: an added file under its generated storage name."""

    model_config = ConfigDict(frozen=True)

    id: str
    file: str
    name: str
    sha256: str
    regions: tuple[str, ...] = ()


class _Ledger(BaseModel):
    model_config = ConfigDict(frozen=True)

    corpus: Path | None = None
    added: tuple[Added, ...] = ()
    removed: tuple[str, ...] = ()


class Catalogue:
    """The corpus of one data directory. Immutable: changes yield another catalogue, which counts once it is saved."""

    def __init__(self, data_dir: Path, packaged: Path, ledger: _Ledger | None = None) -> None:
        self._data_dir = data_dir
        self._packaged = packaged
        self._ledger = ledger or _read_ledger(self._folder / _LEDGER)

    @property
    def corpus(self) -> Path:
        """The folder of the files that nobody had to add: the one last indexed, else the packaged one."""
        return self._ledger.corpus or self._packaged

    def entries(self) -> list[Entry]:
        """All files of the corpus: the folder's in its manifest's order, or what replaces them; then the others."""
        folder = {
            item.id: Entry(id=item.id, path=item.file, name=item.file.name, regions=item.regions)
            for item in read_manifest(self.corpus)
        }
        added = {
            item.id: Entry(id=item.id, path=self._folder / item.file, name=item.name, regions=item.regions)
            for item in self._ledger.added
        }
        return [one for one in (folder | added).values() if one.id in added or one.id not in self._ledger.removed]

    def entry(self, document_id: str) -> Entry:
        """One file of the corpus; raises UnknownDocument, also where the file itself has gone."""
        for entry in self.entries():
            if entry.id == document_id and entry.path.is_file():
                return entry
        raise self._unknown(document_id)

    def added_size(self) -> tuple[int, int]:
        """How many files were added, and how many bytes they are together."""
        paths = [self._folder / item.file for item in self._ledger.added]
        return len(paths), sum(path.stat().st_size for path in paths if path.is_file())

    def with_corpus(self, folder: Path) -> "Catalogue":
        """The same with another folder of files; what was removed from the earlier folder is forgotten."""
        same = folder.resolve() == self.corpus.resolve()
        return self if same else self._changed(corpus=folder.resolve(), removed=())

    def with_added(self, incoming: Iterable[Incoming]) -> "Catalogue":
        """The same with more files, which are copied into the data directory under generated names.

        Raises UnreadableDocument for a file that is missing or of no readable kind, BadRequest for one that is there
        already or an id that cannot be used, DataDirUnusable where it cannot be kept.
        """
        catalogue = self
        for item in incoming:
            line = catalogue._stored(item, catalogue.entries())
            catalogue = catalogue._changed(added=(*catalogue._ledger.added, line))
        return catalogue

    def with_replaced(self, document_id: str, item: Incoming) -> "Catalogue":
        """The same with another file in a document's place, under its id and, where the item has none, its names. One
        that was already added beside it moves there.

        Raises UnknownDocument, or like `with_added`.
        """
        sha256 = hashlib.sha256(_bytes_of(item)).hexdigest()
        beside = next(
            (line.id for line in self._ledger.added if line.sha256 == sha256 and line.id != document_id), None
        )
        if beside is not None:
            return self.without(beside).with_replaced(document_id, item)
        others = {entry.id: entry for entry in self.entries()}
        replaced = others.pop(document_id, None)
        if replaced is None:
            raise self._unknown(document_id)
        named = item.model_copy(update={"id": document_id, "regions": item.regions or replaced.regions})
        lines = {line.id: line for line in (*self._ledger.added, self._stored(named, others.values()))}
        removed = dict.fromkeys((*self._ledger.removed, document_id))
        return self._changed(added=tuple(lines.values()), removed=tuple(removed))

    def without(self, document_id: str) -> "Catalogue":
        """The same without a document; raises UnknownDocument. Its file goes when the change is saved and tidied."""
        if document_id not in {entry.id for entry in self.entries()}:
            raise self._unknown(document_id)
        kept = tuple(item for item in self._ledger.added if item.id != document_id)
        if len(kept) < len(self._ledger.added):
            return self._changed(added=kept)
        return self._changed(removed=(*self._ledger.removed, document_id))

    def save(self) -> None:
        """Make this the catalogue of the data directory, in one step; then drop files that no line names."""
        with unusable_becomes_clear(self._data_dir):
            self._folder.mkdir(parents=True, exist_ok=True)
            replace_file(self._folder / _LEDGER, self._ledger.model_dump_json(indent=1).encode())
            self._tidy()

    def tidy(self) -> None:
        """Drop copies that no line of the saved ledger names: of files removed, or of an add that failed."""
        with unusable_becomes_clear(self._data_dir):
            self._tidy()

    def sweep(self) -> None:
        """Drop what a killed change left behind, unless one is at work."""
        if not self._folder.is_dir():
            return
        with unusable_becomes_clear(self._data_dir), locked_now(self._folder / "lock") as idle:
            if idle:
                self._tidy()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Keep other processes from changing the catalogue until the block ends."""
        with ExitStack() as held:
            with unusable_becomes_clear(self._data_dir):
                held.enter_context(locked(self._folder / "lock"))
            yield

    @property
    def _folder(self) -> Path:
        return self._data_dir / "documents"

    def _unknown(self, document_id: str) -> UnknownDocument:
        known = "、".join(entry.id for entry in self.entries()) or "（空）"
        return UnknownDocument(f"没有编号为“{document_id}”的文件。", f"现有文件编号：{known}。")

    def _changed(self, **changes: object) -> "Catalogue":
        return Catalogue(self._data_dir, self._packaged, self._ledger.model_copy(update=changes))

    def _stored(self, item: Incoming, others: Collection[Entry]) -> Added:
        """The line of a file beside others, once it is copied to its place."""
        data = _bytes_of(item)
        sha256 = hashlib.sha256(data).hexdigest()
        regions = place_names(item.regions)
        _refuse_twice(item, sha256, others)
        document_id = _free_id(item, data, {entry.id for entry in others})
        file = f"{sha256[:32]}{_SUFFIXES[bytes_to_media_type(data, item.name)]}"
        with unusable_becomes_clear(self._data_dir):
            self._folder.mkdir(parents=True, exist_ok=True)
            replace_file(self._folder / file, data)
        return Added(id=document_id, file=file, name=item.name, sha256=sha256, regions=regions)

    def _tidy(self) -> None:
        named = {item.file for item in _read_ledger(self._folder / _LEDGER).added} | {_LEDGER, "lock"}
        for path in self._folder.glob("*"):
            if path.name not in named and path.is_file():
                path.unlink()


def _refuse_twice(item: Incoming, sha256: str, others: Iterable[Entry]) -> None:
    for entry in others:
        if entry.path.is_file() and hashlib.sha256(entry.path.read_bytes()).hexdigest() == sha256:
            raise BadRequest(f"“{item.name}”已经在资料库里，编号是“{entry.id}”。", "不需要再添加。")


def _free_id(item: Incoming, data: bytes, taken: Collection[str]) -> str:
    """The id asked for, else the file's own, with a number where another file has it."""
    if item.id is None:
        own = bytes_to_id(Path(item.name), data)
        return next(one for one in chain([own], map(f"{own}-{{}}".format, count(2))) if one not in taken)
    if not _ID.fullmatch(item.id):
        raise BadRequest(f"编号“{item.id}”不能用。", "编号只能用小写字母、数字、- 和 _，最多64个字符。")
    if item.id in taken:
        raise BadRequest(f"编号“{item.id}”已经有文件在用。", "请换一个编号，或先移除原来的文件。")
    return item.id


def _bytes_of(item: Incoming) -> bytes:
    try:
        return item.path.read_bytes()
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise UnreadableDocument(f"“{item.name}”读不出来：{reason}。", "请检查路径和权限。") from error


def _read_ledger(path: Path) -> _Ledger:
    try:
        return _Ledger.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return _Ledger()
    except (OSError, ValidationError) as error:
        hint = "请从备份恢复这个文件；删去它会忘记添加和移除过哪些文件。"
        raise DataDirUnusable(f"文件清单“{path}”损坏或读不出来。", hint) from error
