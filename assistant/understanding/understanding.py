"""From a question to a Query: names linked, years read, indicators matched, the operation told. No LLM, no answer."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.query import Operation, Query
from assistant.reading.abbreviations import abbreviated_units
from assistant.reading.divisions import is_county
from assistant.reading.linking import Link, link
from assistant.reading.misheard import mender_of
from assistant.reading.names import NameKind
from assistant.reading.normalising import blanked, question_to_text, to_key
from assistant.reading.spelling import Speller
from assistant.reading.traditional import as_printed
from assistant.reading.unknown_places import named_townships
from assistant.reading.vocabulary import WHOLE_AREA, vocabulary_of
from assistant.understanding.indicators import matched_indicators
from assistant.understanding.operations import asks_comparison, text_to_operation
from assistant.understanding.spoken import in_plain_words
from assistant.understanding.topic import text_to_topic, with_official_words
from assistant.understanding.years import text_to_years
from corpus.facts import Library

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["question_to_query", "understand"]

_ORDINAL = re.compile(
    r"(?:第|序号(?:为|是)?)(\d{1,4})(?:个|项|条|行|号|位|名)?|(\d{1,4})号(?:任务|项目)"
    r"|任务(\d{1,3})(?![\d.年月日个项条])"
)
_ANNEX = re.compile(r"附件([1-9一二三四五六七八九])(?!个)")
_ANNEX_NUMBERS = {character: value for value, character in enumerate("一二三四五六七八九", 1)}
_QUOTED = re.compile(r"[“\"']([^”\"']{1,30})[”\"']")
_LATIN = re.compile(r"(?<![A-Za-z])[A-Za-z][A-Za-z0-9.&+-]{1,14}(?![A-Za-z])")
_WHOLE = re.compile(r"全[市区县省域](?!域)|合计|总计|整个[市区县]")
_IN_BRACKETS = re.compile(r"[(（][一-鿿]{1,4}[)）]")
"""A word beside a word, as in 实施(规划)期限."""
_CLAUSE = re.compile(r"[,?;。!:]")
_OF_UNIT = re.compile(
    r"哪些|哪几|哪[一两三四五六七八九]?[项个条件]|什么(?:任务|工作|事|活)|几[项个条件]|多少[项个条件]|任务|工作|职责|负责什么|管什么|管哪|干什么|做什么|分工|事项"
    r"|(?:牵头|负责|参与|配合|承担)的?是?(?:哪|什么)"
)
_WHETHER = re.compile(r"在不在|是不是|管不管|要不要|是否|有没有|算不算|属不属于|包不包括|吗(?:$|[?,。])")
_UNIT_ASKED = frozenset({Operation.LEAD, Operation.PARTICIPANTS, Operation.YES_NO})


def understand(question: str, index: "Index", documents: Sequence[str] = ()) -> Query:
    """The Query of a standalone question over an index; raises BadQuestion and UnknownDocument."""
    return question_to_query(question, index.library, documents, index)


def question_to_query(
    question: str, library: Library, documents: Sequence[str] = (), index: "Index | None" = None
) -> Query:
    """The Query of a standalone question. `documents` narrow the scope as if the question had named them.

    With an index, paraphrases of indicators that share no words with them are matched by its embedder.
    """
    text = mender_of(library).mended(in_plain_words(as_printed(question_to_text(question), library)))
    linked = link(text, vocabulary_of(library), _speller_of(library), documents)
    scope = linked.documents or tuple(documents)
    years = text_to_years(to_key(linked.masked))
    nameless = _without_names(linked)
    parts = (nameless, *_CLAUSE.split(nameless), with_official_words(nameless))
    topics = list(dict.fromkeys(map(text_to_topic, parts)))
    indicators = matched_indicators(topics, linked.text, library, scope, index)
    units = tuple(unit for unit in linked.values(NameKind.UNIT, scope) if not WHOLE_AREA.match(unit))
    units = units or _abbreviated(linked.masked, scope, library)
    scopes = linked.values(NameKind.AREA, scope) or _kind_of_area(linked.masked, scope, library)
    scopes = scopes or tuple(named_townships(to_key(nameless)))
    return Query(
        question=question,
        text=linked.text,
        operation=_operation(linked, [unit for unit in units if unit not in scopes or not indicators], scope),
        documents=_in_order(scope, library),
        documents_named=bool(scope),
        unknown_regions=linked.unknown_regions,
        years=years,
        scopes=scopes,
        indicators=indicators,
        units=units,
        topic=topics[0],
        quoted=_quoted(linked.text),
        ordinals=tuple(int(next(filter(None, found))) for found in _ORDINAL.findall(linked.masked)),
        annexes=tuple(int(_ANNEX_NUMBERS.get(number, number)) for number in _ANNEX.findall(linked.text)),
        unknown_documents=linked.unknown_documents,
        asks_total=bool(_WHOLE.search(linked.text)),
    )


@lru_cache(maxsize=4)
def _speller_of(library: Library) -> Speller:
    return Speller.of(vocabulary_of(library).names)


def _operation(linked: Link, units: Sequence[str], scope: Sequence[str]) -> Operation:
    """The operation, with what the names add: several documents are compared, a unit's tasks are listed."""
    told = text_to_operation(_IN_BRACKETS.sub("", linked.masked))
    if told is Operation.METADATA:
        return told
    if len(scope) > 1 or (not scope and asks_comparison(linked.masked)):
        return Operation.COMPARE
    if units and _WHETHER.search(linked.masked):
        return Operation.YES_NO
    if units and told not in _UNIT_ASKED and _OF_UNIT.search(linked.masked):
        return Operation.TASKS_OF_UNIT
    return told


def _abbreviated(text: str, scope: Sequence[str], library: Library) -> tuple[str, ...]:
    """The units of the one document in scope that the question abbreviates."""
    return abbreviated_units(text, library.facts[scope[0]].units) if len(scope) == 1 else ()


def _kind_of_area(text: str, scope: Sequence[str], library: Library) -> tuple[str, ...]:
    """The county-level cities of the one document in scope, where a question speaks of them as a kind (四个县级市)."""
    if "县级市" not in text or len(scope) != 1:
        return ()
    areas = dict.fromkeys(target.scope for target in library.targets(scope) if target.scope)
    return tuple(area for area in areas if area.endswith("市") and is_county(area))


def _without_names(linked: Link) -> str:
    """The masked question without areas and units."""
    kinds = (NameKind.AREA, NameKind.UNIT)
    named = (mention for mention in linked.mentions if any(name.kind in kinds for name in mention.names))
    return blanked(linked.masked, ((mention.start, mention.end) for mention in named))


def _quoted(text: str) -> tuple[str, ...]:
    """Words in quotation marks and Latin names (REITs, CBD)."""
    return tuple(dict.fromkeys([*_QUOTED.findall(text), *_LATIN.findall(text)]))


def _in_order(scope: Sequence[str], library: Library) -> tuple[str, ...]:
    """The documents in scope, in manifest order; all where none is named."""
    return tuple(one for one in library.documents if not scope or one in scope)
