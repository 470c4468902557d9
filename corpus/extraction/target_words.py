"""Words of the headers of target tables that several readers of them need. Data."""

import re

from corpus.folding.units import UNIT

__all__ = [
    "ASIDE",
    "BASELINE",
    "BRACKET",
    "BY_YEAR",
    "HEADS",
    "MONEY",
    "NOT_A_NUMBER",
    "PLACES",
    "SEQ",
    "STAGE",
    "UNIT_IN_NAME",
    "YEAR_ALONE",
]

SEQ = re.compile(r"^(?:序号?|编号)$")
PLACES = re.compile(
    r"^(?:各|所在)?[省市州盟县区旗镇乡村街道社场园（()）、/]{1,12}(?:名称)?$|^(?:地区|区域|属地|板块)(?:名称)?$"
)
NOT_A_NUMBER = re.compile(
    r"备注|权重|分值|得分|计分|属性|说明|责任|牵头|依据|来源|序号|编号|领域|时间$|时限|期限|部门|单位$|类型|(?:建成|建设|投用|投产|成立|批准)年"
    r"|比20\d\d年(?:累计)?(?:增|提|变)|奖补|(?:奖励|补助)资金"
)
MONEY = re.compile(
    r"(?:^|[总计其划成年中算])投资(?:额|规模)?(?=[（(]|$)"
    r"|(?:补助|补贴|奖励|收费|经费|预算|(?:中央|[省市县区]级|财政|专项|配套|衔接|自筹)资金)(?:金额|总额|额)?(?=[（(]|$)"
)
"""A column of what is spent or given, beside those of what is to be reached."""
BASELINE = re.compile(
    r"现状|基期|基准|实际|实绩|完成(?:值|数|情况)?$|完成(?=[（(])|执行(?:数|情况)?$|预计数?$|截[止至]|当前|现有"
)
BRACKET = re.compile(
    rf"[（(]\s*({UNIT}|万方|(?!实际|预计|预期|目标|现状|基期|计划|完成|累计)[\u4e00-\u9fff]{{1,2}})\s*[)）]"
)
UNIT_IN_NAME = re.compile(rf"[（(]\s*1?({UNIT}|[\u4e00-\u9fff/]{{1,6}}|%|％)\s*[)）]$")
"""平均办理时间（天）: an indicator with the unit of its numbers."""
STAGE = re.compile(
    r"^(?:第?[一二三四]季度|[上下]半年|前三季度|\d{1,2}月(?:底|末)?|1-\d{1,2}月)(?:目标|任务|进度|节点)*$"
)
"""A column of what is to be done by a part of the year."""
ASIDE = re.compile(r"[（(][^（()）]{1,20}[)）]")
YEAR_ALONE = re.compile(r"^20\d\d年?度?(?:[底末])?$")
BY_YEAR = re.compile(r"^(?:年份|年度|时间|目标年[份度]?|计划年[份度]?)$")
HEADS = frozenset(
    (
        "时间",
        "年度",
        "年份",
        "目标",
        "目标值",
        "指标",
        "指标值",
        "数值",
        "规划目标",
        "规划值",
        "预期目标",
        "预期值",
        "计划值",
        "现状",
        "现状值",
        "基期",
        "基期值",
        "基准值",
        "基数",
        "完成",
        "完成数",
        "完成值",
        "实际值",
        "计划",
        "计划数",
        "目标数",
        "预期",
        "年度目标",
        "工作目标",
        "目标任务",
        "任务目标",
        "年度目标任务",
        "全年目标",
    )
)
