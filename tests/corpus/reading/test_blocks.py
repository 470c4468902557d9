"""Blocks of the five documents: exact headings, joins, places, tables, and that every word is found again."""

import pytest

from corpus.document import Heading, MediaType, Paragraph, Source
from corpus.quoting import SourceText
from corpus.reading.document import reading_to_document
from corpus.reading.plain_text import read_text
from corpus.table import Table

HEADINGS = {
    "qingpu": """
        一、总体要求 / （一）指导思想 / （二）基本原则 / ——坚持存量盘活精准化 / ——坚持配套建设品质化
        / ——坚持宜商环境活力化 / （三）主要目标 / 二、主要任务 / （一）高水平推进楼宇载体建设和改造
        / 1.增量楼宇高水平建设 / 2.存量楼宇高水平改造 / 3.综合配套高水平构建
        / （二）高品质推动楼宇运营和服务提升 / 4.打造专业特色化楼宇 / 5.提高运营服务水平
        / （三）高层次拓展楼宇招商模式和行业资源 / 6.探索联合招商模式 / 7.引导注册经济“脱虚向实”
        / 8.深化产业链“链长”招商 / 9.着力引进总部企业 / （四）高标准建立楼宇综合评价和治理体系
        / 10.建立项目评估机制 / 11.建立增减挂钩机制 / 12.强化履约保障机制 / 13.推动数字化转型 / 三、行动保障
        / 14.加强组织保障 / 15.加强政策激励 / 16.加强考核评估 / 附件1 楼宇经济高质量发展三年行动任务分解表
        / 附件2 楼宇经济高质量发展三年行动指标分解表
    """,
    "suzhou": """
        一、总体要求 / 二、发展目标 / 三、重点任务 / （一）优化楼宇服务流程 / （二）加强楼宇动态监测
        / （三）制定三年行动计划 / （四）放大典型示范效应 / （五）完善楼宇工作机制
        / 附件1 全市各地2023年度楼宇经济发展目标清单 / 附件2 苏州市促进楼宇经济高质量发展推进方案重点任务清单
    """,
    "taiyuan": """
        一、指导思想 / 二、主要目标 / 三、重点任务 / (一)改造提升楼宇品质 / 1.盘活存量楼宇
        / 2.引导存量楼宇改造提质 / 3.提升整体运营能力 / (二)精准谋划楼宇招商 / 4.推进楼宇精准招商
        / 5.拓展楼宇招商渠道 / (三)运营提升楼宇质效 / 6.打造一批特色楼宇 / 7.打造一批星级楼宇
        / 8.壮大楼宇发展规模 / （四）优化楼宇配套服务 / 9.提升楼宇综合服务水平 / 10.完善楼宇配套
        / 11.强化楼宇党建文化塑造 / 四、保障措施 / (一)强化组织领导 / (二)强化政策支持 / (三)强化服务保障
        / (四)强化评价监测 / 附件 太原市楼宇经济高质量发展实施方案任务分解表
    """,
    "lucheng": """
        一、总体要求 / 二、行动目标 / 楼宇开发建设超千亩 / 楼宇规模升级破百亿 / 楼宇运营品质升一档
        / 三、主要任务 / (一)优化供给配置，盘活楼宇资源 / 全域统筹楼宇规划建设 / 全面推进统一运营模式
        / 3.全力引导楼宇更新改造 / （二）加强资源导入，提升产业层级 / 1.多方推进楼宇平台招商
        / 2.精准分级培育产业能级 / 3.科学集聚打造特色产业 / （三）创新协作机制，提质营商环境
        / 发挥楼宇党建引领作用 / 2.优化提升综合服务水平 / 3.数字赋能楼宇“社交”模式 / 四、推进机制
        / （一）成立工作领导小组 / （二）建立联席会议机制 / （三）构建联络员沟通机制 / （四）引领管理服务标准
        / （五）实施督查考评机制 / （六）组建专家智库团队 / 五、保障措施 / （一）强化责任落实
        / （二）强化要素保障 / （三）强化宣传引导 / 附件1 鹿城区楼宇经济发展领导小组 / 一、领导小组架构
        / 二、责任分工 / 附件2 鹿城区楼宇经济高质量发展行动方案任务清单 / 附件3 鹿城区楼宇经济建设重大项目清单
    """,
    "jiaxing": """
        一、现状和趋势 / （一）发展现状 / 1．发展楼宇经济的多元载体颇具规模 / 2．楼宇经济发展的集聚度逐步提升
        / 3．楼宇经济已经成为税收增长的新亮点 / 4．楼宇经济发展的政策环境不断优化
        / 1．楼宇面积存量过大，去化任务任重道远 / 2．楼宇同质程度较高，产出效益有待提升
        / 3．公共设施配备不足，专业服务需求增加 / （二）趋势展望 / 1．科技创新驱动，带来楼宇经济发展新动力
        / 2．接沪联杭深化，带来楼宇经济发展新机遇 / 3．转型升级加速，带来楼宇经济发展新契机 / 二、思路和目标
        / （一）总体思路 / （二）基本原则 / 1.坚持市场主导、政府引导 / 2.坚持合理布局、错位发展
        / 3.坚持盘活存量、提质增效 / （三）主要目标 / 三、空间布局 / （一）市域总体布局
        / 专栏1：五个楼宇集聚副中心发展重点 / （二）市本级空间布局 / （1）总部经济楼宇集群
        / 专栏2：总部经济楼宇集群布局和发展重点 / （2）金融服务楼宇集群 / 专栏3：金融服务楼宇集群布局和发展重点
        / （3）科技创新楼宇集群 / 专栏4：科技创新楼宇集群布局和发展重点 / （4）信息经济楼宇集群
        / 专栏5：信息经济楼宇集群布局和发展重点 / （5）服务外包楼宇集群 / 专栏6：服务外包楼宇集群布局和发展重点
        / （6）现代商贸楼宇集群 / 专栏7：现代商贸楼宇集群布局和发展重点 / 四、主要任务 / （一）全面实施分类指导
        / （二）大力打造品牌楼宇 / 专栏8：特色楼宇培育工程 / 专栏9：重点楼宇培育工程 / 专栏10：品质楼宇培育工程
        / （三）深入实施多元招商 / （四）持续提升楼宇服务 / （五）严格防范安全风险 / 五、保障措施
        / （一）健全工作机制 / （二）强化政策扶持 / （三）加强监测考核 / （四）营造发展氛围
    """,
}


