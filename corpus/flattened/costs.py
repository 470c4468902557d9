"""Costs: what it costs to read a run of tokens as a cell, to begin a cell, to leave columns out, to end a row.

Puts grammar (cell_costs), setting (layout) and what the document says elsewhere (evidence) on one scale. No search.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.flattened.cell_costs import cell_cost
from corpus.flattened.evidence import Evidence
from corpus.flattened.header_words import Kind
from corpus.flattened.layout import BrokenCell, Layout
from corpus.flattened.tokens import Token, join_texts
from corpus.flattened.unit_grammar import Lexicon, starts_new_name

_SKIP: Mapping[Kind, float] = {
    Kind.SEQUENCE: 0.0,
    Kind.LABEL: 0.4,
    Kind.PROSE: 6.0,
    Kind.DEADLINE: 2.5,
    Kind.UNITS: 3.0,
    Kind.VALUE: 2.0,
    Kind.NOTE: 0.1,
}
_ROW_WITHOUT_NUMBER = 2.0
_ROW_OF_UNNUMBERED_TABLE = 0.5
_SHARED = 0.4
"""A sub-row often shares the merged cells of the row above, so leaving them out costs less."""
_RUNS_ON = 2.0
_NO_COMMA = 1.0
_ODD_LABEL = 4.0
_OUTER_LABEL = 1.0
"""An outer label is printed once for many rows."""


def run_text(tokens: Sequence[Token], kind: Kind, lexicon: Lexicon) -> str:
    """The text of the tokens as one cell of the kind."""
    text = ""
    for token in tokens:
        text = add_token(text, token, kind, lexicon)
    return text


def add_token(text: str, token: Token, kind: Kind, lexicon: Lexicon) -> str:
    """`text` with one more token; unit names that only a line break separates are kept apart."""
    apart = kind is Kind.UNITS and token.opens_line and starts_new_name(text, token.text, lexicon)
    return f"{text} {token.text}" if apart else join_texts(text, token.text)


@dataclass(frozen=True, slots=True)
class Costs:
    """The costs of a table with columns of these kinds, set as `layout` says."""

    kinds: Sequence[Kind]
    evidence: Evidence
    layout: Layout

    def cell(self, run: Sequence[Token], column: int) -> float:
        """Of reading the tokens as one whole cell of the column."""
        joins = sum(self.join(left, right) for left, right in pairwise(run))
        lines = self.broken_cell(column)
        for token in run:
            lines.add(token)
        kind = self.kinds[column]
        return joins + lines.cost + self.content(run_text(run, kind, self.evidence.lexicon), kind)

    def broken_cell(self, column: int) -> BrokenCell:
        """A cell of the column without tokens, to count what its lines cost."""
        return BrokenCell(self.layout.widths.get(column), prose=self.kinds[column] is Kind.PROSE)

    def content(self, text: str, kind: Kind) -> float:
        """Of reading `text` as one cell of the kind; its joins and lines left aside."""
        missing_commas = text.count(" ") if kind is Kind.UNITS else 0
        return cell_cost(kind, text, self.evidence) + _NO_COMMA * missing_commas

    def join(self, left: Token, right: Token) -> float:
        """Of taking the gap between two tokens for a line wrap."""
        known = _RUNS_ON if right.opens_line and self.evidence.runs_on(left.text, right.text) else 0.0
        return self.layout.join[right.gap] - known

    def begin(self, token: Token, column: int) -> float:
        """Of taking the gap before the token for the border of a cell of the column."""
        outer = self.kinds[column] is Kind.LABEL and Kind.LABEL in self.kinds[column + 1 :]
        return self.layout.border[token.gap] + (_OUTER_LABEL if outer else 0.0)

    def between(self, left: int, right: int) -> float:
        """Of a row going on from one column to another; a new outer label has a new inner one behind it."""
        odd = self.kinds[left] is Kind.LABEL and Kind.LABEL in self.kinds[left + 1 : right]
        return self.skipped(left + 1, right) + (_ODD_LABEL if odd else 0.0)

    def first_in_row(self, column: int) -> float:
        """Of a row beginning with the column; a label merged over fewer rows than the number before it is odd."""
        odd = self.kinds[column] is Kind.LABEL and Kind.SEQUENCE in self.kinds[:column]
        return self.skipped(0, column) + (_ODD_LABEL if odd else 0.0)

    def last_in_row(self, column: int, *, numbered: bool) -> float:
        """Of a row ending with the column."""
        left_out = self.skipped(column + 1, len(self.kinds))
        if numbered:
            return left_out
        own = _ROW_WITHOUT_NUMBER if Kind.SEQUENCE in self.kinds else _ROW_OF_UNNUMBERED_TABLE
        return own + _SHARED * left_out

    def skipped(self, first: int, last: int) -> float:
        """Of leaving columns first..last-1 out."""
        return sum(_SKIP[kind] for kind in self.kinds[first:last])
