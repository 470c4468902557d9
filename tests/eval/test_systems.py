"""Systems under test over a small index with a fake encoder."""

import pytest

from assistant.assistant import Assistant
from eval.baselines.llama import Quickstart
from eval.systems import Ours, SingleSignal
from indexing.build import build_index
from indexing.hit import Signal
from indexing.index import open_index
from tests.indexing.fakes import FakeEncoder, small_library


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    build_index(small_library(), folder, FakeEncoder())
    return Assistant(open_index(folder, FakeEncoder()))


def test_ours_answers_with_what_it_found(assistant):
    [response] = Ours(assistant).respond(["临江到2026年新建生态护岸多少公里？"])
    assert response.status == "answered"
    assert "30公里" in response.answer
    assert any("生态护岸30公里" in quote for quote in response.quotes)
    assert any("生态护岸30公里" in text for text in response.retrieved)


def test_a_single_signal_answers_with_one_sentence_of_its_first_passage(assistant):
    [response] = SingleSignal(assistant, Signal.CHARACTERS, "bm25 alone").respond(["食品安全快检由谁负责？"])
    assert response.answer.startswith("县市场监管局负责食品安全快检")
    assert "补助50万元" not in response.answer
    assert response.answer in response.retrieved[0]


def test_a_signal_that_finds_nothing_refuses(assistant):
    [response] = SingleSignal(assistant, Signal.WORDS, "words").respond(["zzz"])
    assert response.status == "refused"


def test_the_quickstart_answers_from_its_first_node(assistant):
    [response] = Quickstart(assistant).respond(["每家市场补助多少？"])
    assert response.status == "answered"
    assert response.answer
    assert len(response.answer) < len(response.retrieved[0])


def test_the_quickstart_lets_a_configured_llm_answer(assistant):
    """The mock LLM repeats its prompt, which holds the two nearest nodes."""
    from llama_index.core.llms import MockLLM

    system = Quickstart(assistant, MockLLM())
    [response] = system.respond(["每家市场补助多少？"])
    assert system.name == "llama-index quickstart with LLM"
    assert "补助50万元" in response.answer
    assert len(response.quotes) == 2
