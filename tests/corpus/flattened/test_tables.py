"""The two documents whose tables PDF extraction flattened: every row as an official reads it on paper."""

from itertools import pairwise
from pathlib import Path

import pytest

from corpus.flattened.tables import flattened_tables
from corpus.grid import Grid
from corpus.quoting import compact
from corpus.reading.lines import text_to_lines

DOCUMENTS = Path(__file__).parents[3] / "corpus" / "documents"

BUILD = "高水平推进楼宇载体建设和改造"
OPERATE = "高品质推动楼宇运营和服务提升"
INVITE = "高层次拓展楼宇招商模式和行业资源"
GOVERN = "高标准建立楼宇综合评价和治理体系"
TOWNS = "各镇、区属公司"
STREETS = "各街镇、区属公司"
WITH_TOWNS = "区商务委、各镇、区属公司"

QINGPU_TASKS = [
    ("1", BUILD, "增量楼宇高水平建设", "区商务委、区规划资源局", "赵巷、徐泾、西虹桥、新城"),
    ("2", BUILD, "增量楼宇高水平建设", "区建设管理委", TOWNS),
    ("3", BUILD, "增量楼宇高水平建设", "区规划资源局、区国资委", TOWNS),
    ("4", BUILD, "存量楼宇高水平改造", "区房管局", STREETS),
    ("5", BUILD, "存量楼宇高水平改造", "区商务委", STREETS),
    ("6", BUILD, "综合配套高水平构建", "区商务委", "区建管委、各街镇、区属公司"),
    ("7", OPERATE, "打造专业化特色楼宇", "区商务委", "徐泾、赵巷、西虹桥公司、新城公司"),
    ("8", OPERATE, "打造专业化特色楼宇", "区商务委", STREETS),
    ("9", OPERATE, "提高运营服务水平", "区商务委", WITH_TOWNS),
    ("10", OPERATE, "提高运营服务水平", "区商务委", STREETS),
    ("11", OPERATE, "提高运营服务水平", "区国资委", "区房管局、各镇、区属公司"),
    ("12", OPERATE, "提高运营服务水平", "区政务服务办", WITH_TOWNS),
    ("13", INVITE, "探索联合招商模式", "区国资委", WITH_TOWNS),
    ("14", INVITE, "引导注册经济“脱虚向实”", "区经委", WITH_TOWNS),
    ("15", INVITE, "深化产业链“链长”招商", "区商务委", "区经委、各镇、区属公司"),
    ("16", INVITE, "着力引进总部企业", "区商务委", "区发改委、区经委、各镇、区属公司"),
    ("17", INVITE, "着力引进总部企业", "区经委", WITH_TOWNS),
    ("18", GOVERN, "建立项目评估机制", "区商务委", "区规划资源局、各镇、区属公司"),
    ("19", GOVERN, "建立增减挂钩机制", "区商务委", TOWNS),
    ("20", GOVERN, "强化履约保障机制", "区规划资源局", WITH_TOWNS),
    ("21", GOVERN, "推动数字化转型", "区商务委", "区委政法委、区政务办、各街镇、区属公司"),
    ("22", GOVERN, "推动数字化转型", "区商务委", STREETS),
]
QINGPU_MEASURES = [
    ("西虹桥、新城、赵巷、徐泾地区招引", "甲级写字楼。"),
    ("推进BU、联美、中核、前海人寿、绿洲智谷等19个", "建设进度。"),
    ("鼓励各镇、区属公司自主拿地", "丰富自有招商载体空间。"),
    ("鼓励老旧楼宇对楼宇外立面", "实施升级改造；"),
    ("鼓励楼宇新建或改扩建会议中心", "提升楼宇办公环境。"),
    ("加快楼宇周边公共交通", "提升公共服务能力。"),
    ("西虹桥、徐泾、赵巷、新城分别聚焦专业服务", "产业聚集发展的特色楼宇。"),
    ("各属地要排摸楼宇问题及现状", "形成“一楼一方案”、“一楼一清单”。"),
    ("加强与第三方专业机构合作", "数据分析、项目招引等服务。"),
    ("支持开展社区论坛", "推动存量异地经营企业迁转；"),
    ("积极培育区属国资背景", "以优质物业集聚优质企业。"),
    ("鼓励政务服务进楼宇", "“足不出楼”办理政务服务事项。"),
    ("鼓励属地购置或租赁区内楼宇", "吸引各类优质项目向我区聚集。"),
    ("建立经济小区与楼宇的结对机制", "推动注册型企业向实体型企业转变。"),
    ("发挥区内优质企业（快递物流", "引导上下游企业入驻楼宇。"),
    ("行业部门牵头建立“属地+楼宇+企业”联动机制", "引导区内总部企业回青办公。"),
    ("鼓励区内优质制造业企业将总部", "业务板块迁至楼宇办公。"),
    ("在强化单位产出效益", "突出主体运营经验评估。"),
    ("根据属地空置去化情况", "入驻存量楼宇办公为主。"),
    ("通过签订投资协议", "成本价优先回购触发条件等方面进行约定。"),
    ("鼓励各楼宇建设信息化管理平台", "实现入驻企业全生命周期管理。"),
    ("鼓励楼宇主体拓展企业服务系统", "智慧安防等信息化服务管理平台。"),
]

