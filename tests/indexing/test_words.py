import logging
import tempfile
from pathlib import Path

import pytest

from indexing.words import Words, characters, doc_numbers, is_word, library_to_dictionary, normalised
from tests.indexing.fakes import river_sheet, small_library


def test_full_width_and_case_are_folded():
    assert normalised("ＢＵ ６０％") == "bu 60%"


def test_characters_are_singles_and_pairs_and_whole_numbers():
    """Pairs never reach over a mark, a number or a Latin word."""
    assert characters("税收，60.5%AI") == ["税", "收", "税收", "60.5", "ai"]


def test_particles_are_no_characters_to_look_for():
    assert characters("的吗") == ["的吗"]


@pytest.mark.parametrize(
    "printed", ["国办发〔2023〕15号", "国办发[2023]15号", "国办发（2023）第15号", "国办发【2023】 015 号"]
)
def test_a_document_number_is_one_token_however_printed(printed):
    assert "国办发〔2023〕15号" in Words()(f"根据{printed}文件")


def test_document_numbers_of_other_issuers_share_no_full_token():
    ours, theirs = doc_numbers("青府办发〔2023〕30号"), doc_numbers("沪府办发〔2023〕30号")
    assert ours[-1] == "青府办发〔2023〕30号"
    assert ours[-1] not in theirs


def test_the_corpus_brings_its_words():
    """A unit of the register becomes a word; without it jieba would cut it."""
    words = Words(library_to_dictionary(small_library(river_sheet())))
    assert "区生态环境局" in words("由区生态环境局牵头")
    assert "区生态环境局" not in Words()("由区生态环境局牵头")


def test_a_question_of_empty_words_has_no_tokens():
    assert Words()("是什么吗？") == []


def test_word_borders_end_with_the_text():
    assert Words().borders("改造农贸市场") == [2, 6]


def test_two_segmenters_do_not_share_their_dictionaries():
    Words(("望山县农贸",))("望山县农贸")
    assert "望山县农贸" not in Words()("望山县农贸")


def test_ordinary_words_are_known():
    assert is_word("市场")
    assert not is_word("场市")


def test_no_shared_cache_file_is_read_or_written(tmp_path, monkeypatch):
    """jieba unmarshals jieba.cache from the temporary folder: a foreign one there must do nothing."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "jieba.cache").write_bytes(b"not marshal data")
    assert "市场" in Words()("农贸市场")
    assert [path.name for path in tmp_path.iterdir()] == ["jieba.cache"]
    assert not logging.getLogger("jieba").manager.disable
    assert Path(tempfile.gettempdir()) == tmp_path


@pytest.mark.timeout(30)
def test_hostile_text_holds_nothing_up():
    """50 kB made to tempt the expressions: one that backtracks without bound would run into the limit."""
    for text in ("发" * 50_000, "发〔2023" * 7_000, "〔2023〕1" * 7_000, "1." * 25_000):
        doc_numbers(text)
        characters(text)


def test_traditional_and_simplified_characters_meet():
    assert characters("樓宇") == characters("楼宇")
    assert Words()("縣政府負責") == Words()("县政府负责")
