"""Where running text may say who does what: brackets that name units, labels, 由A牵头，B配合, and sentences in which a
unit does something. Each in the words that `assignments` reads. Knows where names and verbs stand; which of them lay
work on somebody, `duty_evidence` weighs.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.extraction.assignments import (
    bare_units,
    labelled_tail,
    starts_with_due,
    starts_with_role,
    words_to_assignment,
)
from corpus.extraction.brackets import BracketGroup, bracket_groups, split_outside
from corpus.extraction.doers import bare_role, doer, due_in, is_due, spoken_roles
from corpus.extraction.unit_names import looks_like_unit, with_groups_kept

_SENTENCE = re.compile(r"[^。；;]+[。；;]?")
_LABEL = re.compile(r"^(?P<label>(?:牵头|责任|主办|配合|承办|实施|落实)(?:单位|部门|主体))(?:为|是)(?=[\u4e00-\u9fff])")
"""牵头单位为区政府: a label without its colon."""
_FORMED = re.compile(r"^(?:各|有关|相关)?[市区县省州盟旗镇乡局厅国各]")
"""How the name of a unit begins that does something in the middle of a sentence."""
_MARK = re.compile(r"^\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）.．、]\s*)?(?:[一二三四五六七八九十]是)?")
_HEADING = re.compile(r"([\u4e00-\u9fff]{2,12})[：:](?=[\u4e00-\u9fff])")
_BRACKET = re.compile(r"^\s*(?![（(][一二三四五六七八九十\d]{1,3}[)）])[（(〔\[【「]")
"""A sentence that begins with a bracket, which is no number, assigns work in it."""
_NAME_GOES_ON = re.compile(r"[\u4e00-\u9fff]")
"""Behind a bracket of units this makes it part of a name (各县（市、区）政府)."""
_LEVELS = re.compile(r"(?:街道|社区|街镇|镇街|园区|[省市州盟县区旗乡镇村、])+")
_LIST_GOES_ON = re.compile(r"[\u4e00-\u9fff、，,；;]")
"""Behind a bracket of nothing but levels: it says how else what stands before is called (小区（社区）、街区)."""
_LONGEST = 300


class How:
    """The ways in which words may lay work on units."""

    BRACKET, UNITS, TAIL, LABEL, ROLES, DOES = "bracket", "units", "tail", "label", "roles", "does"


@dataclass(frozen=True, slots=True)
class Duty:
    """Words that may lay work on units: they take the room from `start` to `end`, none where what they say is part of
    the work (`works`), and stand in the sentence from `begins` on.
    """

    start: int
    end: int
    words: str
    how: str
    begins: int
    names: str = ""
    """Who does it, as the sentence begins to name them."""
    behind: str = ""
    """How the words go on there."""
    apart: bool = False
    """Whether what stands before its sentence in the paragraph is no part of the work."""

    @property
    def works(self) -> bool:
        """Whether the words say what is done too."""
        return self.start == self.end


def duties_in(text: str, year: int | None = None) -> list[Duty]:
    """The duties that a paragraph may lay on units, in printed order, no two of the same words. Where work ends that
    somebody does, a bracket or a label tells of it, another sentence of more.
    """
    found = [*_in_brackets(text), *_in_sentences(text, year)]
    tail = labelled_tail(text)
    if tail and words_to_assignment(text[slice(*tail)]):
        found.append(Duty(*tail, text[slice(*tail)], How.TAIL, tail[0]))
    kept: list[Duty] = []
    for one in sorted(found, key=lambda one: (one.start, _is_spoken(one) and not one.works, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def in_runs(duties: Iterable[Duty]) -> list[list[Duty]]:
    """The duties, those of several units that do something one sentence after the other together."""
    told = list[list[Duty]]()
    for one in duties:
        if told and one.works and told[-1][-1].works and told[-1][-1].end == one.begins:
            told[-1].append(one)
        else:
            told.append([one])
    return told


def without_repeats(duties: Iterable[Duty]) -> list[Duty]:
    """The duties, each of work of its own: what somebody does besides is part of the work told right before it, and of
    that which a bracket or a label behind it answers for.
    """
    told = list[Duty]()
    for one in duties:
        while not _is_spoken(one) and told and told[-1].works:
            told.pop()
        last = told[-1] if told else None
        if last and one.works and last.begins == one.begins:
            continue
        if last and one.works and not one.apart and _is_spoken(last):
            told[-1] = replace(last, start=one.end, end=one.end, words=f"{last.words}，{one.words}")
        else:
            told.append(one)
    return told


def _is_spoken(duty: Duty) -> bool:
    """Whether a sentence lays it on them, no bracket and no label."""
    return duty.how in (How.ROLES, How.DOES)


def sentences_around(text: str, duty: Duty) -> tuple[int, str, int]:
    """How many sentences of a text stand before that of a duty, its own, and how many behind."""
    end = max(duty.end, duty.begins + 1)
    starts, ends = _sentences(text)
    before = bisect_left(starts, duty.begins)
    own = ends[before] if before < len(ends) else end
    return before, text[duty.begins : max(end, own)], len(starts) - bisect_left(starts, end)


@lru_cache(maxsize=1)
def _sentences(text: str) -> tuple[list[int], list[int]]:
    """Where the sentences of a text start and end, which is asked for each of its duties."""
    spans = [one.span() for one in _SENTENCE.finditer(text) if one[0].strip()]
    return [start for start, _ in spans], [end for _, end in spans]


def _in_brackets(text: str) -> Iterator[Duty]:
    for one in bracket_groups(text):
        begins = max(text.rfind(stop, 0, max(0, one.start - 1)) for stop in "。；;") + 1
        if words_to_assignment(one.inner):
            yield Duty(one.start, one.end, one.inner, How.BRACKET, begins)
        elif bare_units(one.inner) and not _name_goes_on(text, one):
            yield Duty(one.start, one.end, one.inner, How.UNITS, begins)


def _name_goes_on(text: str, bracket: BracketGroup) -> bool:
    """Whether a bracket of units is part of a name or of a list of names."""
    goes_on = _LIST_GOES_ON if _LEVELS.fullmatch(bracket.inner) else _NAME_GOES_ON
    return goes_on.match(text, bracket.end) is not None


def _in_sentences(text: str, year: int | None) -> Iterator[Duty]:
    covered = {at for group in bracket_groups(text) for at in range(group.start + 1, group.end)}
    for match in _SENTENCE.finditer(text):
        if (
            match.start() not in covered
            and match[0].strip()
            and len(match[0]) <= _LONGEST
            and not _BRACKET.match(match[0])
        ):
            yield from _sentence_to_duties(match, year)


def _sentence_to_duties(match: re.Match[str], year: int | None) -> Iterator[Duty]:
    skipped = _led_in(match[0])
    sentence = match[0][skipped:].rstrip("。；; ")
    if label := _LABEL.match(sentence):
        words = f"{label['label']}：{sentence[label.end() :]}"
        yield Duty(*match.span(), words, How.LABEL, match.start())
        return
    pieces = _pieces(sentence)
    for first, piece in enumerate(pieces):
        if roles := spoken_roles(pieces[first:]):
            behind = pieces[first + len(roles) :]
            works = any(role != bare_role(one) for role, one in zip(roles, pieces[first:], strict=False))
            works = works or not all(map(is_due, behind))
            start = match.end() if works else match.start() + skipped + sum(len(one) + 1 for one in pieces[:first])
            more = [f"{name}负责" for one in behind if (name := doer(one)) and _FORMED.match(name)] if works else []
            words = "，".join([*roles, *more, *due_in("，".join(behind), year)])
            if told := words_to_assignment(words):
                name = next(iter((*told.lead, *told.responsible)), roles[0])
                yield Duty(start, match.end(), words, How.ROLES, match.start(), name, piece.partition(name)[2])
                return
    doing = [
        (piece, name) for at, piece in enumerate(pieces) if (name := doer(piece)) and (not at or _FORMED.match(name))
    ]
    if doing:
        piece, name = doing[0]
        words = "，".join(dict.fromkeys(f"{name}负责" for _, name in doing))
        if words_to_assignment(words):
            yield Duty(match.end(), match.end(), words, How.DOES, match.start(), name, piece.partition(name)[2])


def _led_in(sentence: str) -> int:
    """Where a sentence begins behind its number and a label that names no unit and no role (四、职责分工：)."""
    mark = _MARK.match(sentence)
    skipped = mark.end() if mark else 0
    label = _HEADING.match(sentence, skipped)
    named = label and (looks_like_unit(label[1]) or starts_with_role(label[0]) or starts_with_due(label[0]))
    return label.end() if label and not named else skipped


def _pieces(sentence: str) -> list[str]:
    return list(split_outside(with_groups_kept(sentence.rstrip("。；; ")), frozenset("，,")))
