"""Whether a question in a conversation leaves nothing to be filled in from the turns before it. Knows no answers."""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.mentions import Mention, Slot
from assistant.understanding.normalising import to_key
from assistant.understanding.unknown_places import unknown_places
from assistant.understanding.vocabulary import Vocabulary, vocabulary_of
from corpus.facts import Library

__all__ = ["is_of_its_own"]

_TASKS = re.compile(r"任务|事项|工作|牵头|负责|责任|参与|配合")
_LISTED = re.compile(r"哪|几|多少|什么")
_POINTING = re.compile(r"[它其这那该此]|上述|同一|还|也|又|呢|再|换|改")
_ASKING = re.compile(r"怎么样|怎么|怎样|如何|什么|哪[些个里]?|多少|谁|几|吗|是|的|了|有|在|请问|一下|[，,。、？?！!\s]")
_SHORTEST = 3


def is_of_its_own(question: str, named: Sequence[Mention], library: Library) -> bool:
    """Whether `question`, which points at nothing said before, names its own subject: the tasks of a unit, a place that
    no document is about, or something that none of them speaks of.
    """
    vocabulary = vocabulary_of(library)
    if _names_elsewhere(question, vocabulary):
        return True
    if _POINTING.search(question):
        return False
    if any(mention.slot is Slot.UNIT for mention in named):
        return bool(_TASKS.search(question) and _LISTED.search(question))
    return not named and _is_foreign(question, vocabulary)


def _names_elsewhere(question: str, vocabulary: Vocabulary) -> bool:
    key = to_key(question)
    return bool(unknown_places(key, vocabulary.names.mentions(key), vocabulary, ()))


def _is_foreign(question: str, vocabulary: Vocabulary) -> bool:
    """Whether no two characters in a row of what is asked stand in any document."""
    own = to_key(_ASKING.sub("", question))
    return len(own) >= _SHORTEST and not any(vocabulary.holders(first + second) for first, second in pairwise(own))
