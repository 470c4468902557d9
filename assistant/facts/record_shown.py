"""Which columns are asked for of a row that the last answer showed: fewer words tell them than elsewhere."""

import re
from collections.abc import Collection, Sequence

from assistant.facts.measuring import agreement
from assistant.facts.record_rows import RecordTable
from assistant.reading.ask import Ask
from assistant.reading.words import pairs

__all__ = ["shown_columns"]

_CAP = re.compile(r"上限|最高|限额|封顶")


def shown_columns(
    one: RecordTable, ask: Ask, text: str, told: Collection[int], aside: Collection[str]
) -> Sequence[int]:
    """The columns `told`, those of numbers only where it asks how much, with those of years asked for that none of them
    is of; where there are none at all, those most of whose words but the ones `aside` are said in `text`, or else the
    only one that measures so.
    """
    words = "what" in ask.heard and "how_much" not in ask.heard
    columns = [at for at in told if at not in one.numbers or not words]
    lacking = set(ask.where.years).difference(*(head.years for head in one.headers if head.at in columns))
    yearly = [head.at for head in one.headers if lacking & set(head.years)]
    if yearly or columns:
        units = {one.unit(at) for at in columns}
        return [*columns, *(at for at in yearly if not columns or one.unit(at) in units)]
    if "capped" in ask.hints and (capped := [head.at for head in one.headers if _CAP.search(head.words)]):
        return capped
    heads = (head for head in one.headers if head.at not in one.numbers or not words)
    shared = {head.at: len((pairs(head.words) - {*aside}) & pairs(text)) for head in heads}
    near = [at for at, count in shared.items() if count == max(shared.values()) > 0]
    fitting = [at for at in one.numbers if agreement(ask.measures, one.unit(at)) > 0]
    return [at for at in near if at in fitting] or near or (fitting if len(fitting) == 1 else [])
