"""Who a piece of a sentence says does something: where names of units end and what they do begins.

Knows how names and verbs stand in a piece, not whether they lay work on anybody.
"""

import re

from corpus.extraction.deadlines import deadline_in_clause, is_deadline
from corpus.extraction.indicators import begins_with_work
from corpus.extraction.role_words import Part, verb_at_end
from corpus.extraction.unit_names import is_group, looks_like_unit, split_units
from corpus.quoting import compact
from corpus.simplified import simplified

_OF_IT = re.compile(r"^(?:此|该|这|上述|以上|前述)(?:项|些)?(?:工作|任务|事项|行动)(?=由|[\u4e00-\u9fff])")
_DOES = re.compile(
    r"^(?P<names>.{2,80}?)"
    r"(?P<verb>牵头|(?:具体|共同|分别)?负责|(?:按|依)(?:各自)?职责(?:分工)?|承担|配合|协助)"
    r"(?P<work>(?!解释|人|的)[\u4e00-\u9fff“].{1,40})$"
)
"""市水利局负责编制方案: what a unit does, behind the verb."""
_WITH = re.compile(r"^(?P<first>.{2,30}?)(?:会同|联合)(?P<others>.{2,80})$")
_GOES_ON = re.compile(
    r"(?:于|在|每|定期|适时|联合|共同|要|应|须|将|可|不|及时|同步|同时|加快|抓好|主动|依托|利用|通过|结合|根据|会同)?"
    r"(?:20\d\d年|\d{1,2}月|每|对|将|按|应|要|须|审核|审定|研究|明确|加强|做好|统筹|负责|优化|健全|完善|出台|制[定订]|修[订编改]"
    r"|编制|起草|拟[定订]|组织|建立|监督|检查|是|为|受|主管|依法|落实|保障|指导|查处|协调|督促|推进|承担|监测|负有|牵头(?!的)|运营"
    r"|管理|审批|初审|复核|拨付|核验|支持|宣传|开展|配合|协助|提供|安排|实施|发布|公布|通报|报送|汇总|收集|受理|启动|完成|核定|核准|核发|测算|评定)"
)
"""Behind the units that do something: when, how, or what."""
_MORE = re.compile(r"[\u4e00-\u9fff]{0,8}[部局委厅办院][、，和等]")
"""The rest of a name (住房城乡建设部、), though it begins like what is done."""
_ENDS = re.compile(
    r"局|委|办|厅|署|部门?|中心|公司|集团|街道|乡镇|街镇|政府|委员会|领导小组|专班|[大支总]队|海关|银行|协会|联(?!合)|单位|股|科|处|室|院|所|站|镇|乡|社区"
)
"""Ends of names behind which any words may stand."""
_BREAKS = re.compile(r"负责|牵头|组织|会同|督促|指导|协调|落实|安排|制[定订]|[要应须将每对按在于向为是由和及与、，（(]")
"""What does not stand in the rest of a name that has a verb in it (县委宣传部负责)."""
_PLACE = re.compile(r"(?:[市县州旗]|(?<![小社园景片校库疫街范])区)(?:[（(][^（()）]{1,6}[)）])?$")
_MUST = re.compile(r"(?:要|应当?|须|必须)(?![求急对])")
"""Behind a place this makes its government the one who does something: 平溪县要落实."""
_GLUE = re.compile(r"[长的、和及与（(机员主关管安证公内系级直属印门：:]|牵头的")
"""What does not stand behind the whole of a name that does something."""
_LEADS_IN = re.compile(
    r"^(?:[（(]?[\d一二三四五六七八九十.]{1,6}[)）.．、]?)?(?:[^，,。：:]{2,12}[：:])?(?:其中)?(?:[一二三四五六七八九十]是)?"
    r"(?:(?:力争|确保|计划)?(?:于|在|到)?(?:20\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?[底末初中])?(?:[之以]?前|起|期间|内))?"
)
_BY = re.compile(r"^[^，。]{2,40}?(?<![理事自])由(?=[\u4e00-\u9fff])")
_NO_NAME = re.compile(
    r"^(?:支持|鼓励|引导|推动|促进|积极|强化|深化|以|将|把|从|在|经(?![济信贸开发])|由|对(?![外口台])|向|为)|[：:]$"
)
"""支持龙头企业牵头: whom somebody helps."""
_LABEL = re.compile(r"^([^，,。：:]{2,30})[：:](?=.{2})")
"""区科技局：推送名单: who, as the label of what they do."""
_LONGEST_NAME, _LONGEST_REST, _LONGEST_GROUP = 24, 6, 12


