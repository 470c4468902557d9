"""A question as weighted words: what it is about, and how rare each part is in the corpus. Knows no passages."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from corpus.document import Document
from corpus.facts import Library
from corpus.quoting import compact
from corpus.table import Table
from indexing.words import Words, is_word, library_to_dictionary, normalised

__all__ = [
    "Rarity",
    "Terms",
    "fold",
    "is_asking",
    "is_category",
    "pairs",
    "question_to_terms",
    "rarity_of",
    "without_names",
    "word_list",
]

_ASKING = re.compile(
    r"请问|请教|帮我|帮忙|麻烦|查一下|查查|看一下|看看|说一下|说说|讲讲|介绍一下|列一下|列出|告诉我|我想知道|想问"
    r"|是什么|叫什么|有什么|什么样|什么时候|什么时间|什么|哪些|哪个|哪几个?|哪里|哪儿|哪年|哪种|哪类|哪项|哪[一两三四五六七八九十几][个条类项种档些大张级点]?|哪"
    r"|多少|几[个项家幢成]|多久|多大|多高|多长|怎么样|怎么回事|怎么|怎样|如何|为什么|为何|谁|几|是否|是不是|有没有|有无|能不能|可不可以"
    r"|吗|呢|吧|啊|嘛|分别|具体|主要|一共|总共|大概|大约|到底|究竟|简单|概括|总结|归纳|一下|要求|规定|提到|提出|提及|明确|关于"
    r"|文件|方案|规划|文中|正文|里面|当中|其中|这份|该份|这个|那个|这些|那些|方面|内容|情况|已经|如果|可以|能够|需要|应该|进行|对于|百分之几|百分之多少"
    r"|[一二两三四五六七八九十\d]{1,2}(?:大|个|项|条|类|种|步|方面)(?!月|一批|率)|以及|或者|因为|所以|包括|包含|安排|就是|目前|现在|现有|存在|最多|最少|至少|最高|最低|平均|才能|怎|靠|干|要到|属于|来实现|实现|这边|那边|之间|针对"
)
_EMPTY = frozenset(
    "的了在是有要和与把对被给让到中里上这那各都也还就会得地着过之其及或等个为以从由向于并且而不能想来去项条类份做开用"
    "搞管抓建设办分档帮说讲提查看找打走该次前后底末内外间约超达占拿按再又只很最更太哪几谁何啥么吗呢吧"
)
_MARKS = re.compile(r"[^\w%]+")
_LATIN = re.compile(r"\d[\d.]*[%万亿]|[a-z0-9.%]{2,}")
_QUOTED = re.compile(r"[“\"]([^”\"]{2,20})[”\"]")
_QUOTED_WEIGHT = 2.0
_HEAD = re.compile(
    r"(?:什么|哪些|哪种|哪类|哪[几两三四五六七八九十][个类种项条大]?)([一-鿿]{1,10}?)(?=[的管来做是有在用去要能和与分，,。？?]|$)"
)
_HEAD_WEIGHT = 1.6
"""The thing that is asked for by name (平台 of 什么信息化平台) must be there before anything else."""
_CATEGORY = re.compile(
    r"抓手|举措|措施|办法|做法|后果|门槛|标准|程度|条件|作用|职责|任务|工作|目标|指标|方式|方法|手段|途径|路径|频次|频率|时间|时候|数量|名称|类型|类别"
    r"|种类|行业|领域|板块|片区|地方|区域|环节|场所|范围|对象|部门|单位|区别|效果|重点|特点|问题|方向|名字|姓名|具体|业态|人员|比例|额度|金额|上限|下限|限额|期限|时限|有效期|规模|价格|费用|上位|原则|依托|采用|采取|利用|运用|使用|借助|达到|通过|推进|开展"
)
_CATEGORY_WEIGHT = 0.3
"""Words for the kind of thing that is asked for say little of what it is about."""

_GLUED_WEIGHT = 0.5
"""Single characters that belong to no word are put together (老|本|行|招): half of such pairs mean nothing."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare pairs of characters are over the blocks of a corpus, and how its words are cut."""

    counts: Mapping[str, int]
    blocks: int
    words: Words

    def weight(self, pair: str) -> float:
        """An inverse document frequency: 1 for a pair that the corpus never uses, towards 0 for one in every block."""
        seen = self.counts.get(pair, 0)
        return math.log((self.blocks + 1) / (seen + 1)) / math.log(self.blocks + 1) if self.blocks else 1.0


@dataclass(frozen=True, slots=True)
class Terms:
    """The informative pairs of a question and their weights, which sum up to 1."""

    weights: Mapping[str, float]

    def covered(self, text: str) -> float:
        """The share of weight whose pairs stand in `text`, from 0 to 1."""
        return self.share(self.held(text))

    def held(self, text: str) -> frozenset[str]:
        """The pairs that stand in `text`."""
        folded = fold(text)
        return frozenset(pair for pair in self.weights if pair in folded)

    def mixed(self, other: "Terms") -> "Terms":
        """These terms and, at half their weight, those of another question."""
        weights = {pair: weight / 3 for pair, weight in other.weights.items()}
        for pair, weight in self.weights.items():
            weights[pair] = weights.get(pair, 0.0) + weight * 2 / 3
        return Terms(weights)

    def share(self, held: Iterable[str]) -> float:
        """The share of weight of some pairs."""
        return sum(self.weights[pair] for pair in held)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """`text` in NFKC and lower case, without white space."""
    return compact(normalised(text))


