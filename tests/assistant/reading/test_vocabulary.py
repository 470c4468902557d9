from assistant.reading.names import NameKind
from assistant.reading.vocabulary import vocabulary_of
from corpus.facts import Library


def test_areas_and_units_come_from_the_facts(library):
    names = vocabulary_of(library).names
    areas = {name.value for name in names.all(NameKind.AREA)}
    units = {(name.document, name.value) for name in names.all(NameKind.UNIT)}
    assert {"昆山市", "工业园区", "赵巷镇", "市本级"} <= areas
    assert ("qingpu", "区经委") in units
    assert ("taiyuan", "市审批服务管理局") in units


def test_a_short_form_of_an_area_behind_its_region(library):
    by_form = vocabulary_of(library).names.by_form
    assert {name.value for name in by_form["苏州园区"]} == {"工业园区"}
    assert {name.value for name in by_form["苏州工业园"]} == {"工业园区"}


def test_a_unit_without_its_level_is_known_where_only_one_is_left(library):
    names = vocabulary_of(library).names.by_form["商务委"]
    assert {name.value for name in names} == {"区商务委"}
    assert "办公室" not in vocabulary_of(library).names.by_form


def test_counties_of_a_city_are_areas_of_its_document_where_it_names_them(library):
    names = vocabulary_of(library).names.by_form
    assert {name.document for name in names["海宁"]} == {"jiaxing"}
    assert {name.document for name in names["杏花岭区"]} == {"taiyuan"}


def test_a_unit_of_a_document_of_no_place_is_also_called_by_the_state(library):
    document = library.document("qingpu")
    source = document.source.model_copy(update={"regions": ()})
    metadata = document.metadata.model_copy(update={"region": None})
    national = document.model_copy(update={"source": source, "metadata": metadata})
    facts = library.facts["qingpu"]
    forms = vocabulary_of(Library([national], [facts])).names.by_form
    assert {name.value for name in forms["国家区商务委"]} == {"区商务委"}
    assert "国家区商务委" not in vocabulary_of(library).names.by_form


def test_a_document_is_called_by_the_places_that_its_title_names(library):
    document = library.document("qingpu")
    metadata = document.metadata.model_copy(update={"title": "关于湖北省巴东县险情的复函"})
    letter = document.model_copy(update={"metadata": metadata})
    called = vocabulary_of(Library([letter], [library.facts["qingpu"]])).called("qingpu")
    assert {"湖北", "湖北省", "巴东县", "巴东"} <= set(called)
