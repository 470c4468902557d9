"""Findings: where a document contradicts itself, and notable differences between documents, each with its quotes."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from assistant.comparing.groups import Group, indicator_groups
from assistant.comparing.measures import printed_number
from assistant.comparing.rows import group_doubts
from assistant.comparison import compare, ranked
from assistant.contradictions import contradictions
from assistant.labels import document_label
from assistant.shape import Shape
from assistant.views import CellState, CellView, IndicatorView
from corpus.facts import Library
from corpus.target import Target, TargetKind


class Topic(StrEnum):
    """What a finding is about. The first is as the document's own facts say (its kind in `detail`).

    inside: a document contradicts itself; below_baseline: a goal under what was there before; wording: related
    indicators under other words; difference: the same indicator, far apart; gap: an indicator that most documents set
    and some do not.
    """

    INSIDE = "inside"
    BELOW_BASELINE = "below_baseline"
    WORDING = "wording"
    DIFFERENCE = "difference"
    GAP = "gap"


class EvidenceView(Shape):
    """Verbatim words and where they stand."""

    document_id: str
    """Id of the document."""
    quote: str
    """A substring of the source text, white space aside."""
    place: str
    """Where it stands, as an official would cite it."""


class FindingView(Shape):
    """One finding: a Chinese sentence that states all sides, and the words it rests on."""

    topic: Topic
    """What it is about."""
    detail: str
    """Of an inside finding its kind: total, prose_annex, clause_table or structure; of any other the indicator."""
    message: str
    """One Chinese sentence or more that state all sides."""
    documents: tuple[str, ...]
    """Ids of the documents that it speaks of."""
    evidence: tuple[EvidenceView, ...]
    """The words that it rests on."""


def findings(library: Library, *, documents: Iterable[str] = ()) -> list[FindingView]:
    """All findings about the documents (all where none is named). Raises UnknownDocument."""
    wanted = {library.document(document_id).id for document_id in documents} or set(library.documents)
    scope = tuple(document_id for document_id in library.documents if document_id in wanted)
    rows = compare(library, documents=scope).indicators
    return [
        *_inside(library, scope),
        *_below_baseline(library, scope),
        *_wordings(library, scope),
        *(found for row in rows for found in _difference(library, row)),
        *(found for row in rows for found in _gap(library, row)),
    ]


def _inside(library: Library, scope: Sequence[str]) -> list[FindingView]:
    return [
        FindingView(
            topic=Topic.INSIDE,
            detail=finding.kind,
            message=f"{document_label(library, document_id)}：{finding.message}",
            documents=(document_id,),
            evidence=tuple(
                EvidenceView(document_id=document_id, quote=evidence.quote, place=str(evidence.place))
                for evidence in finding.evidence
            ),
        )
        for document_id in scope
        for finding in contradictions(library.facts[document_id])
    ]


def _below_baseline(library: Library, scope: Sequence[str]) -> list[FindingView]:
    return [
        _worse(library, target)
        for target in library.targets(scope)
        if target.baseline is not None
        and target.kind is not TargetKind.NEW
        and target.quantity.value < target.baseline.value
    ]


def _worse(library: Library, target: Target) -> FindingView:
    baseline = target.baseline
    before = f"{baseline.year}年的{format(baseline.value, 'f')}{target.quantity.unit}" if baseline else ""
    name = document_label(library, target.document_id)
    return FindingView(
        topic=Topic.BELOW_BASELINE,
        detail=target.indicator,
        message=f"{name}{target.scope or ''}“{target.indicator}”{target.year or ''}年目标"
        f"{printed_number(target)}，低于{before}。",
        documents=(target.document_id,),
        evidence=(EvidenceView(document_id=target.document_id, quote=target.quote, place=str(target.place)),),
    )


def _wordings(library: Library, scope: Sequence[str]) -> list[FindingView]:
    return [_wording(library, group, scope) for group in indicator_groups(library) if _is_related(group, scope)]


def _is_related(group: Group, scope: Sequence[str]) -> bool:
    """Whether several documents use words for it that are related, not the same."""
    members = [member for member in group.members if member.document_id in scope and not member.part]
    several = len({member.document_id for member in members}) > 1
    return bool(group.doubt) and several and len({member.sense for member in members}) > 1


def _wording(library: Library, group: Group, scope: Sequence[str]) -> FindingView:
    targets = [member.targets[0] for member in group.members if member.document_id in scope and not member.part]
    first: dict[str, Target] = {}
    for target in sorted(targets, key=lambda target: target.place.line):
        first.setdefault(target.document_id, target)
    words = "，".join(f"{document_label(library, found)}称“{first[found].indicator}”" for found in sorted(first))
    return FindingView(
        topic=Topic.WORDING,
        detail=group.name,
        message=f"{words}：{''.join(group_doubts(library, group, scope))}",
        documents=tuple(sorted(first)),
        evidence=tuple(
            EvidenceView(document_id=found, quote=first[found].quote, place=str(first[found].place))
            for found in sorted(first)
        ),
    )


def _difference(library: Library, row: IndicatorView) -> list[FindingView]:
    """Highest and lowest of the documents that can be compared, where they differ."""
    order = ranked(row)
    if not order or order[0][1].value == order[-1][1].value:
        return []
    sides = "，".join(f"{document_label(library, found)}{cell.original}" for found, cell in order)
    year = f"{row.year}年" if row.year else ""
    return [
        FindingView(
            topic=Topic.DIFFERENCE,
            detail=row.indicator,
            message=f"{year}“{row.indicator}”由高到低：{sides}。",
            documents=tuple(found for found, _ in order),
            evidence=tuple(_cell_evidence(found, cell) for found, cell in order),
        )
    ]


def _gap(library: Library, row: IndicatorView) -> list[FindingView]:
    """The documents that set no number where at least three, and more than half, do."""
    silent = [found for found, cells in row.cells.items() if cells[0].state is CellState.NOT_STATED]
    spoken = [found for found in row.cells if found not in silent]
    if not silent or len(spoken) < 3 or len(spoken) <= len(silent):
        return []
    names = "、".join(document_label(library, found) for found in silent)
    return [
        FindingView(
            topic=Topic.GAP,
            detail=row.indicator,
            message=f"“{row.indicator}”有{len(spoken)}份文件提出量化目标，{names}没有。",
            documents=tuple(row.cells),
            evidence=tuple(_cell_evidence(found, row.cells[found][0]) for found in spoken),
        )
    ]


def _cell_evidence(document_id: str, cell: CellView) -> EvidenceView:
    return EvidenceView(document_id=document_id, quote=cell.quote or "", place=cell.place or "")
