"""What happened, in one Chinese sentence each: the words of 说明."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from assistant.differing.change import Change, Field, Kind, Subject
from assistant.differing.pieces import Piece
from assistant.differing.words import plain

KIND_NAMES: Mapping[Kind, str] = {
    Kind.ADDED: "新增",
    Kind.REMOVED: "删除",
    Kind.CHANGED: "修改",
    Kind.MOVED: "移动",
    Kind.SPLIT: "拆分",
    Kind.MERGED: "合并",
    Kind.SAME: "未变",
}
SUBJECT_NAMES: Mapping[Subject, str] = {
    Subject.METADATA: "文件信息",
    Subject.TASK: "任务",
    Subject.TARGET: "指标",
    Subject.CLAUSE: "条文",
    Subject.ROW: "表格行",
}
_LONG, _AROUND = 60, 8
_MEASURE = {Subject.METADATA: "处", Subject.TASK: "项", Subject.TARGET: "个", Subject.CLAUSE: "条", Subject.ROW: "行"}


def clause_note(
    kind: Kind, old: Sequence[Piece], new: Sequence[Piece], fields: Sequence[Field], *, moved: bool = False
) -> str:
    """What happened to a clause or a row."""
    what = "表格行" if (old or new)[0].row else "条文"
    if kind is Kind.SPLIT:
        return f"一条拆分为{len(new)}条。"
    if kind is Kind.MERGED:
        return f"{len(old)}条合并为一条。"
    if kind in (Kind.ADDED, Kind.REMOVED):
        return f"{KIND_NAMES[kind]}{what}。"
    if kind is Kind.CHANGED:
        words = "文字修改" if what == "条文" else f"修改{'、'.join(field.name for field in fields)}"
        return f"{words}，并{_from_to(old[0], new[0])}。" if moved else f"{words}。"
    if kind is Kind.MOVED:
        return f"{_from_to(old[0], new[0])}，文字未变。"
    return _renumbered(old[0], new[0])


def fact_note(kind: Kind, subject: Subject, fields: Iterable[Field]) -> str:
    """What happened to a fact; its fields say it in full."""
    if kind is not Kind.CHANGED:
        return f"{KIND_NAMES[kind]}{SUBJECT_NAMES[subject]}。"
    return f"{'；'.join(_became(field) for field in fields)}。"


def summary(changes: Iterable[Change]) -> str:
    """How many changes of what there are (任务：新增1项、修改2项；指标：修改1个)."""
    counts = Counter((change.subject, change.kind) for change in changes)
    parts = []
    for subject in Subject:
        told = [
            f"{KIND_NAMES[kind]}{counts[subject, kind]}{_MEASURE[subject]}" for kind in Kind if counts[subject, kind]
        ]
        if told:
            parts.append(f"{SUBJECT_NAMES[subject]}：{'、'.join(told)}")
    return f"{'；'.join(parts)}。" if parts else "没有变化。"


def _became(field: Field) -> str:
    if field.old is None:
        return f"{field.name}新写明为“{field.new}”"
    if field.new is None:
        return f"{field.name}不再写明（原为“{field.old}”）"
    old, new = _cut(field.old, field.new)
    return f"{field.name}由“{old}”改为“{new}”"


def _cut(old: str, new: str) -> tuple[str, str]:
    """Two long wordings from shortly before the first to shortly behind the last character that differs."""
    if min(len(old), len(new)) <= _LONG:
        return old, new
    start = _shared(old, new)
    end = min(_shared(old[::-1], new[::-1]), len(old) - start, len(new) - start)
    first, last = max(0, start - _AROUND), max(0, end - _AROUND)
    return _window(old, first, last), _window(new, first, last)


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    differing = (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right)
    return next(differing, min(len(one), len(other)))


def _window(text: str, first: int, last: int) -> str:
    return f"{'…' if first else ''}{text[first : len(text) - last]}{'…' if last else ''}"


def _from_to(one: Piece, other: Piece) -> str:
    before, after = _where(one), _where(other)
    return f"由“{before}”移至“{after}”" if before != after else f"在“{after}”内调整了位置"


def _where(piece: Piece) -> str:
    return piece.place.path[-1] if piece.place.path else "正文"


def _renumbered(one: Piece, other: Piece) -> str:
    if one.number and other.number and plain(one.number) != plain(other.number):
        return f"序号由“{one.number}”变为“{other.number}”，文字未变。"
    return "未变。"
