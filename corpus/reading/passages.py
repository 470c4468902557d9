"""Lines to passages: hard-wrapped lines and page breaks rejoined, headings, notes and lists kept apart.

Which lines go on in the next is decided by the document's own layout and by how sentences end. Knows no tables.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.folding.dates import DAY
from corpus.line import Line
from corpus.quoting import compact, squeeze
from corpus.reading.headings import text_to_heading
from corpus.reading.layout import Layout
from corpus.reading.marks import Style, is_attachment_list, is_note, text_to_mark

_BRACKETS = (("（", "）"), ("(", ")"), ("《", "》"), ("“", "”"), ("〔", "〕"))
_TERMINAL = re.compile(r"[。！？!?：:](?:[”’）)〕\]】]{0,3}|\*\*)$|[）)〕\]】]$")
_INSIDE = re.compile(r"[，。；,;]")
_LABEL = re.compile(r"[^，。；：:]{1,8}[：:]")
_CLAUSE = re.compile(
    r"[（(〔\[][^（(〔\[]{0,12}(?:单位|部门|负责|牵头).{1,400}[）)〕\]]|[（(〔\[].{1,300}负责[）)〕\]]"
)
_OPENER = re.compile(
    r"[●■◆▪▶]\s{0,3}\S|[（(]?(?:抄送|主送|此件|联系人|解读|来源)|单\s{0,3}位[:：]"
    r"|(?:牵头|责任|主办|配合|协办|承办)(?:单位|部门)[:：]|(?:完成|办理|落实)(?:时限|时间)[:：]"
)
_LISTED_END = re.compile(r"(?:[表单图案则法录划点工书名册准明组]|[）)])[；;。]?$")
_ITEM = re.compile(r"(?:^|[：:\s；;。])(\d{1,2})\s{0,3}[.．、](?!\d)")
_WIDE = re.compile(r"[^\x00-\xff]")
_FIELD = re.compile(r"\*\*[^*\n]{1,20}(?:\*\*\s?[：:]|[：:]\*\*)")
"""A field of whoever keeps the text: **发布日期**: 2025-05-27."""
_NEVER_FIRST = ("，", ",", "、", "；", "。", "）", "》", "”", "％", "%")
_RECENT = 12
_PROSE_LENGTH = 30
_LONGEST_OPEN = 400
_SHORT_LINE = 90
_WRAPS = 16
"""Characters that a line has at least which a margin cut."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading or list before it is a block: indexes (inclusive) of its first and last line."""

    first: int
    last: int
    lines: tuple[Line, ...]

    @property
    def start(self) -> int:
        """Offset of its first character in the source text."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.lines[-1].end

    @property
    def text(self) -> str:
        """Its words, line breaks mended."""
        return squeeze("\n".join(line.text for line in self.lines))


def lines_to_passages(
    lines: Sequence[Line], indexes: Sequence[int], layout: Layout, groups: Mapping[int, int]
) -> list[Passage]:
    """The passages of a run of lines (`indexes` into `lines`, in order).

    `groups` maps the first index of lines that belong together whatever they look like (a title, a signature) to the
    last.
    """
    passages: list[Passage] = []
    above: list[Line] = []
    first = last = group_end = -1
    for index in indexes:
        line = lines[index]
        if not line.text or _is_rule(line.text):
            continue
        free = index not in groups and last > group_end
        if above and (index <= group_end or (free and _goes_on(above, line, layout))):
            above.append(line)
        else:
            passages += [Passage(first, last, tuple(above))] if above else []
            above, first = [line], index
        last, group_end = index, max(group_end, groups.get(index, -1))
    return [*passages, Passage(first, last, tuple(above))] if above else passages


def _goes_on(above: Sequence[Line], line: Line, layout: Layout) -> bool:
    """Whether the passage of the lines `above` goes on in `line`."""
    listed = _list_goes_on(above, line)
    if listed is not None:
        return listed
    if text_to_mark(line.text) is not None or is_note(line.text) or _is_field(above):
        return False
    if _is_open("".join(part.text for part in above[-_RECENT:])):
        return True
    if _opens(line.text):
        return False
    if _CLAUSE.fullmatch(line.text):
        return "。" in above[-1].text or len(above) > 1
    return _prose_goes_on(above, line, layout)


def _is_field(above: Sequence[Line]) -> bool:
    """Whether the passage is one line that tells a field and no sentence."""
    return len(above) == 1 and _FIELD.match(above[0].text) is not None and "。" not in above[0].text


def _list_goes_on(above: Sequence[Line], line: Line) -> bool | None:
    """Lists with rules of their own: attachments, numbered notes, 抄送; None for all other passages."""
    head = above[0].text
    if is_attachment_list(head):
        return _attachments_go_on(above, line)
    if is_note(head) and _is_next_item(above, line):
        return True
    if head.startswith("抄送") and text_to_mark(line.text) is None and not _opens(line.text):
        return line.number == above[-1].number + 1 or not above[-1].text.endswith("。")
    return None


def _prose_goes_on(above: Sequence[Line], line: Line, layout: Layout) -> bool:
    if line.text.startswith(_NEVER_FIRST):
        return True
    if layout.indented and layout.is_indented(line):
        return False
    return _wrap_goes_on(above[-1], line, layout) if layout.margin else _paragraph_goes_on(above)


def _opens(text: str) -> bool:
    """Whether words that can only open a passage stand at the head of `text`."""
    return (
        text_to_mark(text) is not None or is_note(text) or bool(_OPENER.match(text)) or DAY.fullmatch(text) is not None
    )


def _wrap_goes_on(last: Line, line: Line, layout: Layout) -> bool:
    """Set in lines of one width: a full line goes on, unless it ends a sentence and the next is indented."""
    if not layout.is_full(last):
        return False
    return not _TERMINAL.search(last.text) or not layout.is_first(line)


def _paragraph_goes_on(above: Sequence[Line]) -> bool:
    """A paragraph a line: it goes on only where a page break cut a sentence, or a label stands alone."""
    last = above[-1].text
    if len(above) == 1 and _LABEL.fullmatch(last):
        return True
    if _TERMINAL.search(last) or _ends_item(above) or (len(above) == 1 and _is_heading_line(last)):
        return False
    prose = _INSIDE.search("".join(part.text for part in above[-_RECENT:])) or len(_WIDE.findall(last)) >= _PROSE_LENGTH
    return bool(prose) or is_note(above[0].text)


def _ends_item(above: Sequence[Line]) -> bool:
    """Whether the lines are an item of a list （一）…；（二）…。 that its semicolon closes."""
    listed = above[-1].text.endswith(("；", ";")) and text_to_mark(above[0].text) is not None
    return listed and not any("。" in line.text for line in above)


def _is_heading_line(text: str) -> bool:
    parts = text_to_heading(text)
    return parts is not None and parts.body is None


def _attachments_go_on(above: Sequence[Line], line: Line) -> bool:
    """附件：1.… 2.…: the next number, or the rest of a name."""
    if text_to_mark(line.text) is not None:
        return _is_next_item(above, line)
    last = above[-1].text
    wrapped = not _LISTED_END.search(last) and len(last) >= _WRAPS and len(compact(line.text)) < _SHORT_LINE
    return wrapped and "\t" not in line.text and not _opens(line.text)


def _is_next_item(above: Sequence[Line], line: Line) -> bool:
    """Whether `line` opens with the number that follows the last one of the lines above."""
    mark = text_to_mark(line.text)
    numbers = _ITEM.findall("\n".join(part.text for part in above))
    return mark is not None and mark.style is Style.ARABIC and numbers != [] and mark.value == int(numbers[-1]) + 1


def _is_open(text: str) -> bool:
    tail = text[-_LONGEST_OPEN:]
    return any(
        tail.count(left) > tail.count(right) and tail.rfind(left) > tail.rfind(right) for left, right in _BRACKETS
    )


def _is_rule(text: str) -> bool:
    """Whether a line holds nothing but marks."""
    return not text.strip("-*_=—─#>+• \u3000")
