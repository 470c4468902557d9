"""How long work tells where it is. Knows nothing of who listens."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with the name of the stage (Chinese, for a person), how much of it is done and how much there is in all."""


def silent(stage: str, done: int, total: int) -> None:
    """A listener that does nothing."""
