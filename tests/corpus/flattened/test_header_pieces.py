from corpus.flattened import header_pieces
from corpus.flattened.evidence import texts_to_evidence
from corpus.flattened.header_pieces import join_pieces
from corpus.flattened.tokens import Gap, Token

EVIDENCE = texts_to_evidence(["全县造林面积与苗木产量都有增加。"])
WORDS = (
    "造林",
    "面积",
    "苗木",
    "总产量",
    "管护",
    "人次",
    "林道",
    "里程",
    "苗圃",
    "个数",
    "木材",
    "销售额",
    "花卉",
    "亩数",
) * 3


def a_header(length):
    return [Token(word, at * 6, at, Gap.LINE) for at, word in enumerate(WORDS[:length])]


def test_a_long_header_is_joined_to_any_number_of_names():
    pieces = a_header(30)
    for count in (10, 14, 20, 30):
        joined = join_pieces(pieces, [None] * count, 1, EVIDENCE)
        assert joined is not None
        assert (len(joined.names), "".join(joined.names)) == (count, "".join(WORDS[:30]))


def test_a_header_is_weighed_once_for_all_numbers_of_columns(monkeypatch):
    weighed = []
    cost = header_pieces._name_cost
    monkeypatch.setattr(header_pieces, "_name_cost", lambda *given: weighed.append(given) or cost(*given))
    pieces = [Token(f"{word}甲", at, at, Gap.LINE) for at, word in enumerate(WORDS[:28])]
    for count in range(6, 16):
        join_pieces(pieces, [None] * count, 1, EVIDENCE)
    assert 0 < len(weighed) <= len(pieces) * 12
