"""Refusals: places and documents that nobody has, and what was searched in vain. Chooses nothing."""

import re
from collections.abc import Sequence

from assistant.answer import RefusalReason
from assistant.arithmetic import proven_results
from assistant.choosing import Choice
from assistant.draft import Draft, NoAnswer, Statement
from assistant.figures import figures, folded
from assistant.labels import document_label
from assistant.reading.reading import Reading
from assistant.surety import silence, silence_evidence
from assistant.tuning import tuning
from corpus.facts import Library
from indexing.index import Index

_MOST_NAMED = 3
_MOST_CLOSEST = 3
_LOOKED = 8
"""So many of the likeliest are looked at for what comes closest."""
_LONGEST = 120
_TITLE = re.compile(r"《[^《》]{1,100}》")


def refused_at_once(reading: Reading, library: Library) -> NoAnswer | None:
    """A refusal that needs no search: a place or a 文号 that no document has."""
    if reading.unknown_places:
        places = "、".join(reading.unknown_places)
        message = f"已收录的文件没有关于{places}的内容，无法回答。现有文件涉及：{_places(library)}。"
        return NoAnswer(RefusalReason.NOT_IN_CORPUS, message)
    missing = [number for number in reading.unknown_documents if not _is_mentioned(number, library)]
    if missing:
        return NoAnswer(RefusalReason.NOT_IN_CORPUS, f"没有收录文号为{'、'.join(missing)}的文件。")
    return None


def is_silent(choices: Sequence[Choice]) -> bool:
    """Whether most likely no document answers the question."""
    if not choices:
        return True
    first = choices[0]
    evidence = silence_evidence([one.features for one in choices], first.features, first.told, first.chance)
    return silence(evidence, tuning().silence) >= tuning().silent_from


def _is_foreign(reading: Reading, choices: Sequence[Choice]) -> bool:
    """Whether a question that names no document, not all of them (五地里), and follows none is mostly of words that
    no document uses.
    """
    absent = choices[0].features.get("absent", 0.0) if choices else 1.0
    follows = bool(choices and choices[0].candidate.ask.follows)
    of_documents = reading.named or follows or "each_place" in reading.heard
    return absent >= tuning().foreign_from and not of_documents


def least_chance(reading: Reading, choices: Sequence[Choice]) -> float:
    """The chance below which nothing is answered: a higher one for a question about something else altogether."""
    return tuning().foreign_below if _is_foreign(reading, choices) else tuning().refuse_below


def refusal_of(reading: Reading, closest: Sequence[Choice], index: Index) -> NoAnswer:
    """The refusal where nothing is likely enough: what was searched, and what comes closest."""
    if _is_foreign(reading, closest):
        return NoAnswer(RefusalReason.OUT_OF_SCOPE, "这个问题与已收录的政策文件无关，无法回答。")
    elsewhere = closest and closest[0].features.get("elsewhere")
    sought = f"关于{'、'.join(reading.places)}的这项内容" if elsewhere else "能回答这个问题的内容"
    message = f"在{_searched(reading, index.library)}中没有找到{sought}。"
    return NoAnswer(RefusalReason.NOT_IN_CORPUS, message, closest=_closest(closest))


def _closest(choices: Sequence[Choice]) -> tuple[str, ...]:
    drafts = [one.candidate.outcome for one in choices[:_LOOKED] if isinstance(one.candidate.outcome, Draft)]
    first = [draft.statements[0] for draft in drafts if draft.statements]
    return tuple(dict.fromkeys(one.text[:_LONGEST] for one in first if _is_printed(one)))[:_MOST_CLOSEST]


def _is_printed(statement: Statement) -> bool:
    """Whether every number of a statement stands in its quotes: what was counted or worked out comes close to nothing
    that was asked.
    """
    text, quotes = folded(_TITLE.sub("", statement.text)), (item.quote for item in statement.evidence)
    printed = {figure.value for figure in figures(folded("。\n".join(quotes)))}
    return not proven_results(text) and all(figure.value in printed for figure in figures(text))


def _searched(reading: Reading, library: Library) -> str:
    """The documents that were searched: by name, or how many where that would be a long list."""
    count = len(reading.documents)
    if count <= _MOST_NAMED:
        return "、".join(library.document(document_id).name for document_id in reading.documents)
    return f"全部{count}份文件" if count == len(library.documents) else f"所问的{count}份文件"


def _places(library: Library) -> str:
    labels = list(dict.fromkeys(document_label(library, document_id) for document_id in library.documents))
    return "、".join(labels[:12]) + ("等" if len(labels) > 12 else "")


def _is_mentioned(number: str, library: Library) -> bool:
    """Whether some document quotes this 文号, though it is not its own."""
    return any(number in "".join(document.text.split()) for document in library.documents.values())
