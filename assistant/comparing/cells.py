"""Cells of a comparison: what each document says of one indicator, and whether that can be compared.

A reason is hard (other year, other kind, other area: not comparable) or soft (other words: somebody must look).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.comparing.measures import Measure, convert, printed_number
from assistant.comparing.readings import Reading, Span
from assistant.views import BaselineView, CellState, CellView
from corpus.facts import Finding
from corpus.folding.numerals import number_text
from corpus.target import Bound

NOT_STATED = CellView(state=CellState.NOT_STATED, reason="文件没有提出该指标的量化目标。")

_SPANS = {Span.POINT: "{}年", Span.YEAR: "{}年当年", Span.PERIOD: "到{}年合计"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading on its way to a cell, with what was found for and against it."""

    reading: Reading
    hard: tuple[str, ...] = ()
    soft: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    counts: bool = False
    """Whether its year counts when the year of the row is chosen, though it is for a part only."""

    def but(self, *, hard: str = "", soft: str = "", note: str = "") -> "Candidate":
        """The candidate with one more reason or note."""
        return replace(
            self,
            hard=(*self.hard, hard) if hard else self.hard,
            soft=(*self.soft, soft) if soft else self.soft,
            notes=(*self.notes, note) if note else self.notes,
        )


Time = tuple[Span, int | None]
"""What comparable cells have in common: how long, and until which year."""
Row = Mapping[str, Sequence[Candidate]]
"""Candidates by document id."""


def common_measure(candidates: Iterable[Candidate]) -> Measure:
    """The measure most documents of the row print; of several the largest."""
    documents: defaultdict[Measure, set[str]] = defaultdict(set)
    for candidate in candidates:
        documents[candidate.reading.measure].add(candidate.reading.target.document_id)
    return max(documents, key=lambda measure: (len(documents[measure]), measure.power, measure.dimension))


