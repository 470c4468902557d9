"""完成时限: printed words to a Deadline. Knows the words for ongoing work and for being in time; nothing of tables."""

import re
from datetime import date

from corpus.folding.characters import fold
from corpus.folding.dates import Dated, find_dates
from corpus.folding.years import PLAN, SPAN, plan_years
from corpus.quoting import compact
from corpus.task import Deadline, DeadlineKind

_EMPTY = re.compile(r"^[/\\—\-－无]*$")
_YEAR_ALONE = re.compile(r"^20\d\d$")
_YEAR_PRINTED = re.compile(r"20\d\d|[今本当]年")
_FIRST_HALF, _LATE = 6, 10
_END_OF_YEAR = re.compile(r"年?[底末](?!起)")
_EVERY = re.compile(r"每(?:半?年|季|月|周|双月|两月)|全年|分年度|(?<![\d〇一二三四五六七八九])年度")
_ONGOING = re.compile(r"持续|长期|常态|不断|经常|日常|即时|随时|常年|长效")
_THIS_YEAR = re.compile(r"(?:今年|本年|当年)?年(?:内|底前|底)")
_THIS_YEAR_ALONE = re.compile(r"(?<![\d年一二三四五六七八九十两几半每全])(?:今年|本年|当年)?年(?:内(?![部容])|底前)")
_BY_EVENT = re.compile(
    r"(?:春节|元宵|清明|端午|中秋|汛期?|开学|学期|[寒暑]假|[供采]暖季?|高考|中考|雨季|秋收|春耕|两会|大会|会议)(?:节|期)?(?:之|以)?(?:前|后|期间)"
)
"""By what has no fixed day (春节前): a deadline that was not understood."""
_COMPLETES = re.compile(
    r"(?:全面|基本|全部|正式|力争|分别)?"
    r"(?:完成|建成|完工|竣工|投用|投产|投运|通车|通航|交付|结束|收官|封顶|合龙|出台|印发|开工|启动|上线|启用|落实到位|实现)"
)
_EXACT = re.compile(r"[月日底末季旬半]|(?<=年)之?内")
_FROM = re.compile(r"年?[底初]?(?:起|开始|以来)")
_BEFORE = re.compile(r"(?:年?[底末])?(?:之|以)?前")
_ALONE = re.compile(
    r"^(?:于|在|力争|争取|确保|原则上|到)?(?:年?[底末初])?(?:(?:之|以)?前)?(?:全面|基本|全部)?"
    r"(?:完成|落实到位|落实|到位|启动|建成|出台|实施|见效|结束|上线|投用|启用|开工|竣工|验收|印发|报批|取得.{0,8})?"
    r"(?:任务|工程)?量?的?(?:\d{1,3}%(?:以上)?)?$"
)
_ONGOING_ALONE = re.compile(
    r"^(?:并)?(?:长期|持续|常态化?|每[年季月]度?|全年|逐年|经常性?)(?:坚持|推进|实施|开展|落实|做好|进行|抓好|完成)?$"
)
_OF_OTHERS = re.compile(
    r"^已?(?:建成|建造|投入|投产|竣工|注册|登记|备案|取得|获得|参加|认定|批准|入驻|落户|成立|设立|签订|购买|出生|毕业|退休)"
    r"[^，,。；;]{0,14}的|^的"
)
_NOT_OURS = re.compile(r"(?:对|凡|将|把|自|从|截至|截止|截至到)$")


def deadline_from_text(text: str, year: int | None = None) -> Deadline:
    """The deadline that the words state; `date` is the last day in time, where they give one.

    A span of years and every recurring term is a period; a year or month alone ends on its last day. `year` is what
    年底前 and 6月底前 belong to. Words that say something else are a deadline of unknown kind.
    """
    words = compact(text)
    if _EMPTY.match(words):
        return Deadline(raw=words, kind=DeadlineKind.NONE)
    if _YEAR_ALONE.match(fold(words)):
        return Deadline(raw=words, kind=DeadlineKind.BY_DATE, date=date(int(fold(words)), 12, 31))
    if span := _span(words):
        return Deadline(raw=words, kind=DeadlineKind.PERIOD, date=span)
    if _EVERY.search(words):
        return Deadline(raw=words, kind=DeadlineKind.PERIOD)
    if not _BY_EVENT.search(words) and (last := _last_day(words, year)):
        return Deadline(raw=words, kind=DeadlineKind.BY_DATE, date=last)
    return Deadline(raw=words, kind=DeadlineKind.ONGOING if _ONGOING.search(words) else DeadlineKind.UNKNOWN)


