"""What speaks for and against a candidate among the others of its question: named features. Decides nothing."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.answer_type import answer_types
from assistant.bearing import MOST_CITED, bearing, units_over
from assistant.behind import Behind
from assistant.candidate import Candidate
from assistant.closeness import closeness
from assistant.consensus import Consensus
from assistant.draft import Draft, NoAnswer
from assistant.prose.offers import families_in, is_labelled, offered
from assistant.reading.ask import Ask, Subject, Want
from assistant.reading.forms import formless, forms_of
from assistant.reading.words import Terms, pairs, terms_of
from assistant.showing import items_shown
from assistant.validity import is_over, today
from corpus.facts import Library

FORMED, ASKED = "formed", "asked."
"""What no tree sees: the feature that tells how likely a candidate is right, which learnt beside the others misleads;
and how those begin that tell what the question asks, for what it may find nothing of.
"""

_COMMON = ("match", "own", "margin", "meaning", "agree", "filled", "near", "near.all", "near.behind", "near.cosine")
_COMPARED = ("filled", "agree", "said", "entitled", "offers", "lacks", "length", "missing", "measured", "support")
"""Features that also tell how far a candidate is behind the best of its question."""
_RIVALLED = ("match", "own", "meaning")
"""Features of which it is told how far a candidate is behind the best of all and of its kind."""
_FIELDS = frozenset(map(str, Want))
"""What is wanted by names that every document shares; the columns of a table are its own."""
_LONG = 200
_BEGINS = 12
_HEAVY = 3.0
"""What three rare words weigh."""


@dataclass(frozen=True, slots=True)
class _Rivals:
    """Of some candidates the place of each by its identity, and the most that any of them has of some features."""

    places: Mapping[int, int]
    best: Mapping[str, float]

    @classmethod
    def among(cls, each: Sequence[Candidate]) -> "_Rivals":
        """These candidates as rivals."""
        places = {id(one): at for at, one in enumerate(each)}
        return cls(places, {name: max(one.features.get(name, 0.0) for one in each) for name in _RIVALLED})


@dataclass(frozen=True)
class Pool:
    """All candidates of one question. `terms` and `forms` are those of its widest reading; `absent` is the weight of
    those terms that no document in scope ever uses.
    """

    candidates: tuple[Candidate, ...]
    library: Library
    terms: Terms
    forms: frozenset[str]
    absent: frozenset[int]
    texts: Mapping[int, str]
    """By the identity of a candidate, all it says."""
    asked: str = ""
    """The question in plain words."""
    talked: frozenset[str] = frozenset()
    """The documents that the turns before were about, as far as any candidate goes on from them."""
    behind: Behind | None = None
    """The question behind the turns before it."""

    @classmethod
    def of(cls, candidates: Sequence[Candidate], library: Library, behind: Behind | None = None) -> "Pool":
        """The pool of a question's candidates, `behind` the turns before it."""
        widest = next(
            (one for one in candidates if one.ask.subject is Subject.PROSE), candidates[0] if candidates else None
        )
        terms = terms_of(widest.ask.where.words if widest else "", library)
        documents = widest.ask.where.documents if widest else ()
        used = frozenset().union(*(terms.held(_document_pairs(library)[one]) for one in documents))
        absent = frozenset(range(len(terms.items))) - used
        forms = forms_of(widest.ask.gist) if widest else frozenset[str]()
        texts = {id(one): one.outcome.text for one in candidates}
        talked = frozenset().union(
            *(one.ask.where.documents for one in candidates if one.ask.follows and one.ask.where.named)
        )
        asked = widest.ask.gist if widest else ""
        return cls(tuple(candidates), library, terms, forms, absent, texts, asked, talked, behind)

    def features(self) -> list[dict[str, float]]:
        """Of each candidate everything that speaks for or against it, by name."""
        each = [self._alone(one) for one in self.candidates]
        best = {name: max((one.get(name, 0.0) for one in each), default=0.0) for name in _COMPARED}
        asked = {f"{ASKED}{sense}": 1.0 for one in self.candidates for sense in one.ask.heard}
        told = [(one.way, self.texts[id(one)]) for one in self.candidates]
        near = closeness().features(self.asked, told)
        typed = answer_types().expected(self.asked, self.behind is not None).features(told)
        turned = self.behind.features(self.candidates) if self.behind else [{} for _ in each]
        return [
            {
                **one,
                **{name: value for own in more for name, value in own.items()},
                **{f"behind.{name}": one.get(name, 0.0) - value for name, value in best.items()},
                **asked,
            }
            for one, *more in zip(each, near, typed, turned, strict=True)
        ]

    def _alone(self, candidate: Candidate) -> dict[str, float]:
        own, kind = candidate.features, candidate.kind
        return {
            **{name: own.get(name, 0.0) for name in _COMMON},
            **{f"{kind}.{name}": value for name, value in own.items() if name not in _COMMON},
            **_of_ask(candidate),
            **_of_outcome(candidate, self.texts[id(candidate)]),
            FORMED: self._formed(candidate),
            **self._said(candidate),
            **bearing(candidate, self.library),
            **self._among(candidate),
        }

    def _formed(self, candidate: Candidate) -> float:
        """0, or less by every form that an answer must have (an amount of money, a day) and that neither this one has
        nor the head of its table; what says that nothing is written, of all or a part, must have none.
        """
        silent = isinstance(candidate.outcome, NoAnswer) or (candidate.several and candidate.features["refused"] > 0)
        if silent or not self.forms:
            return 0.0
        text = self.texts[id(candidate)] + units_over(candidate.evidence[:MOST_CITED])
        return -float(formless(self.forms, text))

    def _said(self, candidate: Candidate) -> dict[str, float]:
        """How much of the question the words and quotes of a candidate hold."""
        outcome, text = candidate.outcome, self.texts[id(candidate)]
        evidence = outcome.evidence if isinstance(outcome, Draft) else ()
        quoted = frozenset().union(*(self.terms.held(pairs(item.quote)) for item in evidence[:MOST_CITED]))
        said = self.terms.held(pairs(text))
        documents = {item.place.document_id for item in evidence[:MOST_CITED]}
        titles = {item.place.document_name for item in evidence[:MOST_CITED]}
        entitled = frozenset().union(*(self.terms.held(pairs(title)) for title in titles))
        every = range(len(self.terms.items))
        missing = frozenset(every) - said - quoted - entitled
        return {
            "said": self.terms.share(said),
            "quoted": self.terms.share(said | quoted),
            "entitled": self.terms.share(entitled),
            "missing": self.terms.share(missing) * min(1.0, self.terms.mass / _HEAVY),
            "missing_most": max((self.terms.items[at].weight for at in missing), default=0.0),
            "absent": self.terms.share(self.absent),
            "absent_mass": self.terms.share(self.absent) * min(1.0, self.terms.mass / _HEAVY),
            "mass": min(2.0, self.terms.mass / _HEAVY),
            "documents": float(len(titles)),
            "over": _over(documents, candidate.ask, self.library),
            "strays": len(documents - self.talked) / max(1, len(documents)) if self.talked else 0.0,
        }

    def _among(self, candidate: Candidate) -> dict[str, float]:
        """How a candidate stands among all others, and among those of its subject."""
        every, same = self._kinds[""], self._kinds[candidate.kind]
        found = {"place": same.places[id(candidate)] / 4, "rivals": math.log1p(len(self.candidates))}
        for name in _RIVALLED:
            value = candidate.features.get(name, 0.0)
            found[f"best.{name}"] = value - every.best[name]
            found[f"best_here.{name}"] = value - same.best[name]
        return found | self._consensus.features(candidate)

    @cached_property
    def _consensus(self) -> Consensus:
        return Consensus(self.candidates, self.texts)

    @cached_property
    def _kinds(self) -> dict[str, "_Rivals"]:
        """The candidates of each kind, and all of them under no name."""
        kinds: dict[str, list[Candidate]] = {"": [*self.candidates]}
        for one in self.candidates:
            kinds.setdefault(one.kind, []).append(one)
        return {kind: _Rivals.among(each) for kind, each in kinds.items()}


