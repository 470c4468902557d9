"""What head and foot say: the five documents as printed, and the grammar on made-up ones."""

from datetime import date

import pytest

from corpus.document import MediaType, Source
from corpus.quoting import SourceText
from corpus.reading.document import reading_to_document
from corpus.reading.lines import text_to_lines
from corpus.reading.reading import Reading

EXPECTED = {
    "qingpu": {
        "title": "青浦区楼宇经济高质量发展行动方案（2023~2025年）",
        "doc_number": "青府办发〔2023〕30号",
        "issuer": "上海市青浦区人民政府办公室",
        "written_on": date(2023, 5, 16),
        "printed_on": date(2023, 5, 17),
        "period": (2023, 2025),
        "region": "上海市青浦区",
        "level": "区县",
        "attachments": ("楼宇经济高质量发展三年行动任务分解表", "楼宇经济高质量发展三年行动指标分解表"),
        "interpreter": None,
        "copied_to": "区委各部门、区人大办、区政协办、区监察委、区法院、区检察院，各人民团体",
    },
    "suzhou": {
        "title": "关于促进楼宇经济高质量发展的推进方案",
        "doc_number": "苏府办〔2023〕48号",
        "issuer": "苏州市人民政府办公室",
        "written_on": date(2023, 3, 28),
        "printed_on": date(2023, 3, 28),
        "period": None,
        "region": "苏州市",
        "level": "市",
        "attachments": (
            "全市各地2023年度楼宇经济发展目标清单",
            "苏州市促进楼宇经济高质量发展推进方案重点任务清单",
        ),
        "interpreter": None,
        "copied_to": None,
    },
    "taiyuan": {
        "title": "太原市楼宇经济高质量发展实施方案(2023—2025年)",
        "doc_number": None,
        "issuer": "太原市人民政府办公室",
        "written_on": None,
        "printed_on": date(2023, 11, 17),
        "period": (2023, 2025),
        "region": "太原市",
        "level": "市",
        "attachments": ("太原市楼宇经济高质量发展实施任务分解表",),
        "interpreter": "市发展改革委",
        "copied_to": (
            "市委各部门，市人大常委会办公室，市政协办公室，市法院，市检察院，市工、青、妇。各民主党派太原市委"
        ),
    },
    "lucheng": {
        "title": "温州市鹿城区楼宇经济高质量发展行动方案",
        "doc_number": "温鹿政办〔2023〕78号",
        "issuer": "温州市鹿城区人民政府办公室",
        "written_on": date(2023, 12, 26),
        "printed_on": date(2023, 12, 29),
        "period": None,
        "region": "温州市鹿城区",
        "level": "区县",
        "attachments": (
            "鹿城区楼宇经济发展领导小组",
            "鹿城区楼宇经济高质量发展行动方案任务清单",
            "鹿城区楼宇经济建设重大项目清单",
        ),
        "interpreter": None,
        "copied_to": "区委各部门，区人大常委会、政协办公室，区人武部，区法院，区检察院，各群众团体",
    },
    "jiaxing": {
        "title": "嘉兴市楼宇经济发展“十三五”规划",
        "doc_number": None,
        "issuer": (
            "嘉兴市发展和改革委员会、嘉兴市服务业发展局、嘉兴市盘活资源促进楼宇经济高质量发展工作领导小组办公室"
        ),
        "written_on": date(2017, 6, 26),
        "printed_on": None,
        "period": (2016, 2020),
        "region": "嘉兴市",
        "level": "市",
        "attachments": ("嘉兴市本级楼宇经济空间布局示意图",),
        "interpreter": None,
        "copied_to": (
            "浙江省发展改革委，各县（市、区）、嘉兴经济技术开发区（国际商务区）发展改革局，嘉兴港区（综合保税区）经济发展局"
        ),
    },
}


@pytest.mark.parametrize("document_id", EXPECTED)
def test_the_five_documents_say_of_themselves_what_is_printed(documents, document_id):
    metadata = documents[document_id].metadata
    assert {field: getattr(metadata, field) for field in EXPECTED[document_id]} == EXPECTED[document_id]


def test_every_field_has_its_words_and_their_place(documents):
    for document in documents.values():
        metadata, source = document.metadata, SourceText(document.text)
        stated = {field for field in EXPECTED[document.id] if EXPECTED[document.id][field]} - {"level"}
        assert stated <= set(metadata.quotes)
        assert set(metadata.places) == set(metadata.quotes)
        assert all(quote in source for quote in metadata.quotes.values())


@pytest.mark.parametrize(
    ("document_id", "field", "quote", "line"),
    [
        ("suzhou", "written_on", "苏州市人民政府办公室2023年3月28日", 26),
        ("suzhou", "printed_on", "苏州市人民政府办公室2023年3月28日印发", 441),
        ("taiyuan", "printed_on", "太原市人民政府办公室2023年11月17日印发", 113),
        ("taiyuan", "interpreter", "本方案由市发展改革委负责解释", 69),
        ("jiaxing", "period", "规划期限为2016年-2020年", 13),
        ("qingpu", "doc_number", "青府办发〔2023〕30号", 3),
        ("qingpu", "title", "青浦区楼宇经济高质量发展行动方案（2023~2025年）", 20),
    ],
)
def test_a_date_is_quoted_with_the_body_that_stands_above_it(documents, document_id, field, quote, line):
    metadata = documents[document_id].metadata
    assert metadata.quotes[field] == quote
    assert metadata.places[field].line == line


