"""Deadlines, findings and derived numbers have all their forms from the same facts."""

import json
from datetime import date

import pytest

from api.lists.reviewing import deadline_listing, derivation_listing, finding_listing
from corpus.errors import BadRequest, UnknownDocument

APRIL = date(2023, 4, 1)


def test_json_is_one_array(library):
    for listing in (
        finding_listing(library),
        deadline_listing(library, APRIL, 29)[1],
        derivation_listing(library, indicator="企业属地注册率"),
    ):
        assert len(json.loads(listing.json())) == len(listing.views) == len(listing.sheet().rows) > 0


def test_the_calendar_of_a_deadline_view_holds_what_is_due(library):
    overview, listing = deadline_listing(library, APRIL, 29, documents=["suzhou"])
    assert listing.file("ics").count(b"BEGIN:VEVENT") == len(overview.due) > 0


def test_an_empty_calendar_is_refused_with_the_reason(library):
    with pytest.raises(BadRequest, match="最后一天"):
        deadline_listing(library, date(2099, 1, 1), 1)[1].file("ics")


def test_a_form_it_does_not_have_is_refused_with_those_it_has(library):
    with pytest.raises(BadRequest) as raised:
        finding_listing(library).file("docx")
    assert "csv" in raised.value.hint


def test_an_unknown_document_is_said(library):
    with pytest.raises(UnknownDocument):
        finding_listing(library, ["nope"])
