from assistant.facts.printed_days import dated_sentences


def test_sentences_that_say_by_when_not_those_that_look_back():
    text = "2022年建成三处。2023年底前再建两处。各地2024年6月底前报送情况。"
    assert dated_sentences(text) == ["2023年底前再建两处。", "2024年6月底前报送情况。"]
    assert dated_sentences(text, "2024年") == ["2024年6月底前报送情况。"]
