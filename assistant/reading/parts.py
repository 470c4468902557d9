"""Several questions in one breath, taken apart. Each part is a reading of the same text with the rest of it blank."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from assistant.reading.leaning import Leaning, asking_stretches, slot_of, typed
from assistant.reading.normalising import Stretch, stretches
from assistant.reading.reading import Reading
from assistant.reading.spans import Kind
from assistant.reading.weaving import dropped, kept, named_documents, overlaid, within
from corpus.facts import Library

_MARK = re.compile(r"[,，;；。?？!！、]+|$")
_AGAIN = re.compile(r"[^\W\d_]{2}呢[?？。]*$")
"""A clause that asks the same of another (相城区呢)."""
_MOST = 4
_TAGS = frozenset({"how_much", "what", "whether", "each", "title"})
"""Senses that alone ask nothing new: 哪个镇最多，是多少."""
_COUNTS = frozenset({"ask_count", "total"})
"""Senses that ask nothing new behind a list: 有哪些，一共几个."""
_NAMES = frozenset({"which", "each", "what", "meaning", "title"})
"""Senses that ask nothing new behind a count, since a list tells both: 有几个，分别是啥."""
_COLUMNS = frozenset({"each", "which", "who", "lead", "take_part", "responsible", "when", "deadline", "what"})
"""Senses that ask nothing new behind a list of tasks, each of which has them: 有哪些，分别谁牵头."""
_BY_COLUMN = frozenset({"due", "overdue", "ongoing", "undated", "alike_due"})
_AMOUNTS = frozenset({"how_much", "ask_count", "total", "money"})


@dataclass(frozen=True, slots=True)
class Part:
    """One of several questions. `reading` has what it leaves to those before; `own` is what it says itself."""

    reading: Reading
    own: Reading


def parts_of(reading: Reading, library: Library) -> tuple[Part, ...]:
    """The questions that a reading asks, in their order; none where it asks one."""
    stretches = _grouped(reading, library)
    if not 1 < len(stretches) <= _MOST:
        return ()
    found: list[Part] = []
    for stretch in stretches:
        part = kept(reading, [stretch])
        found.append(_completed(part, found[-1].reading if found else None, reading, library))
    return tuple(found)


def _grouped(reading: Reading, library: Library) -> list[Stretch]:
    """The stretches that each ask something of their own; a clause that asks nothing stays with what follows it."""
    found: list[Stretch] = []
    waiting = 0
    for start, end in _clauses(reading.text):
        clause = Leaning(kept(reading, [(start, end)]), library)
        asks = clause.asks and clause.questions
        if not asks and not (found and (clause.labels or _AGAIN.search(reading.text[start:end]))):
            continue
        if found and waiting == start and _adds_nothing(Leaning(kept(reading, [found[-1]]), library), clause):
            found[-1] = (found[-1][0], end)
        else:
            found.append((waiting, end))
        waiting = end
    if found:
        found[-1] = (found[-1][0], len(reading.text))
    return found


def _clauses(text: str) -> Iterator[Stretch]:
    start = 0
    for match in _MARK.finditer(text):
        if match.end() > start:
            yield start, match.end()
        start = match.end()


def _adds_nothing(before: Leaning, clause: Leaning) -> bool:
    """Whether a clause asks for what the clause before has asked for already: 哪个镇最多，是多少."""
    if clause.has_subject or clause.slots or clause.points or "column" in clause.reading.heard:
        return False
    if _COLUMNS & clause.asked and clause.asked <= _COLUMNS and _tells_rows(before, clause):
        return True
    tags = _TAGS | (_COUNTS if "which" in before.asked else frozenset[str]())
    return clause.asked <= tags | (_NAMES if "ask_count" in before.asked else frozenset[str]())


def _tells_rows(before: Leaning, clause: Leaning) -> bool:
    """Whether a clause asks for tasks by what their columns hold, a unit or when they are due, or for several of which
    it or the clause behind it wants each told.
    """
    heard = before.reading.heard
    several = "each" in before.asked or "each" in clause.asked
    told = several or Kind.UNIT in before.slots or bool(_BY_COLUMN & heard)
    return told and "tasks" in heard and bool({"which", "ask_count"} & before.asked)


def _completed(part: Reading, before: Reading | None, whole: Reading, library: Library) -> Part:
    """A part with its scope and what it leaves to the part before."""
    scope = before or whole
    named = [one for one in whole.documents if one in named_documents(part)]
    unknown = tuple(one for one in part.unknown_places if one in part.text)
    scoped = replace(part, documents=scope.documents, named=scope.named, unknown_places=unknown)
    scoped = within(scoped, named) if named else scoped
    own = replace(scoped, told=bool(named))
    if before is None:
        return Part(scoped, own)
    lean = Leaning(part, library)
    gone = {*lean.slots, *([Kind.AREA, Kind.UNIT] if set(scoped.documents) != set(before.documents) else [])}
    if not lean.has_subject or lean.points:
        return Part(overlaid(_subject(before, gone), scoped), own)
    where = [span for span in typed(before, Kind.AREA, Kind.YEAR) if slot_of(span) not in gone]
    alike = where if _AMOUNTS & part.heard and _AMOUNTS & before.heard else []
    return Part(overlaid(kept(before, stretches(alike)), scoped), own)


def _subject(before: Reading, gone: Collection[Kind]) -> Reading:
    """What a part is about: all that it asks, its slots of some kinds and the marks between its clauses left out."""
    marks = [match.span() for match in _MARK.finditer(before.text)]
    slots = stretches(span for span in typed(before) if slot_of(span) in gone)
    return dropped(before, [*slots, *marks, *asking_stretches(before)])
