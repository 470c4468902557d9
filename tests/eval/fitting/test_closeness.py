from eval.fitting.closeness import fit_closeness, with_closeness
from eval.fitting.examples import Example, Question
from eval.gold import GoldItem

WORDS = ("补助", "奖金", "工资", "学费", "房租", "押金", "稿费", "路费")


def _question(word: str, library: str = "") -> Question:
    """Asks in a word that no answer says: 打钱 where they say 拨付."""
    asked = f"{word}什么时候打钱"
    said = ((f"{word}在三月拨付", True), (f"{word}的范围是全县", False), (f"{word}由镇里审核", False))
    examples = tuple(Example({}, right, text, "prose show") for text, right in said)
    return Question(GoldItem(id=word, type="fact_text", question=asked), examples, library=library, asked=asked)


def test_what_is_said_in_other_words_is_learnt_and_holds_for_things_never_asked_about() -> None:
    match = fit_closeness([_question(word) for word in WORDS] * 6)
    said = [("prose show", "林木的范围是全县"), ("prose show", "林木在六月拨付"), ("prose show", "林木由县里审核")]
    scores = match.scores("林木什么时候打钱", said)
    assert max(scores) == scores[1]


def test_the_same_questions_give_the_same_match() -> None:
    questions = [_question(word) for word in WORDS]
    said = [("prose show", "补助在三月拨付")]
    assert fit_closeness(questions).scores("补助", said) == fit_closeness(questions).scores("补助", said)


def test_every_candidate_is_scored_by_a_match_that_never_saw_its_group() -> None:
    questions = [_question(word, library) for word, library in zip(WORDS, "aabbccdd", strict=True)]
    again = with_closeness(questions, [one.library for one in questions])
    match = fit_closeness([one for one in questions if one.library != "a"])
    said = [(one.name, one.said) for one in questions[0].examples]
    assert [one.features["close"] for one in again[0].examples] == match.scores(questions[0].asked, said)
    assert [one.right for one in again[0].examples] == [True, False, False]
