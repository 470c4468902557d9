"""Verification of drafts against their quotes."""

import pytest

from assistant.answer import AnswerKind
from assistant.citing import draft_problems, problem_kinds, quote_problems, statement_problems
from assistant.draft import Draft, Statement
from corpus.document import Document, MediaType, Metadata, Source
from corpus.facts import Evidence, Facts, Library, Unit
from corpus.place import Place

TEXT = """青府办发〔2023〕30号
到 2025 年，全区新建商务楼宇 19个，新增办公面积超 180 万平方米；争取存量空置楼宇累计去化面积
40 万平方米。联席会议办公室设立在区商务委。2023年 5月 16日
赵巷镇 10000 徐泾镇 20000 新城公司 30000 西虹桥公司 90000 合计 150000
由甲、乙、丙、丁、戊等方面组成。"""


@pytest.fixture(scope="module")
def library():
    source = Source(id="qingpu", file="q.txt", media_type=MediaType.TEXT, sha256="0" * 64, regions=("青浦",))
    document = Document(source=source, metadata=Metadata(title="行动方案"), text=TEXT, blocks=())
    units = tuple(Unit(document_id="qingpu", name=name) for name in ("区商务委", "区国资委"))
    return Library([document], [Facts(document_id="qingpu", units=units)])


def evidence(*quotes):
    place = Place(document_id="qingpu", document_name="《行动方案》", line=1)
    return tuple(Evidence(quote=quote, place=place) for quote in quotes)


def problems(library, text, *quotes, question=""):
    return statement_problems(Statement(text, evidence(*quotes)), library, question)


AREA = "新增办公面积超180万平方米"
ROWS = "赵巷镇 10000 徐泾镇 20000 新城公司 30000 西虹桥公司 90000 合计 150000"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("到2025年，新增办公面积超180万平方米。", "到2025年，全区新建商务楼宇19个，新增办公面积超180万平方米"),
        ("新增办公面积超1800000平方米。", AREA),
        ("新增办公面积超１８０万平方米。", AREA),
        ("合计15万平方米。", ROWS),
        ("四个属地10000+20000+30000+90000=150000平方米。", ROWS),
        ("设在区商务委。", "联席会议办公室设立在区商务委。"),
        ("2023年5月16日。", "2023年 5月 16日"),
        ("文号为青府办发[2023]30号。", "青府办发〔2023〕30号"),
        ("共5个方面：甲、乙、丙、丁、戊。", "由甲、乙、丙、丁、戊等方面组成"),
    ],
)
def test_what_the_quote_says_in_another_form_is_supported(library, text, quote):
    assert problems(library, text, quote) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("新增办公面积超181万平方米。", AREA),
        ("新增办公面积超180平方米。", AREA),
        ("10000+20000=40000平方米。", ROWS),
        ("设在区国资委。", "联席会议办公室设立在区商务委。"),
        ("2023年5月17日。", "2023年 5月 16日"),
        ("文号为青府办发〔2023〕31号。", "青府办发〔2023〕30号"),
        ("共6个方面：甲、乙、丙、丁、戊。", "由甲、乙、丙、丁、戊等方面组成"),
        ("有三项任务。", AREA),
    ],
)
def test_what_the_quote_does_not_say_is_a_problem(library, text, quote):
    assert problems(library, text, quote)


def test_quotes_are_found_whatever_their_white_space_but_not_when_a_word_differs(library):
    assert not quote_problems(evidence("累计去化面积 40万平方米"), library)
    assert quote_problems(evidence("累计去化面积 41万平方米"), library)


def test_a_statement_of_absence_may_repeat_the_question(library):
    assert not problems(library, "没有提到2027年的目标。", question="2027年的目标是多少？")
    assert not problems(
        library, "不是，区国资委不在其中。", "联席会议办公室设立在区商务委。", question="是区国资委吗？"
    )
    assert problems(library, "2027年新增办公面积超180万平方米。", AREA, question="2027年的目标是多少？")


def test_a_count_may_be_of_the_statements_that_follow(library):
    listed = [Statement(f"{name}。", evidence("由甲、乙、丙、丁、戊等方面组成")) for name in "甲乙丙"]
    head = Statement("共3项：", ())
    assert draft_problems(Draft(AnswerKind.LIST, (head, *listed)), library, "") == []
    assert draft_problems(Draft(AnswerKind.LIST, (Statement("共4项：", ()), *listed)), library, "")


def test_the_log_gets_kinds_of_problems_and_no_words_of_the_answer():
    problems = [
        "number 12 of “新增12幢” is in no quote",
        "number 7 of “七” is in no quote",
        "没有编号，或编号不存在：青浦",
    ]
    assert problem_kinds(problems) == "number, 没有编号，或编号不存在"


def test_the_name_of_a_document_is_no_statement_about_it():
    """A title may hold numbers and units; what stands beside it is checked as ever."""
    source = Source(id="a", file="a.txt", media_type=MediaType.TEXT, sha256="0" * 64)
    title = "区商务委关于印发2024年行动方案的通知"
    document = Document(source=source, metadata=Metadata(title=title), text=TEXT, blocks=())
    named = Library([document], [Facts(document_id="a", units=(Unit(document_id="a", name="区商务委"),))])
    assert statement_problems(Statement(f"《{title}》：未提及。", ()), named) == []
    assert statement_problems(Statement("《另一份2024年的方案》：未提及。", ()), named)
    assert statement_problems(Statement(f"《{title}》：区商务委2024年牵头。", ()), named)


RATE = "争取存量空置楼宇累计去化面积40 万平方米"


def test_a_number_of_the_question_may_only_be_multiplied(library):
    question = "3年一共多少平方米？"
    assert problems(library, "3年×40万平方米=120万平方米。", RATE, question=question) == []
    assert problems(library, "3年×40万平方米=130万平方米。", RATE, question=question)
    assert problems(library, "3年去化面积40万平方米。", RATE, question=question)
    assert problems(library, "3年×40万平方米=120万平方米。", RATE)


def test_the_months_of_a_year_and_what_the_question_names_may_be_factors(library):
    rent = AREA
    assert problems(library, "一年为2000平方米×45元×12个月=108万元。", rent, question="2000平方米，租金45元") == []
    assert problems(library, "一年为2000平方米×45元×11个月=99万元。", rent, question="2000平方米，租金45元")
    assert problems(library, "补贴12个月。", rent)
