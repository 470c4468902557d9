"""Sums of small trees over named features."""

from assistant.trees import Trees

TREES = Trees(
    names=("a", "b"),
    trees=(
        ((0, 0.5, 1, 2), (-1, 1.0, 0, 0), (1, 2.0, 3, 4), (-1, 10.0, 0, 0), (-1, 20.0, 0, 0)),
        ((-1, 0.25, 0, 0),),
    ),
)


def test_each_set_of_features_goes_its_own_way_and_what_is_not_given_is_0():
    each = [{"a": 0.5}, {"a": 1.0, "b": 2.0}, {"a": 1.0, "b": 2.5}, {"c": 9.0}]
    assert TREES.sums(each) == [1.25, 10.25, 20.25, 1.25]


def test_no_trees_say_nothing():
    assert Trees().sums([{"a": 1.0}]) == [0.0]
    assert TREES.sums([]) == []
