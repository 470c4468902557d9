"""A claim whose answer gives no verdict gets the one that the sentences of the likeliest candidates give."""

import pytest

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.choosing import Choice
from assistant.draft import Draft, Statement
from assistant.settling import settled
from tests.assistant.making import five_documents
from tests.assistant.test_claims import ask

GRADES = "入园企业按规模减免租金：小型企业减免80%、中型企业50%、大型企业20%。"
OTHER = "中型企业减免租金80%。"


@pytest.fixture(scope="module")
def library():
    return five_documents()


def told(question, library, *texts):
    """What is answered to a claim whose candidates say these texts, the likeliest first."""
    asked = ask(question, library)
    drafts = [Draft(AnswerKind.PASSAGE, (Statement(text, ()),)) for text in texts]
    ranked = [Choice(Candidate(asked, draft), {}, 0.0, 0.5) for draft in drafts]
    found = settled(ranked[0].candidate, ranked, library)
    return found.outcome.text if found else None


@pytest.mark.parametrize(
    ("question", "texts", "expected"),
    [
        ("太原中型企业减免租金80%，对吗？", [GRADES], f"不是。{GRADES}"),
        ("太原中型企业减免租金50%，对吗？", ["租金由园区收取。", GRADES], f"是。{GRADES}"),  # the next one tells
        ("太原中型企业减免租金80%，对吗？", [GRADES, OTHER], None),  # they differ
        ("太原中型企业减免租金80%，对吗？", [f"是。{GRADES}"], GRADES),  # its cases say otherwise
        ("太原中型企业减免租金50%，对吗？", [f"是。{GRADES}"], None),  # stays as it is
        ("太原中型企业减免租金80%，对吗？", ["文件没有写中型企业减免的租金，写了的是：小型企业80%。"], None),
        ("太原中型企业减免租金比小型企业多，对吗？", [GRADES], None),  # sets two beside each other
        ("太原中型企业减免税收50%，对吗？", ["中型企业返还税收30%，减免租金50%。"], None),  # of another thing
    ],
)
def test_a_verdict_is_given_by_the_cases_that_are_told(question, texts, expected, library):
    assert told(question, library, *texts) == expected
