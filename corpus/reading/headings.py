"""Where a numbered text ends being a heading and begins being a paragraph, which of those that count on under one
heading (（一）…（二）…) are headings, and headings without numbers. Knows texts, no outline.

Without numbers are what stands alone above the same label each time (就业见习补贴 above 政策内容：…), the labelled
lines that several of them stand under (服务对象：高校毕业生), and places behind which the numbers of a page that puts
several notices together begin anew.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from corpus.quoting import compact, squeeze
from corpus.reading.marks import Mark, Style, strip_edges, text_to_mark

_SPACED = frozenset({Style.CHAPTER, Style.SECTION})
_CONTENTS = re.compile(r"[.…·．]{3}[.…·．\s]{0,60}\d{1,4}\s{0,20}$")
_STOP = re.compile(r"[。！？]")
_BOLD = re.compile(r"\*\*([^*\n]{2,60})\*\*")
_BREAKS = re.compile(r"[；;]")
_COMMAS = re.compile(r"[，,]")
_ENUMERATION = re.compile(r"[；;，,、]$")
_COLON = re.compile(r"[：:]")
_DATED = re.compile(r"[（(](?:19|20)\d\d年[^（()）]{0,36}[)）]$")
"""（2025年4月1日，节选）: no words of a title, however long."""
_TRAILING = "。：:！"
_LONGEST = 45
_LONGEST_RUN_IN = 32
_LONGEST_SENTENCE = 20
_MOST_COMMAS = 1
_SHORTEST = 2
_LABEL = re.compile(r"(?!.{0,6}(?:单位|部门|时限|电话|附件|来源))([\u4e00-\u9fff]{2,8})[：:](?=.)")
"""The label of a field; who does a task and when belongs to the task, whose words may be a sentence."""
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,7}[区县市旗镇乡州盟]")
_NO_NAME = re.compile(r"[。；，：:;！？、]|\d{4}")
_SHORTEST_NAME, _LONGEST_NAME = 3, 30
_FEWEST, _FEWEST_GROUPS = 3, 2
_MOSTLY = 0.8


@dataclass(frozen=True, slots=True)
class HeadingParts:
    """Offsets into the text that was split. [start, end) is the heading, `body` where the paragraph begins, if any.

    `title_start` lies behind the number; `marked` says that marks such as ** stand between number and title, so that
    only the title can be quoted in one piece.
    """

    mark: Mark
    start: int
    title_start: int
    end: int
    body: int | None
    marked: bool

    def label(self, text: str) -> str:
        """Number and title as an official would cite them."""
        number, title = squeeze(self.mark.number), self.title(text)
        return f"{number} {title}" if title and self.mark.style in _SPACED else number + title

    def title(self, text: str) -> str:
        """The words without the number."""
        return squeeze(text[self.title_start : self.end])

    def quote(self, text: str) -> str:
        """The words that stand in one piece: number and title, or the title alone where marks part them."""
        return self.title(text) if self.marked else self.label(text)


def text_to_heading(text: str) -> HeadingParts | None:
    """The heading that `text` is or begins with (（一）优化流程。各部门…); None for a paragraph, numbered or not."""
    mark = text_to_mark(text)
    if mark is None or mark.style is Style.ANNEX or _CONTENTS.search(text) or text.rstrip().endswith(("；", ";")):
        return None
    if mark.style is Style.ARTICLE:
        return _parts(text, mark, mark.end, mark.end)
    if mark.style is Style.TAG:
        return _parts(text, mark, text.index("】", mark.end), text.index("】", mark.end) + 1)
    bold = _BOLD.match(text, *_from_title(text, mark))
    if bold:
        return _parts(text, mark, bold.end(), bold.end())
    stop = _first_stop(text, mark.end)
    run_in = stop is not None and text[stop + 1 :].strip("* \n\t\u3000") != ""
    if run_in and stop is not None:
        return _parts(text, mark, stop, stop + 1) if _is_run_in_title(text[mark.end : stop], mark) else None
    return _parts(text, mark, len(text), None) if _is_whole_title(text[mark.end :]) else None


def whole_heading(text: str, style: Style) -> HeadingParts:
    """All of `text` as a heading without a number."""
    start, end = strip_edges(text, 0, len(text))
    return _parts(text, Mark(style, "", None, start, start), end, None)


def _from_title(text: str, mark: Mark) -> tuple[int, int]:
    start = mark.end
    while start < len(text) and text[start].isspace():
        start += 1
    return start, len(text)


def _parts(text: str, mark: Mark, end: int, body: int | None) -> HeadingParts:
    """The parts with marks and the closing stop left out; `body` is None where nothing but marks follows."""
    title_start, end = strip_edges(text, mark.end, end)
    while end > title_start and (text[end - 1] in _TRAILING or text[end - 1].isspace()):
        end -= 1
    title_start = min(title_start, end) if end > mark.end else mark.end
    if body is not None:
        body, last = strip_edges(text, body, len(text))
        body = body if body < last else None
    between = text[mark.end : title_start]
    return HeadingParts(mark, mark.start, title_start, max(end, mark.end), body, bool(between.strip()))


def _first_stop(text: str, start: int) -> int | None:
    """The first full stop outside brackets and quotation marks."""
    depth = 0
    for offset in range(start, min(len(text), start + 400)):
        character = text[offset]
        depth += (character in "（(《“〔") - (character in "）)》”〕")
        if depth <= 0 and _STOP.match(character):
            return offset
    return None


def _is_run_in_title(title: str, mark: Mark) -> bool:
    words = compact(title)
    commas = len(_COMMAS.findall(words))
    allowed = 0 if mark.style is Style.DASH else _MOST_COMMAS
    plain = not _BREAKS.search(words) and not _COLON.search(words)
    return _SHORTEST <= len(words) <= _LONGEST_RUN_IN and commas <= allowed and plain


def _is_whole_title(title: str) -> bool:
    """A line of its own: without a full stop up to 45 characters, with one (（二）发展目标。) only if short."""
    words = compact(title).strip("*")
    if not words or _ENUMERATION.search(words) or _BREAKS.search(words):
        return False
    if _STOP.search(words):
        return len(words) <= _LONGEST_SENTENCE and not _COMMAS.search(words) and not _STOP.search(words[:-1])
    words = _DATED.sub("", words)
    return len(words) <= _LONGEST and not _COLON.search(words[:-1]) and len(_COMMAS.findall(words)) <= _MOST_COMMAS


def without_stray(
    found: Sequence[HeadingParts | None], marks: Sequence[Mark | None], texts: Sequence[str]
) -> list[HeadingParts | None]:
    """The headings of passages without the first sentences of items most of whose neighbours have no heading."""
    sentences = {at for at, parts in enumerate(found) if parts and (parts.body or texts[at].endswith("。"))}
    runs = _marks_to_sequences(marks)
    plain = [run for run in runs if len(sentences.intersection(run)) < sum(found[at] is None for at in run)]
    stray = sentences.intersection(chain.from_iterable(plain))
    return [None if at in stray else parts for at, parts in enumerate(found)]


def _marks_to_sequences(marks: Sequence[Mark | None]) -> list[list[int]]:
    """The positions of the marks that count on in one style, nothing of a higher rank between them."""
    found: list[list[int]] = []
    counting: dict[int, list[int]] = {}
    for at, mark in enumerate(marks):
        if mark is None or mark.value is None:
            continue
        counting = {rank: run for rank, run in counting.items() if rank <= mark.rank}
        run = counting.get(mark.rank)
        before = marks[run[-1]] if run else None
        if run is None or before is None or mark.value != (before.value or 0) + 1:
            counting[mark.rank] = run = []
            found.append(run)
        run.append(at)
    return found


def entry_headings(texts: Sequence[str | None]) -> Mapping[int, Style]:
    """By position, the style of headings among these texts; None stands for what is something else already."""
    words = ["" if text is None else compact(text) for text in texts]
    labels = [found[1] if (found := _LABEL.match(text)) else None for text in words]
    names = {at - 1 for label in set(labels) - {None} for at in _named(label, labels, words)}
    above = Counter(labels[at - 1] for at in names if at and labels[at - 1])
    groups = {
        at
        for label, count in above.items()
        if count >= _FEWEST_GROUPS and count == labels.count(label)
        for at in _where(label, labels)
    }
    return dict.fromkeys(names, Style.ENTRY) | dict.fromkeys(groups, Style.GROUP)


def place_headings(texts: Sequence[str | None], following: Sequence[Mark | None]) -> Mapping[int, Style]:
    """By position, the style of those texts that are nothing but a place, and behind each of which the numbers begin
    anew; `following` are the next marks of each.
    """
    places = [at for at, text in enumerate(texts) if text is not None and _PLACE.fullmatch(compact(text))]
    begun = [at for at in places if (mark := following[at]) and (mark.style, mark.value) == (Style.CHINESE, 1)]
    apart = all(following[one] is not following[other] for one, other in pairwise(begun))
    return dict.fromkeys(begun, Style.PLACE) if apart and len(begun) >= _FEWEST_GROUPS else {}


def _named(label: str | None, labels: Sequence[str | None], words: Sequence[str]) -> list[int]:
    """Where a label begins what is called by the line above it; nowhere where it mostly stands otherwise."""
    every = list(_where(label, labels))
    found = [at for at in every if at and labels[at - 1] is None and _is_name(words[at - 1])]
    return found if len(found) >= max(_FEWEST, _MOSTLY * len(every)) else []


def _where(label: str | None, labels: Sequence[str | None]) -> Iterator[int]:
    return (at for at, one in enumerate(labels) if one == label)


def _is_name(text: str) -> bool:
    return _SHORTEST_NAME <= len(text) <= _LONGEST_NAME and not _NO_NAME.search(text)
