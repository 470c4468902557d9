"""Running, resuming and summing up."""

from eval.gold import GoldItem
from eval.report import Run, read_records, write_report
from eval.response import Response
from eval.runner import judge, run
from eval.summary import differences, latencies, summarise

ITEMS = [
    GoldItem(id="a", type="fact", question="几幢？", docs=("x",), answer="18幢", must_include=("18幢",)),
    GoldItem(id="b", type="fact", question="几家？", docs=("x",), answer="35家", must_include=("35家",)),
    GoldItem(id="c", type="off_topic", question="天气？", expect_refusal=True),
]


class Parrot:
    """A system that always says the same."""

    name = "parrot"

    def __init__(self, answer: str = "18幢") -> None:
        self.answer = answer
        self.asked: list[str] = []

    def respond(self, questions):
        self.asked += questions
        return [Response("answered", self.answer, elapsed_ms=float(len(self.asked))) for _ in questions]


def test_an_unanswered_question_counts():
    record = judge(ITEMS[0], [])
    assert not record.right
    assert record.turns[0].fault == "missing"


def test_an_interrupted_run_goes_on_where_it_stopped(tmp_path):
    """The last line was cut by a kill: that item is asked again, finished ones are not."""
    journal = tmp_path / "journal.jsonl"
    run(ITEMS[:2], Parrot(), journal=journal)
    journal.write_text(journal.read_text(encoding="utf-8")[:-20], encoding="utf-8")
    again = Parrot()
    records = run(ITEMS, again, journal=journal)
    assert again.asked == ["几家？", "天气？"]
    assert [record.id for record in records] == ["a", "b", "c"]


def test_figures_are_means_over_all_items(tmp_path):
    summary = summarise(run(ITEMS, Parrot(), journal=tmp_path / "journal.jsonl"))
    assert (summary.right, summary.items) == (1, 3)
    assert summary.by_type["fact"].mean == 0.5
    assert summary.refusals == {"due_made": 0, "due_missed": 1, "undue_made": 0, "undue_avoided": 2}


def test_where_answers_are_lost_is_counted():
    """Both have evidence; it was retrieved for the right answer and not for the wrong one."""
    items = [item.model_copy(update={"evidence": (item.answer,)}) for item in ITEMS[:2]]
    records = [judge(item, [Response("answered", "18幢", retrieved=("新增18幢",))]) for item in items]
    lost = summarise(records).lost
    assert lost == {"found_right": 1, "found_wrong": 0, "unfound_right": 0, "unfound_wrong": 1}


def test_two_runs_give_equal_results(tmp_path):
    """Timings are kept apart."""
    pages = []
    for name, system in (("one", Parrot()), ("two", Parrot())):
        system.asked += ["earlier"] * len(pages)
        records = run(ITEMS, system, journal=tmp_path / f"{name}.jsonl")
        write_report(tmp_path / name, Run(records, summarise(records), {"system": "parrot"}))
        pages.append((tmp_path / name / "results.json").read_text(encoding="utf-8"))
    assert pages[0] == pages[1]


def test_changes_between_runs_are_named(tmp_path):
    before = run(ITEMS, Parrot(), journal=tmp_path / "before.jsonl")
    after = run(ITEMS, Parrot("35家"), journal=tmp_path / "after.jsonl")
    change = differences(before, after)
    assert (change.better, change.worse, change.p) == (["b"], ["a"], 1.0)


def test_the_report_shows_every_failure(tmp_path):
    records = run(ITEMS, Parrot(), journal=tmp_path / "journal.jsonl")
    page = write_report(tmp_path, Run(records, summarise(records), {"system": "<parrot>"})).read_text(encoding="utf-8")
    assert "missing 35家" in page
    assert "should have been refused" in page
    assert "&lt;parrot&gt;" in page


def test_an_earlier_run_is_read_back_from_its_report(tmp_path):
    records = run(ITEMS, Parrot(), journal=tmp_path / "journal.jsonl")
    write_report(tmp_path, Run(records, summarise(records), {"system": "parrot"}))
    again = read_records(tmp_path)
    assert [(record.id, record.right) for record in again] == [("a", True), ("b", False), ("c", False)]
    assert {turn.elapsed_ms for record in again for turn in record.turns} == {0.0}


def test_timings_are_given_for_all_and_by_kind(tmp_path):
    """The parrot takes 1, 2 and 3 ms; the first two questions are facts."""
    figures = latencies(run(ITEMS, Parrot(), journal=tmp_path / "journal.jsonl"))
    assert (figures["all"].n, figures["all"].median, figures["all"].max) == (3, 2.0, 3.0)
    assert (figures["fact"].n, figures["fact"].p95) == (2, 2.0)


def test_paraphrases_and_noise_are_figures_of_their_own(tmp_path):
    items = [ITEMS[0], ITEMS[1].model_copy(update={"paraphrase": True, "noisy": True})]
    summary = summarise(run(items, Parrot(), journal=tmp_path / "journal.jsonl"))
    assert (summary.by_part["paraphrase"].n, summary.by_part["paraphrase"].mean) == (1, 0.0)
    assert summary.by_part["noisy"].n == 1
