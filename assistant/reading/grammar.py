"""From spans to Asks: every sensible way to understand a question. Builds all, chooses none."""

from collections.abc import Iterator
from dataclasses import replace

from assistant.reading.ask import Ask, Fold, Subject, Want
from assistant.reading.maker import ACROSS, OF_DOCUMENTS, Maker, folds, only_of_documents, several
from assistant.reading.reading import Reading
from assistant.reading.slots import slots_of
from corpus.facts import Library

__all__ = ["asks_of"]

_METADATA = (
    Want.TITLE,
    Want.DOC_NUMBER,
    Want.ISSUER,
    Want.WRITTEN_ON,
    Want.PRINTED_ON,
    Want.PERIOD,
    Want.ATTACHMENTS,
    Want.INTERPRETER,
    Want.COPIED_TO,
    Want.ADDRESSEE,
    Want.VALID,
    Want.BASED_ON,
    Want.REPEALS,
    Want.CHANGES,
)
_HEAD_SENSES = frozenset(str(want) for want in _METADATA) | {"effective"}
_TASK_USED = (
    "lead",
    "take_part",
    "guide",
    "responsible",
    "deadline",
    "tasks",
    "due",
    "overdue",
    "ongoing",
    "only",
    "foremost",
    *ACROSS,
)
_OF_SINGLE = frozenset({"lead", "take_part", "guide", "responsible", "deadline", "tasks", "foremost"})
_PEOPLE = {"lead": Want.LEAD, "take_part": Want.RESPONSIBLE, "responsible": Want.RESPONSIBLE}
_OF_PEOPLE = frozenset({Want.WHO, *_PEOPLE.values()})
_COUNTED = frozenset({"ask_count", "total"})
_RANKED = frozenset({"most", "least", "nth"})
_LISTED = frozenset({"tasks", "which", "due", "overdue", "ongoing", "none", "only"})
_COMPARED_TASKS = frozenset({Fold.SHOW, Fold.COUNT})
_COMPARED_TARGETS = frozenset({Fold.SHOW, Fold.EXTREME, Fold.ORDER, Fold.DIFFERENCE, Fold.RATIO})


def asks_of(reading: Reading, library: Library) -> list[Ask]:
    """The Asks that a question may mean, each once, in no order of merit."""
    maker = Maker(reading, slots_of(reading, library))
    if only_of_documents(reading):
        return list(dict.fromkeys([*_across(maker), *_metadata(maker), *_holdings(maker, library)]))
    found = [
        *_prose(maker),
        *_tasks(maker),
        *_targets(maker),
        *_records(maker),
        *_metadata(maker),
        *_definitions(maker),
        *_outline(maker),
        *_holdings(maker, library),
        *_overview(maker),
    ]
    fuller = asks_of(reading.fuller, library) if reading.fuller else []
    return list(dict.fromkeys([*found, *(replace(ask, follows="words") for ask in fuller)]))


def _prose(maker: Maker) -> Iterator[Ask]:
    slots = maker.slots
    yield maker.ask(Subject.PROSE, years=slots.years, amounts=slots.amounts, conditions=slots.conditions)
    yield from _across(maker)


def _across(maker: Maker) -> Iterator[Ask]:
    if several(maker):
        yield replace(maker.ask(Subject.PROSE, used=ACROSS), per_document=True)


def _tasks(maker: Maker) -> Iterator[Ask]:
    heard, slots = maker.reading.heard, maker.slots
    single = maker.ask(Subject.TASKS, slots.spent("ordinals"), heard & _OF_SINGLE, ordinals=slots.ordinals)
    single = replace(single, want=_task_wants(heard))
    yield single
    if {"ask_count", "how_much"} & heard and set(single.want) <= _OF_PEOPLE and not slots.units:
        yield replace(single, fold=Fold.COUNT)
    lists = list(_task_lists(maker))
    yield from lists
    if several(maker):
        yield from (replace(ask, per_document=True) for ask in (single, *lists) if ask.fold in _COMPARED_TASKS)


def _task_lists(maker: Maker) -> Iterator[Ask]:
    """Tasks of a unit, of a document, of a deadline; how many, who has most, whether a unit is in one."""
    slots, heard = maker.slots, maker.reading.heard
    where = {"role": slots.role, "due": slots.due, "conditions": slots.conditions, "amounts": slots.amounts}
    spent = slots.spent("due", "conditions")
    counting = bool((_COUNTED | {"how_much"}) & heard)
    if slots.units:
        named = {**where, "units": slots.units, "role_only": slots.role_only, "ordinals": slots.ordinals}
        base = maker.ask(Subject.TASKS, [*spent, *slots.spent("units", "ordinals")], _TASK_USED, **named)
        yield (base := replace(base, want=_of_unit(_task_wants(heard))))
        if {"whether", "either"} & heard:
            yield replace(base, fold=Fold.WHETHER)
    elif _LISTED & heard or counting:
        listed = {**where, "lacks": "none" in heard, "alone": "only" in heard}
        listed["conditions"] = (*slots.conditions, *slots.heads)
        base = maker.ask(Subject.TASKS, spent, _TASK_USED, **listed)
        yield replace(base, want=(Want.NAME,))
    else:
        base = maker.ask(Subject.TASKS, spent, (*_TASK_USED, "group"), **where)
    bases = [base, *(_narrowed(base) if slots.units else ())]
    yield from bases[1:]
    if counting:
        yield from (replace(one, fold=Fold.COUNT) for one in bases)
    if {"group", "each"} & heard:
        yield replace(maker.ask(Subject.TASKS, spent, (*_TASK_USED, "group"), **where), fold=Fold.COUNT_BY)
    if _RANKED & heard:
        yield replace(maker.ask(Subject.TASKS, spent, _TASK_USED, **where), fold=Fold.EXTREME)


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


