"""From spans to Asks: every sensible way to understand a question. Builds all, chooses none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.reading.ask import Ask, Fold, Head, Subject, Want
from assistant.reading.due import DUE_SENSES
from assistant.reading.heads import heads_asked, places_held
from assistant.reading.maker import (
    ACROSS,
    COUNTED,
    OF_DOCUMENTS,
    Maker,
    folds,
    only_of_documents,
    several,
)
from assistant.reading.meant import beyond
from assistant.reading.reading import Reading
from assistant.reading.slots import slots_of
from assistant.reading.spans import Span
from assistant.reading.task_grammar import task_asks
from assistant.reading.words import terms_of
from corpus.facts import Library

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
    Want.SITE,
    Want.CHANGES,
    Want.AMENDED,
)
_HEAD_SENSES = frozenset(str(want) for want in _METADATA) | {"effective"}
_BEYOND = frozenset({Subject.PROSE, Subject.TASKS, Subject.TARGETS, Subject.RECORDS})
"""What documents say of places that are not their own."""
_OF_WAYS = ("how", "mentions")
"""Senses of words (做法, 抓手, 提到) that ask of a thing, and seldom stand where a document tells it."""
_FOLDED_TARGETS = frozenset({Fold.SHOW, Fold.SUM, Fold.DIFFERENCE, Fold.RATIO})
_COMPARED_TARGETS = frozenset({Fold.SHOW, Fold.EXTREME, Fold.ORDER, Fold.DIFFERENCE, Fold.RATIO})


def asks_of(reading: Reading, library: Library) -> list[Ask]:
    """The Asks that a question may mean, each once, in no order of merit."""
    maker = Maker(reading, slots_of(reading, library))
    heads = heads_asked(reading, library)
    by_heads, of_heads = _of_heads(maker, heads, library), [span for _, span in heads]
    if only_of_documents(reading) or any(not terms_of(one.where.words, library).items for one in by_heads):
        return list(dict.fromkeys([*_metadata(maker, of_heads), *by_heads, *_holdings(maker, library, by_heads)]))
    found = [
        *_prose(maker, library),
        *task_asks(maker, library),
        *_targets(maker, library),
        *_records(maker),
        *_metadata(maker, of_heads),
        *_outline(maker),
        *by_heads,
        *_holdings(maker, library, by_heads),
        *_overview(maker),
    ]
    return list(dict.fromkeys([*found, *_beyond(reading, library)]))


def _beyond(reading: Reading, library: Library) -> Iterator[Ask]:
    """The Asks for what other documents say of the places named."""
    if other := beyond(reading, library):
        yield from (ask.about(beyond=True) for ask in asks_of(other, library) if ask.subject in _BEYOND)


def _prose(maker: Maker, library: Library) -> Iterator[Ask]:
    slots = maker.slots
    yield maker.ask(Subject.PROSE, years=slots.years, amounts=slots.amounts, conditions=slots.conditions)
    if several(maker, library):
        full, bare = (maker.ask(Subject.PROSE, used=used) for used in (ACROSS, (*ACROSS, *_OF_WAYS)))
        yield replace(full, per_document=True)
        if full.where.words != bare.where.words and terms_of(bare.where.words, library).items:
            yield replace(bare, per_document=True)


def _targets(maker: Maker, library: Library) -> Iterator[Ask]:
    slots, heard = maker.slots, maker.reading.heard
    where = {
        "years": slots.years,
        "areas": slots.areas,
        "lacks": "none" in heard and not slots.areas,
        "whole": slots.whole,
        "conditions": slots.conditions,
        "amounts": slots.amounts,
    }
    spent = slots.spent("years", "areas", "whole", "amounts")
    base = replace(maker.ask(Subject.TARGETS, spent, ("goal", "share"), **where), want=(Want.VALUE,))
    yield from (replace(base, fold=fold) for fold in folds(heard) if fold in _FOLDED_TARGETS)
    if several(maker, library):
        across = ("goal", "share", *ACROSS)
        placed = maker.ask(
            Subject.TARGETS, spent, (*across, "ask_count"), **where
        )  # 数量 names nothing that is counted
        placed = (
            placed
            if terms_of(placed.where.words, library).items
            else maker.ask(Subject.TARGETS, spent, across, **where)
        )
        placed = replace(placed, want=(Want.VALUE,), per_document=True)
        yield from (replace(placed, fold=fold) for fold in folds(heard) if fold in _COMPARED_TARGETS)


def _records(maker: Maker) -> Iterator[Ask]:
    slots, heard = maker.slots, maker.reading.heard
    where = {"units": slots.units, "years": slots.years, "ordinals": slots.ordinals, "lacks": "none" in heard}
    bounds = {"conditions": slots.conditions, "amounts": slots.amounts}
    spent, used = slots.spent("ordinals", "conditions"), ("record", "share")
    bases = [maker.ask(Subject.RECORDS, spent, used, **where, **bounds)]
    if slots.due:  # a day is a condition on the rows, or words that one of them holds
        dated = [*spent, *slots.spent("due")]
        bases.append(maker.ask(Subject.RECORDS, dated, (*used, "due", *DUE_SENSES), **where, **bounds, due=slots.due))
    yield from (replace(base, fold=fold) for base in bases for fold in folds(heard))
    if (COUNTED | {"how_much", "each"}) & heard:
        yield from (replace(base, fold=Fold.COUNT) for base in bases)


def _metadata(maker: Maker, heads: Iterable[Span] = ()) -> Iterator[Ask]:
    """Fields asked for; what says of which head the documents are (2024年印发的) asks for none."""
    told = (one for one in maker.reading.senses() if not any(one.meets(head) for head in heads))
    senses = frozenset(one.sense for one in told)
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
    if (COUNTED | {"how_much"}) & heard:
        yield replace(base, fold=Fold.COUNT)


def _outline(maker: Maker) -> Iterator[Ask]:
    heard = maker.reading.heard
    if {"outline", "which", "ask_count", "how", "what", "summary", "each", "tasks"} & heard:
        where = {"ordinals": maker.slots.ordinals, "annexes": maker.slots.annexes}
        base = maker.ask(Subject.OUTLINE, maker.slots.spent("ordinals"), ("outline",), **where)
        yield replace(base, want=(Want.PARTS,))


def _of_heads(maker: Maker, heads: Sequence[tuple[Head, Span]], library: Library) -> list[Ask]:
    """Documents by what their heads say, where that is asked."""
    if not heads:
        return []
    where = {"documents": places_held(maker.reading, library), "heads": tuple(head for head, _ in heads)}
    used = (*OF_DOCUMENTS, *_HEAD_SENSES)
    return [maker.ask(Subject.HOLDINGS, [span for _, span in heads], used, **where)]


def _holdings(maker: Maker, library: Library, by_heads: Sequence[Ask]) -> Iterator[Ask]:
    heard = maker.reading.heard
    if by_heads and "mentions" not in heard:
        return
    if {*OF_DOCUMENTS, "which", "who"} & heard:
        yield (base := maker.ask(Subject.HOLDINGS, (), OF_DOCUMENTS))
        speaks = "mentions" in heard or "“" in maker.reading.text
        if maker.reading.told and speaks and {"documents", "each_place"} & heard:
            yield base.about(documents=tuple(library.documents), named=False)


def _overview(maker: Maker) -> Iterator[Ask]:
    if {"summary", "goal", "how"} & maker.reading.heard and not maker.slots.areas:
        yield maker.ask(
            Subject.OVERVIEW, maker.slots.spent("years"), ("summary", "documents", "goal"), years=maker.slots.years
        )
