"""A whole and a part of it in one passage (265幢，其中市本级157幢): the share of the part, and what else is left; how
much a part is of which only the share is told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.calculating import alike, exact_amounts, printed, quotient, rest
from corpus.folding.amounts import Amount
from corpus.folding.numerals import number_text
from corpus.folding.units import base_unit, unit_family
from corpus.quoting import bigrams
from corpus.target import Bound, Quantity

__all__ = ["common_end", "portions", "rests", "shares"]

_PART = re.compile(r"[（(]其中[:：，,]?(?P<within>[^（()）]{1,60})[)）]|其中[:：，,]?(?P<behind>[^。；;]{1,200})")
_YEAR = re.compile(r"(?:19|20)\d\d年")
_SENTENCE = re.compile(r"[。；;]")
_OF_WHOLE = re.compile(r"(?:的?(?:占比|比例|比重|占))?(?:达到?|为|是)?$")
_BOUNDS = {Bound.GE: "至少", Bound.GT: "超过", Bound.LE: "至多", Bound.LT: "不到", Bound.APPROX: "约"}
_NAME = re.compile(r"[\u4e00-\u9fff]{1,8}")
_AT_BRACKET = 2
"""Characters between a whole and the bracket that tells its part."""
_LABEL = 8
_ALIKE = 2
"""So many characters before both amounts must be the same, where several may be meant."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A quantity and the part of it that belongs to `owner`, and what both are called."""

    whole: Quantity
    part: Quantity
    owner: str
    label: str

    @property
    def owners(self) -> set[str]:
        """What tells the owner from what both are called."""
        return bigrams(self.owner) - bigrams(self.label)


def shares(text: str, passage: str, words: str, measures: frozenset[str]) -> list[str]:
    """The share of the part named in its whole: 占67.1%（9565个÷14252个≈67.1%）."""
    return [
        f"占{quotient(one.part.in_base, one.whole.in_base, printed(one.part), printed(one.whole))}"
        for one in _meant(text, passage, words, measures, 0)
    ]


def rests(text: str, passage: str, words: str, measures: frozenset[str]) -> list[str]:
    """What is left of the whole without the part named: 其余108幢（265幢-157幢=108幢）."""
    told = [rest(one.whole, one.part) for one in _meant(text, passage, words, measures, 1)]
    return told or list(_remaining(text))


def _remaining(text: str) -> Iterator[str]:
    """What is left of a whole that the same is done with year by year: 41处，2024年销号15处，2025年销号18处."""
    for sentence in _SENTENCE.split(text):
        found = _plain(sentence)
        if not found:
            continue
        whole, steps = found[0], found[1:]
        done = [one for one in steps if alike(one, whole) and _YEAR.search(_own_words(sentence, steps, one))]
        verbs = {sentence[max(0, one.start - _ALIKE) : one.start] for one in done}
        left = whole.quantity.value - sum(one.quantity.value for one in done)
        if len(done) > 1 and len(verbs) == 1 and left > 0:
            told = f"{number_text(left)}{whole.quantity.unit}"
            yield f"还剩{told}（{'-'.join(printed(one.quantity) for one in (whole, *done))}={told}）"


def portions(text: str, words: str, measures: frozenset[str]) -> list[str]:
    """How much the part named is of which the share alone is told: 社会资本至少55亿元（220亿元×25%=55亿元）."""
    return [
        said
        for match in _PART.finditer(text)
        if (whole := _only_whole(_SENTENCE.split(text[: match.start()])[-1], measures))
        if (said := _portion(whole, match["within"] or match["behind"], bigrams(words)))
    ]


def _only_whole(text: str, measures: frozenset[str]) -> Quantity | None:
    """The only amount of a text of the measure asked for, where any is; several may each be the whole."""
    wholes = [one.quantity for one in _plain(text)]
    wholes = [one for one in wholes if unit_family(one.unit) in measures] if measures else wholes
    return wholes[0] if len(wholes) == 1 else None


def _portion(whole: Quantity, text: str, asked: set[str]) -> str:
    """The share of a whole that a text begins with, where it is that of what is asked for."""
    found = exact_amounts(text, spelled=False)
    named = _OF_WHOLE.sub("", text[: found[0].start]) if found else ""
    if not bigrams(named) & asked or found[0].quantity.unit != "%":
        return ""
    rate = found[0].quantity
    told = f"{number_text(whole.value * rate.value / 100)}{whole.unit}"
    return f"{named}{_BOUNDS.get(rate.bound, '')}{told}（{printed(whole)}×{printed(rate)}={told}）"


