"""The document that a question speaks of where it names none, or a place with several."""

import pytest

from assistant.reading.meant import narrowed
from assistant.reading.reading import read
from corpus.document import Paragraph
from corpus.facts import Facts, Library
from corpus.place import Span
from tests.assistant.making import document, place, target


def _saying(name, region, *texts):
    blocks = tuple(Paragraph(text=text, place=place(name), span=Span(start=0, end=len(text))) for text in texts)
    made = document(name, region, title=f"{region}{name}方案", text="".join(texts))
    return made.model_copy(update={"blocks": blocks})


@pytest.fixture(scope="module")
def library():
    """Two documents of one city, one of another."""
    made = [
        _saying("rivers", "云泽", "幸福河湖由河长巡查。", "堤防加固42公里。", "河长每月巡河。"),
        _saying("farming", "云泽", "油菜种植面积稳定。", "渔业养殖保险由财政补贴。", "鱼塘改造，沙浦镇先行。"),
        _saying("roads", "临浦", "农村公路养护。", "堤防旁修建绿道，沙浦镇先行。"),
    ]
    town = {one: (target(one, "改造", "3", "个", scope="沙浦镇"),) for one in ("farming", "roads")}
    return Library(made, [Facts(document_id=one.id, targets=town.get(one.id, ())) for one in made])


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("河长每月巡河几次", ("rivers",)),
        ("养殖保险补贴多少", ("farming",)),
        ("云泽油菜面积多少", ("farming",)),
        ("云泽和临浦的堤防加固多少公里", ("rivers", "farming", "roads")),
        ("堤防怎么说", ("rivers", "farming", "roads")),
        ("哪些文件提到河长", ("rivers", "farming", "roads")),
        ("沙浦镇的河长每月巡河几次", ("rivers", "farming", "roads")),
        ("月球基地的河长", ("rivers", "farming", "roads")),
    ],
)
def test_a_question_means_the_document_that_says_most_of_it_and_is_far_ahead(library, question, documents):
    assert narrowed(read(question, library), library).documents == documents


def test_what_was_not_named_is_not_told(library):
    found = narrowed(read("河长每月巡河几次", library), library)
    assert (found.named, found.told, found.spared) == (True, False, ("rivers", "farming", "roads"))
