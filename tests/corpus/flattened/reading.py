"""Short ways from text to what the stages of reading take."""

from corpus.flattened.tokens import Token, lines_to_tokens
from corpus.reading.lines import text_to_lines


def tokens_of(text: str) -> list[Token]:
    lines = text_to_lines(text)
    return lines_to_tokens(lines, 0, len(lines) - 1)
