"""Changing what is indexed: build it, add, replace and remove documents. All or nothing, one change at a time."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from assistant.catalogue import Catalogue, Entry
from assistant.differing.change import Difference
from assistant.differing.difference import Stated, difference
from assistant.incoming import Incoming
from assistant.keeping.keeping import open_keeping
from assistant.settings import Settings
from assistant.wiring import open_store
from corpus.document import Document
from corpus.errors import QuotaExceeded
from corpus.extraction.facts import document_to_facts
from corpus.facts import Library
from corpus.reading.document import read_document
from corpus.twins import with_twins
from indexing.build import build_index
from indexing.durable import digest, unusable_becomes_clear
from indexing.embedding import Embedder, Encoder
from indexing.progress import Progress, silent
from indexing.readings import Read, Readings

_READING = "阅读文件"


class Built(NamedTuple):
    """The generation that is now current, and its documents."""

    generation: str
    library: Library

    def document(self, document_id: str) -> Document:
        """A document of it."""
        return self.library.document(document_id)


def build(
    settings: Settings,
    *,
    corpus: Path | None = None,
    rebuild: bool = False,
    encoder: Encoder | None = None,
    progress: Progress = silent,
) -> Built:
    """Read every file of the corpus and index it; `corpus` is another folder of files, kept from then on.

    Where nothing has changed the generation stays, unless `rebuild` asks for a new one. Raises UnreadableDocument for
    a file that can't be read, ModelUnavailable, DataDirUnusable; then all is as before.
    """
    with _changing(settings) as catalogue:
        chosen = catalogue.with_corpus(corpus) if corpus else catalogue
        return _commit(settings, chosen, encoder, progress, rebuild=rebuild)


def add_documents(
    settings: Settings, incoming: Sequence[Incoming], *, encoder: Encoder | None = None, progress: Progress = silent
) -> tuple[Built, list[str]]:
    """Add files to the corpus and index them; also returns their ids. Raises like `build`, BadRequest for a file that
    is there already, and QuotaExceeded.
    """
    with _taking_in(settings) as before:
        after = before.with_added(incoming)
        _check_quota(settings, after)
        built = _commit(settings, after, encoder, progress)
    known = {entry.id for entry in before.entries()}
    return built, [entry.id for entry in after.entries() if entry.id not in known]


def replace_document(
    settings: Settings,
    document_id: str,
    incoming: Incoming,
    *,
    encoder: Encoder | None = None,
    progress: Progress = silent,
) -> Built:
    """Put another file in the place of a document, which keeps its id: there is always the one or the other.

    Raises UnknownDocument, or like `add_documents`.
    """
    with _taking_in(settings) as before:
        old = _stated(settings, before.entry(document_id))
        after = before.with_replaced(document_id, incoming)
        _check_quota(settings, after)
        built = _commit(settings, after, encoder, progress)
    found = difference(old, (built.document(document_id), built.library.facts[document_id]))
    if found.old.revision != found.new.revision:
        with closing(open_keeping(settings)) as keeping:
            keeping.revisions.renew(old[0])
            keeping.replacements.note(found)
    return built


def replacement_difference(library: Library, document_id: str, incoming: Incoming) -> Difference:
    """What putting a file in the place of a document would change; nothing is kept of it.

    Raises UnknownDocument, UnreadableDocument.
    """
    old, facts = library.document(document_id), library.facts[document_id]
    regions = incoming.regions or old.source.regions
    new = read_document(incoming.path, document_id=document_id, regions=regions, name=incoming.name)
    return difference((old, facts), (new, document_to_facts(new)))


def remove_document(
    settings: Settings, document_id: str, *, encoder: Encoder | None = None, progress: Progress = silent
) -> Built:
    """Take a document out of the corpus and the index; raises UnknownDocument, or like `build`."""
    with _changing(settings) as catalogue:
        return _commit(settings, catalogue.without(document_id), encoder, progress)


def read_library(entries: Iterable[Entry], readings: Readings, progress: Progress = silent) -> Library:
    """The documents of these files and their facts: those kept in `readings`, all others read and kept.

    Raises UnreadableDocument, and OSError where nothing can be kept.
    """
    listed = list(entries)
    kept: dict[str, Read] = {}
    for done, entry in enumerate(listed):
        progress(_READING, done, len(listed))
        key = readings.key(_sha256(entry), entry.id, entry.name, entry.regions)
        kept[key] = readings.find(key) or _read_and_keep(entry, readings, key)
    progress(_READING, len(listed), len(listed))
    readings.forget_others(kept)
    return Library(with_twins([read.document for read in kept.values()]), [read.facts for read in kept.values()])


def keep_revisions(settings: Settings, library: Library) -> None:
    """See to it that the texts of these documents stay readable for citations. Raises DataDirUnusable."""
    with closing(open_keeping(settings)) as keeping:
        keeping.revisions.keep(library.documents.values())


def forget_revisions(settings: Settings, document_id: str) -> None:
    """Delete every text that was kept of a document; citations into it can't be opened any more."""
    with closing(open_keeping(settings)) as keeping:
        keeping.revisions.forget(document_id)
        keeping.replacements.forget(document_id)


