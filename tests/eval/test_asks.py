"""Asks against labels."""

from assistant.reading.ask import Ask, Fold, Subject, Want, Where
from eval.meaning import GoldAsk, faults, read_asks, score_asks

GOLD = GoldAsk(
    id="a",
    question="谁牵头？",
    subject=(Subject.TASKS,),
    fold=(Fold.SHOW, Fold.SUM),
    want=((Want.LEAD, Want.WHO),),
    documents=("x", "y"),
)
RIGHT = Ask(Subject.TASKS, Where(documents=("y", "x")), want=(Want.WHO, Want.DEADLINE))


def test_alternatives_and_further_wants_are_right():
    assert faults(GOLD, RIGHT) == []


def test_every_part_that_is_not_as_labelled_is_named():
    wrong = Ask(Subject.TARGETS, Where(documents=("x",)), want=(Want.DEADLINE,), fold=Fold.COUNT)
    assert faults(GOLD, wrong) == ["subject", "fold", "want", "documents"]


def test_right_parts_are_counted():
    other = Ask(Subject.PROSE, Where(documents=("x", "y")), want=(Want.LEAD,))
    asks = iter([RIGHT, other])
    aspect = score_asks([GOLD, GOLD], lambda _: next(asks))
    assert (aspect.of, dict(aspect.counts)) == (2, {"all": 1, "subject": 1, "fold": 2, "want": 2, "documents": 2})
    assert aspect.failures == ("a 谁牵头？ → prose show lead [x y]: subject",)


def test_the_labels_are_of_the_five_documents(sources):
    labelled = read_asks()
    assert len(labelled) == len({one.id for one in labelled}) == 60
    assert {name for one in labelled for name in one.documents} == set(sources)
