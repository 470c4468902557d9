"""A conversation as a Word file: each question a heading, its answer below with footnotes and tables."""

from assistant.exports.docx_files import AI_LABEL, ai_property, write_answer
from assistant.exports.word import WordFile
from assistant.keeping.clock import readable
from assistant.keeping.conversations import Conversation
from corpus.facts import Library

__all__ = ["conversation_to_docx"]


def conversation_to_docx(conversation: Conversation, library: Library) -> bytes:
    """All turns, oldest first; where a model has written, the file carries the label and the property of that."""
    word = WordFile(conversation.title)
    written = [turn.answer for turn in conversation.turns if turn.answer.writer != "extractive"]
    if written:
        word.label(AI_LABEL)
        word.property("AIGC", ai_property(written[-1]))
    for number, turn in enumerate(conversation.turns, 1):
        word.heading(f"{number}. {turn.question}")
        write_answer(word, turn.answer, library)
        word.paragraph([f"（{readable(turn.asked_at)}）"])
    return word.to_bytes()
