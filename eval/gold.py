"""Questions with what a right answer must say: the documented gold format, read and checked.

One JSON object a line: `id, question, type, docs, answer` (a good short answer), `must_include`, `must_not_include`,
`items` (the members of a list answer), `units` (those a right answer names), `sides` (places that a comparison must
name), `evidence` (verbatim, white space aside), `paraphrase` (asked in other words than the document's), `noisy`
(typing errors), `paired` (written beside a twin that has an answer where this one has none, or none where it has one);
where a list is expected, each entry is a string, or alternatives of which one is enough;
`expect_refusal` (the status must be `refused`); `answerable: false` (the text is silent: saying so and refusing are
both right); `turns` for conversations, each with the same fields. Unknown fields are left alone.
"""

import hashlib
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from corpus.errors import BadRequest

GOLD = Path(__file__).parent / "gold"
Line = TypeVar("Line", bound=BaseModel)
Entry = str | tuple[str, ...]
"""Words, or several of which one is enough."""


class Part(StrEnum):
    """Which part of the gold an item belongs to: developed on, or only ever measured."""

    DEVELOP = "develop"
    TEST = "test"


class GoldQuestion(BaseModel, frozen=True):
    """What is asked once and what a right answer must and must not say."""

    question: str
    docs: tuple[str, ...] = ()
    answer: str = ""
    must_include: tuple[Entry, ...] = ()
    must_not_include: tuple[str, ...] = ()
    items: tuple[Entry, ...] = ()
    units: tuple[Entry, ...] = ()
    sides: tuple[str, ...] = ()
    evidence: tuple[Entry, ...] = ()
    answerable: bool = True
    expect_refusal: bool = False


class GoldItem(GoldQuestion):
    """A question, or a conversation of several (`turns`), with its kind."""

    id: str
    type: str
    paraphrase: bool = False
    noisy: bool = False
    paired: bool = False
    turns: tuple[GoldQuestion, ...] = ()

    @property
    def questions(self) -> tuple[GoldQuestion, ...]:
        """What is asked, in order: the turns, or the one question."""
        return self.turns or (self,)


def read_gold(path: Path) -> list[GoldItem]:
    """The items of a gold file; raises BadRequest naming the line that is not in the format, or an id that is twice."""
    items: dict[str, GoldItem] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            item = GoldItem.model_validate_json(line)
        except ValidationError as error:
            raise BadRequest(f"{path.name} 第{number}行不合题集格式：{error.errors()[0]['msg']}。") from error
        if item.id in items:
            raise BadRequest(f"{path.name} 第{number}行的编号“{item.id}”重复。")
        items[item.id] = item
    return list(items.values())


def read_lines(path: Path, kind: type[Line]) -> list[Line]:
    """The lines of any other file of the gold; raises BadRequest naming the line that is not in its format."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            found.append(kind.model_validate_json(line))
        except ValidationError as error:
            raise BadRequest(f"{path.name} 第{number}行不合格式。") from error
    return found


def alternatives(entry: Entry) -> tuple[str, ...]:
    """The words of which one is enough.

    >>> alternatives("18幢"), alternatives(("18幢", "18栋"))
    (('18幢',), ('18幢', '18栋'))
    """
    return (entry,) if isinstance(entry, str) else entry


def questions_of(item: GoldItem) -> tuple[GoldItem, ...]:
    """What is asked, in order, each as an item of its own with the documents of the whole.

    >>> turns = (GoldQuestion(question="几幢？"), GoldQuestion(question="哪年？"))
    >>> [one.id for one in questions_of(GoldItem(id="m", type="multi_turn", question="", docs=("x",), turns=turns))]
    ['m.1', 'm.2']
    """
    whole = {"type": item.type, "docs": item.docs}
    return tuple(
        GoldItem.model_validate({**turn.model_dump(), **whole, "id": f"{item.id}.{number}"})
        for number, turn in enumerate(item.turns, 1)
    ) or (item,)


def part_of(item: GoldItem) -> Part:
    """A third of the items, fixed by the hash of the id, is kept for testing.

    >>> part_of(GoldItem(id="q001", type="fact", question="?"))
    <Part.DEVELOP: 'develop'>
    """
    return Part.TEST if int(hashlib.sha256(item.id.encode()).hexdigest(), 16) % 3 == 0 else Part.DEVELOP
