"""Conversations in OpenAI's form put to the assistant, and its answers put into that form. Knows no HTTP.

Only what the user says counts. System messages are not obeyed and earlier replies are not believed: the context of a
question is found by answering the earlier questions again.
"""

import re
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from api.chat.errands import Errand, errand_of, errand_reply, question_in, questions_before
from api.chat.wire import (
    ChatChoice,
    ChatChunk,
    ChatCompletion,
    ChatMessage,
    ChatReply,
    ChatRequest,
    ChatUsage,
    ChunkChoice,
    ChunkDelta,
    ModelCard,
    ModelList,
)
from assistant.answer import Answer
from assistant.assistant import Assistant, OnStage
from corpus.errors import BadQuestion, BadRequest, UnknownDocument
from corpus.facts import Library

MODEL = "policy-assistant"
"""All documents; MODEL:ID is one of them."""

_EARLIER = 6
"""How many earlier questions are looked at; more are not needed to understand the next."""

_PIECE = re.compile(r"[^。；\n]{1,80}[。；\n]?|[。；\n]")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its context, and what its answer is to be called."""

    id: str
    created: int
    model: str
    question: str
    earlier: tuple[str, ...]
    documents: tuple[str, ...]
    usage: bool
    """Whether a stream ends with the usage."""
    said: str = ""
    """The whole message that the question stands in."""
    errand: Errand | None = None
    """What a front end wants to be told of the question instead of its answer."""
    form: str = "text"


def exchange(request: ChatRequest, library: Library, request_id: str) -> Exchange:
    """What is asked. Raises UnknownDocument for a model that is none, BadRequest where no user says anything, where
    the answer is wanted in a form of the caller's own, and where a program wants what only a language model can do.
    """
    said = [_text(message) for message in request.messages if message.role == "user"]
    if not said:
        raise BadRequest("对话里没有用户的问题。", "请至少发送一条 role 为 user 的消息。")
    system = "\n".join(_text(message) for message in request.messages if message.role in {"system", "developer"})
    errand = errand_of(said[-1], system)
    if errand is Errand.OTHER:
        raise BadRequest(
            "这是界面程序在后台发来的任务，不是问题。",
            "本系统能为它拟标题、追问、标签和检索词；其他任务请在界面的设置里关闭，或交给别的模型。",
        )
    form = request.response_format.type if request.response_format else "text"
    if form == "json_schema" and errand is None:
        raise BadRequest("不能按自定的 json_schema 答复。", "请改用 json_object，或去掉 response_format。")
    return Exchange(
        id=f"chatcmpl-{request_id}",
        created=int(time.time()),
        model=request.model,
        question=question_in(said[-1], errand),
        earlier=_earlier(said, errand)[-_EARLIER:],
        documents=_documents(request.model, library),
        usage=bool(request.stream_options and request.stream_options.include_usage),
        said=f"{system}\n{said[-1]}" if errand else said[-1],
        errand=errand,
        form=form,
    )


def chat_answer(assistant: Assistant, asked: Exchange, on_stage: OnStage = lambda _: None) -> Answer:
    """The answer to the question after its context; without an LLM where only an errand is to be run. Raises
    BadQuestion.
    """
    history = _context(assistant, asked)
    if asked.errand:
        return Assistant(assistant.index).ask(asked.question, asked.documents, history)
    return assistant.ask(asked.question, asked.documents, history, on_stage)


def answer_to_completion(answer: Answer, asked: Exchange) -> ChatCompletion:
    """The whole answer at once."""
    text = _content(answer, asked)
    return ChatCompletion(
        id=asked.id,
        created=asked.created,
        model=asked.model,
        system_fingerprint=answer.index,
        choices=(ChatChoice(message=ChatReply(content=text)),),
        usage=_usage(asked, text),
        references=answer.citations,
        status=answer.status,
    )


def answer_to_chunks(answer: Answer, asked: Exchange) -> Iterator[ChatChunk]:
    """The answer in pieces, which joined are the whole; then its end, with the references, and its usage if wanted."""
    text = _content(answer, asked)
    for piece in _PIECE.findall(text):
        yield _chunk(asked, ChunkDelta(content=piece))
    yield ChatChunk(
        id=asked.id,
        created=asked.created,
        model=asked.model,
        choices=(ChunkChoice(delta=ChunkDelta(), finish_reason="stop"),),
        system_fingerprint=answer.index,
        references=answer.citations,
        status=answer.status,
    )
    if asked.usage:
        yield ChatChunk(id=asked.id, created=asked.created, model=asked.model, choices=(), usage=_usage(asked, text))


def role_chunk(asked: Exchange) -> ChatChunk:
    """The piece that a stream begins with."""
    return _chunk(asked, ChunkDelta(role="assistant", content=""))


def model_list(library: Library) -> ModelList:
    """All documents together, and each on its own."""
    single = [ModelCard(id=f"{MODEL}:{document.id}", name=document.name) for document in library.documents.values()]
    return ModelList(data=(ModelCard(id=MODEL, name="政策问答助手：全部文件"), *single))


def model_card(model: str, library: Library) -> ModelCard:
    """One of the list; raises UnknownDocument."""
    _documents(model, library)
    return next(card for card in model_list(library).data if card.id == model)


def _earlier(said: list[str], errand: Errand | None) -> tuple[str, ...]:
    return questions_before(said[-1], errand) if errand else tuple(question_in(text, None) for text in said[:-1])


def _context(assistant: Assistant, asked: Exchange) -> list[Answer]:
    """The answers to the earlier questions, written without an LLM; what is no question is passed over."""
    plain, turns = Assistant(assistant.index), list[Answer]()
    for question in asked.earlier:
        with suppress(BadQuestion):
            turns.append(plain.ask(question, asked.documents, turns))
    return turns


def _chunk(asked: Exchange, delta: ChunkDelta) -> ChatChunk:
    return ChatChunk(id=asked.id, created=asked.created, model=asked.model, choices=(ChunkChoice(delta=delta),))


def _text(message: ChatMessage) -> str:
    if not isinstance(message.content, list):
        return message.content or ""
    if any(part.type != "text" for part in message.content):
        raise BadRequest("只能读文字，不能读图片、声音或文件。", "请只发送文字。")
    return "\n".join(part.text or "" for part in message.content)


def _documents(model: str, library: Library) -> tuple[str, ...]:
    if model == MODEL:
        return ()
    document_id = model.removeprefix(f"{MODEL}:")
    if document_id == model or document_id not in library.documents:
        raise UnknownDocument(f"没有名为“{model}”的模型。", "可用的模型见 /v1/models。")
    return (document_id,)


def _content(answer: Answer, asked: Exchange) -> str:
    """The answer, what must be known of how it was made, and where its marks point; or what a front end wants."""
    if asked.errand:
        found = answer.follow_ups if asked.errand is Errand.FOLLOW_UPS else _tags(answer)
        said = asked.said if asked.form == "text" else f"{asked.said} JSON"
        return errand_reply(asked.errand, said, asked.question, found)
    if asked.form == "json_object":
        return answer.model_dump_json(include={"answer", "status", "notice", "citations"})
    sources = "\n".join(f"[{citation.n}] {citation.place}" for citation in answer.citations)
    return "\n\n".join(part for part in (answer.answer, answer.notice or "", sources) if part)


def _tags(answer: Answer) -> list[str]:
    """The documents that an answer is from."""
    return list(dict.fromkeys(citation.document_title for citation in answer.citations))[:3] or ["政策文件"]


def _usage(asked: Exchange, text: str) -> ChatUsage:
    read = len(asked.question) + sum(map(len, asked.earlier))
    return ChatUsage(prompt_tokens=read, completion_tokens=len(text), total_tokens=read + len(text))
