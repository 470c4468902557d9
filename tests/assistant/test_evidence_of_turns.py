"""What tells whether a candidate stays with the documents that are talked about."""

from dataclasses import replace

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.evidence import Pool
from assistant.reading.ask import Ask, Subject, Where
from corpus.facts import Evidence
from corpus.place import Place
from tests.assistant.making import five_documents


def said(document: str, ask: Ask) -> Candidate:
    place = Place(document_id=document, document_name=document, line=1)
    return Candidate(ask, Draft(AnswerKind.FACT, (Statement("甲。", (Evidence(quote="甲", place=place),)),)))


def test_a_candidate_strays_where_it_cites_documents_that_nobody_talks_about():
    everywhere = Ask(Subject.PROSE, Where(documents=tuple(five_documents().documents)))
    here = replace(everywhere.about(documents=("suzhou",), named=True), follows="scope")
    stays, away, other = said("suzhou", here), said("jiaxing", everywhere), said("suzhou", everywhere)
    features = Pool.of([stays, away, other], five_documents()).features()
    assert [one["strays"] for one in features] == [0.0, 1.0, 0.0]
    assert [one["strays"] for one in Pool.of([away, other], five_documents()).features()] == [0.0, 0.0]
