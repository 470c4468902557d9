"""Extracting block by block, so that what fails on one costs that block and is told, never the file."""

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from corpus.document import Block, Heading, Paragraph
from corpus.extraction.outline import Section
from corpus.facts import Evidence, Finding, FindingKind
from corpus.table import Table

Item = TypeVar("Item")
Result = TypeVar("Result")
_SHOWN = 60
_log = logging.getLogger(__name__)


class Each(Protocol):
    """How work is done on many items, one after the other."""

    def __call__(self, work: Callable[[Item], Iterable[Result]], items: Iterable[Item]) -> Iterator[Result]:
        """The results of `work` on each of the items, in order."""
        ...


def unguarded(work: Callable[[Item], Iterable[Result]], items: Iterable[Item]) -> Iterator[Result]:
    """The results of `work` on each of the items; what fails, fails."""
    for item in items:
        yield from work(item)


class Guard:
    """Does work on many items and remembers which of them it failed on."""

    def __init__(self) -> None:
        self.failures: list[Finding] = []

    def each(self, work: Callable[[Item], Iterable[Result]], items: Iterable[Item]) -> Iterator[Result]:
        """The results of `work` on each of the items; an item it fails on has none and is reported."""
        for item in items:
            yield from self.run(lambda item=item: list(work(item)), item)  # type: ignore[misc]

    def run(self, work: Callable[[], list[Result]], item: object = None) -> list[Result]:
        """What `work` yields; nothing where it fails, which is reported with the words of the item."""
        try:
            return work()
        except Exception as error:  # noqa: BLE001  whatever is wrong with a block, the rest of the file can be read
            _log.warning("extraction failed on a block: %r", error, exc_info=True)
            self.failures.append(_failure(item))
            return []


def _failure(item: object) -> Finding:
    blocks = _blocks(item)
    words = next((text for block in blocks if (text := _words(block))), "")
    message = f"“{words}”一处未能处理，其中的任务、指标请人工核对。" if words else "有一项核对未能完成，请人工核对。"
    evidence = tuple(Evidence(quote=_words(block), place=block.place) for block in blocks[:1] if _words(block))
    return Finding(kind=FindingKind.UNREAD, message=message, evidence=evidence)


def _blocks(item: object) -> tuple[Block, ...]:
    if isinstance(item, Section):
        return (*item.paragraphs, *item.headings[-1:])
    return (item,) if isinstance(item, Heading | Paragraph | Table) else ()


def _words(block: Block) -> str:
    text = (block.caption or block.header_quote) if isinstance(block, Table) else block.text
    return text[:_SHOWN]
