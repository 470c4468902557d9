"""Sentences that assign the work told before them: 该项工作由A牵头，B、C配合，6月底前完成. Each is given in the words
that `assignments` reads, with the deadline that follows. Knows where names and verbs stand, not what roles are.
"""

import re
from dataclasses import dataclass

from corpus.extraction.brackets import split_outside
from corpus.extraction.deadlines import deadline_in_clause, is_deadline
from corpus.extraction.indicators import begins_with_work
from corpus.extraction.role_words import Part, verb_at_end
from corpus.extraction.unit_names import is_group, looks_like_unit, split_units, with_groups_kept
from corpus.quoting import compact
from corpus.simplified import simplified

__all__ = ["Spoken", "spoken_sentences"]

_SENTENCE = re.compile(r"[^。；;]+[。；;]?")
_OF_IT = re.compile(r"^(?:此|该|这|上述|以上|前述)(?:项|些)?(?:工作|任务|事项|行动)(?=由|[\u4e00-\u9fff])")
_LABEL = re.compile(r"^(?P<label>(?:牵头|责任|主办|配合|承办|实施|落实)(?:单位|部门|主体))(?:为|是)(?=[\u4e00-\u9fff])")
"""牵头单位为区政府: a label without its colon."""
_DOES = re.compile(
    r"^(?P<names>.{2,80}?)"
    r"(?P<verb>牵头|(?:具体|共同|分别)?负责|(?:按|依)(?:各自)?职责(?:分工)?|承担|配合|协助)"
    r"(?P<work>(?!解释|人|的)[\u4e00-\u9fff“].{1,40})$"
)
"""市水利局负责编制方案: what a unit does, behind the verb."""
_WITH = re.compile(r"^(?P<first>.{2,30}?)会同(?P<others>(?!.*解释).{2,80})$")
_GOES_ON = re.compile(
    r"(?:于|在|每|定期|适时|联合|共同)?(?:20\d\d年|\d{1,2}月|每|对|将|按|审核|审定|研究|明确|加强|做好|统筹|负责|优化|健全|完善|出台|制[定订]|修[订编改]|编制|起草|拟[定订]|组织|建立|监督|检查)"
)
"""Behind the units that do something together: when, or what."""
_MORE = re.compile(r"[\u4e00-\u9fff]{0,8}[部局委厅办院][、，和等]")
"""The rest of a name (住房城乡建设部、), though it begins like what is done."""
_NO_NAME = re.compile(
    r"^(?:支持|鼓励|引导|推动|促进|积极|经(?![济信贸开发])|由|对(?![外口台])|向|为)|(?:城市|企业)$|[：:]$"
)
"""支持龙头企业牵头, 试点城市负责, 市水利局：承担: whom somebody helps, a kind of doer, or an entry of a list."""
_ACTS = re.compile(
    r"(?:是|为|受|主管|依法|落实|保障|指导|查处|协调|督促|推进|承担|监测|负有|牵头|运营|管理|审批|初审|复核|拨付|核验|支持|宣传|开展)"
)
"""What a unit of a list of duties does, where no 负责 says so (县资源局保障用地)."""
_ANYBODY = re.compile(r"(?:单位|机构|企业|主体|场所)$")
_HEADED = re.compile(r"^(?:[（(]?[\d一二三四五六七八九十.]{1,6}[)）.．、]?)?(?:[^，,。：:]{2,12}[：:])?(?:其中)?")
_BY = re.compile(r"^[^，。]{2,40}?(?<![理事])由(?=[\u4e00-\u9fff])")
_ANSWERS = re.compile(r"(?:牵头|主办|负责|承办|承建)$|会同")
"""At the end of a sentence this says who answers for what stands before it (…，资源科负责), with no 由."""
_BRACKETS = frozenset("（(〔[【「")
"""A bracket that assigns work is read elsewhere."""
_LONGEST = 300
_FEWEST = 2
"""Duties that make a list."""
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
    listed: bool = False
    """Whether they are a list of duties, which their paragraph alone says."""


def spoken_sentences(text: str, year: int | None = None, *, rules: bool = False, alone: bool = True) -> list[Spoken]:
    """The sentences, or their ends from 由A牵头 on, that say who does what stands before them in the paragraph.

    What a unit does itself (市水利局负责编制方案) is told last and once, or first in a paragraph that stands `alone`
    below its heading. In `rules`, what is told last is a step of how they are kept. The duties of several units, one
    after the other, are told once, of all of them.
    """
    sentences = [one for one in _SENTENCE.finditer(text) if one[0].strip()]
    if listed := _listed(sentences, alone=alone):
        return [listed]
    found = [
        spoken
        for at, one in enumerate(sentences)
        if len(one[0]) <= _LONGEST and one[0].lstrip()[:1] not in _BRACKETS
        if (spoken := _sentence_to_spoken(one, year, told=at > 0, alone=alone))
    ]
    telling = (*(sentences[:1] if alone else ()), *(() if rules else sentences[-1:]))
    ends = {one.end() for one in telling}
    return [one for one in found if not one.works or one.end in ends or "牵头" in one.words]


