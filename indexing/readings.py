"""What files were read as, kept by their content, so that adding one document reads one document.

Derived data: whatever is missing, damaged or made by other code is read again. Knows no index.
"""

import hashlib
import json
from collections.abc import Collection
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

import corpus
from corpus.document import Document
from corpus.facts import Facts
from indexing.durable import digest, keep_checked, read_checked

_CODE = ("*.py", "*.tsv", "*.json", "*.txt")
_DOCUMENTS = "documents"


class Read(BaseModel):
    """A document and its facts."""

    model_config = ConfigDict(frozen=True)

    document: Document
    facts: Facts


class Readings:
    """The readings kept under a data directory."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / "cache" / "readings"

    def key(self, sha256: str, *said: str | tuple[str, ...]) -> str:
        """The name of a reading: the content of a file, what its owner says of it, and the code that reads it."""
        return digest(json.dumps([_code(), sha256, *said], ensure_ascii=False).encode())

    def find(self, key: str) -> Read | None:
        """The reading kept under a key; None where there is none that can be used."""
        data = read_checked(self._path(key))
        try:
            return Read.model_validate_json(data) if data is not None else None
        except ValidationError:
            return None

    def keep(self, key: str, read: Read) -> None:
        """Keep a reading. Raises OSError where nothing can be written."""
        keep_checked(self._path(key), read.model_dump_json().encode("utf-8", "surrogatepass"))

    def forget_others(self, keys: Collection[str]) -> None:
        """Drop all readings but these."""
        for path in self._folder.glob("*"):
            if path.name not in keys:
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / key


@cache
def _code() -> str:
    """What identifies the code that reads and extracts: change it, and every file is read anew."""
    root = Path(corpus.__file__).parent
    known = hashlib.sha256()
    for path in sorted(path for pattern in _CODE for path in root.rglob(pattern)):
        if _DOCUMENTS not in path.relative_to(root).parts:
            known.update(path.read_bytes())
    return known.hexdigest()
