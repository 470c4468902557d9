"""From what a model says a question means to an Ask over this library: names are linked, unknown ones dropped."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.advising.meaning import Meaning
from assistant.reading.ask import Ask, Subject, Want, Where
from assistant.reading.names import NameKind
from assistant.reading.normalising import name_to_key
from assistant.reading.vocabulary import vocabulary_of
from assistant.reading.words import rarity_of
from corpus.facts import Library
from corpus.quoting import squeeze

_WANTS = frozenset(Want)


def meaning_to_ask(meaning: Meaning, asks: Sequence[Ask], library: Library) -> Ask:
    """The Ask that a meaning stands for: the read one that comes nearest, with what the model says instead.

    Documents that the question names stay a hard filter; ordinals, amounts, deadlines and conditions stay as read.
    """
    base = _nearest(meaning, asks)
    documents = _documents(meaning, base.where, library)
    where = replace(
        base.where,
        documents=documents,
        named=base.where.named or len(documents) < len(base.where.documents),
        areas=_linked(meaning.areas, NameKind.AREA, documents, library) or base.where.areas,
        units=_linked(meaning.units, NameKind.UNIT, documents, library) or base.where.units,
        years=tuple(year for year in meaning.years if _is_known(str(year), base, library)) or base.where.years,
        words=" ".join(_words(meaning.words, base, library)) or base.where.words,
    )
    return replace(
        base,
        subject=meaning.subject,
        where=where,
        want=_wants(meaning, documents, library) or (base.want if base.subject is meaning.subject else ()),
        fold=meaning.fold,
        low=meaning.low or base.low,
        per_document=meaning.per_document and len(documents) > 1,
    )


def _nearest(meaning: Meaning, asks: Sequence[Ask]) -> Ask:
    """The Ask as read that is of the same subject and fold, else of the subject, else prose, else the first."""

    def distance(ask: Ask) -> tuple[bool, bool, bool]:
        return ask.subject is not meaning.subject, ask.fold is not meaning.fold, ask.subject is not Subject.PROSE

    return min(asks, key=distance)


def _documents(meaning: Meaning, where: Where, library: Library) -> tuple[str, ...]:
    """Those of the documents in scope that the model names, by id or by name; all where it names none of them."""
    scope = where.documents or tuple(library.documents)
    linked = set(_linked(meaning.documents, NameKind.DOCUMENT, scope, library))
    return tuple(one for one in scope if one in linked) or scope


def _linked(names: Iterable[str], kind: NameKind, documents: Iterable[str], library: Library) -> tuple[str, ...]:
    """What the names stand for in some documents, as printed."""
    return tuple(dict.fromkeys(one for name in names for one in _meant(name, kind, set(documents), library)))


def _meant(name: str, kind: NameKind, documents: set[str], library: Library) -> Iterator[str]:
    for one in vocabulary_of(library).names.by_form.get(name_to_key(squeeze(name)), ()):
        if one.kind is kind and one.document in documents:
            yield one.value


def _words(words: str, base: Ask, library: Library) -> Iterator[str]:
    """The words, or the pieces of them, that stand in the question or in some document: nothing else is looked for, and
    nothing else is shown as understood.
    """
    cut = rarity_of(library).words
    for run in words.split():
        pieces = [run[start:end] for start, end in pairwise([0, *cut.borders(run)])]
        yield from [run] if _is_known(run, base, library) else (one for one in pieces if _is_known(one, base, library))


def _is_known(word: str, base: Ask, library: Library) -> bool:
    key = name_to_key(word)
    return key in name_to_key(base.gist) or bool(vocabulary_of(library).holders(key))


def _wants(meaning: Meaning, documents: Iterable[str], library: Library) -> tuple[str, ...]:
    """The columns that there are: those of the type, and printed ones of the documents' tables."""
    printed = {column.name for one in documents for table in library.document(one).tables for column in table.columns}
    return tuple(dict.fromkeys(want for want in meaning.want if want in _WANTS or want in printed))
