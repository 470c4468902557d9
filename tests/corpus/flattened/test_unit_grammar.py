"""What is a list of whole unit names."""

import pytest

from corpus.flattened.unit_grammar import Lexicon, lines_to_lexicon, name_cost, names_cost, starts_new_name

NOTHING = Lexicon()


@pytest.mark.parametrize(
    "units",
    [
        "区商务委、区规划资源局",
        "各县级市<区>人民政府，苏州工业园区管委会",
        "*区住建局、属地街镇",
        "区财政局（区国资办）",
        "市委组织部、市政府办公室",
        "各责任单位",
    ],
)
def test_whole_names_cost_nothing(units):
    assert names_cost(units, NOTHING) <= 0


@pytest.mark.parametrize(
    "broken",
    [
        "区商务委、区",
        "桥、新城",
        "、各镇",
        "区商务委、",
        "局、区国资委",
        "区国资委各镇",
        "建设进度。区商务委",
        "（区国资办）",
    ],
)
def test_pieces_and_glued_names_cost(broken):
    assert names_cost(broken, NOTHING) >= 1.5


def test_a_name_that_only_the_document_lists_is_cheaper_than_a_stranger():
    lexicon = lines_to_lexicon(["推动西虹桥、新城、赵巷、徐泾地区引进开发商。"])
    assert name_cost("赵巷", lexicon) < name_cost("丁卯", lexicon)


def test_names_are_learned_from_responsibility_clauses_and_running_text():
    lexicon = lines_to_lexicon(["（责任单位：市发改委、市住", "建局）联席会议办公室设立在区商务委，统筹工作。"])
    assert {"市发改委", "市住建局", "区商务委"} <= lexicon.known


def test_two_names_on_two_lines_without_comma():
    assert starts_new_name("市发改委", "市财政局", NOTHING)
    assert not starts_new_name("市政府", "办公室", NOTHING)
    assert not starts_new_name("区规划资源", "局", NOTHING)
