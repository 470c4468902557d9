"""Found sentences made by hand, for the tests of this folder."""

from assistant.passages.asked import question_to_wanted
from assistant.passages.candidates import Candidate, Scored
from assistant.passages.searching import Found
from assistant.passages.terms import Terms
from tests.assistant.making import place


def sentences_of_one_passage(question: str, *sentences: str, scores: tuple[float, ...] = ()) -> Found:
    """What a search finds of one passage, its sentences in their order unless they are given scores."""
    passage = "".join(sentences)
    items = [
        Scored(Candidate(text, text, place("a"), passage, at, 1.0), frozenset(), frozenset(), score)
        for at, (text, score) in enumerate(zip(sentences, scores or (1.0,) * len(sentences), strict=True))
    ]
    ranked = tuple(sorted(items, key=lambda item: -item.score))
    return Found(question, (), Terms({}), question_to_wanted(question), ranked)