def _of_unit(wants: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([Want.NAME, *(want for want in wants if want == Want.DEADLINE)]))


def _targets(maker: Maker) -> Iterator[Ask]:
    slots, heard = maker.slots, maker.reading.heard
    where = {
        "years": slots.years,
        "areas": slots.areas,
        "against": slots.against,
        "lacks": "none" in heard and not slots.areas,
        "whole": slots.whole,
        "conditions": slots.conditions,
        "amounts": slots.amounts,
    }
    spent = slots.spent("years", "areas", "whole", "amounts")
    base = replace(maker.ask(Subject.TARGETS, spent, ("goal", "share"), **where), want=(Want.VALUE,))
    yield from (replace(base, fold=fold) for fold in folds(heard))
    if "whether" in heard and slots.amounts:
        yield replace(base, fold=Fold.WHETHER)
    if slots.areas and (_RANKED | {"number"}) & heard:
        yield replace(base.about(areas=(), against=slots.areas), fold=Fold.EXTREME)
    if "same" in heard:
        yield replace(
            maker.ask(Subject.TARGETS, spent, ("goal", "share", "same"), **where),
            want=(Want.VALUE,),
            fold=Fold.WHETHER,
            by="same",
        )
    if several(maker):
        placed = maker.ask(Subject.TARGETS, spent, ("goal", "share", *ACROSS), **where)
        placed = replace(placed, want=(Want.VALUE,), per_document=True)
        yield from (replace(placed, fold=fold) for fold in folds(heard) if fold in _COMPARED_TARGETS)


def _records(maker: Maker) -> Iterator[Ask]:
    slots, heard = maker.slots, maker.reading.heard
    where = {"units": slots.units, "years": slots.years, "ordinals": slots.ordinals, "lacks": "none" in heard}
    bounds = {"conditions": slots.conditions, "amounts": slots.amounts}
    base = maker.ask(Subject.RECORDS, slots.spent("ordinals", "conditions"), ("record", "share"), **where, **bounds)
    yield from (replace(base, fold=fold) for fold in folds(heard))
    if (_COUNTED | {"how_much", "each"}) & heard:
        yield replace(base, fold=Fold.COUNT)
    if {"group", "each"} & heard:
        yield replace(base, fold=Fold.COUNT_BY)


def _metadata(maker: Maker) -> Iterator[Ask]:
    senses = maker.reading.heard
    heard = senses - {"valid"} if {"tasks", "overdue"} <= senses else senses  # tasks run out, not the document
    wants = tuple(want for want in _METADATA if str(want) in heard)
    if not _HEAD_SENSES & heard:
        return
    wants += (Want.PRINTED_ON,) if Want.WRITTEN_ON in wants else ()
    if "when" in heard and wants and Want.WRITTEN_ON not in wants:
        wants = (*wants, Want.WRITTEN_ON, Want.PRINTED_ON)
    if "who" in heard and Want.WRITTEN_ON in wants and Want.ISSUER not in wants:
        wants = (Want.ISSUER, *wants)
    base = maker.ask(Subject.METADATA, maker.slots.spent("years"), _HEAD_SENSES, years=maker.slots.years)
    yield (base := replace(base, want=wants))
    if len(base.where.documents) > 1:
        yield from (
            replace(base, fold=fold) for fold in folds(heard) if fold in {Fold.EXTREME, Fold.ORDER, Fold.DIFFERENCE}
        )
    if (_COUNTED | {"how_much"}) & heard:
        yield replace(base, fold=Fold.COUNT)


def _definitions(maker: Maker) -> Iterator[Ask]:
    slots = maker.slots
    want = Want.MEMBERS if {"which", "each"} & maker.reading.heard else Want.MEANING
    yield replace(maker.ask(Subject.DEFINITIONS, slots.spent("amounts"), amounts=slots.amounts), want=(want,))


def _outline(maker: Maker) -> Iterator[Ask]:
    heard = maker.reading.heard
    if {"outline", "which", "ask_count", "how", "what", "summary", "each", "tasks"} & heard:
        where = {"ordinals": maker.slots.ordinals, "annexes": maker.slots.annexes}
        base = maker.ask(Subject.OUTLINE, maker.slots.spent("ordinals"), ("outline",), **where)
        base = replace(base, want=(Want.PARTS,))
        asks = [base, *([replace(base, fold=Fold.COUNT)] if (_COUNTED | {"how_much"}) & heard else [])]
        yield from asks
        yield from (replace(ask, per_document=True) for ask in asks if several(maker))


def _holdings(maker: Maker, library: Library) -> Iterator[Ask]:
    heard = maker.reading.heard
    if {*OF_DOCUMENTS, "which", "who"} & heard:
        yield (base := maker.ask(Subject.HOLDINGS, (), OF_DOCUMENTS))
        speaks = "mentions" in heard or "“" in maker.reading.text
        if maker.reading.told and speaks and {"documents", "each_place"} & heard:
            yield base.about(documents=tuple(library.documents), named=False)
        if (_COUNTED | {"how_much"}) & heard:
            yield replace(base, fold=Fold.COUNT)


def _overview(maker: Maker) -> Iterator[Ask]:
    if {"summary", "goal", "how"} & maker.reading.heard and not maker.slots.areas:
        yield maker.ask(
            Subject.OVERVIEW, maker.slots.spent("years"), ("summary", "documents", "goal"), years=maker.slots.years
        )
