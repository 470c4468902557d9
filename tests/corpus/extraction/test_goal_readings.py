from decimal import Decimal

import pytest

from corpus.extraction.goal_readings import sentence_to_readings
from corpus.target import Bound


def read(sentence, areas=()):
    return [
        (reading.indicator, str(reading.quantity.value), reading.quantity.unit, reading.quantity.bound.value)
        for reading in sentence_to_readings(sentence, areas)
        if not reading.described
    ]


def test_number_behind_its_noun():
    assert read("新增办公面积超180万平方米；特色商务楼宇累计不少于5个；千万税收楼宇150幢、亿元税收楼宇12幢。") == [
        ("新增办公面积", "180", "万平方米", "gt"),
        ("特色商务楼宇累计", "5", "个", "ge"),
        ("千万税收楼宇", "150", "幢", "eq"),
        ("亿元税收楼宇", "12", "幢", "eq"),
    ]


def test_number_before_its_noun_and_the_same_for_a_part():
    whole, part = sentence_to_readings("“十三五”期间，全市打造100幢特色楼宇，其中市本级60幢。")
    assert (whole.indicator, whole.scope, whole.quantity.value) == ("特色楼宇", "全市", 100)
    assert (part.indicator, part.scope, part.quantity.value) == ("特色楼宇", "市本级", 60)
    assert whole.time.period == part.time.period == (2016, 2020)


def test_a_predicate_gives_its_subject_to_the_number_that_follows():
    assert read("即全区商务楼宇建筑面积倍增，突破600万平方米；亿元楼宇倍增，总数达到36幢。") == [
        ("商务楼宇建筑面积", "600", "万平方米", "gt"),
        ("亿元楼宇总数", "36", "幢", "eq"),
    ]


def test_an_explaining_bracket_is_passed_over_and_a_running_total_takes_the_noun():
    sentence = "全市新增亿元楼宇（注：本方案所指的“亿元楼宇”指全口径税收超过1亿元的楼宇，下同）18幢，累计达87幢；"
    assert read(sentence) == [("新增亿元楼宇", "18", "幢", "eq"), ("累计亿元楼宇", "87", "幢", "eq")]


def test_an_amount_inside_a_name_is_no_value():
    assert read("超亿元税收楼宇达36幢，其中5亿元以上楼宇超5幢") == [
        ("超亿元税收楼宇", "36", "幢", "eq"),
        ("5亿元以上楼宇", "5", "幢", "gt"),
    ]


def test_a_bound_before_a_number_that_stands_before_its_noun():
    assert read("新规划超1100亩的商服楼宇地块，建筑面积300万平方米以上。") == [
        ("新规划商服楼宇地块", "1100", "亩", "gt"),
        ("新规划商服楼宇地块建筑面积", "300", "万平方米", "ge"),
    ]


def test_a_shared_number_is_dealt_out():
    assert [name for name, *_ in read("企业入驻率、属地注册率、属地纳税率均达90%以上。")] == [
        "企业入驻率",
        "属地注册率",
        "属地纳税率",
    ]
    assert [name for name, *_ in read("其中马铃薯种植、收获机械化率均达到45%")] == [
        "马铃薯种植机械化率",
        "马铃薯收获机械化率",
    ]


def test_numbers_with_respectively():
    assert read("花生种植、收获机械化率分别达到65%和55%") == [
        ("花生种植机械化率", "65", "%", "eq"),
        ("花生收获机械化率", "55", "%", "eq"),
    ]
    assert read("甲、乙、丙分别达到65%和55%") == []


def test_a_list_without_jun_is_one_subject():
    (reading,) = sentence_to_readings("设施农业、畜牧养殖和农产品初加工机械化率总体达到50%左右")
    assert reading.indicator == "设施农业、畜牧养殖和农产品初加工机械化率"
    assert reading.quantity.bound is Bound.APPROX


