"""Indicators that belong side by side though their words differ: a little knowledge of the field, no place names.

A concept holds senses; forms of one sense are the same indicator, forms of different senses are related, not the same.
"""

from dataclasses import dataclass

__all__ = ["CONCEPTS", "Concept", "Sense", "sense_of"]


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning: its name, and the normal forms (assistant/comparing/wording.py) that are written for it."""

    name: str
    forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Concept:
    """Senses that a reader wants side by side, and why they may not be compared without a look.

    `tails` let in forms that end in one: their other words limit what is counted (星级楼宇入驻率), so each is a part.
    """

    name: str
    senses: tuple[Sense, ...]
    dimensions: frozenset[str]
    doubt: str
    tails: tuple[str, ...] = ()


def _sense(name: str, *forms: str) -> Sense:
    return Sense(name, frozenset((name, *forms)))


CONCEPTS = (
    Concept(
        "楼宇入驻率",
        (_sense("楼宇入驻率", "入驻率", "企业入驻率", "楼宇平均入驻率", "平均入驻率", "楼宇企业入驻率"),),
        frozenset("%"),
        "入驻率可按面积算，也可按户数算，文件多未说明算法",
        tails=("楼宇入驻率", "楼宇平均入驻率", "楼宇企业入驻率"),
    ),
    Concept(
        "企业注册率",
        (
            _sense("属地注册率", "企业属地注册率", "企业注册率", "注册率", "楼宇企业注册率", "楼宇企业属地注册率"),
            _sense("注册落地率", "入驻企业注册落地率", "企业注册落地率", "企业落地率", "落地率", "入驻企业落地率"),
            _sense("市场主体注册率", "市场主体平均注册率", "楼宇平均市场主体注册率", "平均市场主体注册率"),
        ),
        frozenset("%"),
        "属地注册率、注册落地率、市场主体注册率相关而不相同：统计对象（企业或市场主体）和算法不一",
    ),
    Concept(
        "属地纳税率",
        (_sense("属地纳税率", "企业属地纳税率", "楼宇企业属地纳税率"),),
        frozenset("%"),
        "",
    ),
    Concept(
        "总部引进",
        (
            _sense("总部项目", "总部类项目", "总部类重点项目", "总部重点项目"),
            _sense("总部企业", "总部型企业", "总部机构"),
        ),
        frozenset({"个", "家"}),
        "总部项目与总部企业相关而不相同：一个按项目计，一个按企业计",
    ),
    Concept(
        "楼宇改造",
        (_sense("存量楼宇改造"), _sense("老旧楼宇改造")),
        frozenset("幢"),
        "存量楼宇与老旧楼宇相关而不相同：存量不一定老旧",
    ),
    Concept(
        "空置去化与盘活",
        (
            _sense("去化面积", "存量空置楼宇去化面积", "空置楼宇去化面积", "存量楼宇去化面积", "空置面积去化"),
            _sense("盘活面积", "楼宇资源盘活", "存量楼宇盘活", "楼宇盘活面积", "盘活楼宇面积"),
        ),
        frozenset({"平方米"}),
        "去化与盘活相关而不相同：去化指空置面积租售出去，盘活还包括改造、转让和功能置换",
    ),
    Concept(
        "楼宇面积",
        (
            _sense("办公面积", "楼宇办公面积"),
            _sense("楼宇建筑面积", "楼宇总建筑面积"),
        ),
        frozenset({"平方米"}),
        "办公面积与建筑面积相关而不相同：建筑面积含非办公部分",
    ),
)


def sense_of(form: str, dimension: str) -> tuple[Concept, str, bool] | None:
    """The concept of a normal form, its sense, and whether it is only a part (星级楼宇入驻率); None without one."""
    for concept in CONCEPTS:
        if dimension not in concept.dimensions:
            continue
        for sense in concept.senses:
            if form in sense.forms:
                return concept, sense.name, False
        if form.endswith(concept.tails):
            return concept, form, True
    return None
