"""`python -m eval.mutations`: break right answers on purpose, in ten ways, and print which measure noticed what.

Each way takes a question, the response to it and a neighbour (another question with its response); None where it does
not apply. A measure that lets one of them pass measures nothing.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from eval.entry import run_command
from eval.gold import GoldItem, GoldQuestion, alternatives, read_gold
from eval.measures.bootstrap import mean
from eval.measures.refusals import refusal_precision, refusal_recall
from eval.report import RESULTS, read_records
from eval.response import Response
from eval.runner import Record, judge
from eval.summary import refusals
from eval.text import numbers, says

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_NUMBER = re.compile(r"(?<![\d.\[])(?!20\d\d(?!\d))\d{2,12}(?![\d\]])")
"""No years and no citation marks; one digit is too little to tell from an ordinal."""
_NO_YEAR = "2091"
_PAGE = 3000
GOLD = Path(__file__).parent / "gold" / "questions.jsonl"


@dataclass(frozen=True, slots=True)
class Case:
    """A question with its response, and another one to take wrong things from."""

    gold: GoldQuestion
    response: Response
    other: Response
    units: Sequence[str]
    """Units of other questions."""


Breaker = Callable[[Case], Response | None]


@dataclass(frozen=True, slots=True)
class Mutation:
    """A way to break answers, and the measure that should fall."""

    name: str
    noticed_by: str
    breaks: Breaker


def ideal_response(gold: GoldQuestion) -> Response:
    """What a perfect system says: the gold's own answer with its evidence."""
    if gold.expect_refusal:
        return Response(status="refused", answer=gold.answer)
    evidence = tuple(alternatives(entry)[0] for entry in gold.evidence)
    return Response(status="answered", answer=gold.answer, quotes=evidence, retrieved=evidence)


def _record_to_responses(record: Record) -> list[Response]:
    """The responses that were recorded."""
    return [
        Response(turn.status, turn.answer, turn.quotes, turn.names, turn.retrieved, turn.elapsed_ms)
        for turn in record.turns
    ]


def mutated(
    mutation: Mutation, items: Sequence[GoldItem], responses: Sequence[Sequence[Response]]
) -> tuple[int, list[Record]]:
    """How many responses the mutation applied to, and the records of all items after it."""
    turns = [(gold, given) for item, each in zip(items, responses, strict=True) for gold, given in _turns(item, each)]
    units = [unit for gold, _ in turns for unit in gold.units if isinstance(unit, str)]
    applied, records, at = 0, [], 0
    for item, each in zip(items, responses, strict=True):
        broken = []
        for gold, given in _turns(item, each):
            at += 1
            case = Case(gold, given, _neighbour(turns, at), units)
            wrong = mutation.breaks(case)
            applied += wrong is not None
            broken.append(wrong or given)
        records.append(judge(item, broken))
    return applied, records


def figures(records: Sequence[Record]) -> dict[str, float]:
    """Every measure's mean over the records, and the refusals'."""
    turns = [turn for record in records for turn in record.turns]
    names = sorted({name for turn in turns for name in turn.measures})
    means = {name: mean([turn.measures[name] for turn in turns if name in turn.measures]) for name in names}
    confusion = refusals(records)
    rates = {"refusal_recall": refusal_recall(confusion), "refusal_precision": refusal_precision(confusion)}
    return {name: value for name, value in {**means, **rates}.items() if value is not None}


def _turns(item: GoldItem, responses: Sequence[Response]) -> Iterable[tuple[GoldQuestion, Response]]:
    return zip(item.questions, responses, strict=True)


def _neighbour(turns: Sequence[tuple[GoldQuestion, Response]], at: int) -> Response:
    """The next response that cites something."""
    order = [*turns[at:], *turns[:at]]
    return next((response for _, response in order if response.quotes), Response("missing"))


def _drop_item(case: Case) -> Response | None:
    named = [words for item in case.gold.items for words in alternatives(item) if words in case.response.answer]
    if len(named) < 2:
        return None
    return replace(case.response, answer=case.response.answer.replace(named[-1], ""))


def _change_digit(case: Case) -> Response | None:
    for match in _NUMBER.finditer(case.response.answer):
        wrong = str(int(match[0][0]) % 9 + 1) + match[0][1:]
        if wrong not in numbers(" ".join((case.gold.question, *case.response.quotes))):
            start, end = match.span()
            return replace(case.response, answer=case.response.answer[:start] + wrong + case.response.answer[end:])
    return None