def headings(document):
    return [block for block in document.blocks if isinstance(block, Heading) and block.level]


def paragraph(document, words):
    """The only paragraph with these words."""
    (found,) = [block for block in document.blocks if isinstance(block, Paragraph) and words in block.text]
    return found


@pytest.mark.parametrize("document_id", HEADINGS)
def test_headings_are_those_printed(documents, document_id):
    printed = [heading.strip() for heading in HEADINGS[document_id].split("/")]
    assert [heading.text for heading in headings(documents[document_id])] == printed


def test_every_block_and_row_is_found_again_in_the_source(documents):
    for document in documents.values():
        source = SourceText(document.text)
        for block in document.blocks:
            quotes = [row.quote for row in block.rows] if isinstance(block, Table) else [block.text]
            assert all(quote in source for quote in quotes)


def test_spans_hold_exactly_the_words_of_their_block(documents):
    for document in documents.values():
        for block in document.blocks:
            if not isinstance(block, Table):
                words = document.text[block.span.start : block.span.end]
                assert "".join(words.split()) == "".join(block.text.split())


def test_no_word_of_a_source_is_lost_or_said_twice(documents):
    """Blocks follow each other; between them stand only marks, captions and the full stops behind headings."""
    for document in documents.values():
        at = 0
        for block in document.blocks:
            between = "".join(document.text[at : block.span.start].split())
            caption = block.caption if isinstance(block, Table) else ""
            unit = f"单位：{block.unit_note}" if isinstance(block, Table) and block.unit_note else ""
            left = between.replace("".join(caption.split()), "").replace(unit, "").replace("表：", "")
            assert set(left) <= set("#*。-0123456789."), (document.id, left)
            at = max(at, block.span.end)


