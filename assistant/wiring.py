"""Where concrete parts are plugged together, once, from the settings. Decides nothing else."""

from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from assistant.settings import Settings
from corpus.facts import Library

if TYPE_CHECKING:
    from indexing.embedding import Encoder

__all__ = ["current_generation", "open_assistant", "open_encoder", "open_library"]


def current_generation(settings: Settings) -> str | None:
    """The id of the index that is current on the disk; None where nothing is indexed. Raises IndexDamaged."""
    from indexing.store import current_id

    return current_id(settings.data_dir)


def open_library(settings: Settings) -> Library:
    """The documents and facts of the current index, without any model. Raises IndexMissing, IndexDamaged."""
    from indexing.store import open_library as open_stored

    return open_stored(settings.data_dir)[1]


def open_encoder(settings: Settings) -> "Encoder":
    """The embedding model, loaded when it is first needed."""
    from indexing.embedding import Embedder

    return Embedder(settings.data_dir, settings.embedding_model)


def open_assistant(settings: Settings, encoder: "Encoder | None" = None) -> Assistant:
    """The assistant over the current index; its model is loaded at the first search unless `encoder` is.

    Raises IndexMissing, IndexDamaged, IndexMismatch.
    """
    from indexing.index import open_index

    return Assistant(open_index(settings.data_dir, encoder or open_encoder(settings)))
