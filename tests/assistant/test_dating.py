"""Which years cited words are about, and which a question asks of a document."""

import pytest

from assistant.dating import years_asked, years_spoken_of
from assistant.reading.ask import Ask, Subject, Where
from corpus.document import Paragraph
from corpus.facts import Evidence
from corpus.understanding import folder_to_library

REPORT = """石磴县2026年政府工作报告

一、2025年工作回顾
新增床位385张。
二、2026年重点工作
新增床位500张。去年的欠账要还清。到2030年，绿道达到100公里。其中湖滨绿道30公里。
三、保障措施
加强督查。
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """A report, as understood."""
    folder = tmp_path_factory.mktemp("report")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    return folder_to_library(folder)


def cited(library, quote):
    """The words where they stand."""
    (document,) = library.documents.values()
    blocks = (one for one in document.blocks if isinstance(one, Paragraph))
    return Evidence(quote=quote, place=next(one.place for one in blocks if quote in one.text))


@pytest.mark.parametrize(
    ("quote", "years"),
    [
        ("新增床位385张", {2025}),
        ("新增床位500张", {2026}),
        ("去年的欠账要还清", {2025}),
        ("到2030年，绿道达到100公里", {2030}),
        ("其中湖滨绿道30公里", {2030}),
        ("加强督查", set()),
    ],
)
def test_words_speak_of_the_year_they_name_or_that_stands_before_or_above_them(library, quote, years):
    assert years_spoken_of(cited(library, quote), library) == years


@pytest.mark.parametrize(
    ("gist", "years", "asked"),
    [
        ("去年新增多少床位", (), {2025}),
        ("今年和2030年各新增多少床位", (2030,), {2026, 2030}),
        ("2027年新增多少床位", (2027,), {2027}),
    ],
)
def test_a_year_near_that_of_the_document_is_asked_of_it(library, gist, years, asked):
    (document,) = library.documents
    ask = Ask(Subject.PROSE, Where(years=years), gist=gist)
    assert years_asked(ask, [document], library) == {document: asked}


def test_no_year_is_asked_where_none_is_named(library):
    assert years_asked(Ask(Subject.PROSE), [*library.documents], library) == {}
