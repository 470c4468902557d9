"""Fitting what the columns of tables hold: kinds that a reader gave them, by what their header and cells look like."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import BaseModel

import corpus
from corpus.extraction import column_kinds
from corpus.extraction.column_kinds import COLUMNS, ColumnKind, column_evidence
from corpus.extraction.setting import Setting, setting_of
from corpus.extraction.weighing import Weights, likeliest
from corpus.place import Place, Span
from corpus.table import Cell, Column, Row, Table
from corpus.understanding import folder_to_library
from eval.extraction import F1
from eval.fitting.kinds import fit_kinds, weights_without
from eval.gold import GOLD, read_lines

WRITTEN_FOR_IT = "written"
"""Evidence that takes up how much more goals there are in tables written to teach than in documents; never kept."""
WRITTEN = GOLD / "tables.jsonl"
"""Tables that were written down to learn from, by people who had seen no program."""
BUNDLED = Path(corpus.__file__).with_name("documents")
COLUMNS_FILE = Path(column_kinds.__file__).with_name(COLUMNS)
LABELS = "columns.jsonl"
HELD_OUT = "columns_held_out.jsonl"
"""The files beside a folder of documents with what each column of their tables holds: to learn from, to measure by."""
_RIDGE = 1.0
_READ = 3
"""A column of a document counts so many times as much as one that was written to teach; taken over once by leaving a
fourth of the libraries out.
"""
_FOLDS = 6
_FEW = 2
_SEED = 1
_SELDOM, _LEAST = 4, 0.1
"""Evidence of so few columns teaches nothing."""


class LabelledTable(BaseModel):
    """What a reader says that the columns of the n-th table of a document hold."""

    document_id: str
    table: int
    kinds: tuple[ColumnKind, ...]


class WrittenTable(BaseModel):
    """A table written down to teach what columns hold, in the setting of a document."""

    title: str
    year: int | None
    caption: str
    under: str
    columns: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    kinds: tuple[ColumnKind, ...]

    @property
    def table(self) -> Table:
        """The table as one read from a file would be."""
        place = Place(document_id="", document_name="", path=(self.under,) if self.under else (), line=1)
        nowhere = Span(start=0, end=0)
        return Table(
            caption=self.caption,
            columns=tuple(Column(path=path) for path in self.columns),
            rows=tuple(
                Row(cells=tuple(Cell(text=text) for text in row), place=place, span=nowhere, quote="")
                for row in self.rows
            ),
            header_quote="",
            place=place,
            span=nowhere,
        )


@dataclass(frozen=True, slots=True)
class LabelledColumn:
    """A column: what it looks like, and what it holds."""

    group: str
    """The library that is left out as a whole with it."""
    evidence: tuple[str, ...]
    kind: ColumnKind
    written: bool = False
    """Whether its table was written to teach."""
    whole: bool = True
    """Whether it is seen with all that belongs to it; others only teach."""


def labelled_columns() -> list[LabelledColumn]:
    """All that teaches: the tables of read libraries, and those written for it."""
    return [
        *(one for path in sorted(GOLD.glob(f"**/{LABELS}")) for one in read_columns(path)),
        *written_columns(WRITTEN),
    ]


def held_out_columns() -> list[LabelledColumn]:
    """The columns that nothing was learnt from."""
    return [one for path in sorted(GOLD.glob(f"**/{HELD_OUT}")) for one in read_columns(path) if one.whole]


def read_columns(path: Path) -> Iterator[LabelledColumn]:
    """The labelled columns of the documents beside a file; raises ValueError where a table has other columns now."""
    own = path.with_name("documents")
    library = folder_to_library(own if own.exists() else BUNDLED)
    for labelled in read_lines(path, LabelledTable):
        document = library.document(labelled.document_id)
        yield from _labelled(document.tables[labelled.table], setting_of(document), labelled.kinds, path.parent.name)


def written_columns(path: Path) -> Iterator[LabelledColumn]:
    """The labelled columns of tables that were written down to learn from."""
    for number, one in enumerate(read_lines(path, WrittenTable)):
        table = _labelled(one.table, Setting(one.title, one.year), one.kinds, f"{path.stem} {number % _FOLDS}")
        yield from (replace(column, written=True, evidence=(*column.evidence, WRITTEN_FOR_IT)) for column in table)


def _labelled(table: Table, setting: Setting, kinds: Sequence[ColumnKind], group: str) -> Iterator[LabelledColumn]:
    """The columns of a table as they are seen, and as they would be without caption and title or with few rows."""
    alone = table.model_copy(update={"caption": "", "place": table.place.model_copy(update={"path": ()})})
    seen = (
        (table, setting),
        (alone, Setting("", setting.year)),
        (table.model_copy(update={"rows": table.rows[:_FEW]}), setting),
    )
    for view, (one, of) in enumerate(seen):
        for evidence, kind in zip(column_evidence(one, of), kinds, strict=True):
            yield LabelledColumn(group, evidence, kind, whole=not view)


def fit_columns(columns: Sequence[LabelledColumn]) -> Weights:
    """By kind of column the weight of each evidence; the same columns give the same weights."""
    counted = [one for column in columns for one in [column] * (1 if column.written else _READ)]
    lessons = [(one.evidence, str(one.kind)) for one in counted]
    return fit_kinds(lessons, _RIDGE, _SELDOM, _LEAST, passing=WRITTEN_FOR_IT)


def column_figures(columns: Sequence[LabelledColumn]) -> dict[ColumnKind, F1]:
    """By kind how well fits tell columns of libraries that they never saw."""
    weights = weights_without(columns, fit_columns, _FOLDS, _SEED)
    held = [(one, own) for one, own in zip(columns, weights, strict=True) if one.whole and not one.written]
    return _figures([(ColumnKind(likeliest(one.evidence, own)), one.kind) for one, own in held])


def figures_of(columns: Sequence[LabelledColumn], weights: Weights) -> dict[ColumnKind, F1]:
    """By kind how well weights tell these columns."""
    return _figures([(ColumnKind(likeliest(one.evidence, weights)), one.kind) for one in columns])


def _figures(said: Sequence[tuple[ColumnKind, ColumnKind]]) -> dict[ColumnKind, F1]:
    told, of = Counter(one for one, _ in said), Counter(kind for _, kind in said)
    right = Counter(kind for one, kind in said if one is kind)
    return {kind: F1(right[kind], told[kind], of[kind]) for kind in ColumnKind if of[kind]}
