"""Words that say nearly all of a claim, and yet not that: what they turn, forbid, or say of another."""

import re
from collections.abc import Sequence

from assistant.clauses import foremost
from assistant.held import share_said, short_for, told
from assistant.reading.claimed import Claimed, names_of, turns_of
from assistant.reading.contrast import are_opposed, replaced
from assistant.reading.names import NameKind
from assistant.reading.words import fold, terms_of
from corpus.facts import Library

_OTHER = "副非不未"
"""What makes another thing of the word behind it: 副区长."""
_PAIR = 2
"""The characters of a word."""
_PUT = re.compile(r"的$|[凡对如]|逾期|应当|不予")
"""What only puts a case: 未按时申报的."""
_ASIDE = re.compile(r"“[^”]{1,12}”|[（(][^）)]*[）)]?")
"""What denies nothing of the clause that it stands in: names in quotes, remarks (自用办公用房（不包括附属用房）)."""
_TURNS = re.compile(r"取消|不得|不再|不予|禁止|无需|无须")
_FIGURES = re.compile(r"\d+(?:\.\d+)?")
_DENIED = frozenset({"denied", "dropped", "forbidden"})


def denials_of(clause: str) -> frozenset[str]:
    """The ways in which a clause turns what it says; none where that only puts a case."""
    return frozenset() if _PUT.search(clause) else turns_of(_ASIDE.sub("", clause))


def is_of_another_sort(claimed: Claimed, clause: str) -> bool:
    """Whether a word of the claim stands in a clause only as part of another: 区长 of 副区长, 室主 of 室副主任."""
    said, words = fold(clause), claimed.words
    for form in {term.forms[0] for term in claimed.terms if len(term.forms[0]) == _PAIR}:
        before = {said[at - 1 : at] for at in range(len(said)) if said.startswith(form, at)}
        if before and before <= {*_OTHER} and not any(other + form in words for other in _OTHER):
            return True
    unsaid = (form for form in claimed.pairs if len(form) == _PAIR and form not in said)
    return any(form[0] + other + form[1] in said for form in unsaid for other in _OTHER)


def contrasted(
    claimed: Claimed, piece: str, clauses: Sequence[str], around: str, documents: tuple[str, ...], library: Library
) -> bool | None:
    """Of a piece of text, in its clauses, that says nearly all of a claim: True where it says it, False where it turns
    a word of it or a clause forbids it; None where it has another word in the place of one that nothing `around`
    says, or tells of another unit that does it.
    """
    said, words = fold(piece), claimed.words
    denying = (one for one in clauses if _DENIED & denials_of(one))
    if are_opposed(claimed.terms, words, said):
        return False
    if not claimed.turns and any(_says_all(words, one, library) for one in denying):
        return False
    heard = told(claimed.terms, around)
    missing = [term for term in claimed.terms if term not in heard]
    other = any(replaced(words, said, missing)) or _is_done_by_another(claimed, clauses, documents, library)
    return None if other or not _has_figures(claimed, fold(around)) else True


def _has_figures(claimed: Claimed, said: str) -> bool:
    """Whether a text prints those figures of a claim that are no values of it, nor of the case that these are of."""
    known = [(one.printed.start, one.printed.end) for one in claimed.stated]
    known += [(case.start, case.end) for one in claimed.stated for case in one.cases]
    figures = (one for one in _FIGURES.finditer(claimed.words) if not any(a <= one.start() < b for a, b in known))
    return {one[0] for one in figures} <= {*_FIGURES.findall(said)}


def _says_all(words: str, clause: str, library: Library) -> bool:
    """Whether some words say every word of a clause, and more than one."""
    own = terms_of(_TURNS.sub("", clause), library).items
    return len(own) > 1 and len(told(own, words)) == len(own)


def _is_done_by_another(claimed: Claimed, clauses: Sequence[str], documents: tuple[str, ...], library: Library) -> bool:
    """Whether the clause that says most of a claim begins with another unit than those claimed, which others name."""
    units = claimed.names.get(NameKind.UNIT, frozenset())
    clause = fold(foremost(clauses, lambda one: (share_said(claimed.terms, one),)))
    others = names_of(clause, documents, library).get(NameKind.UNIT, frozenset())
    begins = any(clause.startswith(one) for one in others)
    return bool(units) and begins and not any(one in clause or short_for(one, others) for one in units)
