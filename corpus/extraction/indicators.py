"""Names of indicators: printed words to a comparable name, its scope and its kind. Knows verbs, not documents."""

import re

from corpus.folding.units import base_unit
from corpus.target import TargetKind

_WORK = (
    "新增|新建成|新建|新开工|新规划|新引进|新招引|新认定|新培育|新开通|新设|新|引进|引育|招引|招引培育|培育引进|培育招引|培育壮大|培育|打造|改造提升|"
    "更新改造|新改扩建|新改建|改造|提升改造|提质升级|提质改造|提质扩容|提档升级|改造升级|举办|开展|创建|创成|建成|建有|建设|建立|盘活|去化|认定|实施|推广|完成|形成|孵化|集聚|突破转化|转化|攻克|推出|制定|制修订|研制|研发|"
    "发布|组建|设立|布局|消化|计划改造|净增|改扩建|扩建|改建|续建|筹建|筹集|筹措|竣工|开工|组织|承办|培训|培养|提供|满足|兑现|投入|选派|选树|评选|发放|投放|启动|落实|"
    "落地|签约|选聘|招聘|招募|帮扶|救助|惠及|赋能|吸引|淘汰|整治|治理|修复|造林|栽植|种植|拆除|清理|处置|化解|压减|减少|腾退|回收|开发(?!区)|除险加固|加固|谋划|推进|开通|新辟|"
    "配备|配置|安装|加装|铺设|架设|贯通|疏浚|清淤|接入|归集|汇聚|编制|出台|争创|申报|获评|遴选|储备|吸纳|安置(?!房|区|点|小区)|供应|争取|募集|接待|放映|演出|送戏|安排|撬动|拉动|稳定保障|"
    "选拔|资助|扶持|办好|评定|选送|轮训|输送|招收|招录|引入|增设|修建|修缮|维修|绿化|抽检|排查|查处|筛查|接种|征集|命名|布设|投运|开设|开办|"
    "开行|补充|收储|出让|创作|更换|巡演|派驻|受理|办理|建档|至少有|设有|配有|落户"
)
_WORKS_AT_END = "|".join(sorted((verb for verb in _WORK.split("|") if len(verb) > 1), key=len, reverse=True))
_BEGINS_WITH_WORK = re.compile(
    rf"^(?:[一二三四五]年)?(?:累计|计划|共|平均|每年|年均|持续|加快|着力|重点|争取|统筹|有序|全力|再){{0,2}}"
    rf"(?:(?:{_WORKS_AT_END})[和、及并]){{0,2}}(?:{_WORK})"
)
_BEFORE_WORK = re.compile(
    rf"^(.{{2,32}}?)(?:至少|累计|新|各|均|要|共|重点)?(?:(?:{_WORKS_AT_END})[和、及并])?(?:{_WORKS_AT_END})(?:至少|共)?$"
)
_WHERE_OR_HOW = ("在", "依托", "利用", "通过", "围绕", "免费", "集中", "分别", "统一", "高标准", "高质量")
_WORK_ON_NUMBER = re.compile(rf"(?:{_WORKS_AT_END})(?:至少|共)?\d|(?:支持|推动|帮助)\d{{1,6}}万?[名家个户]")
_BROUGHT_ABOUT = re.compile(
    rf"^(?:支持|推动|鼓励|引导|指导|推进|组织)[^，\d]{{2,12}}?(?:{_WORKS_AT_END})[^，\d]{{2,20}}\d"
)
_BRINGS_ABOUT = re.compile(
    rf"^(?:支持|推动|鼓励|引导|指导|组织)[^，\d]{{2,12}}?(?:{_WORKS_AT_END})([^，、\d]{{2,20}})$"
)
_FLOW = re.compile(r"新增|新建|新引|新认|新招|新开|新规|引进|招引|认定|改造|举办|盘活|去化|培育|创成|建成")
_LEADING = re.compile(
    r"^(?:其中|至少|(?:[^，,、\d]{0,10}要)?(?:对标|锚定|紧盯|对照|围绕)(?:20\d\d年)?|力争|争取|努力|确保|实现|要(?=新|完成|改|建)|全年|今年|年内|同时|并且|并(?!购)|且|即(?!办|时|期)|使得|使(?!用)|推动|推进|带动|再(?=缩短|提高|提升|降低|下降|增加|减少|增长|压减)|基本(?=[建形实完])|预计|目标是?|以及|和(?!美|谐)|及|与|全面(?=[建实完推形])|进一步|"
    r"到时|届时|涉及|现有|已(?=建成|完成|开工|新增)|以此|从而|由此|将|把|[一二三四五六七八九]是|[、，,：:；;。\-—·•]|达到|保持)"
)
_MADE = re.compile(r"^(?:打造|培育|建成(?!区(?!域|级|属|块))|建设|创建|形成|完成)")
_TRAILING = re.compile(
    r"(?:每[人户亩](?:每[年月]|次)?|(?:总体|基本|平均|分别|均|都|各|力争|争取|全部|稳步|逐步|大幅|显著|首次|率先|要|应|将|已|再)?"
    r"(?:稳定|保持|维持|控制|压减|压缩|缩短|缩小|提高|提升|增加|增长|扩大|下降|降低|降|发展|上升|增|跃升|升|实现)?(?:达到|(?<![雷发送直通])达|[迈跨登站跃][上入过]|跨越|站稳|到|至|在|为|是|实现|完成)|"
    r"分别|(?<![年人户亩])均|都|总体|平均(?!每年)|力争|各|共|不断|实现|至少|要)$"
)
_PREDICATE = re.compile(
    r"(?:倍增|翻番|翻一番|翻两番|(?:稳步|明显|显著|持续|大幅|大幅度|不断|进一步|全面|有效|逐步)[\u4e00-\u9fff]{2,6})$"
)
_COUNTED = re.compile(r"(?:时间|率|比例|比重|数量?|额|面积|收入|规模|水平|产值)$")
_SCOPE = re.compile(
    r"^(全国|全省|全市|全区|全县|全州|全域|全镇|全街道|市本级|区本级|县本级|县域内|市域内|区域内|市域|市区|城区|中心城区|主城区|县域|区内|市内)(?=.{2})(?!范围|知名|领先|一流|先进|前列|首|重要|最|有影响|示范|百强|文明)"
)
_LIST_THEN_NOUN = re.compile(r"^(?![^、]*(?:配备|提供|开展|实施))[^等]{2,40}、[^等]{1,20}等(?=[\u4e00-\u9fff“])")
_CUMULATIVE = re.compile(r"累计|总数|合计")
_CORE = re.compile(r"新增|新建|新引进|新认定|累计|总数|总量|认定|培育|招引|引进|打造|计划|平均|达标|[“”的]")
_EMPHASIS = re.compile(r"\*\*")


