"""Two figures of one thing; the passages are made up, as reports write them."""

from assistant.prose.pairing import figures_of, paired
from tests.assistant.prose.scenes import ranked, terms

_LAST = "过去一年，民生持续改善。新建停车泊位420个、公厕18座，完成河道整治35公里。"
_NEXT = "2031年，继续办好实事。新建停车泊位500个，完成河道整治30公里以上。"


def figures():
    return figures_of([ranked("", passage=_LAST), ranked("", passage=_NEXT)])


def said(words):
    pair = paired(figures(), words, (2031,))
    return pair.statement.text if pair else None


def test_a_clause_states_one_quantity_and_its_parts_theirs():
    assert [(one.clause, str(one.quantity.value)) for one in figures()][:3] == [
        ("新建停车泊位420个、", "420"),
        ("公厕18座，", "18"),
        ("完成河道整治35公里。", "35"),
    ]


def test_what_both_say_is_set_side_by_side():
    assert said(terms("停车")) == "2031年新建停车泊位500个；新建停车泊位420个；相差80个（500个-420个=80个）。"
    assert said(terms("河道")) == "2031年完成河道整治30公里以上；完成河道整治35公里；相差5公里（35公里-30公里=5公里）。"


def test_the_words_of_a_pair_are_cited_with_what_tells_the_year():
    pair = paired(figures(), terms("停车"), (2031,))
    assert [one.quote for one in pair.statement.evidence] == ["新建停车泊位500个，", "2031年，", "新建停车泊位420个、"]
    assert pair.share == 1.0


def test_nothing_is_set_beside_another_thing():
    assert said(terms("公厕")) is None
    assert said(terms("学校", "医院", "停车")) is None


def test_a_percentage_is_of_what_stands_before_it():
    found = figures_of([ranked("", passage="居民收入达到3.1万元、增长4.4%，建成公厕18座、绿道6公里。")])
    assert [one.clause for one in found] == [
        "居民收入达到3.1万元、",
        "居民收入达到3.1万元、增长4.4%，",
        "建成公厕18座、",
        "绿道6公里。",
    ]
