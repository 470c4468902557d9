"""Lines to passages: what is rejoined and what is kept apart."""

from corpus.quoting import squeeze
from corpus.reading.layout import lines_to_layout
from corpus.reading.lines import text_to_lines
from corpus.reading.passages import lines_to_passages

FILLER = "这一行用来说明正文每行的宽度都差不多一样长，共二十八字\n\n" * 6


def passages(text):
    lines = text_to_lines(text)
    return [passage.text for passage in lines_to_passages(lines, range(len(lines)), lines_to_layout(lines), {})]


def test_hard_wrapped_lines_with_empty_lines_between_are_one_paragraph():
    """青浦 prints every line with an empty one behind it."""
    lines = (
        "坚持以习近平新时代中国特色社会主义思想为指导，紧紧围",
        "绕“战略赋能区、数创新高地、幸福温暖家”的奋斗目标，牢牢把",
        "握高质量发展根本要求，以楼宇载体、配套服务、招商引资、运",
        "营管理为抓手，构建区域集中、产业集聚、企业集群、功能集成",
        "的新型楼宇经济发展格局。",
    )
    assert passages("\n\n".join([*lines, "（二）基本原则"])) == ["".join(lines), "（二）基本原则"]


def test_a_full_line_that_ends_a_sentence_goes_on_unless_the_next_lost_its_indent():
    """Of two full lines behind a full stop, the one short by two characters begins a paragraph."""
    end = "这一行后面是什么要看下一行的宽度是不是短了首行缩进两个字。\n\n"
    indented = FILLER + end + "新的一段从这里开始它的首行少两个字因为原有缩进丢失\n"
    going_on = FILLER + end + "同一段在这里继续它和别的行一样宽没有首行缩进的两个空格\n"
    assert len(passages(indented)) == len(passages(going_on)) + 1


def test_a_sentence_cut_by_a_page_break_is_rejoined():
    """太原 and 鹿城 print a paragraph a line, but break it at the end of a page."""
    cut = "星级楼宇入驻率达到 85% 以上,培育科技信息、金融服务等特色楼宇 20 座以\n\n上,建成智慧管理服务平台,"
    text = cut + "服务水平整体提升。\n\n### 三、重点任务\n"
    assert passages(text) == [
        "星级楼宇入驻率达到85%以上,培育科技信息、金融服务等特色楼宇20座以上,建成智慧管理服务平台,服务水平整体提升。",
        "###三、重点任务",
    ]


def test_a_line_that_begins_with_punctuation_never_begins_a_paragraph():
    assert passages("提升楼宇质效\n、优化配套。\n") == ["提升楼宇质效、优化配套。"]


def test_a_paragraph_a_line_stays_so():
    assert passages("强化楼宇业态引导。明确定位。\n强化新建楼宇管控。优化布局。\n") == [
        "强化楼宇业态引导。明确定位。",
        "强化新建楼宇管控。优化布局。",
    ]


def test_an_item_that_its_semicolon_closes_swallows_no_paragraph():
    """The last item of a list may end like the others; a sentence that stands behind is no part of it."""
    assert passages("（一）依法设立；\n（二）受总部授权，履行职能；\n前款机构参照本规定执行。\n") == [
        "（一）依法设立；",
        "（二）受总部授权，履行职能；",
        "前款机构参照本规定执行。",
    ]


def test_an_address_is_no_prose_that_goes_on():
    address = "来源: https://www.gov.cn/zhengce/content/2022-02/14/content_5673424.htm"
    assert passages(f"{address}\n政策全文\n") == [address, "政策全文"]


def test_a_heading_without_a_full_stop_does_not_swallow_the_paragraph():
    assert passages("（一）全面实施分类指导\n强化楼宇业态引导。明确定位。\n") == [
        "（一）全面实施分类指导",
        "强化楼宇业态引导。明确定位。",
    ]


def test_an_open_bracket_goes_on_even_behind_a_short_line():
    assert passages("关于印发《嘉兴市楼宇经济发展“十三五”\n规划》的通知\n") == [
        "关于印发《嘉兴市楼宇经济发展“十三五”规划》的通知"
    ]


def test_the_words_behind_an_open_bracket_may_look_like_a_label():
    """苏州: （责任 / 单位：市委组织部…"""
    text = (
        "切实将组织优势转化为楼宇经济高质量发展优势。（责任\n\n单位：市委组织部，市政府办公室，苏州工业园区管委会）\n"
    )
    assert len(passages(text)) == 1


