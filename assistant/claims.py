"""What a yes/no question claims, against words of a document: they bear it out, say otherwise, or leave it open."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import chain, pairwise

from assistant.clauses import COLUMNS, foremost, leads, pieces_of
from assistant.contrasts import contrasted, denials_of, is_of_another_sort
from assistant.held import is_of_case, likeness, share_of, share_said, short_for, spelled, told, values_held
from assistant.reading.ask import Ask
from assistant.reading.claimed import Claimed, claimed_by, force_of, names_of, strict_words, turns_of
from assistant.reading.contrast import are_opposed
from assistant.reading.printed import ASIDE, TIMES, values_in
from assistant.reading.stated import one_by_one, stated_in
from assistant.reading.ways import are_opposite, ways_of, without_ways
from assistant.reading.words import Term, fold, pairs, rarity_of
from assistant.tuning import tuning
from corpus.extraction.similarity import is_subsequence
from corpus.facts import Library

_TITLE = re.compile(r"《[^》]{1,60}》")
_CLAUSES = re.compile(r"[,，:：、]")
_LEADS = "牵头"
_LIKE = 0.3
"""How much alike parts of a text are that tell of one case each: 乡镇长担任乡级路长，村主任担任村级路长."""
_KIND_WEIGHT = 0.25
"""What a value of the kind that is claimed tells of a piece, beside its words."""
_ROLES = ("会同", "牵头", "组织", "主持", "任")
_DENIED = frozenset({"denied", "dropped"})
_COMPARED = re.compile(r"(?:同?比|较|环比)")
_OWN, _WHOLE = 0.5, 0.7
_UNKNOWN = 0.3
_TELLING, _TYPED = 3, 2
"""A claim of fewer terms is borne out by chance; a value or a name tells as much as so many."""


class Held(StrEnum):
    """What a text says to a claim: that it is so, or what else it says."""

    SAYS = "says"
    TURNED = "turned"
    VALUE = "value"
    NAME = "name"
    DENIED = "denied"
    """All of it but for a word that is turned, or forbidden what it claims."""
    LESS = "less"
    """Another of its kind (副区长), or only favoured."""


@dataclass(frozen=True)
class Claim:
    """A claim that words can be held against."""

    claimed: Claimed
    documents: tuple[str, ...]
    library: Library

    def verdict(self, text: str, about: str = "", beside: str = "", under: str = "", title: str = "") -> bool | None:
        """Whether a text says so or says otherwise; None where it leaves the claim open."""
        held = self.held(text, about, beside, under, title)
        return None if held is None else held is Held.SAYS

    def held(self, text: str, about: str = "", beside: str = "", under: str = "", title: str = "") -> Held | None:
        """What a text about something, `under` some headings of a document with a title, says to the claim; None where
        it leaves it open. What stands `beside` it tells times only.
        """
        tells = self._tells and self._may_tell(text, about, under, title)
        pieces = [piece for piece in pieces_of(one_by_one(_TITLE.sub("", text))) if piece.strip()] if tells else []
        if not pieces:
            return None
        piece = foremost(pieces, lambda one: self._rank(one, about))
        if not all(section in fold(piece + about + under) for section in self.claimed.sections):
            return None
        about += "".join(self.claimed.sections)
        clauses = _CLAUSES.split(piece)
        values = [*values_held(self.claimed, piece, pieces, f"{beside}；{under}；{title}")]
        named = [*self.names_held(piece, about)]
        held, over = [*values, *named], f"{about} {under} {title}"
        row = about if COLUMNS in text else ""
        if self._is_turned_round(_CLAUSES.split("，".join(pieces)) if row else clauses, over, row):
            return Held.TURNED
        clause = foremost(clauses, lambda one: (self._said(one, ""),))
        if None in held or self.claimed.turns != turns_of(clause) | (turns_of(piece) & {"excepted"}):
            return None
        if is_of_another_sort(self.claimed, clause) or False in held or self._is_only_favoured(clause):
            otherwise = Held.VALUE if False in values else Held.NAME if False in named else Held.LESS
            opposed = are_opposed(self.claimed.terms, self.claimed.words, fold(piece))
            return otherwise if self._is_spoken_of(piece, text, over) and not opposed else None
        return self._borne_out(piece, pieces, text, about, over, typed=bool(held))

    def _borne_out(
        self, piece: str, pieces: Sequence[str], text: str, about: str, over: str, *, typed: bool
    ) -> Held | None:
        """What a piece of a text whose values and names are those claimed says to the claim; None where it, with what
        stands `over` the text, says too little of it, or where other pieces tell of cases of their own.
        """
        clauses = _CLAUSES.split(piece)
        clause = foremost(clauses, lambda one: (self._said(one, ""),))
        least = tuning().claims_borne_out_typed if typed else tuning().claims_borne_out
        if not self.is_as_strict(piece + about) or not self._is_said_to_be(piece + about):
            return None
        said, apart = self._said(piece, over), not self.claimed.values and self._is_of_another(clause, clauses, _LIKE)
        if apart or self._is_of_another(piece, pieces, _LIKE):
            return None
        around = typed and said >= least / 2 and self._said(text, over) >= least
        if (said < least and (not around or self._is_of_another(piece, pieces))) or self._is_outsaid(piece, pieces):
            return None
        says = contrasted(self.claimed, piece, clauses, text + over, self.documents, self.library)
        return says if says is None else Held.SAYS if says else Held.DENIED

    def share(self, text: str) -> float:
        """The share of the claim's words that a text says, by weight."""
        return self._said(text, "")

    def _may_tell(self, *texts: str) -> bool:
        """Whether texts have the characters of as much of the claim as they must say in any case: most have not."""
        least, spoken_of = tuning().claims_borne_out_typed, tuning().claims_spoken_of
        asked = ((self.claimed.terms, least), (self._unnamed, spoken_of), (self._staying, _WHOLE))
        characters = frozenset().union(*map(fold, texts))
        return any(share_of(spelled(terms, characters), terms) >= share for terms, share in asked)

    def is_as_strict(self, text: str) -> bool:
        """Whether a text has the strict words of the claim (必须, 全部)."""
        return not self.claimed.strict or self.claimed.strict <= strict_words(text)

    def known_share(self, text: str) -> float:
        """The same, where a word that no document uses counts for less: it names nothing that they tell apart."""
        counts, heard = rarity_of(self.library).counts, told(self.claimed.terms, text)
        missing = (one for one in self.claimed.terms if one not in heard)
        return 1.0 - sum(one.weight * (1.0 if one.forms[0] in counts else _UNKNOWN) for one in missing)

    def _is_of_another(self, part: str, parts: Iterable[str], alike: float = 0.0) -> bool:
        """Whether one of some parts, as much alike as that, says a word of the claim that this one does not, and
        otherwise tells the same: then each tells of a case of its own.
        """
        own = {term.forms[0] for term in told(self.claimed.terms, part)}
        others = (one for one in parts if one != part and likeness(one, part) >= alike)
        said = ({term.forms[0] for term in told(self.claimed.terms, one)} for one in others)
        return any(one - own and one & own and own - one for one in said)

    def _is_turned_round(self, clauses: Sequence[str], over: str, name: str) -> bool:
        """Whether a clause says the opposite of what is claimed, or denies it (下降 for 上升, 未采纳 for 纳入); a cell
        of a row of that name only the opposite.
        """
        terms, ways, plain = self._staying, ways_of(self.claimed.words), not (name or self.claimed.turns)
        for before, clause in pairwise(["", *clauses]) if terms else ():
            denied = plain and _DENIED & denials_of(clause)
            if not denied and not (ways and are_opposite(ways, ways_of(clause))):
                continue
            near = before + clause if _COMPARED.match(clause) else f"{name} {clause}"
            own, whole = (share_said(terms, text) for text in (near, f"{over} {'，'.join(clauses)}"))
            if own >= _OWN and whole >= _WHOLE:
                return True
        return False

    def _is_outsaid(self, piece: str, pieces: Iterable[str]) -> bool:
        """Whether another piece that states an amount says all words of the claim that this one does, and more."""
        own = {term.forms[0] for term in told(self.claimed.terms, piece)} if self.claimed.values else {""}
        others = (one for one in pieces if any(value.kind not in ASIDE for value in values_in(one)))
        return any(own < {term.forms[0] for term in told(self.claimed.terms, one)} for one in others)

    @cached_property
    def _tells(self) -> bool:
        """Whether a text bears it out by more than chance: by words that mean something, or by a value or name; a case
        is judged by whoever knows the rule.
        """
        typed = len(self.claimed.values) + len(self.claimed.names)
        tells = bool(typed) or self.claimed.told >= tuning().claims_told
        return not self.claimed.case and tells and len(self.claimed.terms) + _TYPED * typed >= _TELLING

    def allows(self, text: str, *, holds: bool) -> bool:
        """Whether somebody else's verdict can be given of a sentence: one that holds needs every value claimed in it,
        turned round only where the claim is; one that does not needs another value, or the sentence turned round.
        """
        held = list(values_held(self.claimed, text, pieces_of(text)))
        turned = self.claimed.turns != turns_of(text)
        return not turned and all(held) if holds else turned or False in held

    @cached_property
    def _unnamed(self) -> list[Term]:
        """Its terms but for those of names."""
        names = frozenset(chain.from_iterable(map(pairs, chain(*self.claimed.names.values()))))
        return [term for term in self.claimed.terms if not names.intersection(term.forms)]

    @cached_property
    def _staying(self) -> list[Term]:
        """Its terms but for those of names and of where something goes."""
        stays = pairs(without_ways(self.claimed.words))
        return [term for term in self._unnamed if stays.intersection(term.forms)]

    def _is_spoken_of(self, piece: str, text: str, about: str) -> bool:
        """Whether a text speaks of what is claimed, its names apart, and a piece of it of half of that."""
        least = tuning().claims_spoken_of
        whole, part = (self._said(one, about, named=False) for one in (text, piece))
        return whole >= least and part >= least / 2

    def _said(self, piece: str, about: str, *, named: bool = True) -> float:
        """The share of the claim's words that a piece says, by weight; those of names are left out unless `named`."""
        return share_said(self.claimed.terms if named else self._unnamed, piece, about)

    def _is_said_to_be(self, text: str) -> bool:
        """Whether a text says most of what something is claimed to be."""
        terms = [term for term in self.claimed.terms if self.claimed.predicate.intersection(term.forms)]
        return len(told(terms, text)) >= len(terms) * tuning().claims_spoken_of

    def _is_only_favoured(self, clause: str) -> bool:
        return force_of(self.claimed.words) == "demanded" and force_of(clause) == "favoured"

    def _rank(self, piece: str, about: str) -> tuple[bool, float, float]:
        """How near a piece of text comes to the claim: it is of its case, and says its words and kinds of values."""
        stated = stated_in(piece) if self.claimed.stated else ()
        kinds = {one.printed.kind for one in self.claimed.stated} - TIMES
        alike = sum(any(one.is_a(kind) for one in stated) for kind in kinds) / max(1, len(kinds))
        said = self._said(piece, about, named=False) + alike * _KIND_WEIGHT
        return is_of_case(self.claimed, stated), said, self._said(piece, about)

    def names_held(self, piece: str, about: str) -> Iterator[bool | None]:
        """Of the units and places claimed whether they are said; others of their kind in their place say otherwise."""
        said = fold(piece + about)
        for kind, claimed in self.claimed.names.items():
            others = names_of(said, self.documents, self.library).get(kind, frozenset())
            called = [name if name in said else short_for(name, others) for name in claimed]
            if all(called):
                plays = [self._plays(name, said, by) for name, by in zip(claimed, called, strict=True)]
                yield None if None in plays else all(plays)
            else:
                short = any(is_subsequence(name, other) for name in claimed for other in others)
                yield False if others and not short else None

    def _plays(self, name: str, said: str, by: str) -> bool | None:
        """Whether what the claim says right behind a name (会同, 牵头) stands behind it, where it is said at all; who
        leads may be starred, and else is not told.
        """
        roles = {role for role in _ROLES if f"{name}{role}" in self.claimed.words}
        if _LEADS in roles and _LEADS not in said:
            return f"*{by}" in said if "*" in said else None
        return all(f"{by}{role}" in said or leads(by, role, said) for role in roles if role in said)


def claim_of(ask: Ask, library: Library) -> Claim:
    """What an ask claims."""
    where = ask.where
    return Claim(claimed_by(ask.gist, where.words, where.documents, library), where.documents, library)
