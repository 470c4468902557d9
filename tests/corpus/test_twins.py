"""Documents that say the same are told, whatever their format; those about the same thing are not."""

import docx

from corpus.extraction.facts import document_to_facts
from corpus.facts import Library
from corpus.reading.document import read_document
from corpus.twins import with_twins

LINES = [f"第{at}条要求各区县建设示范社区{at}个并按季度报送进展情况。" for at in range(10)]


def text(tmp_path, name, lines):
    file = tmp_path / f"{name}.txt"
    file.write_text("\n".join(["云岭市社区建设方案", *lines]), encoding="utf-8")
    return read_document(file)


def test_a_text_in_two_formats_is_a_twin(tmp_path):
    word = docx.Document()
    for line in ("云岭市社区建设方案", *LINES):
        word.add_paragraph(line)
    word.save(tmp_path / "b.docx")
    one, other = with_twins([text(tmp_path, "a", LINES), read_document(tmp_path / "b.docx")])
    assert (one.coverage.twins, other.coverage.twins) == (("b",), ("a",))
    assert "“b”《云岭市社区建设方案》内容相同" in one.coverage.warnings[0]
    assert "--replace" in one.coverage.warnings[0]


def test_small_changes_make_no_other_document(tmp_path):
    changed = [LINES[0].replace("0个", "9个"), *LINES[1:]]
    one, _ = with_twins([text(tmp_path, "a", LINES), text(tmp_path, "b", changed)])
    assert "大体相同（91%的句子一样）" in one.coverage.warnings[0]


def test_documents_that_share_a_sentence_are_no_twins(tmp_path):
    others = [line.replace("社区", "街区") for line in LINES[1:]]
    documents = [text(tmp_path, "a", LINES), text(tmp_path, "b", [LINES[0], *others])]
    assert with_twins(documents) == documents


def test_what_twins_say_alike_counts_once_where_both_are_meant(tmp_path):
    tasks = [f"{at}. 建设第{at}类社区。到2027年，建成示范社区{at}个。（市民政局牵头）" for at in range(2, 9)]
    changed = [*tasks[:-1], tasks[-1].replace("8个", "80个")]
    read = with_twins([text(tmp_path, "a", tasks), text(tmp_path, "b", changed), text(tmp_path, "c", tasks)])
    library = Library(read, map(document_to_facts, read))
    assert (len(library.tasks()), len(library.once(library.tasks()))) == (21, 8)
    assert (len(library.targets()), len(library.once(library.targets()))) == (21, 8)
    assert len(library.once(library.tasks(["b"]), ["b"])) == 7
    assert (library.distinct(["a", "b", "c"]), library.distinct(["c"])) == (("a", "b"), ("c",))
