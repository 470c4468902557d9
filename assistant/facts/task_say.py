"""Tasks in words: single rows with the columns asked for, and lists with a count and every item. Chooses nothing."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from assistant.answer import AnswerKind
from assistant.draft import Draft, Statement
from assistant.facts.rows import Row
from assistant.facts.task_rows import are_marked, evidence_of, roles_of, task_of, tasks_of
from assistant.facts.task_words import grouped, snippet, task_name
from assistant.figures import figures, folded
from assistant.reading.ask import Want
from corpus.facts import Evidence, Library
from corpus.quoting import compact
from corpus.task import Task

__all__ = ["UNIT_WANTS", "counted", "filled_share", "listed", "others_of", "shown"]

UNIT_WANTS = frozenset({Want.LEAD, Want.RESPONSIBLE, Want.WHO})
_NAMES = frozenset({Want.NAME, Want.NUMBER})
_LABELS = {
    Want.LEAD: "牵头单位",
    Want.RESPONSIBLE: "责任单位",
    Want.WHO: "责任单位",
    Want.DEADLINE: "完成时限",
    Want.VALUE: "数额",
    Want.YEAR: "年份",
    Want.AREA: "地区",
}
_DEFAULT = (Want.WORK, Want.WHO, Want.DEADLINE)
_WHOLE, _LEAST, _LONGEST = 160, 16, 90
_ROOM = 185
"""Characters that the measures of a list share."""
_MANY = 14
_MOST_OTHERS = 8


def filled_share(row: Row, wants: Sequence[str]) -> float:
    """The share of the wants that a row fills."""
    return sum(_is_filled(row, want) for want in wants) / len(wants) if wants else 1.0


def shown(rows: Sequence[Row], wants: Sequence[str], library: Library) -> Draft:
    """One statement for all rows that say the same to what is wanted."""
    by_words: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        by_words.setdefault(_parts(row, wants, library), []).append(row)
    statements = tuple(_shown_alike(parts, same, wants, library) for parts, same in by_words.items())
    return Draft(AnswerKind.TASKS if len(statements) > 1 else AnswerKind.FACT, statements, tasks=tasks_of(rows))


def listed(
    head: str, rows: Sequence[Row], wants: Sequence[str], library: Library, *, naming: str = ""
) -> tuple[Statement, ...]:
    """A count and every item, the items the shorter the more there are; `naming` is the unit that `head` names."""
    groups = _items(rows, wants)
    if len(groups) > _MANY and not _values_wanted(wants):
        return (_head(head, rows, naming), *_by_name(rows, library))
    each = max(_LEAST, min(_LONGEST, _ROOM // len(groups)))
    items = [_item(group, each, len(groups), wants, library) for group in groups]
    if len(rows) == 1:
        return (Statement(f"{head}只有一项：{items[0].text}", items[0].evidence),)
    return (_head(head, rows, naming), *items)


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
        told = {tuple(_text(row, want) for want in wants if want not in _NAMES | {Want.WORK}) for row in same}
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
    name = group[0].name if items > _MANY and len(group) == 1 else task_name(tasks[0])
    rest = "" if items > _MANY else "；".join(filter(None, (snippet(t.measure, limit // len(tasks)) for t in tasks)))
    asked = _values_wanted(wants)
    values = "，".join(_parts(group[0], asked, library)) if asked else ""
    text = (f"{name}：{rest}" if rest else name) + (f"（{values}）" if values else "")
    return Statement(f"{text}。", evidence_of(group, library, header=bool(asked)))


def _own_words(rows: Sequence[Row], naming: str) -> tuple[Evidence, ...]:
    """One quote for each row; for the first the one that prints the unit named, where only a merged cell does."""
    own = [row.evidence[0] for row in rows]
    if not any(compact(naming) in compact(item.quote) for item in own):
        others = (item for row in rows for item in row.evidence if compact(naming) in compact(item.quote))
        own[0] = next(others, own[0])
    return tuple(own)


def _shown_alike(parts: Sequence[str], rows: Sequence[Row], wants: Sequence[str], library: Library) -> Statement:
    evidence = evidence_of(rows, library, header=True)
    names = "、".join(_names_beside(rows, wants))
    if not parts or Want.NAME in wants or Want.NUMBER in wants or Want.WORK in wants or not wants:
        return Statement(f"{names}{'：' if parts else ''}{'，'.join(parts)}。", evidence)
    return Statement(f"{'，'.join(parts)}（{names}）。", evidence)


def _names_beside(rows: Sequence[Row], wants: Sequence[str]) -> list[str]:
    """The names, with the beginning of the measure where it is not told anyway and tells one row from its kin."""
    names = Counter(task_name(task_of(row)) for row in rows)
    plain = not wants or Want.WORK in wants
    return [name if plain or count > 1 else _full_name(name, rows) for name, count in names.items()]


def _full_name(name: str, rows: Sequence[Row]) -> str:
    return next(row.name for row in rows if task_name(task_of(row)) == name)


def _parts(row: Row, wants: Sequence[str], library: Library) -> tuple[str, ...]:
    """What is wanted of a row, each in words; what it does not fill is said to be not written."""
    wanted = [want for want in wants or _defaults(row) if want not in _NAMES]
    units = [want for want in wanted if want in UNIT_WANTS]
    found = [snippet(_text(row, Want.WORK), _WHOLE)] if _tells_work(wants, wanted) else []
    if units:
        found.append(_units_words(row, units, library))
    rest = [want for want in wanted if want not in UNIT_WANTS and want != Want.WORK]
    return (*found, *(_value_words(row, want) for want in rest))


def _tells_work(wants: Sequence[str], wanted: Sequence[str]) -> bool:
    return Want.WORK in wanted or (bool(wants) and not wanted)


def _defaults(row: Row) -> list[str]:
    return [want for want in _DEFAULT if want in row.values]


def _value_words(row: Row, want: str) -> str:
    label = _LABELS.get(want, want)  # type: ignore[call-overload]
    text = _text(row, want)
    if not text:
        return f"文件未写{label}"
    if want == Want.DEADLINE and task_of(row).deadline is None:
        return f"没有单列完成时限，文中写明“{text}”"
    return f"{label}为{text}"


def _units_words(row: Row, wants: Sequence[str], library: Library) -> str:
    """Who leads and who else takes part, as the document tells them apart."""
    lead, others = _text(row, Want.LEAD), _others(task_of(row), wants)
    leadless = "" if Want.LEAD not in wants or lead else _leadless(row, library)
    if not lead and not others:
        return "文件未写责任单位"
    told = [f"牵头单位为{lead}" if lead else leadless, *(f"{role}为{units}" for role, units in others.items())]
    if not others and Want.RESPONSIBLE in wants:
        told.append("没有另列责任单位")
    return "，".join(filter(None, told))


def _leadless(row: Row, library: Library) -> str:
    return "没有标明牵头单位" if are_marked(row.document, library) else "该文件没有区分牵头单位"


def _others(task: Task, wants: Sequence[str]) -> dict[str, str]:
    """Those beside the leads, by their role; only the first of many where only leads are asked for."""
    only_leads = bool(task.lead_units) and set(wants) == {Want.LEAD}
    return {role: _cut(units, task, only_leads=only_leads) for role, units in others_of(task).items() if units}


def others_of(task: Task) -> dict[str, tuple[str, ...]]:
    """Those beside the leads, by their role, each once."""
    others = roles_of(task)
    told = {*task.lead_units, *(unit for units in others.values() for unit in units)}
    responsible = tuple(dict.fromkeys(unit for unit in task.responsible_units if unit not in told))
    return {"责任单位": responsible, **others}


def _cut(units: Sequence[str], task: Task, *, only_leads: bool) -> str:
    cut = only_leads and len(units) > _MOST_OTHERS
    return "、".join(units[:_MOST_OTHERS] if cut else units) + ("等" if cut or task.open_ended else "")


def _is_filled(row: Row, want: str) -> bool:
    return bool(_text(row, want))


def _text(row: Row, want: str) -> str:
    value = row.values.get(want)
    return value.text if value else ""
