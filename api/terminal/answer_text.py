"""An answer as plain text for a terminal: the answer, then its sources."""

from assistant.answer import Answer, Citation

__all__ = ["answer_to_text"]


def answer_to_text(answer: Answer) -> str:
    """The answer first; below it what it was understood as, its notice, sources, what comes closest, follow-ups."""
    parts = [
        _understood(answer),
        answer.answer,
        answer.notice or "",
        "\n".join(_source(citation) for citation in answer.citations),
        _listed("相近的内容：", answer.refusal.closest if answer.refusal else ()),
        _listed("还可以问：", answer.follow_ups),
    ]
    return "\n\n".join(part for part in parts if part)


def _understood(answer: Answer) -> str:
    return f"理解为：{answer.understood}" if answer.understood != answer.question else ""


def _source(citation: Citation) -> str:
    standing = f"（这份文件{citation.validity}）" if citation.validity else ""
    return f"[{citation.n}] {citation.place}{standing}\n    “{citation.quote}”"


def _listed(heading: str, items: tuple[str, ...]) -> str:
    return "\n".join([heading, *(f"  · {item}" for item in items)]) if items else ""
