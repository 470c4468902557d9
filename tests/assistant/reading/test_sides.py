"""A question that sets two beside each other is asked of each alone."""

import pytest

from assistant.reading.reading import read
from assistant.reading.sides import sides_of
from corpus.facts import Facts, Library
from tests.assistant.making import document, target


@pytest.fixture(scope="module")
def library():
    """A city, and two counties, of which one has a plan and a list."""
    made = [
        document("yun", "云泽", "云泽市", text="云泽市绿道400公里。", title="云泽市绿道建设方案"),
        document("lin", "临浦", "临浦县", text="临浦县绿道60公里。", title="临浦县绿道规划"),
        document("lis", "临浦", "临浦县", text="临浦县绿道55公里。", title="临浦县项目台账"),
        document("she", "沈桥", "沈桥县", text="沈桥县绿道80公里。", title="沈桥县绿道办法"),
    ]
    towns = {
        "yun": (target("yun", "绿道", "3", "公里", scope="柳湾镇"), target("yun", "绿道", "4", "公里", scope="石埠镇"))
    }
    return Library(made, [Facts(document_id=one.id, targets=towns.get(one.id, ())) for one in made])


def texts(question, library):
    return [side.reading.text for side in sides_of(read(question, library), library)]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("绿道补助，临浦县和沈桥县哪边给得多", ["绿道补助,临浦县多少", "绿道补助,沈桥县多少"]),
        ("临浦跟沈桥的绿道差几公里", ["临浦绿道多少公里", "沈桥的绿道多少公里"]),
        ("2023年临浦的游客量跟沈桥比差多少", ["2023年临浦的游客量多少", "2023年游客量沈桥多少"]),
        ("临浦绿道计划和沈桥比,谁的里程多,多几公里", ["临浦绿道计划,里程,多少公里", "绿道计划沈桥,里程,多少公里"]),
        ("临浦的护林员和沈桥的巡河员,补助各是多少", ["临浦的护林员,补助是多少", "沈桥的巡河员,补助是多少"]),
        ("两个县绿道目标谁高?", ["临浦县绿道目标多少", "沈桥县绿道目标多少"]),
        ("柳湾镇和石埠镇绿道哪个长", ["柳湾镇绿道多少", "石埠镇绿道多少"]),
        ("木桥基金和石桥基金哪个大,大多少", ["木桥基金多少", "石桥基金多少"]),
        ("三星民宿和五星民宿每年的补助差多少", ["三星民宿每年的补助多少", "五星民宿每年的补助多少"]),
        (
            "茶农和蜂农都有贷款贴息,贴息的年限分别怎么定的",
            ["茶农都有贷款贴息,贴息的年限怎么定的", "蜂农都有贷款贴息,贴息的年限怎么定的"],
        ),
        ("办取水证和办采砂证分别找哪个窗口", ["办取水证找哪个窗口", "办采砂证找哪个窗口"]),
        ("收费上限,规划定的和办法定的一样吗", ["收费上限,规划定的", "收费上限,规划定的办法定的"]),
    ],
)
def test_each_side_is_asked_without_the_other_and_the_words_that_compare(question, asked, library):
    assert [text.replace("的的", "的") for text in texts(question, library)] == asked


@pytest.mark.parametrize(
    ("question", "scopes"),
    [
        ("绿道目标,市里和沈桥各是多少", [("yun",), ("she",)]),
        ("市方案给临浦三年的绿道任务是多少,县里今年安排了多少", [("yun",), ("she",)]),
        ("绿道目标,全市和县里差多少", [("yun",), ("lin", "lis", "she")]),
        ("绿道里程,台账上列的跟办法里定的对得上吗", [("lis",), ("she",)]),
    ],
)
def test_levels_of_government_and_kinds_of_documents_are_looked_for_in_theirs(question, scopes, library):
    assert [side.reading.documents for side in sides_of(read(question, library), library)] == scopes


@pytest.mark.parametrize(
    "question",
    [
        "绿道和公园怎么建",
        "临浦的绿道和公园有多少",
        "哪些文件提到临浦和沈桥的绿道",
        "绿道建多少公里",
        "临浦和北京的绿道哪个长",
    ],
)
def test_where_no_two_are_set_beside_each_other_there_are_no_sides(question, library):
    assert not texts(question, library)


def test_a_clause_that_leaves_its_subject_unsaid_takes_that_of_the_other(library):
    first, second = texts("市方案给临浦三年的绿道任务是多少,县里今年安排了多少", library)
    assert "绿道任务" in second
    assert "县里" not in first
