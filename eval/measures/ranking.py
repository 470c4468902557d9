"""Retrieval: where in the ranking the evidence stands."""

from math import log2

from eval.gold import GoldQuestion
from eval.measures.citations import covers_entry


def evidence_recall(gold: GoldQuestion, retrieved: tuple[str, ...], k: int) -> float | None:
    """Share of the evidence covered by the first k passages; None where there is no evidence."""
    if not gold.evidence:
        return None
    return sum(any(covers_entry(text, evidence) for text in retrieved[:k]) for evidence in gold.evidence) / len(
        gold.evidence
    )


def reciprocal_rank(gold: GoldQuestion, retrieved: tuple[str, ...], k: int = 10) -> float | None:
    """1 / rank of the first passage that covers any evidence, 0 where none of the first k does."""
    if not gold.evidence:
        return None
    gains = _gains(gold, retrieved[:k])
    return next((1 / rank for rank, gain in enumerate(gains, start=1) if gain), 0.0)


def ndcg(gold: GoldQuestion, retrieved: tuple[str, ...], k: int = 10) -> float | None:
    """Normalised discounted gain; a passage gains 1 where it covers evidence that none above it did."""
    if not gold.evidence:
        return None
    gained = sum(gain / log2(rank + 1) for rank, gain in enumerate(_gains(gold, retrieved[:k]), start=1))
    ideal = sum(1 / log2(rank + 1) for rank in range(1, min(len(gold.evidence), k) + 1))
    return gained / ideal


def _gains(gold: GoldQuestion, retrieved: tuple[str, ...]) -> list[int]:
    left = list(gold.evidence)
    gains = []
    for text in retrieved:
        hit = next((evidence for evidence in left if covers_entry(text, evidence)), None)
        if hit is not None:
            left.remove(hit)
        gains.append(int(hit is not None))
    return gains
