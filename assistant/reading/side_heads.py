"""What names a side of a question that sets two beside each other: a place, a level of government (市里, 县级), a kind
of document (规划里, 台账上); and the documents that each means.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.reading.reading import Reading
from assistant.reading.spans import Kind, Span
from assistant.reading.vocabulary import vocabulary_of
from corpus.facts import Library

_LEVEL = re.compile(
    r"(?:^|(?<=[\s,，、。:：和与跟比同的在按]))[全本]?(?P<level>[省市县区])"
    r"(?![场民域区政委别下属间块道钱心值面城镇直中])(?:里面?|本?级|上)?(?:的(?=[^,，]))?"
)
_BEHIND = re.compile(r"(?:市?区|[这那]边|里)?(?:的(?=[^,，]))?")
"""What stands behind the name of a place and says nothing."""
_KIND = re.compile(
    r"意见|细则|办法|方案|规划|纲要|计划|措施|规定|条例|报告|要点|政策|通知|清单|台账|公告|公报|总结|预案|预算|问答"
)
"""What a document is called by."""
_LEAST = 2
"""Characters of the shortest name."""


@dataclass(frozen=True, slots=True)
class Head:
    """A stretch that names a side: a place, or a level of government with the documents of that level."""

    start: int
    end: int
    label: str
    documents: tuple[str, ...] = ()


def heads_of(reading: Reading, library: Library) -> list[Head]:
    """The places and levels that a question names, from left to right."""
    places = _outermost(span for kind in (Kind.DOCUMENT, Kind.AREA, Kind.PLACE) for span in reading.of(kind))
    text = reading.text
    found = [Head(span.start, _behind(text, span.end), text[span.start : span.end]) for span in places]
    found = [Head(one.start, one.end, _alike(one.label, found)) for one in found]
    for match in _LEVEL.finditer(text):
        if not any(one.start < match.end() and match.start() < one.end for one in found):
            others = {one.label for one in found}
            documents = _of_level(match["level"], others, library) or _of_level(match["level"], (), library)
            label = _level_label(match["level"], documents, library)
            found += [Head(match.start(), match.end(), label, documents)] if documents else []
    return sorted(found, key=lambda head: head.start)


def _alike(label: str, heads: Iterable[Head]) -> str:
    """The shortest name by which the question calls a place (沐溪区, 沐溪)."""
    return min((head.label for head in heads if label.startswith(head.label)), key=len, default=label)


def _outermost(spans: Iterable[Span]) -> list[Span]:
    """The longest of those that lie in each other, each stretch once."""
    every = [span for span in spans if span.value and span.end - span.start >= _LEAST]
    outer = [one for one in every if not any(one.is_part_of(other) for other in every)]
    return list({(one.start, one.end): one for one in outer}.values())


def _behind(text: str, end: int) -> int:
    match = _BEHIND.match(text, end)
    return match.end() if match else end


def _level_label(level: str, documents: Iterable[str], library: Library) -> str:
    """What a level is called: by its place, where its documents are of one."""
    places = {vocabulary_of(library).regions(one)[:1] for one in documents}
    return "".join(places.pop()) if len(places) == 1 and () not in places else f"{level}级"


def _of_level(level: str, others: Iterable[str], library: Library) -> tuple[str, ...]:
    """The documents of governments of a level, those of the other places named aside."""
    known = vocabulary_of(library)
    aside = set(others)
    return tuple(
        one
        for one, document in library.documents.items()
        if not aside & set(known.regions(one))
        and (
            any(form.endswith(level) for form in known.regions(one))
            or (not known.regions(one) and (document.metadata.issuer or "").startswith(level))
        )
    )


def places_of(library: Library) -> list[str]:
    """The places that documents of the library are of, by their full names."""
    known = vocabulary_of(library)
    named = (max(known.regions(one), key=len) for one in library.documents if known.regions(one))
    return list(dict.fromkeys(named))


def scope_of(said: str, library: Library) -> tuple[str, ...]:
    """The documents that a thing is looked for in: those of its level, those of the kind that it is called by; () where
    it tells neither.
    """
    level, kind = _LEVEL.search(said), _KIND.search(said)
    found = _of_level(level["level"], (), library) if level else tuple(library.documents)
    titles = {one: library.document(one).metadata.title for one in found}
    of_kind = tuple(one for one, title in titles.items() if kind and kind[0] in title)
    return of_kind or (found if level else ())