def test_a_noun_behind_the_last_number_belongs_to_all():
    assert read("打造主要城市内1ms、全省5ms低时延圈") == [
        ("主要城市内低时延圈", "1", "ms", "eq"),
        ("低时延圈", "5", "ms", "eq"),
    ]


def test_from_to_takes_the_goal():
    (reading,) = sentence_to_readings("研发经费支出占比由2.1%提高到3%以上")
    assert (reading.indicator, reading.quantity.value) == ("研发经费支出占比", Decimal(3))


@pytest.mark.parametrize(
    "sentence",
    [
        "对入驻率低于50%的楼宇进行摸排。",
        "积极打造“15分钟办事圈”，",
        "打造一批年度税收突破亿元、5亿元、10亿元的高产出楼宇。",
        "每双月至少举办一次楼宇招商推介会议。",
        "部署单波400G超高速网络，",
    ],
)
def test_thresholds_requirements_and_names_are_no_goals(sentence):
    assert read(sentence) == []


def test_a_list_of_numbers_before_their_nouns():
    assert read("培育10个以上重点平台、20家龙头企业和5个示范园区，") == [
        ("重点平台", "10", "个", "ge"),
        ("龙头企业", "20", "家", "eq"),
        ("示范园区", "5", "个", "eq"),
    ]


def test_growth_and_shares_take_up_their_subject():
    assert [name for name, *_ in read("服务业增加值达到3000亿元，年均增长8%，占地区生产总值比重达到50%。")] == [
        "服务业增加值",
        "服务业增加值年均增长",
        "服务业增加值占地区生产总值比重",
    ]
    assert read("污泥无害化处置率达到90%以上，其中地级及以上城市达到95%。")[1][0] == "地级及以上城市污泥无害化处置率"


def test_a_range_is_no_single_number():
    (reading,) = sentence_to_readings("打造3—5个具有全国影响力的品牌。")
    assert (reading.quantity.value, reading.quantity.high) == (3, 5)


def test_a_verb_with_an_adverb_still_takes_the_noun_behind_the_number():
    assert read("平均每年举办2场以上展会。") == [("平均每年举办展会", "2", "场", "ge")]


def test_numbers_dealt_out_may_follow_their_subjects_clause():
    readings = sentence_to_readings("城镇和农村居民人均消费支出稳步提高，分别达到5万元和2.5万元。")
    assert [(one.indicator, str(one.quantity.value)) for one in readings] == [
        ("城镇居民人均消费支出", "5"),
        ("农村居民人均消费支出", "2.5"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("投入资金五千二百万元。", [("投入资金", "5200")]),
        ("建设公园十六处。", [("公园", "16")]),
        ("推进三大工程，建立一个机制。", []),
        ("推动8款以上创新药进入临床试验。", [("创新药进入临床试验", "8")]),
        ("救援时间缩短至30分钟以内。", [("救援时间", "30")]),
        ("分别达到和。", []),
        ("，分别达到3万元和2万元。", []),
    ],
)
def test_numbers_in_words_and_what_they_count(text, expected):
    assert [(one.indicator, str(one.quantity.value)) for one in sentence_to_readings(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("湿地总数达到9个，其中省级2个、国家级1个。", [("湿地总数", "9"), ("省级湿地", "2"), ("国家级湿地", "1")]),
        ("培育6家以上骨干企业，9个以上示范车间。", [("骨干企业", "6"), ("示范车间", "9")]),
        (
            "原木、板材、家具产量分别达到5万吨、3万吨和2万吨。",
            [("原木产量", "5"), ("板材产量", "3"), ("家具产量", "2")],
        ),
        ("城乡居民人均收入分别增长6%和8%。", [("城镇居民人均收入增长", "6"), ("农村居民人均收入增长", "8")]),
        ("增速保持在4%—5%之间。", [("增速", "4")]),
    ],
)
def test_what_later_numbers_take_up(text, expected):
    assert [(one.indicator, str(one.quantity.value)) for one in sentence_to_readings(text)] == expected


