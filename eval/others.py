"""How exactly documents are read that no parser was written for, against what a reader wrote down (eval/gold/others).

The gold was written from the documents, before anything was extracted from them. What it showed has been mended since:
it guards against falling back and is no estimate for the next document. Reported apart from the five.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from corpus.facts import Library
from corpus.quoting import compact
from corpus.target import Target
from corpus.task import Deadline, Task
from corpus.understanding import folder_to_library
from eval.extraction import F1, GoldDeadline, f1_by_name, f1_of_multisets, match_targets, shares_words
from eval.gold import GOLD, read_lines

OTHERS = GOLD / "others"
"""Small documents, and what stands in them."""
READ = tuple(
    GOLD / name
    for name in (
        *("unread/v4", "unread/v5", "unread/v6", "w1", "w3", "w7", "w8", "y2", "y5", "y6", "y7"),
        *("v1", "v2", "v3", "u1", "u2", "u3", "w4", "w5", "w9", "y3", "unread/x1", "unread/x2", "unread/x3"),
        *("unread/z1", "unread/z2"),
    )
)
"""A hundred and three more, in libraries of documents with questions; what stands in them was written down before the
program read them, of `unread` by somebody who did not know it.
"""
FRESH = tuple(GOLD / f"unread/{name}" for name in ("z3", "z4"))
"""Sixteen more, written down likewise, of which no failure was read and nothing was learnt."""
OPTIONAL = "tasks_optional.jsonl"
"""Of a folder that has it: rows that careful readers differ about."""

_NUMBERED = re.compile(r"^(?:\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[)）])")
_APART = re.compile(r"^\d{1,2}[.．、]\s+")

Row = TypeVar("Row", bound=BaseModel)


class OtherTask(BaseModel):
    """A clause that assigns work: how its text begins, and who is named in which role."""

    document_id: str
    measure_begins: str
    lead_units: tuple[str, ...]
    responsible_units: tuple[str, ...]
    other_roles: dict[str, tuple[str, ...]] = {}
    deadline: GoldDeadline | None
    measure_alternatives: tuple[str, ...] = ()
    """How its text may begin too: of a row the name, or what is said of it."""
    deadline_alternatives: tuple[GoldDeadline, ...] = ()
    """Where a clause states several."""


class OtherTarget(BaseModel):
    """A goal. An optional one may be found or not, and dated or not: careful readers differ."""

    document_id: str
    indicator: str
    value: str
    high: str | None = None
    unit: str
    bound: str
    year: int | None
    period: tuple[int, int] | None
    optional: bool = False
    bound_alternatives: tuple[str, ...] = ()
    unit_alternatives: tuple[str, ...] = ()
    year_alternatives: tuple[int | None, ...] = ()


class OtherMetadata(BaseModel):
    """What head and foot of a document say; a field that is left out is not judged."""

    document_id: str
    title: str | None = None
    doc_number: str | None = None
    issuer: str | None = None
    written_on: str | None = None
    period: tuple[int, int] | None = None
    region: str | None = None
    level: str | None = None
    attachments: tuple[str, ...] = ()


def score_others(*folders: Path) -> dict[str, F1]:
    """Per kind of fact, the F1 over all documents of some folders, those of the small documents where none is named."""
    each = [_score_folder(folder) for folder in folders or (OTHERS,)]
    return {kind: _together([scores[kind] for scores in each]) for kind in each[0]}


def _together(scores: Sequence[F1]) -> F1:
    counts = zip(*((one.right, one.found, one.expected) for one in scores), strict=True)
    return F1(*map(sum, counts))


def _score_folder(folder: Path) -> dict[str, F1]:
    """The scores of those documents of a folder of which everything was written down, their metadata too."""
    library = folder_to_library(folder / "documents")
    heads = _read(folder / "metadata.jsonl", OtherMetadata)
    judged = {one.document_id for one in heads}
    tasks = [one for one in library.tasks() if one.document_id in judged]
    targets = [one for one in library.targets() if one.document_id in judged]
    return {
        **_score_tasks(_read(folder / "tasks.jsonl", OtherTask), _read(folder / OPTIONAL, OtherTask), tasks),
        "targets": _score_targets(_read(folder / "targets.jsonl", OtherTarget), targets),
        "metadata": _score_metadata(heads, library),
    }


def _read(path: Path, kind: type[Row]) -> list[Row]:
    return read_lines(path, kind) if path.exists() else []


def _score_tasks(gold: Sequence[OtherTask], optional: Sequence[OtherTask], tasks: Sequence[Task]) -> dict[str, F1]:
    """Rows by how their text begins; units and deadlines of a row missed or made up count against theirs. Rows that
    careful readers differ about may be found or not.
    """
    expected = [field for task in gold for field in _gold_fields(task)]
    matched = ((task, _gold_of(task, (*gold, *optional))) for task in tasks)
    found = [field for task, of in matched if of not in optional for field in _fields(task, of)]
    return f1_by_name(found, expected, ("rows", "leads", "units", "deadlines"))


def _gold_of(task: Task, gold: Sequence[OtherTask]) -> OtherTask | None:
    """The row whose text a task's begins with, number and title aside, else its name; the longest where several do."""
    measure, name = _unnumbered(task.measure), compact(task.task)
    said = (measure, measure.removeprefix(name).lstrip("。"), compact(task.measure))
    own = [one for one in gold if one.document_id == task.document_id]
    return _begun(said, own) or _begun((_unnumbered(task.task),), own)


