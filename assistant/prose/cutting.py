"""The passages and sections of an index, each cut into windows once as long as it is in use, whole sections too."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache

from assistant.facts.sections import (
    LIST_ROOM,
    Listed,
    Section,
    document_to_lists,
    document_to_sections,
    list_to_points,
    section_to_list,
    section_to_points,
)
from assistant.prose.passages import Passage
from assistant.prose.windows import ROOM, Kind, Window, as_statement, chunk_to_windows
from assistant.reading.bags import Bags, bags_of, terms_in
from assistant.reading.words import Terms, pairs
from assistant.sentences import text_to_sentences
from corpus.document import Document
from corpus.enumeration import Enumeration, Form, Item
from corpus.extraction.enumerations import blocks_to_enumerations
from corpus.facts import Evidence
from corpus.quoting import compact
from indexing.chunk import Chunk, ChunkKind
from indexing.index import Index

_KEPT = 2048
"""Passages of which the windows are kept."""
_CLAUSES = re.compile(r"[，,；;]")
_CASE = re.compile(r"的[；;。，,]?$")
_ITEM_ROOM = 400
"""Characters of an item with what announces it."""
_LISTING = (ChunkKind.PARAGRAPH, ChunkKind.HEADING)
_PROBE = 20
"""By so many of its first characters an item is found in a passage."""


class Cutter:
    """Cuts what an index holds."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.passage = lru_cache(maxsize=_KEPT)(self._passage)

    def sections(self, documents: Iterable[str], terms: Terms) -> list[Passage]:
        """The sections whose titles hold a term of the question."""
        chosen = (self._sections[one] for one in documents)
        each = ((terms_in(terms, titles).T, sections) for titles, sections in chosen)
        return [section for told, sections in each for section, held in zip(sections, told, strict=True) if held.any()]

    @cached_property
    def _sections(self) -> dict[str, tuple[Bags, list[Passage]]]:
        """By document, what the titles of its sections say, and the sections."""
        found = {}
        for name, document in self._index.library.documents.items():
            outlines = list(_document_to_outlines(document))
            titles = bags_of([pairs(title) for title, _ in outlines])
            found[name] = titles, [self._cut(windows) for _, windows in outlines]
        return found

    @cached_property
    def _lists(self) -> dict[tuple[str, ...], list[Enumeration]]:
        """The enumerations by document and headings that their items stand under."""
        found: dict[tuple[str, ...], list[Enumeration]] = defaultdict(list)
        for name, document in self._index.library.documents.items():
            for one in blocks_to_enumerations(document.blocks):
                if one.form is not Form.PARTED:
                    found[(name, *one.place.path)].append(one)
        return found

    def _passage(self, chunk: Chunk) -> Passage:
        lists = self._lists.get((chunk.document_id, *chunk.place.path), ())
        known = lists if chunk.kind in _LISTING else ()
        here = [one for one in known if any(item.pieces[0].quote[:_PROBE] in chunk.text for item in one.items)]
        whole = [one for one in here if sum(len(item.text) for item in one.items) <= LIST_ROOM]
        heads = {one.announced[0].quote for one in whole if one.announced}
        cases = tuple(item.pieces[0].quote for one in here if _says_of_each(one) for item in one.items)
        cut = chunk_to_windows(chunk, self._index.library)
        windows = (one for one in cut if not _breaks_off(one, heads) and not _is_case(one, cases))
        items = (window for one in here if _says_of_each(one) for window in _item_windows(one, chunk))
        every = [*windows, *(_list_window(one, chunk) for one in whole), *items]
        return self._cut(_with_left_out(one, here) for one in every)

    def _cut(self, windows: Iterable[Window]) -> Passage:
        return Passage(tuple(windows), self._index.sentences_of)


@lru_cache(maxsize=4)
def cutter_of(index: Index) -> Cutter:
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
    for listed in document_to_lists(document):
        announced = listed.announced if _says_of_each(listed) else ()
        yield listed.head, tuple(_points_windows(list_to_points(listed), listed.head, announced))


