"""Rows of a number table: names and the figures behind them, before any figure has a column.

Knows tokens only. Where the header ends and the first row's name begins is left to the caller.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.flattened.number_regions import is_figure
from corpus.flattened.tokens import Token

_TOTALS = ("合计", "总计", "小计", "共计", "总数")


@dataclass(frozen=True, slots=True)
class NumberRow:
    """The tokens of a row's name and of its figures, all in order of the source."""

    label: tuple[Token, ...]
    figures: tuple[Token, ...]

    @property
    def name(self) -> str:
        """The row's name put together."""
        return "".join(token.text for token in self.label)

    @property
    def values(self) -> tuple[str, ...]:
        """The figures as printed."""
        return tuple(token.text for token in self.figures)


def is_total(name: str) -> bool:
    """Whether a row of this name adds up the others (全市合计)."""
    return name.endswith(_TOTALS)


def tokens_to_number_rows(tokens: Sequence[Token]) -> list[NumberRow]:
    """The rows: every name and the figures up to the next name. The first token belongs to a name."""
    rows: list[tuple[list[Token], list[Token]]] = []
    for token in tokens:
        if is_figure(token.text):
            if rows:
                rows[-1][1].append(token)
        elif rows and not rows[-1][1]:
            rows[-1][0].append(token)
        else:
            rows.append(([token], []))
    return [NumberRow(tuple(label), tuple(figures)) for label, figures in rows if figures]