def _listed(sentences: list[re.Match[str]], *, alone: bool) -> Spoken | None:
    """A list of duties (市财政局负责拨付；市审计局监督使用；各镇负责公示): who does something in it, as one. One duty
    with which a paragraph of its own begins leads a list of what others do.
    """
    said = [(one, [_HEADED.sub("", compact(piece)) for piece in _pieces(one[0])]) for one in sentences]
    duties = [one for one, pieces in said if len(one[0]) <= _LONGEST and pieces and _duty(pieces[0])]
    begins = alone and duties == [one for one, _ in said[:1]]
    doing = [(one, role) for one, pieces in said for piece in pieces if (role := _doer(piece))]
    if len(duties) < _FEWEST and not (begins and len(doing) > 1):
        return None
    return Spoken(doing[-1][0].end(), doing[-1][0].end(), "，".join(role for _, role in doing), works=True, listed=True)


def _pieces(sentence: str) -> list[str]:
    return list(split_outside(with_groups_kept(sentence.rstrip("。；; ")), frozenset("，,")))


def _doer(piece: str) -> str | None:
    """Who a piece of a list says does something, in a role."""
    if begins_with_work(piece):
        return None
    by = _BY.sub("", piece)
    if told := _duty(piece, groups=True) or _duty(by, groups=True) or _ends_in_verb(by, beside=True):
        return told
    ends = (end for end in range(3, min(len(by), 24)) if _goes_on(by, end) or _ACTS.match(by, end))
    names = (by[:end] for end in ends if not _MORE.match(by, end))
    name = next((one for one in names if _are_units(one, groups=True) and not _ANYBODY.search(one)), None)
    return f"{name}负责" if name else None


def _sentence_to_spoken(match: re.Match[str], year: int | None, *, told: bool, alone: bool) -> Spoken | None:
    sentence = match[0].rstrip("。；; ")
    if label := _LABEL.match(sentence.lstrip()):
        return Spoken(*match.span(), f"{label['label']}：{sentence.lstrip()[label.end() :]}")
    pieces = _pieces(sentence)
    for first, piece in enumerate(pieces):
        by = _OF_IT.match(piece.lstrip()) or piece.lstrip().startswith("由")
        roles = _roles(pieces[first:])
        behind = pieces[first + len(roles) :]
        if first and not by and not (roles and _ANSWERS.search(roles[0]) and all(map(_is_due, behind))):
            continue
        if roles:
            works = any(role != _bare(one) for role, one in zip(roles, pieces[first:], strict=False))
            works = works or not (first or by or told or all(map(_is_due, behind)))
            if not (first or by or told or (works and alone and _stands_first(roles[0]))):
                continue
            start = match.end() if works else match.start() + sum(len(one) + 1 for one in pieces[:first])
            rest = "，".join(behind)
            return Spoken(start, match.end(), "，".join([*roles, *_due(rest, year)]), works)
    return None


def _stands_first(role: str) -> bool:
    """Whether a text may begin with who answers for it (市林业局牵头，组建护林队), not with whom somebody helps."""
    return _ANSWERS.search(role) is not None and _NO_NAME.search(role) is None


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
    told = verb is not None and (beside or verb.part is not Part.BESIDE)
    return words if verb and told and _are_units(words[: verb.start], groups=beside) else None


def _duty(words: str, *, groups: bool = False) -> str | None:
    """A负责 of words that say besides what it does; in a list all may be groups (各镇负责公示)."""
    bare = compact(words).rstrip("。；;")
    if together := _together(bare):
        return together
    match = _DOES.match(bare)
    verb = "负责" if match and "职责" in match["verb"] else match["verb"] if match else ""
    named = match is not None and not _NO_NAME.search(match["names"]) and _are_units(match["names"], groups=groups)
    return f"{match['names']}{verb}" if match and named else None


def _together(words: str) -> str | None:
    """A会同B of words that say besides what they do, and when: 县农业局会同县水利局于6月底前编制方案."""
    match = _WITH.match(words)
    if match is None or _NO_NAME.search(match["first"]) or not _are_units(match["first"]):
        return None
    others = match["others"]
    ends = (at for at in range(2, len(others)) if _goes_on(others, at))
    end = next((at for at in ends if _are_units(others[:at]) and not _MORE.match(others, at)), None)
    return f"{match['first']}会同{others[:end]}负责" if end else None


def _goes_on(words: str, at: int) -> bool:
    return _GOES_ON.match(words, at) is not None or begins_with_work(words[at:])


def _are_units(names: str, *, groups: bool = False) -> bool:
    units = [name for part in names.split("会同") for name in split_units(part).names]
    return bool(units) and all(map(_is_unit, units)) and (groups or not all(map(is_group, units)))


def _is_unit(name: str) -> bool:
    return looks_like_unit(name) and not is_deadline(name) and not (is_group(name) and len(name) > _LONGEST_GROUP)


def _is_due(piece: str) -> bool:
    return is_deadline(piece) or not compact(piece)


def _due(rest: str, year: int | None) -> list[str]:
    due = deadline_in_clause(rest, year)
    return [due.raw.split("；")[-1]] if due else []
