import pytest

from corpus.extraction.named_sets import sentence_to_sets


@pytest.mark.parametrize(
    ("text", "term", "members"),
    [
        (
            "大力推进“四个一批”建设，新建一批优质楼宇、改造一批老旧楼宇、培育一批特色楼宇、盘活一批低效楼宇，基本形成体系。",
            "四个一批",
            ["新建一批优质楼宇", "改造一批老旧楼宇", "培育一批特色楼宇", "盘活一批低效楼宇"],
        ),
        (
            "以盘活一批、招商一批、提升一批（以下简称“三个一批”）为切入点",
            "三个一批",
            ["盘活一批", "招商一批", "提升一批"],
        ),
        (
            "推行“四民做法”（即居民提事、居民定事、居民督事和新居民参与），保证权利",
            "四民做法",
            ["居民提事", "居民定事", "居民督事", "新居民参与"],
        ),
        ("加大“三名”（名企、名牌、名家）工程培育", "三名", ["名企", "名牌", "名家"]),
        (
            "实现政府引导力、市场配置力、企业主体力“三力合一”、多方协同",
            "三力合一",
            ["政府引导力", "市场配置力", "企业主体力"],
        ),
        (
            "“五城”即嘉善、平湖、海盐、海宁、桐乡五个副中心城区。五个城区",
            "五城",
            ["嘉善", "平湖", "海盐", "海宁", "桐乡"],
        ),
        (
            "实施改造提升、精准谋划、运营提升、优化配套四大重点任务,构建格局",
            "四大重点任务",
            ["改造提升", "精准谋划", "运营提升", "优化配套"],
        ),
        (
            "加强楼宇、通讯、办公、安保、消防等“5A智能化”建设，提供",
            "5A智能化",
            ["楼宇", "通讯", "办公", "安保", "消防"],
        ),
    ],
)
def test_sets_with_as_many_members_as_they_name(text, term, members):
    (named,) = sentence_to_sets(text)
    assert (named.term, list(named.members)) == (term, members)
    assert term in text[named.start : named.end]
    assert members[-1] in text[named.start : named.end]


def test_members_may_be_sentence_parts():
    (named,) = sentence_to_sets("实现“三个倍增”目标。即面积倍增，突破600万；楼宇倍增，达36幢；企业倍增，突破600家。")
    assert named.members == ("面积倍增，突破600万", "楼宇倍增，达36幢", "企业倍增，突破600家")


@pytest.mark.parametrize(
    "text",
    [
        "秉持“四链融合”理念，提升能级",
        "践行“四敢精神”，秉持理念",
        "领军企业、创新型示范企业、“两业融合”试点企业，按规定给予扶持",
        "“一楼一方案”、“一楼一清单”",
    ],
)
def test_a_set_that_the_text_does_not_list_is_none(text):
    assert sentence_to_sets(text) == []
