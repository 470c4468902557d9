"""What a reader left out of a document, as a person is told of it. Knows words, no files."""

from collections.abc import Iterator, Sequence

__all__ = ["hidden_warning", "struck_warning"]

_MOST_QUOTED = 5
_LONGEST_QUOTE = 20


def struck_warning(words: Sequence[str]) -> Iterator[str]:
    """That struck words were left out, where there are any."""
    if words:
        yield f"有 {len(words)} 处文字带删除线，已略去：{_quoted(words)}。"


def hidden_warning(words: Sequence[str]) -> Iterator[str]:
    """That hidden words were left out, where there are any."""
    if words:
        yield f"有 {len(words)} 处隐藏文字，已略去：{_quoted(words)}。"


def _quoted(words: Sequence[str]) -> str:
    """The first of some words."""
    shown = (f"“{one[:_LONGEST_QUOTE]}{'…' if len(one) > _LONGEST_QUOTE else ''}”" for one in words[:_MOST_QUOTED])
    return "、".join(shown) + ("等" if len(words) > _MOST_QUOTED else "")
