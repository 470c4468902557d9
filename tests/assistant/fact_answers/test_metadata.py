import pytest

from assistant.draft import NoAnswer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("青浦区楼宇经济高质量发展行动方案的发文字号是什么？", "青府办发〔2023〕30号"),
        ("青府办发〔2023〕30号文抄送了哪些单位？", "区监察委、区法院、区检察院，各人民团体"),
        ("嘉兴规划的规划期限是哪几年？", "2016年—2020年"),
        ("鹿城的方案成文日期和印发日期分别是哪天", "成文日期为2023年12月26日，印发日期为2023年12月29日"),
        ("太原方案由哪个部门负责解释？", "市发展改革委"),
        ("苏府办〔2023〕48号是哪个单位发的？", "苏州市人民政府办公室"),
        ("嘉兴规划是哪些部门联合发文的？", "嘉兴市服务业发展局"),
        ("鹿城方案有几个附件，分别叫什么？", "附件共3个"),
        ("青浦方案全称是什么", "行动方案（2023~2025年）"),
    ],
)
def test_a_field_of_the_head_or_foot(told, question, words):
    assert words in told(question)


def test_several_fields_are_told_one_behind_the_other(told):
    text = told("苏州那份方案，文号和印发日期是什么？")
    assert "苏府办〔2023〕48号" in text
    assert "印发日期为2023年3月" in text
    assert told("鹿城方案的发文机关、文号分别是什么").index("印发") < told("鹿城方案的发文机关、文号分别是什么").index(
        "78号"
    )


def test_documents_in_the_order_of_their_dates(told):
    text = told("把五份文件按印发时间先后排个序")
    order = [text.index(place) for place in ("嘉兴", "苏州", "青浦", "太原", "鹿城")]
    assert order == sorted(order)
    assert "5月17日" in text
    assert told("五份文件哪份最早发布？").startswith("最早的是嘉兴")


def test_a_field_that_is_not_printed(answer):
    assert isinstance(answer("太原实施方案的文号是多少？"), NoAnswer)


def test_the_date_of_something_else_is_no_metadata(answer):
    assert answer("苏州年度楼宇经济高质量发展蓝皮书什么时候发布？") is None


def test_an_attachment_with_another_name_in_the_text(told):
    """Taiyuan: 实施任务分解表 in the text, 实施方案任务分解表 on the attachment."""
    text = told("太原实施方案的附件名称是什么？正文所列与附件实际标题一样吗？")
    assert "不一致" in text
    assert "多“方案”二字" in text


def test_a_word_in_brackets_does_not_hide_what_is_asked(told):
    """《…行动方案（2023~2025年）》, 规划期限为2016年—2020年."""
    text = told("青浦、嘉兴两份文件各自的实施（规划）期限是哪几年？")
    assert "青浦：期限为2023年—2025年" in text
    assert "嘉兴：期限为2016年—2020年" in text
