"""What a system under test said: the neutral shape that measures read, so that any system can be measured."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Response:
    """One answer: `quotes` are its citations' words, `names` the titles and 文号 cited, `retrieved` what was found for
    it, best first. An unanswered question is a Response with status "missing".
    """

    status: str
    answer: str = ""
    quotes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    retrieved: tuple[str, ...] = ()
    elapsed_ms: float = 0.0
    reason: str = ""
    """Why there is no answer, where it was refused."""
    sure: bool = False
    """It was given as sure."""
