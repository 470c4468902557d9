"""No text may crash or hang reading: a few of the damaged files of `mutating`, of every kind."""

import pytest

from corpus.document import MediaType
from tests.corpus.robustness.mutating import outcome, seeds

COUNTS = {MediaType.TEXT: 40, MediaType.DOCX: 20, MediaType.HTML: 20, MediaType.PDF: 3, MediaType.XLSX: 20}


@pytest.fixture(scope="module")
def pools():
    return seeds()


@pytest.mark.parametrize("kind", COUNTS, ids=[kind.name for kind in COUNTS])
def test_damaged_files_are_read_or_refused(pools, kind):
    found = [outcome(kind, number, pools[kind]) for number in range(10_000, 10_000 + COUNTS[kind])]
    assert [(one.number, one.fault) for one in found if one.fault] == []