def test_a_number_quoted_in_running_text_is_not_the_documents_own(documents):
    """苏州 quotes 苏府〔2022〕75号."""
    assert documents["suzhou"].metadata.doc_number == "苏府办〔2023〕48号"


def test_places_name_the_document_as_it_is_cited(documents):
    place = documents["lucheng"].metadata.places["issuer"]
    assert place.document_name == "《温州市鹿城区楼宇经济高质量发展行动方案》（温鹿政办〔2023〕78号）"


def read(text):
    source = Source(id="x", file="12_某意见.txt", media_type=MediaType.TEXT, sha256="0")
    return reading_to_document(Reading(text, tuple(text_to_lines(text))), source).metadata


def test_a_national_document_has_a_level_but_no_region():
    metadata = read(
        "国务院关于推进改革的意见\n国发〔2018〕42号\n各省人民政府：\n正文。\n国务院\n2018年12月21日\n（此件公开发布）\n"
    )
    assert (metadata.issuer, metadata.region, metadata.level) == ("国务院", None, "国家")
    assert metadata.written_on == date(2018, 12, 21)


def test_the_file_lends_its_name_where_no_title_is_printed():
    metadata = read("各省人民政府：\n正文。\n")
    assert metadata.title == "某意见"
    assert "title" not in metadata.quotes


def test_the_body_of_a_notice_may_be_called_its_annex():
    notice = "某市政府办公室关于印发某市行动方案的通知\n各县：\n请执行。\n2024年1月2日\n"
    text = f"{notice}附件\n某市行动方案\n一、目标\n到2025年。\n"
    source = Source(id="x", file="a.txt", media_type=MediaType.TEXT, sha256="0")
    document = reading_to_document(Reading(text, tuple(text_to_lines(text))), source)
    assert document.metadata.title == "某市行动方案"
    assert document.blocks[-1].place.path == ("一、目标",)


def test_a_term_in_running_text_is_only_one_if_it_says_so():
    assert read("某市规划\n实施期限为2021—2025年。\n").period == (2021, 2025)
    assert read("某市规划\n制定三年行动计划（2015～2017）。\n").period is None


def test_who_interprets_is_the_last_to_be_named():
    text = "某市扶持办法\n第一条 术语由专家解释。\n第九条 本办法由市发改委会同市财政局负责解释，自发布之日起施行。\n"
    assert read(text).interpreter == "市发改委会同市财政局"


def metadata_of(*lines):
    return read("\n".join(lines))


def test_a_report_is_about_the_place_behind_its_year():
    found = metadata_of("二〇二七年云岭省政府工作报告", "各位代表：", "现在报告工作。")
    assert (found.region, found.level) == ("云岭省", "省")


def test_bodies_that_sign_together_are_told_apart():
    lines = ("云岭省农机推广方案", "推广农机。", "云岭省农业农村厅云岭省财政厅", "中共云岭省委组织部", "2027年3月1日")
    assert metadata_of(*lines).issuer == "云岭省农业农村厅、云岭省财政厅、中共云岭省委组织部"


def test_a_department_signs_for_the_one_that_the_title_names():
    title = "中共云岭省委组织部 云岭省财政厅关于印发《人才培养方案》的通知"
    found = metadata_of(title, "现印发给你们。", "组织部 2027年3月1日")
    assert (found.issuer, found.region) == ("中共云岭省委组织部、云岭省财政厅", "云岭省")


def test_fields_above_the_text_tell_what_it_does_not():
    found = metadata_of("发布机构： 云岭省水利厅 文号：", "成文日期：2027-03-09", "云岭省河湖治理方案", "治理河湖。")
    assert (found.issuer, str(found.written_on)) == ("云岭省水利厅", "2027-03-09")


def test_a_body_beside_the_title_speaks_where_nobody_signs():
    found = metadata_of("2027年防汛工作情况", "云岭县应急管理局", "一、防汛", "汛期平稳。")
    assert (found.issuer, found.region) == ("云岭县应急管理局", "云岭县")


def test_a_list_of_attachments_ends_where_someone_signs():
    found = metadata_of("云岭市治水方案", "治理河湖。", "附件：考核指标", "云岭市人民政府办公室", "2027年3月1日")
    assert (found.attachments, found.issuer) == (("考核指标",), "云岭市人民政府办公室")


def test_a_title_printed_again_with_its_years_is_the_whole_title():
    found = metadata_of("云岭市治水三年行动计划", "附件", "云岭市治水三年行动计划", "（2026—2028年）", "治理河湖。")
    assert (found.title, found.period) == ("云岭市治水三年行动计划（2026—2028年）", (2026, 2028))


