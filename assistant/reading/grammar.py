"""From spans to Asks: every sensible way to understand a question. Builds all, chooses none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.reading.ask import Ask, Fold, Subject, Want, Where
from assistant.reading.reading import Reading
from assistant.reading.slots import Slots, slots_of
from assistant.reading.spans import Span
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
)
_HEAD_SENSES = frozenset(str(want) for want in _METADATA) | {"effective"}
_TASK_SENSES = ("lead", "take_part", "responsible", "deadline", "tasks", "due", "overdue", "ongoing")
_PEOPLE = {"lead": Want.LEAD, "take_part": Want.RESPONSIBLE, "responsible": Want.RESPONSIBLE}
_COUNTED = frozenset({"ask_count", "total"})
_RANKED = frozenset({"most", "least", "nth"})
_FOLDS = {
    "total": Fold.SUM,
    "average": Fold.AVERAGE,
    "share": Fold.SHARE,
    "difference": Fold.DIFFERENCE,
    "ratio": Fold.RATIO,
    "order": Fold.ORDER,
    "most": Fold.EXTREME,
    "least": Fold.EXTREME,
    "nth": Fold.EXTREME,
}
_ACROSS = frozenset({"compare", "each_place"})


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes Asks of one reading: what they share is said once."""

    reading: Reading
    slots: Slots

    def ask(self, subject: Subject, spent: Sequence[Span] = (), used: Iterable[str] = (), **where: object) -> Ask:
        """An Ask over the scope of the question, `spent` spans and words of `used` senses taken out of its words."""
        reading = self.reading
        base = Where(
            documents=reading.documents,
            named=reading.named,
            words=reading.words(spent, tuple(used)),
            quoted=self.slots.quoted,
        )
        return Ask(
            subject=subject,
            where=replace(base, **where),  # type: ignore[arg-type]
            measures=self.slots.measures,
            claim="whether" in reading.heard,
            low="least" in reading.heard,
            rank=self.slots.rank,
            top=self.slots.top,
            by=self.slots.by,
            gist=reading.gist,
            heard=reading.heard,
            pieces=reading.pieces,
        )


def asks_of(reading: Reading, library: Library) -> list[Ask]:
    """The Asks that a question may mean, each once, in no order of merit."""
    maker = _Maker(reading, slots_of(reading, library))
    found = [
        *_prose(maker),
        *_tasks(maker),
        *_targets(maker),
        *_records(maker),
        *_metadata(maker),
        *_definitions(maker),
        *_outline(maker),
        *_holdings(maker),
        *_overview(maker),
    ]
    fuller = asks_of(reading.fuller, library) if reading.fuller else []
    return list(dict.fromkeys([*found, *(replace(ask, follows="words") for ask in fuller)]))


def _folds(heard: frozenset[str]) -> list[Fold]:
    """Showing, and what else the asking words hint at."""
    return list(dict.fromkeys([Fold.SHOW, *(fold for sense, fold in _FOLDS.items() if sense in heard)]))


def _several(maker: _Maker) -> bool:
    """Whether several documents may be set side by side."""
    reading = maker.reading
    return len(reading.documents) > 1 and (reading.named or bool(_ACROSS & reading.heard))


def _prose(maker: _Maker) -> Iterator[Ask]:
    slots = maker.slots
    ask = maker.ask(Subject.PROSE, years=slots.years, amounts=slots.amounts, conditions=slots.conditions)
    yield ask
    if _several(maker):
        yield replace(maker.ask(Subject.PROSE, used=("compare", "each_place")), per_document=True)


def _tasks(maker: _Maker) -> Iterator[Ask]:
    slots, heard = maker.slots, maker.reading.heard
    wants = _task_wants(heard)
    used = _TASK_SENSES
    people = tuple(sense for sense in ("lead", "take_part", "responsible", "deadline", "tasks") if sense in heard)
    yield replace(maker.ask(Subject.TASKS, slots.spent("ordinals"), people, ordinals=slots.ordinals), want=wants)
    counting = bool(_COUNTED & heard)
    if slots.units:
        named = {
            "units": slots.units,
            "role": slots.role,
            "role_only": slots.role_only,
            "ordinals": slots.ordinals,
            "due": slots.due,
        }
        base = maker.ask(Subject.TASKS, slots.spent("units", "ordinals", "due"), used, **named)
        yield replace(base, want=_of_unit(wants))
        if counting or "how_much" in heard:
            yield replace(base, fold=Fold.COUNT)
        if "whether" in heard or "either" in heard:
            yield replace(base, fold=Fold.WHETHER)
    elif {"tasks", "which", "due", "overdue", "ongoing", "none", "only"} & heard or counting:
        named = {"role": slots.role, "due": slots.due, "lacks": "none" in heard, "alone": "only" in heard, "areas": ()}
        base = maker.ask(Subject.TASKS, slots.spent("due"), used, **named)
        yield replace(base, want=(Want.NAME,))
        if counting or "how_much" in heard:
            yield replace(base, fold=Fold.COUNT)
    if "group" in heard or {"each"} & heard:
        yield replace(
            maker.ask(Subject.TASKS, slots.spent("due"), (*used, "group"), due=slots.due, role=slots.role),
            fold=Fold.COUNT_BY,
        )
    if _RANKED & heard:
        yield replace(
            maker.ask(Subject.TASKS, slots.spent("due"), used, role=slots.role, due=slots.due), fold=Fold.EXTREME
        )


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


