"""A library to a committed generation: chunks, tokens, vectors, files.

Knows the order of the work; each step is another module's.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from corpus.errors import IndexDamaged, IndexMissing
from corpus.facts import Library
from indexing.chunk import Chunk
from indexing.chunks import document_to_chunks
from indexing.durable import digest, unusable_becomes_clear
from indexing.embedding import Encoder
from indexing.engine import Searchable, Store
from indexing.filter import Labels
from indexing.fusion import vectors_to_spread
from indexing.generation import Generation, Manifest, files_to_entries
from indexing.lexical import LexicalIndex
from indexing.local import LocalStore
from indexing.passages import all_known, passages_to_vectors
from indexing.progress import Progress, silent
from indexing.sentence_vectors import SENTENCES, SentenceVectors, library_to_sentences
from indexing.store import building, commit, current, generation_folders, library_to_files, provisional, sweep
from indexing.tokens import chunk_to_tokens, chunks_to_words
from indexing.words import Words, characters, library_to_dictionary, segmenter

LAYOUT = 7
"""To be raised with every change of files, chunks or tokens, so that older generations are built anew."""
CHUNKS = TypeAdapter(tuple[Chunk, ...])

_CANARY = "由区商务委牵头，各镇配合，到2025年新增商务楼宇面积40万平方米。"
_CUTTING = "切分与分词"
_SENTENCES = "计算句子向量"

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Work:
    """What a build is made of and where it goes."""

    library: Library
    data_dir: Path
    embedder: Encoder
    store: Store
    progress: Progress

    @property
    def cache(self) -> Path:
        return self.data_dir / "cache" / "passages.sqlite"


@dataclass(frozen=True, slots=True)
class _Cut:
    """A library cut into chunks and these into tokens: all that needs no model."""

    chunks: tuple[Chunk, ...]
    passages: tuple[str, ...]
    sentences: tuple[str, ...]
    made: Searchable
    files: dict[str, bytes]


def build_index(
    library: Library,
    data_dir: Path,
    embedder: Encoder,
    progress: Progress = silent,
    *,
    rebuild: bool = False,
    store: Store | None = None,
) -> str:
    """The id of the generation that holds this library, built and committed where the current one does not.

    Where no generation can answer yet, one without vectors answers while they are computed. Raises DataDirUnusable
    where nothing can be written, ModelUnavailable and StoreUnavailable; whatever is raised, the generation before stays
    as it was, and whenever the process is killed, what is current is whole. `rebuild` builds also where nothing has
    changed.
    """
    work = _Work(library, data_dir, embedder, store or LocalStore(), progress)
    with unusable_becomes_clear(data_dir), building(data_dir):
        sweep(data_dir)
        files = library_to_files(library)
        inputs = _inputs(work, files)
        if not rebuild and (same := _unchanged(data_dir, inputs)):
            return same
        cut = _cut(work, files)
        with _answering_meanwhile(work, cut):
            vectors = passages_to_vectors(cut.passages, embedder, work.cache, progress)
            sentences = passages_to_vectors(cut.sentences, embedder, work.cache, _as_sentences(progress))
            name = commit(data_dir, *_generation(work, cut, vectors, sentences, inputs))
        work.store.tidy(generation_folders(data_dir))
        return name


def chunk_to_passage(chunk: Chunk) -> str:
    """What is embedded of a chunk: its context less the document's name (long, and says little), then its text."""
    context = chunk.context.removeprefix(chunk.place.document_name).strip()
    return f"{context}\n{chunk.text}"


def _inputs(work: _Work, files: Mapping[str, bytes]) -> str:
    digests = {name: digest(data) for name, data in sorted(files.items())}
    return digest(json.dumps([LAYOUT, segmenter(), work.store.name, work.embedder.fingerprint, digests]).encode())


def _unchanged(data_dir: Path, inputs: str) -> str | None:
    """The current generation's id where it was made of these inputs and every file is whole."""
    generation = _current(data_dir)
    if generation is None or generation.manifest.inputs != inputs:
        return None
    try:
        generation.check()
    except IndexDamaged:
        return None
    return generation.id


