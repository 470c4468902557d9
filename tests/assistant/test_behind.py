"""What tells how a candidate hangs on the turn before its question."""

import math

import pytest

from assistant.answer import AnswerKind
from assistant.answer_type import TYPE
from assistant.behind import Behind
from assistant.candidate import Candidate
from assistant.choosing import choices
from assistant.draft import Draft, Statement
from assistant.evidence import Pool
from assistant.reading.ask import Ask, Fold, Subject, Where
from assistant.reading.reading import read
from assistant.reading.turn import Turn, json_to_turn, turn_to_json
from assistant.trees import Trees
from assistant.tuning import FOLLOWS, Tuning
from assistant.turning import candidate_to_turn
from corpus.facts import Evidence
from corpus.place import Place
from tests.assistant.making import five_documents

LIBRARY = five_documents()


def cell(quote: str, *, line: int, row: int | None = None, path: tuple[str, ...] = ()) -> Evidence:
    table = 1 if row is not None else None
    place = Place(document_id="suzhou", document_name="甲", line=line, row=row, table_no=table, path=path)
    return Evidence(quote=quote, place=place)


def said(ask: Ask, text: str, evidence: Evidence, *rows: str) -> Candidate:
    return Candidate(ask, Draft(AnswerKind.FACT, (Statement(text, (evidence,)),)), rows=rows)


SHOWN = said(
    Ask(Subject.RECORDS, Where(words="总投资"), want=("总投资",)),
    "星海广场——总投资：9亿元。",
    cell("星海广场 9亿元", line=40, row=3, path=("二、项目",)),
    "星海广场",
)
TURN = candidate_to_turn(SHOWN, LIBRARY)
PROSE = Ask(Subject.PROSE, Where(words="总投资 开工时间"))
ROW = said(
    Ask(Subject.RECORDS, Where(words="开工时间"), want=("开工时间",)),
    "星海广场——开工时间：2024年6月。",
    cell("星海广场 2024年6月", line=40, row=3, path=("二、项目",)),
    "星海广场",
)
BESIDE = said(PROSE, "落实总投资管理。", cell("落实总投资管理", line=900, path=("五、保障",)))


@pytest.fixture
def behind() -> Behind:
    return Behind(read("什么时候开工，开工时间呢", LIBRARY), (TURN,), LIBRARY)


def test_the_turn_keeps_where_its_words_stand():
    assert TURN.places == (SHOWN.evidence[0].place,)
    assert json_to_turn(turn_to_json(TURN)) == TURN


def test_a_row_shown_again_stands_nearer_than_a_sentence_elsewhere(behind):
    row, beside = behind.features([ROW, BESIDE])
    for name in ("same_subject", "tables", "sections", "same_rows", "lines", "rows_again", "rows_said"):
        assert (row[f"turn.{name}"], beside[f"turn.{name}"]) == (1.0, 0.0), name
    assert row["turn.near"] == 0.0 < beside["turn.near"] < 1.0


def test_what_a_question_says_itself_is_told_from_what_it_takes_along(behind):
    row, beside = behind.features([ROW, BESIDE])
    assert row["turn.own_said"] > beside["turn.own_said"] == 0.0
    assert beside["turn.kept_said"] > row["turn.kept_said"] == 0.0
    assert beside["turn.kept_asked"] == 1.0
    assert row["turn.behind.own_said"] == 0.0 > beside["turn.behind.own_said"]
    assert beside["turn.behind.kept_said"] == 0.0 > row["turn.behind.kept_said"]
    assert behind.features([]) == []


def test_how_much_was_shown_is_known_to_every_candidate(behind):
    for found in behind.features([ROW, BESIDE]):
        assert (found["turn"], found["turn.rows"], found["turn.figures"]) == (1.0, math.log(2), math.log(2))


def test_a_first_question_hangs_on_nothing(behind):
    alone = Pool.of([ROW, BESIDE], LIBRARY).features()
    assert not [name for one in alone for name in one if name.split(".", maxsplit=1)[0] == FOLLOWS]
    after = Pool.of([ROW, BESIDE], LIBRARY, behind).features()
    own = [{name: value for name, value in one.items() if not name.startswith(TYPE)} for one in alone]
    assert [one.items() >= other.items() for one, other in zip(after, own, strict=True)] == [True, True]


def test_an_unread_turn_has_no_places():
    one = Behind(read("那开工时间呢", LIBRARY), (Turn(Ask(Subject.TASKS, fold=Fold.COUNT)),), LIBRARY)
    (found,) = one.features([ROW])
    assert found["turn.tables"] == found["turn.rows_again"] == found["turn.kept_said"] == 0.0
    assert found["turn.near"] == 1.0


def test_trees_of_following_weigh_only_behind_turns(behind, monkeypatch):
    leaf = (-1, 0.0, 0, 0)
    ranking = Trees(names=("is.prose",), trees=(((0, 0.5, 1, 2), leaf, (-1, 1.0, 0, 0)),))
    following = Trees(names=("turn.tables",), trees=(((0, 0.5, 1, 2), leaf, (-1, 2.0, 0, 0)),))
    fitted = Tuning(measured="", prose={}, ranking=ranking, following=following)
    monkeypatch.setattr("assistant.choosing.tuning", lambda: fitted)
    assert choices([ROW, BESIDE], LIBRARY)[0].candidate is BESIDE
    first, second = choices([ROW, BESIDE], LIBRARY, behind)
    assert (first.candidate, first.score, second.score) == (ROW, 2.0, 1.0)
