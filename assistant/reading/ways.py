"""Where a text says that something goes, and whether it is done. Judges nothing."""

import re

_WAYS = {
    "up": re.compile(r"上升|升高|提高|提升|增加|上涨|增长|上调|调高|走高|新增|新加|加进|多了|涨(?!幅)|[升增]到"),
    "down": re.compile(
        r"下降|降低|减少|下调|调低|压减|压降|调减|取消|剔除|下滑|下跌|回落|走低|[降减]到?(?=[了\d为至])"
    ),
    "done": re.compile(
        r"(?<![未没])(?:完成了|(?:已经?|全部?|都)[^，,。；;]{0,4}(?:完|建成|投用|办结|销号)|[清迁拆建办]完|销号)"
    ),
    "undone": re.compile(r"正在|尚未|未(?:完成|开工|动工|启动|建成)|暂[不未]|进度滞后|整改中|延期|推迟"),
    "over": re.compile(r"超额|超出?(?:了)?(?:预算|目标|计划)"),
    "short": re.compile(r"未(?:达到|完成)|(?:仅|只)(?:为|有|完成|占)|不及预期|短收"),
}
"""Where something goes, whether it is done, and whether it is more or less than was meant."""
_OPPOSITE = {"up": "down", "down": "up", "done": "undone", "undone": "done", "over": "short", "short": "over"}

_CHANGE = re.compile(
    r"关[掉停闭]|退出|淘汰|拆[除掉]|撤[销掉并]|腾退|清退|化解|消化|净增|翻[一两]?番|[增涨降减][速幅量]|同比|环比"
)
"""What changes how much there is, beside the ways up and down."""
_GOAL = re.compile(r"目标|指标|力争|争取|预期|计划|要[达做降提]到|到20\d\d年")


def is_change(text: str) -> bool:
    """Whether a text says of something that it becomes more or less, or by how much."""
    return bool(_CHANGE.search(text) or ways_of(text) & {"up", "down"})


def is_goal(text: str, *, named: bool = False) -> bool:
    """Whether a text says what is meant to be; with `named` only where it calls that a goal."""
    return "目标" in text if named else bool(_GOAL.search(text))


def ways_of(text: str) -> frozenset[str]:
    """Where a text says that something goes (up, down), and whether it is done or undone."""
    return frozenset(way for way, pattern in _WAYS.items() if pattern.search(text))


def without_ways(text: str) -> str:
    """A text without the words that say so."""
    for pattern in _WAYS.values():
        text = pattern.sub(" ", text)
    return text


def are_opposite(claimed: frozenset[str], said: frozenset[str]) -> bool:
    """Whether ways said are the opposite of those claimed, and none of these."""
    return any(_OPPOSITE[way] in said and way not in said and _OPPOSITE[way] not in claimed for way in claimed)
