"""Vectors of passages kept by the passage's content and the model, so that no text is embedded twice.

Derived data: whatever is damaged is forgotten and computed again. Knows no chunks.
"""

import hashlib
import sqlite3
import zlib
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexing.embedding import Encoder
from indexing.progress import Progress, silent

Vectors = NDArray[np.float32]

_PORTION = 256
"""So many passages are embedded between two commits: what a kill costs at most."""


def passages_to_vectors(texts: Sequence[str], encoder: Encoder, cache: Path, progress: Progress = silent) -> Vectors:
    """(len(texts), dim): from the file `cache` where the model has embedded the text before, else computed and kept."""
    cache.parent.mkdir(parents=True, exist_ok=True)
    keys = [_key(text, encoder.fingerprint) for text in texts]
    with closing(_opened(cache)) as database:
        known = {key: vector for key in keys if (vector := _read(database, key)) is not None}
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        todo = sorted(missing, key=lambda key: (len(missing[key]), key))
        for start in range(0, len(todo), _PORTION):
            portion = todo[start : start + _PORTION]
            vectors = encoder.encode_passages([missing[key] for key in portion], _shifted(progress, start, len(todo)))
            _write(database, portion, vectors)
            known |= dict(zip(portion, vectors, strict=True))
    if not keys:
        return np.empty((0, len(encoder.encode_query("维度"))), np.float32)
    return np.stack([known[key] for key in keys]).astype(np.float32)


def all_known(texts: Sequence[str], encoder: Encoder, cache: Path) -> bool:
    """Whether the file `cache` has the vector of every text, so that none would have to be computed."""
    cache.parent.mkdir(parents=True, exist_ok=True)
    with closing(_opened(cache)) as database:
        return all(_read(database, _key(text, encoder.fingerprint)) is not None for text in texts)


def _shifted(progress: Progress, start: int, total: int) -> Progress:
    def report(stage: str, done: int, _total: int) -> None:
        progress(stage, start + done, total)

    return report


def _key(text: str, fingerprint: str) -> bytes:
    return hashlib.sha256(f"{fingerprint}\x1f{text}".encode()).digest()


def _opened(path: Path) -> sqlite3.Connection:
    try:
        return _with_table(path)
    except sqlite3.DatabaseError:
        path.unlink(missing_ok=True)
        return _with_table(path)


def _with_table(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=60)
    try:
        database.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB, check_sum INTEGER)")
        database.execute("SELECT key FROM vectors LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database


def _read(database: sqlite3.Connection, key: bytes) -> Vectors | None:
    try:
        row = database.execute("SELECT vector, check_sum FROM vectors WHERE key = ?", (key,)).fetchone()
    except sqlite3.DatabaseError:
        return None
    if row is None or zlib.crc32(row[0]) != row[1]:
        return None
    return np.frombuffer(row[0], "<f4")


def _write(database: sqlite3.Connection, keys: Sequence[bytes], vectors: Vectors) -> None:
    blobs = [np.ascontiguousarray(vector, "<f4").tobytes() for vector in vectors]
    rows = [(key, blob, zlib.crc32(blob)) for key, blob in zip(keys, blobs, strict=True)]
    with database:
        database.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)
