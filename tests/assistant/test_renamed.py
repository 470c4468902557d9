"""A document in other clothes: whoever renames the place, its towns, its units and numbers gets the same answers."""

import re
from functools import cache

import pytest

from assistant.assistant import Assistant
from corpus.extraction.facts import document_to_facts
from corpus.facts import Library
from corpus.reading.document import read_document
from tests.assistant.lexical import LexicalOnlyIndex

DOCUMENT = """上海市青浦区人民政府办公室

青府办发〔2023〕30号

青浦区楼宇经济高质量发展行动方案

一、主要目标

到2025年，全区新建商务楼宇19个，新增办公面积超180万平方米，入驻企业注册落地率达到60%。

二、行动保障

成立青浦区商务楼宇联席会议，区分管领导作为总召集人，联席会议办公室设在区商务委。赵巷、徐泾分别聚焦软件信息、会展等领域。

附件1

三年行动任务分解表
序号 任务内容 具体举措 牵头单位 责任单位
1 存量楼宇改造 鼓励老旧楼宇对外立面、电梯等实施改造。 区房管局 各街镇、区属公司
2 引导注册经济 建立经济小区与楼宇的结对机制。 区经委 区商务委、各镇

附件2

三年行动指标分解表
单位：平方米
属地 去化面积 新增办公面积
赵巷镇 10000 300000
徐泾镇 20000 30000
新城园区 90000 400000
合计 120000 730000

上海市青浦区人民政府办公室
2023年5月16日
"""
NAMES = {
    "上海市": "海州市", "青浦": "云泽", "青府": "云府", "赵巷": "柳集", "徐泾": "孟塘", "新城": "北湾",
    "商务委": "投促委", "房管局": "住保局", "经委": "科委",
    "30号": "52号", "19个": "27个", "180万": "198万", "60%": "70%",
}  # fmt: skip
_OLD = re.compile("|".join(map(re.escape, NAMES)))


def renamed(text: str) -> str:
    return _OLD.sub(lambda match: NAMES[match[0]], text)


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """What is answered over a document of this text, nothing being told of it."""

    @cache
    def over(text):
        path = tmp_path_factory.mktemp("one") / "one.txt"
        path.write_text(text, encoding="utf-8")
        document = read_document(path)
        return Assistant(LexicalOnlyIndex(Library([document], [document_to_facts(document)])))

    return lambda text, question: over(text).ask(question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("青浦25年要新盖几栋楼？", "19个"),
        ("青浦方案的文号是多少？", "青府办发〔2023〕30号"),
        ("徐泾镇新增办公面积多少", "30000"),
        ("青浦哪个属地去化面积最多？园区比赵巷多多少", "园区"),
        ("青浦老楼换电梯归谁牵头？", "区房管局"),
        ("我是区经委的，青浦让我们牵头什么", "结对机制"),
        ("青浦联席会议办公室放在哪家", "区商务委"),
    ],
)
def test_other_names_get_the_same_answer(asked, question, says):
    there, here = asked(DOCUMENT, question), asked(renamed(DOCUMENT), renamed(question))
    assert says in there.answer
    assert (here.answer, here.understood) == (renamed(there.answer), renamed(there.understood))