def merged(candidates: Sequence[Candidate]) -> list[Candidate]:
    """One candidate for what text and annex both say; all of them, with a soft reason, where the numbers differ."""
    same: defaultdict[tuple[object, ...], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        same[_time(candidate.reading)].append(candidate)
    return [kept for key in sorted(same, key=str) for kept in _agreed(same[key])]


def judged(row: Row, year: int | None) -> tuple[dict[str, list[Candidate]], Time | None]:
    """The row with reasons of time and words, and the time its comparable cells share (None where there is none)."""
    found, basis = _timed(row, year)
    return _alone(found), basis


def _timed(row: Row, year: int | None) -> tuple[dict[str, list[Candidate]], Time | None]:
    wanted = {document: [_in_year(candidate, year) for candidate in found] for document, found in row.items()}
    documents = {document for document, found in wanted.items() for candidate in found if not candidate.hard}
    times = _times(wanted)
    if len(documents) < 2:
        return wanted, _only_time(wanted)
    basis = max(times, key=lambda time: (len(times[time]), time[1] or 0, time[0]))
    if len(times[basis]) < 2:
        return {document: [_apart(c) for c in found] for document, found in wanted.items()}, None
    return _in_words({document: [_in_time(c, basis) for c in found] for document, found in wanted.items()}), basis


def with_findings(candidates: Sequence[Candidate], findings: Iterable[Finding]) -> list[Candidate]:
    """The candidates with what the document contradicts itself in: noted at the text, or where it stands."""
    noted = list(candidates)
    for finding in findings:
        concerned = [at for at, c in enumerate(noted) if c.reading.target.id in finding.targets]
        prose = [at for at in concerned if noted[at].reading.target.place.table is None]
        for at in prose or concerned:
            noted[at] = noted[at].but(note=finding.message.rstrip("。"))
    return noted


def to_cell(candidate: Candidate, measure: Measure) -> CellView:
    """The cell of a candidate, in the row's measure where its own can be converted."""
    reading = candidate.reading
    target = reading.target
    own = reading.measure
    shown = measure if own.dimension == measure.dimension else own
    reasons = [*candidate.hard, *candidate.soft, *([reading.note] if reading.note else []), *candidate.notes]
    return CellView(
        state=_state(candidate),
        reason="；".join(dict.fromkeys(reasons)) + "。" if reasons else None,
        value=number_text(reading.value_in(shown)),
        unit=shown.name,
        original=printed_number(target),
        indicator=target.indicator,
        bound=target.quantity.bound,
        year=reading.year,
        period=(reading.first, reading.year) if reading.first and reading.year else None,
        baseline=_baseline(reading, shown),
        scope=target.scope,
        quote=target.quote,
        place=str(target.place),
        target=target.id,
    )


def _baseline(reading: Reading, shown: Measure) -> BaselineView | None:
    start = reading.target.baseline
    if start is None:
        return None
    return BaselineView(year=start.year, value=number_text(convert(start.value, reading.measure, shown)))


def _state(candidate: Candidate) -> CellState:
    if candidate.hard:
        return CellState.NOT_COMPARABLE
    return CellState.NEEDS_REVIEW if candidate.soft else CellState.STATED


def _time(reading: Reading) -> tuple[object, ...]:
    return (
        reading.kind,
        reading.span,
        reading.year or 0,
        reading.member.sense,
        reading.target.scope if not reading.whole else "",
    )


def _agreed(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The fullest wording of each number; a bare repetition of it in a table is only noted."""
    numbers: defaultdict[object, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        numbers[candidate.reading.value_in(Measure(candidate.reading.measure.dimension, 0))].append(candidate)
    kept = [_fullest(found) for _, found in sorted(numbers.items(), key=lambda item: str(item[0]))]
    if len(kept) == 1:
        return kept
    words = "、".join(f"“{printed_number(candidate.reading.target)}”" for candidate in kept)
    return [candidate.but(soft=f"同一文件前后不一：{words}") for candidate in kept]


def _fullest(candidates: Sequence[Candidate]) -> Candidate:
    ordered = sorted(candidates, key=lambda candidate: _fulness(candidate.reading))
    first, others = ordered[0], ordered[1:]
    differing = sorted(
        {
            printed_number(other.reading.target)
            for other in others
            if other.reading.target.quantity.bound is not first.reading.target.quantity.bound
        }
    )
    return first.but(note=f"文件另一处写作“{'”“'.join(differing)}”") if differing else first


def _fulness(reading: Reading) -> tuple[bool, bool, int, str]:
    target = reading.target
    return target.quantity.bound is Bound.EQ, target.place.table is not None, target.place.line, target.id


def _times(row: Row) -> dict[Time, set[str]]:
    """The documents that have a number for a time."""
    times: defaultdict[Time, set[str]] = defaultdict(set)
    for document, found in row.items():
        for candidate in found:
            if not candidate.hard or candidate.counts:
                times[candidate.reading.span, candidate.reading.year].add(document)
    return times


def _only_time(row: Row) -> Time | None:
    times = {(c.reading.span, c.reading.year) for found in row.values() for c in found if not c.hard}
    return times.pop() if len(times) == 1 else None


def _apart(candidate: Candidate) -> Candidate:
    reading = candidate.reading
    reason = f"年份不同：{_year_of(reading)}，别处没有同期的数"
    return candidate if candidate.hard else candidate.but(hard=reason)


def _alone(row: dict[str, list[Candidate]]) -> dict[str, list[Candidate]]:
    """With a note where the numbers of one document alone could be compared."""
    comparable = [document for document, found in row.items() if any(not c.hard for c in found)]
    if len(comparable) != 1 or len(row) < 2:
        return row
    note = "没有别处的数可以与它直接比"
    return row | {one: [c if c.hard else c.but(note=note) for c in row[one]] for one in comparable}


def _year_of(reading: Reading) -> str:
    """这是2023年当年的数, 这是到2025年合计的数."""
    if not reading.year:
        return "这个数没有写年份"
    return f"这是{_SPANS[reading.span].format(reading.year)}的数"


def _in_year(candidate: Candidate, year: int | None) -> Candidate:
    """With a reason where a year is asked for and the number is for another."""
    if year is None or candidate.reading.year == year:
        return candidate
    return candidate.but(hard=f"年份不同：问的是{year}年，{_year_of(candidate.reading)}")


def _in_time(candidate: Candidate, basis: Time) -> Candidate:
    span, year = basis
    if candidate.hard:
        return candidate
    reading = candidate.reading
    if reading.year != year:
        return candidate.but(hard=f"年份不同：这里比的是{year}年，{_year_of(reading)}")
    if reading.span is not span:
        return candidate.but(hard=f"期限不同：这里比的是{span}的数，这是{reading.span}的数")
    return candidate


def _in_words(row: Row) -> dict[str, list[Candidate]]:
    """Cells whose words are not those that most documents use get a soft reason; where no words lead, all do."""
    senses: Counter[str] = Counter()
    for found in row.values():
        senses.update({candidate.reading.member.sense for candidate in found if not candidate.hard})
    if len(senses) < 2:
        return {document: list(found) for document, found in row.items()}
    (leading, most), (_, second) = senses.most_common(2)
    agreed = leading if most > second else None
    reason = "用词相关而不相同，是否同一口径须核对：" + "、".join(f"“{sense}”" for sense in sorted(senses))
    return {
        document: [c if c.hard or c.reading.member.sense == agreed else c.but(soft=reason) for c in found]
        for document, found in row.items()
    }