QINGPU_TARGET_COLUMNS = [
    ("属地",),
    ("2023年", "去化面积"),
    ("2023年", "新增办公面积"),
    ("2023年", "总部项目引进"),
    ("2024年", "去化面积"),
    ("2024年", "新增办公面积"),
    ("2024年", "总部项目引进"),
    ("2025年", "去化面积"),
    ("2025年", "新增办公面积"),
    ("2025年", "企业落地率"),
    ("2025年", "总部项目引进"),
    ("2025年", "特色楼宇（个）"),
    ("2025年", "亿元楼（个）"),
]
QINGPU_TARGETS = [
    "赵巷镇 10000 0 1 10000 300000 1 10000 480000 60% 1 1 1",
    "徐泾镇 20000 30000 1 20000 30000 1 10000 0 60% 1 1 1",
    "新城公司 30000 100000 1 30000 30000 1 20000 70000 60% 1 1 1",
    "西虹桥公司 90000 280000 2 90000 400000 2 60000 80000 60% 2 2 2",
]

SUZHOU_TARGET_COLUMNS = [
    "地区",
    "商务办公1万m2以上楼宇数量（截止2022年）",
    "新增亿元楼宇",
    "累计亿元楼宇",
    "新增特色产业楼宇",
    "计划改造存量楼宇",
    "举办楼宇推介活动",
]
SUZHOU_TARGETS = [
    "张家港市 23 2 8 3 0 8",
    "常熟市 16 1 3 2 0 3",
    "太仓市 14 1 3 2 0 3",
    "昆山市 43 2 5 2 1 10",
    "吴江区 22 2 4 2 2 7",
    "吴中区 59 2 4 6 1 10",
    "相城区 37 4 14 3 0 6",
    "姑苏区 20 1 3 1 1 6",
    "工业园区 91 2 40 4 1 12",
    "虎丘区 22 1 3 2 1 12",
    "全市合计 347 18 87 27 7 77",
]

AREAS = "各县级市<区>人民政府，苏州工业园区管委会"
DEMONSTRATE = (
    f"{AREAS}，市发改委、市科技局、市司法局、市财政局、市资源规划局、市住建局、市商务局、市国资委、"
    "市市场监管局、市金融监管局、市税务局"
)
MECHANISMS = (
    "市委组织部、市政府办公室、市发改委、市科技局、市民政局、市资源规划局、市住建局、市商务局、市国资委、"
    f"市行政审批局，{AREAS}"
)
APRIL = "2023年4月底前"
SUZHOU_TASKS = [
    ("1", "优化楼宇服务流程", "市资源规划局重点围绕", "规划审批；", APRIL, "市资源规划局"),
    ("1", "优化楼宇服务流程", "市住建局重点围绕", "消防审验；", APRIL, "市住建局"),
    ("1", "优化楼宇服务流程", "市商务局重点围绕", "整体运营；", APRIL, "市商务局"),
    ("1", "优化楼宇服务流程", "市行政审批局重点围绕", "政务服务进楼宇。", APRIL, "市行政审批局"),
    (
        "2",
        "加强楼宇动态监测",
        "各地重点聚焦",
        "存量楼宇改造提升名录。",
        APRIL,
        f"{AREAS}，市发改委、市资源规划局、市住建局、市国资委",
    ),
    (
        "2",
        "加强楼宇动态监测",
        "市级重点聚焦",
        "发展变化情况。",
        "持续推进",
        "市发改委、市资源规划局、市住建局、市国资委",
    ),
    ("3", "制定三年行动计划", "各地制定出台", "每年动态调整任务清单。", APRIL, AREAS),
    ("3", "制定三年行动计划", "市发改委根据各地", "市级年度目标清单。", APRIL, "市发改委"),
    ("4", "放大典型示范效应", "高产出楼宇。", "10亿元的高产出楼宇。", "持续推进", DEMONSTRATE),
    ("4", "放大典型示范效应", "产业特色楼宇。", "设计服务等产业特色楼宇。", "持续推进", DEMONSTRATE),
    ("4", "放大典型示范效应", "存量楼宇提升示范项目。", "老旧楼宇示范项目。", "持续推进", DEMONSTRATE),
    ("4", "放大典型示范效应", "优秀楼宇招商运营团队。", "提升楼宇招商运营服务水平。", "持续推进", DEMONSTRATE),
    ("5", "完善楼宇工作机制", "协调联动机制。", "难点堵点问题。", "持续推进", MECHANISMS),
    ("5", "完善楼宇工作机制", "评价督查机制。", "开展专项督查。", "持续推进", MECHANISMS),
    ("5", "完善楼宇工作机制", "宣传推介机制。", "发展蓝皮书。", "持续推进", MECHANISMS),
    ("5", "完善楼宇工作机制", "政务服务机制。", "自助办理比例。", "持续推进", MECHANISMS),
    ("5", "完善楼宇工作机制", "组织建设机制。", "高质量发展优势。", "持续推进", MECHANISMS),
]


