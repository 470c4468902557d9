"""The search for rows and cells, and how much of the text it weighs."""

import pytest

from corpus.flattened import costs
from corpus.flattened.cells import tokens_to_reading
from corpus.flattened.costs import Costs
from corpus.flattened.evidence import texts_to_evidence
from corpus.flattened.header_words import Kind
from corpus.flattened.layout import Layout
from tests.corpus.flattened.reading import tokens_of

EVIDENCE = texts_to_evidence(["（责任单位：区商务委、各街镇）"])


@pytest.fixture
def weighed(monkeypatch):
    """The texts that were weighed as cells, each time anew."""
    texts = []
    cell_cost = costs.cell_cost

    def counted(kind, text, evidence):
        texts.append(text)
        return cell_cost(kind, text, evidence)

    monkeypatch.setattr(costs, "cell_cost", counted)
    return texts


def _read(text, labels, widths=None):
    kinds = (Kind.SEQUENCE, *[Kind.LABEL] * labels, Kind.PROSE, Kind.UNITS)
    tokens = tokens_of(text)
    numbers = frozenset(index for index, token in enumerate(tokens) if token.text.isdigit())
    return tokens_to_reading(tokens, numbers, Costs(kinds, EVIDENCE, Layout(widths=widths or {})))


def _rows(count, lines):
    """Rows of as many lines of two characters, which might belong to any column."""
    row = "\n".join("楼宇企业园区街道"[at % 4 * 2 :][:2] for at in range(lines))
    return "\n".join(f"{number}\n{row}" for number in range(1, count + 1))


@pytest.mark.parametrize("widths", [{}, {column: 1.5 + column % 3 for column in range(1, 15)}])
def test_a_run_is_weighed_once_for_all_columns_of_its_kind(weighed, widths):
    _read(_rows(3, 20), 2, widths)
    few = len(weighed)
    _read(_rows(3, 20), 12, widths)
    assert len(weighed) == 2 * few


def test_twice_as_many_rows_are_twice_as_much_to_weigh(weighed):
    _read(_rows(3, 20), 2)
    few = len(weighed)
    _read(_rows(6, 20), 2)
    assert len(weighed) == 3 * few


@pytest.mark.parametrize(
    ("widths", "labels"), [({1: 2.0, 2: 8.0}, ["楼宇服务", "流程优化"]), ({1: 8.0, 2: 4.0}, ["楼宇", "服务流程优化"])]
)
def test_columns_of_one_kind_are_told_apart_by_their_widths(widths, labels):
    text = "1\n楼宇\n服务\n流程优化\n完善楼宇服务体系，推进流程优化。\n区商务委"
    (row,) = _read(text, 2, widths).rows
    tokens = [token.text for token in tokens_of(text)]
    assert ["".join(tokens[slice(*row.cells[column])]) for column in (1, 2)] == labels