def pairs(text: str) -> set[str]:
    """Neighbouring characters of a text without crossing punctuation; Latin words and numbers stay whole."""
    return set(_word_pairs(fold(text)))


def question_to_terms(text: str, rarity: Rarity, *, without: Iterable[str] = ()) -> Terms:
    """The informative pairs of a question: asking words, function words and the names in `without` taken out.

    Pairs do not cross the border of two words, and a word counts once however long it is.
    """
    bare = fold(text)
    bare = without_names(bare, map(fold, without), "，")
    weights: dict[str, float] = {}
    for word, weight in _weighted_words(bare, rarity):
        found = dict.fromkeys(_word_pairs(word)) if len(word) > 1 else {word: None}
        for pair in found:
            weights[pair] = max(weights.get(pair, 0.0), weight * rarity.weight(pair) / math.sqrt(len(found)))
    total = sum(weights.values())
    return Terms({pair: weight / total for pair, weight in weights.items()})


def without_names(text: str, names: Iterable[str], mark: str = "") -> str:
    """`text` with `mark` for each of the names of places, 本级 of 嘉兴市本级 keeping its 市."""
    longest_first = sorted({name for name in names if name}, key=len, reverse=True)
    pattern = "|".join(f"{re.escape(name)}(?!本级)" for name in longest_first)
    return re.sub(pattern, mark, text) if pattern else text


def is_asking(word: str) -> bool:
    """Whether a word belongs to the asking, not to what is asked about (一共, 具体, 目前)."""
    return _ASKING.fullmatch(word) is not None


def is_category(word: str) -> bool:
    """Whether a word only says what kind of thing is asked for (办法, 标准, 部门)."""
    return _CATEGORY.fullmatch(word) is not None


def word_list(run: str, rarity: Rarity) -> list[str]:
    """The words of a run of characters, function words left out."""
    return list(_cut(run, rarity.words))


@lru_cache(maxsize=4)
def rarity_of(library: Library) -> Rarity:
    """The rarity of pairs over all blocks of a library."""
    counts: Counter[str] = Counter()
    blocks = 0
    for document in library.documents.values():
        for text in _texts(document):
            counts.update(pairs(text))
            blocks += 1
    return Rarity(counts, blocks, Words(library_to_dictionary(library)))


def _weighted_words(bare: str, rarity: Rarity) -> Iterator[tuple[str, float]]:
    for quoted in _QUOTED.findall(bare):
        yield quoted, _QUOTED_WEIGHT
    for head in _HEAD.findall(bare):
        yield from ((part, _HEAD_WEIGHT) for part in _head_parts(head, rarity))
    for run in _MARKS.split(_ASKING.sub("，", bare)):
        yield from ((name, 1.0) for name in _LATIN.findall(run))
        for word in chain.from_iterable(_cut(part, rarity.words) for part in _LATIN.split(run)):
            yield word, _word_weight(word, rarity)


def _word_weight(word: str, rarity: Rarity) -> float:
    if is_category(word):
        return _CATEGORY_WEIGHT
    return 1.0 if is_word(word) or word in rarity.words.dictionary else _GLUED_WEIGHT


def _head_parts(head: str, rarity: Rarity) -> Iterator[str]:
    """The words of the thing asked for, and where two of them meet, if the corpus ever joins them so."""
    if is_category(head) or is_asking(head) or (len(head) == 1 and head in _EMPTY):
        return
    if len(head) == 1:
        yield head
    yield from (word for word in word_list(head, rarity) if not is_category(word) and not is_asking(word))
    yield from (pair for pair in _word_pairs(head) if rarity.counts.get(pair))


def _cut(run: str, words: Words) -> Iterator[str]:
    """The words of a run. Single characters that belong to no word join their neighbours: 楼|事|会, 空置|税."""
    start, word = 0, ""
    for end in words.borders(run):
        part, start = run[start:end], end
        if len(part) == 1 and (part in _EMPTY or part.isascii()):
            yield from (word,) if len(word) > 1 else ()
            word = ""
        elif len(part) == 1 or len(word) == 1:
            word += part
        else:
            yield from (word,) if len(word) > 1 else ()
            word = part
    if len(word) > 1:
        yield word


def _word_pairs(text: str) -> Iterator[str]:
    for run in _MARKS.split(text):
        yield from _LATIN.findall(run)
        for part in _LATIN.split(run):
            yield from (part[at : at + 2] for at in range(len(part) - 1))


def _texts(document: Document) -> Sequence[str]:
    return [
        text
        for block in document.blocks
        for text in ([row.quote for row in block.rows] if isinstance(block, Table) else [block.text])
    ]
