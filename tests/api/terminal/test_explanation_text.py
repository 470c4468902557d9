"""An explanation in a terminal."""

from api.terminal.answer_text import explanation_to_text
from assistant.explaining import ExplainedChoice, ExplainedSpan, Explanation

CHOICE = ExplainedChoice(
    understood="青浦 · 文件信息 · 文号",
    subject="metadata",
    fold="show",
    chance=0.914,
    answer="文号为甲1号。",
    features={"match": 1.0, "margin": -0.25, "length": 2.5},
)


def explanation(**changes):
    fields = {
        "text": "青浦的文号?",
        "documents": ("qingpu", "suzhou"),
        "spans": (ExplainedSpan(words="青浦", kind="document", value="qingpu"),),
        "choices": (CHOICE,),
        "chance": 0.914,
    }
    return Explanation(**(fields | changes))


TOLD = """读作：青浦的文号?
范围：qingpu、suzhou
认出：
  “青浦” document：qingpu
候选（把握0.91）：
  1. 0.91 metadata/show 青浦 · 文件信息 · 文号
     文号为甲1号。
     length=2.5 match=1 margin=-0.25"""


def test_words_come_first_then_the_candidates_with_what_weighs_most():
    assert explanation_to_text(explanation()) == TOLD


def test_every_part_of_a_question_is_explained_in_turn():
    bare = explanation(text="谁?", documents=("a",), spans=(), choices=(), chance=0.0)
    told = explanation_to_text(explanation(parts=(bare,)))
    assert told == f"{TOLD}\n\n读作：谁?\n范围：a\n认出：\n候选（把握0.00）："


def test_of_many_features_the_eight_of_most_weight_are_shown():
    features = {f"f{at}": float(at) for at in range(12)}
    told = explanation_to_text(explanation(choices=(CHOICE.model_copy(update={"features": features}),)))
    assert told.splitlines()[-1].split() == [f"f{at}={at}" for at in range(11, 3, -1)]
