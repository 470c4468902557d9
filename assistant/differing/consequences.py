"""Tasks whose own words stayed, and whose leads changed with a rule elsewhere (列第一位者为牵头单位): told once."""

from collections.abc import Iterable, Sequence

from assistant.differing.change import Change, Field, Kind, Subject
from assistant.differing.notes import KIND_NAMES
from assistant.differing.words import plain
from corpus.extraction.lead_rules import stated_rule

__all__ = ["consequences_as_one"]

_WHO = frozenset({"lead_units", "responsible_units"})
_NONE = "未写明"


def consequences_as_one(facts: Sequence[Change], clauses: Iterable[Change]) -> list[Change]:
    """The changes of facts, those of several tasks that only follow from a rule elsewhere as one, where the first
    stood.
    """
    following = [change for change in facts if _follows(change)]
    if len(following) < 2:
        return list(facts)
    one = _together(following, _cause(clauses))
    return [one if change is following[0] else change for change in facts if change not in following[1:]]


def _follows(change: Change) -> bool:
    """Whether nothing but who leads and helps changed, though the words on both sides are the same."""
    if change.subject is not Subject.TASK or change.kind is not Kind.CHANGED:
        return False
    same = [plain(side.quote) for side in change.old] == [plain(side.quote) for side in change.new]
    return same and all(field.key in _WHO for field in change.fields)


def _cause(clauses: Iterable[Change]) -> str:
    """The clause that states the rule on either side, and what happened to it."""
    changed = (change for change in clauses if change.kind is not Kind.SAME)
    stating = (one for one in changed if stated_rule(side.text for side in (*one.old, *one.new)))
    return next((f"“{one.title}”的{KIND_NAMES[one.kind]}" for one in stating), "别处所写的规则")


def _together(changes: Sequence[Change], cause: str) -> Change:
    names = dict.fromkeys((field.key, field.name) for change in changes for field in change.fields)
    fields = tuple(
        Field(key=key, name=name, old=_all(changes, key, 0), new=_all(changes, key, 1)) for key, name in names
    )
    return Change(
        subject=Subject.TASK,
        kind=Kind.CHANGED,
        title=f"{len(changes)}项任务",
        fields=fields,
        note=f"文字未变，{'、'.join(name for _, name in names)}随{cause}改变：{'；'.join(map(_said, changes))}",
        old=tuple(side for change in changes for side in change.old),
        new=tuple(side for change in changes for side in change.new),
    )


def _all(changes: Iterable[Change], key: str, side: int) -> str | None:
    """What a field is on one side, task by task; None where none has it."""
    told = [
        (change.title, (field.old, field.new)[side])
        for change in changes
        for field in change.fields
        if field.key == key
    ]
    return "\n".join(f"{title}：{words or _NONE}" for title, words in told) if any(words for _, words in told) else None


def _said(change: Change) -> str:
    return f"{change.title}（{change.note.rstrip('。')}）"
