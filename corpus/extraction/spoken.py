"""Sentences that assign the work told before them: 该项工作由A牵头，B、C配合，6月底前完成. Each is given in the words
that `assignments` reads, with the deadline that follows. Knows where names and verbs stand, not what roles are.
"""

import re
from dataclasses import dataclass

from corpus.extraction.brackets import split_outside
from corpus.extraction.deadlines import deadline_in_clause, is_deadline
from corpus.extraction.role_words import Part, verb_at_end
from corpus.extraction.unit_names import is_group, looks_like_unit, split_units, with_groups_kept
from corpus.quoting import compact
from corpus.simplified import simplified

__all__ = ["Spoken", "spoken_sentences"]

_SENTENCE = re.compile(r"[^。；;]+[。；;]?")
_OF_IT = re.compile(r"^(?:此|该|这|上述|以上|前述)(?:项|些)?(?:工作|任务|事项|行动)(?=由|[\u4e00-\u9fff])")
_LABEL = re.compile(r"^(?P<label>(?:牵头|责任|主办|配合|承办|实施|落实)(?:单位|部门))(?:为|是)(?=[\u4e00-\u9fff])")
"""牵头单位为区政府: a label without its colon."""
_DOES = re.compile(
    r"^(?P<names>.{2,80}?)"
    r"(?P<verb>牵头|(?:具体|共同|分别)?负责|(?:按|依)(?:各自)?职责(?:分工)?|承担|配合|协助)"
    r"(?P<work>(?!解释|人)[\u4e00-\u9fff“].{1,40})$"
)
"""市水利局负责编制方案: what a unit does, behind the verb."""
_BRACKETS = frozenset("（(〔[【「")
"""A bracket that assigns work is read elsewhere."""
_LONGEST = 300
_LONGEST_GROUP = 12
"""Of 相关部门 more than so many characters are more than a name."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Where a text assigns work, and in what words; they take no room there where they say what the work is too."""

    start: int
    end: int
    words: str
    works: bool = False
    """Whether they say what is done too."""


def spoken_sentences(text: str, year: int | None = None, *, rules: bool = False) -> list[Spoken]:
    """The sentences, or their ends from 由A牵头 on, that say who does what stands before them in the paragraph.

    What a unit does itself (市水利局负责编制方案) is told last and once: several are a list of duties. In `rules` it is
    a step of how they are kept.
    """
    sentences = [one for one in _SENTENCE.finditer(text) if one[0].strip()]
    found = [
        spoken
        for at, one in enumerate(sentences)
        if len(one[0]) <= _LONGEST and one[0].lstrip()[:1] not in _BRACKETS
        if (spoken := _sentence_to_spoken(one, year, told=at > 0))
    ]
    duties = sum(_duty(one[0]) is not None for one in sentences)
    told = not rules and duties <= 1 and bool(sentences)
    return [one for one in found if not one.works or (told and one.end == sentences[-1].end()) or "牵头" in one.words]


def _sentence_to_spoken(match: re.Match[str], year: int | None, *, told: bool) -> Spoken | None:
    sentence = match[0].rstrip("。；; ")
    if label := _LABEL.match(sentence.lstrip()):
        return Spoken(*match.span(), f"{label['label']}：{sentence.lstrip()[label.end() :]}")
    pieces = list(split_outside(with_groups_kept(sentence), frozenset("，,")))
    for first, piece in enumerate(pieces):
        by = first > 0 or _OF_IT.match(piece.lstrip()) or piece.lstrip().startswith("由")
        if not (by or told) or (first > 0 and not piece.startswith("由")):
            continue
        roles = _roles(pieces[first:])
        if roles:
            works = any(_ends_in_verb(_bare(one)) is None for one in pieces[first : first + len(roles)])
            start = match.end() if works else match.start() + sum(len(one) + 1 for one in pieces[:first])
            rest = "，".join(pieces[first + len(roles) :])
            return Spoken(start, match.end(), "，".join([*roles, *_due(rest, year)]), works)
    return None


def _roles(pieces: list[str]) -> list[str]:
    """What the pieces say of who does it, as far as one after the other does."""
    roles = list[str]()
    for piece in pieces:
        words = _bare(piece)
        role = _ends_in_verb(words, beside=bool(roles)) or _duty(words)
        if role is None:
            break
        roles.append(role)
    return roles


def _bare(piece: str) -> str:
    return _OF_IT.sub("", compact(piece)).removeprefix("由")


def _ends_in_verb(words: str, *, beside: bool = False) -> str | None:
    """The words, if they are units and their verb; only beside one named, all may be groups (有关街道配合)."""
    verb = verb_at_end(simplified(words))
    told = verb is not None and verb.part is not Part.BESIDE
    return words if verb and told and _are_units(words[: verb.start], groups=beside) else None


def _duty(words: str) -> str | None:
    """A负责 of words that say besides what it does."""
    match = _DOES.match(compact(words).rstrip("。；;"))
    verb = "负责" if match and "职责" in match["verb"] else match["verb"] if match else ""
    return f"{match['names']}{verb}" if match and _are_units(match["names"]) else None


def _are_units(names: str, *, groups: bool = False) -> bool:
    units = [name for part in names.split("会同") for name in split_units(part).names]
    return bool(units) and all(map(_is_unit, units)) and (groups or not all(map(is_group, units)))


def _is_unit(name: str) -> bool:
    return looks_like_unit(name) and not is_deadline(name) and not (is_group(name) and len(name) > _LONGEST_GROUP)


def _due(rest: str, year: int | None) -> list[str]:
    due = deadline_in_clause(rest, year)
    return [due.raw.split("；")[-1]] if due else []
