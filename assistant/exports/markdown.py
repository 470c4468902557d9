"""A conversation as Markdown, to be kept or sent on, its tables included. Knows no HTTP."""

from collections.abc import Sequence

from assistant.answer import Answer, Citation
from assistant.exports.answer_tables import AnswerTable, tables_of
from assistant.keeping.clock import readable
from assistant.keeping.conversations import Conversation, Turn
from corpus.facts import Library


def conversation_to_markdown(conversation: Conversation, library: Library) -> str:
    """Questions as headings, answers with their tables and sources below; nothing of it is taken for HTML."""
    parts = [f"# {_one_line(conversation.title)}", *(_turn(turn, library) for turn in conversation.turns)]
    return "\n\n".join(parts) + "\n"


def _turn(turn: Turn, library: Library) -> str:
    answer = turn.answer
    parts = [
        f"## 问：{_one_line(turn.question)}",
        _plain(answer.answer).replace("\n", "  \n"),
        f"*{_plain(answer.notice)}*" if answer.notice else "",
        *(_table(table) for table in tables_of(answer, library)),
        "\n".join(["出处：", "", *(_source(citation) for citation in answer.citations)]) if answer.citations else "",
        f"（{readable(turn.asked_at)}{_made_by(answer)}）",
    ]
    return "\n\n".join(part for part in parts if part)


def _table(table: AnswerTable) -> str:
    names = [name for name, _ in table.columns]
    lines = [_row(names), _row(["---"] * len(names)), *(_row(row) for row in table.rows)] if table.rows else []
    return "\n\n".join(filter(None, [_one_line(table.title), "\n".join(lines), _one_line(table.below)]))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(_one_line(cell).replace('|', '&#124;') for cell in cells)} |"


def _source(citation: Citation) -> str:
    return f"- [{citation.n}] {_one_line(citation.place)}：“{_one_line(citation.quote)}”"


def _made_by(answer: Answer) -> str:
    return f"，人工智能改写（{answer.writer}）" if answer.writer.startswith("llm:") else ""


def _one_line(text: str) -> str:
    return _plain(" ".join(text.split()))


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
