"""Running a system over a gold set: one record a question, kept as it comes so that a run can be resumed."""

from collections.abc import Callable, Iterable
from pathlib import Path

from pydantic import BaseModel

from eval.gold import GoldItem, GoldQuestion, Part, alternatives, part_of
from eval.measures.citations import citation_precision, citation_support
from eval.measures.correctness import fault
from eval.measures.lists import list_precision, list_recall
from eval.measures.numeric import numeric_exactness
from eval.measures.ranking import evidence_recall, ndcg, reciprocal_rank
from eval.measures.reckoning import reckons_in_vain
from eval.measures.sides import sides_named
from eval.measures.units import unit_f1
from eval.response import Response
from eval.systems import System


class Turn(BaseModel, frozen=True):
    """One question of an item, what was answered, and every measure that applies."""

    question: str
    expected: str
    evidence: tuple[str, ...]
    expect_refusal: bool
    answerable: bool
    status: str
    answer: str
    quotes: tuple[str, ...]
    names: tuple[str, ...] = ()
    retrieved: tuple[str, ...]
    fault: str | None
    sure: bool = False
    vain: bool = False
    """Reckons what nobody asked for."""
    measures: dict[str, float]
    elapsed_ms: float


class Record(BaseModel, frozen=True):
    """One item of the gold with its judged turns; right when every turn is."""

    id: str
    type: str
    docs: tuple[str, ...]
    part: Part
    paraphrase: bool
    noisy: bool = False
    turns: tuple[Turn, ...]

    @property
    def right(self) -> bool:
        """Whether every turn is right."""
        return all(turn.fault is None for turn in self.turns)


def run(
    gold: Iterable[GoldItem], system: System, *, journal: Path, on_record: Callable[[Record], None] = lambda _: None
) -> list[Record]:
    """Judge the system on every item. Records already in the journal (a JSONL file) are taken over, not run again."""
    done = _read_journal(journal)
    records = []
    with journal.open("a", encoding="utf-8") as out:
        for item in gold:
            record = done.get(item.id) or judge(item, system.respond([turn.question for turn in item.questions]))
            if item.id not in done:
                out.write(record.model_dump_json() + "\n")
                out.flush()
            on_record(record)
            records.append(record)
    return records


def judge(item: GoldItem, responses: list[Response]) -> Record:
    """The record of an item; questions without a response count as missing."""
    missing = [Response(status="missing")] * (len(item.questions) - len(responses))
    turns = tuple(_turn(gold, response) for gold, response in zip(item.questions, responses + missing, strict=False))
    return Record(
        id=item.id,
        type=item.type,
        docs=item.docs,
        part=part_of(item),
        paraphrase=item.paraphrase,
        noisy=item.noisy,
        turns=turns,
    )


def _turn(gold: GoldQuestion, response: Response) -> Turn:
    wrong = fault(gold, response)
    return Turn(
        question=gold.question,
        expected=gold.answer,
        evidence=tuple(" / ".join(alternatives(entry)) for entry in gold.evidence),
        expect_refusal=gold.expect_refusal,
        answerable=gold.answerable,
        status=response.status,
        answer=response.answer,
        quotes=response.quotes,
        names=response.names,
        retrieved=response.retrieved,
        fault=wrong,
        sure=response.sure,
        vain=reckons_in_vain(gold, response),
        measures={"correct": float(wrong is None), **_measures(gold, response)},
        elapsed_ms=response.elapsed_ms,
    )


def _measures(gold: GoldQuestion, response: Response) -> dict[str, float]:
    """Every measure that applies: the answer is judged, and apart from it what was retrieved."""
    values = {
        "numeric_exactness": numeric_exactness(gold, response),
        "list_recall": list_recall(gold, response),
        "list_precision": list_precision(gold, response),
        "unit_f1": unit_f1(gold, response),
        "sides_named": sides_named(gold, response),
        "citation_support": citation_support(gold, response),
        "citation_precision": citation_precision(gold, response),
        "evidence_recall@5": evidence_recall(gold, response.retrieved, 5),
        "evidence_recall@10": evidence_recall(gold, response.retrieved, 10),
        "mrr@10": reciprocal_rank(gold, response.retrieved),
        "ndcg@10": ndcg(gold, response.retrieved),
    }
    return {name: value for name, value in values.items() if value is not None}


def _read_journal(journal: Path) -> dict[str, Record]:
    """Complete lines only: the last one may have been cut by a kill."""
    if not journal.exists():
        return {}
    lines = journal.read_text(encoding="utf-8").splitlines(keepends=True)
    records = [Record.model_validate_json(line) for line in lines if line.endswith("\n")]
    if lines and not lines[-1].endswith("\n"):
        journal.write_text("".join(lines[:-1]), encoding="utf-8")
    return {record.id: record for record in records}
