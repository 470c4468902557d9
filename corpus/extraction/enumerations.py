"""Reading enumerations: what announces them and their items, in a paragraph, on lines, as headings or in a sentence.

Knows numbers and where blocks stand, and no policy words. An item reaches as far as the next one; the last one as far
as what stands below it, or, within a paragraph, as many sentences as the longest of the others has.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from corpus.document import Block, Heading, Paragraph
from corpus.enumeration import LINE_NUMBER, RUNNING_NUMBER, Enumeration, Form, Item, without_number
from corpus.facts import Evidence
from corpus.folding.numerals import numeral_to_int
from corpus.place import Place

_INLINE = re.compile(rf"(?<=[。；：，、;:,！）)\s])(?:{RUNNING_NUMBER})")
_SENTENCE = re.compile(r"[^。！？；;\n]*(?:[。！？；;\n]+|$)")
_FIRST = "首先"
_UNNUMBERED = frozenset({"dash", "said"})
_SPOKEN = frozenset({"being", "nth", "said"})
_ANNOUNCING = ("：", ":")
_PARTED = re.compile(r"(?P<head>[^。；：:！？\n]{2,60})[：:](?P<items>[^。：:\n]{4,2000})")
_FEWEST = 3
"""So many parts of a sentence are a list."""

_At: TypeAlias = tuple[int, int]
"""A block by its number, and an offset in its text."""


class _Mark(NamedTuple):
    """A number where an item may begin; `value` is None where it only goes on from the one before."""

    start: int
    style: str
    value: int | None


@dataclass(slots=True)
class _Run:
    """Items in the making: where each begins, and where what follows them does."""

    style: str
    path: tuple[str, ...]
    starts: list[_At]
    is_within: bool
    end: _At = (0, 0)


def blocks_to_enumerations(blocks: Sequence[Block]) -> list[Enumeration]:
    """The enumerations of the running text of some blocks, those within items too; in order of where they begin, those
    that are one sentence behind the others.
    """
    text = [
        block for block in blocks if isinstance(block, Heading) or (isinstance(block, Paragraph) and not block.note)
    ]
    numbered = (_enumeration(run, text) for run in _runs(text) if len(run.starts) > 1)
    return [*numbered, *(one for block in text for one in _parted(block))]


def _runs(text: Sequence[Heading | Paragraph]) -> list[_Run]:
    """Numbers that go on from one another under the same headings; one of another kind begins a run within an item."""
    found: list[_Run] = []
    still: list[_Run] = []
    for at, block in enumerate(text):
        path = block.place.path
        still = _closed(still, (at, 0), sum(run.path == path[: len(run.path)] for run in still))
        for mark in _marks(block):
            same = [depth for depth, run in enumerate(still) if (run.style, run.path) == (mark.style, path)]
            here = (at, mark.start)
            if same and _goes_on(still[same[-1]], mark, here, text):
                still = _closed(still, here, same[-1] + 1)
                still[-1].starts.append(here)
            elif _begins(mark):
                around = _closed(still, here, same[0] if same else len(still))
                still = [*around, _Run(mark.style, path, [here], is_within=bool(around))]
                found.append(still[-1])
    _closed(still, (len(text), 0), 0)
    return found


def _closed(still: list[_Run], end: _At, kept: int) -> list[_Run]:
    for run in still[kept:]:
        run.end = end
    return still[:kept]


def _marks(block: Heading | Paragraph) -> Iterator[_Mark]:
    if first := LINE_NUMBER.match(block.text):
        yield _mark(first)
    for match in _INLINE.finditer(block.text) if isinstance(block, Paragraph) else ():
        if match.start():
            yield _mark(match)


def _mark(match: re.Match[str]) -> _Mark:
    style = match.lastgroup or ""
    value = None if style in _UNNUMBERED and match[style] != _FIRST else numeral_to_int(match[style])
    return _Mark(match.start(), style, 1 if match[style] == _FIRST else value)


def _begins(mark: _Mark) -> bool:
    return mark.value == 1 or mark.style == "dash"


def _goes_on(run: _Run, mark: _Mark, here: _At, text: Sequence[Heading | Paragraph]) -> bool:
    """Whether a mark is the next of a run: by its number; of dashes, where nothing but items stands between."""
    if mark.style == "dash":
        return all(len(one.place.path) > len(run.path) for one in text[run.starts[-1][0] + 1 : here[0]])
    return mark.value == len(run.starts) + 1 or (mark.value is None and mark.style == "said")


def _enumeration(run: _Run, text: Sequence[Heading | Paragraph]) -> Enumeration:
    ends = [*run.starts[1:], run.end]
    items = [_pieces(start, end, text) for start, end in zip(run.starts, ends, strict=True)]
    items[-1] = _last(items, run, text)
    titles = [block.title if isinstance(block := text[at], Heading) else "" for at, _ in run.starts]
    announced = _announced(run, text)
    said = without_number(announced[0].quote).strip() if announced else ""
    above = _heading_above(run.starts[0][0], text)
    headed = run.starts[0][1] == 0 and announced == _printed(above)
    form = Form.SPOKEN if run.style in _SPOKEN else Form.NUMBERED
    return Enumeration(said, announced, tuple(map(Item, items, titles)), headed, form, run.is_within)


def _parted(block: Heading | Paragraph) -> Iterator[Enumeration]:
    """The enumerations that are one sentence: what announces them, a colon, and items between semicolons."""
    may_list = isinstance(block, Paragraph) and block.text.count("；") >= _FEWEST - 1
    for found in _PARTED.finditer(block.text) if may_list else ():
        head, parts = found["head"].strip(), [part.strip() for part in found["items"].split("；") if part.strip()]
        if (
            len(parts) >= _FEWEST
            and not any(map(LINE_NUMBER.match, parts))
            and found["items"].count("（") == found["items"].count("）")
        ):
            items = tuple(Item((Evidence(quote=part, place=block.place),)) for part in parts)
            announced = (Evidence(quote=head, place=block.place),)
            yield Enumeration(
                without_number(head), announced, items, is_headed=False, form=Form.PARTED, is_within=False
            )


def _pieces(start: _At, end: _At, text: Sequence[Heading | Paragraph]) -> tuple[Evidence, ...]:
    """The words from one place to another, block by block."""
    found = []
    for at in range(start[0], min(end[0] + 1, len(text))):
        words = text[at].text[start[1] if at == start[0] else 0 : end[1] if at == end[0] else None].strip()
        if words:
            found.append(Evidence(quote=words, place=text[at].place))
    return tuple(found)


def _last(
    items: Sequence[tuple[Evidence, ...]], run: _Run, text: Sequence[Heading | Paragraph]
) -> tuple[Evidence, ...]:
    """The last item without what only follows it."""
    (block, offset), first = run.starts[-1], items[-1][0]
    if offset:
        most = max(sum(len(_sentences(one.quote)) for one in item) for item in items[:-1])
        return (first.model_copy(update={"quote": "".join(_sentences(first.quote)[:most]).strip()}),)
    below = [first]
    for one in text[block + 1 : run.end[0]]:
        if len(one.place.path) <= len(run.path) and not LINE_NUMBER.match(one.text):
            break
        below.append(Evidence(quote=one.text, place=one.place))
    return tuple(below)


def _announced(run: _Run, text: Sequence[Heading | Paragraph]) -> tuple[Evidence, ...]:
    """The sentence right before the first item, which ends with a colon where the item begins a line, or says what the
    article is about (第五条 项目实行报告制度。（一）…); else the heading above.
    """
    at, offset = run.starts[0]
    before, above = text[at - 1] if at else None, _heading_above(at, text)
    if offset:
        return _closing(text[at].text[:offset], text[at].place)
    untitled = above is not None and not above.title
    if isinstance(before, Paragraph) and (untitled or before.text.endswith(_ANNOUNCING)):
        return _closing(before.text, before.place)
    return _printed(above)


def _closing(words: str, place: Place) -> tuple[Evidence, ...]:
    """The last sentence of some words, semicolons and all (有下列情形之一的，责令改正；拒不改正的，处罚款：); a part of
    it with a number is an item itself.
    """
    told: list[str] = []
    for part in _sentences(words):
        if LINE_NUMBER.match(part) or (told and not told[-1].rstrip().endswith(("；", ";"))):
            told.clear()
        told.append(part)
    whole = "".join(told).strip()
    return (Evidence(quote=whole, place=place),) if whole else ()


def _heading_above(at: int, text: Sequence[Heading | Paragraph]) -> Heading | None:
    """The nearest heading that a block stands under."""
    path = text[at].place.path
    above = (one for one in reversed(text[:at]) if isinstance(one, Heading) and (*one.place.path, one.text) == path)
    return next(above, None)


def _printed(heading: Heading | None) -> tuple[Evidence, ...]:
    return (Evidence(quote=heading.text, place=heading.place),) if heading else ()


def _sentences(words: str) -> list[str]:
    return [one for one in _SENTENCE.findall(words) if one]
