"""Makes Asks of one reading: what all of them share, and what the asking words hint may be done with rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.reading.ask import Ask, Fold, Subject, Where
from assistant.reading.reading import Reading
from assistant.reading.senses import COURTESY
from assistant.reading.slots import Slots
from assistant.reading.spans import Span
from assistant.reading.vocabulary import vocabulary_of
from corpus.facts import Library

_FOLDS = {
    "total": Fold.SUM,
    "span": Fold.SUM,
    "average": Fold.AVERAGE,
    "share": Fold.SHARE,
    "difference": Fold.DIFFERENCE,
    "growth": Fold.DIFFERENCE,
    "doubled": Fold.DIFFERENCE,
    "ratio": Fold.RATIO,
    "order": Fold.ORDER,
    "most": Fold.EXTREME,
    "least": Fold.EXTREME,
    "nth": Fold.EXTREME,
}
ACROSS = ("compare", "each_place")
"""Senses that look at several documents side by side."""
COUNTED = frozenset({"ask_count", "total"})
RANKED = frozenset({"most", "least", "nth"})
OF_DOCUMENTS = ("documents", "which_document", "mentions", "each_place")
"""Senses that ask which documents say something."""
_QUIET = COURTESY | {"question", "bare", "filler", "command", "each", "total", "ask_count"}
_OF_GROWTH = frozenset({"rate"})
"""What a growth is measured in, whatever grows (增长百分之几)."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes Asks of one reading: what they share is said once."""

    reading: Reading
    slots: Slots

    @property
    def measures(self) -> frozenset[str]:
        """The families of units asked for."""
        return self.slots.measures - (_OF_GROWTH if "growth" in self.reading.heard else frozenset())

    def ask(self, subject: Subject, spent: Sequence[Span] = (), used: Iterable[str] = (), **where: object) -> Ask:
        """An Ask over the scope of the question, `spent` spans and words of `used` senses taken out of its words."""
        reading = self.reading
        base = Where(
            documents=reading.documents,
            named=reading.named,
            spared=reading.spared,
            places=reading.places,
            words=reading.words(spent, tuple(used)),
            quoted=self.slots.quoted,
        )
        return Ask(
            subject=subject,
            where=replace(base, **where),  # type: ignore[arg-type]
            measures=self.measures,
            claim="whether" in reading.heard,
            low="least" in reading.heard,
            rank=self.slots.rank,
            top=self.slots.top,
            by=self.slots.by,
            gist=reading.gist,
            heard=reading.heard,
            pieces=reading.pieces,
        )


def folds(heard: frozenset[str]) -> list[Fold]:
    """Showing, and what else the asking words hint at."""
    return list(dict.fromkeys([Fold.SHOW, *(fold for sense, fold in _FOLDS.items() if sense in heard)]))


def several(maker: Maker, library: Library) -> bool:
    """Whether several documents may be set side by side: where that is asked for, or several are named, not all those
    of one place by its name.
    """
    reading = maker.reading
    if len(reading.documents) < 2 or not reading.heard.isdisjoint(ACROSS):
        return len(reading.documents) > 1
    places = {vocabulary_of(library).regions(one)[:1] for one in reading.documents}
    return reading.named and (len(reading.called) > 1 or len(places) > 1 or () in places)


def only_of_documents(reading: Reading) -> bool:
    """Whether a question asks nothing but which documents speak of a thing (哪几份文件提到电梯, 哪些规划安排了评估), be
    it twice (几个材料提到, 分别是哪几个).
    """
    if "which_document" not in reading.heard or len(reading.documents) == 1:
        return False
    said = "mentions" in reading.heard  # then what else is heard may be what they speak of
    last = (one for one in reading.senses("which") if not reading.text[one.end :].strip(" ?？。"))
    told = [*reading.senses(*OF_DOCUMENTS), *last]
    asked = (one for one in reading.senses() if one.sense not in _QUIET and not (said and one.content))
    return all(any(one.meets(other) for other in told) for one in asked)
