from types import SimpleNamespace

from assistant.reading.normalising import as_printed


def test_traditional_characters_become_those_that_the_documents_print(library):
    assert as_printed("經濟小區跟樓宇結對", library) == "经济小区跟楼宇结对"


def test_characters_that_a_document_prints_stay():
    class Library:
        """One document in traditional characters."""

        def __init__(self):
            self.documents = {"a": SimpleNamespace(text="樓宇經濟 经")}

    assert as_printed("樓宇經濟", Library()) == "樓宇經濟"


def test_a_character_that_no_document_knows_in_either_form_stays(library):
    assert as_printed("龘鱻", library) == "龘鱻"
