from corpus.extraction.units import canonical_names, names_to_units, units_in_text
from tests.corpus.extraction.building import a_document, a_paragraph


def registered(*names):
    return {unit.name: unit for unit in names_to_units("d", names)}


def test_bracket_variants_are_certain_aliases():
    units = registered("区财政局（区国资办）", "区财政局〈区国资办〉")
    unit = units["区财政局（区国资办）"]
    assert "区财政局〈区国资办〉" in unit.aliases
    assert "区财政局〈区国资办〉" not in unit.inferred


def test_abbreviations_are_inferred_and_the_fullest_name_is_canonical():
    units = registered(
        "区建管委",
        "区建设管理委",
        "区人社局",
        "区人力社保局",
        "区行政执法局",
        "区综合行政执法局",
        "区政务办",
        "区政务服务办",
    )
    assert set(units) == {"区建设管理委", "区人力社保局", "区综合行政执法局", "区政务服务办"}
    assert units["区建设管理委"].inferred == ("区建管委",)


def test_a_name_without_its_kind_belongs_to_the_one_with_it():
    assert set(registered("新城", "新城公司", "赵巷", "赵巷镇")) == {"新城公司", "赵巷镇"}


def test_a_name_in_a_bracket_is_a_name_of_the_same_unit():
    units = registered("区府办<区“两个健康”办>", "两个健康办")
    assert "两个健康办" in units["区府办<区“两个健康”办>"].inferred


def test_an_abbreviation_that_fits_two_names_is_not_merged():
    units = registered("市市监局", "市市场监管局", "市市政监察局")
    assert set(units) == {"市市监局", "市市场监管局", "市市政监察局"}


def test_different_units_stay_apart():
    names = ("区经委", "区发改委", "区国资委", "市委", "市发改委", "市商务局", "市审批服务管理局", "市财政局")
    assert set(registered(*names)) == set(names)


def test_groups_are_never_merged_with_each_other():
    names = ("各镇", "各街镇", "属地街镇", "各区人民政府", "各县（市、区）人民政府", "相关区人民政府", "各行业主管部门")
    units = registered(*names)
    assert set(units) == set(names)
    assert all(unit.group for unit in units.values())


def test_a_group_keeps_its_bracket_variant():
    units = registered("各县（市、区）人民政府", "各县(市、区)人民政府")
    assert units["各县（市、区）人民政府"].aliases == ("各县(市、区)人民政府",)


def test_names_are_also_seen_in_lists_of_the_text():
    text = "区发改局、区财政局、区市场监督管理局、区税务局负责配合领导小组办公室，推进区域性商业商务中心建设。"
    assert units_in_text(a_document(a_paragraph(text))) == ["区发改局", "区财政局", "区市场监督管理局", "区税务局"]


def test_every_printed_name_leads_to_the_canonical_one():
    names = canonical_names(names_to_units("d", ["区人社局", "区人力社保局", "各镇"]))
    assert names["区人社局"] == names["区人力社保局"] == "区人力社保局"
    assert names["各镇"] == "各镇"