@pytest.mark.parametrize(
    ("document_id", "words", "path"),
    [
        ("suzhou", "市资源规划局重点负责新建楼宇的空间布局", ("三、重点任务", "（一）优化楼宇服务流程")),
        ("suzhou", "一是高产出楼宇。", ("三、重点任务", "（四）放大典型示范效应")),
        ("suzhou", "协调联动机制。", ("三、重点任务", "（五）完善楼宇工作机制")),
        ("qingpu", "抓好楼宇的办公入驻率", ("一、总体要求", "（二）基本原则", "——坚持存量盘活精准化")),
        ("qingpu", "联席会议办公室设立在区商务委", ("三、行动保障", "14.加强组织保障")),
        ("taiyuan", "府东府西街", ("三、重点任务", "(一)改造提升楼宇品质", "1.盘活存量楼宇")),
        ("taiyuan", "星级楼宇入驻率", ("二、主要目标",)),
        ("lucheng", "新规划超", ("二、行动目标", "1.楼宇开发建设超千亩")),
        ("lucheng", "张崇波", ("附件1 鹿城区楼宇经济发展领导小组", "一、领导小组架构")),
        ("jiaxing", "强化楼宇业态引导。", ("四、主要任务", "（一）全面实施分类指导")),
        (
            "jiaxing",
            "南湖CBD区域以联创大厦",
            ("三、空间布局", "（二）市本级空间布局", "（1）总部经济楼宇集群", "专栏2：总部经济楼宇集群布局和发展重点"),
        ),
    ],
)
def test_a_paragraph_knows_the_headings_above_it(documents, document_id, words, path):
    assert paragraph(documents[document_id], words).place.path == path


@pytest.mark.parametrize(
    ("document_id", "words", "path"),
    [
        # A box ends with its cell: what follows belongs to the section again.
        ("jiaxing", "大力发展重点楼宇。", ("四、主要任务", "（二）大力打造品牌楼宇")),
        # An unnumbered paragraph before numbers that begin anew belongs to the section, not to item 4.
        ("jiaxing", "仍然存在不少困难和问题", ("一、现状和趋势", "（一）发展现状")),
        # Numbered sentences are no headings, nor do they belong to what is numbered before them.
        ("jiaxing", "1.三带即沿中山路", ("三、空间布局", "（二）市本级空间布局")),
        ("taiyuan", "本方案由市发展改革委负责解释", ()),
        ("taiyuan", "抄送：市委各部门", ()),
        ("qingpu", "附件：1.楼宇经济", ()),
        ("lucheng", "2023年12月29日印发", ()),
        ("jiaxing", "抄送：浙江省发展改革委", ()),
    ],
)
def test_what_closes_a_section_is_not_in_it(documents, document_id, words, path):
    assert paragraph(documents[document_id], words).place.path == path


@pytest.mark.parametrize(
    ("document_id", "joined"),
    [
        ("qingpu", "引导鼓励楼宇物业提升服务水平"),
        ("qingpu", "“月亿楼”项目实现零突破"),
        ("suzhou", "（责任单位：市委组织部，市政府办公室"),
        ("suzhou", "统筹形成楼宇经济市级年度目标清单。2023年4月底前"),
        ("taiyuan", "特色楼宇20座以上,建成基本覆盖全市"),
        ("taiyuan", "建立“区、街、楼”三级楼宇服务机制"),
        ("lucheng", "5亿元以上楼宇超5幢；累计认定特色产业楼宇15幢"),
        ("lucheng", "创成楼宇党建示范点2个。（责任单位：区委组织部、区发改局，属地街镇）"),
        ("jiaxing", "主要采用两大模块对象：一是新增楼宇"),
    ],
)
def test_lines_and_pages_are_rejoined(documents, document_id, joined):
    assert paragraph(documents[document_id], joined)


def test_titles_are_level_zero_and_in_no_path(documents):
    for document in documents.values():
        titles = [block for block in document.blocks if isinstance(block, Heading) and block.level == 0]
        assert titles[-1].text == document.metadata.title
        assert not any(document.metadata.title in block.place.path for block in document.blocks)


def test_levels_are_ranks_within_the_document(documents):
    levels = {heading.number: heading.level for heading in headings(documents["jiaxing"])}
    assert [levels[number] for number in ("一、", "（一）", "1.", "（1）", "专栏1")] == [1, 2, 3, 4, 5]
    assert {heading.level for heading in headings(documents["lucheng"]) if heading.number == "附件1"} == {1}


def test_table_sizes_are_those_of_the_documents(documents):
    sizes = {key: [len(table.rows) for table in document.tables] for key, document in documents.items()}
    assert sizes["taiyuan"] == [23]
    assert sizes["lucheng"] == [12, 32, 46]
    assert sizes["jiaxing"] == [9]


