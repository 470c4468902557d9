"""An enumeration: what announces it and its items, wherever it stands. Knows no policy words."""

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.facts import Evidence
from corpus.place import Place

_CN = "[一二三四五六七八九十]{1,3}"
RUNNING_NUMBER = (
    rf"[（(](?P<bracketed>{_CN})[)）]|[（(](?P<figure>\d{{1,2}})[)）]|(?P<dotted>\d{{1,2}})[.．、](?!\d)"
    rf"|(?P<halved>\d{{1,2}})[)）]|(?P<being>{_CN})是[，,：:]?|第(?P<nth>{_CN})[，,：:]|(?P<circled>[①-⑳])"
    r"|(?P<said>首先|其次|再次|最后)[，,：:]"
)
"""What an item begins with within a line; its groups are styles of numbers, …"""
LINE_NUMBER = re.compile(rf"{RUNNING_NUMBER}|(?P<spelled>{_CN})、|(?P<dash>[—-]{{2}}|[—●■◆▪•·])")
"""… and at the beginning of one."""
_OPEN = re.compile(r"[\w）)”》〕】]$")


class Form(StrEnum):
    """How items are told apart."""

    NUMBERED = "numbered"
    SPOKEN = "spoken"
    """By counting in words (一是, 首先): items name first what they tell then."""
    PARTED = "parted"
    """By semicolons in one sentence."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item in the document's own words, number and all, a piece for each block it reaches over."""

    pieces: tuple[Evidence, ...]
    title: str = ""
    """That of the heading that it is; empty where it is none."""

    @property
    def printed(self) -> str:
        """All its words, a stop behind each piece that ends without one."""
        return "".join(f"{one.quote}。" if _OPEN.search(one.quote) else one.quote for one in self.pieces)

    @property
    def text(self) -> str:
        """The same without its number."""
        return without_number(self.printed)


@dataclass(frozen=True, slots=True)
class Enumeration:
    """What counts up its items, two at least."""

    head: str
    """The words that announce it, without a number: the sentence or heading right before it; empty for none."""
    announced: tuple[Evidence, ...]
    """The same as printed."""
    items: tuple[Item, ...]
    is_headed: bool
    """Whether a heading announces it, and no words below that."""
    form: Form
    is_within: bool
    """Whether it stands within an item of another one."""

    @property
    def place(self) -> Place:
        """Where its first item begins."""
        return self.items[0].pieces[0].place


def without_number(words: str) -> str:
    """The words of an item behind its number."""
    found = LINE_NUMBER.match(words.lstrip())
    return words.lstrip()[found.end() :].lstrip() if found else words
