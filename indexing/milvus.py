"""Words, characters and vectors in a Milvus collection, one a generation: the one module that knows pymilvus.

BM25 weights are computed here and kept there as sparse vectors, so that tokens and scores are those of the local store.
Every score is an inner product: the higher the better, whatever Milvus calls a distance.
"""

import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from corpus.errors import StoreUnavailable
from indexing.engine import NEAREST, NOTHING_NEAR, Candidates, Engine, Near, Numbers, Scores, Searchable, Sought
from indexing.filter import Filter, Labels
from indexing.generation import Generation, damaged
from indexing.milvus_rows import filter_to_expression, made_to_digest, made_to_rows
from indexing.vector_checks import check_finite, check_query
from indexing.vocabulary import Vocabulary

if TYPE_CHECKING:
    from pymilvus import MilvusClient

_COLLECTION = "collection.json"
_WORDS, _CHARACTERS, _VECTOR = "words", "characters", "vector"
_FEWEST, _MOST = 200, 16_384
"""So many hits are asked for by words and by characters at least, and at most (Milvus gives no more)."""
_PORTION = 500
_EXACT = 50_000
_SECONDS = 10.0
_MOST_YEARS = 4096


class _Collection(NamedTuple):
    """A collection as the generation's folder names it."""

    name: str
    size: int
    dimension: int


class MilvusStore:
    """Collections on one Milvus server, or in one file of milvus-lite, those of one data directory by their prefix.

    Methods raise StoreUnavailable where it cannot be reached, refuses, or the extra `milvus` is not installed.
    """

    name = "milvus"

    def __init__(self, uri: str, data_dir: Path) -> None:
        self._uri = uri
        self._prefix = f"policy_{sha256(str(data_dir.resolve()).encode()).hexdigest()[:8]}_"
        self._lock = threading.Lock()
        self._connected: MilvusClient | None = None

    def keep(self, made: Searchable) -> dict[str, bytes]:
        """Fill a collection named by its content, unless it is there; raises ModelUnavailable for vectors with NaN."""
        if made.vectors is None:
            raise ValueError("vectors are pending: they are kept once they are there")
        check_finite(made.vectors)
        collection = _Collection(f"{self._prefix}{made_to_digest(made)}", *made.vectors.shape)
        with self._client() as client:
            if not _is_whole(client, collection):
                client.drop_collection(collection.name)
                _create(client, collection)
                _fill(client, collection, made)
        files = {_COLLECTION: json.dumps(collection._asdict()).encode()}
        for name, index in ((_WORDS, made.words), (_CHARACTERS, made.characters)):
            files |= {f"{name}/{file}": data for file, data in index.vocabulary.to_files().items()}
        return files

    def opened(self, generation: Generation, _labels: Labels) -> Engine:
        """Search the collection of a generation; raises IndexDamaged where it is not there as it was filled."""
        try:
            collection = _Collection(**json.loads(generation.read(_COLLECTION)))
            words = Vocabulary.from_files(generation.read_under(_WORDS))
            characters = Vocabulary.from_files(generation.read_under(_CHARACTERS))
        except (ValueError, KeyError, TypeError) as error:
            raise damaged(_COLLECTION) from error
        with self._client() as client:
            if not _is_whole(client, collection):
                raise damaged(f"Milvus 集合 {collection.name}")
            client.load_collection(collection.name)
        return MilvusEngine(self._client, collection, words, characters)

    def tidy(self, kept: Sequence[Path]) -> None:
        """Drop the collections of this data directory that no kept generation names."""
        named = {name for folder in kept if (name := _named(folder))}
        with self._client() as client:
            for name in client.list_collections():
                if name.startswith(self._prefix) and name not in named:
                    client.drop_collection(name)

    @contextmanager
    def _client(self) -> "Iterator[MilvusClient]":
        """The connection, made once; what goes wrong with it becomes StoreUnavailable."""
        try:
            from pymilvus import MilvusClient, MilvusException
        except ImportError as error:
            raise StoreUnavailable(
                "没有安装 Milvus 客户端。",
                "请运行 pip install 'policy-assistant[milvus]'，或把 ASSISTANT_STORE 设为 local。",
            ) from error
        try:
            with self._lock:
                if self._connected is None:
                    self._connected = MilvusClient(self._uri, timeout=_SECONDS)
            yield self._connected
        except MilvusException as error:
            raise StoreUnavailable(
                f"Milvus（{self._uri.rpartition('@')[2]}）不可用：{error.message}。",
                "请检查 ASSISTANT_MILVUS_URI 和 Milvus 服务，或把 ASSISTANT_STORE 设为 local 后重建索引。",
            ) from error


