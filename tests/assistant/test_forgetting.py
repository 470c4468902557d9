"""What is not served any more does not stay in memory."""

import gc
import weakref

from assistant.assistant import Assistant
from assistant.forgetting import forget
from assistant.reading.divisions import divisions_by_name
from indexing.build import build_index
from indexing.index import open_index
from tests.indexing.fakes import FakeEncoder, small_library


def test_a_library_that_was_asked_about_is_gone_once_it_is_forgotten(tmp_path):
    build_index(small_library(), tmp_path, FakeEncoder())
    assistant = Assistant(open_index(tmp_path, FakeEncoder()))
    for question in ("临江到2026年新建生态护岸多少公里？", "临江和望山有什么不同？", "区水务局牵头哪些任务？"):
        assistant.ask(question)
    kept = [weakref.ref(assistant.library), *map(weakref.ref, assistant.library.documents.values())]
    tables = divisions_by_name()
    del assistant
    forget()
    gc.collect()
    assert [one() for one in kept] == [None] * len(kept)
    assert divisions_by_name() is tables
