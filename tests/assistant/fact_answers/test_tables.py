import pytest

from assistant.answer import RefusalReason
from assistant.draft import NoAnswer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("鹿城重大项目清单中，项目类别为“重大房地产”的有哪几个？", ("共3个", "E-04", "E-12", "滨江云谷")),
        ("鹿城重大项目里还停留在“前期”的有哪些？", ("共6个", "三创街区", "利尔达")),
        ("鹿城清单中建设类别为“竣备”的是哪几个项目？", ("共5个", "03-01-10", "保利")),
        ("鹿城附件3第8个项目是什么", ("华润都市中心(一期)", "198000平方米")),
        ("鹿城重大项目清单一共有多少个项目？", ("45个",)),
        ("鹿城建筑面积最大的项目是哪个？", ("长三角科技企业总部", "450000平方米")),
        ("鹿城重大项目建筑面积合计多少", ("6011702平方米",)),
        ("鹿城竣备项目的建筑面积合计多少？", ("32406+28239+90900+198000+141100=490645平方米",)),
        ("华润都市中心二期建筑面积多少？", ("172100平方米",)),
        ("正泰集团总部大楼建设类别是什么", ("新开工",)),
    ],
)
def test_a_list_of_projects(told, question, words):
    text = told(question)
    assert all(word in text for word in words)


def test_a_row_too_many(answer):
    outcome = answer("鹿城重大项目清单里第48个项目是什么？")
    assert isinstance(outcome, NoAnswer)
    assert outcome.reason is RefusalReason.FALSE_PREMISE
    assert "45项" in outcome.message
    assert outcome.correction
