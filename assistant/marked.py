"""That what is told of a document stands in one that is repealed or expired: in lists as in citations."""

from typing import Self

from assistant.labels import document_label
from assistant.shape import Shape
from assistant.validity import standing_words, today
from corpus.facts import Library


class Marked(Shape):
    """Something that stands in a document."""

    document_id: str
    """Id of the document."""
    validity: str | None = None
    """已过有效期, 已废止 or 已被修改; null for all other documents."""

    def marked(self, library: Library) -> Self:
        """The same with how its document stands today."""
        return self.model_copy(update={"validity": standing_words(library, self.document_id, today())})


def called(library: Library, document_id: str) -> str:
    """What people call a document; behind it that it is out of force."""
    return _with_standing(document_label(library, document_id), library, document_id)


def cited(library: Library, document_id: str) -> str:
    """《标题》（文号）; behind it that it is out of force."""
    return _with_standing(library.document(document_id).name, library, document_id)


def _with_standing(name: str, library: Library, document_id: str) -> str:
    words = standing_words(library, document_id, today())
    return f"{name}（{words}）" if words else name