def _meant(text: str, passage: str, words: str, measures: frozenset[str], least: int) -> list[_Part]:
    """The parts whose owner the question names: of the measure asked for, and of what is called most as in the question
    among all that the passage tells of that measure, by `least` pairs of characters.
    """
    asked = bigrams(words)
    named = [one for one in _parts(text) if one.owners & asked and one.whole.in_base >= one.part.in_base > 0]
    if own := measures - {"rate"}:
        named = [one for one in named if unit_family(one.whole.unit) in own]
    rivals = [(_label(passage, one), one.quantity) for one in _plain(passage)]
    held = [len(bigrams(one.label) & (asked - one.owners)) for one in named]
    best = [_best_of_unit(one, named, held) if least else max(held) for one in named]
    return [
        one
        for one, count, most in zip(named, held, best, strict=True)
        if least <= count == most and count >= _most_held(one, rivals, asked - one.owners)
    ]


def _best_of_unit(part: _Part, named: Sequence[_Part], held: Sequence[int]) -> int:
    """The most that is held of what is measured alike: 其余 may be told of numbers and of areas."""
    unit = base_unit(part.whole.unit)
    return max(count for one, count in zip(named, held, strict=True) if base_unit(one.whole.unit) == unit)


def _most_held(part: _Part, rivals: Sequence[tuple[str, Quantity]], asked: set[str]) -> int:
    unit = base_unit(part.whole.unit)
    return max((len(bigrams(label) & asked) for label, one in rivals if base_unit(one.unit) == unit), default=0)


def _parts(text: str) -> Iterator[_Part]:
    """Every part with its whole; a whole that only bounds is none."""
    before = 0
    for match in _PART.finditer(text):
        start, stop = match.span("within" if match["within"] else "behind")
        head, tail = text[before : match.start()], text[start:stop]
        wholes, parts = _plain(head), _plain(tail)
        if match["within"]:
            near = [one for one in wholes[-1:] if len(head) - one.end <= _AT_BRACKET]
            own = [(one, parts[0]) for one in near if parts and alike(one, parts[0])]
        else:
            own, before = list(_matched(head, wholes, tail, parts)), stop
        for whole, part in own:
            several = sum(other is whole for other, _ in own) > 1
            told = _own_words(tail, parts, part) if several else tail[: parts[0].start]
            yield _Part(whole.quantity, part.quantity, told.strip("，,、:："), _label(head, whole))


def _own_words(text: str, amounts: Sequence[Amount], one: Amount) -> str:
    """What stands between an amount and the one before it."""
    return text[max((other.end for other in amounts if other.end <= one.start), default=0) : one.start]


def _label(text: str, one: Amount) -> str:
    """What is counted or measured: the words before an amount and the name behind it."""
    name = _NAME.match(text, one.end)
    return text[max(0, one.start - _LABEL) : one.start] + (name[0] if name else "")


def _matched(
    before: str, wholes: Sequence[Amount], behind: str, parts: Sequence[Amount]
) -> Iterator[tuple[Amount, Amount]]:
    """Each part with the whole that bears its name; the first part with the last whole where these are of one unit, and
    the others that are together no more than that.
    """
    for at, part in enumerate(parts):
        same = [one for one in wholes if alike(one, part)]
        common = [common_end(before[: one.start], behind[: part.start]) for one in same]
        together = sum(one.quantity.in_base for one in parts if alike(one, part))
        if same and max(common) >= _ALIKE:
            yield max(zip(common, same, strict=True), key=lambda one: (one[0], one[1].start))[1], part
        elif same and same[-1] is wholes[-1] and (at == 0 or together <= same[-1].quantity.in_base):
            yield same[-1], part


def common_end(one: str, other: str) -> int:
    """How many characters two texts end with alike."""
    count = 0
    for left, right in zip(reversed(one), reversed(other), strict=False):
        if left != right:
            break
        count += 1
    return count


def _plain(text: str) -> list[Amount]:
    """Exact amounts that are no rates, of which nothing is a part."""
    found = exact_amounts(text, spelled=False)
    return [one for one in found if one.quantity.bound is Bound.EQ and unit_family(one.quantity.unit) != "rate"]