def read(prefix: str) -> tuple[str, list[Grid]]:
    text = next(DOCUMENTS.glob(f"{prefix}*.txt")).read_text(encoding="utf-8")
    return text, flattened_tables(text_to_lines(text))


@pytest.fixture(scope="module")
def qingpu() -> list[Grid]:
    return read("000")[1]


@pytest.fixture(scope="module")
def suzhou() -> list[Grid]:
    return read("001")[1]


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in grid.rows]


def carried(grid: Grid) -> list[str]:
    return ["".join("^" if cell.carried else "." for cell in row.cells) for row in grid.rows]


def test_qingpu_has_two_tables_by_caption(qingpu):
    assert [grid.caption for grid in qingpu] == [
        "楼宇经济高质量发展三年行动任务分解表",
        "楼宇经济高质量发展三年行动指标分解表",
    ]
    assert [grid.unit_note for grid in qingpu] == [None, None]


def test_qingpu_tasks_columns(qingpu):
    names = [column.name for column in qingpu[0].columns]
    assert names == ["序号", "行动类别", "任务内容", "具体举措", "牵头单位", "责任单位"]


@pytest.mark.parametrize("index", range(22))
def test_qingpu_tasks_row(qingpu, index):
    """Category and task are carried down, units are whole and in the right one of the two columns."""
    seq, category, task, measure, lead, responsible = texts(qingpu[0])[index]
    assert (seq, category, task, lead, responsible) == QINGPU_TASKS[index]
    first, last = QINGPU_MEASURES[index]
    assert measure.startswith(first)
    assert measure.endswith(last)


def test_qingpu_tasks_say_which_cells_are_merged(qingpu):
    """行动类别 is printed in rows 1, 7, 13, 18; 任务内容 wherever a new one begins; nothing else is carried."""
    printed_tasks = {1, 4, 6, 7, 9, 13, 14, 15, 16, 18, 19, 20, 21}
    for number, marks in enumerate(carried(qingpu[0]), 1):
        assert marks[1] == ("." if number in {1, 7, 13, 18} else "^")
        assert marks[2] == ("." if number in printed_tasks else "^")
        assert marks[0] + marks[3:] == "...."


def test_qingpu_targets(qingpu):
    """Two levels of header; the one printed 60% is the 企业落地率 of all four areas, and of no total."""
    grid = qingpu[1]
    assert [column.path for column in grid.columns] == QINGPU_TARGET_COLUMNS
    assert [" ".join(row) for row in texts(grid)[:4]] == QINGPU_TARGETS
    assert " ".join(texts(grid)[4]) == "合计 150000 410000 5 150000 760000 5 100000 630000  5 5 5"
    assert [row.cells[9].carried for row in grid.rows] == [False, True, True, True, False]


def test_qingpu_target_columns_add_up(qingpu):
    """Every column but the rate adds up to 合计."""
    rows = texts(qingpu[1])
    for column in (*range(1, 9), *range(10, 13)):
        assert sum(int(row[column]) for row in rows[:4]) == int(rows[4][column])


def test_suzhou_has_two_tables_by_caption(suzhou):
    assert [(grid.caption, grid.unit_note) for grid in suzhou] == [
        ("全市各地2023年度楼宇经济发展目标清单", "幢、场"),
        ("苏州市促进楼宇经济高质量发展推进方案重点任务清单", None),
    ]


