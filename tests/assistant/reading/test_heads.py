"""What a question says of the heads of documents: issuer, year, kind, level."""

import pytest

from assistant.reading.ask import Head, HeadField, Subject
from assistant.reading.grammar import asks_of
from assistant.reading.heads import heads_asked, places_held
from assistant.reading.reading import read
from corpus.document import Metadata
from corpus.facts import Facts, Library
from corpus.target import Bound
from tests.assistant.making import document

ISSUER, YEAR, KIND, LEVEL = HeadField.ISSUER, HeadField.YEAR, HeadField.KIND, HeadField.LEVEL


def _issued(name, region, issuer, title):
    made = document(name, *([region] if region else []), title=title, text=title)
    return made.model_copy(update={"metadata": Metadata(title=title, issuer=issuer)})


@pytest.fixture(scope="module")
def library():
    made = [
        _issued("crops", "", "国务院办公厅", "国务院办公厅关于加强油菜生产的意见"),
        _issued("ports", "", "国务院", "国务院关于内河港口的通知"),
        _issued("brain", "云泽市", "中共云泽市委宣传部、云泽市科学技术委员会", "云泽市脑科学行动方案"),
    ]
    return Library(made, [Facts(document_id=one.id) for one in made])


@pytest.mark.parametrize(
    ("question", "heads"),
    [
        ("库里国务院办公厅发的文件一共几份", [(ISSUER, "国务院办公厅")]),
        ("国务院发的文件有哪些", [(ISSUER, "国务院")]),
        ("国办2021年印发的通知有几份", [(ISSUER, "国办"), (YEAR, "2021"), (KIND, "通知")]),
        ("国务院和国务院办公厅发的文件有几份", [(ISSUER, "国务院"), (ISSUER, "国务院办公厅")]),
        ("云泽市科委印发的文件是哪几份", [(ISSUER, "云泽市科学技术委")]),
        ("市委宣传部联合发的文件有几份", [(ISSUER, "市委宣传部")]),
        ("水利部发的文件有几份", [(ISSUER, "水利部")]),
        ("县委发的文件有几份", [(ISSUER, "县委")]),
        ("哪几份是实施方案", [(KIND, "实施方案")]),
        ("市级层面的文件有哪些", [(LEVEL, "市")]),
    ],
)
def test_issuers_years_kinds_and_levels_are_read_where_documents_are_asked_for(library, question, heads):
    assert [(one.field, one.value) for one, _ in heads_asked(read(question, library), library)] == heads


def test_a_year_may_be_the_first_or_the_last(library):
    read_heads = heads_asked(read("2021年以后发的文件有哪些", library), library)
    assert [one for one, _ in read_heads] == [Head(YEAR, "2021", Bound.GT)]


@pytest.mark.parametrize(
    "question",
    [
        "国务院印发的港口通知里有几项任务",
        "哪几份文件提到国务院办公厅",
        "国办发〔2021〕3号文件里有几项任务",
        "由水利部牵头的措施有几条",
        "国务院办公厅发的那份油菜意见有几个部分",
    ],
)
def test_who_asks_what_a_document_says_selects_none_by_its_head(library, question):
    assert heads_asked(read(question, library), library) == []


def test_the_places_named_and_no_words_of_titles_tell_which_documents_are_looked_at(library):
    reading = read("国务院办公厅的意见有几份", library)
    assert places_held(reading, library) == ("crops", "ports", "brain")
    assert places_held(read("云泽2021年发的文件有几份", library), library) == ("brain",)
    ask = next(one for one in asks_of(reading, library) if one.where.heads)
    assert (ask.subject, ask.where.documents) == (Subject.HOLDINGS, ("crops", "ports", "brain"))


def test_where_nothing_but_heads_is_asked_only_documents_with_them_and_other_fields_are_looked_for(library):
    (only,) = asks_of(read("2021年印发的文件有哪些", library), library)
    assert only.where.heads == (Head(YEAR, "2021"),)
    asks = asks_of(read("2021年印发的文件有哪些，分别是什么文号", library), library)
    assert {(ask.subject, ask.want) for ask in asks} == {
        (Subject.HOLDINGS, ()),
        (Subject.METADATA, ("doc_number",)),
    }
