"""What a claim and the words that may bear it out have in them: values, names, how they are turned. Judges nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import cast

from assistant.reading.ask import Ask
from assistant.reading.names import NameKind
from assistant.reading.normalising import blanked, to_key
from assistant.reading.vocabulary import vocabulary_of
from assistant.reading.words import Term, fold, pairs, rarity_of, terms_of
from corpus.document import Heading
from corpus.facts import Library
from corpus.folding.amounts import find_amounts
from corpus.folding.dates import find_dates
from corpus.folding.numerals import numeral_to_int
from corpus.folding.units import base_unit
from corpus.folding.years import find_years
from corpus.target import Bound
from indexing.words import is_word

__all__ = [
    "LOWER",
    "TIMES",
    "Claimed",
    "Names",
    "Values",
    "all_in",
    "claimed_by",
    "force_of",
    "names_of",
    "strict_words",
    "turns_of",
    "values_of",
]

_TURNED = {
    "forbidden": re.compile(r"不[得能可](?![少低小高多大超][于过])|不予|禁止|严禁"),
    "dropped": re.compile(r"取消|无须|无需|免除"),
    "denied": re.compile(r"不再|不是(?!不)|并非|不含|不包括|不意味|没(?![错准想问])|不具有|不要求|未"),
    "excepted": re.compile(r"除(?!了)[^，,。；;]{1,30}外|除外"),
}
_WHETHER = re.compile(r"是不是|有没有|能不能|可不可以|会不会|要不要|对不对|是否|能否|可否|有无")
_STRICT = re.compile(r"必须|强制|一律|全部|全面|完全|部分|所有|只|仅|唯一|禁止")
_ONLY = re.compile(r"只有?|仅有?")
_DEMANDED, _FAVOURED = re.compile(r"必须|强制|一律|应当|务必"), re.compile(r"鼓励|支持|引导|倡导|优先|可")
_FUNCTION = re.compile(r"[要会能就只都也了过被把将是应须得归由]")
"""A pair of characters with one of these is no word: 率要, 会出."""
_OFTEN = re.compile(r"每(?:半年|季度?|双月|[两二三四五六\d]?个?(?:年|月|周|天)|[日旬])")
_CASE = re.compile(r"算(?![力盘账])|属于|符合|够|达标|[能可]以?(?:申请|申报|享受|拿|评|认定|领|补|入选)|有资格|满足")
_TAIL = re.compile(r"[,，]?(?:[是对]吗|[是对]吧|没错吧|是这样[吗吧]?|[吗吧])?[?？。]*$")
_ONCE = re.compile(r"(?<![每双两三四五六半个\d])(?:一个?)?(半年|季度|年|月|周)[^，,。；;\d]{0,6}[一两](?:次|回)")
_SAME = {
    "每两个月": "每双月",
    "每两月": "每双月",
    "每2个月": "每双月",
    "每六个月": "每半年",
    "每季": "每季度",
    "每三个月": "每季度",
    "每个月": "每月",
}
"""Rhythms that are the same in other words."""
_TENTHS = re.compile(r"(?<![一-十\d])([一二三四五六七八九])成(?![立为本果员功效就长套交品])")
_LIGHT = re.compile(
    r"听说|据说|必须|强制|一律|应当|务必|这回事|这句话|没错|打算|已经|建成|用到|考上|担任|放在|设在|这样|这个|这块|这一行|目标|要求|规定|明确|提出|写明|附件"
    r"|(?:实施|行动|推进|工作)?(?:方案|规划|计划|文件|通知)|任务(?:分解|清单)?表?里?"
)
"""Words that claims are made with, or that name the document."""
_UNIT = re.compile(r"(?<![全各城本])[省市区县][一-鿿]{2,6}?[局委办厅](?![员托公事法])")
_NAMED = frozenset({NameKind.UNIT, NameKind.AREA})

_SECTION = range(3, 11)
_DAY, _YEAR, _OFTENNESS = "day", "year", "often"
TIMES = frozenset({_DAY, _YEAR})
"""Kinds of values that hold spans of days; the others are how often, and the base units of amounts."""

LOWER, UPPER = frozenset({Bound.GE, Bound.GT}), frozenset({Bound.LE, Bound.LT})
Time = tuple[date, date]
Values = Mapping[str, frozenset[object]]
"""By the kind of value, those that a text names."""
Names = Mapping[NameKind, frozenset[str]]
"""By their kind, the names that a text has, folded."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a yes/no question claims."""

    words: str
    """As asked, folded, without the words that make a question of it."""
    terms: tuple[Term, ...]
    values: Values
    names: Names
    sections: frozenset[str]
    """The headings that it says, folded."""
    turns: frozenset[str]
    strict: frozenset[str]
    predicate: frozenset[str]
    """The pairs behind the last 是 of what is claimed to be something."""
    bounds: Mapping[str, Bound]
    """By the kind of an amount, the side on which it leaves room (超过10个)."""
    case: bool
    """Whether its amounts are those of a case to be judged (超过2亿元的算不算), which no text need print."""
    told: float
    """How much its words tell at all: the mass of its terms."""

    @property
    def pairs(self) -> frozenset[str]:
        """Its neighbouring characters."""
        return pairs(self.words)