def test_a_place_in_traditional_characters_is_known_by_the_simplified_ones():
    found = metadata_of("雲嶺縣政府關於治理河湖的實施方案", "治理河湖。")
    assert (found.title, found.issuer, found.region) == ("雲嶺縣政府關於治理河湖的實施方案", "雲嶺縣政府", "云岭县")


def test_names_on_one_line_are_told_apart_and_spaced_letters_are_one_name():
    for signed, names in (
        ("市水利局 市财政局", "市水利局、市财政局"),
        ("云岭市人民政府 办公室", "云岭市人民政府办公室"),
    ):
        assert metadata_of("云岭市治水方案", "治水。", signed, "2027年3月1日").issuer == names


def test_a_report_tells_below_its_title_when_and_where_it_was_given():
    metadata = metadata_of("政府工作报告", "——2026年1月20日在甲乙省第十四届人民代表大会第四次会议上", "各位代表：")
    assert (metadata.title, metadata.region, metadata.level) == ("政府工作报告", "甲乙省", "省")
    assert metadata.written_on == date(2026, 1, 20)


def test_the_bracket_below_a_title_tells_where_a_document_is_from():
    told = "（云体规〔2027〕2号，云岭省体育局、云岭省财政厅2027年11月6日联合印发）"
    found = metadata_of("云岭省体育场馆补助办法", told, "第一条 制定本办法。")
    assert (found.doc_number, found.issuer) == ("云体规〔2027〕2号", "云岭省体育局、云岭省财政厅")
    assert str(found.written_on) == "2027-11-06"
    filled = metadata_of("某县项目分解表", "（县政府督查室编制，2027年2月10日；单位：万元）", "修路。")
    assert (filled.issuer, str(filled.written_on)) == ("县政府督查室", "2027-02-10")


def test_a_sheet_tells_who_filled_it_in_and_when():
    found = metadata_of("某区项目表", "填报单位：某区项目中心　　填报日期：2027年2月20日　　单位：万元", "修路。")
    assert (found.issuer, str(found.written_on)) == ("某区项目中心", "2027-02-20")


def test_who_reports_issues_the_report():
    found = metadata_of("政府工作报告", "某区人民政府区长 王 某", "各位代表：", "现在报告工作。")
    assert found.issuer == "某区人民政府"


def test_a_field_of_a_portal_has_its_value_on_the_next_line_and_names_the_place():
    metadata = read(
        "名 称 ：\n县水务局关于做好汛前检查的通知\n发 布 机 构 ：\n梅溪县水务局\n有 效 性 ：\n有效\n"
        "县水务局关于做好汛前检查的通知\n各乡镇：\n请做好检查。\n"
    )
    assert (metadata.issuer, metadata.region) == ("梅溪县水务局", "梅溪县")


def test_a_county_posts_what_its_city_decided():
    metadata = read("甲乙市就业政策\n丙丁区人社局\n2022-03-14\n服务对象：毕业生\n政策内容：给予补贴。")
    assert (metadata.title, metadata.issuer) == ("甲乙市就业政策", "丙丁区人社局")
    assert (metadata.region, metadata.level, metadata.quotes["region"]) == ("甲乙市", "市", "甲乙市就业政策")


def test_a_government_named_by_its_kind_is_that_of_the_title():
    text = "2026年甲乙自治区政府工作报告\n自治区人民政府主席 王明\n各位代表：\n现在，我向大会报告工作。"
    assert (read(text).issuer, read(text).region) == ("自治区人民政府", "甲乙自治区")


def test_a_term_by_its_days_is_its_years():
    text = "甲市支持办法\n一、总则\n本办法执行期限为2019年1月1日至2023年12月31日。"
    assert read(text).period == (2019, 2023)


def test_days_in_brackets_and_in_fields_are_read():
    spoken = metadata_of(
        "柳河镇“6·3”山洪灾后重建情况汇报", "（2025年11月8日，镇长 何某某）", "代表们：", "现汇报如下。"
    )
    assert (spoken.written_on, spoken.region, spoken.level) == (date(2025, 11, 8), "柳河镇", "乡镇")
    assert metadata_of("关于开展评审工作的通知", "各市：", "现通知如下。", "（2025年5月12日）").written_on == date(
        2025, 5, 12
    )
    field = metadata_of(
        "救助办理指南", "> 编制单位：某县民政局救助股  |  更新时间：2024年3月6日  |  适用：群众", "一、标准。"
    )
    assert field.written_on == date(2024, 3, 6)


def test_a_body_may_have_a_second_name_in_brackets():
    name = "东湖区市场监督管理局（知识产权局）"
    assert metadata_of("关于公布名单的通知", "各街道：", "现公布。", name, "2025年2月14日").issuer == name
    assert metadata_of("东湖区储备情况表", f"填报单位：{name}填报日期：2024年11月30日", "一、情况。").issuer == name
