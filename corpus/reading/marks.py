"""The marks that open a line: numbers of headings, 附件, 专栏, 注, bold and hash marks. Knows one line, no document."""

import re
from dataclasses import dataclass
from enum import IntEnum

from corpus.folding.numerals import numeral_to_int
from corpus.folding.units import UNIT


class Style(IntEnum):
    """Styles of numbering, outermost first, as 公文 nest them; PLACE, GROUP and ENTRY have no numbers."""

    ANNEX = 0
    PLACE = 5
    CHAPTER = 10
    SECTION = 20
    ARTICLE = 30
    HASH = 31
    TAG = 38
    CHINESE = 40
    CHINESE_PAREN = 50
    GROUP = 55
    ENTRY = 56
    ARABIC = 60
    ARABIC_PAREN = 70
    CIRCLED = 80
    DASH = 90
    BOX = 100


@dataclass(frozen=True, slots=True)
class Mark:
    """A number at the head of a text: `number` as printed, its value, and the offset behind it."""

    style: Style
    number: str
    value: int | None
    start: int
    end: int

    @property
    def rank(self) -> int:
        """Its place in the nesting; unnumbered headings nest by their hash marks."""
        return self.style + (self.value or 0) if self.style is Style.HASH else int(self.style)


_CN = "一二三四五六七八九十百零〇"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_FORMAL = "壹贰叁肆伍陆柒捌玖拾"
_LEAD = re.compile(r"\s{0,40}(?:#{1,6}\s{1,4}|[-*+>•]\s{1,4})?(?:\*\*|__)?\s{0,40}")
_HASH = re.compile(r"\s{0,40}(#{1,6})\s{1,4}(?=\S)")
_GAP = r"[^\S\n]{0,3}"
_PATTERNS = {
    Style.CHAPTER: rf"第{_GAP}([{_CN}\d]{{1,4}}){_GAP}(?:[编篇章]|部{_GAP}分)",
    Style.SECTION: rf"第{_GAP}([{_CN}\d]{{1,4}}){_GAP}节",
    Style.ARTICLE: rf"第{_GAP}([{_CN}\d]{{1,5}}){_GAP}条(?=[\s【*])",
    Style.TAG: r"【(?=(?:20\d\d年|[\u4e00-\u9fff“])[^【】\n]{1,23}】)",
    Style.CHINESE: rf"([{_CN}]{{1,3}}|[{_STEMS}](?!、[{_STEMS}])|[{_FORMAL}]{{1,3}}){_GAP}、(?![{_STEMS}]、)"
    rf"|([{_CN}{_FORMAL}]{{1,3}})[^\S\n]{{1,3}}(?=[\u4e00-\u9fff“”、和与]{{2,16}}\s*\Z)",
    Style.CHINESE_PAREN: rf"(?:[（(]{_GAP}([{_CN}]{{1,4}}){_GAP}[）)]"
    rf"|(?:任务|行动|工程|举措)([{_CN}]{{1,3}})[\s：:]{{1,3}}(?=\S))",
    Style.ARABIC: rf"(?:(?:任务|行动|工程|举措)(?=\d{{1,2}}[\s：:]))?(\d{{1,2}})"
    rf"(?:{_GAP}(?:[.．](?!\d)|、)|[^\S\n]{{1,3}}(?!{UNIT})(?=[\u4e00-\u9fff“”、和与]{{3,16}}\s*\Z)|(?:(?<=[务动程措]\d)|(?<=[务动程措]\d\d))[\s：:]{{1,3}}(?=\S))",
    Style.ARABIC_PAREN: rf"(?:[（(]{_GAP}(\d{{1,2}}){_GAP}[）)]|\d{{1,2}}[）)])",
    Style.CIRCLED: r"([①-⑳])",
    Style.DASH: r"(?:——|──|--)(?=[^\s\d—─-])",
    Style.BOX: rf"专{_GAP}栏{_GAP}([{_CN}\d]{{1,3}}){_GAP}[:：]?",
    Style.ANNEX: rf"附{_GAP}[件表录]{_GAP}([{_CN}\d]{{0,3}})(?={_GAP}(?:[:：\n]|\Z)|[^\S\n]{{1,4}}\S)",
}
_MARKS = [(style, re.compile(pattern)) for style, pattern in _PATTERNS.items()]
_NOTE = re.compile(r"(?:\*\*)?(?:备\s{0,3}注|附\s{0,3}注|说\s{0,3}明|注)\s{0,3}\d{0,2}\s{0,3}[:：]")
_ATTACHMENTS = re.compile(r"附\s{0,3}件\s{0,3}[:：]\s*\S")


def text_to_mark(text: str) -> Mark | None:
    """The mark that opens `text` behind hash, list and bold marks; None where it opens with words."""
    lead = _LEAD.match(text)
    at = lead.end() if lead else 0
    for style, pattern in _MARKS:
        match = pattern.match(text, at)
        if match:
            printed = next(filter(None, match.groups()), None)
            value = numeral_to_int(printed) if printed else None
            number = "" if style is Style.TAG else text[at : match.end()].strip()
            return Mark(style, number, value, at, match.end())
    hashes = _HASH.match(text)
    return Mark(Style.HASH, "", len(hashes[1]), at, at) if hashes else None


def is_note(text: str) -> bool:
    """Whether `text` is a 注, 备注 or 说明."""
    return _NOTE.match(text, _lead(text)) is not None


def is_attachment_list(text: str) -> bool:
    """Whether `text` lists the attachments (附件：1.…) rather than heading one of them (附件 1)."""
    return _ATTACHMENTS.match(text, _lead(text)) is not None


def strip_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) without white space, hash, list and bold marks at its edges."""
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    while start < end and (text[end - 1].isspace() or text.endswith(("**", "__"), start, end)):
        end -= 1 if text[end - 1].isspace() else 2
    return start, end


def _lead(text: str) -> int:
    lead = _LEAD.match(text)
    return lead.end() if lead else 0