def claimed_by(ask: Ask, library: Library) -> Claimed:
    """What an ask claims."""
    text = _WHETHER.sub("", ask.gist)
    counts = rarity_of(library).counts
    words = terms_of(_LIGHT.sub(" ", _without_values(ask.where.words)), library)
    said = (Term(one.forms[:1], one.weight) for one in words.items)
    names, values = names_of(text, ask.where.documents, library), values_of(text)
    return Claimed(
        words=fold(text),
        terms=tuple(one for one in said if not _FUNCTION.search(one.forms[0]) and _means(one.forms[0], counts)),
        values=values,
        names=names,
        sections=_sections_in(fold(text), ask.where.documents, library),
        turns=turns_of(text),
        strict=strict_words(text),
        predicate=pairs(_predicate(text)),
        bounds={
            base_unit(one.quantity.unit): one.quantity.bound
            for one in find_amounts(_in_percent(text))
            if one.quantity.bound in LOWER | UPPER
        },
        case=bool(_CASE.search(text)) and bool(set(values) - TIMES - {_OFTENNESS}),
        told=words.mass,
    )


def values_of(text: str) -> Values:
    """The amounts, times and rhythms that a text names."""
    found: dict[str, set[object]] = {}
    for amount in (
        one for one in find_amounts(_in_percent(_OFTEN.sub(" ", text))) if not (one.spelled and one.quantity.value <= 1)
    ):
        found.setdefault(base_unit(amount.quantity.unit), set()).add(amount.quantity.in_base)
    for one in find_dates(text):
        found.setdefault(_YEAR if _is_years(one.first, one.last) else _DAY, set()).add((one.first, one.last))
    often = [*_OFTEN.findall(text), *(f"每{match[1]}" for match in _ONCE.finditer(text))]
    if often:
        found[_OFTENNESS] = {_SAME.get(one, one) for one in often}
    return {kind: frozenset(values) for kind, values in found.items()}


def all_in(kind: str, claimed: frozenset[object], said: frozenset[object]) -> bool:
    """Whether all values claimed are said; a time that meets one said is."""
    if kind not in TIMES:
        return claimed <= said
    return all(any(_meets(one, other) for other in _times(said)) for one in _times(claimed))


def _meets(claimed: Time, said: Time) -> bool:
    """Whether a time is in another, or the other in it; spans of years are each their own."""
    (first, last), (start, end) = claimed, said
    if last.year > first.year and end.year > start.year:
        return claimed == said
    return (start <= first and last <= end) or (first <= start and end <= last)


def _times(values: frozenset[object]) -> list[Time]:
    return [cast("Time", one) for one in values]


def names_of(text: str, documents: tuple[str, ...], library: Library) -> Names:
    """The units and places that a text names, of those that these documents (all, where none is given) know, and what
    is formed like a unit.
    """
    key = to_key(fold(text))
    found: dict[NameKind, set[str]] = {}
    for one in vocabulary_of(library).names.mentions(key):
        for kind in {name.kind for name in one.names if not documents or name.document in documents} & _NAMED:
            found.setdefault(kind, set()).add(key[one.start : one.end])
    if others := {
        name for name in _UNIT.findall(key) if not any(name in known for known in found.get(NameKind.UNIT, ()))
    }:
        found.setdefault(NameKind.UNIT, set()).update(others)
    return {kind: frozenset(names) for kind, names in found.items()}


def _sections_in(words: str, documents: tuple[str, ...], library: Library) -> frozenset[str]:
    return frozenset(title for one in documents for title in _titles(library)[one] if title in words)


@lru_cache(maxsize=4)
def _titles(library: Library) -> Mapping[str, frozenset[str]]:
    """By document, the short titles of its sections, folded."""
    return {
        document.id: frozenset(
            title
            for block in document.blocks
            if isinstance(block, Heading) and len(title := fold(block.title)) in _SECTION
        )
        for document in library.documents.values()
    }


def turns_of(text: str) -> frozenset[str]:
    """The ways in which a text is turned round: forbidden, dropped, denied, excepted."""
    return frozenset(way for way, pattern in _TURNED.items() if pattern.search(text))


def strict_words(text: str) -> frozenset[str]:
    """Words that a text must say as the claim does (必须, 全部); 只有 before a value says no more than the value."""
    return frozenset(_STRICT.findall(text if not values_of(text) else _ONLY.sub("", text)))


def force_of(text: str) -> str:
    """Whether a text demands (必须) or only favours (鼓励); empty where it does neither."""
    return "demanded" if _DEMANDED.search(text) else "favoured" if _FAVOURED.search(text) else ""


def _predicate(text: str) -> str:
    """What something is claimed to be: the end of 是区长张崇波."""
    _, named, behind = _TAIL.sub("", text).rpartition("是")
    return behind if named else ""


def _in_percent(text: str) -> str:
    """Shares in words as numbers: 一半, 七成."""
    tenths = _TENTHS.sub(lambda match: f"{(numeral_to_int(match[1]) or 0) * 10}%", text)
    return tenths.replace("一半", "50%")


def _is_years(first: date, last: date) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def _means(form: str, counts: Mapping[str, int]) -> bool:
    """Whether a pair of characters is a word, or at least one that documents print."""
    return form in counts or is_word(form)


def _without_values(words: str) -> str:
    text = _in_percent(words)
    stretches = [(one.start, one.end) for one in find_amounts(text)]
    stretches += [(one.start, one.end) for one in find_dates(text)]
    stretches += [(one.start, one.end) for one in find_years(text)]
    return _OFTEN.sub(" ", blanked(text, stretches))