def doer(piece: str) -> str | None:
    """Who a piece of a sentence says does something."""
    bare = compact(piece)
    tried = (bare, _LEADS_IN.sub("", bare), _BY.sub("", bare), bare.removeprefix("由"))
    name = next((name for words in tried if (name := _name_before(words))), None)
    label = _LABEL.match(bare)
    return label[1] if name and label and _are_units(label[1], groups=True) else name


def _name_before(words: str) -> str | None:
    """The units with which words begin that go on with what they do."""
    ends = [end for end in range(2, min(len(words), _LONGEST_NAME)) if _may_end(words, end)]
    first = next((end for end in ends if _goes_on(words, end)), None)
    if first is None:
        return words[: ends[-1]] if ends else None
    more = (end for end in ends if first < end <= first + _LONGEST_REST and not _BREAKS.search(words[first:end]))
    return words[: max(more, default=first)]


def _may_end(words: str, end: int) -> bool:
    """Whether names of units may end there."""
    name = words[:end]
    strong = (
        (is_group(name) and name[-1] in "地市县区校")
        or (_MUST.match(words, end) and _PLACE.search(name))
        or any(one.end() == end for one in _ENDS.finditer(name))
    )
    whole = _goes_on(words, end) or not _GLUE.match(words, end)
    return bool(
        strong
        and whole
        and not _BY.match(words[: end + 1])
        and not _MORE.match(words, end)
        and _are_units(name, groups=True)
    )


def spoken_roles(pieces: list[str]) -> list[str]:
    """What the pieces say of who does it, as far as one after the other does."""
    roles = list[str]()
    for piece in pieces:
        words = bare_role(piece)
        role = _ends_in_verb(words, beside=bool(roles)) or _duty(words)
        if role is None:
            break
        roles.append(role)
    return roles


def bare_role(piece: str) -> str:
    """A piece without 此项工作 and 由."""
    return _OF_IT.sub("", compact(piece)).removeprefix("由")


def _ends_in_verb(words: str, *, beside: bool = False) -> str | None:
    """The words, if they are units and their verb; only beside one named, all may be groups (有关街道配合)."""
    verb = verb_at_end(simplified(words))
    told = verb is not None and (beside or verb.part is not Part.BESIDE)
    return words if verb and told and _are_units(words[: verb.start], groups=True) else None


def _duty(words: str) -> str | None:
    """A负责 of words that say besides what it does."""
    bare = compact(words).rstrip("。；;")
    if together := _together(bare):
        return together
    match = _DOES.match(bare)
    if match is None or not _are_units(match["names"], groups=True):
        return None
    return f"{match['names']}{'负责' if '职责' in match['verb'] else match['verb']}"


def _together(words: str) -> str | None:
    """A会同B of words that say besides what they do, and when: 县农业局会同县水利局于6月底前编制方案."""
    match = _WITH.match(words)
    if match is None or not _are_units(match["first"]):
        return None
    others = match["others"]
    ends = (at for at in range(2, len(others)) if _goes_on(others, at))
    end = next((at for at in ends if _are_units(others[:at]) and not _MORE.match(others, at)), None)
    return f"{match['first']}会同{others[:end]}负责" if end else None


def _goes_on(words: str, at: int) -> bool:
    return _GOES_ON.match(words, at) is not None or begins_with_work(words[at:])


def _are_units(names: str, *, groups: bool = False) -> bool:
    if _NO_NAME.search(names) or begins_with_work(names):
        return False
    units = [name for part in names.split("会同") for name in split_units(part).names]
    return bool(units) and all(map(_is_unit, units)) and (groups or not all(map(is_group, units)))


def _is_unit(name: str) -> bool:
    fits = len(name) > 2 or is_group(name) or name[-1:] in "局委办厅股科处院联队"
    return (
        fits and looks_like_unit(name) and not is_deadline(name) and not (is_group(name) and len(name) > _LONGEST_GROUP)
    )


def is_due(piece: str) -> bool:
    """Whether a piece says by when, and nothing else."""
    return is_deadline(piece) or not compact(piece)


def due_in(rest: str, year: int | None) -> list[str]:
    """By when the rest of a sentence says it is done; none where it does not."""
    due = deadline_in_clause(rest, year)
    return [due.raw.split("；")[-1]] if due else []
