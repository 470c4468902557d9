"""A body printed as one endless line, cut at its numbers, at the labels of who does it, and where title, 文号,
addressee and signature begin and end in it. Knows nothing of blocks.

Some web exports lose every line break. Such a line is cut only where its numbers run in order, so that an ordinary long
paragraph stays whole.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.folding.dates import DAY
from corpus.folding.numerals import numeral_to_int
from corpus.line import Line
from corpus.reading.organisations import is_organisation

_ENDLESS = 1500
_ENDLESS_ALONE = 300
"""Characters that a line has at least to be endless: any, and one that is nearly all there is."""
_NEARLY_ALL = 0.9
_FEWEST = 3
_CN = "[一二三四五六七八九十百]"
_NUMBER = re.compile(
    rf"第\s?(?P<chapter>{_CN}{{1,3}})\s?章(?=\s)|第(?P<article>{_CN}{{1,5}})条(?=\s)|(?P<one>{_CN}{{1,3}})、"
    rf"|(?<!第)[（(](?P<paren>{_CN}{{1,3}})[）)]|(?<![\d.])(?P<arabic>\d{{1,2}})[.．、](?!\d)|[（(](?P<small>\d{{1,2}})[）)]"
)
_SPACED = frozenset(("chapter", "article"))
"""Numbers that a blank behind them tells from what is only referred to."""
_LISTS = frozenset(("paren", "arabic", "small"))
"""Numbers that begin anew below each heading."""
_BEFORE = "。！？；;：:）)”"
_LONGEST_HEADING = 40
_LABEL = re.compile(
    r"(?:牵头|责任|主办|配合|协办|承办|实施|落实)(?:单位|部门)[：:]|(?:完成|办理|落实)(?:时限|时间)[：:]"
)
_LONGEST_VALUE = 120
_CLAUSE_END = re.compile(r"负责[）)〕](?=[^。，；、）)〕])")
_LETTERHEAD = re.compile(r"[\u4e00-\u9fff\s（）()]{3,80}?文件(?=[\u4e00-\u9fff]{2,12}\s?[〔\[（(【]\s?\d{4})")
_DOC_NUMBER = re.compile(r"\s{0,4}[\u4e00-\u9fff]{2,12}\s?[〔\[（(【]\s?\d{4}\s?年?[〕\]）)】]\s{0,3}第?\d{1,5}\s?号")
_LETTER = re.compile(
    r"\s{0,4}[^。；：:]{2,160}?的(?:通知|意见|函|通报|决定|批复|公告|通告|报告)(?=\s{0,4}[^。；：:]{2,300}[：:])"
)
_TITLE = re.compile(
    r"\s{0,4}(?:《[^《》]{6,90}》|[^。，；：:]{6,90}?(?:方案|办法|规划|意见|细则|规定|措施|计划|纲要|条例|要点|制度|预案|规则)"
    r"(?:[（(][^（()）]{2,20}[)）])?)(?=\s{0,4}(?:为[^了]|根据|按照|依据|$|[（(][^（()）]{4,300}(?:通过|批准|公布|发布|修正|修订)[^（()）]{0,40}[)）]))"
)
_ADDRESSEE = re.compile(r"\s{0,4}各[^。：:]{2,200}[：:]")
_ADDRESSED = re.compile(r"\s{0,4}[^。；：:]{2,300}[：:]")
_NAMES = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff][\u4e00-\u9fff \u3000（）()]{3,80}$")
_REMARK = re.compile(r"\s{0,4}[（(](?:此件|本文|联系)[^（()）]{2,40}[）)]")
_CLOSES = re.compile(r"\s{0,4}(?:$|附\s?件|《)")
_LONGEST_NAMES = 82


def unfold_lines(lines: Sequence[Line]) -> list[Line]:
    """`lines` with every endless line cut into one line per paragraph, as far as numbers, responsibility clauses and
    labels, title, addressee and signature tell where these begin; line numbers repeat then.
    """
    whole = sum(len(line.text) for line in lines)
    return [piece for line in lines for piece in (_unfold(line) if _is_endless(line.text, whole) else [line])]


def _is_endless(text: str, whole: int) -> bool:
    return len(text) >= _ENDLESS or (len(text) >= _ENDLESS_ALONE and len(text) >= whole * _NEARLY_ALL)


def _unfold(line: Line) -> list[Line]:
    text = line.text
    labels = [match.start() for match in _LABEL.finditer(text) if not _in_bracket(text, match.start())]
    numbers = list(_numbers(text, labels))
    if len(numbers) < _FEWEST:
        return [line]
    cuts = [*numbers, *labels, *(match.end() for match in _CLAUSE_END.finditer(text))]
    cuts += list(_value_ends(text, labels, cuts))
    cuts += _edge_cuts(text, numbers[0], max(cuts))
    pieces = (text[start:end] for start, end in pairwise(sorted({0, *cuts, len(text)})))
    return list(_lines(line, pieces))


def _value_ends(text: str, labels: Sequence[int], cuts: Sequence[int]) -> Iterator[int]:
    """Where the sentences end that labels begin, each before the next cut."""
    for at in labels:
        following = min((cut for cut in cuts if cut > at), default=len(text))
        stop = text.find("。", at, min(following, at + _LONGEST_VALUE))
        if stop >= 0:
            yield stop + 1


def _lines(line: Line, pieces: Iterator[str]) -> Iterator[Line]:
    """The pieces as lines, without blanks at their edges."""
    start = line.start
    for piece in pieces:
        if piece.strip():
            yield Line(line.number, line.page, start + len(piece) - len(piece.lstrip()), piece.strip())
        start += len(piece)


def _numbers(text: str, labels: Sequence[int]) -> Iterator[int]:
    """Offsets of the numbers that run in order and stand where a paragraph may begin: behind a sentence, a heading
    without a stop (第一章 总则第一条) or what a label says (完成时限：5月底（二）).
    """
    reached: dict[str, int] = {}
    last = -_LONGEST_HEADING
    for match in _NUMBER.finditer(text):
        kind, at = match.lastgroup or "", match.start()
        value = int(match[kind]) if match[kind].isdecimal() else numeral_to_int(match[kind])
        anew = value == 1 and kind in _LISTS
        placed = kind in _SPACED or _behind_end(text, at) or _behind(text, at, last, labels)
        if placed and (anew or value == reached.get(kind, 0) + 1):
            reached[kind], last = value or 0, at
            yield at


def _behind_end(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in _BEFORE or (text[at - 1].isspace() and text[:at].rstrip()[-1:] in _BEFORE)


def _behind(text: str, at: int, last: int, labels: Sequence[int]) -> bool:
    """Whether nothing but a heading or the value of a label stands before an offset, back to where that began."""
    label = max((one for one in labels if one < at), default=-_LONGEST_VALUE)
    heading = last >= 0 and at - last < _LONGEST_HEADING and "。" not in text[last:at]
    return heading or (label > last and at - label < _LONGEST_VALUE and "。" not in text[max(0, label) : at])


def _in_bracket(text: str, at: int) -> bool:
    before = text[max(0, at - _LONGEST_VALUE) : at]
    return max(before.rfind("（"), before.rfind("(")) > max(before.rfind("）"), before.rfind(")"))


def _edge_cuts(text: str, first: int, last: int) -> list[int]:
    """Where what stands above the first number of `text` and behind the `last` cut is to be cut."""
    return [*_head(text[:first]), *_foot(text, last, len(text))]


def _head(head: str) -> Iterator[int]:
    """The cuts in what stands above the first number: the letter with its title, and the title of what it sends."""
    at = 0
    for pattern in (_LETTERHEAD, _DOC_NUMBER):
        if match := pattern.match(head, at):
            at = match.end()
            yield at
    if letter := _LETTER.match(head, at):
        at = letter.end()
        yield at
    if addressee := (_ADDRESSED if letter else _ADDRESSEE).match(head, at):
        at = addressee.end()
        yield at
    signed = list(_foot(head, at, len(head)))
    yield from signed
    if title := _TITLE.match(head, signed[-1] if signed else at):
        yield title.end()


def _foot(text: str, start: int, end: int) -> Iterator[int]:
    """Where a signature, bodies and a day without a gap, begins and ends: nothing follows but what it was put under."""
    for day in DAY.finditer(text, start, end):
        names = _NAMES.search(text[max(start, day.start() - _LONGEST_NAMES) : day.start()])
        if names is None or not all(map(is_organisation, names[0].split())):
            continue
        behind = remark.end() if (remark := _REMARK.match(text, day.end())) else day.end()
        if remark or _CLOSES.match(text, behind) or _TITLE.match(text, behind, end):
            yield from (day.start() - len(names[0]), behind)
