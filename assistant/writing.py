"""Writers: who words a verified draft for the reader. What an LLM writes is shown only when it says the same."""

import logging
import math
from collections.abc import Sequence
from time import monotonic
from typing import NamedTuple, Protocol

from assistant.advising.chat import ChatModel, Message
from assistant.citing import problem_kinds
from assistant.draft import Draft
from assistant.query import Query
from assistant.rewriting import Numbered, draft_to_numbered, reply_to_draft
from assistant.sentences import text_to_sentences
from corpus.facts import Library
from prompts.prompt import load_prompt

_ATTEMPTS = 2
_LONGEST = 4000
"""Characters of a request. A longer list or table is shown as it is: rewriting it takes minutes and adds nothing."""
_UNVERIFIED = "大模型的改写未通过核对，显示的是原文摘录。"
_SILENT = "大模型没有给出可用的答复，显示的是原文摘录。"

_log = logging.getLogger(__name__)


class Written(NamedTuple):
    """A draft in its last wording, who worded it (as in Answer.writer), and what the reader must know of it."""

    draft: Draft
    writer: str = "extractive"
    notice: str | None = None


class Writer(Protocol):
    """Words a verified draft; whatever happens, what it returns is verified too."""

    def write(self, draft: Draft, query: Query, library: Library, until: float = math.inf) -> Written:
        """The draft for the reader, before the moment `until` of the monotonic clock."""


class ExtractiveWriter:
    """Leaves a draft in the words it has."""

    def write(self, draft: Draft, query: Query, library: Library, until: float = math.inf) -> Written:  # noqa: ARG002
        """The draft itself."""
        return Written(draft)


class LlmWriter:
    """Lets a model rephrase a draft, with one repair; falls back on the draft. Takes `seconds` at most in all."""

    def __init__(self, model: ChatModel, seconds: float) -> None:
        self._model = model
        self._seconds = seconds

    def write(self, draft: Draft, query: Query, library: Library, until: float = math.inf) -> Written:
        """The draft in the model's words where they hold, else the draft with a notice why."""
        numbered = draft_to_numbered(draft)
        request = _request(numbered, query)
        if not numbered.evidence or len(request) > _LONGEST:
            return Written(draft)
        until = min(until, monotonic() + self._seconds)
        outcome = self._rewritten(request, numbered, query, library, until)
        if isinstance(outcome, str):
            return Written(draft, notice=outcome)
        name = self._model.name
        return Written(outcome, f"llm:{name}", f"本回答由人工智能（{name}）根据所列原文改写生成。")

    def _rewritten(self, request: str, numbered: Numbered, query: Query, library: Library, until: float) -> Draft | str:
        """The verified rewrite, or the notice that says why there is none."""
        messages = [Message("system", load_prompt("writer").fill()), Message("user", request)]
        notice = _SILENT
        for _ in range(_ATTEMPTS):
            reply = self._model.complete(messages, until - monotonic())
            if not reply or not reply.strip():
                break
            outcome = reply_to_draft(reply, numbered, query, library)
            if isinstance(outcome, Draft):
                return outcome
            _log.warning("unverified rewrite by %s (%s): %s", self._model.name, _prompts(), problem_kinds(outcome))
            notice = _UNVERIFIED
            messages += [Message("assistant", reply[:_LONGEST]), Message("user", _repair(outcome))]
        return notice


def is_wordy(draft: Draft) -> bool:
    """Whether a draft is worth wording: it is longer than a sentence, and no table says it all."""
    sentences = [one for statement in draft.statements for one in text_to_sentences(statement.text)]
    return len(sentences) > 1 and not draft.tasks and draft.comparison is None


def _request(numbered: Numbered, query: Query) -> str:
    evidence = "\n".join(
        f"[{number}] {item.place.document_name}：{item.quote}" for number, item in enumerate(numbered.evidence, start=1)
    )
    return load_prompt("rewrite").fill(
        question=query.text, statements="\n".join(numbered.marked_statements()), evidence=evidence
    )


def _repair(problems: Sequence[str]) -> str:
    return load_prompt("repair").fill(problems="\n".join(problems)[:_LONGEST])


def _prompts() -> str:
    return ", ".join(load_prompt(name).id for name in ("writer", "rewrite", "repair"))
