"""Follow-ups on what a turn has listed: its second task, what the same unit takes part in. Knows no answerers.

Each returns the whole question, or None where that is not what is asked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from assistant.answer import Answer
from assistant.carrying import unit_asked
from assistant.labels import document_label
from assistant.mentions import Slot, mentions
from corpus.facts import Library

__all__ = ["with_listed_task", "with_other_role", "with_unit_meant"]

_NUMBERS = {character: value for value, character in enumerate("一二三四五六七八九十", 1)}
_TELL = r"(?:说说|说一下|讲讲|讲一下|介绍一下|介绍|解释一下|展开|说明)"
_ORDINAL = re.compile(
    rf"\A(?:其中)?(?:请|再)?(?:详细|具体|展开)?(?:{_TELL}|把|看看)?的?"
    r"(?:第(?P<nth>\d{1,2}|[一二三四五六七八九十])|(?P<last>最后)一?)[项个条件](?:任务|工作)?"
)
_WHAT_IT_IS = re.compile(
    rf"(?:具体|详细|展开|再)?(?:{_TELL}|(?:是|讲的?|说的?)?什么|的?(?:具体)?内容(?:是什么)?)?(?:呢|吧)?[?？]?"
)
"""Nothing but what it is."""
_NUMBERED = re.compile(r"第\d{1,4}[项个条号]|任务\d")
_COUNTED_LIST = re.compile(r"\A[^：；\n]{0,40}?共(?:有)?(\d{1,2})[项个条类]：")
_MARK = re.compile(r"\[\d{1,3}\]|[。\s]")
_UNIT_ROLE = r"(?:它们?|其中|该单位|这个?(?:单位|部门)|他们)?[还又也再]?有?(?:单独牵头|牵头|参与|配合|负责|承担)[了的]?"
_ROLE = re.compile(r"单独牵头|牵头|参与|配合|负责|承担")
_WORK = r"(?:任务|工作|事项)?"
_OTHER_ROLE = re.compile(
    rf"{_UNIT_ROLE}{_WORK}(?:(?:是|有|又有)?(?:哪些|哪几项|(?P<many>几项|多少项)|什么){_WORK}呢?|呢)[?？]?"
)
_IT = re.compile(r"\A(?:它们?|他们|该单位|[这那]个?(?:单位|部门))(?=还|又|也|单独|牵头|负责|参与|配合|承担)")
_LOOKED_BACK = 3


@dataclass(frozen=True, slots=True)
class _Item:
    """One of the things listed: its number in its table, if any, its document and its name."""

    number: int | None
    document: str
    name: str


def with_listed_task(question: str, turns: Sequence[Answer], library: Library) -> str | None:
    """第一项的责任单位有谁: asked of the task that the last list has in this place, or that bears this number."""
    ordinal = _ORDINAL.match(question)
    if ordinal is None or any(mention.slot is Slot.DOCUMENT for mention in mentions(question, library)):
        return None
    lists = [_listed(turn, library) for turn in islice(reversed(turns), _LOOKED_BACK)]
    listed, item = next(((items, item) for items in lists if (item := _item_at(ordinal, items))), ((), None))
    if item is None:
        return None
    asked = question[ordinal.end() :]
    if not _WHAT_IT_IS.fullmatch(asked):
        return f"{document_label(library, item.document)}{_called(item)}{asked}"
    same = _asked_of_another(turns[-1].understood, item, listed)
    return same or f"{document_label(library, item.document)}{_called(item)}是什么?"


def with_other_role(question: str, last: str, library: Library) -> str | None:
    """它还参与哪些: the tasks of the last question's unit in another role."""
    asked, unit, role = _OTHER_ROLE.fullmatch(question), unit_asked(last, library), _ROLE.search(question)
    if asked is None or unit is None or role is None:
        return None
    return f"{unit.words}{role[0]}的任务有{asked['many']}?" if asked["many"] else f"{unit.words}{role[0]}哪些任务?"


def with_unit_meant(question: str, previous: Answer, library: Library) -> str:
    """`question` with 它 (还牵头哪些任务) replaced by the unit whose tasks the last question asked for, or that alone
    leads or shares all the tasks it was about.
    """
    pointed = _IT.match(question)
    unit = _unit_meant(previous, library) if pointed else None
    return f"{unit}{question[pointed.end() :]}" if pointed and unit else question


def _unit_meant(previous: Answer, library: Library) -> str | None:
    asked = unit_asked(previous.understood, library)
    if asked is not None:
        return asked.words
    tasks = previous.tasks or ()
    for sides in (
        [task.lead_units or task.responsible_units for task in tasks],
        [(*task.lead_units, *task.responsible_units) for task in tasks],
    ):
        shared = set(sides[0]).intersection(*sides[1:]) if sides else set()
        if len(shared) == 1:
            return next(iter(shared))
    return None


def _listed(turn: Answer, library: Library) -> tuple[_Item, ...]:
    """The tasks that a turn lists, if it was not asked for them by number; else the things its answer counts up."""
    tasks = turn.tasks or ()
    if tasks and not _NUMBERED.search(turn.understood) and (len(tasks) > 1 or unit_asked(turn.understood, library)):
        return tuple(_Item(task.seq, task.document_id, task.task.strip("。;；")) for task in tasks)
    counted = _COUNTED_LIST.match(turn.answer)
    documents = {citation.document_id for citation in turn.citations}
    if tasks or counted is None or len(documents) != 1:
        return ()
    names = _MARK.sub("", turn.answer[counted.end() :]).split("；")
    return tuple(_Item(None, next(iter(documents)), name) for name in names) if len(names) == int(counted[1]) else ()


def _item_at(ordinal: re.Match[str], items: Sequence[_Item]) -> _Item | None:
    """The item with the number itself, else the one in its place."""
    if ordinal["last"]:
        return next(iter(items[-1:]), None)
    number = _NUMBERS.get(ordinal["nth"]) or int(ordinal["nth"])
    bearing = [item for item in items if item.number == number]
    return next(iter((*bearing, *items[number - 1 : number])), None)


def _called(item: _Item) -> str:
    """How a question names an item: by its number, where it has none by its name."""
    return f"第{item.number}项任务" if item.number is not None else f"“{item.name}”"


def _asked_of_another(last: str, item: _Item, items: Sequence[_Item]) -> str | None:
    """The last question, where it was about one item of the list, about `item` instead."""
    numbered = _NUMBERED.search(last)
    if numbered and item.number is not None:
        return f"{last[: numbered.start()]}第{item.number}项{last[numbered.end() :]}"
    quoted = next((f"“{other.name}”" for other in items if f"“{other.name}”" in last), None)
    return last.replace(quoted, _called(item), 1) if quoted else None
