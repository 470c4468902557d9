"""Changes of clauses and rows, from how the pieces of two documents are aligned, and which of their words differ."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from assistant.differing.aligning import Alignment
from assistant.differing.change import Change, Field, Kind, Side, Subject
from assistant.differing.notes import clause_note
from assistant.differing.pieces import Piece, is_number_column
from assistant.differing.words import plain

_LONGEST = 4000
_GAP = 2
"""So few equal characters between two differences are shown as part of them."""
Ranges = list[tuple[int, int]]
Run = list[int]
"""Old pieces that follow one another on both sides."""


def clause_changes(found: Alignment, old: Sequence[Piece], new: Sequence[Piece]) -> list[Change]:
    """Every piece of both documents in one list, those that are the same too, in the order of the new document; what
    was removed stands behind what it stood behind.
    """
    moved = _moved_pieces(found.pairs, old, new)
    changes = {at: change for change, at in _of_new(found, old, new, moved)}
    removed: dict[int, list[Change]] = {}
    for piece in found.old_left(old):
        removed.setdefault(_behind(piece.at, found), []).append(_change(Kind.REMOVED, [piece], []))
    order = sorted({*changes, *removed})
    return [change for at in order for change in (*([changes[at]] if at in changes else ()), *removed.get(at, ()))]


def _of_new(
    found: Alignment, old: Sequence[Piece], new: Sequence[Piece], moved: frozenset[int]
) -> Iterator[tuple[Change, int]]:
    """The changes that have a new side, each with the number of its first new piece."""
    for one, other in found.pairs.items():
        yield _paired(old[one], new[other], one in moved), other
    for one, parts in found.splits.items():
        yield _change(Kind.SPLIT, [old[one]], [new[at] for at in parts]), parts[0]
    for other, parts in found.merges.items():
        yield _change(Kind.MERGED, [old[at] for at in parts], [new[other]]), other
    for piece in found.new_left(new):
        yield _change(Kind.ADDED, [], [piece]), piece.at


def _behind(at: int, found: Alignment) -> int:
    """The number of the new piece that what stood before an old piece became; -1 at the beginning."""
    into = {**found.pairs, **{one: parts[-1] for one, parts in found.splits.items()}}
    into |= {one: other for other, parts in found.merges.items() for one in parts}
    firsts = {parts[-1]: parts[0] for parts in found.splits.values()}
    before = next((into[one] for one in range(at - 1, -1, -1) if one in into), -1)
    return firsts.get(before, before)


def _paired(one: Piece, other: Piece, moved: bool) -> Change:
    if one.body != other.body:
        return _change(Kind.CHANGED, [one], [other], _fields(one, other), moved)
    return _change(Kind.MOVED if moved else Kind.SAME, [one], [other], moved=moved)


def _fields(one: Piece, other: Piece) -> tuple[Field, ...]:
    if one.row is None or other.row is None:
        return (Field(key="text", name="条文", old=one.text, new=other.text),)
    before, after = _cells(one), _cells(other)
    names = dict.fromkeys((*before, *after))
    return tuple(
        Field(key=name, name=name or "单元格", old=before.get(name), new=after.get(name))
        for name in names
        if plain(before.get(name) or "") != plain(after.get(name) or "")
    )


def _cells(piece: Piece) -> dict[str, str]:
    cells = piece.row.cells if piece.row else ()
    named = zip(piece.columns, cells, strict=True)
    return {name: cell.text for at, (name, cell) in enumerate(named) if not is_number_column(name, at)}


def _change(
    kind: Kind, old: Iterable[Piece], new: Iterable[Piece], fields: tuple[Field, ...] = (), moved: bool = False
) -> Change:
    before, after = tuple(old), tuple(new)
    first = (after or before)[0]
    olds, news = [piece.side for piece in before], [piece.side for piece in after]
    if kind is Kind.CHANGED:
        olds[0], news[0] = _marked(olds[0], news[0])
    return Change(
        subject=Subject.CLAUSE if first.row is None else Subject.ROW,
        kind=kind,
        title=first.title,
        fields=fields,
        moved=moved,
        note=clause_note(kind, before, after, fields, moved=moved),
        old=tuple(olds),
        new=tuple(news),
    )


def _marked(old: Side, new: Side) -> tuple[Side, Side]:
    """Both sides with the ranges that the other does not have; without any where they are too long to tell."""
    if len(old.text) + len(new.text) > _LONGEST:
        return old, new
    before: Ranges = []
    after: Ranges = []
    for tag, first, last, begin, end in SequenceMatcher(None, old.text, new.text, autojunk=False).get_opcodes():
        if tag != "equal":
            _add(before, first, last)
            _add(after, begin, end)
    return old.model_copy(update={"marks": tuple(before)}), new.model_copy(update={"marks": tuple(after)})


def _add(ranges: Ranges, start: int, end: int) -> None:
    if start == end:
        return
    if ranges and start - ranges[-1][1] <= _GAP:
        ranges[-1] = (ranges[-1][0], end)
    else:
        ranges.append((start, end))


def _moved_pieces(pairs: Mapping[int, int], old: Sequence[Piece], new: Sequence[Piece]) -> frozenset[int]:
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
