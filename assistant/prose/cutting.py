"""The passages and sections of an index, each cut into windows once as long as it is in use, whole sections too."""

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from assistant.facts.sections import Section, document_to_sections, section_to_points
from assistant.prose.passages import Passage
from assistant.prose.windows import ROOM, Kind, Window, as_statement, chunk_to_windows
from assistant.reading.bags import Bags, Vocabulary
from assistant.reading.words import Terms, pairs
from assistant.sentences import text_to_sentences
from corpus.document import Document
from corpus.facts import Evidence
from corpus.quoting import compact

if TYPE_CHECKING:
    from indexing.chunk import Chunk
    from indexing.index import Index

__all__ = ["Cutter", "cutter_of"]

_KEPT = 2048
"""Passages of which the windows are kept."""
_MOST = 600
"""Characters of a list that is asked for whole."""


class Cutter:
    """Cuts what an index holds."""

    def __init__(self, index: "Index") -> None:
        self._index = index
        self._vocabulary = Vocabulary()
        self.passage = lru_cache(maxsize=_KEPT)(self._passage)

    def sections(self, documents: Iterable[str], terms: Terms) -> list[Passage]:
        """The sections whose titles hold a term of the question."""
        chosen = (self._sections[one] for one in documents)
        each = ((self._vocabulary.held(terms, titles).T, sections) for titles, sections in chosen)
        return [section for told, sections in each for section, held in zip(sections, told, strict=True) if held.any()]

    @cached_property
    def _sections(self) -> dict[str, tuple[Bags, list[Passage]]]:
        """By document, what the titles of its sections say, and the sections."""
        found = {}
        for name, document in self._index.library.documents.items():
            outlines = list(_document_to_outlines(document))
            titles = self._vocabulary.bags([pairs(title) for title, _ in outlines])
            found[name] = titles, [self._cut(windows) for _, windows in outlines]
        return found

    def _passage(self, chunk: "Chunk") -> Passage:
        return self._cut(chunk_to_windows(chunk, self._index.library))

    def _cut(self, windows: Iterable[Window]) -> Passage:
        return Passage(tuple(windows), self._vocabulary, self._index.sentences_of)


@lru_cache(maxsize=4)
def cutter_of(index: "Index") -> Cutter:
    """That of an index."""
    return Cutter(index)


def _document_to_outlines(document: Document) -> Iterator[tuple[str, tuple[Window, ...]]]:
    """The titles of the sections of a document, each with its windows: its points, and what it says first; what bears
    the title of the whole document is no section of it.
    """
    title = compact(document.metadata.title)
    for section in document_to_sections(document):
        own = compact(section.title)
        if own not in title and title not in own and (windows := tuple(_section_to_windows(section))):
            yield section.title, windows


def _section_to_windows(section: Section) -> Iterator[Window]:
    points = section_to_points(section)
    listed = "；".join(point.text for point in points)
    if len(points) > 1 and len(listed) <= _MOST:
        text = f"共{len(points)}项：{listed}。"
        yield _window(Kind.POINTS, text, tuple(point.evidence for point in points), section)
    sentences = [] if section.is_announced else list(_first_sentences(section))
    if len(sentences) > 1:
        text = as_statement("".join(evidence.quote for evidence in sentences))
        yield _window(Kind.SECTION, text, tuple(sentences), section)


def _first_sentences(section: Section) -> Iterator[Evidence]:
    room = ROOM
    for paragraph in section.paragraphs:
        for sentence in () if paragraph.note else text_to_sentences(paragraph.text):
            room -= len(sentence)
            if room < 0:
                return
            yield Evidence(quote=sentence.strip(), place=paragraph.place)


def _window(kind: Kind, text: str, evidence: tuple[Evidence, ...], section: Section) -> Window:
    above = " ".join(evidence[0].place.path)
    cited = tuple((one.quote, one.place) for one in evidence)
    return Window(kind, text, cited, section.title, above, section.title, tuple(one.quote for one in evidence))
