"""Whether what is cited bears on the places, the years and the amounts that a question names. Decides nothing."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from assistant.candidate import Candidate
from assistant.dating import years_asked, years_spoken_of
from assistant.reading.ask import Ask
from assistant.reading.words import fold
from corpus.facts import Evidence, Library
from corpus.regions import short_name

MOST_CITED = 12
"""So many citations of a candidate are looked at."""
_UNIT = re.compile(r"[（(]([^（）()：:\d]{1,8})[）)]|单位[:：]\s?([^\s：:填制]{1,8})")
"""How a unit is printed over figures."""
_COUNTED = frozenset({"", "项", "条", "个", "份", "期", "级", "类", "号", "家", "件"})
"""Units of amounts that count rows or are part of a name."""


def bearing(candidate: Candidate, library: Library) -> dict[str, float]:
    """Of the places, years and amounts that a question names, what a candidate passes by.

    elsewhere  no document cited speaks of any of the places
    unplaced   the share of the places that neither the answer nor its citations and their surroundings say
    elsewhen   no document cited speaks of any of the years
    undated    the share of the years that neither the answer nor its citations and their surroundings say
    dated      the share of what is cited that speaks of one of the years, 去年 and the like among them, …
    misdated   … and that speaks of others alone
    unused     the share of the amounts measured that the answer does not say
    """
    where, cited = candidate.ask.where, candidate.evidence[:MOST_CITED]
    documents = {item.place.document_id for item in cited}
    said = fold(candidate.outcome.text)
    places = [fold(short_name(place)) for place in where.places]
    years = [*map(str, where.years)]
    around = said + _around(cited) if places or years else ""
    amounts = [one.number for one in where.amounts if one.unit not in _COUNTED]
    return {
        "elsewhere": float(_is_passed_by(places, documents, library)),
        "unplaced": _missing(places, around) if cited else 0.0,
        "elsewhen": float(_is_passed_by(years, documents, library)),
        "undated": _missing(years, around) if cited else 0.0,
        **_dated(candidate.ask, cited, library),
        "unused": _missing(amounts, said),
    }


def _dated(ask: Ask, cited: Sequence[Evidence], library: Library) -> dict[str, float]:
    asked = years_asked(ask, {item.place.document_id for item in cited}, library)
    both = [(asked[item.place.document_id], years_spoken_of(item, library)) for item in cited] if asked else []
    held = [bool(own & told) for own, told in both if own]
    other = [bool(told) and not own & told for own, told in both if own]
    return {"dated": _share(held), "misdated": _share(other)}


def units_over(cited: Iterable[Evidence]) -> str:
    """The units that captions and columns print over the figures cited, each as of a figure: 表1外贸（亿元）."""
    heads = (f"{item.place.table or ''} {item.place.column or ''}" for item in cited)
    found = (match[1] or match[2] for head in heads for match in _UNIT.finditer(head))
    return "".join(f"，0{unit}" for units in dict.fromkeys(found) for unit in re.split(r"[、，,/]", units))


def _around(cited: Iterable[Evidence]) -> str:
    """What is cited, with the headings, the table and the column it stands under."""
    return fold(
        " ".join(
            text
            for item in cited
            for text in (
                item.quote,
                item.place.document_name,
                *item.place.path,
                item.place.table or "",
                item.place.column or "",
            )
        )
    )


def _is_passed_by(names: Collection[str], documents: Iterable[str], library: Library) -> bool:
    """Whether documents are cited, and none of them speaks of any of the names."""
    texts = [_text_of(one, library) for one in documents]
    return bool(names) and bool(texts) and not any(name in text for name in names for text in texts)


def _share(each: Sequence[bool]) -> float:
    return sum(each) / max(1, len(each))


def _missing(names: Collection[str], text: str) -> float:
    return sum(name not in text for name in names) / len(names) if names else 0.0


@lru_cache(maxsize=512)
def _text_of(document_id: str, library: Library) -> str:
    """What a document says, in its head too, and the years that it plans for."""
    document = library.document(document_id)
    head = document.metadata
    first, last = head.period or (0, -1)
    years = " ".join(map(str, range(first, last + 1)))
    return fold(f"{document.text} {head.title} {head.doc_number or ''} {head.written_on or ''} {years}")
