"""How often in a year, where a sentence says how often in a month, a quarter or half a year. Chooses nothing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.prose.answering import windows_to_candidate
from assistant.prose.choosing import SEEN
from assistant.prose.ranking import Ranked
from assistant.reading.ask import Ask
from assistant.sentences import text_to_sentences
from indexing.index import Index

_SHOWN = 2
"""So many windows are offered."""
_ASKED = frozenset({"how_often", "how_much", "ask_count"})
_RHYTHM = re.compile(
    r"每(?P<every>个?月|季度?|两个月|2个月|双月|半年)[^，,。；;\d]{0,12}?(?P<count>\d{1,2}|一)(?P<unit>次|场|期|回|轮)"
)
_TIMES: Mapping[str, tuple[int, str]] = {
    "月": (12, "×12个月"),
    "个月": (12, "×12个月"),
    "季": (4, "×4个季度"),
    "季度": (4, "×4个季度"),
    "两个月": (6, "×12个月÷2"),
    "2个月": (6, "×12个月÷2"),
    "双月": (6, "×12个月÷2"),
    "半年": (2, "×4个季度÷2"),
}
"""How often a year has what a rhythm is of, and that as spelled in arithmetic."""


def answer_rhythms(ask: Ask, found: Sequence[Ranked], index: Index) -> list[Candidate]:
    """The windows that hold most of what is asked and say how often, each with what that is in a year, where that is
    asked.
    """
    asked = "a_year" in ask.hints and ask.heard & _ASKED
    return [*islice(_yearly(ask, found, index), _SHOWN)] if asked else []


def _yearly(ask: Ask, found: Sequence[Ranked], index: Index) -> Iterator[Candidate]:
    seen: set[str] = set()
    for one in sorted(found[:SEEN], key=lambda one: -one.feature("own")):
        telling = [sentence for sentence in text_to_sentences(one.window.text) if _RHYTHM.search(sentence)]
        text = "".join(telling).rstrip("。；")
        if telling and not any(text in other for other in seen):
            seen.add(text)
            told = [_in_a_year(match) for match in _RHYTHM.finditer(text)]
            said = Statement("；".join([text, *told]) + "。", one.window.evidence)
            made = windows_to_candidate([one], found, ask, index)
            features = {**made.features, "yearly": 1.0}
            yield replace(made, outcome=Draft(AnswerKind.CALCULATION, (said,)), features=features)


def _in_a_year(match: re.Match[str]) -> str:
    """每两个月至少举办1次，一年6次（1×12个月÷2=6）."""
    count = 1 if match["count"] == "一" else int(match["count"])
    times, said = _TIMES[match["every"]]
    return f"{match[0]}，一年{count * times}{match['unit']}（{count}{said}={count * times}）"
