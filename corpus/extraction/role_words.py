"""The words by which documents give units a role: in labels (责任单位：), verbs (A牵头，B配合) and column headers.

Data: a new wording is a new entry. A role is told here once, for tables and for running text.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.simplified import simplified


class Part(StrEnum):
    """What a role makes of its units: leads, responsible units, or somebody named beside them."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    BESIDE = "beside"
    DUE = "due"


LEADING = "牵头|主办|主责|主抓|第一责任"
WORKING = "责任|落实|实施|负责|完成|执行"
HELPING = "配合|协办|协同|协助|参与|参加|支持|承办"
GUIDING = "指导|督导|督促|监督|监管"
PLACES = "单位|部门|[处科股]室|[站院]所|主体|机构|地区"
"""What stands behind a role word in a label or a header."""
_PERSON = (
    r"(?:[省市区县镇]级)?(?:责任|分管|牵头|包保|包抓|挂钩|联系|主管|挂点)(?:[市区县省镇]?[级委]?领导|人)"
    r"|责任人员?|负责人|联系人"
)
_DUE = (
    "(?:完成|时间|时限|工作|办理|办结|推进|整改|进度)?(?:时限|期限|时间|日期|节点)(?:要求|安排|节点|进度)?"
    "|进度安排|时间安排"
)
LABEL = re.compile(
    rf"(?:主要|具体)?(?:(?P<lead>{LEADING})|(?P<working>{WORKING})|(?P<helping>{HELPING})|(?P<guiding>{GUIDING}))"
    rf"(?:责任|负责|落实|配合|及责任|和责任)?(?:(?:{PLACES})(?:及分工|分工)?|(?<!责任)(?<!落实)(?<!负责)(?<!实施))[:：]"
    rf"|(?P<person>{_PERSON})[:：]|(?P<due>{_DUE})[:：]|(?:(?<=[。；;，,\s])|^)(?P<else>[\u4e00-\u9fff]{{2,8}})[:：]"
)
"""A label of any kind; which, `label_part` tells."""
_BEHIND = re.compile(r"^(?P<name>.{2,40}?)[（(](?P<role>[\u4e00-\u9fff]{2,6})[）)]$")
_BY_DUTY = r"(?:(?:按照?|根据|依据?|结合)(?:各自|部门|工作|有关){0,2}(?:职责|职能|职权|分工|任务){1,2})?"
_WORKS = re.compile(
    rf"{_BY_DUTY}(?:分别|共同|具体|分工|联合|积极){{0,2}}(?P<word>(?:负责|落实|实施|(?:督促)?推进|承担|承建|统筹|会同|(?:会商|协商)?办理|{HELPING}){{1,2}})"
    r"(?:落实|实施|推进|做好|工作)?$"
)
_LEADS = re.compile(
    rf"{_BY_DUTY}(?:共同|联合|负责|具体)?(?:牵头|主办|主抓|主责)(?:负责|落实|实施|推进|组织|组织实施|会同|抓总)?$"
)
_GUIDES = re.compile(
    rf"{_BY_DUTY}(?:业务|负责|具体|共同|分别|加强)?(?P<word>{GUIDING})(?:协调|监督|管理|落实|推进|实施|检查|指导){{0,2}}$"
)
_WITHIN = re.compile(
    rf"(?P<names>.{{2,40}}?)(?:共同|具体|分别|联合|积极)?(?P<verb>(?:{LEADING}|负责|统筹|落实|实施|承担|保障|做好|组织|(?!支持)(?:{HELPING})|{GUIDING}))"
    r"(?:负责|做好|落实)?(?P<work>(?![的人])[\u4e00-\u9fff“].{1,40})$"
)
"""市财政局负责资金保障: what units do, behind the verb."""
ROLE = re.compile(rf"负责|{LEADING}|{HELPING}")
"""Verbs that stand in no name of a unit."""
_LEADING, _GUIDING = re.compile(LEADING), re.compile(GUIDING)
_HELPING = re.compile(HELPING)
_WORKING = re.compile("责任|落实|负责")
_AND = r"(?:及|和|与|、|/|（|\()"
_UNITS_AND_PERSONS = re.compile(
    rf"^(?P<units>.*(?:{PLACES})){_AND}(?P<persons>{_PERSON})|^(?P<first>{_PERSON}){_AND}(?P<behind>.*(?:{PLACES}))"
)


@dataclass(frozen=True, slots=True)
class RoleWord:
    """What a word of role says, the word as we cite it (empty for 责任 and 负责), and where it begins."""

    part: Part
    name: str
    start: int


def label_part(match: re.Match[str]) -> tuple[Part | None, str]:
    """What a matched LABEL announces, and the role it names; None for any other label (主要内容：)."""
    if match["due"]:
        return Part.DUE, ""
    if match["lead"]:
        return Part.LEAD, ""
    if match["working"] or match["helping"]:
        return Part.RESPONSIBLE, match["helping"] or ""
    beside = match["guiding"] or match["person"]
    return (Part.BESIDE, beside) if beside else (None, "")


def role_behind(piece: str) -> tuple[Part, str, list[str]] | None:
    """What the role behind a name in a bracket (县水利局（牵头）) makes of it, the role as we cite it, and the name."""
    match = _BEHIND.match(piece)
    label = LABEL.fullmatch(f"{simplified(match['role'])}：") if match else None
    part, role = label_part(label) if label else (None, "")
    return (part, role, [match["name"]]) if match and part and part is not Part.DUE else None


def verb_at_end(piece: str) -> RoleWord | None:
    """The verb of assignment that a piece of a clause ends in: 海关总署按职责分工负责."""
    if match := _LEADS.search(piece):
        return RoleWord(Part.LEAD, "", match.start())
    if match := _WORKS.search(piece):
        helping = _HELPING.search(match["word"])
        return RoleWord(Part.RESPONSIBLE, helping[0] if helping else "", match.start())
    if match := _GUIDES.search(piece):
        return RoleWord(Part.BESIDE, match["word"], match.start())
    return None


def verb_within(piece: str) -> RoleWord | None:
    """The first verb of a piece of a clause that says behind it what is done: 市财政局负责资金保障."""
    match = _WITHIN.match(piece)
    if match is None:
        return None
    verb, start = match["verb"], match.end("names")
    if _LEADING.match(verb):
        return RoleWord(Part.LEAD, "", start)
    guides = _GUIDING.match(verb) is not None
    return RoleWord(Part.BESIDE if guides else Part.RESPONSIBLE, verb if guides or _HELPING.match(verb) else "", start)


def persons_of_header(name: str) -> str:
    """The persons that a column of units names besides (责任单位及联系领导); empty where it names none."""
    match = _UNITS_AND_PERSONS.search(name)
    return match["persons"] or match["first"] if match else ""


def role_of_header(name: str) -> str:
    """The role that the header of a column of units or persons names (配合, 指导, 责任领导)."""
    match = re.search(f"{_PERSON}|{HELPING}|{GUIDING}", name)
    return match[0] if match else name


def is_helping(role: str) -> bool:
    """Whether a role is that of units which work too (配合), not of such as guide or oversee."""
    return _HELPING.search(role) is not None


def says_work(name: str) -> bool:
    """Whether a header says by itself that its units answer for the work (责任单位)."""
    return _WORKING.search(name) is not None
