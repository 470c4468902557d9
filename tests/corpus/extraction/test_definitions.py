from corpus.extraction.definitions import document_to_definitions
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph, a_table


def defined(*texts):
    document = a_document(*(a_paragraph(text) for text in texts))
    return {definition.term: definition for definition in document_to_definitions(document)}


def test_what_a_term_means():
    meaning = defined("楼宇经济是指以商务楼为载体，促进城市繁荣发展的经济活动。为进一步优化空间。")["楼宇经济"].meaning
    assert meaning == "以商务楼为载体，促进城市繁荣发展的经济活动"


def test_marks_and_numbers_before_a_term_are_no_part_of_it():
    assert list(defined("**第五条** 本办法所称精品民宿，是指客房数不少于5间的民宿。")) == ["精品民宿"]


def test_a_note_inside_a_sentence_ends_with_its_bracket():
    text = "新增亿元楼宇（注：本方案所指的“亿元楼宇”指全口径税收超过1亿元的楼宇，下同）18幢，累计达87幢；"
    definition = defined(text)["亿元楼宇"]
    assert definition.meaning == "全口径税收超过1亿元的楼宇"
    assert definition.quote == "“亿元楼宇”指全口径税收超过1亿元的楼宇"


def test_each_rate_of_a_note_is_its_own_definition():
    text = "注：1.本方案楼宇指建筑面积5000平方米以上的楼宇。3.企业入驻率指入驻面积占比；属地纳税率指本区纳税企业占比。"
    assert set(defined(text)) == {"楼宇", "企业入驻率", "属地纳税率"}


def test_notes_of_tables_define_too():
    table = a_table(["指标"], [["1"]], notes=["注：企业入驻率指入驻企业面积占楼宇总面积的百分比。"])
    assert [definition.term for definition in document_to_definitions(a_document(table))] == ["企业入驻率"]


def test_abbreviations():
    found = defined("鼓励通过信贷资产支持证券（ABS）、商业房地产抵押贷款支持证券(CMBS)等金融创新工具，")
    assert found["ABS"].meaning == "信贷资产支持证券"
    assert found["CMBS"].meaning == "商业房地产抵押贷款支持证券"


def test_namely_and_short_names():
    assert defined("“一核”即市本级楼宇集聚核心区。")["一核"].meaning == "市本级楼宇集聚核心区"
    found = defined(
        "截止2015年底,全市纳入平台统计的楼宇（以下简称纳统楼宇）265幢，一是新增楼宇，即2015年后投入使用的楼宇；"
    )
    assert found["纳统楼宇"].meaning == "全市纳入平台统计的楼宇"
    assert found["新增楼宇"].meaning == "2015年后投入使用的楼宇"


def test_a_set_is_defined_by_its_members():
    definition = defined("提升楼宇平均入驻率、市场主体注册率、楼宇税收贡献率（以下简称“三率”），")["三率"]
    assert definition.members == ("楼宇平均入驻率", "市场主体注册率", "楼宇税收贡献率")


def test_a_leading_group_is_defined_by_its_founding_and_by_its_members():
    founding = "成立由区长任组长，各有关部门任组员的鹿城区楼宇经济发展领导小组，负责日常协调。"
    assert defined(founding)["鹿城区楼宇经济发展领导小组"].meaning == founding
    annex = a_heading(1, "附件1", "鹿城区楼宇经济发展领导小组")
    people = a_paragraph("成员：", "附件1"), a_paragraph("区发改局、区财政局、区税务局，各街镇。", "附件1")
    (definition,) = document_to_definitions(a_document(annex, *people))
    assert definition.members == ("区发改局", "区财政局", "区税务局", "各街镇")


def test_words_of_guidance_define_nothing():
    assert defined("坚持以发展观为指导，强化政府规划引导。发布指标体系，出台工作指引。由领导小组指定一名联络员。") == {}


def test_a_sentence_that_says_which_units_a_group_covers_defines_it():
    text = "区经信局、区教育局、市生态环境局鹿城分局等行业主管部门负责研究、打造特色楼宇等新业态。"
    found = defined(text)["行业主管部门"]
    assert found.members == ("区经信局", "区教育局", "市生态环境局鹿城分局")
    assert found.quote == "区经信局、区教育局、市生态环境局鹿城分局等行业主管部门"


def test_an_open_list_of_departments_defines_no_group():
    assert defined("区经信局、区教育局等相关部门负责打造特色楼宇。") == {}
    assert defined("餐饮、娱乐、停车等主管部门负责协调。") == {}


def test_a_sentence_says_of_what_kind_the_subject_of_a_title_is():
    said = (
        "夜间经济是以晚间服务为主体、满足多样需求的城市消费形态。它是由居民带动的新增长点。关键是以点带面的工作方法。"
    )
    document = a_document(a_paragraph(said), title="云州市夜间经济发展规划")
    (found,) = document_to_definitions(document)
    assert (found.term, found.meaning) == ("夜间经济", "以晚间服务为主体、满足多样需求的城市消费形态")
