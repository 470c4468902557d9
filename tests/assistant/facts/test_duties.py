from assistant.facts.duties import duties


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