def _section_to_windows(section: Section) -> Iterator[Window]:
    points, listed = section_to_points(section), section_to_list(section)
    yield from _points_windows(points, section.title)
    if listed and listed.form is Form.SPOKEN:
        yield from _points_windows(list_to_points(listed), section.title)
    sentences = list(_first_sentences(section))
    if len(sentences) > 1:
        text = as_statement("".join(evidence.quote for evidence in sentences))
        yield _window(Kind.SECTION, text, tuple(sentences), section.title)


def _points_windows(points: Sequence[Listed], title: str, announced: tuple[Evidence, ...] = ()) -> Iterator[Window]:
    """All points in one window, behind the words that announce them where these say something of each."""
    items = tuple(point.title for point in points)
    if len(points) > 1 and len(listed := "；".join(items)) <= LIST_ROOM:
        evidence = (*announced, *(item for point in points for item in (point.evidence, *point.beside)))
        head = f"{title.rstrip('：:')}，" if announced else ""
        yield _window(Kind.POINTS, f"{head}共{len(points)}项：{listed}。", evidence, title, items)


def _breaks_off(window: Window, heads: Collection[str]) -> bool:
    """Whether a window begins with what announces a list and holds the first of its items only."""
    return window.kind in (Kind.RUN, Kind.LIST) and window.cited[0][0] in heads


def _is_case(window: Window, items: Sequence[str]) -> bool:
    """Whether a window begins with one of the cases of a rule (未按规定备案的) and lacks what is so in them."""
    first = window.cited[0][0]
    return bool(_CASE.search(first)) and any(item.startswith(first) for item in items)


def _with_left_out(window: Window, lists: Iterable[Enumeration]) -> Window:
    """A window that knows how much it leaves out of the lists whose announcement it holds."""
    cited = {quote for quote, _ in window.cited}
    announced = (one for one in lists if one.announced and one.announced[0].quote in cited)
    left_out = sum(item.pieces[0].quote not in cited for one in announced for item in one.items)
    return replace(window, left_out=left_out) if left_out else window


def _list_window(listed: Enumeration, chunk: Chunk) -> Window:
    """A whole enumeration as printed, with what announces it."""
    text = "".join((*(one.quote for one in listed.announced), *(item.printed for item in listed.items)))
    points = tuple(point.title for point in list_to_points(listed))
    return _announced_window(Kind.LIST, text, listed, listed.items, chunk, points)


def _says_of_each(listed: Enumeration) -> bool:
    """Whether what announces items says of each what is so: 有下列情形之一的，责令改正，处1万元以下罚款：."""
    head = listed.announced[0].quote if listed.announced else ""
    return head.endswith(("：", ":")) and bool(_CLAUSES.search(head))


def _item_windows(listed: Enumeration, chunk: Chunk) -> Iterator[Window]:
    """Each item of a passage with what announces it."""
    for item in listed.items:
        text = f"{listed.head}{item.text}"
        if item.pieces[0].quote[:_PROBE] in chunk.text and len(text) <= _ITEM_ROOM:
            yield _announced_window(Kind.RUN, text, listed, [item], chunk)


def _announced_window(
    kind: Kind, text: str, listed: Enumeration, items: Sequence[Item], chunk: Chunk, points: tuple[str, ...] = ()
) -> Window:
    """Some items of an enumeration in a passage, in these words, behind what announces them."""
    pieces = (*listed.announced, *(piece for item in items for piece in item.pieces))
    cited, said = tuple((one.quote, one.place) for one in pieces), tuple(one.quote for one in pieces)
    return Window(kind, as_statement(text), cited, listed.head, chunk.context, chunk.text, said, items=points)


def _first_sentences(section: Section) -> Iterator[Evidence]:
    room = ROOM
    for paragraph in section.paragraphs:
        for sentence in () if paragraph.note else text_to_sentences(paragraph.text):
            room -= len(sentence)
            if room < 0:
                return
            yield Evidence(quote=sentence.strip(), place=paragraph.place)


def _window(kind: Kind, text: str, evidence: tuple[Evidence, ...], title: str, items: tuple[str, ...] = ()) -> Window:
    above = " ".join(evidence[0].place.path)
    cited = tuple((one.quote, one.place) for one in evidence)
    return Window(kind, text, cited, title, above, title, tuple(one.quote for one in evidence), items=items)
