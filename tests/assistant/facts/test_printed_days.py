from assistant.facts.printed_days import dated_sentences, day_asked, from_day, prints_day


def test_a_day_is_told_from_a_year():
    assert day_asked("明确写了“2020年底前”完成的有哪几件事") == "2020年底前"
    assert day_asked("2021年6月底前要做什么") == "2021年6月底前"
    assert day_asked("2025年要做什么") == ""


def test_two_days_are_none():
    assert day_asked("2023年底前和2024年底前各要做什么") == ""


def test_other_words_for_the_end_of_a_year_are_the_same_day():
    sentence = "2020年底前建成平台。"
    assert prints_day(sentence, "2020年年底前")
    assert prints_day(sentence, "2020年底之前")
    assert not prints_day(sentence, "2021年底前")


def test_a_sentence_begins_at_its_day():
    assert from_day("扩大试点，2023年6月底前完成摸排。", "2023年6月底前") == "2023年6月底前完成摸排。"


def test_sentences_that_say_by_when_not_those_that_look_back():
    text = "2022年建成三处。2023年底前再建两处。各地2024年6月底前报送情况。"
    assert dated_sentences(text) == ["2023年底前再建两处。", "2024年6月底前报送情况。"]
    assert dated_sentences(text, "2024年") == ["2024年6月底前报送情况。"]
