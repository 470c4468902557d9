"""The words around a number that say what it counts; none where the number only describes something.

Knows word order inside one segment of a clause: 特色楼宇累计不少于5个, 打造100幢特色楼宇, 每个县至少建成1所医院.
"""

import re

from corpus.extraction.indicators import before_work, begins_with_work, is_work_alone, split_scope, words_to_indicator
from corpus.folding.amounts import Amount
from corpus.folding.units import is_counter, unit_family
from corpus.target import Bound

_BEHIND_NOISE = re.compile(
    r"^(?:的[\u4e00-\u9fff]{1,8}目标|的?(?:目标|水平|规模|大关|关口|新?台阶|基础上|任务|总量|比例))?$"
)
_BY_THEN = re.compile(
    r"^(?:[定拟将]|计划|力争|争取|确保|预计)?(?:于|在)(?:20\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?[底末])?(?:之前|以前|前)"
    r"(?:全部|基本)?(?:[\u4e00-\u9fff]{2,4})?$"
)
"""首期20亿元于9月底前设立: by when so many are done."""
_ENDS_WORK = re.compile(r"内?(?:办结|办完|完成)$")
_SIZES = ("规模", "面积", "投资", "投资额", "金额")
"""设立规模10亿元的基金: a number that only says how large something is."""
_SHORTEST_SAYING = 6
"""科技人员落户企业: a noun and what it does."""
_REACHED = ("实现", "达到")
_COVERED = ("覆盖", "惠及", "联通", "连通")
"""光网覆盖5500个行政村: what reaches how many."""
_FROM = re.compile(r"(?:由|从)[^由从，]{0,20}\d[^由从，]{0,12}$")
_DRIVES = re.compile(
    r"^(?:.{0,24}(?:重点|计划|每年|累计))?"
    r"(?:推动|推进|支持|力争|争取|实现|确保|带动|指导|引导|助力|促进|为|对|帮助|在)(?:全[国省市区县])?$"
)
_DONE = re.compile(
    r"完成|达到|进入|获得?|通过|实现|上市|投产|建成|开工|竣工|取得|入选|落地|提供|发放|开放|投用|启用|接入|开展|参加|创建|转型|改造|就业|安装|配备|培训|研修|脱贫|接种|筛查|检测|体检|办理|全覆盖|全达标"
)
_REACHES = re.compile(
    r".{2}(?P<verb>成为|达到|实现|建成|完成|开展|建立|设立|配备|纳入|接入|通(?![过常道知])|取得|获得|拥有|具备|实行|实施|参加|参与|使用|用上|达标|合格)"
)
"""85%以上的医疗机构成为老年友善机构: a share of those before the verb."""
_REACHING = re.compile(r"(?:覆盖|惠及|服务|通达|联通|连通)(?:全[国省市区县])?$")
"""老年助餐点覆盖60%以上的街道: a share of what is reached."""
_MET = re.compile(
    r"^(?:达标|合格|全?覆盖|通达|公开|到位|办结|落实|接入|纳入|就业|入学|处置|处理|监管|监测|检测|回收|利用|兑现|建档|签约)(?:率|处理|排放|管理)?$"
)
"""水质100%达标: a share of what stands before it."""
_UNKNOWN_VERB = re.compile(
    r"^(?!现有|原有|已有|共有|其余|另外|上述|以上|以下|周边|每[个家]|各类|主要|重点|首批|前十|部分|所有|目标|数量|其他|包括|围绕|聚焦|针对|依托|通过|面向|按照|根据)"
    r"[\u4e00-\u9fff]{2}$"
)
"""Two characters right before a number that counts the noun behind it: some verb of doing (赋能1000家企业)."""


def counted_words(segment: str, clause: str, amount: Amount, *, working: bool) -> str | None:
    """The words that say what is counted; None where the number only describes something (5000平方米以上的楼宇).

    `working` says that the work named earlier in the clause goes on.
    """
    before = _FROM.sub("", segment[: amount.start])
    behind = segment[amount.end :]
    if (
        names_nothing(behind)
        or _BY_THEN.match(behind)
        or (unit_family(amount.quantity.unit) == "days" and ends_work(behind))
    ):
        return before
    noun = behind.removeprefix("的")
    counts = is_counter(amount.quantity.unit)
    if (drives(before) or (not before and counts and noun == behind)) and _DONE.search(noun):
        return noun
    if amount.quantity.unit == "%" and _is_share(before, behind, amount):
        return f"{before}{noun}"
    if noun == behind and before.endswith(_REACHED if not counts else _COVERED):
        return f"{before}{noun.removesuffix('以上')}" if counts else before
    subject = _subject(before, noun, counts=counts, working=working, described=behind.startswith("的"))
    if subject is not None:
        return f"{subject}{noun}"
    if behind.startswith("的") or amount.quantity.bound != Bound.EQ or not begins_with_work(clause):
        return None
    return f"{before}{noun}"


def _is_share(before: str, behind: str, amount: Amount) -> bool:
    """Whether a share stands before what is done to what it is of (水质100%达标), those it reaches, or those it is of
    and what is said of them (75%以上科技人员落户企业).
    """
    noun = behind.removeprefix("的")
    if _MET.match(behind) or (noun != behind and _REACHING.search(before)):
        return True
    if before not in ("", "其中") and _REACHES.match(f"一二{behind}"):
        return True
    if amount.start != amount.number:
        return False
    return _REACHES.search(noun) is not None or (not before and len(noun) >= _SHORTEST_SAYING)


def drives(words: str) -> bool:
    """Whether words before a number only bring others to act or serve them (推动, 为)."""
    return _DRIVES.match(words) is not None


def shared_verb(segment: str) -> str:
    """What is said of a share, from its verb on (达到国家标准 of 80%的卫生院达到国家标准); empty where it has none."""
    match = _REACHES.search(segment)
    return segment[match.start("verb") :] if match else ""


def ends_work(behind: str) -> bool:
    """Whether the words behind a duration say that something is done by then (企业开办0.5个工作日办结)."""
    return _ENDS_WORK.match(behind) is not None


def names_nothing(behind: str) -> bool:
    """Whether the words behind a number name nothing that it counts (的目标, 左右, or no words at all)."""
    return _BEHIND_NOISE.match(behind) is not None


def _subject(before: str, noun: str, *, counts: bool, working: bool, described: bool) -> str | None:
    """What of the words before a number belongs to the noun behind it; None where they say something else."""
    if described and before.endswith(_SIZES):
        return None
    bare = split_scope(words_to_indicator(before))[1]
    if begins_with_work(bare or before) and _names_no_thing(bare):
        return before
    if not before and working and counts:
        return ""
    if (subject := before_work(before)) is not None:
        return subject
    if _UNKNOWN_VERB.match(bare) and counts and not described:
        return before
    return _list_before(before, noun, counts=counts)


def _list_before(before: str, noun: str, *, counts: bool) -> str | None:
    """A list that ends in 等: members of what is counted (京台高速改扩建等20个项目开工)."""
    if begins_with_work(before) and "等" in before:
        return ""
    worked_on = _DONE.search(noun) is not None or before_work(noun) is not None
    return before.removesuffix("等") if counts and before.endswith("等") and worked_on else None


def _names_no_thing(words: str) -> bool:
    """Whether words are a verb alone (打造, 平均每年举办), so that the noun stands behind the number."""
    return len(words) <= 4 or is_work_alone(words)
