"""What a claim and the words that may bear it out have in them: values, names, how they are turned. Judges nothing."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.reading.names import NameKind
from assistant.reading.normalising import blanked, stretches, to_key
from assistant.reading.printed import OFTEN, TIMES, Values, in_percent, values_in, values_of
from assistant.reading.stated import Stated, stated_in
from assistant.reading.vocabulary import vocabulary_of
from assistant.reading.words import Term, fold, pairs, rarity_of, terms_of
from corpus.document import Heading
from corpus.facts import Library
from corpus.folding.amounts import find_amounts
from corpus.folding.years import find_years
from indexing.words import is_word

_TURNED = {
    "forbidden": re.compile(r"不[得能可](?![少低小高多大超][于过])|不予|禁止|严禁"),
    "dropped": re.compile(r"取消|无须|无需|免除"),
    "denied": re.compile(r"不再|不是(?!不)|并非|不含(?!税|本数|[)）])|不包括|不意味|没(?![错准想问])|不具有|不要求|未"),
    "excepted": re.compile(r"除(?!了)[^，,。；;]{1,30}外|除外"),
}
_WHETHER = re.compile(r"是不是|有没有|能不能|可不可以|会不会|要不要|对不对|是否|能否|可否|有无")
_STRICT = re.compile(r"必须|强制|一律|全部|全面|完全|部分|所有|只|仅|唯一|禁止")
_ONLY = re.compile(r"只有?|仅有?")
_DEMANDED, _FAVOURED = re.compile(r"必须|强制|一律|应当|务必"), re.compile(r"鼓励|支持|引导|倡导|优先|可")
_FUNCTION = re.compile(r"[要会能就只都也了过被把将是应须得归由]")
"""A pair of characters with one of these is no word: 率要, 会出."""
_CASE = re.compile(r"算(?![力盘账])|属于|符合|够|达标|[能可]以?(?:申请|申报|享受|拿|评|认定|领|补|入选)|有资格|满足")
_TAIL = re.compile(
    r"[,，]?(?:[是对]的?[吗么嘛吧不]|对不对|是不是|没(?:[记说弄搞]?错|问题)吧?|是真[的事][吗么]|是这(?:样|个[数价]|么回事)[吗么吧]?|有这[回个]?事[吗么]"
    r"|[吗么吧对是])?[?？。,，]*$"
)
"""What makes a question of a claim."""
_LIGHT = re.compile(
    r"听说|据说|[今去明]年|至少|最[多高少低]|不?超过|不低于|不少于|差不多|大概|一共|总共|开始|算起|必须|强制|一律|应当|务必|这回事|这句话|没错|打算|决定|考虑|已经|建成|用到|考上|担任|放在|设在|这样|这个|这块|这一行|目标|要求|规定|明确|提出|写明|附件"
    r"|(?:实施|行动|推进|工作)?(?:方案|规划|计划|文件|通知)|任务(?:分解|清单)?表?里?"
)
"""Words that claims are made with, or that name the document."""
_UNIT = re.compile(r"(?<![全各城本])[省市区县][一-鿿]{2,6}?[局委办厅](?![员托公事法])")
_NAMED = frozenset({NameKind.UNIT, NameKind.AREA})
_DOING = re.compile(r"^(?:实施|开展|推进|推动|加强|强化|实行|做好|健全|完善|深化|落实)(?=.{4})")
_COMPARING = re.compile(r"比.{1,12}[多少高低大小快慢长短](?!于)|更[多少高低大小]")
_SECTION = range(3, 11)
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
    stated: tuple[Stated, ...]
    """Its values, each with the words of its own."""
    case: bool
    """Whether its amounts are those of a case to be judged (超过2亿元的算不算), which no text need print."""
    told: float
    """How much its words tell at all: the mass of its terms."""

    @property
    def pairs(self) -> frozenset[str]:
        """Its neighbouring characters."""
        return pairs(self.words)


@lru_cache(maxsize=64)
def claimed_by(asked: str, about: str, documents: tuple[str, ...], library: Library) -> Claimed:
    """What a question claims that is about some words of it, of some documents: the same of all its Asks."""
    text = _WHETHER.sub("", _TAIL.sub("", asked))
    words = terms_of(_LIGHT.sub(" ", _without_values(_TAIL.sub("", about))), library)
    said = [Term(one.forms[:1], one.weight) for one in words.items]
    names, values = names_of(text, documents, library), values_of(text, bare=True)
    return Claimed(
        words=fold(text),
        terms=_meaning(said, library),
        values=values,
        names=names,
        sections=_sections_in(fold(text), documents, library),
        turns=turns_of(text),
        strict=strict_words(text),
        predicate=pairs(_predicate(text)),
        stated=stated_in(text, bare=True),
        case=_is_case(text),
        told=words.mass,
    )


@lru_cache(maxsize=4096)
def content_of(text: str, library: Library) -> tuple[Term, ...]:
    """The words of a text, values and function words apart."""
    return _meaning(terms_of(_without_values(text), library).items, library)


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
    """By document, the short titles of its sections, folded, without what is only done with them (实施企业扶优行动)."""
    return {
        document.id: frozenset(
            title
            for block in document.blocks
            if isinstance(block, Heading) and len(title := _DOING.sub("", fold(block.title))) in _SECTION
        )
        for document in library.documents.values()
    }


def turns_of(text: str) -> frozenset[str]:
    """The ways in which a text is turned round: forbidden, dropped, denied, excepted."""
    return frozenset(way for way, pattern in _TURNED.items() if pattern.search(text))


def strict_words(text: str) -> frozenset[str]:
    """Words that a text must say as the claim does (必须, 全部); 只有 before a value says no more than the value."""
    return frozenset(_STRICT.findall(text if not values_of(text) else _ONLY.sub("", text)))


def is_comparing(text: str) -> bool:
    """Whether a claim sets two things beside each other (比甲还多)."""
    return _COMPARING.search(text) is not None


def force_of(text: str) -> str:
    """Whether a text demands (必须) or only favours (鼓励); empty where it does neither."""
    return "demanded" if _DEMANDED.search(text) else "favoured" if _FAVOURED.search(text) else ""


def _is_case(text: str) -> bool:
    """Whether amounts stand before what asks for a case to be judged."""
    judged = _CASE.search(text)
    amounts = (one for one in values_in(text) if one.kind not in TIMES | {OFTEN})
    return judged is not None and any(one.end <= judged.start() for one in amounts)


def _predicate(text: str) -> str:
    """What something is claimed to be: the end of 是区长张崇波."""
    _, named, behind = text.rpartition("是")
    return behind if named else ""


def _meaning(terms: Iterable[Term], library: Library) -> tuple[Term, ...]:
    """Those of some terms that are words, or at least pairs of characters that documents print."""
    counts = rarity_of(library).counts
    each = ((one, one.forms[0]) for one in terms)
    return tuple(one for one, form in each if not _FUNCTION.search(form) and (form in counts or is_word(form)))


def _without_values(words: str) -> str:
    text = in_percent(words)
    return blanked(text, stretches((*find_amounts(text), *values_in(text, bare=True), *find_years(text))))
