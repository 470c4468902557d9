"""Windows made by hand, for the tests of this folder."""

import numpy as np

from assistant.prose.features import Judged
from assistant.prose.ranking import Ranked
from assistant.prose.windows import Kind, Window, as_statement
from assistant.reading.bags import bags_of, terms_in
from assistant.reading.words import Term, Terms, pairs
from tests.assistant.making import place

NOTHING = {"own": 0.0, "beside": 0.0, "meaning": 0.0, "measure": 0.0, "lacks": 0.0, "offers": 0.0, "head": 0.0}
"""Features that speak for nothing."""


def terms(*words):
    """Terms of equal weight, each said by its first two characters or, where it is a number, by all of it."""
    return Terms(tuple(Term((word if word[0].isdigit() else word[:2],), 1 / len(words)) for word in words), 1.0)


def ranked(text, score=1.0, *, about=None, passage="", head="", kind=Kind.SENTENCE, path=(), **features):
    """A window of one sentence with its score and the terms of `about` that it holds."""
    window = Window(
        kind,
        as_statement(text),
        ((text, place("a").model_copy(update={"path": path})),),
        head,
        "",
        passage or text,
        (text,),
    )
    return Ranked(window, score, together([window], NOTHING | features, about), 0)


def together(windows, features, about=None):
    """What was judged of windows: each feature that of all, or a list with that of each."""
    columns = {name: np.resize(np.array(value, dtype=float), len(windows)) for name, value in features.items()}
    held = terms_in(about or Terms((), 0.0), bags_of([pairs(one.text) for one in windows]))
    return Judged(windows, columns, held)
