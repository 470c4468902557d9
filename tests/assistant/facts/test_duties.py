from assistant.facts.duties import duties
from corpus.document import Paragraph
from corpus.facts import Facts, Library
from corpus.place import Span
from tests.assistant.making import document, place


def of(library, document, unit):
    return [one.evidence.quote for one in duties(library) if one.document == document and unit in one.units]


def test_a_sentence_charges_the_unit_that_it_begins_with(library):
    assert of(library, "lucheng", "区综合行政执法局") == ["区综合行政执法局负责解决楼宇周边停车管理等方面工作。"]


def test_every_unit_of_a_list_is_charged(library):
    assert any("研究、打造特色楼宇" in quote for quote in of(library, "lucheng", "区教育局"))


def test_parts_of_one_sentence_charge_different_units(library):
    quotes = of(library, "suzhou", "市住建局")
    assert len(quotes) == 1
    assert "消防审验" in quotes[0]
    assert "市商务局" not in quotes[0]


def test_a_list_of_units_with_what_each_does_charges_them():
    """Hand-made: two lines are a list, 各位代表： and 责任单位： begin none."""
    texts = (
        "各位代表：现报告工作。",
        "市气象局：负责暴雨监测预报。",
        "市住建局：城市排水。",
        "责任单位：市水利局。",
    )
    blocks = tuple(Paragraph(text=one, place=place("flood"), span=Span(start=0, end=len(one))) for one in texts)
    made = document("flood", "某市", title="防汛预案", text="".join(texts)).model_copy(update={"blocks": blocks})
    told = duties(Library([made], [Facts(document_id="flood")]))
    assert [(sorted(one.units), one.work) for one in told] == [
        (["市气象局"], "负责暴雨监测预报"),
        (["市住建局"], "城市排水"),
    ]
