"""Which sentences state goals: sections about goals, words about the future, and what is never a goal. Data mostly."""

import re
from collections.abc import Sequence

from corpus.document import Heading
from corpus.extraction.goal_clauses import RAISED, SETS
from corpus.extraction.indicators import begins_with_work, brings_about, split_scope, works_on_number
from corpus.extraction.outline import title_of
from corpus.folding.characters import fold
from corpus.folding.years import YEAR
from corpus.simplified import simplified

_GOAL_TITLE = re.compile(r"目标|(?<!预警)(?<!监测)(?<!评价)指标")
_RECORD_TITLE = re.compile(
    r"现状|背景|(?<![强固夯打筑实牢])基础(?!设施|教育|研究|能力|产业|性|工程|数据|平台|支撑|保障)|成效|成就|回顾|形势|问题|挑战"
    r"|(?:实施|执行|完成|落实|进展)情况$|过去的?[一两三四五]年|成绩单|优势(?!产业|特色|领域)|展望|意义|依据|解释|附则|发展(?:环境|条件)$"
)
_WORK_TITLE = re.compile(
    r"^(?!.{0,4}(?:现状|基础|成效|成就|问题|挑战|优势)$)(?:进一步|加快|着力|持续|全面|大力|切实)?"
    r"(?:完善|加强|提升|发挥|强化|夯实|解决|优化|推进|推动|建设|健全|打造|厚植|巩固|抓|促|聚焦|增强|补齐|扩大|深化|筑牢|突出|构建|支持)"
)
"""A title that says what is to be done reports nothing, though it names a 基础 or a 优势."""
_GONE_TITLE = re.compile(r"的[一三五]年$")
_EXPECTED = re.compile(r"预期目标")
_AHEAD = re.compile(
    rf"(?:到|至|在|于)(?:{YEAR})年|(?:{YEAR})年[、和](?:{YEAR})年|(?:{YEAR})年(?:\d{{1,2}}月)?(?:年?[底末])?(?:之|以)?前|(?:{YEAR})年(?:年?[底末])?[，,]|"
    r"十[一二三四五六]五[”\"']?(?:规划)?(?:期间|时期|末)|力争|争取|确保|[三五两]年内|(?:今后|未来)[两三四五]年|(?<![\d年])年(?:底前|内)|今年(?!以?来)|预期目标|目标[是为：:]"
)
_BASE_ASIDE = re.compile(
    r"[（(](?:去年|上年|20\d\d年[底末]?)[^（()），,。]{0,12}\d[^（()）]{0,16}[)）]|(?<![较比与])去年[^，,。；;]{1,6}的(?=[\d新])"
)
_RECORD = re.compile(
    r"截[止至]|(?<![\u4e00-\u9fff])下辖|收到(?:意见|建议|反馈)|(?<![由从])目前|近年来|以来|(?:^|[，。；])现有[^，。；]{1,16}\d|已经|已(?:有|达|建(?![^，。；]{2,40}[提升降加大][高升低到至到])(?![^，。；\d]{2,24}[率重例](?:到|至)?20\d\d年(?:底|末)?[达提降])|累计|认定|形成|实现|完成)|(?<![较比与以])(?:上年(?!度[^，。]{0,30}的\d)|去年)"
)
_ON_LAST_YEAR = re.compile(
    r"同比(?!例)|[位居列][^，。；]{0,10}第[一二三四五六七八九十\d]|[、，]全[国省市区县]第[一二三四五六七八九十\d]|占全(?:[国省市球]|世界)的?(?:近|约)?[\d一二三四五六七八九]|预计(?=实现|完成|全年|全[省市区县])"
)
"""What is told of a year that goes by: growth, a rank among others, an estimate."""
_PAST = re.compile(r"过去(?:的)?[一两三四五]年|这[一两三四五]年|[一两三四五]年来|刚刚过去|(?<![较比与])去年|回顾")
_SO_FAR = re.compile(
    r"(?:今年(?:前[一二两三四五六七八九十\d]{1,2}个?月|(?:前?[一二三]个?季度|上半年|1月?[-—–－~～至到]\d{1,2}月)"
    r"[^。；;\d]{0,8}(?:[已又共]|累计|同比|新增|净增))|(?:已|(?<=[月季度年间])又)(?:新增|净增|新建))"
    r"(?:(?!20\d\d年|今年|全年|明年|年底|下半年|下一步|力争|争取|确保|计划|预计|目标|[再将拟要])[^。；;]){0,200}[。；;]?$"
)
"""今年前两个月又新增: what this year has brought so far, as long as no words look ahead."""
_NEAR_YEARS = re.compile(r"(?<![附临就最])近[一二两三四五六七八九十\d]{1,2}年(?!内)")
"""近3年承担项目不少于8项: what who applies must have reached."""
_REFUSED = re.compile(
    r"^(?:路线|线路|道路|项目)?(?:全长|总长|占地(?!区))|(?:建成|达产|投产|投用|竣工|满产)后.{0,12}(?:可|预计|将)|给予|奖励|(?:补贴|补助)(?!性|资金|标准|水平|经费|[^，。\d]{0,4}\d{1,9}(?:\.\d{1,4})?万?[户人])|资助(?!率|覆盖|体系|对象|[^，。\d]{0,30}\d{1,7}(?:\.\d)?万?[名人个项家])|罚|^(?:是|为|相当于)(?:20\d\d年|上年|去年)|扣减|核减|(?:补贴|补助)标准(?:为|每|按|不)|约谈|不得|最高(?:不超过|可?达?\d)|上限|下限|扣除|(?<!债券)(?<!专项债)额度(?![^，。\d]{0,4}\d[^，。]{0,6}以上|(?:达|增|提高)到?)|按每|贴息|上浮|(?<!稳岗)返还(?!资金)|减免|按照.{0,12}标准|要求执行|以.{2,30}为(?:重点|主体|对象)|不予|方可|原则上|须(?!知)|(?<![相对响供反])应[按在当不\d]|一般(?:[为在]?\d|不[低少超高])|的，|"
    r"(?<!提高[到至])(?<!调整[为到])(?<!达到)每(?:平方米|户|人|家|个|次)(?:每|补|奖)|指(?:的是|标准)?[^标导定南引数挥示责派令向]|简称|(?:以上|以下|以内)的$"
    r"|满\d[\d.]{0,6}元[减返送]|(?:单个|同一)[^，。\d]{1,12}(?:不超过|不高于|最高)|保额(?!规模|总|达)|保费(?!收入|规模)|自缴|奖金|^对[^，。]{0,40}\d[^，。]{0,40}的[^，。的\d]{1,8}$|奖补(?!资金|项目|政策)|(?:承担|分担|负担)\d|限值|之日起\d|(?:拨付|支付|兑付)[至到]?\d{1,3}(?:\.\d)?%|分(?:为|成)[^，。]{1,24}[类档级等]$"
    r"|权重|每[^，。\d]{1,16}\d[\d.]{0,4}(?:个?百分点|%)[加扣减]|(?<![率度])[加扣减](?:[（(][加扣减][)）])?\d[\d.]{0,3}分|基本分|等次[^，。\d]{0,4}(?:比例|名额)"
    r"|(?<!规模)限额(?!以[上下])|定额(?:支付|补助|资助)|支付(?:比例|\d|不超过)|付至\d|预付款|(?:加收|加价|计收|收取)[^，。\d]{0,6}\d|可(?:减少|抵扣|免除?)\d"
    r"|^(?:其中)?\d{1,3}(?:\.\d)?%用于|最[小大][^，。\d]{1,8}(?:不低于|不少于|不超过)|(?:[宽厚高深]度|管径|埋深|层高|净高|壁厚)(?:不低于|不少于|不小于|不超过)"
    r"|(?<!周)期限?[^，。\d]{0,3}(?:不超过|不少于|最长)\d"
    r"|[一二三特优]等奖|优秀奖|^每[名个家项]\d[\d.]{0,8}[百千万亿]{0,2}元$|押金|津贴|优惠\d|发放[^，。；\d]{0,8}(?:券|款|金)\d|^(?:总|建设|规划)?用地|^设计(?:规模|能力)|租金(?!收入|总额|规模|水平)"
    r"|^(?![^，。]{0,40}(?:[达高加长整][到至]|标准|[收产消税效利][入值费收益润]))[^，。；]{0,20}?每[\u4e00-\u9fff]{1,4}\d[\d.]{0,6}[百千万]{0,2}元(?!以上)"
    r"|每(?:半年|季度?|学期|月|周|日|天|旬|班|餐)[^，。\d]{0,16}\d{1,3}次|每次[^，。\d]{0,8}\d"
)
_PROMISED = re.compile(
    r"(?:新增|净增|增长|下降|降低|减少|减量|压减|提高|提升|达到?|突破|(?<!不)超过?|稳定在|保持在?|控制在|控制到|不低于|不少于|至少)"
    r"(?:每[人户亩](?:每[年月]|次)?)?[^，。、；\d]{0,4}\d|(?:覆盖|惠及)\d|实现\d{1,3}(?:\.\d{1,2})?%|100%(?:达标|全?覆盖)|^每年[^，。、；\d]{2,20}\d|率\d{1,3}(?:\.\d{1,2})?%(?:以上|以内|以下)?$|^(?:推动|促进|支持|帮助|带动|引导|指导|为)\d"
)
_BY_WHOM = re.compile(r"^(?:[省市县区]级|各[省市县区地])(?:财政)?")
_RULES = re.compile(
    r"(?:办法|细则|条例|规定|规则|标准|规范|指南|指引|规程|章程|公约|目录|预案|制度|守则|导则|申报.{0,6}通知)(?:[（(].{0,16}[)）])?$"
)
_AWARD_OR_LIMIT = re.compile(r"奖|上限|下限|等次")
_SERVED = re.compile(
    r"为(?:不少于|约|近)?\d[\d.]{0,8}万?[名人户][^，。\d]{0,30}(?:发放|提供)[^，。\d]{0,12}(?:补贴|补助)"
)
"""为2600名残疾人发放补贴: whom work is done for, no award."""


