"""Names that leave out what was named right before: 开工率 of the projects just counted, 总产量 of what is grown."""

import re
from collections.abc import Sequence

from corpus.extraction.indicators import without_work
from corpus.folding.units import is_counter

_MEASURED = re.compile(r"[率比重例度幅速量数值额积]$|增长|下降|提高")
_LEVEL = re.compile(r"^(?:(?:国家|省|市|区|县|省部|地市)级(?:以上)?|[345]A级(?:以上)?)$")
_HOLDING = re.compile(r"^(?:具有|拥有|取得|持有)")
"""其中具有高级职称的: those of what was said before."""
_SIZE = re.compile(
    r"^(?:(?:总?投资额?|单体投资|年?产值|营业?收入?)?\d[\d.]{0,8}[百千万亿]{0,2}元(?:及?以[上下])|(?:特大|大中|中小|[大中小微])型)$"
)
"""其中10亿元以上3个, 大中型8座: how large those are of what was said before."""
_SIZE_BEFORE = re.compile(r"^\d{0,9}[百千万亿]{1,2}元(?:及?以[上下])的?")
_COUNT = re.compile(r"(?:总数|数量|总量)$")
_OWN_GRADE = re.compile(r"^(?:\dA|A|国家|省|市|区|县|省部|地市)级(?:以上)?")
_OF_COUNTED = re.compile(
    r"^(?:(?:项目|资金|年内|按期|按时|当年)?(?:开工|竣工|完工|投产|达产|入库|入统|到位|履约|落地|签约|转化|完成|办结|结案|整改|销号|入驻|入住|出租|验收合格|正常运行|稳定运行)率)$"
)
"""Shares of things that are counted and done: alone they do not say of which."""
_GROWN = re.compile(r"^(?:总产量?|产量|单产|亩产|平均[单亩]产|总产值|自给率)$")
_HELD = re.compile(
    r"^(?:设置?|设有|配置|核定|规划|合计|共有|提供|可?容纳)(?:[\u4e00-\u9fff]{2})?"
    r"(?:床位|托位|学位|工位|座位|席位|铺位|展位|摊位|机位|泊位|停?车位)数?$"
)
"""设置床位500张, behind the hospital that is built."""
_SHARED_IN = re.compile(
    r"^(?:累计|综合|总)?(?:参训|参保|参与|参加|持证|使用|应用|利用|普及|覆盖|知晓|满意|完成|办结|整改|销号|达标|合格|接种|筛查|建档|投用|回访|入住|入驻)[率度]$"
)
"""Shares of those who take part or of what is done, which do not say in what."""
_SERVES = re.compile(r"^(?:可|累计|每?年均?)?(?:服务|辐射|供应|吸纳)[\u4e00-\u9fff]{2,8}$")
"""建成中心，服务企业600家次: what does it is told before."""
_SO_MANY = re.compile(r"^.*[一二两三四五六七八九十][个处所座家项条类](?=[\u4e00-\u9fff]{2})")
"""东门、西门两处停车楼: the thing is told behind its number."""
_SOWN = re.compile(r"(?:(?:播种|种植|收获|养殖)?(?:总?面积)|[出存]栏量?|饲养量)$")
_SHORT = 4


def is_measured(words: str) -> bool:
    """Whether words name something that is measured (覆盖率, 产值) rather than counted."""
    return _MEASURED.search(words) is not None


def is_holding(words: str) -> bool:
    """Whether words say what some of a group have (具有高级职称的)."""
    return _HOLDING.match(words) is not None


def with_thing_before(name: str, noun: str, names: Sequence[tuple[str, str]]) -> str:
    """A name with the thing that it leaves out, told by the `noun` before or by what was counted last of the `names`
    read, each with its unit; empty for one that says all (新签约项目55个，开工率达到60%: 新签约项目开工率).
    """
    counted, unit = next(((one, of) for one, of in reversed(names) if not of.startswith("%")), ("", ""))
    if _OF_COUNTED.match(name) and is_counter(unit):
        return f"{without_work(counted)}{name}"
    if noun and not is_measured(noun) and not is_holding(noun) and (said := of_thing(name, without_work(noun))):
        return said
    thing = _SOWN.sub("", noun)
    return f"{thing}{name}" if _GROWN.match(name) and thing != noun and len(thing) > 1 else ""


def of_thing(name: str, thing: str) -> str:
    """A name that says nothing without its thing (参保率, 设床位) with it; empty for other names."""
    return f"{_SO_MANY.sub('', thing)}{name}" if _HELD.match(name) or _SHARED_IN.match(name) else ""


def of_doer(name: str, thing: str) -> str:
    """What a thing that the clause before makes is to do (服务企业), with it; empty for other names."""
    return f"{_SO_MANY.sub('', thing)}{name}" if thing and _SERVES.match(name) else ""


def kind_of(indicator: str, noun: str, *, part: bool) -> str:
    """The name of a kind of what was said before (国家级, 大中型, 其中县级以上城市); empty for other words."""
    if _SIZE.match(indicator):
        return f"{indicator}{_SIZE_BEFORE.sub('', without_work(noun))}"
    if _LEVEL.match(indicator):
        return f"{indicator}{_OWN_GRADE.sub('', _COUNT.sub('', without_work(noun)))}"
    if part and is_holding(indicator):
        return f"{indicator}的{_COUNT.sub('', noun)}"
    shared = part and is_measured(noun) and not is_measured(indicator)
    return f"{indicator}{noun}" if shared else ""


def rest_of(work: str, indicator: str) -> str:
    """A short name that begins as the words of work before it end, with them (秸秆综合利用，利用率)."""
    shared = len(indicator) <= _SHORT and len(work) > 2 and work.endswith(indicator[:2])
    return work[:-2] + indicator if shared else indicator
