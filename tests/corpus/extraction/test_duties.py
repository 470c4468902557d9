import pytest

from corpus.extraction.clauses import clauses_to_tasks
from corpus.extraction.duties import How, duties_in, in_runs, without_repeats
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("改造泵站9座。该项工作由市水利局牵头，市财政局配合。", ["市水利局牵头，市财政局配合"]),
        ("改造泵站9座，由市水利局牵头，每座配一名管护员，问题5日内答复。", ["市水利局牵头"]),
        ("改造泵站9座。市水利局牵头，2027年9月底前完成移交。", ["市水利局牵头，2027年9月底前"]),
        ("改造泵站9座。市水利局、各县（市、区）人民政府分工落实。", ["市水利局、各县（市、区）人民政府分工落实"]),
        ("开展调区。市资源局负责编制方案，2027年3月底前报批。", ["市资源局负责，2027年3月底前"]),
        ("申报试点。牵头单位为东湾区人民政府。", ["牵头单位：东湾区人民政府"]),
        ("压缩时间。由东湾海关负责。", ["东湾海关负责"]),
        ("市财政局负责拨付；市审计局负责监督。", ["市财政局负责", "市审计局负责"]),
        ("汛期前，县气象局每周发布预报，县水利局巡查水库。", ["县气象局负责，县水利局负责"]),
        ("县委宣传部组织宣讲20场。", ["县委宣传部负责"]),
        ("平溪县要抓好抗旱。老旧小区要抓好消防。", ["平溪县负责"]),
        ("进度落后的县（区）应于7月5日前书面说明。", ["进度落后的县（区）负责"]),
        ("改造泵站。（市水利局牵头，市财政局配合）", ["市水利局牵头，市财政局配合"]),
    ],
)
def test_a_sentence_assigns_what_stands_before_it(text, words):
    assert [one.words for one in duties_in(text, 2027)] == words


@pytest.mark.parametrize("label", ["", "分工安排：", "四、任务分工："])
def test_each_unit_of_a_list_is_told_without_the_label_before_it(label):
    text = f"{label}市体育局负责统筹；市财政局负责资金；市应急管理局负责监管；其他部门按职责配合。"
    (task,) = clauses_to_tasks(a_document(a_paragraph(text)))
    assert task.responsible_units == ("市体育局", "市财政局", "市应急管理局", "其他部门")
    assert task.measure == text.removesuffix("其他部门按职责配合。")


def test_a_label_that_names_a_unit_or_a_role_is_kept():
    assert [one.words for one in duties_in("区科技局：推送名单。", 2027)] == ["区科技局负责"]
    assert [one.words for one in duties_in("修路。牵头单位：县交通局。", 2027)] == ["牵头单位：县交通局。"]


def test_what_two_units_do_one_after_the_other_is_a_run():
    text = "完善制度。县气象局负责预报；县水利局负责调度。其余按规定办理。（县财政局牵头）"
    assert [len(run) for run in in_runs(duties_in(text))] == [2, 1]


def test_what_a_bracket_behind_answers_for_is_told_once():
    text = "县气象局负责预报。县水利局负责调度。（县气象局、县水利局）"
    assert [one.how for one in without_repeats(duties_in(text))] == [How.UNITS]


def test_an_item_that_says_whose_it_is_begins_anew():
    heading = a_heading(1, "二、", "重点任务")
    items = [
        "2.1.1 建仓库。建仓库3个。牵头单位为市商务局。",
        "2.1.2 保税维修。开展维修业务。",
        "2.1.3 培育企业。培育企业8家。责任部门：市工信局、市公安局。",
    ]
    tasks = clauses_to_tasks(a_document(heading, *(a_paragraph(item, "二、重点任务") for item in items)))
    assert [task.measure.startswith(begin) for task, begin in zip(tasks, ("2.1.1", "2.1.3"), strict=True)] == [True] * 2
    assert tasks[1].responsible_units == ("市工信局", "市公安局")


def test_verbs_behind_a_label_tell_the_roles():
    (task,) = clauses_to_tasks(
        a_document(a_paragraph("修路。（责任单位：县交通局、县公安局牵头，县财政局、各乡镇配合）"))
    )
    assert task.lead_units == ("县交通局", "县公安局")
    assert task.responsible_units == ("县财政局", "各乡镇")


def test_units_alone_behind_a_heading_have_its_work():
    heading = a_heading(2, "3.", "改造老旧小区35个。")
    (task,) = clauses_to_tasks(a_document(heading, a_paragraph("（区住建局、区民政局）", "3.改造老旧小区35个。")))
    assert task.measure.startswith("改造老旧小区35个")
    assert task.responsible_units == ("区住建局", "区民政局")


def test_whom_to_ask_has_no_work():
    assert clauses_to_tasks(a_document(a_paragraph("特此报告。（联系人：办公室 李某，电话：8123456）"))) == []


