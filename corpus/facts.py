"""Everything exact that one document says: tasks, targets, definitions and findings, and the library of all of them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from pydantic import BaseModel, Field

from corpus.document import Document
from corpus.errors import UnknownDocument
from corpus.place import Place
from corpus.quoting import compact
from corpus.target import Target
from corpus.task import Task

Fact = TypeVar("Fact", Task, Target)


class Evidence(BaseModel, use_attribute_docstrings=True, frozen=True):
    """Verbatim words and where they stand."""

    quote: str
    """A substring of the source text, white space aside."""
    place: Place
    """Where the quote stands."""
    revision: str | None = Field(None, exclude=True)
    """The text of the document that it stands in, where that is not the present one."""


class Definition(BaseModel, frozen=True):
    """What a document says a term means: “X是指…”, a 注, an abbreviation in brackets, or a named set (“四个一批”)."""

    term: str
    meaning: str
    members: tuple[str, ...] = ()
    """The members of a named set; empty for other definitions."""
    place: Place
    quote: str


class FindingKind(StrEnum):
    """total: a printed 合计 that does not add up; prose_annex: text and annex differ; clause_table: a clause and its
    rows name other units; structure: a 序号 missing or twice, a cell that could not be read; unread: words that look
    like a task, a deadline or a goal and were not understood.
    """

    TOTAL = "total"
    PROSE_ANNEX = "prose_annex"
    CLAUSE_TABLE = "clause_table"
    STRUCTURE = "structure"
    UNREAD = "unread"


class Finding(BaseModel, use_attribute_docstrings=True, frozen=True):
    """A disagreement or oddity inside a document, with the words on both sides."""

    kind: FindingKind
    """What disagrees, or is odd."""
    message: str
    """One Chinese sentence that states both sides."""
    evidence: tuple[Evidence, ...]
    """The words that it rests on."""
    targets: tuple[str, ...] = ()
    """Ids (content hashes) of the targets concerned."""
    tasks: tuple[str, ...] = ()
    """Ids (content hashes) of the tasks concerned."""


class Unit(BaseModel, frozen=True):
    """A unit of the register: one organisation of one document, with every name seen for it."""

    document_id: str
    name: str
    """The fullest form printed in the document."""
    aliases: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()
    """Those of `aliases` that are inferred, not certain."""
    group: bool = False
    """A group name (各镇, 行业主管部门): never merged with another."""


class Facts(BaseModel, frozen=True):
    """The facts of one document."""

    document_id: str
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    implied: tuple[Target, ...] = ()
    """Goals said without a number (零突破, 倍增): never counted or summed with those that print one."""
    actuals: tuple[Target, ...] = ()
    """What was reached, with the time gone by that it is told of (去年新建绿道137公里): no targets, and never listed
    among them; `baseline` is what there was before (从771家增加到1076家).
    """
    definitions: tuple[Definition, ...] = ()
    findings: tuple[Finding, ...] = ()
    unread: tuple[Finding, ...] = ()
    """What is printed like a task, a deadline or a goal and was not understood: to be told first, to be looked up."""
    units: tuple[Unit, ...] = ()


class Library:
    """All documents and their facts, in manifest order, and by id the text that some of them took the place of, where
    that is kept. Immutable.
    """

    def __init__(
        self, documents: Iterable[Document], facts: Iterable[Facts], earlier: Mapping[str, Document] | None = None
    ) -> None:
        self.earlier = earlier or {}
        self.documents: Mapping[str, Document] = {document.id: document for document in documents}
        self.facts: Mapping[str, Facts] = {fact.document_id: fact for fact in facts}
        if set(self.documents) != set(self.facts):
            raise ValueError(f"documents {sorted(self.documents)} but facts of {sorted(self.facts)}")

    def document(self, document_id: str) -> Document:
        """The document with this id; raises UnknownDocument."""
        try:
            return self.documents[document_id]
        except KeyError:
            known = "、".join(self.documents) or "（空）"
            raise UnknownDocument(f"没有编号为“{document_id}”的文件。", f"现有文件编号：{known}。") from None

    def cited(self, evidence: Evidence) -> Document:
        """The document that a quote stands in, as it was then; raises UnknownDocument."""
        earlier = self.earlier.get(evidence.place.document_id)
        if earlier is not None and earlier.revision == evidence.revision:
            return earlier
        return self.document(evidence.place.document_id)

    def tasks(self, documents: Iterable[str] = ()) -> list[Task]:
        """Tasks of the named documents (all where none is named), in document and printed order."""
        return [task for facts in self._chosen(documents) for task in facts.tasks]

    def targets(self, documents: Iterable[str] = ()) -> list[Target]:
        """Targets of the named documents (all where none is named), in document and printed order."""
        return [target for facts in self._chosen(documents) for target in facts.targets]

    def actuals(self, documents: Iterable[str] = ()) -> list[Target]:
        """What the named documents (all where none is named) say was reached, in document and printed order."""
        return [actual for facts in self._chosen(documents) for actual in facts.actuals]

    def once(self, facts: Iterable[Fact], documents: Collection[str] = ()) -> list[Fact]:
        """The facts without those that a twin, one of these documents (any where none is named), says too."""
        return [fact for fact in facts if not self._is_repeat(fact, documents)]

    def distinct(self, documents: Iterable[str]) -> tuple[str, ...]:
        """The documents without those of which every fact is a twin's too, the twin being among them."""
        chosen = tuple(documents)
        repeats = {
            one for one in chosen if (own := self._counted(one)) and all(self._is_repeat(f, chosen) for f in own)
        }
        return tuple(one for one in chosen if one not in repeats)

    def _is_repeat(self, fact: Task | Target, documents: Collection[str]) -> bool:
        twin = self._repeats.get(fact.id)
        return twin is not None and (not documents or twin in documents)

    @cached_property
    def _repeats(self) -> Mapping[str, str]:
        """The facts (by their ids) that a twin before their document says in the same words, each with that twin."""
        return dict(self._said_again())

    def _said_again(self) -> Iterator[tuple[str, str]]:
        before: list[str] = []
        for document in self.documents.values():
            for twin in (one for one in before if one in document.coverage.twins):
                said = set(map(_saying, self._counted(twin)))
                yield from ((fact.id, twin) for fact in self._counted(document.id) if _saying(fact) in said)
            before.append(document.id)

    def _counted(self, document_id: str) -> list[Task | Target]:
        facts = self.facts[document_id]
        return [*facts.tasks, *facts.targets]

    def _chosen(self, documents: Iterable[str]) -> list[Facts]:
        wanted = tuple(documents) or tuple(self.documents)
        return [self.facts[self.document(document_id).id] for document_id in wanted]


def _saying(fact: Task | Target) -> tuple[object, ...]:
    """What a fact says, wherever it stands."""
    if isinstance(fact, Task):
        due = fact.deadline.raw if fact.deadline else ""
        return compact(fact.task), compact(fact.measure), fact.lead_units, fact.responsible_units, due
    return fact.indicator, fact.quantity, fact.year, fact.period, fact.scope
