"""Verdicts on statements."""

from pathlib import Path

import pytest

from corpus.errors import BadRequest
from eval.gold import GOLD, read_lines
from eval.meaning import Statement, read_statements, score_statements, verdict
from eval.response import Response


class Scripted:
    """A system that gives the answers it was made with."""

    name = "scripted"

    def __init__(self, *answers: Response) -> None:
        self.answers = list(answers)

    def respond(self, questions):
        return [self.answers.pop(0) for _ in questions]


def statement(number: int, *, truth: bool) -> Statement:
    return Statement(id=f"t{number}", question=f"{number}吗？", docs=("x",), truth=truth, evidence="y")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("是。到2025年新建19个。", True),
        ("是，它是牵头单位。", True),
        ("有。文件写明完成时限。", True),
        ("青浦：是。新建19个。", True),
        ("是同一天：2023年5月17日。", True),
        ("不是。到2025年新建19个。", False),
        ("不是，其中没有该单位。", False),
        ("没有。文件未写发文机关。", False),
        ("不是同一天：成文日期为2023年3月28日。", False),
        ("是由区商务委牵头。", None),
        ("没有写数量的是苏州。", None),
        ("到2025年新建19个。", None),
    ],
)
def test_the_beginning_of_an_answer_tells_the_verdict(answer, said):
    assert verdict(Response("answered", answer)) is said


def test_a_false_premise_denies_and_no_other_refusal_does():
    assert verdict(Response("refused", "是。", reason="false_premise")) is False
    assert verdict(Response("refused", "不是。", reason="not_in_corpus")) is None


def test_verdicts_are_counted_and_wrong_ones_are_named():
    said = [Response("answered", text) for text in ("是。", "是。", "不是。", "新增18幢。")]
    statements = [statement(number, truth=truth) for number, truth in enumerate((True, False, False, True))]
    aspect = score_statements(statements, Scripted(*said))
    assert (aspect.of, dict(aspect.counts)) == (4, {"right": 2, "wrong": 1, "none": 1})
    assert aspect.failures == ("t1 1吗？ → 是。",)
    assert str(aspect) == "right 2, wrong 1, none 1 (of 4)"


def test_half_of_the_gold_is_true_and_every_piece_of_evidence_is_printed(sources):
    statements = read_statements()
    assert (len(statements), sum(one.truth for one in statements)) == (60, 30)
    assert [one.id for one in statements if one.evidence not in sources[one.docs[0]]] == []


def test_a_line_in_another_format_is_named(tmp_path: Path):
    path = tmp_path / "statements.jsonl"
    path.write_text(
        (GOLD / "statements.jsonl").read_text(encoding="utf-8").splitlines()[0] + "\n{}\n", encoding="utf-8"
    )
    with pytest.raises(BadRequest, match="第2行"):
        read_lines(path, Statement)
