"""Records by the days that a column prints: the first, the last, all in order. The rows are chosen elsewhere."""

from collections.abc import Sequence
from datetime import date

from assistant.draft import Statement
from assistant.facts.ranking import ranked_days
from assistant.facts.record_choice import Choice
from assistant.facts.record_filters import ends_or_all
from assistant.facts.record_rows import Record
from assistant.facts.record_saying import evidence_of, listed
from assistant.reading.ask import Ask


def extreme_days(ask: Ask, choice: Choice) -> list[Statement]:
    """All records of the first or the last day, or of that at the rank asked for."""
    column, dated = _dated(choice)
    label = choice.table.label(column)
    return [
        Statement(f"{label}{words}的是{listed(rows, choice.table, [column])}。", evidence_of(rows, choice.table))
        for words, rows in ranked_days(dated, ask)
    ]


def days_in_order(ask: Ask, choice: Choice) -> list[Statement]:
    """All records by their days."""
    column, dated = _dated(choice)
    if len(dated) < 2:
        return []
    rows = [record for _, record in sorted(dated, key=lambda pair: pair[0], reverse=ask.low)]
    way = "由晚到早" if ask.low else "由早到晚"
    text = f"{choice.table.label(column)}{way}：{listed(rows, choice.table, [column])}。"
    return [Statement(text, evidence_of(rows, choice.table))]


def _dated(choice: Choice) -> tuple[int, Sequence[tuple[date, Record]]]:
    """The column of days meant, and the records with one in it, by their day."""
    meant = ends_or_all(choice.table, choice.columns)
    days = {at: [(day, one) for one in choice.records if (day := choice.table.day(one, at))] for at in meant}
    column = max(meant, key=lambda at: len(days[at]), default=0)
    return column, days.get(column, [])
