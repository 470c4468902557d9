"""Whether something is there, asked of documents that do not have it."""

import pytest

from assistant.answering import understood
from assistant.candidates import candidates_of
from assistant.citing import draft_problems
from assistant.draft import Draft, NoAnswer
from assistant.reading.placing import placed
from assistant.reading.reading import read
from tests.assistant.lexical import lexical_index


def outcomes(question):
    index = lexical_index()
    reading = placed(read(question, index.library), [], index.library)
    return [one.outcome for one in candidates_of(understood(reading, [], index.library).asks, index)]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("鹿城要争取REITs试点，嘉兴提了吗", "没有。嘉兴的文件没有提到“REITs”。"),
        ("太原2026年有楼宇入驻率目标吗", "没有。太原的文件没有写2026年的“楼宇入驻率”，写了的是：城区到2025年70%以上。"),
    ],
)
def test_that_nothing_is_there_answers_whether_it_is(question, said):
    (told,) = [one for one in outcomes(question) if isinstance(one, Draft) and one.text == said]
    assert draft_problems(told, lexical_index().library, question) == []


def test_what_takes_an_amount_for_granted_is_still_refused():
    told = [one.text for one in outcomes("苏州的楼宇入驻率目标是80%吗") if isinstance(one, NoAnswer)]
    assert [one.partition("，")[0] for one in told] == ["苏州的文件没有“楼宇入驻率”的目标"]