def without_bases(sentence: str) -> str:
    """A sentence without what only says what was before: （2025年为18.7亿元）, 去年启动的."""
    return _BASE_ASIDE.sub("", sentence)


def is_goal_section(headings: Sequence[Heading]) -> bool:
    """Whether one of the headings announces goals (主要目标, 发展目标, 行动目标)."""
    return any(titles_goals(title_of(heading)) for heading in headings)


def titles_goals(title: str) -> bool:
    """Whether a heading announces goals."""
    return _GOAL_TITLE.search(simplified(title)) is not None


def titles_work(title: str) -> bool:
    """Whether a heading says what is to be done (完善体系)."""
    return _WORK_TITLE.match(simplified(title)) is not None


def titles_record(title: str) -> bool:
    """Whether a heading announces what is so, or was (发展现状), or what no goals stand under (附则)."""
    return _RECORD_TITLE.search(simplified(title)) is not None


def is_record(headings: Sequence[Heading], sentence: str) -> bool:
    """Whether words report what is so already: a section on the present state, 截止2015年底, what grows 同比."""
    titles = [title for heading in headings if not titles_work(title := title_of(heading))]
    goals = is_goal_section(headings)
    if any(map(titles_record, titles)) and not goals:
        return True
    if _RECORD.search(sentence) or has_happened(sentence, sentence):
        return True
    return _ON_LAST_YEAR.search(sentence) is not None and not (goals or looks_ahead(sentence))