class MilvusEngine:
    """The best of one collection by each signal; a chunk outside of a signal's best counts as without that signal."""

    has_vectors = True

    def __init__(
        self,
        client: "Callable[[], Any]",
        collection: _Collection,
        words: Vocabulary,
        characters: Vocabulary,
    ) -> None:
        self._client = client
        self._collection = collection
        self._words = words
        self._characters = characters

    def candidates(self, sought: Sought, where: Filter, limit: int) -> Candidates:
        """The best by words, by characters and by vectors, together."""
        depth = min(max(limit, _FEWEST), _MOST)
        words = self._found(_WORDS, self._words.counted(sought.words), where, depth)
        characters = self._found(_CHARACTERS, self._characters.counted(sought.characters), where, depth)
        near = self._near(sought.vector, where)
        numbers = np.unique(np.concatenate([words.numbers, characters.numbers, near.numbers]))
        return Candidates(
            numbers=numbers,
            words=_spread(words, numbers),
            characters=_spread(characters, numbers),
            near=Near(np.searchsorted(numbers, near.numbers), near.cosines),
        )

    def _near(self, vector: Scores | None, where: Filter) -> Near:
        if vector is None:
            return NOTHING_NEAR
        check_query(vector, self._collection.dimension)
        return self._found(_VECTOR, vector.tolist(), where, NEAREST)

    def _found(self, field: str, query: Mapping[int, float] | Sequence[float], where: Filter, limit: int) -> Near:
        if not query or not self._collection.size:
            return NOTHING_NEAR
        with self._client() as client:
            hits = client.search(
                self._collection.name,
                data=[query],
                anns_field=field,
                limit=limit,
                filter=filter_to_expression(where),
                search_params=_search_params(field, limit, self._collection.size),
                output_fields=["number"],
                timeout=_SECONDS,
            )[0]
        scores = np.array([hit["distance"] for hit in hits], np.float32)
        return Near(np.array([hit["number"] for hit in hits], np.int64), scores)


def _named(folder: Path) -> str | None:
    """The collection that a generation's folder names; None where it names none."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        return str(json.loads((folder / _COLLECTION).read_bytes())["name"])
    return None


def _is_whole(client: "MilvusClient", collection: _Collection) -> bool:
    if not client.has_collection(collection.name):
        return False
    client.load_collection(collection.name)
    counted = client.query(collection.name, filter="", output_fields=["count(*)"], consistency_level="Strong")
    return int(counted[0]["count(*)"]) == collection.size


def _create(client: "MilvusClient", collection: _Collection) -> None:
    from pymilvus import DataType

    schema = client.create_schema(auto_id=False, enable_dynamic_field=False)
    schema.add_field("number", DataType.INT64, is_primary=True)
    schema.add_field("document", DataType.INT64)
    schema.add_field("kind", DataType.INT64)
    schema.add_field("years", DataType.ARRAY, element_type=DataType.INT64, max_capacity=_MOST_YEARS)
    schema.add_field(_WORDS, DataType.SPARSE_FLOAT_VECTOR)
    schema.add_field(_CHARACTERS, DataType.SPARSE_FLOAT_VECTOR)
    schema.add_field(_VECTOR, DataType.FLOAT_VECTOR, dim=collection.dimension)
    indexes = client.prepare_index_params()
    for field in (_WORDS, _CHARACTERS):
        indexes.add_index(field_name=field, index_type="SPARSE_INVERTED_INDEX", metric_type="IP")
    graph = {"index_type": "HNSW", "params": {"M": 32, "efConstruction": 80}}
    exact = {"index_type": "FLAT"}
    indexes.add_index(field_name=_VECTOR, metric_type="IP", **(graph if collection.size > _EXACT else exact))
    client.create_collection(collection.name, schema=schema, index_params=indexes, consistency_level="Strong")


def _fill(client: "MilvusClient", collection: _Collection, made: Searchable) -> None:
    rows = made_to_rows(made)
    while portion := list(islice(rows, _PORTION)):
        client.insert(collection.name, portion)
    client.flush(collection.name)


def _search_params(field: str, limit: int, count: int) -> dict[str, object]:
    graph = field == _VECTOR and count > _EXACT
    return {"metric_type": "IP", "params": {"ef": max(128, limit)} if graph else {}}


def _spread(found: Near, numbers: Numbers) -> Scores:
    """The scores of all candidates; 0 where a chunk was not found."""
    scores = np.zeros(len(numbers), np.float32)
    scores[np.searchsorted(numbers, found.numbers)] = found.cosines
    return scores
