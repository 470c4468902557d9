"""The edits: units swapped, deadline moved, value changed, clause moved, clause split, row inserted."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from random import Random

from corpus.document import Document
from corpus.facts import Facts
from corpus.quoting import compact
from corpus.reading.marks import text_to_mark
from corpus.target import Target
from corpus.task import Task
from eval.editing.parts import Part
from eval.editing.wording import changed_number, count_of, later, new_words, replaced

__all__ = ["Edit", "EditKind", "edit_parts"]

_SENTENCE_END = re.compile(r"。(?=\s{0,9}[^\s”’）)<（(])")
_LEADING_NUMBER = re.compile(r"^((?:<tr><td>)?\s{0,4})(\d{1,3})(?=\D)")
_KEPT_COLUMN = re.compile(r"单位|部门|时限|时间|责任|牵头|配合|序号|年|推广范围")
_UNNUMBERED = 1000
_SHORTEST_UNIT = 2
_FAR, _ROOM = 4, 1
_SHORTEST, _SHORTEST_SPLIT = 16, 8


class EditKind(StrEnum):
    """What was done."""

    UNITS = "units swapped"
    DEADLINE = "deadline moved"
    VALUE = "value changed"
    MOVE = "clause moved"
    SPLIT = "clause split"
    ROW = "row inserted"


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: the words that it took away and put in, and the clause or row where it was made."""

    kind: EditKind
    old: str
    new: str
    part: Part


@dataclass(slots=True)
class _Sheet:
    """A document under the pencil."""

    parts: list[Part]
    document: Document
    facts: Facts
    random: Random
    inserted: int = 0
    quiet: set[int] = field(default_factory=set)
    """The parts (by identity) beside which nothing more is moved or split."""

    def shuffled(self, items: Sequence[Task] | Sequence[Target] | Sequence[Part]) -> list:  # type: ignore[type-arg]
        return self.random.sample(items, len(items))

    def part_of(self, fact: Task | Target) -> Part | None:
        """The untouched part that the words of a fact stand in."""
        place = fact.place
        if place.row is not None:
            found = [one for one in self.parts if one.row and _row_key(one) == (place.table_no, place.row)]
        else:
            found = [one for one in self.parts if one.line is not None and not one.row and one.line <= place.line][-1:]
        return found[0] if found and not found[0].reshaped else None

    def change(self, part: Part, kind: EditKind, old: str, new: str) -> Edit | None:
        """Put words in the place of others, where these stand once."""
        here = f"{part.original}\n{part.words}"
        if count_of(old, part.words) != 1 or count_of(old, part.original) != 1 or count_of(new, here):
            return None
        words = replaced(part.words, old, new)
        if words is None:
            return None
        part.words, part.reworded = words, True
        return Edit(kind, old, new, part)


def edit_parts(
    document: Document, facts: Facts, parts: Sequence[Part], seed: int, count: int
) -> tuple[list[Part], list[Edit]]:
    """The parts with `count` edits made, or as many as the document has room for, and the edits."""
    sheet = _Sheet([replace(part) for part in parts], document, facts, Random(seed))  # noqa: S311 - nothing secret
    makers = [make(sheet) for make in _MAKERS]
    edits: list[Edit] = []
    while makers and len(edits) < count:
        for made in makers[: count - len(edits)]:
            edit = next(made, None)
            if edit is None:
                makers.remove(made)
            else:
                edits.append(edit)
    return sheet.parts, edits


def _row_key(part: Part) -> tuple[int | None, int | None]:
    place = part.row.place if part.row else None
    return (place.table_no, place.row) if place else (None, None)


def _unit_edits(sheet: _Sheet) -> Iterator[Edit]:
    """Another unit of the document in the place of one that a task names."""
    tasks = sheet.facts.tasks
    names = sorted({unit for task in tasks for unit in task.units if unit.isalnum() and len(unit) > 2})
    for task in sheet.shuffled(tasks):
        part = sheet.part_of(task)
        edit = _other_unit(sheet, task, part, names) if part else None
        if edit:
            yield edit