def _check_quota(settings: Settings, catalogue: Catalogue) -> None:
    count, size = catalogue.added_size()
    if count > settings.max_documents:
        raise QuotaExceeded(f"最多可以添加{settings.max_documents}份文件。", "请先移除不再需要的文件。")
    if size > settings.max_documents_bytes:
        most = settings.max_documents_bytes // 1024**2
        raise QuotaExceeded(f"添加的文件合计不能超过{most} MB。", "请先移除不再需要的文件。")


def _sha256(entry: Entry) -> str:
    """Of a file's bytes; of nothing where it cannot be opened, which reading it then tells better."""
    return digest(entry.path.read_bytes()) if entry.path.is_file() else ""


def _stated(settings: Settings, entry: Entry) -> Stated:
    """A document as it is kept, and what it states."""
    readings = Readings(settings.data_dir)
    key = readings.key(_sha256(entry), entry.id, entry.name, entry.regions)
    with unusable_becomes_clear(settings.data_dir):
        read = readings.find(key) or _read_and_keep(entry, readings, key)
    return read.document, read.facts


def _read_and_keep(entry: Entry, readings: Readings, key: str) -> Read:
    document = read_document(entry.path, document_id=entry.id, regions=entry.regions, name=entry.name)
    read = Read(document=document, facts=document_to_facts(document))
    readings.keep(key, read)
    return read


@contextmanager
def _changing(settings: Settings) -> Iterator[Catalogue]:
    """The catalogue as it is once nobody else is changing it."""
    with Catalogue(settings.data_dir, settings.corpus).changing():
        yield Catalogue(settings.data_dir, settings.corpus)


@contextmanager
def _taking_in(settings: Settings) -> Iterator[Catalogue]:
    """Like `_changing`; copies of files that nothing came of are dropped."""
    with _changing(settings) as catalogue:
        try:
            yield catalogue
        finally:
            catalogue.tidy()


def _commit(
    settings: Settings, catalogue: Catalogue, encoder: Encoder | None, progress: Progress, *, rebuild: bool = False
) -> Built:
    """The index first, the ledger right behind it: whoever fails before that has changed nothing that is seen."""
    with unusable_becomes_clear(settings.data_dir):
        library = read_library(catalogue.entries(), Readings(settings.data_dir), progress)
    keep_revisions(settings, library)
    embedder = encoder or Embedder(settings.data_dir, settings.embedding_model, progress)
    store = open_store(settings)
    generation = build_index(library, settings.data_dir, embedder, progress, rebuild=rebuild, store=store)
    catalogue.save()
    return Built(generation, library)