def test_a_table_stands_in_its_annex_and_its_rows_are_counted(documents):
    table = documents["lucheng"].tables[1]
    assert table.caption == "鹿城区楼宇经济高质量发展行动方案任务清单"
    assert table.place.path == ("附件2 鹿城区楼宇经济高质量发展行动方案任务清单",)
    assert [row.place.row for row in table.rows] == list(range(1, 33))
    assert table.rows[13].place.line == 179
    assert table.rows[13].cells[3].text == "*区发改局、*区市场监管局、区税务局"


def test_a_table_between_items_and_section_end_belongs_to_the_section(documents):
    """鹿城's yearly indicators follow item 3 but cover all three."""
    assert documents["lucheng"].tables[0].place.path == ("二、行动目标",)


def test_notes_are_in_the_table_and_in_the_text(documents):
    lucheng, jiaxing = documents["lucheng"], documents["jiaxing"]
    assert lucheng.tables[1].notes == ("备注：带“*”为牵头单位。",)
    assert lucheng.tables[0].notes[0].startswith("注：1.本方案楼宇指")
    assert lucheng.tables[0].notes[0].endswith("占全部注册企业的百分比。")
    (note,) = jiaxing.tables[0].notes
    assert note.endswith("以及新增楼宇达3年以上的楼宇。")
    assert paragraph(jiaxing, "两大模块").note


def test_a_row_is_quoted_with_its_cells_apart(documents):
    row = documents["taiyuan"].tables[0].rows[1]
    assert row.quote == (
        "2 入驻率低于50%的楼宇，通过改造扩容、出售转让、功能置换等方式加以盘活，促进存量消化，降低楼宇空置率。 "
        "市审批服务管理局、市规划和自然资源局，各区人民政府"
    )


def test_total_rows_are_kept(documents):
    last = documents["lucheng"].tables[2].rows[-1]
    assert [cell.text for cell in last.cells] == ["项目建筑面积合计(平方米)", "", "", "", "", "6011702"]
    assert not any(cell.carried for cell in last.cells)


def test_the_merged_first_column_is_carried_down(documents):
    """Of 32 tasks 10 print their 工作任务; 太原 leaves 6 blank."""
    carried = {
        key: sum(cell.carried for table in documents[key].tables for row in table.rows for cell in row.cells)
        for key in ("taiyuan", "lucheng", "jiaxing")
    }
    assert carried == {"taiyuan": 6, "lucheng": 22, "jiaxing": 0}


def written(*lines):
    """A document of these lines."""
    source = Source(id="a", file="a.txt", media_type=MediaType.TEXT, sha256="0" * 64)
    return reading_to_document(read_text("\n".join(lines).encode(), "a.txt"), source)


def test_the_first_sentence_of_an_item_is_no_heading_where_most_of_its_list_has_none():
    conditions = (
        "（一）注册地和办公场所在园区内。",
        "（二）入园的时间不超过36个月。从事种业的，不超过60个月。",
        "（三）属迁入企业的，上年营业收入不超过300万元，且无失信记录。",
        "（四）上年末职工总数在50人以内，其中研究人员占三成以上。",
        "（五）产品属于国家重点支持的领域，且研究开发费用占销售收入的比例不低于5%。",
    )
    document = written(
        "梅溪县科技园入园企业管理办法",
        "一、入园企业应当同时符合以下条件：",
        *conditions,
        "二、受理时间。每年三月受理。",
    )
    assert [heading.text for heading in headings(document)][-2:] == ["一、入园企业应当同时符合以下条件", "二、受理时间"]
    assert [paragraph(document, one).place.path for one in conditions[1:]] == [
        ("一、入园企业应当同时符合以下条件",)
    ] * 4


def test_headings_stay_where_only_some_items_begin_with_a_long_sentence():
    document = written(
        "梅溪县入园企业服务方案",
        "一、主要任务",
        "（一）优化服务流程。各部门精简材料。",
        "（二）围绕重点企业需求，组织银行、担保机构和高校上门对接，逐户建立台账。每季度通报进展。",
        "（三）加强跟踪问效。县政府督查室开展督查。",
    )
    assert [heading.text for heading in headings(document)][-2:] == ["（一）优化服务流程", "（三）加强跟踪问效"]


def test_what_a_text_says_to_programs_only_is_left_out():
    written = "燃气条例\n<!-- INFO END -->\n第一条 保障安全。<!-- 待核 -->\n"
    assert [line.text for line in read_text(written.encode(), "燃气.txt").lines if line.text] == [
        "燃气条例",
        "第一条 保障安全。",
    ]
