"""What the library holds, briefly, for a prompt: documents with their relations, and names that a question nears."""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.candidate import Candidate
from assistant.draft import Draft
from assistant.labels import document_label
from corpus.document import Document
from corpus.facts import Library
from corpus.quoting import bigrams
from corpus.table import Table

_MOST_DOCUMENTS = 8
_MOST_TABLES = 3
_MOST_COLUMNS = (7, 3, 0)
"""Columns of a table: so many, or fewer where else too much would be said."""
_LONGEST_TOLD = 1000
"""Characters about all documents: some 550 tokens."""
_MOST_NAMES = 16
_MOST_LOOKED_AT = 20_000
_QUOTED = re.compile(r"^第\d{1,4}项“([^”]{1,60})”.{0,60}$")
"""How a task is named in an answer."""
_LONGEST = 18
"""Characters of a name: a longer one is no name, and documents are anybody's."""


def documents_near(scope: Sequence[str], candidates: Iterable[Candidate], library: Library) -> tuple[str, ...]:
    """The documents to be told of. All that there are where these are few: said in the same words to every question,
    endpoints read them once. Else those in scope where these are few, else those that candidates rest on.
    """
    for few in (tuple(library.documents), tuple(scope)):
        if len(few) <= _MOST_DOCUMENTS:
            return few
    drafts = [one.outcome for one in candidates if isinstance(one.outcome, Draft)]
    cited = (item.place.document_id for draft in drafts for item in draft.evidence)
    return tuple(dict.fromkeys(cited))[:_MOST_DOCUMENTS]


def described_documents(documents: Sequence[str], library: Library) -> str:
    """A line for each document: id, place, title, how many tasks and targets, its tables with their columns."""
    told = ""
    for most in _MOST_COLUMNS:
        told = "\n".join(_line(library.document(one), library, most) for one in documents)
        if len(told) <= _LONGEST_TOLD:
            break
    return told


def names_near(text: str, candidates: Sequence[Candidate], documents: Iterable[str], library: Library) -> str:
    """Names that share most with a question, and those of the rows that its candidates show, a few of each."""
    rows = [_QUOTED.sub(r"\1", name) for one in candidates for name in one.rows]
    asked = bigrams(text)
    near = sorted(_names(documents, library), key=lambda name: -len(asked & bigrams(name)))
    alike = [name for name in near[:_MOST_NAMES] if asked & bigrams(name)]
    told = dict.fromkeys("".join(name.split()) for pair in _alternating(alike, rows) for name in pair)
    return "、".join([name for name in told if len(name) <= _LONGEST][:_MOST_NAMES])


def _line(document: Document, library: Library, columns: int) -> str:
    facts = library.facts[document.id]
    tables = "；".join(filter(None, (_table(table, columns) for table in document.tables[:_MOST_TABLES])))
    told = f"任务{len(facts.tasks)}项，指标{len(facts.targets)}个"
    label, title = document_label(library, document.id), f"《{document.metadata.title[:40]}》"
    named = label if label.startswith("《") else f"{label} {title}"
    return f"{document.id}：{named}{told}{'；表：' + tables if tables else ''}"


def _table(table: Table, columns: int) -> str:
    """Caption and columns of a table; nothing where it has none."""
    told = "、".join(_short(column.name) for column in table.columns[:columns])
    return _short(table.caption) + (f"（{told}）" if told else "") if table.columns else ""


def _names(documents: Iterable[str], library: Library) -> list[str]:
    names: dict[str, None] = {}
    for name in _every_name(documents, library):
        names[name] = None
        if len(names) >= _MOST_LOOKED_AT:
            break
    return list(names)


def _every_name(documents: Iterable[str], library: Library) -> Iterator[str]:
    """The names of indicators, areas, units, tasks and terms."""
    for document_id in documents:
        facts = library.facts[document_id]
        yield from (target.indicator for target in facts.targets)
        yield from (target.scope for target in facts.targets if target.scope)
        yield from (unit.name for unit in facts.units)
        yield from (task.task for task in facts.tasks)
        yield from (definition.term for definition in facts.definitions)


def _alternating(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for at in range(max(len(one), len(other))):
        yield (*one[at : at + 1], *other[at : at + 1])


def _short(name: str) -> str:
    return "".join(name.split())[:_LONGEST]
