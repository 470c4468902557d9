"""A change between two documents, as programs and people get it: what it is about, what happened, both sides quoted."""

from enum import StrEnum

from assistant.shape import Shape
from corpus.place import Place


class Subject(StrEnum):
    """What a change is about; a row is one of a table that is neither task nor target."""

    METADATA = "metadata"
    TASK = "task"
    TARGET = "target"
    CLAUSE = "clause"
    ROW = "row"


class Kind(StrEnum):
    """What happened. `same` only stands in a comparison that shows everything."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    SAME = "same"


class Version(Shape):
    """One of the two documents: which text of it, and how it is cited."""

    document_id: str
    """Id of the document."""
    revision: str
    """Which text of it: its content hash."""
    name: str
    """As cited: 《标题》（文号）."""


class Side(Shape):
    """The words of one document that a change is about, and where they stand."""

    text: str
    """What is shown: a clause with its number, a row cell by cell."""
    quote: str
    """Verbatim words of the document, white space aside."""
    place: str
    """Where they stand, as an official would cite it."""
    line: int
    """Line of the text, from 1."""
    page: int | None = None
    """Page, from 1; null for formats without pages."""
    marks: tuple[tuple[int, int], ...] = ()
    """Ranges [start, end) of `text`, in characters, that the other side does not have."""

    @classmethod
    def of(cls, text: str, quote: str, place: Place) -> "Side":
        """The side of words that stand at a place."""
        return cls(text=text, quote=quote, place=str(place), line=place.line, page=place.page)


class Field(Shape):
    """One thing that differs: its name and its words on both sides."""

    key: str
    """Name of the field in the JSON of the fact: lead_units, deadline, value, …; of a row the name of its column."""
    name: str
    """The field in Chinese."""
    old: str | None
    """Words of the old document; null where it has none."""
    new: str | None
    """Words of the new document; null where it has none."""


class Change(Shape):
    """One change. `old` is empty for what was added, `new` for what was removed; a split has several new sides."""

    subject: Subject
    """What it is about: metadata, task, target, clause or row."""
    kind: Kind
    """What happened: added, removed, changed, moved, split, merged (same where everything is shown)."""
    title: str
    """What it is called: the task, the indicator, the beginning of the clause."""
    fields: tuple[Field, ...] = ()
    """What differs, field by field."""
    moved: bool = False
    """Whether it also stands elsewhere now."""
    note: str
    """One Chinese sentence that says what happened."""
    old: tuple[Side, ...] = ()
    """The words of the old document."""
    new: tuple[Side, ...] = ()
    """The words of the new document."""


class Difference(Shape):
    """All changes from one document to the other; nothing depends on when or in what order it was asked."""

    old: Version
    """The earlier document."""
    new: Version
    """The later document."""
    summary: str
    """One Chinese sentence: how many changes of what."""
    changes: tuple[Change, ...]
    """Metadata, tasks, targets, clauses, rows; each in the order of the new document."""
    clauses: tuple[Change, ...] = ()
    """Every clause and row side by side, those that are the same too."""

    @property
    def changed_clauses(self) -> tuple[Change, ...]:
        """Those clauses and rows that are not the same."""
        return tuple(change for change in self.clauses if change.kind is not Kind.SAME)
