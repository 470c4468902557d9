"""What is said of two places is set side by side, with how far their numbers lie apart."""

import pytest

from assistant.answering import competing, understood
from assistant.citing import draft_problems
from assistant.reading.placing import placed
from assistant.reading.reading import read
from tests.assistant.lexical import page_index


def page(place: str, *sentences: str) -> str:
    said = "".join(f"<p>{one}</p>" for one in sentences)
    return (
        f"<html><body><p>{place}人民政府关于印发{place}渔民转产扶持办法的通知</p><p>现将办法印发给你们，请认真执行。</p>"
        f"<h2>一、扶持标准</h2>{said}</body></html>"
    )


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    return page_index(
        tmp_path_factory.mktemp("boats"),
        a=page("青屿县", "对自愿上岸的渔民，一次性发放渔船拆解补偿8万元。", "渔民就业培训每年不少于3期，每期12天。"),
        b=page("白澜县", "渔船拆解补偿按每艘11万元发放，由县农业局核定。", "渔港清淤工程年内完工，由县水利局负责。"),
    )


def candidate(question, index):
    """That which sets two side by side; None where there is none."""
    reading = placed(read(question, index.library), [], index.library)
    found, _ = competing(understood(reading, [], index.library), index)
    return next((one for one in found if "compared" in one.features), None)


def test_the_greater_number_is_told_with_both_and_each_is_cited(index):
    found = candidate("渔船拆解补偿，青屿县和白澜县哪边给得多？", index)
    first, *said = (one.text for one in found.outcome.statements)
    assert first == "白澜县比青屿县多3万元（11万-8万=3万）。"
    assert "8万元" in "".join(said)
    assert "11万元" in "".join(said)
    assert {item.place.document_id for item in found.outcome.evidence} == {"a", "b"}
    assert not draft_problems(found.outcome, index.library, "")


def test_numbers_of_other_things_are_not_compared(index):
    found = candidate("渔民就业培训和渔港清淤，青屿和白澜分别怎么安排的？", index)
    assert found is None or found.features["compared"] == 0.0


def test_one_sentence_is_not_set_beside_itself(index):
    assert candidate("渔船拆解补偿和就业培训", index) is None
