"""Tasks in words: single rows with the columns asked for. Chooses nothing and knows no lists."""

from collections import Counter
from collections.abc import Sequence

from assistant.answer import AnswerKind
from assistant.draft import Draft, Statement
from assistant.facts.rows import Row
from assistant.facts.task_rows import are_marked, evidence_of, roles_of, task_of, tasks_of
from assistant.facts.task_words import snippet, task_name
from assistant.reading.ask import Want
from corpus.facts import Library
from corpus.task import Task

UNIT_WANTS = frozenset({Want.LEAD, Want.RESPONSIBLE, Want.WHO})
NAME_WANTS = frozenset({Want.NAME, Want.NUMBER})
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
_WHOLE, _MOST_OTHERS = 160, 8


def filled_share(row: Row, wants: Sequence[str]) -> float:
    """The share of the wants that a row fills."""
    return sum(_is_filled(row, want) for want in wants) / len(wants) if wants else 1.0


def shown(rows: Sequence[Row], wants: Sequence[str], library: Library) -> Draft:
    """One statement for all rows that say the same to what is wanted."""
    by_words: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        by_words.setdefault(row_parts(row, wants, library), []).append(row)
    statements = tuple(_shown_alike(parts, same, wants, library) for parts, same in by_words.items())
    return Draft(AnswerKind.TASKS if len(statements) > 1 else AnswerKind.FACT, statements, tasks=tasks_of(rows))


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


def row_parts(row: Row, wants: Sequence[str], library: Library) -> tuple[str, ...]:
    """What is wanted of a row, each in words; what it does not fill is said to be not written."""
    wanted = [want for want in wants or _defaults(row) if want not in NAME_WANTS]
    units = [want for want in wanted if want in UNIT_WANTS]
    found = [snippet(text_of(row, Want.WORK), _WHOLE)] if _tells_work(wants, wanted) else []
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
    text = text_of(row, want)
    if not text:
        return f"文件未写{label}"
    if want == Want.DEADLINE and task_of(row).deadline is None:
        return f"没有单列完成时限，文中写明“{text}”"
    return f"{label}为{text}"


def _units_words(row: Row, wants: Sequence[str], library: Library) -> str:
    """Who leads and who else takes part, as the document tells them apart."""
    lead, others = text_of(row, Want.LEAD), _others(task_of(row), wants)
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
    return bool(text_of(row, want))


def text_of(row: Row, want: str) -> str:
    """What a row fills a want with; empty where it does not."""
    value = row.values.get(want)
    return value.text if value else ""