@pytest.mark.parametrize(
    ("text", "leads", "units"),
    [
        ("市林业局牵头，组建12支护林队，5月底前完成培训。", ("市林业局",), ()),
        ("县教育局负责校车年检，8月底前公布结果。其余事项按分工办理。", (), ("县教育局",)),
        ("市财政局会同市民政局于2027年3月底前制定清单，按季公布。", ("市财政局",), ("市民政局",)),
        ("改造农贸市场7处，7月底前完工，市场建设股负责。", (), ("市场建设股",)),
        ("新建球场9个。责任主体为区体育局。", (), ("区体育局",)),
        ("建设驿站30座，由市城发公司承建。", (), ("市城发公司",)),
        ("推广电子保函，其中保函平台由区住建局牵头，区金融办配合。", ("区住建局",), ("区金融办",)),
        ("修缮堤防6公里，由市水利局和望川区政府负责。", (), ("市水利局", "望川区政府")),
    ],
)
def test_a_paragraph_of_its_own_says_who_answers_for_it(text, leads, units):
    heading = a_heading(2, "（三）", "重点工作")
    (task,) = clauses_to_tasks(a_document(heading, a_paragraph(text, "（三）重点工作")))
    assert (task.lead_units, task.responsible_units, task.task) == (leads, units, "重点工作")


@pytest.mark.parametrize(
    "text",
    [
        "支持骨干企业牵头组建联盟，年内成立。",
        "试点城市负责编制实施方案，明确进度。随后上报。",
        "本办法由县林业局会同县财政局负责解释。",
        "建立由市水利局牵头的协调机制。",
        "市水利局：承担水情监测。",
    ],
)
def test_who_is_helped_or_listed_or_explains_has_no_work(text):
    heading = a_heading(2, "（三）", "重点工作")
    assert clauses_to_tasks(a_document(heading, a_paragraph(text, "（三）重点工作"))) == []


def test_an_item_that_names_who_does_it_leaves_the_words_before_it_alone():
    heading = a_heading(1, "三、", "明年打算")
    lines = [
        "目标：接待游客90万人次。",
        "1.新建驿站4座，12月底前开放。",
        "2.修缮栈道6公里，9月底前完工，规划建设股负责。",
    ]
    (task,) = clauses_to_tasks(a_document(heading, *(a_paragraph(line, "三、明年打算") for line in lines)))
    assert task.measure.startswith("2.修缮栈道")


def test_a_heading_without_words_gives_no_empty_title():
    heading = a_heading(2, "第五条", "")
    text = "优化审批。实行一窗受理，由区政务办牵头，各镇配合。"
    (task,) = clauses_to_tasks(a_document(heading, a_paragraph(text, "第五条")))
    assert task.task == "优化审批"


@pytest.mark.parametrize(
    ("text", "leads", "units"),
    [
        ("市林业局负责造林；市水利局保障用水；各乡镇负责管护。", (), ("市林业局", "市水利局", "各乡镇")),
        ("县科技局牵头抓总；县财政局安排经费；县教育局负责师资。", ("县科技局",), ("县财政局", "县教育局")),
        ("区卫健局负责测温，水质由区水务局监测。区公安分局每周巡查2次。", (), ("区卫健局", "区水务局", "区公安分局")),
        ("建立县委办牵头的联席会议。县委办负责统筹；县档案局负责归档。", (), ("县委办", "县档案局")),
        ("市体育局负责场地；场地使用单位对设施安全负责；市文旅局负责宣传。", (), ("市体育局", "市文旅局")),
    ],
)
def test_the_duties_of_one_paragraph_are_one_task_of_all_who_have_them(text, leads, units):
    heading = a_heading(2, "（三）", "职责分工")
    (task,) = clauses_to_tasks(a_document(heading, a_paragraph(text, "（三）职责分工")))
    assert (task.lead_units, task.responsible_units, task.measure) == (leads, units, text)


def test_whose_office_stands_in_a_bracket_behind_a_task_belongs_to_it():
    heading = a_heading(1, "五、", "组织实施")
    lines = ["成立专班。每年5月由市体育局会同市财政局开展验收。", "（责任科室：市体育局群体科）"]
    (task,) = clauses_to_tasks(a_document(heading, *(a_paragraph(line, "五、组织实施") for line in lines)))
    assert task.lead_units == ("市体育局",)
    assert task.responsible_units == ("市财政局", "市体育局群体科")


def test_without_headings_only_the_own_paragraph_tells_what_is_done():
    lines = ["工业园区名单如下。", "备注：补助按季拨付。7月由县商务局会同县财政局组织验收。"]
    (task,) = clauses_to_tasks(a_document(*map(a_paragraph, lines)))
    assert task.measure.startswith("备注：补助按季拨付")
