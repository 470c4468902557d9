"""How near what candidates cite comes to their question."""

import pytest

from assistant.answer import AnswerKind, RefusalReason
from assistant.candidate import Candidate
from assistant.cited import with_nearness
from assistant.draft import Draft, NoAnswer, Statement
from assistant.reading.ask import Ask, Subject, Where
from corpus.facts import Evidence
from indexing.sentence_vectors import SPREAD
from tests.assistant.making import place

ASK = Ask(Subject.PROSE, Where(words="食堂"), gist="食堂补多少")
COSINES = {"每餐补贴2元": 0.9, "修路120公里": 0.7, "建成9个": 0.8}


class Near:
    """An index that knows the cosines of some sentences to the one question."""

    def closeness(self, query, texts):
        assert query == ASK.gist
        return {text: COSINES[text] for text in texts if text in COSINES}


def citing(*quotes, ask=ASK):
    evidence = tuple(Evidence(quote=quote, place=place("canteens")) for quote in quotes)
    return Candidate(ask, Draft(AnswerKind.FACT, (Statement("答", evidence),)), {"own": 1.0})


def test_the_nearest_and_all_that_is_cited_are_told_beside_the_other_candidates():
    first, second, third = with_nearness(
        [citing("每餐补贴2元", "修路120公里"), citing("建成9个"), citing("修路120公里")], Near()
    )
    assert first.features == pytest.approx(
        {"own": 1.0, "near": 0.1 / SPREAD, "near.all": 0.0, "near.behind": 0.0, "near.cosine": 0.9}
    )
    assert second.features == pytest.approx(
        {"own": 1.0, "near": 0.0, "near.all": 0.0, "near.behind": -0.1 / SPREAD, "near.cosine": 0.8}
    )
    assert third.features["near"] == pytest.approx(-0.1 / SPREAD)


def test_what_has_no_vector_tells_nothing():
    refusing = Candidate(ASK, NoAnswer(RefusalReason.NOT_IN_CORPUS, "没有"), {"own": 0.5})
    known, unknown, refused = with_nearness([citing("建成9个"), citing("第三条"), refusing], Near())
    assert known.features["near"] == 0.0
    assert (unknown.features, refused.features) == ({"own": 1.0}, {"own": 0.5})


def test_nothing_is_told_where_no_meaning_of_the_question_is_sought_in_prose():
    alone = citing("建成9个", ask=Ask(Subject.TASKS, Where(words="食堂")))
    assert with_nearness([alone], Near()) == [alone]
