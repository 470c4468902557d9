"""Where a document contradicts itself: its findings without numbers that differ and yet agree."""

from collections.abc import Mapping
from decimal import Decimal

from assistant.facts.measuring import keeps
from assistant.reading.printed import LOWER, UPPER
from corpus.facts import Facts, Finding, FindingKind
from corpus.target import Target


def contradictions(facts: Facts) -> tuple[Finding, ...]:
    """The findings of a document; 超70场 in the text and 77场 in the annex are none, 超180 and 180 are."""
    targets = {target.id: target for target in facts.targets}
    return tuple(finding for finding in facts.findings if not _is_kept(finding, targets))


def _is_kept(finding: Finding, targets: Mapping[str, Target]) -> bool:
    """Whether the numbers of the annex keep the bound that the text sets."""
    if finding.kind is not FindingKind.PROSE_ANNEX or not all(one in targets for one in finding.targets):
        return False
    stated, *listed = (targets[one].quantity for one in finding.targets)
    total = sum((one.in_base for one in listed), Decimal(0))
    return stated.bound in LOWER | UPPER and keeps(total, stated.bound, stated.in_base)
