"""Fitting which words of running text lay work on units, on sentences that readers judged. Knows judgements only."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from corpus.extraction import duty_evidence as judging
from corpus.extraction.duty_evidence import DUTIES, NONE, Said, duty_evidence
from corpus.extraction.setting import Setting
from corpus.extraction.weighing import Weights, likeliest
from eval.extraction import F1
from eval.fitting.kinds import fit_kinds, left_out

__all__ = ["DUTIES_FILE", "JudgedDuty", "duty_figures", "fit_duties", "judged_duties"]

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


@dataclass(frozen=True, slots=True)
class JudgedDuty:
    """The evidence of such words, and what they are."""

    group: str
    """The library that is left out as a whole with it."""
    evidence: tuple[str, ...]
    kind: str


def judged_duties(path: Path = JUDGED) -> list[JudgedDuty]:
    """The judged words of a file."""
    lines = (JudgedLine.model_validate_json(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [JudgedDuty(one.group, duty_evidence(one.said, one.setting), one.kind) for one in lines]


def fit_duties(duties: Sequence[JudgedDuty]) -> Weights:
    """The weights of evidence for and against work."""
    return fit_kinds([(one.evidence, one.kind) for one in duties], _RIDGE, _SELDOM, _LEAST)


def duty_figures(duties: Sequence[JudgedDuty]) -> F1:
    """How many are told rightly to be work, are told so at all, and are, each by a fit that never saw its library."""
    folds = left_out((one.group for one in duties), _FOLDS, _SEED)
    right = told = 0
    for fold in range(_FOLDS):
        weights = fit_duties([one for one in duties if folds[one.group] != fold])
        said = [one for one in duties if folds[one.group] == fold and likeliest(one.evidence, weights) != NONE]
        told += len(said)
        right += sum(one.kind != NONE for one in said)
    return F1(right, told, sum(one.kind != NONE for one in duties))
