"""Changes of tasks: who, what and by when, field by field; and those that only follow from a rule elsewhere
(列第一位者为牵头单位), told once.
"""

from collections.abc import Iterable, Mapping, Sequence

from assistant.differing.change import Change, Field, Kind, Subject
from assistant.differing.facts import Telling, fact_changes
from assistant.differing.notes import KIND_NAMES
from assistant.differing.pairing import Known, Ways
from assistant.differing.pieces import without_number
from assistant.differing.words import likeness, plain
from corpus.extraction.lead_rules import stated_rule
from corpus.task import Task, TaskOrigin

_NAMES: Mapping[str, str] = {
    "category": "类别",
    "task": "任务",
    "measure": "具体举措",
    "lead_units": "牵头单位",
    "responsible_units": "责任单位",
    "other_roles": "其他单位",
    "deadline": "完成时限",
}
_SHOWN = 40
_WHO = frozenset({"lead_units", "responsible_units"})
_NONE = "未写明"


def task_changes(old: Sequence[Task], new: Sequence[Task], known: Known) -> list[Change]:
    """The tasks that were added, removed or changed."""
    return fact_changes(old, new, _WAYS, _TELLING, known)


def _words(task: Task) -> str:
    return plain(task.measure if plain(task.task) in plain(task.measure) else f"{task.task}{task.measure}")


def _score(one: Task, other: Task) -> float:
    """How alike the words are; the same number in the same kind of place counts a little."""
    numbered = one.number is not None and one.number == other.number
    return min(1.0, likeness(_words(one), _words(other)) + 0.1 * (numbered and one.origin is other.origin))


_WAYS: Ways[Task] = Ways(
    keys=(
        lambda task: (task.origin, plain(task.task), plain(task.measure), task.lead_units, task.responsible_units),
        lambda task: (task.origin, plain(task.task), plain(task.measure)),
    ),
    words=_words,
    score=_score,
)


def _values(task: Task) -> dict[str, str]:
    """By field; the heading above a clause is told by its clauses."""
    return {
        "category": (task.category or "") if task.origin is TaskOrigin.TABLE else "",
        "task": task.task,
        "measure": task.measure,
        "lead_units": "、".join(task.lead_units),
        "responsible_units": "、".join(task.responsible_units),
        "other_roles": "；".join(f"{role.role}：{'、'.join(role.units)}" for role in task.other_roles),
        "deadline": task.deadline.raw if task.deadline else "",
    }


def _title(task: Task) -> str:
    return task.task if len(task.task) <= _SHOWN else f"{task.task[:_SHOWN]}…"


def _told(task: Task) -> str:
    """The task in one line: what, who, by when."""
    named = {name: _values(task)[key] for key, name in _NAMES.items() if key not in ("category", "task", "measure")}
    who = "；".join(f"{name}：{value}" for name, value in named.items() if value)
    head = f"{task.number}. {task.task}" if task.number else task.task
    what = head if plain(task.measure) in plain(head) else f"{head}：{task.measure}"
    return f"{what.rstrip('。')}。{who}" if who else what


def _same(key: str, old: str, new: str, alike: bool) -> bool:
    """A task that keeps its words is the same under another heading: where it went is told by its clause."""
    return without_number(old) == without_number(new) or (alike and key == "task")


_TELLING: Telling[Task] = Telling(Subject.TASK, _NAMES, _values, _same, _title, _told)


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
