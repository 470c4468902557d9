"""A small made-up document that assigns its work in brackets behind the clauses, and has no table."""

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

from assistant.answer import AnswerKind
from assistant.citing import draft_problems, quote_problems
from assistant.draft import Draft, NoAnswer
from assistant.fact_answers.answering import FACT_ANSWERERS
from assistant.understanding.understanding import question_to_query
from corpus.facts import Library
from corpus.reading.document import read_document
from corpus.understanding import documents_to_library

__all__ = ["clause_answer", "clause_words"]

_TEXT = """云山省人民政府办公厅关于促进乡村民宿提质升级的指导意见
云政办发〔2022〕15号
各市人民政府，省政府直属各单位：
为促进乡村民宿提质升级，经省政府同意，现提出以下意见。
一、完善基础设施
（一）改造进村道路。对宽度不足四米的进村道路逐段摸排，2023年6月底前完成摸排并公布清单，优先改造通往民宿集聚村的路段。（交通运输厅牵头，财政厅、农业农村厅等部门按职责分工负责）
（二）增设停车场地。鼓励利用闲置场院增设生态停车位，2023年底前每个民宿集聚村至少建成一处公共停车场。（住房城乡建设厅、自然资源厅等和各市人民政府负责）
二、提升服务能力
（三）培训从业人员。支持职业院校开设民宿管理课程，对返乡创办民宿的人员给予创业担保贷款，2023年底前培训管家五千人次。（人力资源社会保障厅牵头，教育厅、财政厅按职责分工负责）
（四）推广智慧入住。推动民宿前台接入旅客身份核验系统，实现刷脸入住。（公安厅、文化和旅游厅负责）
（五）规范经营秩序。加强民宿食品安全和消防安全检查，公开投诉渠道。（文化和旅游厅牵头，公安厅、市场监管局等部门按职责分工负责）
三、扩大市场影响
（六）举办乡村民宿节。每年举办一届乡村民宿节，推介特色民宿。
云山省人民政府办公厅
2022年3月1日
"""


@lru_cache(maxsize=1)
def _library() -> Library:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "民宿.txt"
        file.write_text(_TEXT, encoding="utf-8")
        return documents_to_library([read_document(file, document_id="homestays")])


def clause_answer(question: str) -> Draft | NoAnswer | None:
    """The first outcome of the fact answerers, which must stand on its quotes."""
    library = _library()
    query = question_to_query(question, library, ("homestays",))
    index = SimpleNamespace(library=library, search=lambda *_, **__: [])
    found = next((one for answerer in FACT_ANSWERERS if (one := answerer(query, index)) is not None), None)
    if isinstance(found, Draft):
        assert draft_problems(found, library, query.text) == []
    elif found is not None:
        assert quote_problems(found.correction, library) == []
    return found


def clause_words(question: str) -> str:
    """The words of the answer, its statements one behind the other."""
    found = clause_answer(question)
    assert isinstance(found, Draft)
    assert isinstance(found.kind, AnswerKind)
    return "\n".join(statement.text for statement in found.statements)
