"""A library to a committed generation: chunks, tokens, vectors, files.

Knows the order of the work; each step is another module's.
"""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
from pydantic import TypeAdapter

from corpus.errors import IndexDamaged, IndexMissing
from corpus.facts import Library
from indexing.chunk import Chunk
from indexing.chunks import document_to_chunks
from indexing.durable import digest, unusable_becomes_clear
from indexing.embedding import Encoder
from indexing.generation import Generation, Manifest, files_to_entries
from indexing.lexical import LexicalIndex
from indexing.passages import passages_to_vectors
from indexing.progress import Progress, silent
from indexing.store import building, commit, current, library_to_files, sweep
from indexing.vectors import VectorIndex
from indexing.words import Words, characters, library_to_dictionary

__all__ = ["CHUNKS", "LAYOUT", "build_index", "chunk_to_passage", "chunk_to_tokens"]

LAYOUT = 2
"""To be raised with every change of files, chunks or tokens, so that older generations are built anew."""
CHUNKS = TypeAdapter(tuple[Chunk, ...])

_CANARY = "由区商务委牵头，各镇配合，到2025年新增商务楼宇面积40万平方米。"
_CUTTING = "切分与分词"


def build_index(
    library: Library, data_dir: Path, embedder: Encoder, progress: Progress = silent, *, rebuild: bool = False
) -> str:
    """The id of the generation that holds this library, built and committed where the current one does not.

    Raises DataDirUnusable where nothing can be written and ModelUnavailable; whatever is raised, and whenever the
    process is killed, the generation before stays as it was. `rebuild` builds also where nothing has changed.
    """
    with unusable_becomes_clear(data_dir), building(data_dir):
        sweep(data_dir)
        inputs = _inputs(library, embedder)
        if not rebuild and (same := _unchanged(data_dir, inputs)):
            return same
        files, manifest = _generation(library, data_dir, embedder, progress)
        return commit(data_dir, files, manifest.model_copy(update={"inputs": inputs}))


def chunk_to_passage(chunk: Chunk) -> str:
    """What is embedded of a chunk: its context less the document's name (long, and says little), then its text."""
    context = chunk.context.removeprefix(chunk.place.document_name).strip()
    return f"{context}\n{chunk.text}"


def chunk_to_tokens(chunk: Chunk, tokenize: Callable[[str], list[str]]) -> list[str]:
    """What words or characters find a chunk by: those of its context, and those of its text, which count twice."""
    return tokenize(chunk.context) + 2 * tokenize(chunk.text)


def _inputs(library: Library, embedder: Encoder) -> str:
    files = {name: digest(data) for name, data in sorted(library_to_files(library).items())}
    return digest(json.dumps([LAYOUT, embedder.fingerprint, files]).encode())


def _unchanged(data_dir: Path, inputs: str) -> str | None:
    """The current generation's id where it was made of these inputs and every file is whole."""
    try:
        generation: Generation = current(data_dir)
        if generation.manifest.inputs != inputs:
            return None
        generation.check()
    except (IndexMissing, IndexDamaged):
        return None
    return generation.id


def _generation(
    library: Library, data_dir: Path, embedder: Encoder, progress: Progress
) -> tuple[dict[str, bytes], Manifest]:
    words = Words(library_to_dictionary(library))
    chunks = _chunks(library, words, progress)
    lexical = {
        "words": LexicalIndex.of([chunk_to_tokens(chunk, words) for chunk in chunks]),
        "characters": LexicalIndex.of([chunk_to_tokens(chunk, characters) for chunk in chunks]),
    }
    passages = [chunk_to_passage(chunk) for chunk in chunks]
    vectors = passages_to_vectors(passages, embedder, data_dir / "cache" / "passages.sqlite", progress)
    dictionary = json.dumps(words.dictionary, ensure_ascii=False).encode()
    files = {
        **library_to_files(library),
        "chunks.json": CHUNKS.dump_json(tuple(chunks)),
        "dictionary.json": dictionary,
        "vectors.faiss": VectorIndex.of(vectors).to_bytes(),
        **{f"{name}/{file}": data for name, index in lexical.items() for file, data in index.to_files().items()},
    }
    manifest = Manifest(
        layout=LAYOUT,
        inputs="",
        model=embedder.fingerprint,
        dimension=vectors.shape[1],
        chunks=len(chunks),
        dictionary=digest(dictionary),
        canary=_CANARY,
        canary_vector=tuple(float(part) for part in np.round(embedder.encode_query(_CANARY), 4)),
        files=files_to_entries(files),
    )
    return files, manifest


def _chunks(library: Library, words: Words, progress: Progress) -> list[Chunk]:
    chunks: list[Chunk] = []
    documents = list(library.documents.values())
    for done, document in enumerate(documents):
        progress(_CUTTING, done, len(documents))
        chunks += document_to_chunks(document, words.borders)
    progress(_CUTTING, len(documents), len(documents))
    return chunks
