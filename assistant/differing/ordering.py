"""Which of the aligned pieces stand elsewhere now: the runs that left the order which most of the document kept."""

from collections.abc import Iterable, Mapping, Sequence

from assistant.differing.pieces import Piece

__all__ = ["moved_pieces"]

Run = list[int]
"""Old pieces that follow one another on both sides."""


def moved_pieces(pairs: Mapping[int, int], old: Sequence[Piece], new: Sequence[Piece]) -> frozenset[int]:
    """The numbers of the old pieces that moved; what moved along with its heading did not move by itself."""
    runs = _moved_runs({one: other for one, other in pairs.items() if old[one].row is None}, old)
    for rows in _by_table(pairs, old).values():
        home = _home(rows, new)
        stayed = {one: other for one, other in rows.items() if new[other].table == home}
        runs += [*_moved_runs(stayed, old), *([one] for one in rows.keys() - stayed.keys())]
    return frozenset(at for run in runs for at in run if not _under_one_of(old[at], run, old))


def _by_table(pairs: Mapping[int, int], old: Sequence[Piece]) -> dict[int | None, dict[int, int]]:
    tables: dict[int | None, dict[int, int]] = {}
    for one, other in pairs.items():
        if old[one].row is not None:
            tables.setdefault(old[one].table, {})[one] = other
    return tables


def _home(rows: Mapping[int, int], new: Sequence[Piece]) -> int | None:
    """The table of the new document that most of the rows are in."""
    tables = [new[other].table for other in rows.values()]
    return max(dict.fromkeys(tables), key=tables.count, default=None)


def _moved_runs(pairs: Mapping[int, int], old: Sequence[Piece]) -> list[Run]:
    """The runs outside of the heaviest rise; of two as heavy, the one with more words stays."""
    runs = _runs(pairs)
    weights = [(len(run), sum(len(old[at].body) for at in run)) for run in runs]
    best: list[tuple[tuple[int, int], int | None]] = []
    for at, run in enumerate(runs):
        below = [before for before in range(at) if pairs[runs[before][0]] < pairs[run[0]]]
        step = max(below, key=lambda before: best[before][0], default=None)
        so_far = best[step][0] if step is not None else (0, 0)
        best.append(((so_far[0] + weights[at][0], so_far[1] + weights[at][1]), step))
    kept = _chain(best)
    return [run for at, run in enumerate(runs) if at not in kept]


def _chain(best: Sequence[tuple[tuple[int, int], int | None]]) -> set[int]:
    step = max(range(len(best)), key=lambda at: best[at][0], default=None)
    kept: set[int] = set()
    while step is not None:
        kept.add(step)
        step = best[step][1]
    return kept


def _runs(pairs: Mapping[int, int]) -> list[Run]:
    """The old pieces in order, cut where the new document does not go on with the next aligned piece."""
    rank = {other: at for at, other in enumerate(sorted(pairs.values()))}
    runs: list[Run] = []
    for one in sorted(pairs):
        if runs and rank[pairs[one]] == rank[pairs[runs[-1][-1]]] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _under_one_of(piece: Piece, run: Iterable[int], old: Sequence[Piece]) -> bool:
    """Whether a heading of the same run stands above the piece."""
    above = [old[at] for at in run if at < piece.at and old[at].row is None]
    return any(title and head.body.startswith(title) for head in above for title in piece.parent)
