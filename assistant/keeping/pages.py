"""Lists that grow, a page at a time. A page begins behind a number that only counts up, so that none is lost."""

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from corpus.errors import BadRequest

T = TypeVar("T")

BEGINNING = 2**62
"""Greater than every number counted: the latest come first."""
_LONGEST = 18


class Page(BaseModel, Generic[T]):
    """Some items of a list, the latest first."""

    model_config = ConfigDict(
        use_attribute_docstrings=True,
        json_schema_extra={"description": "Some items of a list, the latest first."},  # a Page[X] has no docstring
    )

    items: list[T]
    """The items, the latest first."""
    next: str | None = None
    """What to ask for as `after` to get the following page; null at the end."""


def after_to_number(after: str | None) -> int:
    """The number that a page begins behind; raises BadRequest for what is no `next` of an earlier page."""
    if not after:
        return BEGINNING
    if not (after.isascii() and after.isdecimal() and len(after) <= _LONGEST):
        raise BadRequest("“after”不是上一页给出的 next。", "请原样传回上一页的 next，或不填而从头开始。")
    return int(after)


def rows_to_page(items: list[tuple[int, T]], limit: int) -> Page[T]:
    """The page of numbered items, of which one more than `limit` was looked for."""
    shown = items[:limit]
    return Page(items=[item for _, item in shown], next=str(shown[-1][0]) if len(items) > limit else None)
