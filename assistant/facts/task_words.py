"""Tasks in words, as short as the reader needs, and the numbers of their headings (第五条). Knows no questions."""

import re
from collections.abc import Collection, Sequence

from assistant.figures import numeral_value
from assistant.labels import document_label
from corpus.facts import Library
from corpus.task import Task, TaskOrigin

_CLAUSE_END = re.compile(r"[，。；,;]")
_ITEM_END = re.compile(r"[、]")
_BROKEN = re.compile(r"[（(“][^）)”]{0,12}$|\d{1,12}$")
"""What a cut must not leave half: a bracket, a number."""
_TABLE = re.compile(r"(?:任务|项目|责任|工作)(?:分解|分工|计划|安排)?(?:表|清单)$")
_SHORTEST = 12
_NUMERAL = "[一二三四五六七八九十百]{1,5}"
_HEADING = re.compile(rf"\A(?:[（(]({_NUMERAL})[）)]|第({_NUMERAL})条)")


def file_words(document_id: str, library: Library) -> str:
    """A document as one speaks of it: 青浦的文件, 《关于…的意见》."""
    label = document_label(library, document_id)
    return label if label.startswith("《") else f"{label}的文件"


def source_words(task: Task, library: Library) -> str:
    """Where the tasks of a document stand: 青浦的任务分解表, as the table is called, 《关于…的意见》各条的责任分工."""
    if not task.place.table:
        return f"{file_words(task.document_id, library)}各条的责任分工"
    called = _TABLE.search(task.place.table)
    return f"{document_label(library, task.document_id)}的{called[0] if called else '任务表'}"


def task_name(task: Task) -> str:
    """第6项“提升整体运营能力”, （五）“拓展销售途径”; without the number where row and heading have none."""
    number = f"第{task.seq}项" if task.seq is not None else _heading_number(task)
    return f"{number}“{task.task}”" if task.task else number


def snippet(text: str, limit: int) -> str:
    """The first clauses of `text` that fit into `limit` characters, cut behind a clause or item where one fits."""
    whole = text.rstrip("。；;，, ")
    if len(whole) <= limit:
        return whole
    if limit < _SHORTEST:
        return ""
    for border in (_CLAUSE_END, _ITEM_END):
        fitting = [match.start() for match in border.finditer(whole, 0, limit + 1) if match.start() >= _SHORTEST]
        if fitting:
            return whole[: fitting[-1]] + ("" if border is _CLAUSE_END else "等")
    return _BROKEN.sub("", whole[: limit - 1]) + "…"


def grouped(tasks: Sequence[Task]) -> list[list[Task]]:
    """Tasks that share a printed number (sub-rows), together; every other task alone."""
    groups: dict[tuple[str, object], list[Task]] = {}
    for task in tasks:
        key = task.seq if task.seq is not None else task.id
        groups.setdefault((task.document_id, key), []).append(task)
    return list(groups.values())


def tasks_at_number(wanted: Collection[int], tasks: Sequence[Task]) -> list[Task]:
    """The clauses under the numbers wanted."""
    headings = ((task, _heading(task)) for task in tasks)
    return [task for task, match in headings if match and numeral_value(match[1] or match[2]) in wanted]


def _heading_number(task: Task) -> str:
    """The number of a clause's own heading as printed (（十三）); empty for table rows and other headings."""
    match = _heading(task)
    return match[0] if match else ""


def _heading(task: Task) -> re.Match[str] | None:
    if task.origin is not TaskOrigin.CLAUSE or not task.place.path:
        return None
    return _HEADING.match(task.place.path[-1])
