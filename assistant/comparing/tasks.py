"""Task tables of places side by side: how many tasks each has, which deadlines, how it tells who leads. Reads no
question.
"""

from collections.abc import Callable, Sequence

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.comparing.meant import documents_compared
from assistant.comparing.people import compared_people
from assistant.draft import Draft, Statement
from assistant.facts.evidence import distinct, header_evidence, table_of, task_evidence
from assistant.facts.task_found import Found, candidate
from assistant.facts.task_rows import task_scope, tasks_of
from assistant.facts.task_select import selected
from assistant.labels import document_label
from assistant.reading.ask import Ask, Fold, Want
from assistant.reading.words import pairs, terms_of
from corpus.facts import Evidence, Library
from corpus.quoting import compact
from corpus.task import Task
from indexing.index import Index

_TABLES = pairs("任务表任务清单任务分解表 各条 各项 几项 几条 几栏 责任单位 牵头单位 配合单位 完成时限")
"""What is said of task tables as such."""
_MOST = 3
_WHO = ("单位", "部门")

_Say = Callable[[str, Sequence[Task], Library], Statement]


def compared_tasks(ask: Ask, index: Index) -> list[Candidate]:
    """What is told of the task tables of every document in scope as such, and who does what the words name."""
    if ask.where.units:
        return []
    return [*_of_tables(ask, index), *compared_people(ask, index)]


def _of_tables(ask: Ask, index: Index) -> list[Candidate]:
    library, say = index.library, _way(ask)
    terms = terms_of(ask.where.words, library)
    if terms.mass and say is _counted and ask.fold is not Fold.COUNT:
        return []
    here = (ask.about(documents=(one,)) for one in documents_compared(ask, library))
    rows = {one.where.documents[0]: selected(task_scope(one, library).rows, one, library) for one in here}
    match = terms.coverage(_TABLES) if terms.mass else 1.0
    told = tuple(row for some in rows.values() for row in some)
    if not told:
        return []
    draft = Draft(AnswerKind.COMPARISON, tuple(say(one, tasks_of(some), library) for one, some in rows.items()))
    there = sum(map(bool, rows.values()))
    features = {"shared": float(there > 1), "stated": there / len(rows), "tables": 1.0}
    return [candidate(ask, draft, Found(told, match, match, 0.0, 0.0), **features)]


def _way(ask: Ask) -> _Say:
    people = set(ask.want) & {Want.LEAD, Want.RESPONSIBLE, Want.WHO}
    if Want.DEADLINE in ask.want:
        return _deadlines
    return _columns if len(people) > 1 or (people and "column" in ask.heard) else _counted


def _counted(document: str, tasks: Sequence[Task], library: Library) -> Statement:
    """How many tasks: 太原：任务表共23项任务."""
    label = document_label(library, document)
    each = distinct(Evidence(quote=task.quote, place=task.place) for task in tasks)
    if not tasks:
        return Statement(f"{label}：没有任务表，也没有逐项写明责任单位。", ())
    if table_of(tasks[0].place, library) is None:
        return Statement(f"{label}：没有任务表，正文写明责任单位的共{len(each)}条。", each)
    numbers = {task.seq for task in tasks}
    of = f"条任务（分属{len(numbers)}项）" if None not in numbers and 1 < len(numbers) < len(tasks) else "项任务"
    return Statement(f"{label}：任务表共{len(tasks)}{of}。", each)


def _deadlines(document: str, tasks: Sequence[Task], library: Library) -> Statement:
    """Whether the tasks have deadlines, and which."""
    label = document_label(library, document)
    table = table_of(tasks[0].place, library) if tasks else None
    header = (header_evidence(table),) if table else ()
    first: dict[str, Task] = {}
    for task in tasks:
        if task.deadline and task.deadline.raw:
            first.setdefault(compact(task.deadline.raw), task)
    if not first:
        return Statement(
            f"{label}：{'任务表没有完成时限一栏' if table else '没有任务表，未给任务规定完成时限'}。", header
        )
    words = "、".join(f"“{day}”" for day in list(first)[:_MOST]) + ("等" if len(first) > _MOST else "")
    rows = [task_evidence(task, library)[0] for task in list(first.values())[:_MOST]]
    return Statement(f"{label}：{'任务表' if table else '正文'}规定了完成时限，为{words}。", distinct((*header, *rows)))


def _columns(document: str, tasks: Sequence[Task], library: Library) -> Statement:
    """How the tasks tell who leads from others: by columns, by a mark, or not at all."""
    label = document_label(library, document)
    led = any(task.lead_units for task in tasks)
    table = table_of(tasks[0].place, library) if tasks else None
    if table is None:
        told = f"在各条正文后写明责任单位，{'标明' if led else '没有区分'}牵头单位" if tasks else "未列责任单位栏"
        rows = distinct(item for task in tasks[:1] for item in task_evidence(task, library))
        return Statement(f"{label}：没有任务表，{told}。", rows)
    columns = [column.path[-1] for column in table.columns if any(word in column.path[-1] for word in _WHO)]
    note = next((note for note in table.notes if "牵头" in note), "")
    told = f"任务表列有{'、'.join(f'“{one}”' for one in columns)}{'两栏' if len(columns) == 2 else '栏'}"
    how = note.rstrip("。") or ("分开列出牵头单位" if led else "没有区分牵头单位")
    noted = (Evidence(quote=note, place=table.place),) if note else ()
    return Statement(f"{label}：{told}，{how}。", (header_evidence(table), *noted))
