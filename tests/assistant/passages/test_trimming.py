"""Cutting a sentence to the clauses that answer."""

from assistant.passages.asked import question_to_wanted
from assistant.passages.searching import Found
from assistant.passages.terms import Terms
from assistant.passages.trimming import as_statement, trimmed

DISTRICTS = "支持小店区打造金融保险特色楼宇；支持杏花岭区打造“垂直工厂”等特色楼宇；支持晋源区发展总部经济特色楼宇。"


def found(question, *pairs):
    return Found(question, (), Terms({pair: 1 / len(pairs) for pair in pairs}), question_to_wanted(question), ())


def test_the_segment_that_answers_stands_alone():
    assert trimmed(DISTRICTS, found("哪个区搞垂直工厂？", "垂直", "工厂")) == "支持杏花岭区打造“垂直工厂”等特色楼宇；"


def test_a_short_sentence_keeps_its_condition_and_its_consequence():
    sentence = "对未达到入驻率要求的，在享受扶持政策方面予以限制。"
    assert trimmed(sentence, found("入驻率不达标会怎样？", "入驻")) == sentence


def test_trimmed_words_are_always_part_of_the_sentence():
    sentence = "，".join(f"甲{number}乙" for number in range(80)) + "。"
    assert trimmed(sentence, found("甲7是什么？", "甲7")) in sentence


def test_a_statement_has_no_list_number_and_one_stop():
    assert as_statement("1.三带即沿中山路；") == "三带即沿中山路。"
    assert as_statement("且全市纳统楼宇空置率24.4%。") == "全市纳统楼宇空置率24.4%。"


def test_of_segments_that_answer_alike_the_first_is_shown():
    sentence = "鼓励建设信息化平台并与区系统对接；鼓励拓展信息化平台；加强更新。"
    assert trimmed(sentence, found("用什么信息化平台？", "平台")) == "鼓励建设信息化平台并与区系统对接；"


def test_a_short_sentence_found_by_its_meaning_is_not_cut():
    sentence = "通过签订投资协议强化履约；在税收、营收等方面进行约定。"
    assert trimmed(sentence, found("合同里约好哪些事？", "合同", "哪些")) == sentence


def test_a_list_may_be_longer_than_other_answers():
    sentence = "培育" + "，".join(f"特色楼宇{number}类" for number in range(17)) + "。"
    listed = trimmed(sentence, found("培育哪些特色楼宇？", "特色"))
    assert len(listed) > len(trimmed(sentence, found("培育特色楼宇吗？", "特色")))


def test_several_amounts_that_are_asked_for_stay_together():
    sentence = "办理备案的，给予100万元补贴；完成验收的，给予150万元补贴；成功上市的，给予250万元补贴。"
    assert trimmed(sentence, found("三个阶段的补贴各多少？", "补贴")) == sentence


def test_a_statement_does_not_begin_with_or():
    assert as_statement("或企业迁离的，追回奖励；") == "企业迁离的，追回奖励。"
