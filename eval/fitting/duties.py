"""Fitting which words of running text lay work on units, on sentences that readers judged. Knows judgements only."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel

from corpus.extraction import duty_evidence as judging
from corpus.extraction.duty_evidence import DUTIES, NONE, Said, duty_evidence
from corpus.extraction.setting import Setting
from corpus.extraction.weighing import Weights, likeliest
from eval.extraction import F1
from eval.fitting.kinds import Judged, fit_kinds, weights_without

__all__ = ["DUTIES_FILE", "duty_figures", "fit_duties", "judged_duties"]

DUTIES_FILE = Path(judging.__file__).with_name(DUTIES)
JUDGED = Path(__file__).parents[1] / "gold" / "duties.jsonl"
"""Words that may lay work on the units they name, and whether they do: as gold of whole documents has it, as readers
judged 600 more sentences, and of a few written to teach (group `taught`).
"""
_RIDGE, _SELDOM, _LEAST = 2.0, 3, 0.01
_FOLDS, _SEED = 8, 0


class JudgedLine(BaseModel):
    """Words as their item says them, and whether a reader sees work in them and from where on."""

    group: str
    setting: Setting
    said: Said
    kind: str


def judged_duties(path: Path = JUDGED) -> list[Judged]:
    """The judged words of a file."""
    lines = (JudgedLine.model_validate_json(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [Judged(one.group, duty_evidence(one.said, one.setting), one.kind) for one in lines]


def fit_duties(duties: Sequence[Judged]) -> Weights:
    """The weights of evidence for and against work."""
    return fit_kinds([(one.evidence, one.kind) for one in duties], _RIDGE, _SELDOM, _LEAST)


def duty_figures(duties: Sequence[Judged]) -> F1:
    """How many are told rightly to be work, are told so at all, and are, each by a fit that never saw its library."""
    weights = weights_without(duties, fit_duties, _FOLDS, _SEED)
    told = [one for one, own in zip(duties, weights, strict=True) if likeliest(one.evidence, own) != NONE]
    return F1(sum(one.kind != NONE for one in told), len(told), sum(one.kind != NONE for one in duties))
