"""Who asks and what they may do. Knows no key, no request and no table."""

from dataclasses import dataclass
from enum import StrEnum


class KeyScope(StrEnum):
    """read: ask, look, keep one's own conversations; write: also change the documents; admin: also see what others
    have sent as feedback. In this order: whoever has one has those before it.
    """

    READ = "read"
    WRITE = "write"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Identity:
    """A user, and the label of the key they came with (None: no key was needed)."""

    user: str
    scopes: frozenset[KeyScope]
    key_id: str | None = None
    label: str | None = None


LOCAL = Identity("local", frozenset(KeyScope))
"""Whoever sits at this machine, where no sign-in is asked for."""


def scopes_up_to(highest: KeyScope) -> list[KeyScope]:
    """A scope and those it includes, the least first."""
    every = list(KeyScope)
    return every[: every.index(highest) + 1]
