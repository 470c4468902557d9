"""Rules read out of tables of standards: a rate, a sum or a share for each row and column."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from assistant.facts.record_rows import Record, RecordTable
from assistant.facts.record_tables import record_tables
from assistant.rules.rule import Kind, Rule, is_graded
from assistant.rules.written import rate_of
from corpus.facts import Evidence, Library
from corpus.folding.amounts import cell_to_quantity
from corpus.folding.numerals import number_text
from corpus.folding.tiers import tier_amounts
from corpus.folding.units import unit_family
from corpus.quoting import compact
from corpus.target import Quantity

__all__ = ["rules_of_tables"]

_WORDS = re.compile(r"[一-鿿]")
_STANDARD = re.compile(r"标准|补[助贴]|奖[励补]|资助|待遇|津贴|支付比例|起付|系数|单价|票价|价格|收费")


@lru_cache(maxsize=4)
def rules_of_tables(library: Library) -> tuple[Rule, ...]:
    """The rules of all tables that set standards."""
    return tuple(rule for table in record_tables(library) for rule in _of_table(table))


def _of_table(table: RecordTable) -> Iterator[Rule]:
    of_all = bool(_STANDARD.search(table.table.place.table or table.table.caption))
    for at in table.numbers:
        if of_all or _STANDARD.search(table.table.columns[at].name):
            for record in table.records:
                quantity = cell_to_quantity(record.text(at), table.unit(at))
                if quantity and quantity.high is None and quantity.value > 0 and _pays(quantity):
                    yield _rule(table, record, at, quantity)


def _pays(quantity: Quantity) -> bool:
    return unit_family(quantity.unit) == "money" or quantity.unit == "%"


def _rule(table: RecordTable, record: Record, at: int, quantity: Quantity) -> Rule:
    column, row = table.table.columns[at], record.rows[0]
    words = [compact(text) for text in record.cells if _WORDS.search(text)]
    header, plain = compact(column.name), quantity.unit.partition("/")[0]
    evidence = (
        Evidence(quote=row.quote, place=row.place),
        Evidence(quote=record.text(at), place=row.place.model_copy(update={"column": column.name})),
        Evidence(quote=table.table.header_quote, place=table.table.place),
    )
    each, every = rate_of(quantity.unit)
    text = f"{'，'.join(dict.fromkeys(words))}——{table.label(at)}：{number_text(quantity.value)}{quantity.unit}"
    rule = Rule(
        Kind.RATE if each or every else Kind.SUM, Quantity(value=quantity.value, unit=plain),
        " ".join((*words, header)), "", text, evidence,
        about=" ".join((table.table.place.table or "", *row.place.path[-1:], record.section)), each=each, every=every,
        bounds=tuple(_bounds([*words, header])), name=compact(record.text(table.name)),
    )  # fmt: skip
    if quantity.unit != "%":
        return rule
    told = f"{number_text(quantity.value)}%"
    return replace(rule, kind=Kind.FACTOR, quantity=quantity, share=quantity.value / 100, times=told)


def _bounds(texts: list[str]) -> Iterator[Quantity]:
    """The ranges and bounds that the words of a row or a column name: 8—10米, 500亩以上."""
    for text in texts:
        for one in tier_amounts(text):
            if is_graded(one.quantity):
                yield one.quantity