def tells_of_the_past(sentence: str) -> bool:
    """Whether a sentence begins a report of years gone by, which goes on until one looks ahead again (这五年，…)."""
    return _PAST.search(sentence) is not None


def has_happened(sentence: str, clause: str) -> bool:
    """Whether a clause of a sentence tells what this year, or the last few, have brought already."""
    if _NEAR_YEARS.search(clause):
        return True
    before, found, _ = sentence.partition(clause)
    return _SO_FAR.search(fold(before + found)) is not None


def turns_ahead(sentence: str) -> bool:
    """Whether a sentence ends a report of the past; 争取 alone does not: what was gained is told so too."""
    return looks_ahead(sentence.replace("争取", ""))


def titles_the_past(headings: Sequence[Heading]) -> bool:
    """Whether the nearest heading sums up years gone by (——这是攻坚克难的五年), until a sentence looks ahead."""
    return bool(headings) and _GONE_TITLE.search(title_of(headings[-1])) is not None


def names_expected_goals(sentence: str) -> bool:
    """Whether a sentence gives the goals of the year that the document is about (主要预期目标是：…)."""
    return _EXPECTED.search(sentence) is not None


def looks_ahead(sentence: str) -> bool:
    """Whether a sentence outside the goal sections names a time to come or an endeavour (力争, 到2020年)."""
    return _AHEAD.search(fold(sentence)) is not None


def is_promise(clause: str) -> bool:
    """Whether a clause, without a date, says how much is to be done or reached
    (新增50家智能工厂, 参保率稳定在95%以上).
    """
    words = _BY_WHOM.sub("", split_scope(clause)[1])
    work = begins_with_work(words) or works_on_number(words) or brings_about(words)
    return work or SETS.search(words) is not None or _PROMISED.search(words) is not None


def sets_rules(title: str) -> bool:
    """Whether a title is that of a rule book (办法, 细则, 标准), whose numbers are conditions and no goals."""
    return _RULES.search(title) is not None


def is_refused_clause(clause: str) -> bool:
    """Whether a clause with a number is an award, a rule to keep or a definition rather than a goal."""
    promised = _SERVED.search(clause) or (RAISED.search(clause) and not _AWARD_OR_LIMIT.search(clause))
    return _REFUSED.search(clause) is not None and not promised
