"""Rows of the last answer that a question points at (第二个, 最后一项, 它, 这些), and what else tables say of one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from assistant.reading.ask import Ask, Fold, Piece, Subject
from assistant.reading.carried import Last
from assistant.reading.grammar import asks_of
from assistant.reading.leaning import Leaning
from assistant.reading.maker import RANKED
from assistant.reading.normalising import stretches
from assistant.reading.slots import item_ordinals
from assistant.reading.spans import Kind, Span
from assistant.reading.stepping import near_years, stepped, steps_years
from assistant.reading.weaving import dropped, within, woven
from corpus.facts import Library
from corpus.folding.ordinals import Ordinal

_LAST = re.compile(r"最后(?:一)?(?:项|条|个)")
_COUNTED = frozenset("项条个位名点家") | {""}
_MOST = 30
_PAIR = 2
_OF_TWO = frozenset({"total", "difference", "ratio", "average"})
_MADE = _OF_TWO | {"share", "most", "least", "order", "compare"}
"""Senses that make something of several values, and those of them that ask for no more than two."""
_WHERE = (Kind.AREA, Kind.PLACE, Kind.YEAR)
_ROLES = frozenset({"who", "lead", "take_part", "responsible", "when", "deadline"})
"""Senses that ask for no more than the columns of a task."""
_OTHER_ROWS = frozenset({Kind.AREA, Kind.PLACE, Kind.UNIT, Kind.ORDINAL, Kind.AMOUNT})
"""Slots that tell another row."""
_OF_MANY = frozenset({"swap", "each_place", "each", "documents", "mentions"})
"""Senses that ask of other rows, or of many."""
_FOLDS = frozenset({Fold.SHOW, Fold.DIFFERENCE, Fold.RATIO, Fold.SUM, Fold.SHARE})
"""What can be made of the columns of one row."""


def pointed(now: Leaning, last: Last, library: Library) -> list[Ask]:
    """The Asks about rows of an answer; none where nothing points at them. Rows that are areas are looked at for what
    the answer was about.
    """
    rows = _rows(now, last)
    if not rows:
        return _of_tasks_around(now, last, library)
    here = within(now.reading, last.scope) if last.scope else now.reading
    bare = dropped(here, stretches(_ordinals(now)))
    reading = bare if now.asks or now.labels else woven(last.asked(), bare)
    if set(rows) <= _areas(last.scope, library):
        whole = woven(last.subject(Kind.AREA, *now.slots), reading)
        pieces = woven(last.subject(*now.slots), reading).pieces
        asks = [ask for ask in asks_of(whole, library) if not (now.has_subject and ask.subject is Subject.RECORDS)]
        asks += [ask for ask in asks_of(reading, library) if now.has_subject and ask.subject is Subject.RECORDS]
        of_areas = (_of_areas(ask, rows, beside=_is_against(now)) for ask in asks)
        return list(dict.fromkeys(replace(ask, pieces=pieces) for ask in of_areas))
    if now.names_item:
        return [_about(ask, rows) for ask in asks_of(reading, library) if ask.subject is Subject.TASKS]
    kept = last.slots.intersection(_WHERE) - now.slots
    there = [ask for ask in asks_of(woven(last.where(*kept), reading), library) if ask.subject is Subject.TARGETS]
    found = [ask for ask in asks_of(reading, library) if not (kept and ask.subject is Subject.TARGETS)]
    pieces = woven(last.subject(*now.slots), reading).pieces
    moved = stepped(now.reading, last.turn.ask, last.years) if steps_years(now.reading) else {}
    there = [ask.about(**moved) if ask.subject is Subject.TARGETS else ask for ask in (*there, *found)]
    anew = now.asks or now.labels or now.has_words
    passed = tuple(one for one in last.listed if one not in rows) if set(rows) <= set(last.listed) else ()
    return list(dict.fromkeys(_told(_about(ask, rows).about(passed=passed), pieces, anew=anew) for ask in there))


def is_pair(now: Leaning, last: Last) -> bool:
    """Whether a question makes something of what the last two turns were about, each at one of a kind: it points at
    both, or says no more than that where the last turn only exchanged one for the other.
    """
    several = (len(last.turn.rows) > 1 and not now.counts_places) or _counts_listed(now, last)
    if not last.before or several or not _MADE & now.reading.heard:
        return False
    apart = last.named(*_WHERE) != last.before.named(*_WHERE) or set(last.before.scope) != set(last.scope)
    bare = not (now.has_words or now.slots or now.points) and last.turn.ask.follows == "slots"
    return apart and (now.points_at_several or (bare and bool(_OF_TWO & now.reading.heard)))


def of_row(now: Leaning, last: Last, library: Library) -> list[Ask]:
    """The Asks for other columns of the row that the last turn was about; none where something else is named."""
    other = now.slots & _OTHER_ROWS or _OF_MANY & now.reading.heard or now.points_at_several or now.names_item
    ranked = {"which", "who"} & now.reading.heard and RANKED & now.reading.heard
    if not last.row or other or ranked or last.is_left_by(now.reading):
        return []
    here = within(now.reading, last.scope) if last.scope else now.reading
    years = near_years(now.reading, last.scope, last.years, library)
    asks = (ask for ask in asks_of(here, library) if ask.subject is Subject.RECORDS and ask.fold in _FOLDS)
    return [_of_this_row(ask, last.row, ask.where.years or years) for ask in asks]


def _counts_listed(now: Leaning, last: Last) -> bool:
    """Whether it points at as many things as were listed (这三个)."""
    return now.counted > _PAIR and now.counted == len(last.listed)


def is_of_area(now: Leaning, last: Last) -> bool:
    """Whether a question asks something else of the area that the last turn was about (它的去化面积呢)."""
    of_one = now.points and now.has_subject and not now.points_at_several
    return of_one and last.turn.ask.subject is Subject.TARGETS and Kind.AREA in last.slots - now.slots


def _areas(documents: tuple[str, ...], library: Library) -> frozenset[str]:
    """The areas that the targets of documents are for."""
    return frozenset(target.scope for target in library.targets(documents) if target.scope)


def _of_areas(ask: Ask, rows: tuple[str, ...], *, beside: bool) -> Ask:
    """An Ask about areas shown, with those that it sets against them itself (相城比它少多少)."""
    areas = (*ask.where.areas, *rows) if beside else rows
    return replace(ask.about(areas=areas), follows="rows") if ask.subject is Subject.TARGETS else _about(ask, rows)


def _of_tasks_around(now: Leaning, last: Last, library: Library) -> list[Ask]:
    """The Asks about the tasks that the sentences of the last answer are words of, where nothing else is named."""
    before = last.before.turn.around if last.before and now.points_at_several else ()
    around = tuple(dict.fromkeys([*before, *last.turn.around]))
    if not around or now.reading.told or (now.has_subject and not (now.points or now.points_at_several)):
        return []
    asks = asks_of(within(now.reading, last.scope) if last.scope else now.reading, library)
    return [_about(ask, around) for ask in asks if ask.subject is Subject.TASKS]


def of_roles(now: Leaning, last: Last, library: Library) -> list[Ask]:
    """The Asks for nothing but the units and deadlines of what the sentences shown are words of (谁负责这条)."""
    of_task = now.points and "tasks" in now.reading.heard
    bare = not (now.slots or now.reading.told) and (of_task or not now.has_words)
    return _of_tasks_around(now, last, library) if bare and now.asked and now.asked <= _ROLES else []


def of_item(now: Leaning, last: Last, asks: Iterable[Ask]) -> list[Ask]:
    """The Asks, of tasks alone where behind tasks one is named and its columns are asked for (物业公司那条谁配合)."""
    found = list(asks)
    roles = now.asked & _ROLES and now.asked <= _ROLES | {"which"}
    columns = now.names_item and last.turn.ask.subject is Subject.TASKS and roles
    return [one for one in found if one.subject is Subject.TASKS] or found if columns else found


def _about(ask: Ask, rows: tuple[str, ...]) -> Ask:
    """An Ask about rows: tasks are found by their names, others by their words."""
    words = ask.where.words if ask.subject is Subject.TASKS else " ".join([*rows, ask.where.words]).strip()
    return replace(ask.about(picked=rows, words=words), follows="rows")


def _told(ask: Ask, pieces: tuple[Piece, ...], *, anew: bool) -> Ask:
    """An Ask about rows with what it was read from: rows of tables of which something is asked `anew` stand for all
    that was said of them before.
    """
    alone = anew and ask.subject is Subject.RECORDS
    return replace(ask, pieces=(*(Piece(row, "") for row in ask.where.picked), *ask.pieces) if alone else pieces)


def _rows(now: Leaning, last: Last) -> tuple[str, ...]:
    rows = last.turn.rows
    of_documents = last.turn.ask.subject is Subject.HOLDINGS and not last.turn.items
    if _names_other(now, last) or of_documents or is_pair(now, last):
        return ()
    if is_of_area(now, last):
        return ()
    count = now.counted or (_PAIR if "both" in now.reading.heard else 0)
    if now.points_at_several and len(rows) < count <= len(last.single):
        return last.single[-count:]
    if _LAST.search(now.reading.text):
        return last.listed[-1:]
    if numbers := list(_numbers(now)):
        return tuple(last.listed[number - 1] for number in numbers if 0 < number <= len(last.listed))
    if now.names_item:
        return rows[:_MOST] if len(rows) > 1 and last.turn.ask.subject is Subject.TASKS else ()
    listed = _counts_listed(now, last) or (now.points and len(rows) < _PAIR)
    many = last.listed if listed else rows
    if now.points_at_several and len(many) > 1:
        return many[:_MOST]
    lone = rows[:1] if now.points or last.turn.ask.fold is Fold.EXTREME else rows
    return lone if len(lone) == 1 and (now.points or not (now.has_words or now.slots)) else ()


def _names_other(now: Leaning, last: Last) -> bool:
    """Whether a question names what it is about itself, and not only to set it against what was shown."""
    return last.is_left_by(now.reading) if _is_against(now) else now.reading.told


def _is_against(now: Leaning) -> bool:
    """Whether it sets an area of its own against what it points at."""
    named = now.slots & {Kind.AREA, Kind.PLACE}
    return now.points and bool(named) and bool(_OF_TWO & now.reading.heard)


def _ordinals(now: Leaning) -> list[Span]:
    found = item_ordinals(now.reading)
    return [span for span in found if cast("Ordinal", span.value).noun in _COUNTED]


def _numbers(now: Leaning) -> Iterator[int]:
    for span in _ordinals(now):
        ordinal = cast("Ordinal", span.value)
        if ordinal.first is not None:
            yield from range(ordinal.first, (ordinal.last or ordinal.first) + 1)


def _of_this_row(ask: Ask, row: str, years: tuple[int, ...]) -> Ask:
    """The same of this row, which then stands for all that was said of it before."""
    where = {"picked": (row,), "years": years, "words": f"{row} {ask.where.words}".strip()}
    return replace(ask.about(**where), follows="rows", pieces=(Piece(row, ""), *ask.pieces))
