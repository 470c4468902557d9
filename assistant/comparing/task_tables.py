"""One line on the tasks of a document as a whole: how many, which deadlines, how it tells who leads. Chooses none."""

from collections.abc import Sequence

from assistant.draft import Statement
from assistant.facts.evidence import distinct, header_evidence, table_of, task_evidence, tasks_evidence
from assistant.facts.task_headings import heading_number
from assistant.facts.task_words import task_name, units_words
from assistant.labels import document_label
from corpus.facts import Evidence, Library
from corpus.quoting import compact
from corpus.table import Table
from corpus.task import Task

__all__ = ["columns_statement", "count_statement", "deadlines_statement", "names_statement"]

_MOST = 3
_MOST_UNITS = 6
_WHO = ("单位", "部门")


def count_statement(document: str, tasks: Sequence[Task], library: Library) -> Statement:
    """How many tasks: 太原：任务表共23项任务."""
    label = document_label(library, document)
    if not tasks:
        return Statement(f"{label}：没有任务表，也没有逐项写明责任单位。", ())
    if table_of(tasks[0].place, library) is None:
        clauses = _each(tasks)
        return Statement(f"{label}：没有任务表，正文写明责任单位的共{len(clauses)}条。", clauses)
    numbers = {task.seq for task in tasks}
    of = f"（分属{len(numbers)}项）" if None not in numbers and 1 < len(numbers) < len(tasks) else ""
    counted = "条" if of else "项"
    last = tasks_evidence(tasks[-1:], library)
    told = not of and str(len(tasks)) in compact(tasks[-1].quote)
    return Statement(f"{label}：任务表共{len(tasks)}{counted}任务{of}。", last if told else _each(tasks))


def names_statement(document: str, tasks: Sequence[Task], library: Library) -> Statement:
    """How many tasks, and what they are called."""
    counted = count_statement(document, tasks, library)
    numbers: dict[str, list[str]] = {}
    for task in tasks:
        numbers.setdefault(task.task, []).append(f"{task.seq}" if task.seq is not None else heading_number(task))
    names = "；".join(f"{name}（{_numbered(own)}）" for name, own in numbers.items())
    return Statement(f"{counted.text.rstrip('。')}：{names}。", _each(tasks)) if tasks else counted


def deadlines_statement(document: str, tasks: Sequence[Task], library: Library) -> Statement:
    """Whether the tasks have deadlines, and which."""
    label = document_label(library, document)
    first: dict[str, Task] = {}
    for task in tasks:
        if task.deadline and task.deadline.raw:
            first.setdefault(compact(task.deadline.raw), task)
    table = table_of(tasks[0].place, library) if tasks else None
    header = (header_evidence(table),) if table else ()
    if not first:
        text = "任务表没有完成时限一栏" if table else "没有任务表，未给任务规定完成时限"
        return Statement(f"{label}：{text}。", header)
    words = "、".join(f"“{day}”" for day in list(first)[:_MOST]) + ("等" if len(first) > _MOST else "")
    rows = [task_evidence(task, library)[0] for task in list(first.values())[:_MOST]]
    return Statement(f"{label}：{'任务表' if table else '正文'}规定了完成时限，为{words}。", distinct((*header, *rows)))


def columns_statement(document: str, tasks: Sequence[Task], library: Library) -> Statement:
    """How the tasks tell who leads from others: by columns, by a mark, or not at all."""
    label = document_label(library, document)
    table = table_of(tasks[0].place, library) if tasks else None
    if table is None:
        return _in_clauses(label, tasks, library)
    columns = [column.path[-1] for column in table.columns if any(word in column.path[-1] for word in _WHO)]
    notes = [note for note in table.notes if "牵头" in note]
    told = f"任务表列有{'、'.join(f'“{one}”' for one in columns)}{'两栏' if len(columns) == 2 else '栏'}"
    marked = "，分开列出牵头单位" if any(task.lead_units for task in tasks) else "，没有区分牵头单位"
    how = f"，{notes[0].rstrip('。')}" if notes else marked
    return Statement(f"{label}：{told}{how}。", (header_evidence(table), *_notes(table, notes[:1])))


def _in_clauses(label: str, tasks: Sequence[Task], library: Library) -> Statement:
    if not tasks:
        return Statement(f"{label}：没有任务表，未列责任单位栏。", ())
    led = [task for task in tasks if task.lead_units]
    one = (led or tasks)[0]
    told = "部分标明牵头单位" if led else "没有区分牵头单位"
    told = "标明牵头单位" if len(led) == len(tasks) else told
    shown = f"{task_name(one)}{units_words(one, most=_MOST_UNITS)}"
    text = f"{label}：没有任务表，在各条正文后写明责任单位，{told}，如{shown}。"
    return Statement(text, tasks_evidence([one], library))


def _numbered(numbers: Sequence[str]) -> str:
    listed = "、".join(dict.fromkeys(numbers))
    return f"第{listed}项" if listed.replace("、", "").isdigit() else listed


def _each(tasks: Sequence[Task]) -> tuple[Evidence, ...]:
    """The row of every task: what a count is over."""
    return distinct(Evidence(quote=task.quote, place=task.place) for task in tasks)


def _notes(table: Table, notes: Sequence[str]) -> tuple[Evidence, ...]:
    return tuple(Evidence(quote=note, place=table.place) for note in notes)