def _unnumbered(text: str) -> str:
    """The words without the number they begin with, which a blank may part from another (2. 3月底前)."""
    return _NUMBERED.sub("", compact(_APART.sub("", text.strip())))


def _begun(texts: Sequence[str], gold: Sequence[OtherTask]) -> OtherTask | None:
    """The row with the longest beginning that one of the texts has."""

    def length(one: OtherTask) -> int:
        begins = map(compact, (one.measure_begins, *one.measure_alternatives))
        return max((len(begin) for begin in begins if any(text.startswith(begin) for text in texts)), default=0)

    best = max(gold, key=length, default=None)
    return best if best is not None and length(best) else None


def _key(task: OtherTask) -> str:
    return f"{task.document_id}|{compact(task.measure_begins)}"


def _gold_fields(task: OtherTask) -> list[tuple[str, str]]:
    others = [f"{role}:{unit}" for role, units in task.other_roles.items() for unit in units]
    return _row_fields(_key(task), task.lead_units, (*task.responsible_units, *others), _due(task.deadline))


def _fields(task: Task, gold: OtherTask | None) -> list[tuple[str, str]]:
    key = _key(gold) if gold else f"{task.document_id}|{compact(task.measure)}"
    others = [f"{role.role}:{unit}" for role in task.other_roles for unit in role.units]
    due = _due(task.deadline)
    if gold and due in map(_due, gold.deadline_alternatives):
        due = _due(gold.deadline)
    return _row_fields(key, task.lead_units, (*task.responsible_units, *others), due)


def _due(deadline: GoldDeadline | Deadline | None) -> str | None:
    return f"{deadline.kind}|{deadline.date}" if deadline else None


def _row_fields(key: str, leads: Iterable[str], units: Iterable[str], deadline: str | None) -> list[tuple[str, str]]:
    return [
        ("rows", key),
        *(("leads", f"{key}|{unit}") for unit in leads),
        *(("units", f"{key}|{unit}") for unit in units),
        *((("deadlines", f"{key}|{deadline}"),) if deadline else ()),
    ]


def _score_targets(gold: Sequence[OtherTarget], targets: Sequence[Target]) -> F1:
    """Whole targets: value, unit, bound, year or period, and most of the indicator's words. Where a table's goals start
    from counts only where the gold has it.
    """
    right, due, left = match_targets(gold, targets, _same)
    return F1(right, right + sum(not one.is_baseline for one in left), due)


def _same(gold: OtherTarget, target: Target) -> bool:
    quantity = target.quantity
    return (
        (gold.document_id, gold.value) == (target.document_id, f"{quantity.value.normalize():f}")
        and quantity.unit in (gold.unit, *gold.unit_alternatives)
        and str(quantity.bound) in (gold.bound, *gold.bound_alternatives)
        and (gold.optional or target.year in (gold.year, *gold.year_alternatives))
        and (gold.optional or gold.period is None or gold.period == target.period)
        and shares_words(gold.indicator, target.indicator + target.indicator_raw)
    )


def _score_metadata(gold: Sequence[OtherMetadata], library: Library) -> F1:
    """Fields that are as written down, of those that are judged."""
    expected: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for one in gold:
        read = library.document(one.document_id).metadata.model_dump(mode="json")
        for field in one.model_fields_set - {"document_id"}:
            wanted = one.model_dump(mode="json")[field]
            expected[f"{one.document_id}|{field}|{wanted}"] += 1
            found[f"{one.document_id}|{field}|{read[field]}"] += 1
    return f1_of_multisets(found.elements(), expected.elements())
