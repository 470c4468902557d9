"""Edits of clauses: moved, split."""

import re
from collections.abc import Iterator

from corpus.reading.marks import text_to_mark
from eval.editing.parts import Part
from eval.editing.sheet import Edit, EditKind, Sheet, gap

_SENTENCE_END = re.compile(r"。(?=\s{0,9}[^\s”’）)<（(])")
_ENDS = tuple("。：；！？:;）)”")
_UNNUMBERED = 1000
_FAR, _ROOM = 4, 1
_SHORTEST, _SHORTEST_SPLIT = 16, 8


def move_edits(sheet: Sheet) -> Iterator[Edit]:
    """A clause put behind another, far from where it stood; under a heading of its own only before another heading."""
    for part in sheet.shuffled([one for one in sheet.parts if _is_clause(one, _SHORTEST)]):
        at = sheet.at(part)
        places = [to for to in range(1, len(sheet.parts) - 1) if _takes(sheet, part, at, to)]
        if part.touched or not places or not _is_calm(sheet, at) or not _fits(sheet, part, at):
            continue
        to = sheet.random.choice(places)
        behind = sheet.parts[to]
        _hush(sheet, at)
        _hush(sheet, to)
        sheet.parts.remove(part)
        sheet.parts.insert(sheet.at(behind) + 1, part)
        part.reshaped = True
        yield Edit(EditKind.MOVE, part.text, part.text, part)


def _takes(sheet: Sheet, part: Part, at: int, to: int) -> bool:
    behind = sheet.parts[to]
    free = _is_clause(behind, _SHORTEST) and not behind.touched and _is_calm(sheet, to) and _fits(sheet, part, to)
    return free and abs(at - to) >= _FAR and part.heads is behind.heads and _rank(part) == _rank(behind)


def _fits(sheet: Sheet, part: Part, at: int) -> bool:
    """Whether what stands behind has a heading of its own and as high, so that a clause with one can come or go."""
    following = sheet.parts[at + 1] if at + 1 < len(sheet.parts) else None
    if following is None or following.line is None or following.row:
        return False
    return not part.heads or (following.heads and _rank(following) <= _rank(part))


def _rank(part: Part) -> int:
    """How deep its number nests; none is deepest."""
    mark = text_to_mark(part.text)
    return mark.rank if mark else _UNNUMBERED


def _is_clause(part: Part, shortest: int) -> bool:
    """Whether it is a clause long enough, and no cell of a table that is printed a cell a line."""
    ends = part.heads or part.text.endswith(_ENDS)
    return part.line is not None and part.row is None and part.inside and ends and len(part.text) >= shortest


def _is_calm(sheet: Sheet, at: int) -> bool:
    return id(sheet.parts[at]) not in sheet.quiet


def _hush(sheet: Sheet, at: int) -> None:
    sheet.quiet |= {id(one) for one in sheet.parts[max(0, at - _ROOM) : at + _ROOM + 1]}


def split_edits(sheet: Sheet) -> Iterator[Edit]:
    """A paragraph made two at the end of a sentence."""
    for part in sheet.shuffled([one for one in sheet.parts if _is_clause(one, 2 * _SHORTEST)]):
        ends = [match.end() for match in _SENTENCE_END.finditer(part.words)]
        inner = [end for end in ends if _SHORTEST_SPLIT < end < len(part.words.rstrip()) - 2 * _SHORTEST_SPLIT]
        at = sheet.at(part)
        if part.touched or not inner or not _is_calm(sheet, at):
            continue
        end, before = inner[len(inner) // 2], part.words
        indent = before[: len(before) - len(before.lstrip("\u3000 "))]
        part.words, part.reshaped = (
            before[:end] + (part.break_words or gap(before).rstrip("\t")) + indent + before[end:].lstrip(),
            True,
        )
        _hush(sheet, at)
        yield Edit(EditKind.SPLIT, part.text, part.text, part)