def _over(documents: Collection[str], ask: Ask, library: Library) -> float:
    """The share of the documents cited that are out of force, though the question names none."""
    over = [one for one in documents if not ask.where.named and is_over(library, one, today())]
    return len(over) / max(1, len(documents))


def _of_ask(candidate: Candidate) -> dict[str, float]:
    ask = candidate.ask
    where, kind = ask.where, candidate.kind
    return {
        f"is.{kind}": 1.0,
        f"is.{kind}.{ask.fold}": 1.0,
        **{f"want.{want}": 1.0 for want in _FIELDS.intersection(ask.want)},
        **{f"measures.{family}": 1.0 for family in ask.measures},
        "per_document": float(ask.per_document),
        "claim": float(ask.claim),
        "named": float(where.named),
        "beyond": float(where.beyond),
        "scope": math.log1p(len(where.documents)),
        "words": len(where.words) / 20,
        "units": float(len(where.units)),
        "areas": float(len(where.areas)),
        "years": float(len(where.years)),
        "ordinals": float(len(where.ordinals)),
        "amounts": float(len(where.amounts)),
        "quotes": float(len(where.quoted)),
        f"follows.{ask.follows}": 1.0,
    }


def _of_outcome(candidate: Candidate, text: str) -> dict[str, float]:
    ask, outcome = candidate.ask, candidate.outcome
    if isinstance(outcome, NoAnswer):
        return {"refuses": 1.0, f"refuses.{outcome.reason}": 1.0}
    offers, lacks = offered(ask.heard, text)
    return {
        "length": len(text) / _LONG,
        "statements": math.log1p(len(outcome.statements)),
        "offers": offers,
        "lacks": lacks,
        "labelled": float(is_labelled(text, ask.gist)),
        "measured": (1.0 if families_in(text) & ask.measures else -1.0) if ask.measures else 0.0,
        "years_said": sum(str(year) in text for year in ask.where.years) / max(1, len(ask.where.years)),
        "areas_said": sum(area in text for area in ask.where.areas) / max(1, len(ask.where.areas)),
        "figures": float(any(map(str.isdigit, text))),
        "unwritten": float("文件未写" in text or "没有" in text[:_BEGINS]),
        f"kind.{outcome.kind}": 1.0,
        **_of_list(ask, items_shown(outcome)),
    }


def _of_list(ask: Ask, items: Sequence[str]) -> dict[str, float]:
    """How many things an answer lists, and whether they are as many as the question counts (十件实事)."""
    counted = {amount.value for amount in ask.amounts}
    return {"items": math.log1p(len(items)), "items_counted": float(len(items) in counted)}


@lru_cache(maxsize=4)
def _document_pairs(library: Library) -> dict[str, frozenset[str]]:
    """By document, the pairs of its text."""
    return {
        document.id: frozenset().union(
            *(pairs(line) for line in document.text.splitlines()),
            *(pairs(block.text) for block in document.blocks if not hasattr(block, "rows")),
        )
        for document in library.documents.values()
    }
