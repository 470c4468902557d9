"""Generations under a data directory: which one is current, committing a new one, clearing away what a kill left.

`index/CURRENT` names the generation and the digest of its manifest; replacing that one file is the only commit.
Reads documents and facts without torch, faiss or jieba.
"""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpus.document import Document
from corpus.errors import IndexDamaged, IndexMissing
from corpus.facts import Facts, Library
from indexing.durable import digest, locked, remove_folder, replace_file, write_folder
from indexing.generation import MANIFEST, Generation, Manifest, damaged

_CURRENT = "CURRENT"
_CURRENT_LINE = re.compile(r"(gen-\d{4,}-[0-9a-f]{8}) ([0-9a-f]{64})\n?")
_FOLDER = re.compile(r"gen-(\d{4,})-[0-9a-f]{8}")
_KEPT = 2
_DOCUMENTS = TypeAdapter(tuple[Document, ...])
_FACTS = TypeAdapter(tuple[Facts, ...])


def current_id(data_dir: Path) -> str | None:
    """The id of the current generation; None where nothing is indexed. Reads one line, checks nothing else."""
    line = _current_line(data_dir)
    return line[0] if line else None


def current(data_dir: Path) -> Generation:
    """The current generation; raises IndexMissing, or IndexDamaged where its manifest is not as written."""
    line = _current_line(data_dir)
    if line is None:
        raise IndexMissing("还没有建立索引。", "请先运行 policy-assistant index。")
    return Generation.opened(_root(data_dir) / line[0], line[1])


def open_library(data_dir: Path) -> tuple[str, Library]:
    """The current generation's id, and its documents and facts; raises IndexMissing or IndexDamaged."""
    generation = current(data_dir)
    return generation.id, generation_to_library(generation)


def generation_to_library(generation: Generation) -> Library:
    """The documents and facts of a generation; raises IndexDamaged."""
    try:
        documents = _DOCUMENTS.validate_json(generation.read("documents.json"))
        return Library(documents, _FACTS.validate_json(generation.read("facts.json")))
    except (ValidationError, ValueError) as error:
        raise damaged("documents.json") from error


def library_to_files(library: Library) -> dict[str, bytes]:
    """The files that `generation_to_library` reads."""
    return {
        "documents.json": _DOCUMENTS.dump_json(tuple(library.documents.values())),
        "facts.json": _FACTS.dump_json(tuple(library.facts[name] for name in library.documents)),
    }


def building(data_dir: Path) -> AbstractContextManager[None]:
    """Hold the lock under which generations are made, waiting for another builder to end."""
    return locked(_root(data_dir) / "lock")


def commit(data_dir: Path, files: Mapping[str, bytes], manifest: Manifest) -> str:
    """Write a generation and make it the current one; its id. To be called while `building`.

    Killed at any moment, the generation before stays current and whole. Raises OSError where nothing can be written.
    """
    root = _root(data_dir)
    described = manifest.model_dump_json(indent=1).encode()
    sha = digest(described)
    name = f"gen-{_last_number(root) + 1:04d}-{sha[:8]}"
    fresh = root / f".building-{os.getpid()}"
    write_folder(fresh, {**files, MANIFEST: described})
    fresh.replace(root / name)
    replace_file(root / _CURRENT, f"{name} {sha}\n".encode())
    sweep(data_dir)
    return name


@contextmanager
def provisional(data_dir: Path, files: Mapping[str, bytes], manifest: Manifest) -> Iterator[None]:
    """Let a generation answer while the block runs; where it fails, what was current before is so again.

    To be called while `building`; the block commits what is to stay.
    """
    pointer = _root(data_dir) / _CURRENT
    before = pointer.read_bytes() if pointer.exists() else None
    with ExitStack() as undoing:
        undoing.callback(_point_back, data_dir, before)
        commit(data_dir, files, manifest)
        yield
        undoing.pop_all()


def generation_folders(data_dir: Path) -> list[Path]:
    """The folders of the generations on the disk, oldest first."""
    return _generations(_root(data_dir))


def sweep(data_dir: Path) -> None:
    """Remove what killed builds left and generations older than the last two. To be called while `building`.

    Where it cannot be read which one is current, generations are left alone, until the next commit says it again.
    """
    root = _root(data_dir)
    for leftover in root.glob(".*"):
        leftover.unlink() if leftover.is_file() else remove_folder(leftover)
    with suppress(IndexDamaged):
        _sweep_generations(root, _current_line(data_dir))


def _point_back(data_dir: Path, before: bytes | None) -> None:
    pointer = _root(data_dir) / _CURRENT
    if before is None:
        pointer.unlink(missing_ok=True)
    else:
        replace_file(pointer, before)
    sweep(data_dir)


def _sweep_generations(root: Path, line: tuple[str, str] | None) -> None:
    kept = [folder for folder in _generations(root) if line and _number(folder) <= _number(root / line[0])]
    for folder in _generations(root):
        if folder not in kept[-_KEPT:]:
            remove_folder(folder)


def _root(data_dir: Path) -> Path:
    return data_dir / "index"


def _current_line(data_dir: Path) -> tuple[str, str] | None:
    try:
        text = (_root(data_dir) / _CURRENT).read_text(encoding="ascii")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise damaged(_CURRENT) from error
    found = _CURRENT_LINE.fullmatch(text)
    if not found:
        raise damaged(_CURRENT)
    return found[1], found[2]


def _generations(root: Path) -> list[Path]:
    return sorted((folder for folder in root.iterdir() if _FOLDER.fullmatch(folder.name)), key=_number)


def _number(folder: Path) -> int:
    found = _FOLDER.fullmatch(folder.name)
    return int(found[1]) if found else 0


def _last_number(root: Path) -> int:
    return max(map(_number, _generations(root)), default=0)
