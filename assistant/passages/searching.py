"""From a question to ranked sentences: its terms, what it wants, and what the index finds. Judges nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.labels import region_names
from assistant.passages.asked import Asked, Wanted, question_to_wanted
from assistant.passages.candidates import Scored, hits_to_candidates, hits_to_likeness, scored, with_meanings
from assistant.passages.terms import Terms, question_to_terms, rarity_of, without_names
from assistant.passages.titles import without_titles
from assistant.query import Query
from assistant.reading.words import everyday_words
from indexing.hit import Hit

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["Found", "anchor_words", "query_to_parts", "search", "text_to_terms"]

_FOUND = 100
_PARTS = re.compile(r"[？?；;。]")
_AGREED = 0.97
_FAR = 2.5
"""Standard deviations of the cosines found."""
_SHORTEST_PART = 4
_COUNT = re.compile(r"[，,]?(?:一共|总共|共|都)?(?:有|是)?(?:几|多少)(?:个|项|条|类|种|方面)?(?:方面)?")
_FEW_PAIRS = 4
_FEWEST_PAIRS = 3
_EXAMPLES = re.compile(r"(?:比如|例如|诸如|像)([^，。？?]{2,40}(?:、[^，。？?、]{1,20}){1,6})")
_EVERYWHERE = re.compile(
    r"[各五四三两几]地|各个?(?:城市|文件|方案)|哪些(?:地方|城市|方案|文件|地区)"
    r"|哪[几两三](?:个|份)?(?:地方|城市|方案|文件|地)"
    r"|[五四三两]份|[五四三两]个(?:地方|城市)|比较|对比|相比|异同"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A question (or a part of one), what it is about, what it asks for, the sentences that come near, best first."""

    text: str
    anchors: tuple[str, ...]
    """Words of which one must stand in the answer: quoted ones, names in Latin letters, examples that are given."""
    terms: Terms
    wanted: Wanted
    ranked: tuple[Scored, ...]
    surest: str = ""
    """The passage on which words and meaning agree, far before all others; empty where there is none."""


def query_to_parts(query: Query) -> list[str]:
    """The questions in a question (…怎样推进？考核上有什么抓手？); the whole where there is but one."""
    parts = [part for part in _PARTS.split(query.text) if len(part) >= _SHORTEST_PART]
    asking = [part for part in parts if question_to_wanted(part).kinds != (Asked.TEXT,) and not _COUNT.fullmatch(part)]
    return asking if len(asking) == len(parts) > 1 else [query.text]


def search(text: str, query: Query, index: "Index", documents: Sequence[str] = ()) -> Found:
    """The sentences of some documents (those of the query where none is named) that come near `text`.

    `text` is the query's or a part of it; a part that says little by itself borrows from the whole.
    """
    wanted = question_to_wanted(_without_titles(text, query, index))
    terms = text_to_terms(text, query, index)
    if len(terms.weights) < _FEW_PAIRS and text != query.text:
        terms = terms.mixed(text_to_terms(query.text, query, index))
    scope = documents or query.documents
    sought = _without_places(query.text, index, scope)
    hits = index.search(sought, documents=scope, limit=_FOUND)
    candidates = hits_to_candidates(hits, index.library)
    near = index.closeness(sought, [candidate.text for candidate in candidates])
    ranked = scored(with_meanings(candidates, near, index.weights.spread), terms, wanted)
    return Found(text, anchor_words(text, query), terms, wanted, tuple(ranked), _surest(hits))


def text_to_terms(text: str, query: Query, index: "Index") -> Terms:
    """The terms of a text; names of places are a filter and no topic, and examples (比如月亿楼、5亿) are all of it."""
    examples = _EXAMPLES.search(text)
    documents = [index.library.document(document_id).text for document_id in query.documents]
    places = region_names(index.library, query.documents)
    for asked in (_without_titles(text, query, index), text):
        bare = _in_official_words(_EVERYWHERE.sub("，", examples[1] if examples else asked), documents)
        terms = question_to_terms(bare, rarity_of(index.library), without=places)
        if len(terms.weights) >= _FEWEST_PAIRS:
            break
    return terms


def _without_titles(text: str, query: Query, index: "Index") -> str:
    """`text` without the names of the documents that filter the search already."""
    named = query.documents if query.documents_named else ()
    return without_titles(text, map(index.library.document, named))


def _without_places(text: str, index: "Index", documents: Sequence[str]) -> str:
    """`text` without the names of the places that filter the search already: they pull meanings towards themselves."""
    bare = without_names(text, region_names(index.library, documents))
    return bare if len(bare) >= _SHORTEST_PART else text


def _surest(hits: Sequence[Hit]) -> str:
    """The first hit's passage where it is first by words, and far above the mean by its cosine."""
    if not hits or hits[0].score < _AGREED:
        return ""
    above = hits_to_likeness(hits).get(hits[0].chunk.id, 0.0)
    return hits[0].chunk.text if above >= _FAR else ""


def _in_official_words(text: str, documents: Sequence[str]) -> str:
    """`text` with everyday words that no document uses (翻新, 空着) replaced by the official ones."""
    for everyday, official in everyday_words():
        if everyday in text and not any(everyday in document for document in documents):
            text = text.replace(everyday, official)
    return text


def anchor_words(text: str, query: Query) -> tuple[str, ...]:
    """Words of which one must stand in the answer: those the question quotes or gives as examples."""
    examples = _EXAMPLES.search(text)
    return (*query.quoted, *(examples[1].split("、") if examples else ()))
