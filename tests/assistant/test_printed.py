import pytest

from assistant.reading.ask import Ask, Subject, Where
from assistant.verdicts import is_printed
from corpus.understanding import folder_to_library

PLAN = """# 东岭县矿山整治方案

各镇每次每只补2元，每次每头补5元。

表1 各镇任务

|镇|现有矿山（处）|三年关闭矿山（处）|
|---|---|---|
|石桥镇|23|6|
|白水镇|8|5|
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "plan.md").write_text(PLAN, encoding="utf-8")
    return folder_to_library(folder)


@pytest.mark.parametrize(
    ("claim", "said", "printed"),
    [
        ("石桥镇关闭矿山6处", "石桥镇——现有矿山：23处", True),
        ("石桥镇关闭矿山5处", "石桥镇——三年关闭矿山：6处", False),
        ("石桥镇关闭矿山7处", "石桥镇——现有矿山：23处", False),
        ("每头补5元", "每次每只补2元", True),
        ("石桥镇要关闭矿山", "石桥镇——现有矿山：23处", False),
    ],
)
def test_what_is_said_against_a_claim_denies_it_only_where_its_numbers_are_not_printed(library, claim, said, printed):
    assert is_printed(Ask(Subject.RECORDS, Where(words=claim)), said, library) is printed
