"""What a question says of its own and what it leaves to the question before: the measure of parts and of turns."""

import re
from dataclasses import dataclass
from functools import cached_property

from assistant.reading.normalising import stretches
from assistant.reading.reading import Reading
from assistant.reading.slots import whole_spans
from assistant.reading.spans import Kind, Span
from assistant.reading.stepping import is_near, steps_years
from assistant.reading.weaving import kept
from assistant.reading.words import rarity_of, terms_of
from corpus.facts import Library
from corpus.folding.numerals import numeral_to_int
from corpus.folding.units import UNIT

_LABELS = frozenset(
    {"lead", "take_part", "responsible", "deadline", "attachments", "interpreter", "share", "compare", "money"}
    | {"doc_number", "issuer", "written_on", "copied_to", "addressee", "period", "title", "effective"}
    | {"outline", "summary"}
)
"""Senses that ask by naming what is wanted (牵头单位呢)."""
_STRONG = frozenset(
    {"who", "when", "how_often", "how_long", "how_much", "which", "each", "what", "meaning", "why", "how", "where"}
    | {"whether", "either", "most", "least", "nth", "total", "average", "difference", "ratio", "order"}
    | {"average_year", "group", "ask_count", "number"}
)
ASKING = _LABELS | _STRONG
"""Senses that ask something. The words of others (goal, record, tasks) are as often what a question is about."""

_SEVERAL = re.compile(
    r"它们|它俩|他们|她们|[这那](?:几|两|些|三|四|五)|[俩仨]|[两二]者|分别|各"
    r"|[两三四五六七八九](?:个|家|项|地|镇|区)(?:的)?(?=加|合|总|一共|总共|占|平均|相差|差)"
)
COUNTED = re.compile(
    r"(?<![第十\d几哪一])(?P<number>[两二俩三四五])(?:个|家|幢|栋|样|类|项|条|者|地|边|种|座|处|笔|档|份|块|组|头|次|市|区|镇|年)(?!工程|任务)|[俩仨]"
)
"""How many things are meant (两个门槛差多少)."""
_PLACES = re.compile(r"[两二三四五](?:地|市|区|镇|县|城|座?城市)")
_UNIT = re.compile(rf"{UNIT}|[微毫]克")
_HOW_MANY = re.compile(r"(?:多少|几)个?$")
_FROM_NOW = re.compile(r"[今去明前上本]年")
_OF_WHOLE = frozenset({"number", "nth", "share"})
_USED = _LABELS | {"goal", "column", "tasks"}

CARRIED = (Kind.AREA, Kind.PLACE, Kind.YEAR, Kind.UNIT, Kind.ORDINAL, Kind.AMOUNT)
"""Kinds of spans that a later question may take over or change."""


def slot_of(span: Span) -> Kind:
    """The kind of slot that a span fills; days and years fill one."""
    return Kind.YEAR if span.kind is Kind.DAY else span.kind


def slots_of(reading: Reading) -> frozenset[Kind]:
    """The kinds of slots that a reading fills, years also by how many they are (三年合计) or a step (后两年); a whole
    that something is a part of (在全市排第几) fills none.
    """
    spans = reading.spans if _OF_WHOLE & reading.heard else typed(reading)
    years = {Kind.YEAR} if "span" in reading.heard and "both" not in reading.heard else set[Kind]()
    years |= {Kind.YEAR} if steps_years(reading) or is_near(reading) else set()
    return frozenset({slot_of(span) for span in typed(reading) if span in spans} | years)


def typed(reading: Reading, *kinds: Kind) -> list[Span]:
    """The spans that fill slots, of the given kinds; numbers that only count (两家) fill none."""
    spans = [*reading.spans, *whole_spans(reading)]
    return [span for span in spans if slot_of(span) in (kinds or CARRIED) and not getattr(span.value, "spelled", False)]


def subject_words(reading: Reading) -> str:
    """What a reading is about: its words without names, numbers, units, years counted from now and all that asks."""
    left = reading.left(typed(reading), _USED)
    words = (one for one in re.finditer(r"\S+", left) if not (_UNIT.fullmatch(one[0]) and _counts(reading, one)))
    return " ".join(_FROM_NOW.sub(" ", " ".join(one[0] for one in words)).split())