def test_a_responsibility_clause_on_its_own_line_belongs_to_the_paragraph_above():
    """鹿城 prints one below its paragraph."""
    clause = "（责任单位：区委组织部、区发改局，属地街镇）"
    text = f"以 5 类楼宇为重点，创成楼宇党建示范点 2 个。\n\n{clause}\n\n2. 优化提升综合服务水平。聚焦\n"
    assert passages(text) == [
        "以5类楼宇为重点，创成楼宇党建示范点2个。（责任单位：区委组织部、区发改局，属地街镇）",
        "2.优化提升综合服务水平。聚焦",
    ]


def test_a_label_alone_on_its_line_takes_what_follows():
    assert passages("成 员：\n\n区委办公室、区委组织部，各街镇主要负责人。\n") == [
        "成员：区委办公室、区委组织部，各街镇主要负责人。"
    ]


def test_a_list_of_attachments_is_one_passage_with_its_wrapped_names():
    text = (
        "附件：1．全市各地 2023年度目标清单 \n\n2．苏州市促进楼宇经济高质量发展推进方案重点任 \n\n务清单 \n 附件 1 \n"
    )
    assert passages(text) == [
        "附件：1．全市各地2023年度目标清单2．苏州市促进楼宇经济高质量发展推进方案重点任务清单",
        "附件1",
    ]


def test_a_note_over_several_lines_is_one_passage():
    text = "注: 统计主要采用两大模块\n对象：一是新增楼宇，即培育期未满3年的5000平方\n米以上的楼宇。\n三、空间布局\n"
    assert passages(text) == [
        "注:统计主要采用两大模块对象：一是新增楼宇，即培育期未满3年的5000平方米以上的楼宇。",
        "三、空间布局",
    ]


def test_numbered_notes_stay_one_note():
    assert passages("注：1. 本方案楼宇指商务楼宇。\n2. 入驻率指面积百分比。\n\n三、主要任务\n") == [
        "注：1.本方案楼宇指商务楼宇。2.入驻率指面积百分比。",
        "三、主要任务",
    ]


def test_indents_tell_paragraphs_where_a_document_has_them():
    text = "\n".join(
        [
            "　　为加快建设算力强省，全面构建与人工智能相适应的新型算力发展格局，建设",
            "基础，根据省委、省政府相关文件精神，特制定此方案，现就有关事项明确如下。",
            "　　推动超低损光纤部署，优化光缆路由，加速应用部署，试点开展应用，加快技",
            "术应用。",
        ]
        * 2
    )
    assert len(passages(text)) == 4


def test_lines_beside_a_menu_go_on_though_all_are_set_in():
    """The print of a web page: text right of a menu, first lines set in further."""
    lines = [
        "首页",
        "\u3000\u3000为加快建设算力强省，全面构建与人工智能相适应的新型算力发展格局，建设有力",
        "\u3000支撑，根据省委、省政府相关文件精神，特制定此方案，现就有关事项明确如下，请",
        "\u3000认真贯彻。",
        "\u3000\u3000推动超低损光纤部署，优化光缆路由，加速应用部署，试点开展应用，加快各技",
        "\u3000术应用，完善网络布局，提升服务能力，支持各地结合实际开展先行先试，不断总结",
        "\u3000经验做法。",
    ]
    text = "\n".join(lines)
    assert [words[:4] for words in passages(text)] == ["首页", "为加快建", "推动超低"]


def test_narrow_columns_are_wrapped_text():
    lines = ["　　到2028年，全市", "建成养老床位四千张以", "上，由市民政局牵头负", "责落实。"] * 6
    assert passages("\n".join(lines)) == ["到2028年，全市建成养老床位四千张以上，由市民政局牵头负责落实。"] * 6


def test_a_field_before_a_document_ends_with_its_line():
    fields = ["**发布机构**: 青禾市科技局", "**检索关键词**: 测绘, 卫星, 导航"]
    text = "\n".join([*fields, "", "---", "", "青府办发〔2025〕11号", "", "各区人民政府："])
    assert passages(text) == [squeeze(one) for one in (*fields, "青府办发〔2025〕11号", "各区人民政府：")]
