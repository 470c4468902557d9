"""Which of several things named each document speaks of, over documents made by hand."""

from types import SimpleNamespace

from assistant.citing import draft_problems
from assistant.comparing.named import compared_names
from assistant.reading.ask import Ask, Subject, Where
from corpus.document import Paragraph
from corpus.facts import Facts, Library
from corpus.place import Span
from tests.assistant.making import document, place

TEXTS = {
    "a": "推广滴灌，试点喷灌（PLC）控制；超过15亩的地块安装水表。",
    "b": "建设泵站。有条件的地方试行喷灌。",
    "c": "修缮桥梁。",
}


def _told(words, **where):
    made = [
        document(name, text=text).model_copy(
            update={"blocks": (Paragraph(text=text, place=place(name), span=Span(start=0, end=len(text))),)}
        )
        for name, text in TEXTS.items()
    ]
    library = Library(made, [Facts(document_id=name) for name in TEXTS])
    ask = Ask(Subject.PROSE, Where(documents=tuple(TEXTS), words=words, **where), per_document=True)
    found = compared_names(ask, SimpleNamespace(library=library))
    assert all(draft_problems(one.outcome, library, words) == [] for one in found)
    return [[statement.text for statement in one.outcome.statements] for one in found]


def test_each_document_tells_which_it_names_and_in_which_words():
    assert _told("提到了滴灌、喷灌等 办法") == [
        [
            "《a方案》提到滴灌、喷灌：推广滴灌，试点喷灌（PLC）控制。",
            "《b方案》提到喷灌（未提滴灌）：有条件的地方试行喷灌。",
            "未提及：《c方案》。",
        ]
    ]


def test_what_is_quoted_is_what_is_named():
    assert _told("“PLC”和“水表”、泵站", quoted=("PLC", "水表"))[0][0].startswith("《a方案》提到PLC、水表：")


def test_a_number_is_no_part_of_another():
    assert _told("5亩、滴灌")[0][0].startswith("《a方案》提到滴灌（未提5亩）")


def test_one_thing_or_none_that_is_spoken_of_is_not_compared():
    assert _told("滴灌") == _told("光伏、风电") == []
