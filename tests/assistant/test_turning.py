"""What an answer leaves to the question behind it."""

from assistant.answer import AnswerKind, RefusalReason
from assistant.candidate import Candidate
from assistant.draft import Draft, NoAnswer, Statement
from assistant.reading.ask import Ask, Subject
from assistant.reading.turn import Turn
from assistant.turning import candidate_to_turn
from corpus.facts import Evidence
from corpus.place import Place
from tests.assistant.making import five_documents


def cited(document, quote="18幢"):
    return Evidence(quote=quote, place=Place(document_id=document, document_name=document, line=1))


PLACES = (cited("x").place, cited("y").place)


def test_a_turn_holds_rows_and_the_documents_cited():
    ask = Ask(Subject.TARGETS)
    statements = (Statement("甲", (cited("x", "甲"), cited("x", "甲"))), Statement("乙", (cited("y", "乙"),)))
    shown = Candidate(ask, Draft(AnswerKind.FACT, statements), rows=("昆山市",))
    assert candidate_to_turn(shown, five_documents()) == Turn(ask, ("昆山市",), ("x", "y"), places=PLACES)
    denied = Candidate(ask, NoAnswer(RefusalReason.FALSE_PREMISE, "不是。", correction=(cited("y"),)))
    assert candidate_to_turn(denied, five_documents()) == Turn(ask, (), ("y",), places=PLACES[1:])


def test_a_turn_of_sentences_names_the_tasks_that_they_are_words_of():
    quote = "鼓励政务服务进楼宇，通过前置综合窗口，配备智能终端等方式，“足不出楼”办理政务服务事项。"
    other = "楼宇经济要见成效，各地要高度重视，周密部署。"
    for words, around in ((quote, ("第12项“提高运营服务水平”",)), (other, ())):
        draft = Draft(AnswerKind.PASSAGE, (Statement(words, (cited("qingpu", words),)),))
        turn = candidate_to_turn(Candidate(Ask(Subject.PROSE), draft), five_documents())
        assert turn.around == around


def test_a_turn_keeps_the_things_that_were_counted_and_listed():
    def items(text):
        draft = Draft(AnswerKind.LIST, (Statement(text, (cited("qingpu", text),)),))
        return candidate_to_turn(Candidate(Ask(Subject.OUTLINE), draft, rows=("甲",)), five_documents()).items

    assert items("“甲”共3项：加快研发；建设平台；培育企业。") == ("加快研发", "建设平台", "培育企业")
    assert items("“甲”共3项：加快研发；建设平台。") == ()
    assert items("加快研发；建设平台。") == ()
