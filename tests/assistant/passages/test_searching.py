"""From a question to ranked sentences."""

from dataclasses import replace

import pytest

from assistant.passages.searching import query_to_parts, search
from assistant.understanding.understanding import understand
from tests.assistant.lexical import lexical_index


class Listening:
    """An index that remembers what it was asked."""

    def __init__(self, index):
        self.library, self.chunks, self.embedder, self._index = index.library, index.chunks, index.embedder, index
        self.weights = index.weights
        self.asked = []

    def search(self, query, **scope):
        self.asked.append(query)
        return self._index.search(query, **scope)

    def closeness(self, query, _texts):
        assert query == self.asked[-1], "the vector of what was searched for is the one that is there"
        return {}


@pytest.mark.parametrize(
    ("question", "sought"),
    [
        ("太原的楼长做什么？", "的楼长做什么？"),
        ("嘉兴市本级的楼宇集群有哪些？", "市本级的楼宇集群有哪些？"),
        ("太原呢？", "太原呢？"),
    ],
)
def test_places_that_filter_are_not_looked_for_too(question, sought):
    index = Listening(lexical_index())
    query = replace(understand(question, lexical_index()), text=question)
    search(question, query, index)
    assert index.asked == [sought]


def test_the_best_sentence_is_of_the_document_named():
    query = understand("太原的楼长由谁设立？", lexical_index())
    found = search(query.text, query, lexical_index())
    assert found.ranked[0].candidate.place.document_id == "taiyuan"
    assert "楼长" in found.ranked[0].candidate.text


def test_two_questions_are_two_parts():
    query = understand("鹿城怎样推进统一运营？考核上有什么抓手？", lexical_index())
    assert len(query_to_parts(query)) == 2


def test_the_name_of_the_document_is_not_what_is_asked_for():
    """办法 in a title is no question for the way."""
    question = "鹿城的楼宇经济高质量发展行动方案从什么时候起施行？"
    found = search(question, understand(question, lexical_index()), lexical_index())
    assert "施行" in found.terms.weights
    assert not {"楼宇", "经济", "行动", "方案"} & set(found.terms.weights)


def test_a_question_that_is_hardly_more_than_the_name_keeps_it():
    question = "鹿城这份楼宇经济方案过会了吗？"
    found = search(question, understand(question, lexical_index()), lexical_index())
    assert "楼宇" in found.terms.weights