def test_a_number_may_count_what_the_clause_before_works_on():
    (reading,) = sentence_to_readings("加快建设充电站，到2027年底建成300座。")
    assert (reading.indicator, reading.time.year) == ("充电站", 2027)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "实现“重点引进和培养高层次人才达到2000名，人才贡献率达到40%”的三大人才发展目标。",
            [("重点引进和培养高层次人才", "2000", "名", "eq"), ("人才贡献率", "40", "%", "eq")],
        ),
        ("居民收入倍差缩小到1.9以内。", [("居民收入倍差", "1.9", "", "le")]),
        ("煤矿百万吨死亡率控制在0.05以下。", [("煤矿百万吨死亡率", "0.05", "", "le")]),
        (
            "绿色防控、统防统治覆盖率分别达到55%、45%。",
            [("绿色防控覆盖率", "55", "%", "eq"), ("统防统治覆盖率", "45", "%", "eq")],
        ),
        (
            "氨氮、氮氧化物排放总量比2020年分别下降8%、10%以上。",
            [("氨氮排放总量下降", "8", "%", "ge"), ("氮氧化物排放总量下降", "10", "%", "ge")],
        ),
        (
            "石城市、保宁市PM2.5浓度分别降至44微克/立方米、42微克/立方米。",
            [("石城市PM2.5浓度", "44", "微克/立方米", "eq"), ("保宁市PM2.5浓度", "42", "微克/立方米", "eq")],
        ),
        (
            "新增港口年吞吐能力300万吨，达到1200万吨。",
            [("新增港口年吞吐能力", "300", "万吨", "eq"), ("港口年吞吐能力", "1200", "万吨", "eq")],
        ),
        ("救援飞机到2025年达到15架。", [("救援飞机", "15", "架", "eq")]),
        ("企业开办0.5个工作日办结。", [("企业开办", "0.5", "个工作日", "eq")]),
        ("高新技术企业破万家。", [("高新技术企业", "1", "万家", "gt")]),
        (
            "培育1个五千亿级、3个千亿级、5个百亿级产业集群。",
            [
                ("五千亿级产业集群", "1", "个", "eq"),
                ("千亿级产业集群", "3", "个", "eq"),
                ("百亿级产业集群", "5", "个", "eq"),
            ],
        ),
        (
            "95%的社区中心和80%的乡镇卫生院达到国家标准。",
            [("社区中心达到国家标准", "95", "%", "eq"), ("乡镇卫生院达到国家标准", "80", "%", "eq")],
        ),
        ("每年为2600名残疾人发放护理补贴。", [("残疾人发放护理补贴", "2600", "名", "eq")]),
        ("每年资助培养社会工作督导员50名。", [("每年资助培养社会工作督导员", "50", "名", "eq")]),
        ("设立规模10亿元的发展基金。", []),
        (
            "全县小学、初中差异系数分别不超过0.5、0.45。",
            [("小学差异系数", "0.5", "", "le"), ("初中差异系数", "0.45", "", "le")],
        ),
        (
            "优良率每年提高1个百分点、2026年达到60%。",
            [("优良率每年提高", "1", "个百分点", "eq"), ("优良率", "60", "%", "eq")],
        ),
        (
            "每年招聘教师不少于150名，轮岗比例不低于符合条件总数的10%。",
            [
                ("每年招聘教师", "150", "名", "ge"),
                ("轮岗比例占符合条件总数的比例", "10", "%", "ge"),
            ],
        ),
        ("固体废物产生强度下降到0.8吨/万元。", [("固体废物产生强度", "0.8", "吨/万元", "eq")]),
        ("县医院80%以上达到国家标准。", [("县医院达到国家标准", "80", "%", "ge")]),
        ("每个乡镇至少有1名全科医生。", [("每个乡镇全科医生", "1", "名", "ge")]),
        ("平均受教育年限从12.4年提高到13.5年。", [("平均受教育年限", "13.5", "年", "eq")]),
        (
            "牛羊肉总产量达到1300万吨以上，奶类达到4100万吨以上。",
            [("牛羊肉总产量", "1300", "万吨", "ge"), ("奶类产量", "4100", "万吨", "ge")],
        ),
        ("75%以上科技人员落户企业。", [("科技人员落户企业", "75", "%", "ge")]),
        ("家庭用户带宽实现100Mbps以上灵活选择。", [("家庭用户带宽", "100", "Mbps", "ge")]),
        (
            "培育5家以上年销售收入过百亿元、2家以上年销售收入达500亿元的高新企业。",
            [("年销售收入过百亿元的高新企业", "5", "家", "ge"), ("年销售收入达500亿元的高新企业", "2", "家", "ge")],
        ),
        (
            "新建小区建设30所学校、改善60所学校办学条件。",
            [("新建小区学校", "30", "所", "eq"), ("改善学校办学条件", "60", "所", "eq")],
        ),
    ],
)
def test_words_that_numbers_share_or_stand_for(sentence, expected):
    assert read(sentence) == expected