def _counts(reading: Reading, unit: re.Match[str]) -> bool:
    """Whether a unit stands behind what asks how many there are of it."""
    return _HOW_MANY.search(reading.text, 0, unit.start()) is not None


def subject_stretches(reading: Reading) -> list[tuple[int, int]]:
    """Where the words of its subject stand."""
    return [match.span() for match in re.finditer(r"[^\W_]+", reading.left(typed(reading), _USED))]


def asking_stretches(reading: Reading) -> list[tuple[int, int]]:
    """Where a reading asks; 总 of 总量 asks as little as it names what is wanted."""
    heard = [one for one in reading.senses() if one.sense in ASKING]
    return stretches(one for one in heard if not one.content or one.sense in _LABELS)


@dataclass(frozen=True)
class Leaning:
    """A reading, seen as something that may go on from another."""

    reading: Reading
    library: Library

    @cached_property
    def asks(self) -> bool:
        """Whether it surely asks something of its own."""
        return bool(_STRONG & self.reading.heard)

    @cached_property
    def labels(self) -> bool:
        """Whether it does no more than name what is wanted (完成时限呢)."""
        return bool(_LABELS & self.reading.heard) and not self.has_subject

    @cached_property
    def asked(self) -> frozenset[str]:
        """The senses that ask, but for those that lie inside of another (管 in 管到哪年)."""
        heard = [one for one in self.reading.senses() if one.sense in ASKING]
        return frozenset(one.sense for one in heard if not any(one.is_part_of(other) for other in heard))

    @cached_property
    def has_words(self) -> bool:
        """Whether it has words of its own at all."""
        return bool(terms_of(subject_words(self.reading), self.library).items)

    @cached_property
    def has_subject(self) -> bool:
        """Whether it says what it is about: a lone word behind 谁 is what somebody does (由谁投资), and where a clause
        begins with what it does (要对接哪座城市) its subject is left out, but for what is counted (要建几个站点).
        """
        heard = self.reading.heard
        if "bare" in heard and "how_much" not in heard:
            return False
        asked = [one.start for one in self.reading.senses("who", "how", "where", "when", "why")]
        before = kept(self.reading, [(0, min(asked))]) if asked else self.reading
        return bool(self._known(before)) or self._known(self.reading) > bool(asked)

    @cached_property
    def questions(self) -> bool:
        """Whether it holds a word that makes a question."""
        return "question" in self.reading.heard

    def _known(self, reading: Reading) -> int:
        """How many things it names that the documents speak of."""
        counts = rarity_of(self.library).counts
        terms = terms_of(subject_words(reading), self.library).items
        return sum(any(form in counts for form in term.forms) for term in terms)

    @cached_property
    def points(self) -> bool:
        """Whether it points at something said before."""
        return bool({"points", "both", "step"} & self.reading.heard)

    @cached_property
    def names_item(self) -> bool:
        """Whether it names an item by words of its own (自己拿地盖楼那条谁牵头)."""
        return "apposed" in self.reading.heard and self.has_words and not self.points

    @cached_property
    def points_at_several(self) -> bool:
        """Whether it points at more than one thing (这俩, 这些, 两家合计)."""
        return "both" in self.reading.heard or bool(_SEVERAL.search(self.reading.text))

    @cached_property
    def counted(self) -> int:
        """How many things it says that it means; 0 where it does not."""
        match = COUNTED.search(self.reading.text)
        if match is None:
            return 0
        spelled = match["number"] or match[0]
        return 2 if spelled in "两俩" else 3 if spelled == "仨" else numeral_to_int(spelled) or 0

    @cached_property
    def counts_places(self) -> bool:
        """Whether it says of how many places it speaks (两地总数差多少)."""
        return bool(_PLACES.search(self.reading.text))

    @cached_property
    def slots(self) -> frozenset[Kind]:
        """The kinds of slots that it fills."""
        return slots_of(self.reading)
