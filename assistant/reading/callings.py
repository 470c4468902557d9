"""How a question calls documents: by words of their title (农机意见, 优化营商环境那份实施意见), by the
year they are of (2020年那个意见), or by 文号, those that no document has too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.reading.abbreviations import says
from assistant.reading.normalising import blanked, name_to_key
from assistant.reading.vocabulary import Vocabulary
from corpus.facts import Library

_KIND = re.compile(
    r"(?:(?<=的)(?:最?新|旧|老))?(?:指导|实施|行动|发展|工作|推进|扶持|建设|试点){0,2}"
    r"(意见|细则|办法|方案|规划|纲要|计划|措施|规定|条例|决定|报告|要点|政策|通知|通报|公告|通告|批复|复函|行动|清单|摘编|选编|汇编|文件|[这那]份)"
)
_ANY_KIND = re.compile(r"文件|清单|[这那]份")
_JOINT = re.compile(r"(?:的|[这那][个份]|[这那]?(?:[两二三四五六七八九十几]|\d{1,2})[个份篇](?:国家|中央)?)+$")
_LISTED = re.compile(r"([^、，,。；;：:？?和与跟及]{2,14})[、和与跟及]$")
_SHORTEST_RUN = 2
_JOINER = re.compile(r"以及|[、和与跟及]")
_ABREAST = re.compile(r"各|分别|都|哪|谁|区别|不同|差[在异别]|异同|相同|一样|[两二三四五六七八几]份|[对相]比|比较")
"""What is asked of several documents at once."""
_OF_MANY = re.compile(
    r"关于|促进|加快|推进|推动|实施|进一步|加强|深入|深化|开展|若干|高质量|发展|行动|工作|指导|试点|建设|管理|转型|升级|改革|创新|体系|机制"
    r"|市场|服务|产业|企业|经济|社会|国家|全面|支持|扶持|年度?|通知|意见|方案|规划|计划|办法|细则|规定|措施|条例|决定|报告|要点|政策|\d"
)
"""Words of titles that tell no document from others."""
_OF_MANY_BEHIND = re.compile(rf"的?(?:{_OF_MANY.pattern})+$")
_CALLED = re.compile(
    r"(?P<year>20\d\d)年(?:[印发出下]{0,2}的)?[那这该](?:个|份|篇|部)?[^\W\d]{0,8}?"
    r"(?P<kind>意见|细则|办法|方案|规划|计划|措施|规定|条例|决定|报告|通知|文件)"
)
_ANY = "文件"
_NUMBER = re.compile(r"([一-鿿]{1,12})?[\[(【〔]?((?:19|20)\d\d)[\])】〕\-年]{0,2}第?(\d{1,4})号")
_SHORT_NUMBER = re.compile(
    r"(?<![\d月年日第〔-])(\d{1,4})(?=(?:[、,，和]\d{1,4}){0,9}号(?!楼|线|院|地|室|馆|任务|公告))号?"
)


@dataclass(frozen=True, slots=True)
class Calling:
    """A stretch [start, end) that calls documents by words of their title and their kind, and those it fits."""

    start: int
    end: int
    holders: frozenset[str]


def callings(key: str, titles: Mapping[str, str]) -> list[Calling]:
    """Where documents are called by words of their title and their kind: 农机意见, 优化营商环境那份实施意见."""
    found = []
    for match in _KIND.finditer(key):
        joint = _JOINT.search(key, 0, match.start())
        any_kind = _ANY_KIND.fullmatch(match[1])
        of_kind = {one: title for one, title in titles.items() if any_kind or match[1] in title}
        start, holders = _run_before(key, joint.start() if joint else match.start(), of_kind)
        if holders:
            found += [Calling(start, match.end(), holders), *_listed_before(key, start, titles)]
    return found


def _listed_before(key: str, end: int, titles: Mapping[str, str]) -> Iterator[Calling]:
    """Those called by words of their title that a list joins to the last: 农机、消费扶贫和无废城市三份文件."""
    while match := _LISTED.search(key, 0, end):
        start, holders = _run_before(key, match.end(1), titles)
        if start > match.start(1) or not holders:
            return
        yield Calling(start, match.end(1), holders)
        end = match.start(1)


def side_by_side(key: str, titles: Mapping[str, str]) -> list[Calling]:
    """Where documents set beside each other are called by what each of their titles alone is about: 北斗和脑机接口."""
    about = {one: _OF_MANY.sub(" ", title) for one, title in titles.items()} if _ABREAST.search(key) else {}
    longest = max(map(len, about.values()), default=0)
    found: list[Calling] = []
    for match in _JOINER.finditer(key) if about else ():
        kind = _OF_MANY_BEHIND.search(key, 0, match.start())
        end, start = kind.start() if kind else match.start(), match.end()
        before = _topic((key[at:end] for at in range(max(0, end - longest), end)), about)
        behind = _topic((key[start:at] for at in range(min(len(key), start + longest), start, -1)), about)
        if before and behind and before[1] != behind[1]:
            found.append(Calling(end - len(before[0]), match.start(), before[1]))
            found.append(Calling(start, start + len(behind[0]), behind[1]))
    return found


def _topic(words: Iterable[str], about: Mapping[str, str]) -> tuple[str, frozenset[str]] | None:
    """The first of some words, the longest first, that titles are about, if only one is."""
    for one in words:
        if len(one) >= _SHORTEST_RUN and (holders := frozenset(held for held, title in about.items() if one in title)):
            return (one, holders) if len(holders) == 1 else None
    return None


def _run_before(key: str, end: int, titles: Mapping[str, str]) -> tuple[int, frozenset[str]]:
    """Where the words of a title that stand before `end` begin, and the titles that hold them all; where the words
    before hold to other titles only, these too (民爆“十三五”规划 is one of 民爆 or one called “十三五”).
    """
    for size in range(end, _SHORTEST_RUN - 1, -1):
        holding = {one: title for one, title in titles.items() if says(key[end - size : end], title)}
        if holding:
            start, holders = _run_before(key, end - size, holding)
            others = {one: title for one, title in titles.items() if one not in holding}
            start, more = (start, holders) if holders else _run_before(key, end - size, others)
            return start, holders or frozenset(holding) | more
    return end, frozenset()


@dataclass(frozen=True, slots=True)
class _DatedCalling:
    """A stretch [start, end) that calls documents by their year and kind; `year_end` is where its year ends."""

    start: int
    year_end: int
    end: int
    year: int
    kind: str

    def holders(self, library: Library) -> set[str]:
        """The documents of this year and kind."""
        return {
            one.id
            for one in library.documents.values()
            if self.year in {day.year for day in (one.metadata.written_on, one.metadata.printed_on) if day}
            and (self.kind == _ANY or self.kind in one.metadata.title)
        }


def dated_callings(text: str) -> Iterator[_DatedCalling]:
    """Where a text calls documents so."""
    for found in _CALLED.finditer(text):
        yield _DatedCalling(found.start(), found.end("year") + 1, found.end(), int(found["year"]), found["kind"])


def numbered_documents(key: str, vocabulary: Vocabulary) -> tuple[set[str], tuple[str, ...], list[tuple[int, int]]]:
    """Documents named by 文号, 文号 that no document has, and where they stand."""
    found: set[str] = set()
    unknown, spans = [], []
    for match in _NUMBER.finditer(key):
        holders = [one for one in vocabulary.library.documents if _has_number(one, match, vocabulary)]
        found |= set(holders)
        issuer = max((len(_own_number(one, vocabulary)[0]) for one in holders), default=len(match[1] or ""))
        spans.append((max(match.start(), match.start(2) - issuer - 1), match.end()))
        if not holders and match[1] and not _is_quoted(match, vocabulary):
            unknown.append(match[0])
    for match in _SHORT_NUMBER.finditer(blanked(key, spans)):
        named, start = _shortly_numbered(key[: match.start()], match[1], vocabulary)
        found |= named
        spans += [(start, match.end())] if named else []
    return found, tuple(unknown), spans


def _shortly_numbered(before: str, number: str, vocabulary: Vocabulary) -> tuple[set[str], int]:
    """Documents with this 序号, named without a year (38号文), of several those whose 代字 stands before it; and where
    their name begins.
    """
    own = {one: _own_number(one, vocabulary) for one in vocabulary.library.documents}
    holders = {one for one, (_, _, its) in own.items() if its == str(int(number))}
    led = {one for one in holders if own[one][0] and before.endswith(own[one][0])}
    return led or holders, len(before) - max((len(own[one][0]) for one in led), default=0)


def _is_quoted(match: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether a document quotes this 文号, with some end of the words before it as its 代字."""
    return any(vocabulary.holders(match[0][at:]) for at in range(len(match[1])))


def _has_number(document_id: str, match: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether a 文号 in whatever brackets is that of a document; words may run into its 代字."""
    issuer, year, number = _own_number(document_id, vocabulary)
    if (year, number) != (match[2], str(int(match[3]))):
        return False
    return not match[1] or match[1].endswith(issuer) or len(match[1]) <= 1


def _own_number(document_id: str, vocabulary: Vocabulary) -> tuple[str, str, str]:
    """代字, year and 序号 of a document's 文号; empty where it has none."""
    own = _NUMBER.fullmatch(name_to_key(vocabulary.library.document(document_id).metadata.doc_number or ""))
    return (own[1] or "", own[2], str(int(own[3]))) if own else ("", "", "")
