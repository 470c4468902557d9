"""From a model's untrusted reply to a verified draft, or to what is wrong with it. Knows no model and no prompt."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.advising.chat import spoken
from assistant.citing import draft_problems
from assistant.draft import Draft, Statement
from assistant.faithful import added_words, changed_weights, lost_items, plain, quote_key
from assistant.query import Query
from corpus.facts import Evidence, Library
from corpus.quoting import bigrams, squeeze

_HELD = 0.6
"""The share of a statement's pairs of characters that stand in a sentence which rewords it."""
_ROOM = 300
_MARK = re.compile(r"\[(\d{1,3})\]")
_MARKS_BEHIND_STOP = re.compile(r"([。！？；])((?:\[\d{1,3}\]){1,30})")
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A draft with its quotes numbered from 1, equal ones of a document once."""

    draft: Draft
    evidence: tuple[Evidence, ...]

    def marked_statements(self) -> list[str]:
        """The statements with their marks."""
        numbers = {quote_key(item): number for number, item in enumerate(self.evidence, start=1)}
        return [
            statement.text
            + "".join(f"[{number}]" for number in sorted({numbers[quote_key(e)] for e in statement.evidence}))
            for statement in self.draft.statements
        ]


def draft_to_numbered(draft: Draft) -> Numbered:
    """The draft and its distinct quotes in the order of their use."""
    quotes = {quote_key(item): item for statement in draft.statements for item in reversed(statement.evidence)}
    order = dict.fromkeys(quote_key(item) for statement in draft.statements for item in statement.evidence)
    return Numbered(draft, tuple(quotes[key] for key in order))


def reply_to_draft(reply: str, numbered: Numbered, query: Query, library: Library) -> Draft | list[str]:
    """The reply as a draft that says what the old one says, or what is wrong with it (for the model and the log)."""
    said = spoken(reply)
    if len(said) > 2 * sum(len(text) for text in numbered.marked_statements()) + _ROOM:
        return ["太长"]
    sentences = _SENTENCE.findall(_MARKS_BEHIND_STOP.sub(r"\2\1", said.strip()))
    statements = [_to_statement(sentence, numbered) for sentence in sentences]
    if not sentences or None in statements:
        unmarked = [sentence for sentence, one in zip(sentences, statements, strict=True) if one is None]
        return [f"没有编号，或编号不存在：{sentence}" for sentence in unmarked] or ["没有内容"]
    old = numbered.draft
    new = replace(old, statements=tuple(filter(None, statements)))
    problems = [
        *draft_problems(new, library, query.text),
        *lost_items(old, new),
        *changed_weights(old, new, query, library),
        *(f"多出了摘录没有的词：{word}" for one in new.statements for word in added_words(one, old, query, library)),
    ]
    return problems or new


def _to_statement(sentence: str, numbered: Numbered) -> Statement | None:
    """A sentence with the quotes it marks, or where it marks none with those of what it rewords; None where it marks
    one that is not there, or rewords nothing.
    """
    numbers = dict.fromkeys(int(number) for number in _MARK.findall(sentence))
    text = squeeze(_MARK.sub("", sentence))
    if not all(1 <= number <= len(numbered.evidence) for number in numbers):
        return None
    marked = tuple(numbered.evidence[number - 1] for number in numbers)
    reworded = [] if marked else _reworded(text, numbered.draft.statements)
    if not marked and not reworded:
        return None
    stop = "" if text.endswith(("。", "！", "？", "：", "；")) else "。"
    return Statement(text + stop, marked or tuple(item for one in reworded for item in one.evidence))


def _reworded(text: str, statements: Sequence[Statement]) -> list[Statement]:
    """The statements that a sentence is made of: those whose words are mostly in it, else the one it shares most with.

    Models forget marks; whether the sentence says what these statements say is looked at afterwards, as for any other.
    """
    own = bigrams(plain(text))
    held = [(len(own & bigrams(plain(one.text))), len(bigrams(plain(one.text))), one) for one in statements]
    whole = [one for shared, size, one in held if size and shared >= _HELD * size]
    shared, _, most = max(held, key=lambda entry: entry[0])
    return whole or ([most] if shared else [])
