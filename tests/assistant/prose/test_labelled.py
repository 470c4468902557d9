"""Lines with a label in front of a colon are found by their label."""

import pytest

from assistant.prose.labelled import labelled
from assistant.reading.ask import Ask, Subject, Where
from tests.assistant.lexical import lexical_index


def told(gist, words, *documents):
    found = labelled(Ask(Subject.PROSE, Where(documents=documents, words=words), gist=gist), lexical_index())
    return found and [one.text for one in found.statements]


@pytest.mark.parametrize(
    ("gist", "lines"),
    [
        ("领导小组组长是谁", ["组长：张崇波区委副书记、区长。"]),
        ("领导小组副组长是谁", ["副组长：林杰区委常委、常务副区长。"]),
        ("领导小组组长、副组长是谁", ["组长：张崇波区委副书记、区长。", "副组长：林杰区委常委、常务副区长。"]),
        ("领导小组设在哪里", None),
        ("抄送给谁", None),
    ],
)
def test_the_lines_whose_labels_are_named(gist, lines):
    assert told(gist, gist, "lucheng") == lines
