"""The index as a llama-index retriever, for whoever builds on that framework: the only module here that knows it."""

from collections.abc import Collection

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from indexing.hit import Hit
from indexing.index import Index


class IndexRetriever(BaseRetriever):
    """Finds with our index; nodes carry the quotable text, the context and the place in their metadata."""

    def __init__(self, index: Index, *, documents: Collection[str] = (), limit: int = 10) -> None:
        super().__init__()
        self._searched = index
        self._documents = documents
        self._limit = limit

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        hits = self._searched.search(query_bundle.query_str, documents=self._documents, limit=self._limit)
        return [_hit_to_node(hit) for hit in hits]


def _hit_to_node(hit: Hit) -> NodeWithScore:
    chunk = hit.chunk
    metadata = {
        "document_id": chunk.document_id,
        "kind": str(chunk.kind),
        "context": chunk.context,
        "place": str(chunk.place),
        "line": chunk.place.line,
        "page": chunk.place.page,
        "signals": {str(signal): score for signal, score in hit.signals.items()},
    }
    return NodeWithScore(node=TextNode(id_=chunk.id, text=chunk.text, metadata=metadata), score=hit.score)
