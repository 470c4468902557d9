"""From spans to Asks about tasks: every sensible way to understand who does what by when. Builds all, chooses none."""

from collections.abc import Iterator
from dataclasses import replace

from assistant.reading.ask import Ask, Due, DueKind, Fold, Subject, Want
from assistant.reading.due import DUE_SENSES
from assistant.reading.maker import ACROSS, COUNTED, RANKED, Maker, several
from assistant.reading.roles import asks_which
from assistant.reading.words import terms_of
from corpus.facts import Library

_TASK_USED = (
    "lead",
    "take_part",
    "guide",
    "responsible",
    "deadline",
    "tasks",
    "due",
    *DUE_SENSES,
    "only",
    "foremost",
    *ACROSS,
)
_OF_SINGLE = frozenset({"lead", "take_part", "guide", "responsible", "deadline", "tasks", "foremost"})
_PEOPLE = {"lead": Want.LEAD, "take_part": Want.RESPONSIBLE, "responsible": Want.RESPONSIBLE}
_OF_PEOPLE = frozenset({Want.WHO, *_PEOPLE.values()})
_ALONE = "独"
_LISTED = frozenset({"tasks", "which", "due", *DUE_SENSES, "none", "only"})
_IN_TIME = frozenset({"due", "deadline", "when"})
"""Senses of which one is heard where the first and the last are those of a deadline."""


def task_asks(maker: Maker, library: Library) -> Iterator[Ask]:
    """Single tasks with what is wanted of them, lists and counts."""
    heard, slots = maker.reading.heard, maker.slots
    single = maker.ask(Subject.TASKS, slots.spent("ordinals"), heard & _OF_SINGLE, ordinals=slots.ordinals)
    single = replace(single, want=_task_wants(heard))
    if slots.ordinals or not (slots.units or slots.due) or _names_rows(maker, library):
        yield single
    if {"ask_count", "how_much"} & heard and set(single.want) <= _OF_PEOPLE and not slots.units:
        yield replace(single, fold=Fold.COUNT)
    lists = [*_task_lists(maker)]
    lists += [one.about(due=Due(DueKind.ONGOING)) for one in lists if one.where.due == Due(DueKind.NONE)]
    yield from lists
    if several(maker, library):
        across = maker.ask(
            Subject.TASKS, slots.spent("ordinals"), {*(heard & _OF_SINGLE), *ACROSS}, ordinals=slots.ordinals
        )
        across = replace(across, want=single.want)
        yield from (replace(ask, per_document=True) for ask in (across, *lists))


def _names_rows(maker: Maker, library: Library) -> bool:
    """Whether there are words besides units, deadlines and all that asks for the columns of tasks: these alone name no
    row, and tasks of a deadline are those that the list of them holds.
    """
    words = maker.ask(Subject.TASKS, maker.slots.spent("units", "due"), _TASK_USED).where.words
    return bool(terms_of(words, library).items)


def _task_lists(maker: Maker) -> Iterator[Ask]:
    """Tasks of a unit, of a document, of a deadline; and how many."""
    slots, heard = maker.slots, maker.reading.heard
    where = {"role": slots.role, "due": slots.due, "conditions": slots.conditions, "amounts": slots.amounts}
    spent = slots.spent("due", "conditions")
    counting, alone = bool((COUNTED | {"how_much"}) & heard), False
    listing = _LISTED & heard - (set() if asks_which(maker.reading) else {"which"})
    if slots.units:
        named = {
            **where,
            "units": slots.units,
            "lacks": slots.without,
            "ordinals": slots.ordinals,
        }
        used = (*_TASK_USED, *(("none",) if slots.without else ()))
        base = maker.ask(Subject.TASKS, [*spent, *slots.spent("units", "ordinals")], used, **named)
        base = replace(base, want=_of_each(maker))
        if not (alone := _is_alone(maker)):
            yield base
    elif (listing - ({"tasks"} if slots.ordinals else set())) or counting:  # 第3项任务由谁牵头 asks for no list
        listed = {**where, "lacks": "none" in heard - _undated(heard), "alone": "only" in heard}
        listed["conditions"] = (*slots.conditions, *slots.heads)
        base = maker.ask(Subject.TASKS, spent, _TASK_USED, **listed)
        yield replace(base, want=_of_each(maker))
    else:
        base = maker.ask(Subject.TASKS, spent, (*_TASK_USED, "group"), **where)
    narrowed = _narrowed(base) if slots.units else []
    yield from narrowed
    every = (*([] if alone else [base]), *narrowed)
    if counting:
        yield from (replace(one, fold=Fold.COUNT) for one in every)
    if RANKED & heard and (_IN_TIME & heard or "in_time" in base.hints):
        yield from (replace(one, fold=Fold.EXTREME) for one in every)


def _undated(heard: frozenset[str]) -> frozenset[str]:
    """The sense of what is missing where it is the deadline."""
    return frozenset({"none"}) if "undated" in heard else frozenset()


def _is_alone(maker: Maker) -> bool:
    """Whether a unit is named as one that does it alone, in words that say nothing else (单独, not 只有)."""
    return any(_ALONE in maker.reading.text[one.start : one.end] for one in maker.reading.senses("only"))


def _narrowed(base: Ask) -> list[Ask]:
    """The tasks that the unit has to itself, or names it before all others, where such words are heard."""
    ways = {"only": base.about(alone=True), "foremost": base.about(foremost=True)}
    return [ask for sense, ask in ways.items() if sense in base.heard]


def _task_wants(heard: frozenset[str]) -> tuple[str, ...]:
    wants = [want for sense, want in _PEOPLE.items() if sense in heard]
    if "who" in heard and not wants:
        wants.append(Want.WHO)
    if "who" in heard and wants == [Want.RESPONSIBLE] and "take_part" not in heard:
        wants = [Want.WHO]
    wants += [Want.DEADLINE] if {"when", "deadline"} & heard else []
    wants += [Want.NUMBER] if "number" in heard else []
    return tuple(dict.fromkeys(wants)) or ((Want.WORK,) if {"what", "tasks", "how"} & heard else (Want.WHO,))


def _of_each(maker: Maker) -> tuple[str, ...]:
    """What is told of every task of a list: its name, and the columns that are asked for."""
    wanted = maker.slots.wanted
    people = [want for sense, want in _PEOPLE.items() if sense in wanted and sense != "responsible"]
    return (Want.NAME, *dict.fromkeys(people), *([Want.DEADLINE] if "deadline" in wanted else []))