def _current(data_dir: Path) -> Generation | None:
    try:
        return current(data_dir)
    except (IndexMissing, IndexDamaged):
        return None


@contextmanager
def _answering_meanwhile(work: _Work, cut: _Cut) -> Iterator[None]:
    """Let words and characters answer while vectors are computed, where nothing better can."""
    with ExitStack() as stack:
        if not _answers(_current(work.data_dir), work) and not _all_known(work, cut):
            files, manifest = _pending(work, cut)
            stack.enter_context(provisional(work.data_dir, files, manifest))
        yield


def _all_known(work: _Work, cut: _Cut) -> bool:
    return all_known((*cut.passages, *cut.sentences), work.embedder, work.cache)


def _as_sentences(progress: Progress) -> Progress:
    """`progress` under the name that tells sentences from passages."""
    return lambda _stage, done, total: progress(_SENTENCES, done, total)


def _answers(generation: Generation | None, work: _Work) -> bool:
    """Whether a generation can be searched with this model and store, vectors and all."""
    if generation is None or generation.manifest.pending:
        return False
    found, wanted = generation.manifest, (LAYOUT, work.store.name, work.embedder.fingerprint)
    return (found.layout, found.store, found.model) == wanted


def _cut(work: _Work, documents: Mapping[str, bytes]) -> _Cut:
    words = Words(library_to_dictionary(work.library))
    chunks = tuple(_chunks(work.library, work.progress))
    made = Searchable(
        Labels.of(chunks),
        LexicalIndex.of(chunks_to_words(chunks, words, work.data_dir / "cache" / "words")),
        LexicalIndex.of([chunk_to_tokens(chunk, characters) for chunk in chunks]),
        vectors=None,
    )
    files = {
        **documents,
        "chunks.json": CHUNKS.dump_json(chunks),
        "dictionary.json": json.dumps(words.dictionary, ensure_ascii=False).encode(),
    }
    return _Cut(chunks, tuple(map(chunk_to_passage, chunks)), library_to_sentences(work.library), made, files)


def _pending(work: _Work, cut: _Cut) -> tuple[dict[str, bytes], Manifest]:
    """The generation without vectors; its inputs are never those of a build, so the next build does not keep it."""
    store = LocalStore()
    files = cut.files | store.keep(cut.made)
    return files, _manifest(work, cut, files, inputs="", store=store.name, pending=True)


def _generation(
    work: _Work, cut: _Cut, vectors: Vectors, sentences: Vectors, inputs: str
) -> tuple[dict[str, bytes], Manifest]:
    files = cut.files | work.store.keep(cut.made._replace(vectors=vectors))
    files[SENTENCES] = SentenceVectors.of(cut.sentences, sentences).to_bytes()
    canary = tuple(float(part) for part in np.round(work.embedder.encode_query(_CANARY), 4))
    made = {"dimension": vectors.shape[1], "spread": round(vectors_to_spread(vectors), 4), "canary_vector": canary}
    return files, _manifest(work, cut, files, inputs=inputs, **made)


def _manifest(work: _Work, cut: _Cut, files: dict[str, bytes], **more: object) -> Manifest:
    known = {
        "layout": LAYOUT,
        "store": work.store.name,
        "model": work.embedder.fingerprint,
        "chunks": len(cut.chunks),
        "dictionary": digest(files["dictionary.json"]),
        "segmenter": segmenter(),
        "canary": _CANARY,
        "files": files_to_entries(files),
    }
    return Manifest.model_validate({**known, **more})


def _chunks(library: Library, progress: Progress) -> Iterator[Chunk]:
    """Cut with the words of the language only: the words that other documents bring must not move a border."""
    borders = Words().borders
    documents = list(library.documents.values())
    for done, document in enumerate(documents):
        progress(_CUTTING, done, len(documents))
        yield from document_to_chunks(document, borders)
    progress(_CUTTING, len(documents), len(documents))