def in_next_year(deadline: Deadline, written_on: date) -> Deadline:
    """The deadline of what was written late in a year: one of the first months (3月底前) is the next year's."""
    last = deadline.date
    over = last is not None and last.year == written_on.year and last.month <= _FIRST_HALF
    if not over or written_on.month < _LATE or _YEAR_PRINTED.search(fold(deadline.raw)):
        return deadline
    return deadline.model_copy(update={"date": deadline_from_text(deadline.raw, written_on.year + 1).date or last})


def is_deadline(text: str) -> bool:
    """Whether the words are a deadline and nothing else: 2024年底前完成, 长期坚持, 年内落实."""
    words = fold(compact(text))
    if _ONGOING_ALONE.match(words):
        return True
    dates = find_dates(words, year=1)
    bare = _without(words, dates) if dates else _THIS_YEAR.sub("", words, count=1)
    return bare != words and _ALONE.match(bare) is not None


def deadline_in_clause(text: str, year: int | None = None) -> Deadline | None:
    """The deadline that running text states with 前 (2022年10月底前编制并公布): the last one, with the words of all.

    Also a month, half-year or year's end by which something is completed (2025年底建成), and a year's end up to which
    it takes (到2025年底), unless they are past. A year that only names when a goal is reached (到2025年) is none, nor
    is what tells things apart (2000年前建成的).
    """
    words = compact(text)
    stated = [(at.last, phrase) for at in find_dates(words, year) if (phrase := _phrase(words, at, year))]
    said = "；".join(phrase for _, phrase in stated)
    this = (match[0] for match in _THIS_YEAR_ALONE.finditer(words) if match[0] not in said)
    stated += [(date(year, 12, 31), phrase) for phrase in this if year]
    if not stated:
        return None
    phrases = dict.fromkeys(phrase for _, phrase in stated)
    return Deadline(raw="；".join(phrases), kind=DeadlineKind.BY_DATE, date=max(last for last, _ in stated))


def _span(words: str) -> date | None:
    if match := next((one for one in SPAN.finditer(fold(words)) if one[1] <= one[2]), None):
        return date(int(match[2]), 12, 31)
    plan = None if find_dates(words, year=1) else PLAN.search(fold(words))
    return date(plan_years(plan["plan"])[1], 12, 31) if plan else None


def _last_day(words: str, year: int | None) -> date | None:
    """The last day that any date in the words reaches; None where there is none."""
    dates = [one.last for one in find_dates(words, year) if not _FROM.match(words, one.end)]
    this = _THIS_YEAR_ALONE if dates else _THIS_YEAR
    if year is not None and this.search(words):
        dates.append(date(year, 12, 31))
    return max(dates, default=None)


def _phrase(words: str, at: Dated, year: int | None) -> str | None:
    """The words of a date with its 底前; None where it is no deadline of what the text says."""
    before = _BEFORE.match(words, at.end)
    end = before.end() if before else _completed(words, at, year) or _reached(words, at, year)
    if not end or _NOT_OURS.search(words[: at.start]) or _OF_OTHERS.match(words[end:]):
        return None
    return words[at.start : end]


def _completed(words: str, at: Dated, year: int | None) -> int:
    """Where the words end that date a completion (2025年底建成); 0 where they only say when, or the date is past."""
    end = next((at.end + width for width in (0, 1, 2) if _COMPLETES.match(words, at.end + width)), 0)
    if not end or year is None or at.last.year < year or not _EXACT.search(words[at.start : end]):
        return 0
    return end if words[at.end : end] in ("", "底", "末", "年底", "年末", "内", "之内") else 0


def _reached(words: str, at: Dated, year: int | None) -> int:
    """Where the words end that say until which year's end something takes (到2026年底); 0 where they do not."""
    end = _END_OF_YEAR.match(words, at.end) if words[: at.start].endswith(("到", "至")) else None
    return end.end() if end and year is not None and at.last.year >= year else 0


def _without(words: str, dates: list[Dated]) -> str:
    for one in reversed(dates):
        words = words[: one.start] + words[one.end :]
    return words
