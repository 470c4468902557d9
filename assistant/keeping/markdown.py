"""A conversation as Markdown, to be kept or sent on. Knows no table and no HTTP."""

from assistant.answer import Answer, Citation
from assistant.keeping.clock import readable
from assistant.keeping.conversations import Conversation, Turn

__all__ = ["conversation_to_markdown"]


def conversation_to_markdown(conversation: Conversation) -> str:
    """Questions as headings, answers with their sources below; nothing of it is taken for HTML."""
    parts = [f"# {_one_line(conversation.title)}", *(_turn(turn) for turn in conversation.turns)]
    return "\n\n".join(parts) + "\n"


def _turn(turn: Turn) -> str:
    answer = turn.answer
    parts = [
        f"## 问：{_one_line(turn.question)}",
        _plain(answer.answer).replace("\n", "  \n"),
        f"*{_plain(answer.notice)}*" if answer.notice else "",
        "\n".join(["出处：", "", *(_source(citation) for citation in answer.citations)]) if answer.citations else "",
        f"（{readable(turn.asked_at)}{_made_by(answer)}）",
    ]
    return "\n\n".join(part for part in parts if part)


def _source(citation: Citation) -> str:
    return f"- [{citation.n}] {_one_line(citation.place)}：“{_one_line(citation.quote)}”"


def _made_by(answer: Answer) -> str:
    return f"，人工智能改写（{answer.writer}）" if answer.writer.startswith("llm:") else ""


def _one_line(text: str) -> str:
    return _plain(" ".join(text.split()))


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
