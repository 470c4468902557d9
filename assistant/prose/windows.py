"""Windows: the verbatim stretches of found passages that could be an answer. Knows no questions and no scores."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from assistant.sentences import sentence_to_clauses, text_to_sentences
from corpus.document import Document
from corpus.facts import Evidence, Library
from corpus.place import Place
from corpus.quoting import compact, squeeze
from indexing.chunk import Chunk, ChunkKind

ROOM = 200
"""Characters of an answer in prose: more is a page poured out, …"""
WHOLE_SENTENCE = 40
"""Shorter lines under no heading are the head and the foot of a document."""
_LIST_ROOM = 300
"""… save a list that is shown whole."""
_LONG = 60
"""A sentence longer than this is also offered in parts."""
_PART = 120
_RUNS = (2, 3, 4)
_SHORTEST = 8
_SHORTEST_CELL = 14
"""Shorter cells are names and numbers: the tables' business, not prose."""
_LEAD = re.compile(r"[^，,；;：:\d]{2,18}。")
_ANNOUNCING = re.compile(r"[：:]$|(?:主要|具体|分别)(?:是|有|为|包括|表现[为在]|体现在)[：:]")
"""Words behind which the sentences that follow are a list."""
_CONNECTIVE = re.compile(
    r"^(?:且|此外|同时|另外|但是?|并且|并|而)(?:[，,]|(?=[全各市区]))|^或者?(?=企业|单位|机构|个人|其他)"
)
_REMARK = re.compile(r"[（(〔\[][^（(〔\[]{0,400}[）)〕\]]。?")
"""A sentence in brackets says nothing without the one before it: （负责部门：民航局）."""
_RESPONSIBILITY = re.compile(
    r"^[（(〔\[][^（(〔\[]{0,12}(?:责任单位|负责|牵头|按职责)|(?:负责|分工负责|责任单位.{0,400})[）)〕\]]。?$"
)
_FRAME = re.compile(r"附件?\d{0,2}[:：]|抄送")
_ENUMERATOR = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.](?!\d)\s{0,3}|[-—#*]{1,6}\s{0,3})")
_STOPPED = re.compile(r"[。！？!?；;，,：:、][”’）)〕\]】]{0,3}$|^$")
_LONGEST_NAME = 40


class Kind(StrEnum):
    """How a window was cut."""

    SENTENCE = "sentence"
    PART = "part"
    RUN = "run"
    LIST = "list"
    CELL = "cell"
    NOTE = "note"
    SECTION = "section"
    POINTS = "points"


_KINDS = (Kind.PART, Kind.RUN, Kind.LIST, Kind.POINTS, Kind.SECTION)
SHAPE = ("long", "short", "late", *map(str, _KINDS), "row", "frame", "duty", "open")
"""The names of what tells how a window is cut and where it stands."""


@dataclass(frozen=True)
class Window:
    """Verbatim pieces of one passage or section, what will be shown of them, and where they stand."""

    kind: Kind
    text: str
    cited: tuple[tuple[str, Place], ...]
    """The words to cite and where they stand; plain, because most windows are never shown."""
    head: str
    """What names it: the nearest heading, the short sentence before it, the name of its table row."""
    above: str
    """Headings, captions and names of the document above it; only for finding."""
    passage: str
    """The whole passage it stands in."""
    sentences: tuple[str, ...]
    """As the index knows them, for closeness by meaning."""
    position: int = 0
    """Which sentence of the passage it begins with."""
    items: tuple[str, ...] = ()
    """What it lists, if anything."""
    left_out: int = 0
    """How many more items a list has that it announces and of which it tells some."""

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.cited[0][1]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words to cite."""
        return tuple(Evidence(quote=quote, place=place) for quote, place in self.cited)

    @property
    def shape(self) -> tuple[float, ...]:
        """How it is cut and where it stands, under the names of `SHAPE`: the same for every question."""
        return (
            min(1.0, len(self.text) / ROOM),
            max(0.0, 1 - len(self.text) / 30),
            min(1.0, self.position / 5),
            *(float(self.kind is kind) for kind in _KINDS),
            float(self.place.row is not None),
            float(self.is_frame),
            float(bool(_RESPONSIBILITY.search(compact(self.text)))),
            float(self.sentences[-1].endswith(("：", ":"))),
        )

    @property
    def is_frame(self) -> bool:
        """Whether it is of the head or foot of a document, which name and do not say."""
        return bool(_FRAME.match(self.text)) or (not self.place.path and len(self.text) < WHOLE_SENTENCE)


@dataclass(frozen=True, slots=True)
class _Cut:
    """The pieces of a window in the making, and the sentences whose meaning is theirs."""

    kind: Kind
    pieces: tuple[str, ...]
    sentences: tuple[str, ...]


def chunk_to_windows(chunk: Chunk, library: Library) -> Iterator[Window]:
    """The windows of a passage."""
    if chunk.kind is ChunkKind.ROW:
        yield from _row_windows(chunk, library.document(chunk.document_id))
        return
    kind = Kind.NOTE if chunk.kind is ChunkKind.NOTE else Kind.SENTENCE
    heading = chunk.place.path[-1] if chunk.place.path else ""
    lead = ""
    sentences = text_to_sentences(chunk.text)
    for position, sentence in enumerate(sentences):
        if _LEAD.fullmatch(sentence.strip()) and position + 1 < len(sentences):
            lead = sentence
        head = heading if lead == sentence else f"{heading} {lead}"
        if not _REMARK.fullmatch(sentence.strip()):
            yield from (_window(chunk, cut, head, position) for cut in _cuts(sentences[position:], kind))


def as_statement(text: str) -> str:
    """Verbatim words made presentable: no list number in front, one full stop behind."""
    bare = _CONNECTIVE.sub("", _ENUMERATOR.sub("", squeeze(text).replace("**", "").strip())).strip("，,；;：:、 ")
    return bare if bare.endswith(("。", "！", "？")) else f"{bare}。"


def _cuts(sentences: Sequence[str], kind: Kind) -> Iterator[_Cut]:
    """The windows that begin with the first of some sentences."""
    first = sentences[0]
    if len(first) >= _SHORTEST:
        yield _Cut(kind, (first,), (first,))
    if len(first) > _LONG:
        yield from (_Cut(Kind.PART, (part,), (segment,)) for part, segment in _parts(first))
    for count in _RUNS:
        if len(sentences) >= count and sum(map(len, sentences[:count])) <= ROOM:
            yield _Cut(Kind.RUN, tuple(sentences[:count]), tuple(sentences[:count]))
    if len(sentences) > _RUNS[0] and _ANNOUNCING.search(first.strip()):
        listed = tuple(_within(sentences, _LIST_ROOM))
        yield _Cut(Kind.LIST, listed, listed)


def _within(sentences: Iterable[str], room: int) -> Iterator[str]:
    for sentence in sentences:
        room -= len(sentence)
        if room < 0:
            return
        yield sentence


def _parts(sentence: str) -> Iterator[tuple[str, str]]:
    """The segments of a long sentence between semicolons, two of them, and of long ones the runs of clauses; each with
    the words whose meaning is its.
    """
    segments = sentence_to_clauses(sentence, "；;")
    if len(segments) > 1:
        yield from ((segment, segment) for segment in segments)
        yield from (("".join(two), "".join(two)) for two in pairwise(segments) if len("".join(two)) <= ROOM)
    for segment in segments:
        if len(segment) > _LONG:
            yield from ((run, segment) for run in _runs(sentence_to_clauses(segment, "，,：:")))


def _runs(clauses: Sequence[str]) -> Iterator[str]:
    for start in range(len(clauses)):
        for end in range(start + 1, len(clauses) + 1):
            run = "".join(clauses[start:end])
            if len(run) > _PART:
                break
            if len(run) >= _SHORTEST and end - start < len(clauses):
                yield run


def _row_windows(chunk: Chunk, document: Document) -> Iterator[Window]:
    """The sentences of a row's cells and the cells, each citing the whole row."""
    cells = _cells_of(chunk, document)
    for at, cell in enumerate(cells):
        sentences = [one for one in text_to_sentences(cell) if len(one) >= _SHORTEST]
        name = _row_name(cells[:at])
        for position in range(len(sentences) if len(cell) >= _SHORTEST_CELL else 0):
            for cut in _cuts(sentences[position:], Kind.CELL):
                yield _window(chunk, cut, name, position, quote=chunk.text)


def _window(chunk: Chunk, cut: _Cut, head: str, position: int, quote: str = "") -> Window:
    quotes = [quote] if quote else [piece.strip() for piece in cut.pieces]
    return Window(
        cut.kind,
        as_statement("".join(map(_parted, cut.pieces))),
        tuple((one, chunk.place) for one in quotes),
        head,
        chunk.context,
        chunk.text,
        tuple(sentence.strip() for sentence in cut.sentences),
        position,
    )


def _parted(piece: str) -> str:
    """A piece set apart from the next where only the end of its line does that (组长：某某)."""
    return f"{piece.rstrip()}；" if piece.endswith("\n") and not _STOPPED.search(piece.rstrip()) else piece


def _cells_of(chunk: Chunk, document: Document) -> list[str]:
    """The cells of the row that a passage is; none where it is no row."""
    place, wanted = chunk.place, compact(chunk.text)
    for table in document.tables:
        for row in table.rows:
            if row.place.row == place.row and compact(row.quote) == wanted:
                return [cell.text for cell in row.cells if not cell.carried]
    return []


def _row_name(cells: Sequence[str]) -> str:
    """What a row is called: its first cell before the one that is shown that is neither a number nor prose."""
    return next((cell for cell in cells if not cell.isdigit() and 1 < len(cell) <= _LONGEST_NAME), "")
