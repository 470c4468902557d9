"""Whole sections and announced lists as windows: what a question for measures, ways or points asks for."""

from collections.abc import Iterator

from assistant.facts.sections import Section, document_to_sections, section_to_points
from assistant.prose.windows import ROOM, Kind, Window, as_statement
from assistant.sentences import text_to_sentences
from corpus.document import Document
from corpus.facts import Evidence
from corpus.quoting import compact

__all__ = ["document_to_outlines"]

_MOST = 600
"""Characters of a list that is asked for whole."""


def document_to_outlines(document: Document) -> Iterator[tuple[str, tuple[Window, ...]]]:
    """The titles of the sections of a document, each with its windows: its points, and what it says first; what bears
    the title of the whole document is no section of it.
    """
    title = compact(document.metadata.title)
    for section in document_to_sections(document):
        own = compact(section.title)
        if own not in title and title not in own and (windows := tuple(_section_to_windows(section))):
            yield section.title, windows


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
