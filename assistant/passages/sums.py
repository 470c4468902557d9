"""The sum of the amounts that a sentence states, where a question asks for each and for all. Adds nothing else."""

import re
from decimal import Decimal

from assistant.draft import Statement
from assistant.passages.amounts import amounts_of_one_unit
from assistant.passages.choosing import Chosen
from assistant.passages.searching import Found

__all__ = ["sum_of"]

_ADDED = re.compile(r"[加合]起来|合计|总共|一共|总和|之和|总计")


def sum_of(chosen: Chosen, found: Found) -> Statement | None:
    """The sum, spelled out, of the several amounts asked for; None where no sum is asked, or where the sentences shown
    do not have exactly so many of one unit.
    """
    amounts = amounts_of_one_unit(chosen.text, found.wanted.several) if found.wanted.several else []
    if not amounts or not _ADDED.search(found.text) or amounts[0].unit in "%％":
        return None
    addition = "+".join(f"{amount.value}{amount.unit}" for amount in amounts)
    total = sum((amount.value for amount in amounts), Decimal(0))
    evidence = tuple(item.candidate.evidence for item in chosen.items)
    return Statement(f"合计：{addition}={total}{amounts[0].unit}。", evidence)
