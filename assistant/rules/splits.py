"""Who bears which part where a ratio says so: 省、市、县按5:2:3比例分担, 分3年按4:3:3发放."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.rules.rule import Kind, Rule
from corpus.folding.tiers import tier_amounts
from corpus.folding.units import base_unit
from corpus.target import Bound, Quantity

__all__ = ["respective", "splits_of"]

_RATIO = re.compile(r"按(?:照)?(?P<ratio>\d{1,3}(?:[:：∶]\d{1,3}){1,4})(?![\d:：∶])")
_LIST = re.compile(r"(?P<names>[^，,。；;由]{1,40})$")
_YEARS = re.compile(r"分[二两三四五2-5](?:年|期|次|批)")
_AND = re.compile(r"[、和与]")
_TAIL = re.compile(r"(?:[两二三]级)?(?:财政)?(?:分别|共同)?$")
_RESPECTIVE = re.compile(
    r"(?P<names>[^，,。；;、]{1,24}(?:[、和与][^，,。；;、]{1,24}){1,4})的?[，,]?[^，,。；;、]{0,6}分别"
)
_AND_ALONE = frozenset({"、", "和", "与", "及", "，"})
_ORDINALS = "一二三四五"


def splits_of(text: str, shown: Rule) -> Iterator[Rule]:
    """The parts of every ratio of a sentence whose bearers it lists, one for each."""
    for found in _RATIO.finditer(text):
        parts = [Decimal(one) for one in re.split(r"[:：∶]", found["ratio"])]
        names = _names(text[: found.start()], len(parts))
        if names and sum(parts) > 0:
            whole = f"({'+'.join(map(str, parts))})"
            for name, part in zip(names, parts, strict=True):
                yield replace(
                    shown, kind=Kind.FACTOR, label=text[: found.start()], name=name,
                    share=part / sum(parts), times=f"{part}÷{whole}",
                )  # fmt: skip


def _names(before: str, count: int) -> list[str]:
    """Those that a ratio of so many parts is for; none where they are not told."""
    if _YEARS.search(before[-12:]):
        return [f"第{one}年" for one in _ORDINALS[:count]]
    listed = _LIST.search(_TAIL.sub("", before))
    names = [one.strip() for one in _AND.split(listed["names"])] if listed else []
    return names[-count:] if len(names) >= count else []


def respective(rules: Sequence[Rule]) -> Iterator[Rule]:
    """The rules of a sentence, those told together each with its own name: 国家级、省级的，分别奖励80万元、40万元."""
    at = 0
    while at < len(rules):
        found = _RESPECTIVE.search(rules[at].label)
        names = [one for one in _AND.split(found["names"]) if one] if found else []
        run = rules[at : at + len(names)]
        if found and 1 < len(names) == len(run) and all(one.label in _AND_ALONE for one in run[1:]):
            short, first = min(map(len, names)), rules[at]
            for name, one in zip(names, run, strict=True):
                own = name[:short] if name == names[-1] else name[-short:]
                named = [found.quantity for found in tier_amounts(name)]
                bounds = [amount for amount in named if amount.unit != "%" and base_unit(amount.unit) not in first.each]
                yield replace(
                    one,
                    kind=first.kind,
                    each=first.each,
                    every=first.every,
                    size=first.size,
                    label=own,
                    name=own,
                    bounds=_from(bounds),
                )
            at += len(names)
        else:
            yield rules[at]
            at += 1


def _from(bounds: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Amounts listed one for each grant, as where these begin (突破10亿元、50亿元的)."""
    return tuple(one.model_copy(update={"bound": Bound.GE}) if one.bound is Bound.EQ else one for one in bounds)