def words_to_indicator(words: str) -> str:
    """The words without what leads in, what predicates, and a list before 等 (A、B等特色楼宇 is 特色楼宇)."""
    text = _EMPHASIS.sub("", words).strip()
    text = _strip(text, _LEADING)
    text = _strip(text, _TRAILING)
    text = _without_predicate(text)
    bare = _MADE.sub("", text)
    text = bare if len(bare) > 1 else text
    return _LIST_THEN_NOUN.sub("", text).strip("的 ")


def predicated(words: str) -> str:
    """What words say something of without a number (居民消费支出 of 居民消费支出稳步提高); empty where they do not."""
    text = words.strip()
    bare = _without_predicate(text)
    return words_to_indicator(bare) if bare != text else ""


def _without_predicate(text: str) -> str:
    """The words without 稳步提升 and the like at the end; 有效救助时间 is no predicate."""
    text = text.rstrip("、，")
    match = _PREDICATE.search(text)
    return text if match is None or _COUNTED.search(match[0]) else text[: match.start()]


def indicator_core(indicator: str) -> str:
    """What is counted, without 新增, 累计 and verbs of doing: by this two printings of an indicator are compared."""
    return _CORE.sub("", indicator)


def split_scope(indicator: str, areas: tuple[str, ...] = ()) -> tuple[str | None, str]:
    """The area an indicator begins with (全市, 市本级, or one of `areas`), and the rest."""
    for area in areas:
        if indicator.startswith(area) and len(indicator) > len(area) + 1:
            return area, indicator[len(area) :].lstrip("的")
    match = _SCOPE.match(indicator)
    return (match.group(1), indicator[match.end() :].lstrip("的")) if match else (None, indicator)


def is_whole(scope: str | None) -> bool:
    """Whether a scope is the whole area the document is about (全市), which holds on for what follows."""
    return scope is not None and scope.startswith("全")


def begins_with_work(words: str) -> bool:
    """Whether the words begin with a verb of doing (新增, 培育, 打造)."""
    return _BEGINS_WITH_WORK.match(_strip(words, _LEADING)) is not None


def is_work_alone(words: str) -> bool:
    """Whether the words are a verb of doing and nothing else."""
    match = _BEGINS_WITH_WORK.match(words)
    return match is not None and match.end() == len(words)


def before_work(words: str) -> str | None:
    """Who does it, where a verb of doing stands last (每个县至少建成); empty where the words only say where or how
    (在北京建设), None where no such verb stands there.
    """
    match = _BEFORE_WORK.match(words)
    if match is None:
        return None
    return "" if match[1].startswith(_WHERE_OR_HOW) else match[1]


def works_on_number(clause: str) -> bool:
    """Whether a verb of doing stands right before a number (免费实施1万名…工程)."""
    return _WORK_ON_NUMBER.search(clause) is not None


def brings_about(clause: str) -> bool:
    """Whether a clause has others do a countable work (支持市中医院创建优势专科3个)."""
    return _BROUGHT_ABOUT.match(clause) is not None


def brought_about(words: str) -> str:
    """What others are to do a work on (标准化厂房 of 支持各类主体建设标准化厂房); empty where the words say none."""
    match = _BRINGS_ABOUT.match(words)
    return match[1] if match else ""


def without_work(words: str) -> str:
    """What a verb of doing works on (加快建设起降点 is about 起降点); the words themselves where none stands first."""
    bare = _strip(words, _LEADING)
    match = _BEGINS_WITH_WORK.match(bare)
    return bare[match.end() :].lstrip("的") if match else bare


def is_flow(words: str) -> bool:
    """Whether the words count what is done in a time (新增, 改造), so that years add up."""
    return _FLOW.search(words) is not None


def indicator_kind(words: str, unit: str) -> TargetKind:
    """new, cumulative, level or rate, by the words as printed and the unit."""
    if base_unit(unit) in ("%", "百分点", "个百分点", "‰"):
        return TargetKind.RATE
    if _CUMULATIVE.search(words):
        return TargetKind.CUMULATIVE
    return TargetKind.NEW if begins_with_work(words) or is_flow(words) else TargetKind.LEVEL


def _strip(text: str, pattern: re.Pattern[str]) -> str:
    """`text` with `pattern` taken off as often as it stands there (a few times at most)."""
    for _ in range(6):
        shorter = pattern.sub("", text, count=1).strip()
        if shorter in (text, ""):
            break
        text = shorter
    return text