def test_suzhou_targets(suzhou):
    assert [column.path for column in suzhou[0].columns] == [(name,) for name in SUZHOU_TARGET_COLUMNS]
    assert [" ".join(row) for row in texts(suzhou[0])] == SUZHOU_TARGETS


def test_suzhou_tasks_columns(suzhou):
    names = [column.name for column in suzhou[1].columns]
    assert names == ["序号", "五方面工作", "重点任务", "完成时限", "责任单位"]


@pytest.mark.parametrize("index", range(17))
def test_suzhou_tasks_row(suzhou, index):
    """Sub-rows have the number and field of the row they belong to, and their own or the shared deadline and units."""
    assert len(suzhou[1].rows) == 17
    seq, field, first, last, deadline, units = SUZHOU_TASKS[index]
    row = texts(suzhou[1])[index]
    assert (row[0], row[1], row[3], row[4]) == (seq, field, deadline, units)
    assert row[2].startswith(first)
    assert row[2].endswith(last)


def test_suzhou_tasks_say_which_cells_are_merged(suzhou):
    """4 and 5 print deadline and units once, behind their last paragraph."""
    own, sub, shared_first, shared, shared_last = ".....", "^^...", "...^^", "^^.^^", "^^..."
    assert carried(suzhou[1]) == [
        *[own, sub, sub, sub],
        *[own, sub],
        *[own, sub],
        *[shared_first, shared, shared, shared_last],
        *[shared_first, shared, shared, shared, shared_last],
    ]


def test_a_repeated_header_is_not_a_row(suzhou):
    """The header that page 6 repeats before row 4 is gone from rows and quotes."""
    assert not any("五方面工作" in cell for row in texts(suzhou[1]) for cell in row)


@pytest.mark.parametrize("prefix", ["000", "001"])
def test_nothing_is_doubtful(prefix):
    assert [grid.warnings for grid in read(prefix)[1]] == [(), ()]


@pytest.mark.parametrize("prefix", ["000", "001"])
def test_no_character_of_a_row_is_lost_or_moved(prefix):
    """The own cells of a row, in order of columns, are its range of the source; white space aside."""
    text, grids = read(prefix)
    for grid in grids:
        for row in grid.rows:
            printed = "".join(cell.text for cell in row.cells if not cell.carried)
            assert compact(printed) == compact(text[row.start : row.end])


@pytest.mark.parametrize("prefix", ["000", "001"])
def test_rows_cover_the_table_without_gap(prefix):
    """Between two rows stands nothing but white space and a repeated header."""
    text, grids = read(prefix)
    for grid in grids:
        header = compact(text[grid.header_start : grid.header_end])
        assert compact(text[grid.header_end : grid.rows[0].start]) == ""
        for above, below in pairwise(grid.rows):
            assert compact(text[above.end : below.start]) in {"", header}


@pytest.mark.parametrize("prefix", ["000", "001"])
def test_first_and_last_are_caption_and_last_row(prefix):
    text, grids = read(prefix)
    lines = text_to_lines(text)
    for grid in grids:
        assert compact(lines[grid.first].text) == grid.caption
        assert lines[grid.last] == grid.rows[-1].lines[-1]


@pytest.mark.parametrize("prefix", ["002", "003", "004"])
def test_documents_that_keep_their_tabs_have_no_flattened_table(prefix):
    assert read(prefix)[1] == []


def test_prose_is_no_table():
    """Numbered prose, responsibility clauses, a letter head and a list of figures without a caption."""
    text = """一、总体要求
1.推进建设。（责任单位：市发改委、市住建局）
2.加强服务。牵头单位：市商务局，责任单位：各区人民政府。
序号要连续，责任单位要明确。
10 20 30
40 50 60
2023年 5月 16日
"""
    assert flattened_tables(text_to_lines(text)) == []


def test_no_lines_no_tables():
    assert flattened_tables([]) == []


def test_stages_are_kept_for_a_person_to_look_at(qingpu):
    assert {"tokens", "anchors", "layout", "costs", "rows"} <= set(qingpu[0].stages)
    assert {"tokens", "names", "rows", "alignment"} <= set(qingpu[1].stages)


def test_a_table_of_more_than_a_thousand_rows_is_whole():
    rows = "".join(f"{number}\n修建第{number}号道路\n市交通局\n长期\n" for number in range(1, 1004))
    (grid,) = flattened_tables(text_to_lines(f"某市方案\n任务表\n序号\n任务\n牵头单位\n完成时限\n{rows}"))
    assert [cell.text for cell in grid.rows[-1].cells] == ["1003", "修建第1003号道路", "市交通局", "长期"]
