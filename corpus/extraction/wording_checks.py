"""Where a row of the task table repeats its clause in other words (工商财税 for 注册财税). Omissions are no finding."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from corpus.extraction.similarity import coverage
from corpus.facts import Evidence, Finding, FindingKind
from corpus.quoting import compact
from corpus.task import Task, TaskOrigin

__all__ = ["wording_findings"]

_HALF_WIDTH = str.maketrans(",;:()[]〔〕", "，；：（）（）（）")
_REPEATED = 0.75
_LONGEST_CHANGE = 12
_CONTEXT = 4


def wording_findings(tasks: Sequence[Task]) -> list[Finding]:
    """One finding for each row that says most of its clause's words but changes or adds some."""
    by_id = {task.id: task for task in tasks}
    pairs = ((by_id[clause], row) for row in tasks if row.origin is TaskOrigin.TABLE for clause in row.corresponds)
    return [finding for clause, row in pairs for finding in _compare(clause, row)]


def _compare(clause: Task, row: Task) -> Iterator[Finding]:
    said, listed = (compact(task.measure).translate(_HALF_WIDTH) for task in (clause, row))
    if coverage(listed, said) < _REPEATED:
        return
    changes = list(_changes(said, listed))
    if changes:
        number = f"第{row.seq}项" if row.seq is not None else f"第{row.place.row}行"
        message = f"“{row.task}”{number}措辞不同：" + "；".join(
            f"正文“{before}”，任务表“{after}”" for before, after in changes
        )
        evidence = tuple(Evidence(quote=task.quote, place=task.place) for task in (clause, row))
        yield Finding(
            kind=FindingKind.CLAUSE_TABLE, message=f"{message}。", evidence=evidence, tasks=(clause.id, row.id)
        )


def _changes(said: str, listed: str) -> Iterator[tuple[str, str]]:
    """Words that the row has instead of, or in addition to, the clause's, each with a little context."""
    for start, end, row_start, row_end in _differences(said, listed):
        changed, added = said[start:end], listed[row_start:row_end]
        letters = [character for character in added if character.isalnum()]
        if not letters or row_start == 0 or len(changed) > _LONGEST_CHANGE or len(added) > _LONGEST_CHANGE:
            continue
        if changed or len(letters) > 1:
            yield (
                said[max(0, start - _CONTEXT) : end + _CONTEXT],
                listed[max(0, row_start - _CONTEXT) : row_end + _CONTEXT],
            )


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
