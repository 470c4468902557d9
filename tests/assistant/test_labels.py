"""How documents are called in an answer."""

import pytest

from assistant.labels import document_label
from corpus.facts import Facts, Library
from tests.assistant.making import document


def labels(*documents):
    made = Library(documents, [Facts(document_id=one.id) for one in documents])
    return [document_label(made, one.id) for one in documents]


def issued(document_id, region):
    one = document(document_id)
    return one.model_copy(update={"metadata": one.metadata.model_copy(update={"region": region})})


def test_a_document_is_called_by_its_place():
    assert labels(document("a", "青山", title="青山区行动方案（2024—2027年）")) == ["青山"]


@pytest.mark.parametrize(
    ("region", "label"),
    [("海州市云泽区", "云泽"), ("澜州市", "澜州"), ("广西壮族自治区南宁市", "南宁"), ("沙市区", "沙市")],
)
def test_a_place_that_nobody_told_is_read_from_the_document(region, label):
    assert labels(issued("a", region), document("b", "青山")) == [label, "青山"]


def test_the_place_of_several_documents_tells_none_of_them():
    assert labels(issued("a", "澜州市"), issued("b", "澜州市")) == ["《a方案》", "《b方案》"]


def test_a_document_without_one_by_its_title_without_the_years():
    assert labels(document("a", title="运力提升行动方案（2024—2027年）")) == ["《运力提升行动方案》"]
    assert labels(document("a", title="总部经济扶持办法（试行）")) == ["《总部经济扶持办法（试行）》"]
