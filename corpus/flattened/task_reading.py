"""Reading a task table again and again: what one reading teaches about the table's setting improves the next.

From tokens to rows of cells, rows broken by a page mended. Knows no lines and no Grid.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.flattened.anchors import Anchor
from corpus.flattened.cells import Reading, tokens_to_reading
from corpus.flattened.costs import Costs, run_text
from corpus.flattened.evidence import Evidence
from corpus.flattened.header_words import Kind
from corpus.flattened.layout import Layout, learn_layout
from corpus.flattened.page_breaks import rejoin_broken_rows
from corpus.flattened.tokens import Token
from corpus.flattened.unit_grammar import name_cost, text_to_names

_PASSES = 5


@dataclass(frozen=True, slots=True)
class TaskText:
    """The body of a task table: its tokens, the kinds of its columns, its running numbers.

    `tails` are the tokens before which the table may end, and what that costs.
    """

    tokens: tuple[Token, ...]
    kinds: tuple[Kind, ...]
    anchors: tuple[Anchor, ...]
    tails: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class TaskReading:
    """How the text (its tokens perhaps put in better order) reads, and with what evidence and layout.

    `costs` are those of all passes, the last one being that of `reading`.
    """

    text: TaskText
    reading: Reading
    evidence: Evidence
    layout: Layout
    costs: tuple[float, ...]


def read_tasks(text: TaskText, evidence: Evidence) -> TaskReading:
    """The reading that no further pass would change; read anew if rows broken by a page could be mended."""
    first = _settle(text, evidence)
    mended = rejoin_broken_rows(text.tokens, text.anchors, Costs(text.kinds, first.evidence, first.layout))
    return first if mended == text.tokens else _settle(replace(text, tokens=mended), first.evidence)


def _settle(text: TaskText, evidence: Evidence) -> TaskReading:
    numbers = frozenset(anchor.token for anchor in text.anchors)
    layout = Layout()
    passes: list[Reading] = []
    for _ in range(_PASSES):
        passes.append(tokens_to_reading(text.tokens, numbers, Costs(text.kinds, evidence, layout), text.tails))
        settled = len(passes) > 1 and passes[-1].rows == passes[-2].rows
        if settled or not passes[-1].rows:
            break
        layout = learn_layout(_cells(text, passes[-1]))
        evidence = evidence.with_names(_repeated_names(text, passes[-1], evidence))
    return TaskReading(text, passes[-1], evidence, layout, tuple(reading.cost for reading in passes))


def _cells(text: TaskText, reading: Reading) -> list[tuple[int, Sequence[Token]]]:
    return [(column, text.tokens[a:b]) for row in reading.rows for column, (a, b) in row.cells.items()]


def _repeated_names(text: TaskText, reading: Reading, evidence: Evidence) -> list[str]:
    """Well-formed unit names that at least two cells hold."""
    counts = Counter(
        name
        for column, run in _cells(text, reading)
        if text.kinds[column] is Kind.UNITS
        for name in set(text_to_names(run_text(run, Kind.UNITS, evidence.lexicon)))
    )
    return [name for name, count in counts.items() if count > 1 and name_cost(name, evidence.lexicon) <= 0]
