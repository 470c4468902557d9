"""Which clause of the text and which rows of the task table say the same, and where they differ: in their units, in
their titles, in other words (工商财税 for 注册财税; omissions are no finding). Compares words, not places.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from corpus.extraction.similarity import Coverages, Likenesses, coverage
from corpus.extraction.units import canonical_names
from corpus.facts import Evidence, Finding, FindingKind, Unit
from corpus.quoting import compact
from corpus.task import Task, TaskOrigin

_SAME_NAME = 0.75
_SAME_WORDS = 0.5
_HALF_WIDTH = str.maketrans(",;:()[]〔〕", "，；：（）（）（）")
_REPEATED = 0.75
_LONGEST_CHANGE = 12
_CONTEXT = 16
_STOP = re.compile(r"[，。；：、！？]")


def link_tasks(tasks: Sequence[Task]) -> list[Task]:
    """The tasks with `corresponds` filled: each row knows its clause, each clause all its rows."""
    clauses = [task for task in tasks if task.origin is TaskOrigin.CLAUSE]
    names, measures = Likenesses([clause.task for clause in clauses]), Coverages([clause.measure for clause in clauses])
    links: defaultdict[str, list[str]] = defaultdict(list)
    for row in (task for task in tasks if task.origin is TaskOrigin.TABLE):
        at = _best(names.to(row.task), measures.of(row.measure))
        if at is not None:
            links[row.id].append(clauses[at].id)
            links[clauses[at].id].append(row.id)
    return [
        task.model_copy(update={"corresponds": tuple(links[task.id])}) if links[task.id] else task for task in tasks
    ]


def _best(names: Mapping[int, float], words: Mapping[int, float]) -> int | None:
    """The clause that shares the row's name, or most of its words; the first of equals, None where none does."""
    alike = {at for at, name in names.items() if name >= _SAME_NAME} | {
        at for at, share in words.items() if share >= _SAME_WORDS
    }
    return max(alike, key=lambda at: (names.get(at, 0.0) + words.get(at, 0.0), -at), default=None)


def clause_findings(tasks: Sequence[Task], units: Iterable[Unit]) -> list[Finding]:
    """One finding for each clause whose units differ from the union of its rows' units, aliases made equal."""
    names = canonical_names(units)
    by_id = {task.id: task for task in tasks}
    clauses = [task for task in tasks if task.origin is TaskOrigin.CLAUSE and task.corresponds]
    return [
        finding
        for clause in clauses
        for finding in _compare_units(clause, [by_id[at] for at in clause.corresponds], names)
    ]


def _compare_units(clause: Task, rows: Sequence[Task], names: Mapping[str, str]) -> Iterator[Finding]:
    said = _units([clause], names)
    listed = _units(rows, names)
    only_said = [unit for unit in said if unit not in listed]
    only_listed = [unit for unit in listed if unit not in said]
    if only_said or only_listed:
        parts = [
            f"正文另有{'、'.join(only_said)}" if only_said else "",
            f"任务表另有{'、'.join(only_listed)}" if only_listed else "",
        ]
        told = "，".join(filter(None, parts))
        yield _finding(f"“{clause.task}”的责任单位正文与任务表不一致：{told}。", clause, *rows)
    for row in rows:
        if row.task != clause.task:
            yield _finding(f"同一任务的名称正文作“{clause.task}”，任务表作“{row.task}”。", clause, row)


def _units(tasks: Iterable[Task], names: Mapping[str, str]) -> list[str]:
    printed = [unit for task in tasks for unit in (*task.lead_units, *task.responsible_units)]
    return list(dict.fromkeys(names.get(unit, unit) for unit in printed))


def _finding(message: str, *tasks: Task) -> Finding:
    """About these tasks, each quoted."""
    evidence = tuple(Evidence(quote=task.quote, place=task.place) for task in tasks)
    return Finding(
        kind=FindingKind.CLAUSE_TABLE, message=message, evidence=evidence, tasks=tuple(task.id for task in tasks)
    )


def wording_findings(tasks: Sequence[Task]) -> list[Finding]:
    """One finding for each row that says most of its clause's words but changes or adds some."""
    by_id = {task.id: task for task in tasks}
    pairs = ((by_id[clause], row) for row in tasks if row.origin is TaskOrigin.TABLE for clause in row.corresponds)
    return [finding for clause, row in pairs for finding in _compare_words(clause, row)]


def _compare_words(clause: Task, row: Task) -> Iterator[Finding]:
    said, listed = (compact(task.measure).translate(_HALF_WIDTH) for task in (clause, row))
    if coverage(listed, said) < _REPEATED:
        return
    changes = list(_changes(said, listed))
    if changes:
        number = f"第{row.seq}项" if row.seq is not None else f"第{row.place.row}行"
        told = "；".join(f"正文“{before}”，任务表“{after}”" for before, after in changes)
        yield _finding(f"“{row.task}”{number}措辞不同：{told}。", clause, row)


def _changes(said: str, listed: str) -> Iterator[tuple[str, str]]:
    """Words that the row has instead of, or in addition to, the clause's, each with the words around it."""
    for start, end, row_start, row_end in _differences(said, listed):
        changed, added = said[start:end], listed[row_start:row_end]
        letters = [character for character in added if character.isalnum()]
        if not letters or row_start == 0 or len(changed) > _LONGEST_CHANGE or len(added) > _LONGEST_CHANGE:
            continue
        if changed or len(letters) > 1:
            yield _excerpt(said, start, end), _excerpt(listed, row_start, row_end)


def _excerpt(text: str, start: int, end: int) -> str:
    """What differs with the words around it, from stop to stop; where these are far off, cut with an ellipsis."""
    before = max((match.end() for match in _STOP.finditer(text, 0, start)), default=0)
    behind = _STOP.search(text, end)
    after = behind.start() if behind else len(text)
    first = text[before:start] if start - before <= _CONTEXT else f"…{text[start - _CONTEXT : start]}"
    last = text[end:after] if after - end <= _CONTEXT else f"{text[end : end + _CONTEXT]}…"
    return f"{first}{text[start:end]}{last}"


def _differences(said: str, listed: str) -> Iterator[tuple[int, int, int, int]]:
    """Differing ranges; two that only one or two equal characters part are one (企服驿站, 企业服务站)."""
    merged: list[list[int]] = []
    for tag, *bounds in SequenceMatcher(None, said, listed, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if merged and bounds[0] - merged[-1][1] <= 2 and bounds[2] - merged[-1][3] <= 2:
            merged[-1][1], merged[-1][3] = bounds[1], bounds[3]
        else:
            merged.append(list(bounds))
    yield from ((start, end, row_start, row_end) for start, end, row_start, row_end in merged)
