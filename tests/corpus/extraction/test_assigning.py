"""Where paragraphs assign work, and the tasks that come of it."""

import pytest

from corpus.extraction.assigning import assigning_words
from corpus.extraction.clauses import clauses_to_tasks
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph

PATH = ("二、重点任务",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("建设冷链基地3个。县商务局牵头，2026年9月底前建成运行。", "县商务局牵头，2026年9月底前建成运行"),
        ("推广订单农业。县农业农村局、县供销社负责。", "县农业农村局、县供销社负责"),
        ("布设监测站。市气象局会同市水利局负责。", "市气象局会同市水利局负责"),
        ("配建托育点。市总工会、市卫健委分工落实。", "市总工会、市卫健委分工落实"),
        ("组建招商组。市商务局（市投资促进中心）牵头。", "市商务局（市投资促进中心）牵头"),
        ("完善口岸功能。此项工作由市口岸办负责，临浦海关配合。", "此项工作由市口岸办负责，临浦海关配合"),
        ("疏浚河道。由工程建设科牵头，市水投集团为项目法人，汛前开工。", "由工程建设科牵头"),
        ("改造管网。责任单位为县住建局。", "责任单位为县住建局。"),
        ("驿站日常管护由团县委负责。", "由团县委负责"),
    ],
)
def test_who_does_the_work_is_told_in_a_sentence(text, words):
    assert [one.words for one in assigning_words(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "坚持政府主导、社会参与。",
        "支持龙头企业牵头，聚合产业链优势企业，共建创新平台。",
        "县财政局负责资金拨付。",
        "所需经费由市、县两级财政各承担50%。",
        "转移群众返家须经乡镇主要负责人签字同意。",
    ],
)
def test_what_sounds_like_it_assigns_nothing(text):
    assert assigning_words(text) == []


def test_what_the_sentence_says_besides_is_part_of_the_work():
    (one,) = assigning_words("疏浚河道。由工程建设科牵头，市水投集团为项目法人，汛前开工。")
    assert one.rest == "，市水投集团为项目法人，汛前开工"


def _tasks(*texts):
    paragraphs = (a_paragraph(text, *PATH) for text in texts)
    return clauses_to_tasks(a_document(a_heading(1, "二、", "重点任务"), *paragraphs))


def test_items_of_which_several_say_who_does_them_are_tasks_of_their_own():
    tasks = _tasks(
        "2.1.1 冷链。建设基地3个。由县商务局负责。",
        "2.1.2 农机。补贴200台。",
        "2.1.3 电商。培训800人次。由县供销社负责。",
    )
    assert [(task.measure, task.responsible_units) for task in tasks] == [
        ("2.1.1 冷链。建设基地3个。", ("县商务局",)),
        ("2.1.3 电商。培训800人次。", ("县供销社",)),
    ]


def test_items_that_one_clause_closes_are_one_task():
    (task,) = _tasks("（1）清淤。", "（2）护坡。", "（3）绿化。（县水利局负责）")
    assert task.measure == "（1）清淤。（2）护坡。（3）绿化。"


def test_a_topic_that_the_sentence_names_is_the_work():
    (task,) = _tasks("驿站免费入住7天。驿站日常管护由团县委负责。")
    assert (task.measure, task.responsible_units) == ("驿站日常管护", ("团县委",))


def test_the_deadline_behind_who_does_it_counts():
    (task,) = _tasks("下放权限52项。市行政审批局牵头，2025年9月底前完成交接。")
    assert (task.lead_units, str(task.deadline.date)) == (("市行政审批局",), "2025-09-30")
