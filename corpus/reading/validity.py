"""From when and until when a document is in force, what it rests on, and what it repeals, revises or extends: sentences
that say so of the document itself. What it asks others to revise or repeal is none of it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.document import Reference
from corpus.folding.characters import fold
from corpus.folding.dates import find_dates
from corpus.folding.numerals import numeral_to_int
from corpus.quoting import compact, squeeze
from corpus.reading.doc_number import text_to_doc_number

_SENTENCE = re.compile(r"[^。；]{4,600}[。；]?")
_LINE = re.compile(r"\n\s{0,20}")
_OWN = (
    r"本(?:[^，。；“”《》]{0,12}?)"
    r"(?:办法|细则|规定|意见|方案|通知|措施|政策|规划|计划|条例|决定|规则|制度|标准|指引|文件)"
)
_FORCE = r"(?:施行|实施|执行|试行|生效)"
_FROM_DAY = re.compile(rf"(?:自|从)(?P<day>.{{6,16}}?日)起(?:正式|开始)?{_FORCE}")
_FROM_ISSUE = re.compile(
    rf"自(?:发布|印发|公布|下发|颁布)之日起(?:(?P<after>[\d一二三四五六七八九十]{{1,3}})[日天]后)?(?:正式|开始)?{_FORCE}"
)
_FOR_YEARS = re.compile(
    r"(?:有效期|施行期|实施期限?|执行期限?|试行期|暂定|(?<=起)(?:施行|实施|执行|试行))限?(?:为|是|暂定)?"
    r"(?P<years>[\d一二三四五六七八九十两]{1,3})(?P<half>年)"
)
_FROM_TO = re.compile(
    rf"(?:{_FORCE}|有效|政策)期限?(?:为|是|自|从|[:：])*(?P<first>\d{{4}}年\d{{1,2}}月\d{{1,2}}日)起?[至到\-—~]{{1,2}}"
    r"(?P<last>\d{4}年\d{1,2}月\d{1,2}日)"
)
_UNTIL = re.compile(
    r"(?:有效期|执行|实施|施行|试行|政策期限)(?:截至|截止|截止到|至|到)(?P<day>\d{4}年\d{1,2}月\d{1,2}日)"
)
_SPEAKS_OF_ITSELF = re.compile(
    rf"{_OWN}|[上前]述(?:各项)?(?:政策|规定|措施)|以上(?:各项)?(?:政策|规定|措施)|(?:自|从).{{4,16}}起.{{0,4}}{_FORCE}"
)
_TITLE = re.compile(r"《(?P<title>[^《》]{3,80})》(?P<number>[（(][^（()）]{4,40}号[)）])?")
_TITLES = r"(?:《[^《》]{3,80}》(?:[（(][^（()）]{4,40}号[)）])?[、和及与]?){1,9}"
_REPEALED = re.compile(
    r"(?:同时|即行|相应|一并|自行|予以|随之|起|均|即)(?:自动)?(?:废止|停止执行|停止施行|失效|不再执行)|废止后?《"
    r"|^(?:原|此前).{4,200}(?:废止|停止执行|失效)|同时废止"
)
_ASKED = re.compile(r"及时|抓紧|加快|推动|清理|负责|修改和|提请")
_REVISED = re.compile(
    rf"对(?:原)?{_TITLES}.{{0,30}}?(?:作|做|进行|予以)(?:了|出|如下)?.{{0,6}}(?:修改|修订|调整)"
    rf"|修订后的{_TITLES}|{_TITLES}(?:已)?修订"
)
_EXTENDED = re.compile(
    rf"{_TITLES}(?:的)?(?:有效期|(?:执行|实施|施行|试行)?期限)?(?:继续|统一)?(?:延长|延续|顺延|展期|延期|执行)(?:至|到)"
    r"(?P<day>\d{4}年\d{1,2}月\d{1,2}日)"
)
_BASED = re.compile(
    r"(?:根据|依据|依照|按照|遵照|贯彻|落实)(?P<basis>.{0,400}?)"
    r"(?:(?:制定|制订|编制|出台|提出|拟定|特制)(?:了)?(?:本|此|如下|以下|该)|决定(?:对|将|废止|修改|延长))"
)
_VOID = re.compile(
    r"[\[【]?(?:有效性|时效性?|效力(?:状态)?|是否有效)\s?[\]】]?\s?[:：]?\s?(?:否|无效|已?(?:失效|废止))(?![\u4e00-\u9fff])"
)
"""A field of whoever publishes a text that marks it as no longer valid."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A value and the span of the source text that says it."""

    value: object
    start: int
    end: int


