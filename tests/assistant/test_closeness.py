from assistant.closeness import (
    closeness,
    closeness_features,
    closeness_from_bytes,
    closeness_to_bytes,
)
from assistant.pieces import pieces_of

KNOWN = {"转移": 1, "群众": 2, "转": 3, "移": 4}


def test_a_text_is_cut_into_the_longest_pieces_known_and_every_number_is_the_same() -> None:
    assert pieces_of("转移群众1.86万人次，VOCs下降12％", KNOWN, 20) == (
        *("转移", "群众", "0", "万", "人", "次", "vocs", "下", "降", "0", "％"),
    )
    assert pieces_of("转移群众1.86万人次", KNOWN, 2) == ("转移", "群众")


def test_the_answer_that_says_the_thing_asked_for_in_other_words_is_nearer_than_one_about_something_else() -> None:
    said = [
        ("prose show", "防汛指挥部负责水库调度。"),
        ("prose show", "补助资金由县财政局于11月30日前拨付。"),
    ]
    other, right = closeness().scores("补助的钱最晚几号打给我们", said)
    assert right > other


def test_nothing_asked_or_nothing_said_still_has_a_score() -> None:
    assert closeness().scores("补助多少钱", []) == []
    assert len(closeness().scores("", [("prose show", ""), ("of no kind", "补助")])) == 2


def test_a_match_kept_in_a_file_gives_the_same_scores() -> None:
    again = closeness_from_bytes(closeness_to_bytes(closeness()))
    said = [("records show", "石塘镇——应改造栋数：18。"), ("targets show", "到2025年新增外语导游10人。")]
    assert again.scores("石塘镇要改几栋", said) == closeness().scores("石塘镇要改几栋", said)


def test_candidates_are_told_apart_by_how_far_ahead_and_behind_they_are() -> None:
    first, second = closeness_features([2.0, 1.0])
    assert round(first.pop("close.share"), 3) == 0.731
    assert first == {"close": 2.0, "close.behind": 0.0, "close.ahead": 1.0, "close.place": 0.0}
    assert (second["close.behind"], second["close.ahead"], second["close.place"]) == (-1.0, -1.0, 1.0)
    assert closeness_features([]) == []
