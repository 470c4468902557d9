"""Lists of tasks in words: a count and every item, the shorter the more there are. Chooses nothing."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.facts.rows import Row
from assistant.facts.task_found import Found, candidate, is_worded
from assistant.facts.task_rows import Scope, evidence_of, task_of, tasks_of
from assistant.facts.task_say import NAME_WANTS, UNIT_WANTS, row_parts, text_of
from assistant.facts.task_select import level_of
from assistant.facts.task_words import grouped, snippet, source_words, task_name
from assistant.figures import figures, folded
from assistant.reading.ask import Ask, Due, DueKind, Fold, Want
from corpus.facts import Evidence, Library
from corpus.quoting import compact
from corpus.task import Role
from indexing.index import Index

_LEAST, _LONGEST = 16, 90
_ROOM, _ROOM_OF_WHOLE = 185, 130
"""Characters that the measures of a list share."""
_MANY, _FEW = 14, 2
"""So many tasks are told with what is to be done, and so many where other columns are told of each."""
_LISTS_FEW = 3
"""So many tasks are named even where only their number is asked for."""
_DUE_HEADS = {
    DueKind.OVERDUE: "已过完成时限的任务",
    DueKind.NONE: "没有写明完成时限的任务",
    DueKind.ONGOING: "长期推进的任务",
}


def listed(
    head: str, rows: Sequence[Row], wants: Sequence[str], library: Library, *, naming: str = "", whole: bool = False
) -> tuple[Statement, ...]:
    """A count and every item, the items the shorter the more there are, and shorter where the list as a `whole` is
    asked for and no word tells what of an item; `naming` is the unit that `head` names.
    """
    groups = _items(rows, wants)
    if len(groups) > _MANY and not _values_wanted(wants):
        return (_head(head, rows, naming), *_by_name(rows, library))
    each = _room_of_each(groups, wants, library, _ROOM_OF_WHOLE if whole else _ROOM)
    items = [_item(group, each, len(groups), wants, library) for group in groups]
    if len(rows) == 1:
        return (Statement(f"{head}只有一项：{items[0].text}", items[0].evidence),)
    return (_head(head, rows, naming), *items)


def _room_of_each(groups: Sequence[Sequence[Row]], wants: Sequence[str], library: Library, room: int) -> int:
    """How many characters of what is to be done are told of each; none where its name and other columns tell it."""
    if len(groups) > _FEW and _values_wanted(wants) and Want.WORK not in wants:
        tasks = [task_of(group[0]) for group in groups]
        names = Counter(task.task for task in library.facts[tasks[0].document_id].tasks)
        return 0 if all(names[task.task] == 1 for task in tasks) else _LEAST
    return max(_LEAST, min(_LONGEST, room // len(groups)))


def counted(head: str, rows: Sequence[Row], *, naming: str = "", numbers: bool = True) -> Statement:
    """How many, and where wished their numbers."""
    evidence = _own_words(rows, naming)
    borne = _numbers(rows, evidence) if numbers else []
    told = f"：第{'、'.join(borne)}项。" if borne else "。"
    return Statement(f"{head}共{len(rows)}{_counter(rows)}{told}", evidence, frozenset({len(rows)}))


def _head(head: str, rows: Sequence[Row], naming: str) -> Statement:
    evidence = _own_words(rows, naming)
    numbers = _numbers(rows, evidence) if _counter(rows) == "条" else []
    told = f"（第{'、'.join(numbers)}项）" if numbers else ""
    return Statement(f"{head}共{len(rows)}{_counter(rows)}{told}：", evidence)


def _counter(rows: Sequence[Row]) -> str:
    """What rows are counted in: 条 where several share a number."""
    tasks = tasks_of(rows)
    return "条" if tasks[0].seq is not None and len(grouped(tasks)) < len(tasks) else "项"


def _numbers(rows: Sequence[Row], evidence: Sequence[Evidence]) -> list[str]:
    """The numbers that the rows bear; none where one is not in the evidence."""
    numbers = dict.fromkeys(str(task.seq) for task in tasks_of(rows) if task.seq is not None)
    printed = {figure.value for item in evidence for figure in figures(folded(item.quote))}
    return list(numbers) if printed.issuperset(map(Decimal, numbers)) else []


def _items(rows: Sequence[Row], wants: Sequence[str]) -> list[list[Row]]:
    """Rows that share a printed number together, unless they differ in what is wanted."""
    by_task = {task_of(row).id: row for row in rows}
    found = []
    for group in grouped(tasks_of(rows)):
        same = [by_task[task.id] for task in group]
        told = {tuple(text_of(row, want) for want in wants if want not in NAME_WANTS | {Want.WORK}) for row in same}
        found += [same] if len(told) < 2 else [[row] for row in same]
    return found


def _by_name(rows: Sequence[Row], library: Library) -> list[Statement]:
    """A long list by the names of the tasks, each with the numbers that bear it."""
    names: dict[str, list[Row]] = {}
    for row in rows:
        names.setdefault(task_of(row).task, []).append(row)
    return [Statement(f"{_numbered_name(same)}。", evidence_of(same, library)) for same in names.values()]


def _numbered_name(rows: Sequence[Row]) -> str:
    task = task_of(rows[0])
    numbers = dict.fromkeys(str(task.seq) for task in tasks_of(rows) if task.seq is not None)
    if numbers:
        return f"“{task.task}”（第{'、'.join(numbers)}项）"
    return task_name(task) if len(rows) == 1 else f"“{task.task}”（{len(rows)}项）"


def _values_wanted(wants: Sequence[str]) -> list[str]:
    return [want for want in wants if want in UNIT_WANTS or want == Want.DEADLINE]


def _item(group: Sequence[Row], limit: int, items: int, wants: Sequence[str], library: Library) -> Statement:
    tasks = tasks_of(group)
    asked = _values_wanted(wants)
    name = group[0].name if items > _MANY and len(group) == 1 else task_name(tasks[0])
    more = (snippet(t.measure, limit // len(tasks)) for t in tasks if t.measure != t.task)
    rest = "" if items > _MANY else "；".join(filter(None, more))
    values = "，".join(_column_words(group[0], asked, library)) if asked else ""
    text = (f"{name}：{rest}" if rest else name) + (f"（{values}）" if values else "")
    return Statement(f"{text}。", evidence_of(group, library, header=bool(asked)))


def _column_words(row: Row, wants: Sequence[str], library: Library) -> tuple[str, ...]:
    """The columns asked for, as short as an item of a list may say them: a lead without those beside it, a mere day."""
    lead = text_of(row, Want.LEAD) if UNIT_WANTS.intersection(wants) == {Want.LEAD} else ""
    day = text_of(row, Want.DEADLINE) if Want.DEADLINE in wants and task_of(row).deadline else ""
    told = {Want.LEAD: lead and f"{lead}牵头", Want.DEADLINE: day}
    rest = [want for want in wants if not told.get(want)]  # type: ignore[call-overload]
    return (*(told[want] for want in told if told[want]), *(row_parts(row, rest, library) if rest else ()))


def _own_words(rows: Sequence[Row], naming: str) -> tuple[Evidence, ...]:
    """One quote for each row; for the first the one that prints the unit named, where only a merged cell does."""
    own = [row.evidence[0] for row in rows]
    if not any(compact(naming) in compact(item.quote) for item in own):
        others = (item for row in rows for item in row.evidence if compact(naming) in compact(item.quote))
        own[0] = next(others, own[0])
    return tuple(own)


def list_candidate(found: Found, scope: Scope, ask: Ask, index: Index, **more: float) -> Candidate:
    """All rows found, a list for each document; whole tables with the clauses of the text told apart."""
    statements: list[Statement] = []
    for document in dict.fromkeys(row.document for row in found.rows):
        rows = [row for row in found.rows if row.document == document]
        whole = len(rows) == sum(row.document == document for row in scope.rows)
        statements += _list(_lists_head(rows, whole, ask, index.library), rows, ask, index.library, whole=whole)
    draft = Draft(AnswerKind.TASKS, tuple(statements), tasks=tasks_of(found.rows))
    return candidate(ask, draft, found, **more)


def _list(head: str, rows: Sequence[Row], ask: Ask, library: Library, *, whole: bool) -> tuple[Statement, ...]:
    brief = ask.fold is Fold.COUNT and len(rows) > _LISTS_FEW
    if brief:
        return (counted(head, rows, numbers=not whole),)
    wants = ask.want or ((Want.WHO,) if ask.where.alone or ask.where.conditions else ())
    return listed(head, rows, wants, library, whole=not is_worded(rows, ask, library))


def _lists_head(rows: Sequence[Row], whole: bool, ask: Ask, library: Library) -> str:
    """What the rows of one document have in common, in words."""
    where, name = ask.where, source_words(task_of(rows[0]), library)
    if where.due:
        return f"{name}中{_due_words(rows, where.due)}"
    if where.alone and where.lacks:
        return f"{name}中只有牵头单位、没有配合单位的任务"
    if where.alone:
        return f"{name}中只有一家{_kind_of_unit(ask)}的任务"
    if where.lacks:
        led = "牵头" if where.units and where.role is Role.LEAD else ""
        return f"{name}中没有{_who_lacks(ask)}{led}的任务"
    if where.conditions:
        return f"{name}中符合条件的任务"
    return name if whole else f"{name}中{_shared_name(rows)}任务"


def _who_lacks(ask: Ask) -> str:
    """Whom the rows are without, by the names of the question: nothing that is quoted names them."""
    told = all(unit in ask.gist for unit in ask.where.units)
    return ("、".join(ask.where.units) if told else "所问单位") if ask.where.units else _kind_of_unit(ask)


def _kind_of_unit(ask: Ask) -> str:
    return "牵头单位" if ask.where.role is Role.LEAD else f"{level}级单位" if (level := level_of(ask)) else "单位"


def _due_words(rows: Sequence[Row], due: Due) -> str:
    raws = {row.values[Want.DEADLINE].text if Want.DEADLINE in row.values else "" for row in rows}
    if due.kind in _DUE_HEADS:
        return _DUE_HEADS[due.kind]
    raw = next(iter(raws))
    if len(raws) == 1 and task_of(rows[0]).deadline:
        return f"完成时限为“{raw}”的任务"
    year = due.first.year if due.first and due.kind is DueKind.WITHIN else 0
    return f"要在{year}年完成的任务" if year and all(f"{year}年" in raw for raw in raws) else "符合时限的任务"


def _shared_name(rows: Sequence[Row]) -> str:
    for names in ({task_of(row).task for row in rows}, {task_of(row).category or "" for row in rows}):
        if len(names) == 1 and "" not in names:
            return f"“{next(iter(names))}”的"
    return "相关的"