def _wrong_year(case: Case) -> Response | None:
    if case.response.status != "answered" or not _YEAR.search(case.response.answer):
        return None
    return replace(case.response, answer=_YEAR.sub(_NO_YEAR, case.response.answer))


def _cite_neighbour(case: Case) -> Response | None:
    return replace(case.response, quotes=case.other.quotes) if case.response.quotes and case.other.quotes else None


def _drop_citation(case: Case) -> Response | None:
    return replace(case.response, quotes=()) if case.response.quotes else None


def _answer_unanswerable(case: Case) -> Response | None:
    if not case.gold.expect_refusal or case.response.status != "refused":
        return None
    return replace(case.other, status="answered")


def _refuse_answerable(case: Case) -> Response | None:
    if case.gold.expect_refusal or not case.gold.answerable or case.response.status != "answered":
        return None
    return Response("refused", "文件里没有。", retrieved=case.response.retrieved)


def _swap_units(case: Case) -> Response | None:
    named = [unit for unit in case.gold.units if isinstance(unit, str) and unit in case.response.answer]
    strange = [unit for unit in case.units if not says(case.response.answer + case.gold.answer, unit)]
    if not named or not strange:
        return None
    return replace(case.response, answer=case.response.answer.replace(named[0], strange[0]))


def _drop_side(case: Case) -> Response | None:
    named = [side for side in case.gold.sides if side in case.response.answer]
    return replace(case.response, answer=case.response.answer.replace(named[-1], "")) if len(named) > 1 else None


def _pour_out_page(case: Case) -> Response | None:
    page = "".join((*case.response.retrieved, *case.response.quotes)) or case.response.answer
    if case.response.status != "answered" or not page:
        return None
    return replace(case.response, answer=case.response.answer + page * (_PAGE // len(page) + 1))


MUTATIONS = (
    Mutation("drop a list item", "list_recall", _drop_item),
    Mutation("change a digit", "numeric_exactness", _change_digit),
    Mutation("cite the neighbour passage", "citation_support", _cite_neighbour),
    Mutation("answer an unanswerable", "refusal_recall", _answer_unanswerable),
    Mutation("refuse an answerable", "refusal_precision", _refuse_answerable),
    Mutation("swap two units", "unit_f1", _swap_units),
    Mutation("drop a document from a comparison", "sides_named", _drop_side),
    Mutation("pour out a page", "correct", _pour_out_page),
    Mutation("wrong year", "numeric_exactness", _wrong_year),
    Mutation("drop the citation", "citation_support", _drop_citation),
)


def main(
    recorded: Annotated[Path, typer.Option(help="report folder whose answers are broken")] = Path("build/eval/ours"),
    gold: Annotated[Path, typer.Option(help="the question set they answer")] = GOLD,
) -> None:
    """Print the table; without a recorded run the gold's own answers are broken."""
    items, responses = recorded_responses(read_gold(gold), recorded)
    before = figures([judge(item, list(each)) for item, each in zip(items, responses, strict=True)])
    table = Table("mutation", "answers", "should fall", "before", "after", "fell too")
    for mutation in MUTATIONS:
        applied, records = mutated(mutation, items, responses)
        after = figures(records)
        name = mutation.noticed_by
        row = (f"{before[name]:.3f}", f"{after.get(name, 0):.3f}", _others(before, after, name))
        table.add_row(mutation.name, str(applied), name, *row)
    Console(width=140).print(table)


def recorded_responses(items: Sequence[GoldItem], folder: Path) -> tuple[list[GoldItem], list[list[Response]]]:
    """The items with the responses recorded in the folder, those that were right; the ideal ones where it has none."""
    if not (folder / RESULTS).exists():
        return list(items), [[ideal_response(question) for question in item.questions] for item in items]
    right = {record.id: record for record in read_records(folder) if record.right}
    known = [item for item in items if item.id in right and len(right[item.id].turns) == len(item.questions)]
    return known, [_record_to_responses(right[item.id]) for item in known]


def _others(before: Mapping[str, float], after: Mapping[str, float], name: str) -> str:
    """The other measures that fell by half a point or more."""
    fell = {other: before[other] - after.get(other, 0) for other in before if other != name}
    return ", ".join(f"{other} {-drop:+.3f}" for other, drop in fell.items() if drop >= 0.005)


if __name__ == "__main__":
    run_command(main)
