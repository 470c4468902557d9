"""Whether words of running text lay work on the units they name, and from where on: told by the words around the name,
the item, the headings and the title.

Where such words stand, `duties` finds; this weighs against work what records, definitions, standing competences, rules
and contacts look like, as `python -m eval.fit --reading` learns it from sentences that readers judged (duties.json).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.extraction.duties import Duty, sentences_around
from corpus.extraction.setting import Setting
from corpus.extraction.unit_names import is_group
from corpus.extraction.weighing import around, grams, kept_weights, likeliest, runs
from corpus.folding.characters import fold
from corpus.quoting import compact

DUTIES = "duties.json"
"""The file of fitted weights, beside this module."""
NONE, ITEM, SENTENCE = "none", "item", "sentence"
"""No work; work that all before it in its item belongs to; work that its own sentence alone tells."""
_FORMED = re.compile(
    r"^[市区县省州盟旗镇乡国各局厅].+(?:局|委|办|厅|部门?|府|中心|公司|街道|镇|乡|[大支总]队|会|行|联|院|单位)$"
)
"""How names of units mostly begin and end."""
_BEHIND, _SENTENCE, _TITLE = 12, 60, 10
"""So many characters are looked at: behind a name, of a sentence, and the last of the title."""
_ENDS = 1000
"""From each end so many hold those that are looked at, white space and years told at length included."""


@dataclass(frozen=True, slots=True)
class Among:
    """What words that may lay work on units stand among."""

    under: tuple[str, ...]
    """The headings, outermost first."""
    item: str
    """How the item is numbered."""
    alone: bool
    """Whether the item stands alone under its heading."""
    note: bool
    others: int
    """How many more such words stand in the item."""
    siblings: float
    """The share of items under the same heading in which such words stand."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words that may lay work on units, as their item says them."""

    how: str
    works: bool
    """Whether they say what is done too."""
    words: str
    names: str
    before: str
    """What stands before the name in its sentence."""
    behind: str
    sentence: str
    at: int
    """How many sentences stand before in the item."""
    left: int
    """How many stand behind."""
    among: Among


def said(text: str, duty: Duty, among: Among) -> Said:
    """A duty as its paragraph says it."""
    at, sentence, left = sentences_around(text, duty)
    before, name, _ = sentence.partition(duty.names or duty.words)
    before = before if name else text[duty.begins : duty.start]
    return Said(duty.how, duty.works, duty.words, duty.names, before, duty.behind, sentence, at, left, among)


def duty_kind(one: Said, setting: Setting) -> str:
    """What the evidence speaks for."""
    return likeliest(duty_evidence(one, setting), kept_weights(DUTIES))


def duty_evidence(one: Said, setting: Setting) -> tuple[str, ...]:
    """What speaks for work or against it, by name."""
    before, behind = (_plain(words, setting) for words in (one.before, one.behind))
    sentence, title = _plain(one.sentence, setting), compact(setting.title)
    place = f"{min(one.at, 1)}{min(one.left, 1)}{int(one.among.alone)}"
    form = f"{one.how}{int(one.works)}"
    names: Iterable[str] = (
        f"how:{form}",
        f"place:{place}",
        f"how and place:{form}{place}",
        f"before:{before[-1:]}",
        f"right before:{before[-2:]}",
        *(f"before:{run}" for run in runs(before[-_BEHIND:], (2,))),
        *(f"right behind:{behind[:length]}" for length in (1, 2, 3, 4)),
        *(f"behind:{run}" for run in runs(behind[:_BEHIND], (2,))),
        *(f"sentence:{run}" for run in runs(sentence[: _SENTENCE * one.works], (2,))),
        *(f"ends:{sentence.rstrip('。；;')[-length:]}" for length in (2, 3)),
        *(f"words:{run}" for run in runs(one.words[:6], (2, 4))),
        *(f"words end:{one.words[-length:]}" for length in (2, 3)),
        *(f"name begins:{one.names[:length]}" for length in (1, 2)),
        f"formed:{form}{bool(_FORMED.match(one.names))}",
        f"name ends:{one.names[-1:]}",
        f"group:{is_group(one.names)}",
        *(
            f"heading {up}:{run}"
            for up, own in enumerate(reversed(one.among.under[-2:]))
            for run in grams(compact(own), (2,))
        ),
        f"under:{min(len(one.among.under), 2)}",
        *(f"title:{run}" for run in runs(f"{title[-_TITLE:]}$", (2,))),
        f"kind of document:{title[-2:]}",
        f"item:{one.among.item}",
        f"note:{one.among.note}",
        f"others:{min(one.among.others, 3)}",
        f"siblings:{round(one.among.siblings * 3)}",
        f"length:{min(len(sentence) // 20, 4)}",
        f"first:{not before}{one.at == 0}",
    )
    own = "does" if one.works else "has"
    return ("bias", *dict.fromkeys(f"{own} {name}" for name in names))


def _plain(words: str, setting: Setting) -> str:
    """Words with years as they lie, all other numbers alike; of very many only the first and the last."""
    words = words if len(words) <= 2 * _ENDS else words[:_ENDS] + words[-_ENDS:]
    return "".join("0" if one.isdigit() else one for one in around(fold(compact(words)), setting.year))