def read_validity(text: str, issued: date | None) -> dict[str, Stated]:
    """By field of the metadata, what the text says of its force; `issued` is the day that it counts 之日起 from."""
    found: dict[str, Stated] = {}
    for match in _SENTENCE.finditer(text):
        said = _read(_words(match[0]), issued)
        start = match.start() + (_begins(match[0], said, issued) if said else 0)
        for field, value in said.items():
            found.setdefault(field, Stated(value, start, match.end()))
    expires = _expiry(found)
    if expires is not None:
        found.setdefault("expires_on", expires)
    if void := _VOID.search(text):
        found["void"] = Stated(True, void.start(), void.end())
    return found


def _words(printed: str) -> str:
    return compact(fold(printed))


def _begins(printed: str, said: Mapping[str, object], issued: date | None) -> int:
    """Where the sentence itself begins: behind the lines above it that add nothing (a title, a heading)."""
    lines = [match.end() for match in _LINE.finditer(printed)]
    return next((at for at in reversed(lines) if _read(_words(printed[at:]), issued) == said), 0)


def _read(words: str, issued: date | None) -> dict[str, object]:
    """What one sentence says."""
    said: dict[str, object] = {}
    if _SPEAKS_OF_ITSELF.search(words):
        said |= _force(words, issued)
    titles = tuple(_references(words))
    asked = _ASKED.search(_TITLE.sub("《》", words))
    if titles and _REPEALED.search(words) and not asked:
        said["repeals"] = titles
    elif (revised := _REVISED.search(words)) and not asked:
        said["revises"] = tuple(_references(revised[0]))
    elif (extended := _EXTENDED.search(words)) and (ends := _day(extended["day"])):
        said |= {"revises": tuple(_references(extended[0])), "extends_to": ends}
    basis = _BASED.search(words)
    if basis and (rests := tuple(_references(basis["basis"]))):
        said["based_on"] = rests
    return said


def _force(words: str, issued: date | None) -> dict[str, object]:
    """From when and until when."""
    said: dict[str, object] = {}
    day, issue = _FROM_DAY.search(words), _FROM_ISSUE.search(words)
    if day and (begins := _day(day["day"])):
        said["effective_on"] = begins
    elif issue and issued:
        said["effective_on"] = issued + timedelta(days=numeral_to_int(issue["after"]) or 0 if issue["after"] else 0)
    if term := _FROM_TO.search(words):
        said |= {"effective_on": _day(term["first"]), "expires_on": _day(term["last"])}
    years, until = _FOR_YEARS.search(words), _UNTIL.search(words)
    if years:
        said["valid_for"] = f"{years['years']}年"
    if until and (ends := _day(until["day"])):
        said["expires_on"] = ends
    return said


def _day(words: str) -> date | None:
    days = find_dates(words)
    return days[0].last if days and days[0].first == days[0].last else None


def _expiry(found: Mapping[str, Stated]) -> Stated | None:
    """The last day, where a term of years is counted from a known day."""
    term, begins = found.get("valid_for"), found.get("effective_on")
    years = numeral_to_int(str(term.value).rstrip("年")) if term else None
    if term is None or begins is None or not years or not isinstance(begins.value, date):
        return None
    try:
        after = begins.value.replace(year=begins.value.year + years)
    except ValueError:
        after = begins.value.replace(year=begins.value.year + years, day=28)
    return Stated(after - timedelta(days=1), term.start, term.end)


def _references(words: str) -> Iterator[Reference]:
    for match in _TITLE.finditer(words):
        number = text_to_doc_number(match["number"]) if match["number"] else None
        yield Reference(title=squeeze(match["title"]), doc_number=number.key if number else None)
