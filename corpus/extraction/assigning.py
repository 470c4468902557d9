"""Where a paragraph assigns work: in brackets, by 由A牵头, in sentences that say who does it, behind role labels.

What the words mean is `assignments`' business.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from corpus.extraction.assignments import (
    Assignment,
    bare_units,
    ends_assigning,
    labelled_tail,
    words_to_assignment,
)
from corpus.extraction.brackets import BracketGroup, bracket_groups
from corpus.extraction.unit_names import looks_like_unit

__all__ = ["Assigning", "assigning_words"]

_BY_WHOM = re.compile(
    r"(?:(?<=[，,；;。])|^)(?:[此这该本上][述一]?[项条]?(?:工作|任务|事项|措施)?)?"
    r"由[^，,。；;（）()]{2,30}(?:牵头|负责|主办|承办|承担)[^。；;（）()]{0,80}"
)
"""Work assigned outside brackets: …，由市交通局牵头，市公安局配合。"""
_SENTENCE = re.compile(r"[^。；;]+")
_PIECE = re.compile(r"[^，,]+[，,]?")
_DOES = re.compile(r"(?:牵头|主办|负责|落实|实施|推进|承担)(?:负责|落实|实施|推进|指导|监督|协调){0,2}[，,]?$")
_TOPIC = re.compile(r"(?P<topic>(?![此这该本上])[^，,。；;、由：:（）()]{2,16})(?<![自理事缘])由(?=[^由]{3})")
"""A sentence that says of what it tells who does it: 驿站运营由团市委负责。"""
_SHORTEST_NAME = 3
"""Two characters that end as units do are a common noun as often (社会)."""
_NO_NAME = re.compile(r"^(?:支持|鼓励|引导|推动|发挥|依托|组织|指导|聚合|联合|通过|加强)|(?<!自)由")
_LONGEST_FIRST = 200


@dataclass(frozen=True, slots=True)
class Assigning:
    """A stretch [start, end) that assigns work by `words`, and what else it says of that work."""

    start: int
    end: int
    words: str
    rest: str = ""
    topic: str = ""
    """The work, where the sentence itself names it (驿站运营由团市委负责)."""


def assigning_words(text: str) -> list[Assigning]:
    """Where a paragraph assigns work, in order: one sentence assigns its work once."""
    groups = bracket_groups(text)
    found = [Assigning(one.start, one.end, one.inner) for one in groups if words_to_assignment(one.inner)]
    found += [one for match in _BY_WHOM.finditer(text) if (one := _by_whom(match))]
    found += _by_name(text, groups)
    found += [Assigning(one.start, one.end, one.inner) for one in groups if _names_units(text, one)]
    tail = labelled_tail(text)
    if tail and words_to_assignment(text[slice(*tail)]):
        found.append(Assigning(*tail, text[slice(*tail)]))
    return _apart(found)


def _apart(found: list[Assigning]) -> list[Assigning]:
    """Of those that share words the first and longest."""
    kept: list[Assigning] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _by_whom(match: re.Match[str]) -> Assigning | None:
    """由A牵头，B配合; what the clauses behind tell of the work beside is kept (5月底前完成招标，汛后开工)."""
    if words_to_assignment(match[0]):
        return Assigning(*match.span(), match[0])
    told = _longest(match[0])
    return Assigning(*match.span(), told, match[0][len(told) :]) if told else None


def _by_name(text: str, groups: list[BracketGroup]) -> Iterator[Assigning]:
    """Sentences that begin with who does the work told before (市卫健委牵头，市财政局配合)."""
    inside = {at for one in groups for at in range(one.start, one.end)}
    masked = "".join("一" if at in inside else char for at, char in enumerate(text))
    for sentence in _SENTENCE.finditer(masked):
        printed = text[slice(*sentence.span())]
        about = _TOPIC.match(printed)
        said = printed[about.end("topic") :] if about else printed
        first = _PIECE.match(sentence[0])
        if first and first.end() <= _LONGEST_FIRST and _DOES.search(first[0]) and (told := _longest(said)):
            rest, topic = ("", about["topic"]) if about else (said[len(told) :], "")
            yield Assigning(*sentence.span(), told, rest, topic)


def _longest(words: str) -> str:
    """The longest beginning of a sentence, clause by clause, that assigns work to units and says no more."""
    pieces = list(takewhile(lambda piece: ends_assigning(piece[0].rstrip("，,")), _PIECE.finditer(words)))
    told = (words[: piece.end()].rstrip("，,") for piece in reversed(pieces))
    return next((one for one in told if _are_units(words_to_assignment(one))), "")


def _are_units(told: Assignment | None) -> bool:
    """Whether every name that words give in a role is a unit's."""
    names = (*told.lead, *told.responsible) if told else ()
    return bool(names) and all(
        len(name) >= _SHORTEST_NAME and looks_like_unit(name) and not _NO_NAME.search(name) for name in names
    )


def _names_units(text: str, group: BracketGroup) -> bool:
    """Whether a bracket behind a whole sentence holds units and no word of role (…。（县财政局、县水利局）)."""
    behind = text[: group.start].rstrip().endswith(("。", "；", ";"))
    return behind and words_to_assignment(group.inner) is None and bare_units(group.inner) is not None
