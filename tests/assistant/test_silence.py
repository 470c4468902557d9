"""How likely it is that no document answers at all."""

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.choosing import Choice
from assistant.draft import Draft, Statement
from assistant.reading.ask import Ask, Subject
from assistant.refusing import is_silent
from assistant.surety import silence, silence_evidence
from assistant.tuning import tuning

FIRST = {"said": 0.2, "missing": 0.7, "elsewhere": 1.0, "is.prose": 1.0, "is.prose.show": 1.0, "asked.money": 1.0}
OTHER = {"said": 0.6, "missing": 0.4, "follows.": 1.0}


def test_the_most_that_any_candidate_holds_counts_and_what_the_first_passes_by():
    found = silence_evidence([FIRST, OTHER], FIRST, {"odds": 1.0}, 0.5)
    told = {"most.said": 0.6, "least.missing": 0.4, "elsewhere": 1.0, "asked.money": 1.0}
    assert told.items() <= found.items()
    assert (found["first.odds"], found["first.chance"], found["bias"]) == (1.0, 0.0, 1.0)
    assert not [name for name in found if name.startswith("is.")]


def test_a_question_that_follows_another_is_told_apart():
    assert silence_evidence([OTHER], OTHER, {}, 0.5)["follows"] == 0.0
    assert silence_evidence([FIRST], FIRST, {}, 0.5)["follows"] == 1.0


def test_nothing_is_silent_where_nothing_was_fitted():
    assert silence({"bias": 1.0}, {}) == 0.0
    assert silence({"bias": 1.0, "elsewhere": 1.0}, {"bias": -2.0, "elsewhere": 4.0}) > 0.8


def choice(chance, **features):
    draft = Draft(AnswerKind.PASSAGE, (Statement("每餐补贴2元。", ()),))
    told = {"odds": 0.0, "ahead": 0.0, "formed": 0.0, "all": 1.0, "spread": 1.0, "bias": 1.0}
    return Choice(Candidate(Ask(Subject.PROSE), draft), {"follows.": 1.0, **features}, 0.0, chance, told)


def test_what_is_about_another_place_and_another_year_is_as_good_as_no_answer():
    good = dict.fromkeys(("said", "quoted", "match", "own", "meaning"), 0.9)
    assert not is_silent([choice(0.9, **good)])
    bad = {"elsewhere": 1.0, "unplaced": 1.0, "elsewhen": 1.0, "undated": 1.0, "missing": 0.9, "asked.how_much": 1.0}
    assert is_silent([choice(0.2, **bad)])
    assert is_silent([])


def test_the_weights_are_of_evidence_that_there_is():
    names = silence_evidence([FIRST], FIRST, dict.fromkeys(tuning().surety, 0.0), 0.5)
    other = {name for name in tuning().silence if not name.startswith(("asked.", "is."))}
    assert other <= names.keys() | {"first.bias"}