def test_a_span_or_a_list_of_years_is_dealt_out():
    dealt = sentence_to_readings("盘活土地1.5万亩，2024—2026年分别盘活4000亩、5000亩、6000亩。")[1:]
    assert [(one.quantity.number, one.time.year) for one in dealt] == [("4000", 2024), ("5000", 2025), ("6000", 2026)]
    each = sentence_to_readings("2024年建成便民生活圈20个，2025年、2026年各新增25个。")[1:]
    assert [(one.indicator, one.time.year) for one in each] == [("新增便民生活圈", 2025), ("新增便民生活圈", 2026)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("做强陶瓷、家具两大产业，到2030年产值分别达到60亿元和25亿元", ["陶瓷产值", "家具产值"]),
        ("推进中水综合利用，利用率达到40%", ["中水综合利用率"]),
        ("内河船舶受电设施覆盖率2027年达到85%", ["内河船舶受电设施覆盖率"]),
        ("文创产品达到90个，销售额达到700万元", ["文创产品", "文创产品销售额"]),
        ("完成飞防作业52万亩次", ["飞防作业"]),
        ("推行电子病历，使用率由35%提高到70%", ["电子病历使用率"]),
        ("举办为期不少于3天的乡村医生培训，参训率不低于90%", ["乡村医生培训参训率"]),
        ("推进老旧管网整治，年内完成260公里，累计完成率达到85%", ["老旧管网整治", "老旧管网整治累计完成率"]),
        ("新建南湖、北塘两处邻里中心，合计车位420个", ["邻里中心合计车位"]),
        ("在原粮站旧址改建镇养老院，设床位90张", ["镇养老院设床位"]),
        ("建成检验、计量、标准化三个服务平台，服务企业800家次", ["服务平台服务企业"]),
        ("招收学徒800名；开展“金牌店小二”评选，每年20名", ["招收学徒", "每年“金牌店小二”评选"]),
        ("基础研究经费突破12亿元、强度达到0.8%", ["基础研究经费", "基础研究经费强度"]),
        ("设立种业基金30亿元，首期10亿元于6月底前到位", ["设立种业基金", "设立种业基金首期"]),
        ("10月底前改造余下的12座泵站和5.6公里圩堤", ["改造余下的泵站", "圩堤"]),
        ("新建幼儿园5所，新增学位1500个", ["新建幼儿园", "新增学位"]),
        ("打通农村寄递“最后一公里”", []),
        ("邀请银行、企业、高校三方代表座谈", []),
        ("床位20张以下或消防不合格的一律关停", []),
    ],
)
def test_names_told_before(sentence, names):
    assert [one.indicator for one in sentence_to_readings(sentence) if not (one.conditional or one.described)] == names
