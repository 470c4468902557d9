"""What a question makes of the numbers that the turns before have shown."""

from dataclasses import replace

import pytest

from assistant.answer import AnswerKind
from assistant.draft import Draft, Statement
from assistant.facts.shown_figures import answer_shown_figures
from assistant.reading.ask import Ask, Fold, Subject
from assistant.reading.following import followed
from assistant.reading.reading import read
from assistant.reading.turn import Turn, json_to_turn, turn_to_json
from assistant.showing import figures_shown
from corpus.facts import Evidence
from corpus.place import Place
from tests.assistant.making import five_documents

LUCHENG = Place(document_id="lucheng", document_name="lucheng", line=1)


class Index:
    library = five_documents()


def turn(question: str, *said: str, follows: str = "") -> Turn:
    """A turn about 鹿城 that said these clauses, each as it is printed."""
    ask = next(one for one in followed(read(question, five_documents()), [], five_documents()))
    statements = tuple(Statement(f"{one}。", (Evidence(quote=one, place=LUCHENG),)) for one in said)
    draft = Draft(AnswerKind.PASSAGE, statements)
    return Turn(replace(ask, follows=follows), documents=("lucheng",), figures=figures_shown(draft))


def made(question: str, *history: Turn) -> list[Ask]:
    asks = followed(read(question, five_documents()), history, five_documents())
    return [ask for ask in asks if ask.subject is Subject.FIGURES]


def answered(question: str, *history: Turn) -> str:
    return "".join(one.outcome.text for ask in made(question, *history) for one in answer_shown_figures(ask, Index))


WANYANG = turn("鹿城万洋大楼面积多少", "万洋大楼——建筑面积：39184平方米")
ZHENGTAI = turn("鹿城正泰大楼面积多少", "正泰大楼——建筑面积：44871平方米", follows="slots")
TRADE = turn("鹿城批发业的营收和纳税门槛", "批发业：营业收入5亿元以上；纳税总额不低于900万元")
HOTELS = turn("鹿城住宿业的营收和纳税门槛", "住宿业：营业收入1亿元以上；纳税总额不低于500万元")
GRANTS = turn("鹿城上市补贴多少", "完成备案的补贴100万元；完成验收的补贴150万元；首次发行的补贴250万元")
SCHOOLS = turn("鹿城新建多少学校", "幼儿园200所以上；初级中学500所以上；高级中学40所以上；卫生工程10个以上")
STORES = turn("鹿城改扩建多少储备库和仓库", "改扩建现有20个储备库和35个仓库，建设7个基地")


@pytest.mark.parametrize(
    ("question", "history", "said"),
    [
        ("两栋差多少平方米", (WANYANG, ZHENGTAI), "后者比前者多5687平方米（44871-39184=5687）"),
        ("那差多少", (WANYANG, ZHENGTAI), "后者比前者多5687平方米（44871-39184=5687）"),
        ("俩加起来多少", (WANYANG, ZHENGTAI), "合计84055平方米（39184+44871=84055平方米）"),
        ("两个纳税门槛差多少", (TRADE, HOTELS), "前者比后者多400万元（900万-500万=400万）"),
        ("三样合计", (SCHOOLS,), "合计740所（200+500+40=740所）"),
        ("两样合计呢", (STORES,), "现有20个储备库；35个仓库；合计55个（20+35=55个）"),
        ("两个差多少", (WANYANG, WANYANG), ""),
        ("三栋加起来多少", (WANYANG, ZHENGTAI), ""),
        ("俩加起来占全市多少", (WANYANG, ZHENGTAI), ""),
        ("合计多少", (WANYANG, ZHENGTAI), "合计84055平方米（39184+44871=84055平方米）"),
        ("合计多少", (ZHENGTAI,), ""),
        ("这两栋里最小的是哪个", (WANYANG, ZHENGTAI), "最少的是：万洋大楼——建筑面积：39184平方米"),
        ("哪个最大", (WANYANG, ZHENGTAI), ""),
        ("三项加起来呢", (GRANTS,), "合计500万元（100万+150万+250万=500万元）"),
        ("工业上楼的试点差多少", (WANYANG, ZHENGTAI), ""),
    ],
)
def test_numbers_shown_are_reckoned_with_where_it_is_told_which(question, history, said):
    text = answered(question, *history)
    assert (said in text) if said else not text


def test_a_question_that_only_folds_asks_nothing_else():
    asks = followed(read("那差多少", five_documents()), [WANYANG, ZHENGTAI], five_documents())
    assert [(ask.subject, ask.fold) for ask in asks] == [(Subject.FIGURES, Fold.DIFFERENCE)]


def test_what_was_put_together_shows_no_numbers_of_its_own():
    both = Turn(made("俩加起来多少", WANYANG, ZHENGTAI)[0], figures=WANYANG.figures)
    assert "最多的是：正泰大楼" in answered("这两栋里最大的是哪个", WANYANG, ZHENGTAI, both)


def test_numbers_that_measure_different_things_are_not_put_together():
    assert not answered("两个差多少", turn("鹿城面积多少", "面积100平方米"), turn("鹿城税收多少", "税收5亿元"))


def test_a_number_keeps_its_words_and_the_quote_that_prints_it_and_survives_as_json():
    (shown,) = WANYANG.figures
    assert (shown.said, str(shown.value), shown.unit) == ("万洋大楼——建筑面积：39184平方米", "39184", "平方米")
    assert json_to_turn(turn_to_json(WANYANG)) == WANYANG
    unprinted = Statement("共39184平方米。", (Evidence(quote="面积见附表", place=LUCHENG),))
    assert figures_shown(Draft(AnswerKind.FACT, (unprinted,))) == ()


def test_a_number_that_two_turns_have_shown_is_one():
    rates = ("棉花收获机械化率60%", "花生种植机械化率65%", "花生收获机械化率55%")
    history = turn("鹿城棉花收获机械化率多少", *rates), turn("鹿城花生收获机械化率多少", *rates[::-1])
    assert "5个百分点（60-55=5）" in answered("棉花跟花生收获差几个点", *history)
