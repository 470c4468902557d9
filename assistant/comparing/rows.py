"""Rows of a comparison: for one canonical indicator, which targets of each document stand in which row."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from assistant.comparing.cells import NOT_STATED, Candidate, common_measure, judged, merged, to_cell, with_findings
from assistant.comparing.groups import Group, Member, indicator_groups
from assistant.comparing.readings import Kind, Reading, Span, member_readings
from assistant.comparing.vocabulary import normal_form
from assistant.labels import document_label
from assistant.views import IndicatorView
from corpus.facts import Definition, Library


def group_rows(library: Library, group: Group, documents: Sequence[str], year: int | None) -> list[IndicatorView]:
    """The rows of a group: one where all numbers are of one kind, one for each kind (新增, 累计) where they are not.

    No rows where none of the documents has the indicator.
    """
    readings = {document_id: _readings(library, group, document_id) for document_id in documents}
    kinds = _kinds(reading for found in readings.values() for reading in found)
    relatives = {document_id: _relatives(library, group, document_id) for document_id in documents}
    return [
        _row(library, group, kind if len(kinds) > 1 else None, _candidates(readings, relatives, kind, year), year)
        for kind in kinds
    ]


def _readings(library: Library, group: Group, document_id: str) -> list[Reading]:
    members = [member for member in group.members if member.document_id == document_id]
    return member_readings(library.document(document_id), members)


def _relatives(library: Library, group: Group, document_id: str) -> list[Reading]:
    """Readings of other groups about the same thing (its share instead of its number)."""
    others = [
        other for other in indicator_groups(library) if other.subject == group.subject and other.name != group.name
    ]
    found = [reading for other in others for reading in _readings(library, other, document_id)]
    return [reading for reading in found if reading.whole and not reading.target.is_baseline]


def _kinds(readings: Iterable[Reading]) -> list[Kind]:
    """The kinds that have goals; those of whatever there is where there are no goals."""
    found = list(readings)
    goals = {reading.kind for reading in found if not reading.target.is_baseline}
    return [kind for kind in Kind if kind in (goals or {reading.kind for reading in found})]


def _candidates(
    readings: dict[str, list[Reading]], relatives: dict[str, list[Reading]], kind: Kind, year: int | None
) -> dict[str, list[Candidate]]:
    found = {
        document_id: merged(_own(own, kind, year)) or merged(_related(relatives[document_id]))
        for document_id, own in readings.items()
    }
    return {document_id: [_looked_at(one) for one in candidates] for document_id, candidates in found.items()}


def _looked_at(candidate: Candidate) -> Candidate:
    """With a reason where the indicator is here for its likeness alone."""
    member = candidate.reading.member
    doubt = f"用词不同：“{member.indicator}”只是用词相近，是否同一指标须核对"
    return candidate.but(soft=doubt) if member.likely else candidate


def _own(readings: Sequence[Reading], kind: Kind, year: int | None) -> list[Candidate]:
    """Goals of this kind for the whole area; where there are none what comes nearest, with what sets it apart."""
    goals = [reading for reading in readings if not reading.target.is_baseline]
    baselines = [reading for reading in readings if reading.target.is_baseline]
    of_kind = [reading for reading in goals if reading.kind is kind]
    main = [reading for reading in of_kind if reading.whole and not reading.member.part]
    parts = [reading for reading in of_kind if reading.whole and reading.member.part]
    if main:
        then = [reading for reading in baselines if year is not None and reading.year == year and reading.whole]
        return [Candidate(reading) for reading in main] + _limited(parts) + _as_baselines(then)
    return (
        _limited(of_kind)
        or [_of_other_kind(reading, kind) for reading in _last([goal for goal in goals if goal.whole] or goals)]
        or _as_baselines([reading for reading in baselines if reading.whole] or baselines)
    )


def _limited(readings: Iterable[Reading]) -> list[Candidate]:
    return [Candidate(reading, hard=(_limit(reading),), counts=True) for reading in readings]


def _limit(reading: Reading) -> str:
    area = reading.member.indicator if reading.whole else reading.target.scope
    return f"范围不同：只针对“{area}”"


def _as_baselines(readings: Iterable[Reading]) -> list[Candidate]:
    return [Candidate(reading, hard=(f"现状数：为{reading.year}年，不是目标",)) for reading in readings]


def _of_other_kind(reading: Reading, kind: Kind) -> Candidate:
    return Candidate(reading, hard=(f"口径不同：这里比的是{kind}，这是{reading.kind}",))


def _last(readings: Sequence[Reading]) -> list[Reading]:
    """The readings of the last year: enough to point at, where a row is not about them."""
    last = max((reading.year or 0 for reading in readings), default=0)
    found = [reading for reading in readings if (reading.year or 0) == last]
    return [reading for reading in found if reading.span is Span.PERIOD] or found


def _related(readings: Sequence[Reading]) -> list[Candidate]:
    return [
        Candidate(reading, hard=(f"口径不同：文件给出的是“{reading.member.indicator}”",)) for reading in _last(readings)
    ]


def _row(
    library: Library, group: Group, kind: Kind | None, candidates: dict[str, list[Candidate]], year: int | None
) -> IndicatorView:
    row, basis = judged(candidates, year)
    measure = common_measure(_leading(row))
    noted = {
        document_id: with_findings(_in_order(found), library.facts[document_id].findings)
        for document_id, found in row.items()
    }
    cells = {
        document_id: tuple(to_cell(candidate, measure) for candidate in found) or (NOT_STATED,)
        for document_id, found in noted.items()
    }
    return IndicatorView(
        indicator=f"{group.name}（{kind}）" if kind else group.name,
        group=group.name,
        reason=_group_reason(library, group, row.keys()),
        doubts=group_doubts(library, group, row.keys()),
        unit=measure.name,
        year=basis[1] if basis else None,
        cells=cells,
    )


def _leading(row: dict[str, list[Candidate]]) -> list[Candidate]:
    """The candidates that set the unit: those that can be compared, or all where none can."""
    every = [candidate for found in row.values() for candidate in found]
    return [candidate for candidate in every if not candidate.hard] or every


def _in_order(candidates: Iterable[Candidate]) -> list[Candidate]:
    """What can be compared first, then by year, area and words."""
    return sorted(
        candidates,
        key=lambda candidate: (
            bool(candidate.hard),
            candidate.reading.year or 0,
            candidate.reading.span is Span.PERIOD,
            candidate.reading.target.scope or "",
            candidate.reading.target.place.line,
            candidate.reading.target.id,
        ),
    )


def _group_reason(library: Library, group: Group, documents: Collection[str]) -> str:
    """One sentence: the words of each of the documents, and what makes them one indicator."""
    members = [member for member in group.members if member.document_id in documents]
    if not members:
        return f"所选文件均未提出“{group.name}”。"
    wordings = "；".join(_wordings(library, members))
    senses = {member.sense for member in members}
    if len({member.document_id for member in members}) == 1:
        return f"仅{wordings}。"
    if len(senses) > 1:
        return f"同属“{group.name}”，用词和口径不尽相同：{wordings}。"
    if len({member.indicator for member in members}) == 1:
        names = "、".join(document_label(library, found) for found in sorted({m.document_id for m in members}))
        return f"用词相同，均为“{members[0].indicator}”：{names}。"
    return f"去掉“新增、累计、打造”等动作词和通用修饰后同为“{min(senses)}”：{wordings}。"


def group_doubts(library: Library, group: Group, documents: Collection[str]) -> tuple[str, ...]:
    """What a reader must know before comparing: related senses, and definitions that only some documents give."""
    members = [member for member in group.members if member.document_id in documents]
    related = [f"{group.doubt}。"] if group.doubt and len({member.sense for member in members}) > 1 else []
    return (*related, *dict.fromkeys(_definition_notes(library, members)))


def _wordings(library: Library, members: Iterable[Member]) -> list[str]:
    names: defaultdict[str, set[str]] = defaultdict(set)
    for member in members:
        names[member.document_id].add(member.indicator)
    return [
        document_label(library, document_id) + "".join(f"“{name}”" for name in sorted(names[document_id]))
        for document_id in sorted(names)
    ]


def _definition_notes(library: Library, members: Sequence[Member]) -> Iterable[str]:
    for document_id in sorted({member.document_id for member in members}):
        forms = {member.form for member in members if member.document_id == document_id}
        for definition in sorted(library.facts[document_id].definitions, key=lambda found: found.place.line):
            if _defines(definition, forms):
                yield f"{document_label(library, document_id)}注明：{_meaning(definition)}"


def _defines(definition: Definition, forms: Collection[str]) -> bool:
    """Whether it defines what is measured, or a thing in it (楼宇 in 楼宇入驻率); a named set defines only itself."""
    term = normal_form(definition.term)
    return term in forms or (not definition.members and any(term in form for form in forms))


def _meaning(definition: Definition) -> str:
    return f"“{definition.term}”指{definition.meaning.removeprefix('是').removeprefix('指').rstrip('。；')}。"
