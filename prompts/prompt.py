"""Prompts: text files with declared variables, filled in strictly. Knows no model and no documents."""

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

_FOLDER = Path(__file__).parent
_DECLARATION = re.compile(r"variables:([a-z_, ]{0,200})\n\n")
_VARIABLE = re.compile(r"\{\{([a-z_]{1,40})\}\}")
_WIDE_BRACKETS = str.maketrans("<>", "＜＞")


@dataclass(frozen=True, slots=True)
class Prompt:
    """Words for the LLM; `text` holds each of `variables` as {{name}}."""

    name: str
    text: str
    variables: frozenset[str]

    @property
    def id(self) -> str:
        """Name and content hash: two prompts of one id say the same."""
        return f"{self.name}@{sha256(self.text.encode()).hexdigest()[:12]}"

    def fill(self, **values: str) -> str:
        """The text with its variables replaced, once: what a value holds is never filled in again.

        Values are data. Their angle brackets are made wide, so that none can close the block it stands in.
        Raises ValueError for an unknown or a missing variable.
        """
        if values.keys() != self.variables:
            raise ValueError(f"prompt {self.name} takes {sorted(self.variables)}, not {sorted(values)}")
        return _VARIABLE.sub(lambda match: values[match[1]].translate(_WIDE_BRACKETS), self.text)


@lru_cache
def load_prompt(name: str) -> Prompt:
    """The prompt of the file NAME.md; raises FileNotFoundError, ValueError."""
    return text_to_prompt(name, (_FOLDER / f"{name}.md").read_text(encoding="utf-8"))


def text_to_prompt(name: str, text: str) -> Prompt:
    """A prompt from its file: the line `variables: a, b`, an empty line, the words.

    Raises ValueError where the line is missing or differs from the variables that the words use.
    """
    head = _DECLARATION.match(text)
    if head is None:
        raise ValueError(f"prompt {name} does not begin with its variables")
    declared = frozenset(word for word in re.split(r"[, ]", head[1]) if word)
    words = text[head.end() :].strip()
    used = frozenset(_VARIABLE.findall(words))
    if declared != used:
        raise ValueError(f"prompt {name} declares {sorted(declared)} and uses {sorted(used)}")
    return Prompt(name, words, declared)