def _other_unit(sheet: _Sheet, task: Task, part: Part, names: Sequence[str]) -> Edit | None:
    """The first unit of a task that stands once in its part, made another one."""
    others = [name for name in names if compact(name) not in compact(part.words)]
    for unit in task.units:
        within = any(unit != other and unit in other for other in task.units)
        if others and len(unit) > _SHORTEST_UNIT and not within and _own(part, unit):
            edit = sheet.change(part, EditKind.UNITS, unit, sheet.random.choice(others))
            if edit:
                return edit
    return None


def _deadline_edits(sheet: _Sheet) -> Iterator[Edit]:
    for task in sheet.shuffled(sheet.facts.tasks):
        part = sheet.part_of(task)
        if part and task.deadline and task.deadline.raw and _own(part, task.deadline.raw):
            edit = sheet.change(part, EditKind.DEADLINE, task.deadline.raw, later(task.deadline.raw))
            if edit:
                yield edit


def _value_edits(sheet: _Sheet) -> Iterator[Edit]:
    for target in sheet.shuffled(sheet.facts.targets):
        part, number = sheet.part_of(target), target.quantity.number
        if part and target.quantity.high is None and number != "0" and _own(part, number):
            edit = sheet.change(part, EditKind.VALUE, number, changed_number(number, sheet.random.randint(1, 8)))
            if edit:
                yield edit


def _own(part: Part, words: str) -> bool:
    """Whether the words stand in a cell of this row alone, not in one merged with others; of a clause always."""
    if part.row is None:
        return True
    rows = part.table.rows if part.table else ()
    for at, cell in enumerate(part.row.cells):
        if compact(words) in compact(cell.text):
            return not any(row.cells[at].carried and row.cells[at].text == cell.text for row in rows)
    return False


def _at(sheet: _Sheet, part: Part) -> int:
    return next(at for at, one in enumerate(sheet.parts) if one is part)


def _move_edits(sheet: _Sheet) -> Iterator[Edit]:
    """A clause put behind another, far from where it stood; under a heading of its own only before another heading."""
    for part in sheet.shuffled([one for one in sheet.parts if _is_clause(one, _SHORTEST)]):
        at = _at(sheet, part)
        places = [to for to in range(1, len(sheet.parts) - 1) if _takes(sheet, part, at, to)]
        if part.touched or not places or not _is_calm(sheet, at) or not _fits(sheet, part, at):
            continue
        to = sheet.random.choice(places)
        behind = sheet.parts[to]
        _hush(sheet, at)
        _hush(sheet, to)
        sheet.parts.remove(part)
        sheet.parts.insert(_at(sheet, behind) + 1, part)
        part.reshaped = True
        yield Edit(EditKind.MOVE, part.text, part.text, part)


def _takes(sheet: _Sheet, part: Part, at: int, to: int) -> bool:
    behind = sheet.parts[to]
    free = _is_clause(behind, _SHORTEST) and not behind.touched and _is_calm(sheet, to) and _fits(sheet, part, to)
    return free and abs(at - to) >= _FAR and part.heads is behind.heads and _rank(part) == _rank(behind)


def _fits(sheet: _Sheet, part: Part, at: int) -> bool:
    """Whether what stands behind has a heading of its own and as high, so that a clause with one can come or go."""
    following = sheet.parts[at + 1] if at + 1 < len(sheet.parts) else None
    if following is None or following.line is None or following.row:
        return False
    return not part.heads or (following.heads and _rank(following) <= _rank(part))


def _rank(part: Part) -> int:
    """How deep its number nests; none is deepest."""
    mark = text_to_mark(part.text)
    return mark.rank if mark else _UNNUMBERED


