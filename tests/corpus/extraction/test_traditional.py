"""Clauses in traditional characters assign like those in simplified ones; names stay as printed."""

import pytest

from corpus.extraction.facts import document_to_facts
from corpus.reading.document import read_document


@pytest.mark.parametrize("clause", ["（牽頭單位：縣水利局；責任單位：縣財政局）", "（縣水利局牽頭，縣財政局配合）"])
def test_who_leads_is_told(tmp_path, clause):
    file = tmp_path / "a.txt"
    file.write_text(f"雲嶺縣治水方案\n一、任務分工\n（一）治理河道。完成清淤。{clause}\n", encoding="utf-8")
    (task,) = document_to_facts(read_document(file)).tasks
    assert (task.lead_units, task.responsible_units) == (("縣水利局",), ("縣財政局",))


def test_goals_are_named_in_simplified_characters_and_quoted_as_printed(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("雲嶺縣治水方案\n一、主要目標\n到2027年，全縣污水處理率達95%以上。\n", encoding="utf-8")
    (target,) = document_to_facts(read_document(file)).targets
    assert (target.indicator, target.scope, str(target.quantity.value)) == ("污水处理率", "全县", "95")
    assert target.quote == "到2027年，全縣污水處理率達95%以上。"
