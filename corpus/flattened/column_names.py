"""Column names of a number table: its first column, and the others under their years if the header has two levels.

Knows words and pieces of text, no figures.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.flattened.evidence import Evidence
from corpus.flattened.header_pieces import join_pieces
from corpus.flattened.tokens import Gap, Token

_YEAR = re.compile(r"20\d\d年?(?:度|底|末)?(?:[（(].{1,8}[)）])?")
_FIRST = re.compile(
    r"(?:行政|所属|责任|牵头|考核)?(?:地区|区域|属地|区县|县区|市县|县市区|县（市、区）|街镇|镇街|街道|乡镇|板块|园区|单位|部门|"
    r"名称|指标|项目|类别|年份|年度|内容|类型|主体)(?:名称)?"
)
_LONGEST_FIRST = 3
_UNUSUAL_FIRST = 4.0


@dataclass(frozen=True, slots=True)
class ColumnNames:
    """The name of the first column, the paths of the others, what the reading cost, and its lead over the next best."""

    stub: str
    paths: tuple[tuple[str, ...], ...]
    cost: float
    margin: float


def tokens_to_pieces(tokens: Sequence[Token]) -> list[Token]:
    """The header's tokens with those put together that only automatic spacing parts (截止 2022年)."""
    pieces: list[Token] = []
    for token in tokens:
        if pieces and token.gap is Gap.SOFT and not _YEAR.fullmatch(token.text):
            last = pieces[-1]
            pieces[-1] = Token(last.text + token.text, last.start, last.line, last.gap, last.blanks)
        else:
            pieces.append(token)
    return pieces


def pieces_to_names(pieces: Sequence[Token], rates: Sequence[bool | None], evidence: Evidence) -> ColumnNames | None:
    """The cheapest reading of the pieces as a first column and as many others as `rates` has; None if there is none.

    `rates` says of every other column whether its figures are percentages, None where that is not known.
    """
    years = _year_run(pieces)
    if years:
        return _two_levels(pieces, years, rates, evidence)
    ways = [
        way
        for size in range(1, min(_LONGEST_FIRST, len(pieces) - 1) + 1)
        if not any(piece.gap is Gap.HARD for piece in pieces[1:size])
        if (way := _one_level(pieces[:size], pieces[size:], rates, evidence))
    ]
    return min(ways, key=lambda way: way.cost, default=None)


def _one_level(
    first: Sequence[Token], others: Sequence[Token], rates: Sequence[bool | None], evidence: Evidence
) -> ColumnNames | None:
    stub = _join(first)
    joined = join_pieces(others, rates, 1, evidence)
    if joined is None:
        return None
    cost = joined.cost + (len(first) - 1) + (0.0 if _FIRST.fullmatch(stub) else _UNUSUAL_FIRST)
    return ColumnNames(stub, tuple((name,) for name in joined.names), cost, joined.margin)


def _two_levels(
    pieces: Sequence[Token], years: Sequence[int], rates: Sequence[bool | None], evidence: Evidence
) -> ColumnNames | None:
    joined = join_pieces(pieces[years[-1] + 1 :], rates, len(years), evidence)
    if joined is None:
        return None
    paths = _under_heads([pieces[index].text for index in years], joined.names)
    return ColumnNames(_join(pieces[: years[0]]), paths, joined.cost, joined.margin)


def _year_run(pieces: Sequence[Token]) -> list[int]:
    """The first run of at least two pieces that are years: the upper level of the header."""
    run: list[int] = []
    for index, piece in enumerate(pieces):
        if _YEAR.fullmatch(piece.text):
            run.append(index)
        elif len(run) > 1:
            break
        else:
            run = []
    return run if len(run) > 1 and run[-1] < len(pieces) - 1 else []


def _under_heads(heads: Sequence[str], leaves: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Every leaf under its year: a year begins where the first name comes back; else years are equally wide.

    Leaves that cannot be shared out keep their names only.
    """
    starts = [index for index, leaf in enumerate(leaves) if leaf == leaves[0]]
    if len(starts) != len(heads):
        if len(leaves) % len(heads):
            return tuple((leaf,) for leaf in leaves)
        starts = list(range(0, len(leaves), len(leaves) // len(heads)))
    return tuple((heads[sum(start <= index for start in starts) - 1], leaf) for index, leaf in enumerate(leaves))


def _join(pieces: Sequence[Token]) -> str:
    return "".join(piece.text for piece in pieces)
