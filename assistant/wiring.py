"""Where concrete parts are plugged together, once, from the settings. Decides nothing else."""

from contextlib import closing, suppress
from typing import TYPE_CHECKING

from assistant.forgetting import settle
from assistant.settings import Settings
from corpus.errors import BadRequest, Busy, DataDirUnusable
from corpus.facts import Library

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.advising.advice import Advice
    from assistant.advising.chat import ChatModel
    from assistant.assistant import Assistant
    from indexing.embedding import Encoder
    from indexing.engine import Store


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


def open_model(settings: Settings) -> "ChatModel | None":
    """The LLM where one is configured; it is not called yet. Raises BadRequest where its name is missing."""
    if settings.llm_base_url is None:
        return None
    if not settings.llm_model:
        raise BadRequest("设置了大模型接口的地址，但没有设置大模型的名称。", "请设置环境变量 ASSISTANT_LLM_MODEL。")
    from assistant.advising.chat import Remembering
    from assistant.llm import OpenAiChat

    key = settings.llm_api_key.get_secret_value() if settings.llm_api_key else None
    return Remembering(OpenAiChat(settings.llm_base_url, settings.llm_model, key))


def open_store(settings: Settings) -> "Store":
    """Where words and vectors are kept; nothing is connected yet."""
    from indexing.local import LocalStore
    from indexing.milvus import MilvusStore

    return MilvusStore(settings.milvus_uri, settings.data_dir) if settings.store == "milvus" else LocalStore()


def _with_earlier(settings: Settings, library: Library) -> Library:
    """A library that knows the texts that its documents took the place of; as it is where nothing was kept of them."""
    from assistant.keeping.keeping import DATABASE, open_keeping

    if not (settings.data_dir / DATABASE).is_file():
        return library
    with closing(open_keeping(settings)) as keeping, suppress(Busy, DataDirUnusable):
        if earlier := keeping.earlier(library):
            return Library(library.documents.values(), library.facts.values(), earlier)
    return library


def open_assistant(
    settings: Settings,
    encoder: "Encoder | None" = None,
    model: "ChatModel | None" = None,
    heed: "Callable[[Advice], None]" = lambda _: None,
) -> "Assistant":
    """The assistant over the current index; its embedder is loaded at the first search unless `encoder` is. `model` is
    the LLM, the configured one where none is given; `heed` is told of all its advice.

    Raises IndexMissing, IndexDamaged, IndexMismatch, StoreUnavailable, and BadRequest for half-made settings of an LLM.
    """
    from assistant.assistant import Assistant
    from indexing.index import open_index

    model = model or open_model(settings)
    index = open_index(settings.data_dir, encoder or open_encoder(settings), open_store(settings))
    index.library = _with_earlier(settings, index.library)
    settle()
    if model is None:
        return Assistant(index)
    from assistant.advising.adviser import Adviser, Use
    from assistant.writing import LlmWriter

    adviser = Adviser(model, settings.llm_timeout, Use(settings.llm_use), heed)
    return Assistant(index, LlmWriter(model, settings.llm_timeout), adviser=adviser)
