"""The list of attachments (附件：1.… 2.…) and the headings of the attachments themselves. Knows lines and grids."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.grid import Grid
from corpus.line import Line
from corpus.quoting import compact, squeeze
from corpus.reading.layout import Layout
from corpus.reading.marks import Mark, Style, is_attachment_list, is_note, text_to_mark
from corpus.reading.passages import Passage, lines_to_passages

_LABEL = re.compile(r"附\s{0,3}件\s{0,3}[:：]\s{0,3}")
_ITEM = re.compile(r"(?:^|[\n：:；;。]|[^\S\n]{2})[^\S\n]{0,4}(\d{1,2})[^\S\n]{0,3}[.．、](?!\d)")
_NOT_A_TITLE = re.compile(r"[。；！？\t]|[：:，,、]$|^序号")
_LONGEST_TITLE = 45
_LONGEST_LIST = 40
_COLON = "：: \t\u3000*"


@dataclass(frozen=True, slots=True)
class Annex:
    """The heading of an attachment: 附件1 and its title, over the lines [first, last]."""

    number: str
    title: str
    first: int
    last: int


def find_attachment_list(lines: Sequence[Line], layout: Layout, feet: Sequence[int]) -> Passage | None:
    """The passage that lists the attachments, which ends where a foot begins (`feet`); None where there is none."""
    start = next((index for index, line in enumerate(lines) if is_attachment_list(line.text)), None)
    if start is None:
        return None
    end = min([len(lines), start + _LONGEST_LIST, *(foot for foot in feet if foot > start)])
    indexes = range(start, end)
    return lines_to_passages(lines, indexes, layout, {})[0]


def attachment_names(text: str) -> tuple[str, ...]:
    """The names in the words of a list of attachments, line breaks kept in `text`, numbers left out."""
    label = _LABEL.search(text)
    listed = text[label.end() :] if label else text
    pieces = _ITEM.split(f"\n{listed}")
    names = pieces[2::2] if len(pieces) > 1 else pieces
    return tuple(squeeze(name).strip("；;。 ") for name in names if name.strip())


def find_annexes(lines: Sequence[Line], grids: Sequence[Grid], names: Sequence[str]) -> list[Annex]:
    """The headings of the attachments in `lines`; `names` are those of the list, to know where a long title ends."""
    written = [index for index, line in enumerate(lines) if line.text]
    marked = [(at, mark) for at, index in enumerate(written) if (mark := _annex_mark(lines[index].text))]
    listed = {at for earlier, later in pairwise(marked) if later[0] == earlier[0] + 1 for at in (earlier[0], later[0])}
    annexes = (_annex(lines, grids, names, written[at : at + 4], mark) for at, mark in marked if at not in listed)
    return [annex for annex in annexes if annex is not None]


def _annex_mark(text: str) -> Mark | None:
    mark = text_to_mark(text)
    if mark is None or mark.style is not Style.ANNEX or is_attachment_list(text):
        return None
    return mark


def _annex(
    lines: Sequence[Line], grids: Sequence[Grid], names: Sequence[str], near: Sequence[int], mark: Mark
) -> Annex | None:
    inline = lines[near[0]].text[mark.end :].strip(_COLON)
    if inline and not _is_title(inline):
        return None
    titles = list(_titles(lines, grids, names, near[1:], inline))
    title = squeeze("\n".join([inline, *(lines[index].text.strip("#* ") for index in titles)]).strip())
    return Annex(compact(mark.number), title, near[0], titles[-1] if titles else near[0])


def _titles(
    lines: Sequence[Line], grids: Sequence[Grid], names: Sequence[str], near: Sequence[int], inline: str
) -> Iterator[int]:
    """The lines of the title: the first that can be one, and as many more as a listed name goes on for."""
    title = compact(inline)
    for index in near:
        words = compact(lines[index].text.strip("#* "))
        goes_on = not title or any(compact(name).startswith(title + words) for name in names)
        if not goes_on or not _is_title(lines[index].text) or _in_table(lines[index], index, grids):
            return
        yield index
        title += words


def _is_title(text: str) -> bool:
    mark = text_to_mark(text)
    numbered = mark is not None and mark.style is not Style.HASH
    return not numbered and len(text) <= _LONGEST_TITLE and not _NOT_A_TITLE.search(text) and not is_note(text)


def _in_table(line: Line, index: int, grids: Sequence[Grid]) -> bool:
    return any(grid.first <= index <= grid.last and line.start >= grid.header_start for grid in grids)
