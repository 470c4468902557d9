"""Records to figures: means with intervals over all, by kind, by document and by part; and one run against another."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from pydantic import BaseModel

from eval.gold import GoldQuestion
from eval.measures.bootstrap import interval, mean, sign_test
from eval.measures.latency import Latency, latency
from eval.measures.refusals import refusal_confusion, refusal_precision, refusal_recall
from eval.response import Response
from eval.runner import Record, Turn


class Figure(BaseModel):
    """A mean over `n` items, with its 95 % bootstrap interval."""

    n: int
    mean: float
    low: float
    high: float


class Summary(BaseModel):
    """The figures of a run. Timings are apart (see `latencies`), so that two runs compare equal."""

    items: int
    right: int
    measures: dict[str, Figure]
    by_type: dict[str, Figure]
    by_document: dict[str, Figure]
    by_part: dict[str, Figure]
    lost: dict[str, int]
    """Answers right and wrong, by whether all evidence was among the first ten passages retrieved."""
    refusals: dict[str, int]
    refusal_recall: float | None
    refusal_precision: float | None


class Difference(BaseModel):
    """What changed from one run to another over the items both have."""

    better: list[str]
    worse: list[str]
    p: float


def summarise(records: Sequence[Record]) -> Summary:
    """All figures of a run."""
    turns = [turn for record in records for turn in record.turns]
    names = sorted({name for turn in turns for name in turn.measures})
    confusion = refusals(records)
    return Summary(
        items=len(records),
        right=sum(record.right for record in records),
        measures={name: _figure([turn.measures[name] for turn in turns if name in turn.measures]) for name in names},
        by_type=_grouped(records, lambda record: [record.type]),
        by_document=_grouped(records, lambda record: record.docs or ("none",)),
        by_part=_grouped(records, _parts),
        lost=_lost(turns),
        refusals=confusion,
        refusal_recall=refusal_recall(confusion),
        refusal_precision=refusal_precision(confusion),
    )


def refusals(records: Iterable[Record]) -> dict[str, int]:
    """Refusals made and missed, due and undue."""
    return refusal_confusion(
        (
            GoldQuestion(question=turn.question, expect_refusal=turn.expect_refusal, answerable=turn.answerable),
            Response(status=turn.status),
        )
        for record in records
        for turn in record.turns
    )


def latencies(records: Sequence[Record]) -> dict[str, Latency]:
    """How long the questions took: all of them, and by kind."""
    groups: dict[str, list[float]] = defaultdict(list)
    for record in records:
        for name in ("all", record.type):
            groups[name] += [turn.elapsed_ms for turn in record.turns]
    found = {name: latency(values) for name, values in groups.items()}
    return {name: figures for name, figures in found.items() if figures}


def differences(before: Iterable[Record], after: Iterable[Record]) -> Difference:
    """Items that became right or wrong, with the sign test's p."""
    was = {record.id: record.right for record in before}
    both = [record for record in after if record.id in was]
    better = [record.id for record in both if record.right and not was[record.id]]
    worse = [record.id for record in both if not record.right and was[record.id]]
    return Difference(better=better, worse=worse, p=sign_test(len(better), len(worse)))


def _lost(turns: Iterable[Turn]) -> dict[str, int]:
    """Where answers are lost. What is right though its passage was not retrieved was answered from facts."""
    counts = {"found_right": 0, "found_wrong": 0, "unfound_right": 0, "unfound_wrong": 0}
    for turn in turns:
        found = turn.measures.get("evidence_recall@10")
        if found is not None:
            counts[f"{'found' if found == 1 else 'unfound'}_{'wrong' if turn.fault else 'right'}"] += 1
    return counts


def _parts(record: Record) -> list[str]:
    """The part, and whether the question is in other words than the document's or has typing errors."""
    marks = {"paraphrase": record.paraphrase, "noisy": record.noisy}
    return [record.part, *(mark for mark, marked in marks.items() if marked)]


def _grouped(records: Iterable[Record], keys: Callable[[Record], Iterable[str]]) -> dict[str, Figure]:
    groups: dict[str, list[float]] = defaultdict(list)
    for record in records:
        for key in keys(record):
            groups[key].append(float(record.right))
    return {key: _figure(values) for key, values in sorted(groups.items())}


def _figure(values: list[float]) -> Figure:
    low, high = interval(values) or (0.0, 0.0)
    return Figure(n=len(values), mean=round(mean(values) or 0.0, 4), low=round(low, 4), high=round(high, 4))
