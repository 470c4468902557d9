"""Tasks of units: all that a unit leads or takes part in. Reads no words."""

from collections.abc import Sequence

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.facts.rows import Row
from assistant.facts.task_found import Found, alike, all_of, candidate, fit, is_worded
from assistant.facts.task_listing import counted, listed
from assistant.facts.task_rows import Scope, are_marked, task_of, tasks_of
from assistant.facts.task_select import foremost, in_role, name_printed, names_of, other_role, selected
from assistant.facts.task_words import file_words
from assistant.reading.ask import Ask, Fold
from assistant.reading.words import terms_of
from assistant.units import UnitNames
from corpus.facts import Library
from corpus.task import Role
from indexing.index import Index

_MOST_UNITS = 4
_MANY = 10
"""More tasks are told by their numbers: their table stands below."""
_FEW = 3
"""So many tasks are named even where only their number is asked for."""


def tasks_of_units(rows: Sequence[Row], scope: Scope, ask: Ask, index: Index) -> list[Candidate]:
    """The tasks of the units of an ask in its role: those that the words name besides, and all of them."""
    units = ask.where.units[:_MOST_UNITS]
    found = [_of_unit(unit, rows, scope, ask, index) for unit in units]
    return found[0] if len(units) == 1 else _together(found, ask)


def _of_unit(unit: str, rows: Sequence[Row], scope: Scope, ask: Ask, index: Index) -> list[Candidate]:
    names = names_of(unit, ask, index.library)
    own = in_role(rows, names, ask.where.role) or in_role(
        selected(scope.clauses, ask, index.library), names, ask.where.role
    )
    own = foremost(own, names, ask.where.role) if ask.where.foremost else own
    if not own:
        return []
    fits = fit(own, ask, index)
    every = all_of(fits, own)
    kinds = [every]
    narrow = alike(fits) if terms_of(ask.where.words, index.library).mass else None
    if narrow and len(narrow.rows) < len(own) and narrow.own:
        kinds = [narrow, every] if narrow.match >= 0.5 else [every, narrow]
    return [_told(unit, names, one, ask, index.library, by_words=one is narrow) for one in kinds]


def _told(unit: str, names: UnitNames, found: Found, ask: Ask, library: Library, *, by_words: bool) -> Candidate:
    told = by_words or not terms_of(ask.where.words, library).mass
    draft = _draft(unit, names, found.rows, ask, library, verdict=ask.claim and told and "exists" in ask.hints)
    return candidate(ask, draft, found, by_words=float(by_words))


def _draft(unit: str, names: UnitNames, rows: Sequence[Row], ask: Ask, library: Library, *, verdict: bool) -> Draft:
    """One list for each document and role; behind 有 where that is the `verdict` on all that is claimed."""
    statements: list[Statement] = []
    for document in dict.fromkeys(row.document for row in rows):
        own = [row for row in rows if row.document == document]
        for verb, part in _by_role(own, names, ask, library):
            head = _head(unit, verb, part, names, ask, library)
            many = len(own) > _MANY or _is_many(part, ask)
            printed = name_printed(unit, part, names)
            told = (
                (counted(head, part, naming=printed),)
                if many
                else listed(head, part, ask.want, library, naming=printed, whole=not is_worded(rows, ask, library))
            )
            statements += told
    kind = AnswerKind.YES_NO if verdict else AnswerKind.TASKS
    first = [Statement(f"有。{statements[0].text}", statements[0].evidence)] if verdict else statements[:1]
    return Draft(kind, (*first, *statements[1:]), tasks=tasks_of(rows))


def _is_many(rows: Sequence[Row], ask: Ask) -> bool:
    return ask.fold is Fold.COUNT and (len(rows) > _FEW or len(ask.where.units) > 1)


def _head(unit: str, verb: str, rows: Sequence[Row], names: UnitNames, ask: Ask, library: Library) -> str:
    place = "" if len(ask.where.documents) == 1 else f"{file_words(rows[0].document, library)}中"
    within = "、符合时限" if ask.where.due else ""
    return f"{place}{name_printed(unit, rows, names)}{verb}{within}的任务"


def _by_role(rows: Sequence[Row], names: UnitNames, ask: Ask, library: Library) -> list[tuple[str, Sequence[Row]]]:
    """The rows with what the unit does in them; where any role is meant, those it leads before the others."""
    role = ask.where.role
    alone = "单独" if ask.where.alone else "排第一位" if ask.where.foremost else ""
    if role is Role.LEAD:
        return [(f"{alone}牵头", rows)]
    marked = are_marked(rows[0].document, library)
    if role is Role.RESPONSIBLE:
        return [(_part_taken(rows, names) or ("不牵头、只作为责任单位" if marked else "作为责任单位"), rows)]
    lead, part = in_role(rows, names, Role.LEAD), in_role(rows, names, Role.RESPONSIBLE)
    ids = {id(row) for row in (*lead, *part)}
    others: dict[str, list[Row]] = {}
    for row in (row for row in rows if id(row) not in ids):
        role_name = other_role(task_of(row), names.get(row.document, frozenset()))
        others.setdefault(f"作为{role_name}", []).append(row)
    parts = [("牵头", lead), ("作为责任单位" if marked else f"{alone}负责", part), *others.items()]
    return [(verb, some) for verb, some in parts if some]


def _part_taken(rows: Sequence[Row], names: UnitNames) -> str:
    """The one role beside leading that all rows name a unit in, as they print it (作为配合单位)."""
    roles = {other_role(task_of(row), names.get(row.document, frozenset())) for row in rows}
    return f"作为{role}" if len(roles) == 1 and (role := next(iter(roles))) else ""


def _together(found: Sequence[Sequence[Candidate]], ask: Ask) -> list[Candidate]:
    """The first candidates of several units as one answer."""
    firsts = [one[0] for one in found if one]
    drafts = [one.outcome for one in firsts if isinstance(one.outcome, Draft)]
    if not drafts:
        return firsts[:1]
    draft = Draft(
        AnswerKind.TASKS,
        tuple(statement for one in drafts for statement in one.statements),
        tasks=tuple(task for one in drafts for task in one.tasks),
    )
    features = {key: sum(one.features.get(key, 0.0) for one in firsts) / len(firsts) for key in firsts[0].features}
    return [Candidate(ask, draft, features, tuple(name for one in firsts for name in one.rows))]
