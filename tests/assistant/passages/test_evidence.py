"""Whether what was found supports an answer."""

import pytest

from assistant.passages.asked import question_to_wanted
from assistant.passages.candidates import Candidate, Scored
from assistant.passages.choosing import fewest
from assistant.passages.evidence import absent_words, focus_words, is_of_unknown_year, is_supported
from assistant.passages.searching import Found
from assistant.passages.terms import Terms, rarity_of
from tests.assistant.making import five_documents, place

SENTENCE = "支持老旧楼宇加装电梯。"


def supported_with(weights, *, score, nearby, sentence, distance):
    candidate = Candidate(sentence, sentence, place("a"), sentence, 0, 1.0, distance=distance)
    item = Scored(candidate, frozenset(nearby), frozenset(nearby), score)
    found = Found("高管必须持有多少股份？", (), Terms(weights), question_to_wanted("必须持有多少股份？"), (item,))
    return is_supported(found, fewest(found), anywhere=False, on_subject=True)


def supported(question, *, score=1.0, nearby=(), sentence=SENTENCE, anywhere=False, on_subject=True, distance=0.0):
    candidate = Candidate(sentence, sentence, place("a"), sentence, 0, 1.0, distance=distance)
    item = Scored(candidate, frozenset(), frozenset(nearby), score)
    found = Found(question, (), Terms({"电梯": 1.0}), question_to_wanted(question), (item,))
    return is_supported(found, fewest(found), anywhere=anywhere, on_subject=on_subject)


def test_meaning_alone_supports_what_speaks_of_the_subject():
    assert supported("旧楼怎么方便老人？")
    assert not supported("哪里能学画画？", on_subject=False)


def test_a_shared_word_supports_what_does_not_name_the_subject():
    assert supported("电梯怎么装？", nearby=("电梯",), on_subject=False)


def test_an_exact_value_needs_words_not_only_meaning():
    sentence = "支持5幢老旧楼宇加装电梯。"
    assert not supported("旧楼里几幢方便老人？", sentence=sentence)
    assert supported("旧楼里几幢有电梯？", sentence=sentence, nearby=("电梯",))


def test_without_a_named_document_more_is_needed():
    assert not supported("旧楼怎么方便老人？", anywhere=True)
    assert supported("旧楼怎么方便老人？", anywhere=True, score=1.5)


@pytest.mark.parametrize("question", ["加装电梯补贴几万？", "加装电梯找哪家公司？", "加装电梯几点开工？"])
def test_a_sentence_without_the_definite_thing_asked_for_supports_nothing(question):
    assert not supported(question, score=1.5, nearby=("电梯",))


def test_a_year_is_known_by_itself_or_inside_a_span():
    assert not is_of_unknown_year("2018年要多少幢？", ["规划期限为2016年-2020年。"])
    assert is_of_unknown_year("2025年要多少幢？", ["规划期限为2016年-2020年。", "2023年印发。"])
    assert not is_of_unknown_year("要多少幢？", ["规划期限为2016年-2020年。"])


def test_the_measured_thing_that_no_document_names_is_absent():
    rarity = rarity_of(five_documents())
    texts = [one.text for one in five_documents().documents.values()]
    assert absent_words(focus_words("写字楼的物业费是多少？", rarity), texts)
    assert not absent_words(focus_words("楼宇的入驻率是多少？", rarity), texts)


def test_what_a_grant_is_for_must_be_there():
    rarity = rarity_of(five_documents())
    texts = [one.text for one in five_documents().documents.values()]
    assert absent_words(focus_words("农机补贴是多少？", rarity), texts) == {"农机"}
    assert absent_words(focus_words("有哪些自行车补贴？", rarity), texts) == {"自行车"}
    assert not absent_words(focus_words("装修补贴有哪些？", rarity), texts)
    assert not absent_words(focus_words("面积各是多少？", rarity), texts)


def test_neither_near_in_words_nor_in_meaning_is_no_support():
    assert supported("旧楼怎么方便老人？", distance=1.2)
    assert not supported("旧楼怎么方便老人？", distance=1.7)
    assert supported("旧楼怎么装电梯？", distance=1.7, nearby=("电梯",))


def test_words_that_belong_to_the_asking_are_not_the_measured_thing():
    rarity = rarity_of(five_documents())
    for question in ("三个阶段各多少，加起来是多少？", "落户奖给多少？", "低时延是多少毫秒？", "补贴上限是多少？"):
        assert focus_words(question, rarity) <= {"阶段", "补贴", "低时延"}


def test_a_term_asked_for_must_be_there():
    assert not supported("电梯多久之内装好？", nearby=("电梯",), score=1.5)
    assert supported("电梯多久之内装好？", nearby=("电梯",), score=1.5, sentence="电梯应在10个工作日内装好。")


def test_a_number_of_something_else_is_no_answer():
    """Where a value is asked for and few words are shared, the meaning must be near."""
    sentence = "进入创新层的，给予200万元补贴。"
    terms = {"sentence": sentence, "score": 1.3, "nearby": ("股份",)}
    assert not supported_with({"必须": 0.4, "持有": 0.35, "股份": 0.25}, distance=0.9, **terms)
    assert supported_with({"必须": 0.4, "持有": 0.35, "股份": 0.25}, distance=0.6, **terms)


def test_a_latin_name_does_not_hide_what_is_counted():
    assert "基站" in focus_words("要建多少个5G基站？", rarity_of(five_documents()))


def test_the_time_of_another_rule_is_no_answer():
    question = "申请电梯补贴是什么时候？"

    def supported_by(second):
        texts = ("申请电梯补贴的，按规定给予补贴。", "金融局自受理之日起审核。")
        terms = Terms({"电梯": 0.5, "补贴": 0.2, "受理": 0.3})
        candidates = (Candidate(texts[0], texts[0], place("a"), "".join(texts), 0, 1.0),)
        candidates += (Candidate(texts[1], texts[1], place(second), "".join(texts), 1, 1.0),)
        held = (frozenset({"电梯", "补贴"}), frozenset({"受理"}))
        items = [
            Scored(one, has, has, 1.5 - at / 9) for at, (one, has) in enumerate(zip(candidates, held, strict=True))
        ]
        found = Found(question, (), terms, question_to_wanted(question), tuple(items))
        chosen = fewest(found)
        assert len(chosen.items) == 2
        return is_supported(found, chosen, anywhere=False, on_subject=True)

    assert supported_by("a")
    assert not supported_by("b")
