"""An explanation as plain text for a terminal: what was recognised, then what competed, the likeliest first."""

from collections.abc import Iterator

from assistant.explaining import ExplainedChoice, ExplainedSpan, Explanation

__all__ = ["explanation_to_text"]

_MOST_FEATURES = 8


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