def _is_clause(part: Part, shortest: int) -> bool:
    return part.line is not None and part.row is None and part.inside and len(part.text) >= shortest


def _is_calm(sheet: _Sheet, at: int) -> bool:
    return id(sheet.parts[at]) not in sheet.quiet


def _hush(sheet: _Sheet, at: int) -> None:
    sheet.quiet |= {id(one) for one in sheet.parts[max(0, at - _ROOM) : at + _ROOM + 1]}


def _split_edits(sheet: _Sheet) -> Iterator[Edit]:
    """A paragraph made two at the end of a sentence."""
    for part in sheet.shuffled([one for one in sheet.parts if _is_clause(one, 2 * _SHORTEST)]):
        ends = [match.end() for match in _SENTENCE_END.finditer(part.words)]
        inner = [end for end in ends if _SHORTEST_SPLIT < end < len(part.words.rstrip()) - 2 * _SHORTEST_SPLIT]
        at = _at(sheet, part)
        if part.touched or not inner or not _is_calm(sheet, at):
            continue
        end, before = inner[len(inner) // 2], part.words
        indent = before[: len(before) - len(before.lstrip("\u3000 "))]
        part.words, part.reshaped = before[:end] + (part.break_words or _gap(before)) + indent + before[end:].lstrip(), True
        _hush(sheet, at)
        yield Edit(EditKind.SPLIT, part.text, part.text, part)


def _row_edits(sheet: _Sheet) -> Iterator[Edit]:
    """A row like another with new words, the numbers of those behind it one higher."""
    for part in sheet.shuffled([one for one in sheet.parts if one.row]):
        at = _at(sheet, part)
        following = sheet.parts[at + 1].row
        cells = [cell.text for cell in _new_cells(part)]
        if part.touched or not cells or _merged(part) or (following and any(cell.carried for cell in following.cells)):
            continue
        words = part.words
        for cell in cells:
            words = replaced(words, cell, new_words(sheet.inserted, cell)) or words
        words = words if words[-1:].isspace() else words + _gap(sheet.parts[at - 1].words)
        if not part.words[-1:].isspace():
            part.words += _gap(sheet.parts[at - 1].words)
        added = replace(part, words=words, original="", reshaped=True, row=None, line=None)
        sheet.parts.insert(at + 1, added)
        _count_on(sheet, at + 1, part)
        named = new_words(sheet.inserted, max(cells, key=len))
        sheet.inserted += 1
        part.reshaped = True
        yield Edit(EditKind.ROW, "", named, added)


def _gap(words: str) -> str:
    """What stands between two rows."""
    return words[len(words.rstrip()) :] or "\n"


def _merged(part: Part) -> bool:
    cells = part.row.cells if part.row else ()
    return any(cell.carried for cell in cells) or any("计" in cell.text[-2:] for cell in cells[:2])


def _new_cells(part: Part) -> list:  # type: ignore[type-arg]
    """The cells of a row that say what it is about."""
    if part.row is None or part.table is None:
        return []
    named = zip(part.table.columns, part.row.cells, strict=True)
    return [
        cell
        for column, cell in named
        if len(compact(cell.text)) > 1
        and not any(character.isdigit() for character in cell.text[:1])
        and not _KEPT_COLUMN.search(column.path[-1])
        and count_of(cell.text, part.words) == 1
    ]


def _count_on(sheet: _Sheet, at: int, like: Part) -> None:
    """Raise the printed numbers of the rows from `at` on, as far as the table goes."""
    for part in sheet.parts[at:]:
        if part.table is not like.table:
            return
        part.words = _LEADING_NUMBER.sub(lambda match: f"{match[1]}{int(match[2]) + 1}", part.words, count=1)


_MAKERS: tuple[Callable[[_Sheet], Iterator[Edit]], ...] = (
    _unit_edits,
    _deadline_edits,
    _value_edits,
    _move_edits,
    _split_edits,
    _row_edits,
)
