"""What terms mean: defined terms, abbreviations, named sets with their members; and terms that are never explained."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.facts.definition_rows import definition_rows, quoted_rows, term_key
from assistant.facts.rows import Fitted, Row, fitted
from assistant.facts.weighing import weighed
from assistant.figures import numeral_value
from assistant.labels import document_label
from assistant.reading.ask import Ask, Want
from assistant.reading.words import fold, pairs, terms_of
from corpus.facts import Evidence, Library
from corpus.quoting import compact

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_definitions", "explains"]

_RATIO = re.compile(r"^(.{2,40}?)占(.{2,40}?)的?(?:百分比|比例|比重|份额)$")
_FRACTION = pairs("分子 分母")
_SECONDS = 2
_NUMERAL = re.compile(r"[一二三四五六七八九十两]")
_MOST = 2


def answer_definitions(ask: Ask, index: "Index") -> list[Candidate]:
    """The terms that the words name, all at once, else the two nearest; a member; a term never explained."""
    rows = [row for one in ask.where.documents for row in definition_rows(one, index.library)]
    found = fitted(rows, ask, index)
    named = _named(found, ask)
    rest = [one for one in found if one not in named and (one.match or one.meaning)]
    groups = [named] if named else [[one] for one in rest[:_SECONDS]]
    candidates = [_meaning(ask, group, rest, index) for group in groups]
    return [
        *candidates,
        *_member(ask, named or rest, bool(named), index),
        *_quoted(ask, index),
    ]


def _named(found: Sequence[Fitted], ask: Ask) -> list[Fitted]:
    """The rows whose terms stand in the words, the longest where one holds another, in the order of the words."""
    text = _text(ask)
    keys = {id(one): term_key(one.row.name) for one in found}
    named = [one for one in found if len(keys[id(one)]) > 1 and keys[id(one)] in text]
    longest = [one for one in named if not any(keys[id(one)] in key != keys[id(one)] for key in map(_key, named))]
    return sorted(longest, key=lambda one: text.find(keys[id(one)]))


def _text(ask: Ask) -> str:
    return fold(" ".join((ask.where.words, *ask.where.quoted)))


def _key(one: Fitted) -> str:
    return term_key(one.row.name)


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


def _member(ask: Ask, found: Sequence[Fitted], named: bool, index: "Index") -> list[Candidate]:
    """Of the best set whether it holds what is claimed; of one that is named also the member that is meant."""
    best, others = found[:1], found[1:]
    for one in best:
        verdict = _membership_verdict(ask, one.row)
        if verdict is not None:
            return [_candidate(ask, [verdict], best, others, index, filled=1.0, verdict=1.0)]
        meant = _member_meant(ask, one, index.library) if named and len(found) == 1 else None
        if meant is not None:
            return [_candidate(ask, [meant[0]], [meant[1]], found, index, filled=1.0, member=1.0)]
    return []


def _quoted(ask: Ask, index: "Index") -> list[Candidate]:
    """Terms in quotation marks that no definition explains: the sentence that does, or that none does."""
    rows = [row for one in ask.where.documents for row in quoted_rows(one, index.library)]
    named = _named(fitted([row for row in rows if term_key(row.name) in _text(ask)], ask, index, meaning=False), ask)
    if not named:
        return []
    told = [_explanation(one.row, document_label(index.library, one.row.document)) for one in named[:_SECONDS]]
    filled = float(all(explained for _, explained in told))
    return [_candidate(ask, [one for one, _ in told], named[:_SECONDS], (), index, filled=filled)]


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


def _member_meant(ask: Ask, found: Fitted, library: Library) -> tuple[Statement, Fitted] | None:
    """The only member that holds words beside the term, and how well it fits; None where it is not the only one."""
    row = found.row
    terms = terms_of(ask.where.words, library)
    own = terms.held(row.own)
    held = {name: terms.held(pairs(name)) - own for name in _members(row)}
    best = [name for name, more in held.items() if more]
    if len(best) != 1:
        return None
    both = own | held[best[0]]
    told = Fitted(row, terms.share(both), terms.share(own), found.meaning, both)
    return Statement(f"“{row.name}”中的一项：{best[0]}。", row.evidence), told


def _membership_verdict(ask: Ask, row: Row) -> Statement | None:
    """包括 or 不包括 for units; 包括 for a member that stands in the words; None where nothing of the kind is named."""
    members = {compact(name): name for name in _members(row)}
    if not ask.claim or not members:
        return None
    if ask.where.units:
        missing = [unit for unit in ask.where.units if compact(unit) not in members]
        if missing and _is_open(row):
            return None
        return _verdict(row, "、".join(missing or ask.where.units), holds=not missing)
    text = fold(ask.where.words)
    named = [name for key, name in members.items() if fold(key) in text and fold(key) != fold(row.name)]
    return _verdict(row, "、".join(named), holds=True) if named else None


def _verdict(row: Row, names: str, *, holds: bool) -> Statement:
    if holds:
        return Statement(f"包括，“{row.name}”中有{names}。", row.evidence)
    return Statement(f"不包括，“{row.name}”中没有{names}。", row.evidence)


def _is_open(row: Row) -> bool:
    """Whether the list of members ends in 等, so that nobody is known to be left out."""
    last = compact(_members(row)[-1])
    return any(f"{last}等" in compact(item.quote) for item in row.evidence)


def _members(row: Row) -> tuple[str, ...]:
    members = row.values.get(Want.MEMBERS)
    return members.names if members else ()


def _explanation(row: Row, label: str) -> tuple[Statement, bool]:
    """The sentence that explains a quoted term, else that it is only mentioned; and whether it is explained."""
    found = _first(row.evidence, row.name)
    if found is not None:
        return Statement(found.quote.strip(), (found,)), True
    text = f"没有解释。{label}的文件只提到“{row.name}”，未说明具体所指。"
    return Statement(text, row.evidence[:_MOST]), False


def explains(sentence: str, term: str) -> bool:
    """Whether a sentence says what a term means: behind it (“五城”即…, “三名”（…）, “一证”改革，将…) or before it
    (简称“三率”; 改厨、改厕、改客房、整理院落“三改一整”).
    """
    word = f'[“"]?{re.escape(term)}[”"]?'
    at_once = r"即|是指|指的是|分别[为是]|包括|[(（][^()（）]{2,60}[)）]"
    behind = rf"(?:{at_once}|(?:改革|模式|制度|机制|做法)?[，,](?:即|将|把|由|让|使))"
    return bool(re.search(rf"{word}{behind}|简称为?{word}", sentence)) or _is_enumerated(term, sentence)


def _first(sentences: Iterable[Evidence], term: str) -> Evidence | None:
    return next((one for one in sentences if explains(one.quote, term)), None)


def _is_enumerated(term: str, sentence: str) -> bool:
    """Whether as many things as its numerals count stand right before a term in quotation marks."""
    before = re.search(rf"([^，。；：“”]{{3,120}})[“\"]{re.escape(term)}[”\"]", sentence)
    counted = sum(map(numeral_value, _NUMERAL.findall(term)))
    return before is not None and counted > 1 and len(before[1].split("、")) == counted