def _targets(maker: _Maker) -> Iterator[Ask]:
    slots, heard = maker.slots, maker.reading.heard
    where = {
        "years": slots.years,
        "areas": slots.areas,
        "whole": slots.whole,
        "conditions": slots.conditions,
        "amounts": slots.amounts,
    }
    base = maker.ask(Subject.TARGETS, slots.spent("years", "areas", "whole", "amounts"), ("goal", "share"), **where)
    base = replace(base, want=(Want.VALUE,))
    yield from (replace(base, fold=fold) for fold in _folds(heard))
    if "whether" in heard and slots.amounts:
        yield replace(base, fold=Fold.WHETHER)
    if _several(maker):
        yield replace(base, per_document=True)


def _records(maker: _Maker) -> Iterator[Ask]:
    slots, heard = maker.slots, maker.reading.heard
    where = {
        "ordinals": slots.ordinals,
        "conditions": slots.conditions,
        "amounts": slots.amounts,
        "lacks": "none" in heard,
    }
    base = maker.ask(Subject.RECORDS, slots.spent("ordinals", "conditions"), ("record", "share"), **where)
    yield from (replace(base, fold=fold) for fold in _folds(heard))
    if (_COUNTED | {"how_much", "each"}) & heard:
        yield replace(base, fold=Fold.COUNT)
    if {"group", "each"} & heard:
        yield replace(base, fold=Fold.COUNT_BY)


def _metadata(maker: _Maker) -> Iterator[Ask]:
    heard = maker.reading.heard
    wants = tuple(want for want in _METADATA if str(want) in heard)
    if Want.WRITTEN_ON in wants:
        wants = (*wants, Want.PRINTED_ON)
    if not _HEAD_SENSES & heard:
        return
    base = replace(
        maker.ask(Subject.METADATA, maker.slots.spent("years"), _HEAD_SENSES, years=maker.slots.years), want=wants
    )
    yield base
    if len(base.where.documents) > 1:
        yield from (
            replace(base, fold=fold) for fold in _folds(heard) if fold in {Fold.EXTREME, Fold.ORDER, Fold.DIFFERENCE}
        )
    if (_COUNTED | {"how_much"}) & heard:
        yield replace(base, fold=Fold.COUNT)


def _definitions(maker: _Maker) -> Iterator[Ask]:
    slots = maker.slots
    want = Want.MEMBERS if {"which", "each"} & maker.reading.heard else Want.MEANING
    yield replace(maker.ask(Subject.DEFINITIONS, slots.spent("amounts"), amounts=slots.amounts), want=(want,))


def _outline(maker: _Maker) -> Iterator[Ask]:
    heard = maker.reading.heard
    if {"outline", "which", "ask_count", "how", "what", "summary", "each", "tasks"} & heard:
        base = maker.ask(
            Subject.OUTLINE,
            maker.slots.spent("ordinals"),
            ("outline",),
            ordinals=maker.slots.ordinals,
            annexes=maker.slots.annexes,
        )
        yield replace(base, want=(Want.PARTS,))
        if (_COUNTED | {"how_much"}) & heard:
            yield replace(base, want=(Want.PARTS,), fold=Fold.COUNT)


def _holdings(maker: _Maker) -> Iterator[Ask]:
    heard = maker.reading.heard
    if {"documents", "mentions", "each_place", "which", "who"} & heard:
        base = maker.ask(Subject.HOLDINGS, (), ("documents", "mentions", "each_place"))
        yield base
        if (_COUNTED | {"how_much"}) & heard:
            yield replace(base, fold=Fold.COUNT)


def _overview(maker: _Maker) -> Iterator[Ask]:
    if {"summary", "goal", "how"} & maker.reading.heard:
        yield maker.ask(
            Subject.OVERVIEW, maker.slots.spent("years"), ("summary", "documents", "goal"), years=maker.slots.years
        )
