"""What clauses say beside their units: by which days, and words for them."""

from types import SimpleNamespace

import pytest

from assistant.citing import draft_problems
from assistant.draft import Draft
from assistant.facts.tasks import answer_tasks
from assistant.reading.ask import Ask, Fold, Subject, Where
from assistant.reading.grammar import asks_of
from assistant.reading.reading import read
from corpus.understanding import folder_to_library

_TEXT = """国务院关于推进边境口岸改革创新若干措施的通知

国发〔2021〕9号

现就有关措施通知如下：

一、便利通关

（一）推行提前申报。2021年底前实现货物舱单电子化。到货后即时查验。2021年底前开通网上预约。（负责部门：海关总署、商务部；适用范围：所有边境口岸，以下除标注适用于特定口岸的措施外，适用范围均为所有边境口岸）

（二）延长夜间开放时间。2022年6月底前开放夜间通道。（负责部门：移民局、海关总署、全国工商联，适用范围：云南边境口岸）

（三）支持冷链查验场所建设。（负责部门：海关总署，适用范围：广西边境口岸）

二、扩大贸易

（四）扩大互市商品范围。（负责部门：商务部，适用范围：云南边境口岸）

（五）简化边民证件办理。（负责部门：移民局）
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fields")
    (folder / "border.txt").write_text(_TEXT, encoding="utf-8")
    return SimpleNamespace(library=folder_to_library(folder), pending=True, closeness=lambda *_: {})


def _told(index, words="", fold=Fold.SHOW, want=(), *, claim=False, gist="", **where):
    documents = tuple(index.library.documents)
    where = Where(documents=documents, named=True, words=words, **where)
    ask = Ask(Subject.TASKS, where, want, fold, claim=claim, gist=gist)
    outcomes = [one.outcome for one in answer_tasks(ask, index)]
    drafts = [one for one in outcomes if isinstance(one, Draft)]
    assert [problem for one in drafts for problem in draft_problems(one, index.library, gist)] == []
    return "".join(one.text for one in outcomes[0].statements)


def test_words_for_order_ranks_and_years_of_documents(index):
    def asks(question):
        return [one for one in asks_of(read(question, index.library), index.library) if one.subject is Subject.TASKS]

    assert any(one.where.units == ("全国工商联",) for one in asks("口岸通知夜间那条工商联在不在里面"))
    dated = asks("2021年那个通知海关总署管几项")
    assert {one.where.documents for one in dated} == {tuple(index.library.documents)}
    assert all(one.where.named and one.where.due is None for one in dated)
