"""Whole sections and announced lists as windows: what a question for measures, ways or points asks for."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from assistant.facts.sections import Section, document_to_sections, section_to_points
from assistant.prose.windows import ROOM, Kind, Window, as_statement
from assistant.reading.words import Terms, pairs
from assistant.sentences import text_to_sentences
from corpus.facts import Evidence, Library

__all__ = ["sections_to_windows"]

_MOST = 600
"""Characters of a list that is asked for whole."""


def sections_to_windows(documents: Iterable[str], terms: Terms, library: Library) -> list[Window]:
    """The sections whose titles hold a term of the question: their points, and what they say first."""
    titled = _windows_by_title(library)
    chosen = [(title, windows) for one in documents for title, windows in titled[one]]
    return [window for title, windows in chosen if terms.held(title) for window in windows]


@lru_cache(maxsize=4)
def _windows_by_title(library: Library) -> Mapping[str, list[tuple[frozenset[str], tuple[Window, ...]]]]:
    """By document, the pairs of the titles of its sections, each with the windows of the section."""
    return {
        document.id: [
            (pairs(section.title), windows)
            for section in document_to_sections(document)
            if (windows := tuple(_section_to_windows(section)))
        ]
        for document in library.documents.values()
    }


def _section_to_windows(section: Section) -> Iterator[Window]:
    points = section_to_points(section)
    listed = "；".join(point.text for point in points)
    if len(points) > 1 and len(listed) <= _MOST:
        text = f"共{len(points)}项：{listed}。"
        yield _window(Kind.POINTS, text, tuple(point.evidence for point in points), section)
    sentences = [] if section.is_announced else list(_first_sentences(section))
    if len(sentences) > 1:
        text = as_statement("".join(evidence.quote for evidence in sentences))
        yield _window(Kind.SECTION, text, tuple(sentences), section)


def _first_sentences(section: Section) -> Iterator[Evidence]:
    room = ROOM
    for paragraph in section.paragraphs:
        for sentence in () if paragraph.note else text_to_sentences(paragraph.text):
            room -= len(sentence)
            if room < 0:
                return
            yield Evidence(quote=sentence.strip(), place=paragraph.place)


def _window(kind: Kind, text: str, evidence: tuple[Evidence, ...], section: Section) -> Window:
    above = " ".join(evidence[0].place.path)
    cited = tuple((one.quote, one.place) for one in evidence)
    return Window(kind, text, cited, section.title, above, section.title, tuple(one.quote for one in evidence))
