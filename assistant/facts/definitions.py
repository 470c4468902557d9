"""What terms mean: defined terms, abbreviations, named sets with their members; and terms that are never explained."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.facts.rows import Fitted, Row, Value, fitted
from assistant.facts.weighing import weighed
from assistant.labels import document_label
from assistant.reading.ask import Ask, Want
from assistant.reading.words import fold, pairs
from assistant.sentences import document_to_sentences
from corpus.facts import Definition, Evidence, Library
from corpus.quoting import compact

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_definitions"]

_RATIO = re.compile(r"^(.{2,40}?)占(.{2,40}?)的?(?:百分比|比例|比重|份额)$")
_FRACTION = pairs("分子 分母")
_SECONDS = 2
_MARKS = '“”"（）()'


def answer_definitions(ask: Ask, index: "Index") -> list[Candidate]:
    """The terms that the words name, all at once, else the two nearest."""
    rows = [row for one in ask.where.documents for row in _definition_rows(one, index.library)]
    found = fitted(rows, ask, index)
    named = _named(found, ask)
    rest = [one for one in found if one not in named and (one.match or one.meaning)]
    groups = [named] if named else [[one] for one in rest[:_SECONDS]]
    return [_meaning(ask, group, rest, index) for group in groups]


def _named(found: Sequence[Fitted], ask: Ask) -> list[Fitted]:
    """The rows whose terms stand in the words, the longest where one holds another, in the order of the words."""
    text = _text(ask)
    keys = {id(one): _term_key(one.row.name) for one in found}
    named = [one for one in found if len(keys[id(one)]) > 1 and keys[id(one)] in text]
    longest = [one for one in named if not any(keys[id(one)] in key != keys[id(one)] for key in map(_key, named))]
    return sorted(longest, key=lambda one: text.find(keys[id(one)]))


def _text(ask: Ask) -> str:
    return fold(" ".join((ask.where.words, *ask.where.quoted)))


def _key(one: Fitted) -> str:
    return _term_key(one.row.name)


def _meaning(ask: Ask, group: Sequence[Fitted], rest: Sequence[Fitted], index: "Index") -> Candidate:
    several = len({one.row.document for one in group}) > 1 or ask.per_document
    statements = [_statement(one.row, ask, index.library, labelled=several) for one in group]
    others = [one for one in rest if one not in group]
    return _candidate(ask, statements, group, others, index, filled=1.0)


def _statement(row: Row, ask: Ask, library: Library, *, labelled: bool) -> Statement:
    meaning, members = row.values[Want.MEANING].text, row.values.get(Want.MEMBERS)
    head = f"{document_label(library, row.document)}：" if labelled else ""
    ratio = _RATIO.match(meaning)
    if members is not None:
        text = f"“{row.name}”指：{'；'.join(members.names)}。"
    elif ratio and _FRACTION & pairs(_text(ask)):
        text = f"“{row.name}”指{meaning}，即分子为{ratio[1]}，分母为{ratio[2]}。"
    else:
        text = f"“{row.name}”指{meaning.rstrip('。')}。"
    return Statement(head + text, row.evidence)


def _candidate(
    ask: Ask,
    statements: Sequence[Statement],
    group: Sequence[Fitted],
    others: Sequence[Fitted],
    index: "Index",
    **own: float,
) -> Candidate:
    kind = AnswerKind.COMPARISON if len({one.row.document for one in group}) > 1 else AnswerKind.FACT
    name = min(_share_named(one, ask) for one in group)
    features = weighed(group, others, ask, index, agree=float("meaning" in ask.heard), name=name, **own)
    return Candidate(ask, Draft(kind, tuple(statements)), features, tuple(one.row.name for one in group))


def _share_named(one: Fitted, ask: Ask) -> float:
    """The share of the term that stands in the words."""
    term, words = pairs(one.row.name), pairs(" ".join((ask.where.words, *ask.where.quoted)))
    return len(term & words) / len(term) if term else 0.0


@lru_cache(maxsize=256)
def _definition_rows(document_id: str, library: Library) -> tuple[Row, ...]:
    """A row for each definition of a document, named by its term."""
    return tuple(_row(one, library) for one in library.facts[document_id].definitions)


def _term_key(term: str) -> str:
    """A term as it is compared: folded, without quotation marks and the 是 of “X是指”."""
    bare = fold(term).strip(_MARKS)
    return bare.removesuffix("是") if len(bare) > 2 else bare


def _row(one: Definition, library: Library) -> Row:
    own = Evidence(quote=one.quote, place=one.place)
    values: dict[str, Value] = {Want.MEANING: Value(one.meaning, (own,))}
    if one.members:
        values[Want.MEMBERS] = Value("；".join(one.members), (own,), names=one.members)
    term = one.term.strip(_MARKS)
    return Row(
        document=one.place.document_id,
        name=term.removesuffix("是") if len(term) > 2 else term,
        values=values,
        evidence=(own,),
        text=term,
        context=f"{document_label(library, one.place.document_id)} {' '.join(one.place.path)} {one.meaning}",
        fact=one,
        pieces=(compact(one.quote), *_sentence_of(one, library)),
    )


def _sentence_of(one: Definition, library: Library) -> Iterator[str]:
    """The whole sentence of a definition, as the index knows it."""
    for sentence in document_to_sentences(library.document(one.place.document_id)):
        if sentence.place == one.place and one.quote in sentence.quote:
            yield sentence.quote
            return
