"""Pages of documents as pictures over HTTP."""

import pytest


@pytest.mark.parametrize(
    ("document", "number", "status", "words"),
    [("qingpu", 1, 422, "不是 PDF"), ("gone", 1, 404, "没有编号为"), ("qingpu", 0, 422, "")],
)
def test_what_has_no_picture_is_said(client, document, number, status, words):
    """The packaged documents are text; a PDF is shown in tests/api/web/test_source_view.py."""
    response = client.get(f"/api/documents/{document}/pages/{number}.png")
    assert response.status_code == status
    assert words in response.json()["error"]["message"]
