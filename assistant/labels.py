"""How documents are called in an answer. Knows nothing of questions."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from corpus.document import Document
from corpus.facts import Library

_YEARS = re.compile(r"[（(〔\[]\s?\d{4}[^（()）]{0,14}[)）〕\]]\s?$")
"""They belong to no statement: a reader would take them for numbers of the answer, and so does its verification."""


def document_label(library: Library, document_id: str) -> str:
    """The short name of a document's place (青浦); its title without the years behind it where it is of none, or where
    nobody called it so and other documents are of the same.
    """
    return _labels(library).get(document_id) or title_label(library.document(document_id))


def title_label(document: Document) -> str:
    """A document's title, without the years behind it."""
    return f"《{_YEARS.sub('', document.metadata.title)}》"


@lru_cache(maxsize=4)
def _labels(library: Library) -> Mapping[str, str]:
    """By document, the name of its place, where that tells which document is meant."""
    every = library.documents.values()
    alike = Counter(document.regions[:1] for document in every)
    called = (one for one in every if one.regions and (one.source.regions or alike[one.regions[:1]] == 1))
    return {one.id: one.regions[0] for one in called}
