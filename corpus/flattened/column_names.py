"""Column names of a number table: wrapped pieces of a header put together to a known number of names.

Years over repeated names make two levels; the same names are expected to come back under every year. Knows no figures.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.flattened.evidence import Evidence
from corpus.flattened.layout import lines_cost
from corpus.flattened.tokens import Gap, Token, em_width

__all__ = ["ColumnNames", "pieces_to_names", "tokens_to_pieces"]

_YEAR = re.compile(r"20\d\d年?(?:度|底|末)?(?:[（(].{1,8}[)）])?")
_MOST_PIECES = 5
_BEAM = 300
_JOIN = {Gap.LINE: 1.0, Gap.BLANK: 0.5, Gap.PAGE: 0.5}
_NEW_NAME = 1.5
_TWICE = 5.0
_DANGLING = ("以上", "以下", "以内", "及", "和", "与", "的", "、", "（", "(")


@dataclass(frozen=True, slots=True)
class ColumnNames:
    """The name of the first column, the paths of the others, and what the reading cost."""

    stub: str
    paths: tuple[tuple[str, ...], ...]
    cost: float


@dataclass(frozen=True, slots=True)
class _State:
    cost: float
    names: tuple[str, ...]


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


def pieces_to_names(pieces: Sequence[Token], count: int, evidence: Evidence) -> ColumnNames | None:
    """The cheapest reading of the pieces as a first column and `count` others; None where there is none."""
    years = _year_run(pieces)
    if years:
        stub = "".join(piece.text for piece in pieces[: years[0]])
        leaves = _segment(pieces[years[-1] + 1 :], count, len(years), evidence)
        heads = [pieces[index].text for index in years]
        return leaves and ColumnNames(stub, _under_heads(heads, leaves.names), leaves.cost)
    state = _segment(pieces, count + 1, 1, evidence)
    return state and ColumnNames(state.names[0], tuple((name,) for name in state.names[1:]), state.cost)


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
    return run if 1 < len(run) and run[-1] < len(pieces) - 1 else []


def _segment(pieces: Sequence[Token], count: int, groups: int, evidence: Evidence) -> _State | None:
    """Beam search over ways to cut the pieces into `count` names, `groups` times the same if there are groups."""
    beams: list[list[_State]] = [[_State(0.0, ())], *([] for _ in pieces)]
    for start in range(len(pieces)):
        states = sorted(beams[start], key=lambda state: state.cost)[:_BEAM]
        for end in _ends(pieces, start):
            name, own = "".join(piece.text for piece in pieces[start:end]), _name_cost(pieces[start:end], evidence)
            beams[end] += [
                _State(state.cost + own + _recurrence_cost(state.names, name, groups), (*state.names, name))
                for state in states
                if len(state.names) < count
            ]
    whole = [state for state in beams[-1] if len(state.names) == count]
    return min(whole, key=lambda state: state.cost, default=None)


def _ends(pieces: Sequence[Token], start: int) -> Iterator[int]:
    for end in range(start + 1, min(len(pieces), start + _MOST_PIECES) + 1):
        yield end
        if end < len(pieces) and pieces[end].gap is Gap.HARD:
            return


def _name_cost(pieces: Sequence[Token], evidence: Evidence) -> float:
    name = "".join(piece.text for piece in pieces)
    cost = sum(_JOIN.get(piece.gap, 0.0) for piece in pieces[1:]) + 0.5 * lines_cost(pieces, None, prose=False)
    cost += 5.0 * sum(abs(name.count(a) - name.count(b)) for a, b in ("（）", "()", "“”"))
    cost += 3.0 if name.endswith(_DANGLING) else 0.0
    cost += 4.0 if name[0] in "（()）、" or len(name) == 1 else 0.0
    cost += 2.0 if re.search(r"[）)].", name) else 0.0
    cost += max(0.0, em_width(name) - 10) * 0.3
    return cost - (1.0 if evidence.says(name) else 0.0)


def _recurrence_cost(names: Sequence[str], name: str, groups: int) -> float:
    """New names cost; a name comes back only under the next year, where it costs nothing."""
    if name not in names:
        return _NEW_NAME
    return 0.0 if names.count(name) < groups and name not in _since_first(names) else _TWICE


def _since_first(names: Sequence[str]) -> Sequence[str]:
    """The names of the group that is being read: those since the first name last came."""
    start = max(index for index, name in enumerate(names) if name == names[0])
    return names[start + 1 :]


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
