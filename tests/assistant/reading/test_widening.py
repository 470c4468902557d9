"""Questions that name a place with documents of its own, but speak of what others say of that place."""

import pytest

from assistant.reading.meant import widened
from assistant.reading.reading import read
from assistant.reading.spans import Kind
from corpus.document import Paragraph
from corpus.facts import Facts, Library
from corpus.place import Span
from tests.assistant.making import document, place


def _saying(name, region, title, *texts):
    blocks = tuple(Paragraph(text=text, place=place(name), span=Span(start=0, end=len(text))) for text in texts)
    made = document(name, region, title=f"{region}{title}", text="".join(texts))
    return made.model_copy(update={"blocks": blocks})


@pytest.fixture(scope="module")
def library():
    """A county's document on roads, and its city's on rivers that speaks of the county."""
    made = [
        _saying("roads", "临浦县", "农村公路方案", "农村公路养护里程320公里。", "路政巡查每周一次。"),
        _saying("rivers", "云泽市", "幸福河湖方案", "临浦县堤防加固42公里。", "白塔区清淤土方6万方。", "水库除险。"),
        _saying("farming", "云泽市", "粮油生产方案", "油菜种植面积稳定。", "农村公路不占农田。"),
    ]
    return Library(made, [Facts(document_id=one.id) for one in made])


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("临浦县堤防加固多少公里", ("rivers",)),
        ("临浦和白塔的堤防加固哪边多", ("rivers",)),
        ("临浦县路政巡查多久一次", ("roads",)),
        ("临浦县农村公路方案里堤防加固多少公里", ("roads",)),
        ("临浦县油菜种植面积多少", ("roads",)),
        ("堤防加固多少公里", ("roads", "rivers", "farming")),
    ],
)
def test_what_others_say_of_a_place_is_looked_for_with_them(library, question, documents):
    assert widened(read(question, library), library).documents == documents


def test_the_place_is_a_word_then(library):
    found = widened(read("临浦县堤防加固多少公里", library), library)
    assert (found.told, found.of(Kind.DOCUMENT)) == (False, [])
    assert [span.value for span in found.of(Kind.PLACE)] == ["临浦县"]
