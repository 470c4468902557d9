"""How documents of a library bear on one another, and which are in force."""

from datetime import date

import pytest

from assistant.comparison import compare
from assistant.marked import Marked, called, cited
from assistant.validity import RelationKind, Standing, in_force, outdated, standing_words, validity
from assistant.versions import versions_meant
from corpus.facts import Facts, Library
from corpus.reading.document import read_document

_HEAD = (
    "某市人民政府办公室关于印发《{title}》的通知\n\n{number}\n\n现印发给你们。\n\n{title}\n\n"
    "第一条 根据《某省技术创新条例》，制定本办法。\n\n"
)
_OLD = "第二条 本办法自2018年5月1日起施行，有效期5年。\n"
_NEW = "第二条 本办法自2023年5月1日起施行。《某市企业技术中心管理办法》（某政办发〔2018〕12号）同时废止。\n"


_LONGER = (
    "某市人民政府办公室关于延长《某市企业技术中心管理办法》有效期的通知\n\n某政办发〔2023〕9号\n\n"
    "经研究，《某市企业技术中心管理办法》（某政办发〔2018〕12号）有效期延长至2030年4月30日。\n"
)


@pytest.fixture
def library(tmp_path):
    texts = {
        "old": _HEAD.format(title="某市企业技术中心管理办法", number="某政办发〔2018〕12号") + _OLD,
        "new": _HEAD.format(title="某市市级企业技术中心认定管理办法", number="某政办发〔2023〕8号") + _NEW,
    }
    return library_of(texts, tmp_path)


def library_of(texts, tmp_path):
    documents = []
    for name, text in texts.items():
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        documents.append(read_document(path, document_id=name))
    return Library(documents, [Facts(document_id=document.id) for document in documents])


def test_a_document_is_repealed_from_the_day_of_the_other(library):
    assert validity(library, "old", date(2023, 4, 30)).standing is Standing.IN_FORCE
    found = validity(library, "old", date(2023, 5, 1))
    assert found.standing is Standing.REPEALED
    assert found.reason == (
        "已被《某市市级企业技术中心认定管理办法》（某政办发〔2023〕8号）废止（自2018年5月1日起施行，有效期5年）。"
    )
    assert [(one.kind, one.document_id, one.said_in) for one in found.relations] == [
        (RelationKind.BASED_ON, None, "old"),
        (RelationKind.REPEALED_BY, "new", "new"),
    ]


def test_who_repeals_names_whom(library):
    found = validity(library, "new", date(2024, 1, 1))
    assert found.reason == "自2023年5月1日起施行，未写有效期。"
    repeals = next(one for one in found.relations if one.kind is RelationKind.REPEALS)
    assert (repeals.document_id, repeals.name) == ("old", "《某市企业技术中心管理办法》（某政办发〔2018〕12号）")
    assert "同时废止" in repeals.quote


def test_what_is_over_is_marked_and_compared_only_when_named(library):
    day = date(2024, 1, 1)
    assert standing_words(library, "old", day) == "已废止"
    assert standing_words(library, "new", day) is None
    assert called(library, "old") == "《某市企业技术中心管理办法》（已废止）"
    assert cited(library, "new") == "《某市市级企业技术中心认定管理办法》（某政办发〔2023〕8号）"
    assert [Marked(document_id=one).marked(library).validity for one in library.documents] == ["已废止", None]
    assert in_force(library, day) == ("new",)
    assert compare(library).documents == ("new",)
    assert compare(library, documents=["old", "new"]).documents == ("old", "new")


def test_of_old_and_new_the_old_is_behind_and_the_new_is_meant_too(library):
    assert outdated(library, (), date(2024, 1, 1)) == {"old"}
    assert outdated(library, ("old",), date(2024, 1, 1)) == frozenset()
    assert versions_meant("企业技术中心怎么认定", {"old"}, {"old", "new"}, library) == {"old", "new"}


def test_a_term_is_extended_by_another_document(tmp_path):
    texts = {"old": _HEAD.format(title="某市企业技术中心管理办法", number="某政办发〔2018〕12号") + _OLD}
    assert validity(library_of(texts, tmp_path), "old", date(2024, 1, 1)).standing is Standing.EXPIRED
    found = validity(library_of({**texts, "longer": _LONGER}, tmp_path), "old", date(2024, 1, 1))
    assert found.standing is Standing.IN_FORCE
    assert "延长到2030年4月30日为止" in found.reason


def test_what_is_revised_is_marked_and_stays_in_force(tmp_path):
    revising = (
        "某市人民政府办公室关于修改《某市企业技术中心管理办法》的决定\n\n某政办发〔2020〕9号\n\n"
        "决定对《某市企业技术中心管理办法》（某政办发〔2018〕12号）作如下修改：\n\n"
        "将第二条修改为：“申请单位应当连续经营3年以上。”\n\n本决定自2020年6月1日起施行。\n"
    )
    old = _HEAD.format(title="某市企业技术中心管理办法", number="某政办发〔2018〕12号") + _OLD
    found = library_of({"old": old, "revising": revising}, tmp_path)
    assert standing_words(found, "old", date(2020, 5, 31)) is None
    assert standing_words(found, "old", date(2020, 6, 1)) == "已被修改"
    assert standing_words(found, "old", date(2024, 1, 1)) == "已过有效期"
    assert set(in_force(found, date(2020, 6, 1))) == {"old", "revising"}


def test_what_is_published_as_void_is_over_and_says_by_what_mark(tmp_path):
    head = "[有效性] 否\n某市入学意见\n\n某教〔2020〕3号\n\n"
    text = f"{head}各学校：\n\n自印发之日起施行。\n\n某市教育局\n\n2020年4月30日\n"
    found = library_of({"old": text}, tmp_path)
    assert standing_words(found, "old", date(2024, 1, 1)) == "已失效"
    assert validity(found, "old", date(2024, 1, 1)).reason.startswith("已失效：发布时标明“[有效性]否”")
