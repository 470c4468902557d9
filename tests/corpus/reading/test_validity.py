"""What a document says of its own force, and what it asks of others, which is none of it."""

from datetime import date

import pytest

from corpus.document import Reference
from corpus.reading.validity import read_validity


def told(text: str, issued: date | None = None) -> dict[str, object]:
    return {field: stated.value for field, stated in read_validity(text, issued).items()}


def test_from_a_day_to_a_day_and_what_it_repeals():
    text = "本办法自2023年5月1日起施行，有效期至2028年4月30日。《某市楼宇办法》（某政发〔2018〕3号）同时废止。"
    assert told(text) == {
        "effective_on": date(2023, 5, 1),
        "expires_on": date(2028, 4, 30),
        "repeals": (Reference(title="某市楼宇办法", doc_number="某政发〔2018〕3号"),),
    }


def test_words_of_the_title_that_is_repealed_ask_nothing_of_others():
    assert told("《某市关于加快开发区发展的意见》（某政〔2019〕15号）同时废止。") == {
        "repeals": (Reference(title="某市关于加快开发区发展的意见", doc_number="某政〔2019〕15号"),),
    }


def test_a_term_is_counted_from_its_day():
    assert told("本细则自2017年1月1日起试行，有效期5年。")["expires_on"] == date(2021, 12, 31)


def test_days_behind_the_issue():
    text = "本规定自印发之日起30日后施行，有效期三年。"
    assert told(text, date(2023, 4, 1)) == {
        "effective_on": date(2023, 5, 1),
        "valid_for": "三年",
        "expires_on": date(2026, 4, 30),
    }
    assert told(text) == {"valid_for": "三年"}


def test_what_it_rests_on_quotes_its_own_sentence():
    text = "总则\n\n第一条 根据《中华人民共和国城乡规划法》《某省条例》，结合本市实际，制定本办法。"
    found = read_validity(text, None)["based_on"]
    assert found.value == (Reference(title="中华人民共和国城乡规划法"), Reference(title="某省条例"))
    assert (
        text[found.start : found.end]
        == "第一条 根据《中华人民共和国城乡规划法》《某省条例》，结合本市实际，制定本办法。"
    )


def test_a_revision():
    assert told("现对《某市行动方案》作如下修改。") == {"revises": (Reference(title="某市行动方案"),)}


def test_a_decision_names_what_it_revises_and_what_it_rests_on():
    text = "根据《国务院关于某事的通知》（国发〔2024〕15号），决定对《某区规定》（某政规〔2022〕3号）作如下修改："
    assert told(text) == {
        "based_on": (Reference(title="国务院关于某事的通知", doc_number="国发〔2024〕15号"),),
        "revises": (Reference(title="某区规定", doc_number="某政规〔2022〕3号"),),
    }


def test_the_term_of_another_is_extended():
    assert told("一、《某县若干措施》有效期延长至2034年12月31日。") == {
        "revises": (Reference(title="某县若干措施"),),
        "extends_to": date(2034, 12, 31),
    }


@pytest.mark.parametrize(
    "text",
    [
        "各部门要及时清理，对不符合要求的《旧办法（试行）》予以废止。",
        "动态修订《国家危险废物名录》，完善鉴别标准。",
        "批准文件在有效期内可一证多批使用。",
        "省政府根据《关于制定规划的建议》编制了纲要草案。",
        "享受奖励的企业，其注册登记时间须在办法有效期内。",
    ],
)
def test_what_is_said_of_other_things(text):
    assert told(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "上述政策适用于所有企业，执行期限为2019年1月1日至2023年12月31日。",
        "本办法有效期自2019年1月1日起至2023年12月31日。",
    ],
)
def test_a_term_by_its_first_and_last_day(text):
    assert told(text) == {"effective_on": date(2019, 1, 1), "expires_on": date(2023, 12, 31)}


@pytest.mark.parametrize(
    "text",
    ["本意见由县文旅局负责解释，自2022年7月1日起执行，暂定三年。", "本办法自2022年7月1日起试行3年。"],
)
def test_a_term_of_years_is_told_in_many_words(text):
    found = told(text)
    assert (found["effective_on"], found["expires_on"]) == (date(2022, 7, 1), date(2025, 6, 30))


def test_how_long_a_subsidy_is_paid_is_no_term_of_the_document():
    assert told("对连续经营3年以上的民宿给予补贴，补贴期限为2022年1月1日至2023年12月31日。") == {}


@pytest.mark.parametrize("field", ["[有效性] 否", "有效性：失效", "时效：已废止\n", "效力状态:无效"])
def test_a_text_may_be_marked_as_no_longer_valid_by_whoever_publishes_it(field):
    assert told(f"某市入学意见\n{field}\n一、总体要求\n请执行。") == {"void": True}


@pytest.mark.parametrize("field", ["[有效性] 是", "有效性：有效", "提高政策的有效性，否则从严处理。"])
def test_a_text_that_is_valid_is_marked_as_nothing(field):
    assert told(f"某市入学意见\n{field}\n") == {}
