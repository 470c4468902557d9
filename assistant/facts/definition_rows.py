"""Terms as rows: those a document defines, and those it only puts in quotation marks. Knows no asks."""

from collections.abc import Iterator
from functools import lru_cache

from assistant.facts.rows import Row, Value
from assistant.labels import document_label
from assistant.reading.ask import Want
from assistant.reading.words import fold
from assistant.sentences import document_to_sentences
from corpus.facts import Definition, Evidence, Library
from corpus.quoting import compact

__all__ = ["definition_rows", "term_key"]

_MARKS = '“”"（）()'


@lru_cache(maxsize=256)
def definition_rows(document_id: str, library: Library) -> tuple[Row, ...]:
    """A row for each definition of a document, named by its term."""
    return tuple(_row(one, library) for one in library.facts[document_id].definitions)


def term_key(term: str) -> str:
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
