"""Which files make up a corpus: named in manifest.toml, or every readable file of a folder. Reads no document."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Annotated

from pydantic import BaseModel, StringConstraints, ValidationError

from corpus.errors import BadRequest, UnreadableDocument
from corpus.reading.document import bytes_to_id

MANIFEST = "manifest.toml"
_SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".xlsx", ".doc", ".xls", ".wps", ".et"})
_Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
LONGEST_NAME = 40
"""Characters that the name of a place has at most."""
_Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_NAME)]


class _Listed(BaseModel, frozen=True, extra="forbid"):
    """One [[document]] of manifest.toml."""

    file: str
    id: _Identifier
    regions: tuple[_Name, ...] = ()


class _Manifest(BaseModel, frozen=True, extra="forbid"):
    """manifest.toml as a whole."""

    document: tuple[_Listed, ...] = ()


class ManifestEntry(BaseModel, frozen=True):
    """A file of the corpus, its stable id, and the names by which people call the place it is about."""

    file: Path
    id: str
    regions: tuple[str, ...] = ()


def read_manifest(folder: Path) -> list[ManifestEntry]:
    """The files of a corpus folder in manifest order, or by name where there is no manifest.

    Raises UnreadableDocument where the folder or a listed file is missing or there is nothing to read, and BadRequest
    where the manifest cannot be understood, repeats an id or points outside the folder.
    """
    if not folder.is_dir():
        raise UnreadableDocument(f"找不到文件夹“{folder}”。", "请检查路径。")
    manifest = folder / MANIFEST
    entries = list(_listed(manifest, folder) if manifest.is_file() else _found(folder))
    if not entries:
        raise UnreadableDocument(
            f"文件夹“{folder}”里没有可读取的文件。", f"支持的文件：{'、'.join(sorted(_SUFFIXES))}。"
        )
    return entries


def _listed(manifest: Path, folder: Path) -> Iterator[ManifestEntry]:
    listed = _parse(manifest).document
    _check_unique([item.id for item in listed], "编号")
    _check_unique([item.file for item in listed], "文件")
    for item in listed:
        yield ManifestEntry(file=_inside(folder, item.file), id=item.id, regions=item.regions)


def _parse(manifest: Path) -> _Manifest:
    try:
        return _Manifest.model_validate(tomllib.loads(manifest.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadRequest(f"{manifest} 不是有效的 TOML：{error}。", "请更正后重试。") from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise BadRequest(
            f"{manifest} 的 {where} 不合要求：{first['msg']}。", "每个 [[document]] 需要 file、id，可加 regions。"
        ) from None


def _check_unique(values: Sequence[str], what: str) -> None:
    repeated = [value for value, count in Counter(values).items() if count > 1]
    if repeated:
        raise BadRequest(f"{MANIFEST} 里{what}“{repeated[0]}”出现了不止一次。", f"每个{what}只能用一次。")


def _inside(folder: Path, name: str) -> Path:
    """The path of a listed file; a name may not leave the folder, not even by a symbolic link."""
    plain = PurePosixPath(name)
    path = folder / plain
    if (
        plain.is_absolute()
        or ".." in plain.parts
        or "\\" in name
        or not path.resolve().is_relative_to(folder.resolve())
    ):
        raise BadRequest(f"{MANIFEST} 里的文件“{name}”不在文件夹内。", "只能写文件夹内的相对路径。")
    if not path.is_file():
        raise UnreadableDocument(
            f"{MANIFEST} 里的文件“{name}”不存在。", f"请把它放进“{folder}”，或从 {MANIFEST} 删去。"
        )
    return path


def _found(folder: Path) -> Iterator[ManifestEntry]:
    """Every readable file, by name. Two files that would get one id (a copy) are told apart by a number."""
    taken: Counter[str] = Counter()
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.suffix.lower() not in _SUFFIXES or not path.is_file():
            continue
        own = bytes_to_id(path, path.read_bytes())
        taken[own] += 1
        yield ManifestEntry(file=path, id=own if taken[own] == 1 else f"{own}-{taken[own]}")
