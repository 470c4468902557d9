import pytest

from assistant.reading.normalising import LIMIT, as_printed, question_to_text, to_key
from corpus.errors import BadQuestion
from corpus.facts import Facts, Library
from tests.assistant.making import document


def test_full_width_and_spaces_are_folded():
    """Half-width punctuation, spaces between Chinese characters gone, Latin words kept apart."""
    assert question_to_text(" 鹿城　２０２６年，入驻 率？ REITs AI lab ") == "鹿城2026年,入驻率? REITs AI lab"


@pytest.mark.parametrize("question", ["", "   ", "？？！", "\u200b"])
def test_nothing_asked_is_refused(question):
    with pytest.raises(BadQuestion):
        question_to_text(question)


def test_control_characters_and_overlong_questions_are_refused():
    with pytest.raises(BadQuestion):
        question_to_text("青浦\x00目标")
    with pytest.raises(BadQuestion):
        question_to_text("问" * (LIMIT + 1))


def test_a_key_is_as_long_as_its_text():
    assert to_key("2023～2025—REITs") == "2023-2025-reits"


def test_a_sum_that_documents_print_with_a_sign_is_read_so_where_it_is_spelled():
    made = [document("sea", text="推进“人工智能＋海洋”行动，叠加奖补。")]
    library = Library(made, [Facts(document_id=one.id) for one in made])
    assert as_printed("人工智能加海洋叠加奖补", library) == "人工智能+海洋叠加奖补"
