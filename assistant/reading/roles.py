"""The roles of units in a question about tasks: in which role a unit is meant, which roles are asked for."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from assistant.reading.ask import Condition
from assistant.reading.reading import Reading
from assistant.reading.spans import Heard, Span
from corpus.folding.numerals import numeral_to_int
from corpus.target import Bound
from corpus.task import Role

_HEADS = re.compile(
    r"(?<![这那哪])([两二三四五六七八九2-9])[个家](以上)?(?:(?=牵头)|(?:部门|单位|委办局|机构)的?"
    r"(?=[^，,。；;？?]{0,4}(?:牵头|负责|承担|主抓|领衔)))"
)
_ONLY_TAKES_PART = re.compile(
    r"(?<!既)(?:不|非|不是|不当|不做)(?:牵头|主抓|领衔|打头|领头|带头)|只(?:是|当|做|作为|列为?)?(?:责任|配合|参与)"
)
_ROLE_ASKED = re.compile(r"(?:单位|部门)(?:$|[是有，,。；;？?、和及]|分别|各|都|呢)")
"""The name of a role that nothing but the end of the question or what asks for it follows."""
_BESIDES = re.compile(r"除|外|扣|刨|剔|去掉|缺|空")
_NEAR, _NEAR_BEHIND = 2, 4
"""So few characters stand between a unit and what says that it is missing."""


def role_of(reading: Reading, asked: frozenset[str]) -> Role:
    """The role in which a unit is meant; `asked` are the columns asked for."""
    heard = reading.heard - asked
    if _ONLY_TAKES_PART.search(reading.text):
        return Role.RESPONSIBLE
    if "guide" in heard:
        return Role.ANY
    if "lead" in heard and "take_part" not in heard:
        return Role.LEAD
    return Role.RESPONSIBLE if "take_part" in heard and "lead" not in heard else Role.ANY


def heads_counted(text: str) -> tuple[Condition, ...]:
    """How many units there are in the rows meant (两个部门一起牵头的)."""
    found = _HEADS.search(text)
    number = numeral_to_int(found[1]) if found else None
    bound = Bound.GE if found and found[2] else Bound.EQ
    return (Condition(bound, Decimal(number), "家"),) if number else ()


def columns_asked(reading: Reading) -> frozenset[str]:
    """The senses of the columns of tasks that are asked for: a role beside 谁 or by its mere name, and the deadline but
    where a day stands before it (年底前完成).
    """
    roles = _apart(reading.senses("lead", "take_part", "responsible"), reading.senses("none"))
    who = [one.end for one in reading.senses("who")]
    claims = "whether" in reading.heard  # 牵头单位是区商务委吧 says in which role, and asks for none
    named = {one.sense for one in roles if not claims and _ROLE_ASKED.search(reading.text[one.start : one.end + 2])}
    beside = {one.sense for one in roles if any(0 <= one.start - end < _NEAR for end in who)}
    dated = _apart(reading.senses("deadline"), reading.senses("due")) or "when" in reading.heard
    return frozenset(named | beside | ({"deadline"} if dated else set()))


def asks_which(reading: Reading) -> bool:
    """Whether it is asked which things, and not only which units (哪些部门)."""
    who, which = reading.senses("who"), reading.senses("which")
    return any(not any(other.start <= one.start and one.end <= other.end for other in who) for one in which)


def lacks_units(reading: Reading, units: Mapping[str, Sequence[Span]]) -> bool:
    """Whether a word for what is missing stands right before a unit (没有市教育局) or shortly behind it (不沾边)."""
    places = [span for spans in units.values() for span in spans]
    absent = [one for one in reading.senses("none") if not _BESIDES.search(reading.text[one.start : one.end])]
    return any(_beside(one, span) for one in absent for span in places)


def _beside(absent: Heard, unit: Span) -> bool:
    return 0 <= unit.start - absent.end < _NEAR or 0 <= absent.start - unit.end < _NEAR_BEHIND


def _apart(each: Sequence[Heard], others: Sequence[Heard]) -> list[Heard]:
    """Those that neither meet nor touch any of the others."""
    return [one for one in each if not any(one.start <= other.end and other.start <= one.end for other in others)]
