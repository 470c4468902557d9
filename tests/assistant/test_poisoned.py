"""Whatever stands in a document, a question takes the time of a question: names as long as a file cost nothing."""

import time

import pytest

from assistant.assistant import Assistant
from corpus.document import MediaType, Source
from corpus.extraction.facts import document_to_facts
from corpus.facts import Library
from corpus.reading.document import reading_to_document
from corpus.reading.plain_text import read_text
from indexing.build import build_index
from indexing.index import open_index
from tests.indexing.fakes import FakeEncoder, small_library

LONG = 15_000
QUESTIONS = ["临江到2026年新建生态护岸多少公里？", "区水务局牵头哪些任务？", "各地目标对比", "安定市绿地由谁负责？"]
HEAD = "安定市绿地建设方案\n"
POISONED = {
    "title": "安定市" + "绿" * LONG + "建设方案\n一、总体目标\n到2026年，新建公园3个。\n",
    "heading": HEAD + "一、" + "绿地" * (LONG // 2) + "\n到2026年，新建公园3个。\n",
    "unit": HEAD
    + "一、分工\n新建公园3个，由"
    + "市绿" * (LONG // 2)
    + "局牵头，"
    + "区林" * (LONG // 2)
    + "局配合。\n",
    "units": HEAD + "一、分工\n新建公园，由" + "、".join(f"市绿化{n}局" for n in range(1_500)) + "负责。\n",
    "columns": HEAD
    + f"序号\t任务{'绿' * LONG}\t牵头单位\t责任单位\n1\t建公园\t市林业局\t市水务局\n2\t种树\t市林业局\t市水务局\n",
    "rows": HEAD
    + f"序号\t任务\t牵头单位\t责任单位\n1\t{'建园' * LONG}\t市{'林' * LONG}局\t市水务局\n2\t种树\t市林业局\t各镇\n",
    "areas": HEAD + f"地区\t2026年绿地面积（亩）\n{'安' * LONG}镇\t3\n定远镇\t5\n合计\t8\n",
    "indicator": HEAD + f"一、目标\n到2026年，{'绿地' * (LONG // 2)}面积达到30亩。\n",
    "definition": HEAD + f"一、定义\n本方案所称{'绿地' * (LONG // 2)}，是指公园。\n",
}


def read(name, text):
    source = Source(id=name, file="a.txt", media_type=MediaType.TEXT, sha256="x", regions=("安定",))
    return reading_to_document(read_text(text.encode(), "a.txt"), source)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    """Over a small library that all of them were added to."""
    small, folder = small_library(), tmp_path_factory.mktemp("poisoned")
    poisoned = [read(name, text) for name, text in POISONED.items()]
    facts = [*small.facts.values(), *map(document_to_facts, poisoned)]
    build_index(Library([*small.documents.values(), *poisoned], facts), folder, FakeEncoder())
    return Assistant(open_index(folder, FakeEncoder()))


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_takes_time_by_the_question(assistant, question):
    """What is kept from question to question is filled by the first."""
    assistant.ask(question)
    began = time.process_time()
    assistant.ask(question.replace("？", "呢？"))
    assert time.process_time() - began < 1
