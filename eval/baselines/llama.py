"""LlamaIndex's quickstart over our source texts with our embedding model: SentenceSplitter, VectorStoreIndex, top 2.

With an LLM configured its query engine answers; without one its first node is the answer.
"""

from collections.abc import Sequence

from llama_index.core import Document, VectorStoreIndex
from llama_index.core.embeddings import BaseEmbedding
from llama_index.core.schema import MetadataMode, NodeWithScore

from assistant.assistant import Assistant
from eval.response import Response
from indexing.embedding import Encoder

__all__ = ["Quickstart"]


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


class Quickstart:
    """The five lines of the tutorial."""

    def __init__(self, assistant: Assistant) -> None:
        self.name = "llama-index quickstart"
        documents = [Document(text=document.text) for document in assistant.library.documents.values()]
        embedding = _SharedEmbedding(assistant.index.embedder)
        index = VectorStoreIndex.from_documents(documents, embed_model=embedding)
        self._retriever = index.as_retriever(similarity_top_k=10)

    def respond(self, questions: Sequence[str]) -> list[Response]:
        """The first node of each question; the quickstart has no memory and never refuses."""
        return [self._response(self._retriever.retrieve(question)) for question in questions]

    def _response(self, nodes: list[NodeWithScore]) -> Response:
        texts = tuple(node.node.get_content(MetadataMode.NONE) for node in nodes)
        return Response(status="answered", answer=texts[0] if texts else "", quotes=texts[:2], retrieved=texts)
