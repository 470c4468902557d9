"""Documents that follow one another: those of one name and issuer year after year, and those that repeal or revise one
another. Which of them a question means.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from assistant.validity import later
from corpus.document import Document
from corpus.facts import Library
from corpus.quoting import compact

_YEARS = re.compile(r"[（(〔\[]?(?:19|20)\d\d(?:[-~年](?:(?:19|20)\d\d)?年?)?(?:版|修订)?[)）〕\]]?")
_VERSION = re.compile(
    r"((?:19|20)\d\d)年?(?:的|那|这|份|个|出台|印发|制定|修订)*"
    r"(?:版|[^\d，,。；？?]{0,8}?(?:办法|细则|规定|意见|方案|规划|计划|措施|决定|通知|条例|文件))"
)
"""How a version is called by its year: 2019年那版, 2024年的那个决定."""


def last_of_name(document_id: str, library: Library) -> str | None:
    """The latest earlier document of the same name, years aside, and the same issuer."""
    day = library.document(document_id).metadata.written_on
    if day is None:
        return None
    dated = ((other.metadata.written_on, other.id) for other in _namesakes(document_id, library))
    return max(((on, other) for on, other in dated if on is not None and on < day), default=(None, None))[1]


def namesakes_of_year(documents: Sequence[str], years: Collection[int], library: Library) -> list[str]:
    """The documents of the same names as these that are of one of the years."""
    return [other.id for one in documents for other in _namesakes(one, library) if year_of_issue(other) in years]


def versions_meant(key: str, told: set[str], named: set[str], library: Library) -> set[str]:
    """The documents told, with those of them that are `named` and came later; only those of the years that the question
    calls them by, where there are any and all are of one place.
    """
    meant = told | (later(library, told) & named)
    years = {int(match[1]) for match in _VERSION.finditer(key)}
    places = {library.document(one).regions[:1] for one in meant}
    called = {one for one in meant if year_of_issue(library.document(one)) in years}
    return called if called and len(places) == 1 else meant


def year_of_issue(document: Document) -> int | None:
    """The year of the day that a document was signed or else printed; None where it tells neither."""
    day = document.metadata.written_on or document.metadata.printed_on
    return day.year if day else None


def _namesakes(document_id: str, library: Library) -> Sequence[Document]:
    return _by_name(library)[_name(library.document(document_id))]


@lru_cache(maxsize=4)
def _by_name(library: Library) -> Mapping[tuple[str, str | None], Sequence[Document]]:
    named: defaultdict[tuple[str, str | None], list[Document]] = defaultdict(list)
    for document in library.documents.values():
        named[_name(document)].append(document)
    return named


def _name(document: Document) -> tuple[str, str | None]:
    return _YEARS.sub("", compact(document.metadata.title)), document.metadata.issuer
