"""One generation of the index on the disk: a folder that never changes, and a manifest that says what is in it.

Knows files and digests, not what the files mean.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import IndexDamaged
from indexing.durable import digest

MANIFEST = "manifest.json"


class FileEntry(BaseModel):
    """A file of the generation."""

    model_config = ConfigDict(frozen=True)

    size: int
    sha256: str


class Manifest(BaseModel):
    """What a generation was built from and holds. No time and no path: equal builds have equal manifests."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    layout: int
    """Grows when the files or the way chunks and tokens are made change."""
    inputs: str
    """Digest over documents, facts, model and layout: equal inputs need no new build."""
    store: str = "local"
    """Where words and vectors are kept (`Store.name`)."""
    pending: bool = False
    """Whether the vectors are still being computed: then words and characters alone are searched."""
    model: str
    """Fingerprint of the embedding model."""
    dimension: int = 0
    """Components of a vector; 0 while they are pending."""
    spread: float = 0.0
    """How far its vectors lie apart (`vectors_to_spread`); 0 where that is not known."""
    chunks: int
    dictionary: str
    """Digest of the corpus's own dictionary."""
    segmenter: str = ""
    """Fingerprint of the segmenter and the dictionary of the language."""
    canary: str
    """A sentence whose vector is kept, so that a model that has come to give other vectors is noticed."""
    canary_vector: tuple[float, ...] = ()
    """Empty while vectors are pending."""
    files: dict[str, FileEntry]


@dataclass(frozen=True, slots=True)
class Generation:
    """A generation opened for reading."""

    id: str
    folder: Path
    manifest: Manifest

    def read(self, name: str) -> bytes:
        """The content of a file; raises IndexDamaged where it is not what the manifest says."""
        entry = self.manifest.files.get(name)
        try:
            data = (self.folder / name).read_bytes()
        except OSError as error:
            raise damaged(name) from error
        if entry is None or len(data) != entry.size or digest(data) != entry.sha256:
            raise damaged(name)
        return data

    def read_under(self, folder: str) -> dict[str, bytes]:
        """The contents of the files in a subfolder, by their names in it; raises IndexDamaged like `read`."""
        prefix = f"{folder}/"
        return {name.removeprefix(prefix): self.read(name) for name in self.manifest.files if name.startswith(prefix)}

    def check(self) -> None:
        """Read every file; raises IndexDamaged like `read`."""
        for name in self.manifest.files:
            self.read(name)

    @classmethod
    def opened(cls, folder: Path, manifest_digest: str) -> "Generation":
        """The generation in `folder`; raises IndexDamaged where its manifest is not the one of this digest."""
        try:
            data = (folder / MANIFEST).read_bytes()
            if digest(data) != manifest_digest:
                raise damaged(MANIFEST)
            return cls(folder.name, folder, Manifest.model_validate_json(data))
        except (OSError, ValidationError) as error:
            raise damaged(MANIFEST) from error


def files_to_entries(files: Mapping[str, bytes]) -> dict[str, FileEntry]:
    """What a manifest says of these files."""
    return {name: FileEntry(size=len(data), sha256=digest(data)) for name, data in sorted(files.items())}


def damaged(name: str) -> IndexDamaged:
    """The error for a file that is not as it was written."""
    return IndexDamaged(f"索引文件“{name}”已损坏或缺失。", "请运行 policy-assistant index --rebuild 重建索引。")
