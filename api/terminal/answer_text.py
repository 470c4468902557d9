"""What a terminal shows of an answer, and of how it came about."""

from collections.abc import Iterator

from assistant.answer import Answer, Citation
from assistant.explaining import ExplainedChoice, ExplainedSpan, Explanation

_MOST_FEATURES = 8


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


def explanation_to_text(explanation: Explanation) -> str:
    """The question as read, its words with what they were taken for, the candidates; then the same for each part."""
    return "\n".join(_lines(explanation))


def _lines(explanation: Explanation) -> Iterator[str]:
    yield f"读作：{explanation.text}"
    yield f"范围：{'、'.join(explanation.documents)}"
    yield "认出："
    yield from (f"  {_span(span)}" for span in explanation.spans)
    yield f"候选（把握{explanation.chance:.2f}）："
    for number, choice in enumerate(explanation.choices, 1):
        yield from (f"  {line}" for line in _choice(number, choice))
    for part in explanation.parts:
        yield ""
        yield from _lines(part)


def _span(span: ExplainedSpan) -> str:
    return f"“{span.words}” {span.kind}：{span.value}"


def _choice(number: int, choice: ExplainedChoice) -> Iterator[str]:
    """What a candidate means and says, and the features of most weight."""
    strongest = sorted(choice.features.items(), key=lambda feature: -abs(feature[1]))[:_MOST_FEATURES]
    yield f"{number}. {choice.chance:.2f} {choice.subject}/{choice.fold} {choice.understood}"
    yield f"   {choice.answer}"
    yield f"   {' '.join(f'{name}={value:g}' for name, value in strongest)}"
