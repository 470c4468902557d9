"""LlamaIndex's quickstart over our source texts with our embedding model: SentenceSplitter, VectorStoreIndex.

With an LLM its query engine answers from the two nearest nodes (its default); without one the best sentence of the
nearest node is the answer, as for our own single signals.
"""

import re
from collections.abc import Sequence
from time import perf_counter

from llama_index.core import Document, VectorStoreIndex
from llama_index.core.embeddings import BaseEmbedding
from llama_index.core.llms import LLM
from llama_index.core.schema import MetadataMode, NodeWithScore

from assistant.assistant import Assistant
from assistant.settings import Settings
from eval.response import Response
from eval.systems import DEPTH, best_sentence
from indexing.embedding import Encoder

_WRAP = re.compile(r"(?<=[\u4e00-\u9fff，、])[ \n]{1,4}(?=[\u4e00-\u9fff])")
_NODES = 2
"""The quickstart's similarity_top_k."""


class Quickstart:
    """The five lines of the tutorial."""

    def __init__(self, assistant: Assistant, llm: LLM | None = None) -> None:
        self.name = "llama-index quickstart" + (" with LLM" if llm else "")
        documents = [Document(text=document.text) for document in assistant.library.documents.values()]
        index = VectorStoreIndex.from_documents(documents, embed_model=_SharedEmbedding(assistant.index.embedder))
        self._retriever = index.as_retriever(similarity_top_k=DEPTH)
        self._engine = index.as_query_engine(llm=llm, similarity_top_k=_NODES) if llm else None

    def respond(self, questions: Sequence[str]) -> list[Response]:
        """An answer to each question; the quickstart has no memory and never refuses."""
        return [self._response(question) for question in questions]

    def _response(self, question: str) -> Response:
        started = perf_counter()
        texts = tuple(_text(node) for node in self._retriever.retrieve(question))
        if self._engine:
            answer, quotes = str(self._engine.query(question)), texts[:_NODES]
        else:
            answer, quotes = best_sentence(question, _unwrapped(texts[0] if texts else "")), texts[:1]
        elapsed = (perf_counter() - started) * 1000
        return Response(status="answered", answer=answer, quotes=quotes, retrieved=texts, elapsed_ms=elapsed)


def configured_llm(settings: Settings) -> LLM | None:
    """The LLM of the settings as llama-index knows it; None where none is configured."""
    if not settings.llm_base_url or not settings.llm_model:
        return None
    from llama_index.llms.openai_like import OpenAILike

    key = settings.llm_api_key.get_secret_value() if settings.llm_api_key else "none"
    llm: LLM = OpenAILike(
        model=settings.llm_model, api_base=settings.llm_base_url, api_key=key, is_chat_model=True, temperature=0.0
    )
    return llm


class _SharedEmbedding(BaseEmbedding):
    """Our embedder behind llama-index's interface, so that both systems see the same vectors."""

    _embedder: Encoder

    def __init__(self, embedder: Encoder) -> None:
        super().__init__(model_name=embedder.fingerprint)
        self._embedder = embedder

    def _get_query_embedding(self, query: str) -> list[float]:
        return [float(value) for value in self._embedder.encode_query(query)]

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        return [float(value) for value in self._embedder.encode_passages([text])[0]]


def _text(node: NodeWithScore) -> str:
    text: str = node.node.get_content(MetadataMode.NONE)
    return text


def _unwrapped(text: str) -> str:
    """The text with the lines of a page joined to sentences; rows of tables stay lines."""
    return _WRAP.sub("", text)
