"""How documents are called in an answer."""

from assistant.labels import document_label
from corpus.facts import Facts, Library
from tests.assistant.making import document


def label(*regions, title):
    one = document("a", *regions, title=title)
    return document_label(Library([one], [Facts(document_id="a")]), "a")


def test_a_document_is_called_by_its_place():
    assert label("青山", title="青山区行动方案（2024—2027年）") == "青山"


def test_a_document_without_one_by_its_title_without_the_years():
    assert label(title="运力提升行动方案（2024—2027年）") == "《运力提升行动方案》"
    assert label(title="总部经济扶持办法（试行）") == "《总部经济扶持办法（试行）》"
