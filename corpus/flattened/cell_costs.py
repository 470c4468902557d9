"""How unlike a cell of a kind a text is: the grammar of labels, prose, deadlines and unit lists, as costs.

A cost is a penalty: 0 is what one expects, negative is more than one hoped for. Knows no layout and no table.
"""

import re
from collections.abc import Callable, Mapping

from corpus.flattened.evidence import Evidence
from corpus.flattened.header_words import Kind
from corpus.flattened.tokens import em_width
from corpus.flattened.unit_grammar import names_cost

_DATE = (
    r"(?:\d{4}(?:年度?|[.-])?)?(?:\d{1,2}(?:月份?|$))?(?:\d{1,2}日)?"
    r"(?:上半年|下半年|全年|第?[一二三四1-4]季度|年?[上中下]旬|[年月]?[底末初中])?"
)
_ONGOING = (
    r"(?:持续|长期|长效|常态化?|全年|即时|立即|适时|定期|逐[年步]|按[年季月]度?|每[年季月半]{1,2}度?|年度|按时序|按要求|"
    r"按计划|贯穿全年|分[年步期])(?:推进|坚持|实施|开展|落实|执行|完成|更新|进行|保持|常态化?|抓好|\d{1,2}月|底前?|末前?){0,3}"
)
_DEADLINE = re.compile(
    rf"(?:截至|截止|力争|到|至)?{_DATE}(?:[-—–~～至]{{1,2}}{_DATE})?(?:之?前|以前|起)?(?:完成)?(?:[，,、]?并?{_ONGOING})?"
)
_ENDS_SENTENCE = re.compile(r"[。；！？;][”’）)]?$")
_STARTS_WRONG = re.compile(r"[、，。；：）》”’】!！?？,.;:)>%]")
_LONGEST_LIST = 120
_SHORT_PROSE = 32
"""As many characters are at least seven ems wide."""
_PAIRS = ("“”", "（）", "《》", "()", "〔〕", "<>")
_PAIRED = re.compile("[" + re.escape("".join(_PAIRS)) + "]")
_VALUE = re.compile(r"[≥≤>＞<＜约超]{0,2}\d[\d,.]{0,15}[%％]?[一-鿿]{0,6}|[—–\-/]{1,2}|完成|达标|持平|零突破")
_SENTENCE_WITHIN = re.compile(r"[。；！？].")
_HAS_NO_SENTENCE = frozenset({Kind.LABEL, Kind.UNITS, Kind.DEADLINE, Kind.VALUE})
_LONGEST = {
    Kind.LABEL: 60.0,
    Kind.PROSE: 900.0,
    Kind.DEADLINE: 24.0,
    Kind.UNITS: 240.0,
    Kind.VALUE: 20.0,
    Kind.NOTE: 120.0,
}


def is_hopeless(kind: Kind, text: str, width: float) -> bool:
    """Whether no cell of the kind begins with `text` (`width` ems wide), however it goes on."""
    return width > _LONGEST[kind] or (kind in _HAS_NO_SENTENCE and _SENTENCE_WITHIN.search(text) is not None)


def cell_cost(kind: Kind, text: str, evidence: Evidence) -> float:
    """The cost of reading `text` (joined, without line breaks) as one whole cell of `kind`."""
    return _open_pairs(text) * 5.0 + _COSTS[kind](text, evidence)


def is_deadline(text: str) -> bool:
    """Whether `text` is a date, a period or a word for work without end."""
    return 0 < len(text) <= _LONGEST[Kind.DEADLINE] and _DEADLINE.fullmatch(text) is not None


def _label_cost(text: str, evidence: Evidence) -> float:
    if text in evidence.headings:
        return -6.0
    cost = max(0.0, em_width(text) - 24) * 0.4 + 1.5 * text.count("，")
    cost += 5.0 if _ENDS_SENTENCE.search(text) else 0.0
    cost += 3.0 if "。" in text[:-1] or "；" in text[:-1] else 0.0
    cost += 6.0 if _STARTS_WRONG.match(text) or text[-1] in "、，（" else 0.0
    cost += 2.0 if len(text) == 1 or text[0] in "（(" else 0.0
    cost += 4.0 if is_deadline(text) else 0.0
    return cost + (3.0 if names_cost(text, evidence.lexicon) < 0 else 0.0)


def _prose_cost(text: str, evidence: Evidence) -> float:
    cost = 0.0 if _ENDS_SENTENCE.search(text[-3:]) else 4.0
    cost += 6.0 if _STARTS_WRONG.match(text) or text[-1] in "、，（" else 0.0
    cost += 3.0 if em_width(text[:_SHORT_PROSE]) < 7 else 0.0
    is_other = len(text) < _LONGEST_LIST and (is_deadline(text) or names_cost(text, evidence.lexicon) < 0)
    return cost + (4.0 if is_other else 0.0)


def _deadline_cost(text: str, evidence: Evidence) -> float:
    if is_deadline(text):
        return -3.0
    wrong = names_cost(text, evidence.lexicon) <= 0 or _ENDS_SENTENCE.search(text) is not None
    return 5.0 + (4.0 if wrong else 0.0) + em_width(text) * 0.2


def _units_cost(text: str, evidence: Evidence) -> float:
    return names_cost(text, evidence.lexicon) + (4.0 if is_deadline(text) else 0.0)


def _note_cost(text: str, evidence: Evidence) -> float:
    return 2.0 + (2.0 if names_cost(text, evidence.lexicon) < 0 else 0.0)


def _value_cost(text: str, _evidence: Evidence) -> float:
    return -1.0 if _VALUE.fullmatch(text) else 5.0


_COSTS: Mapping[Kind, Callable[[str, Evidence], float]] = {
    Kind.LABEL: _label_cost,
    Kind.PROSE: _prose_cost,
    Kind.DEADLINE: _deadline_cost,
    Kind.UNITS: _units_cost,
    Kind.VALUE: _value_cost,
    Kind.NOTE: _note_cost,
}


def _open_pairs(text: str) -> int:
    """How many brackets or quotation marks are left open or never opened."""
    marks = _PAIRED.findall(text)
    return sum(abs(marks.count(pair[0]) - marks.count(pair[1])) for pair in _PAIRS) if marks else 0
