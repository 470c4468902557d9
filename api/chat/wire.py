"""The shapes of OpenAI's chat completions, as far as they are used here. Knows no assistant."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool
from pydantic.config import JsonDict

from assistant.answer import Citation, Status

_EXAMPLE: JsonDict = {
    "model": "policy-assistant",
    "messages": [{"role": "user", "content": "青浦到2025年累计去化面积是多少？"}],
    "stream": False,
}


def _unset(value: object) -> bool:
    return value is None


class TextPart(BaseModel):
    """A part of a message. Only parts of type text can be read."""

    type: str = Field(description="text；其他类型（图片、声音）不支持。", json_schema_extra={"const": "text"})
    text: str | None = Field(default=None, description="文字。")


class ChatMessage(BaseModel):
    """A message of the conversation. Those of the user count; all others are ignored."""

    role: Literal["system", "developer", "user", "assistant", "tool", "function"] = Field(
        description="谁说的；只有 user 的消息起作用。"
    )
    content: str | list[TextPart] | None = Field(
        default=None, description="文字；也可以分成几部分，各占一行。null 算作没有文字。"
    )


class StreamOptions(BaseModel):
    """What a stream carries besides the answer."""

    include_usage: StrictBool = Field(default=False, description="最后另发一块 usage。")


class ResponseFormat(BaseModel):
    """In which form the answer is wanted."""

    type: Literal["text", "json_object", "json_schema"] = Field(
        description="text 是普通文字；json_object 是 {answer, status, notice, citations}；"
        "json_schema 只用于标题等后台任务。"
    )


class ChatRequest(BaseModel):
    """A conversation. What is not listed here (temperature, tools, …) is accepted and has no effect."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    model: str = Field(max_length=200, description="policy-assistant 查全部文件；policy-assistant:编号 只查一份。")
    messages: list[ChatMessage] = Field(
        min_length=1,
        max_length=500,
        json_schema_extra={"contains": {"properties": {"role": {"const": "user"}}}},
        description="最后一条 user 消息是问题，更早的 user 消息是上下文；system 等其他消息不起作用。",
    )
    stream: StrictBool | None = Field(default=None, description="是否以 SSE 分块返回。")
    stream_options: StreamOptions | None = Field(default=None, description="只在 stream 为 true 时起作用。")
    response_format: ResponseFormat | None = Field(default=None, description="答复的形式；不填是普通文字。")
    n: Literal[1] | None = Field(default=None, description="只有一个答复。")


class ChatUsage(BaseModel):
    """How much was read and written, in characters: no tokens are counted here."""

    prompt_tokens: int = Field(description="读入的字符数。")
    completion_tokens: int = Field(description="写出的字符数。")
    total_tokens: int = Field(description="读入和写出的字符数之和。")


class ChatReply(BaseModel):
    """The answer as a message."""

    role: Literal["assistant"] = Field(default="assistant", description="总是 assistant。")
    content: str = Field(description="答复，带 [n] 标记，文末列出处；拒答也是普通文字。")
    refusal: None = Field(default=None, description="总是 null；是否拒答见 status。")


class ChatChoice(BaseModel):
    """The one choice."""

    index: Literal[0] = Field(default=0, description="总是 0。")
    message: ChatReply = Field(description="答复。")
    logprobs: None = Field(default=None, description="总是 null。")
    finish_reason: Literal["stop"] = Field(default="stop", description="总是 stop：答复总是完整的。")


class ChatCompletion(BaseModel):
    """A whole answer. `references` and `status` are ours; other clients pass them over."""

    id: str = Field(description="chatcmpl- 加请求编号（X-Request-ID）。")
    object: Literal["chat.completion"] = Field(default="chat.completion", description="总是 chat.completion。")
    created: int = Field(description="Unix 时间，秒。")
    model: str = Field(description="请求里的 model。")
    system_fingerprint: str = Field(description="索引的编号。")
    choices: tuple[ChatChoice] = Field(description="只有一个答复。")
    usage: ChatUsage = Field(description="读写了多少字符。")
    references: tuple[Citation, ...] = Field(description="出处，n 对应答复里的 [n]。")
    status: Status = Field(description="answered 或 refused（拒答）。")


class ChunkDelta(BaseModel):
    """What a chunk adds to the message."""

    role: Literal["assistant"] | None = Field(default=None, exclude_if=_unset)
    content: str | None = Field(default=None, exclude_if=_unset)


class ChunkChoice(BaseModel):
    """The one choice, continued."""

    index: Literal[0] = 0
    delta: ChunkDelta
    logprobs: None = None
    finish_reason: Literal["stop"] | None = None


class ChatChunk(BaseModel):
    """A piece of a streamed answer. The piece that finishes it carries `references` and `status`."""

    id: str
    object: Literal["chat.completion.chunk"] = "chat.completion.chunk"
    created: int
    model: str
    choices: tuple[ChunkChoice, ...]
    system_fingerprint: str | None = Field(default=None, exclude_if=_unset)
    usage: ChatUsage | None = Field(default=None, exclude_if=_unset)
    references: tuple[Citation, ...] | None = Field(default=None, exclude_if=_unset)
    status: Status | None = Field(default=None, exclude_if=_unset)


class ModelCard(BaseModel):
    """Something that can be asked: all documents, or one of them."""

    id: str = Field(description="请求里的 model：policy-assistant 或 policy-assistant:编号。")
    object: Literal["model"] = Field(default="model", description="总是 model。")
    created: int = Field(default=0, description="总是 0。")
    owned_by: str = Field(default="policy-assistant", description="总是 policy-assistant。")
    name: str = Field(description="给人看的名称。")


class ModelList(BaseModel):
    """Everything that can be asked."""

    object: Literal["list"] = Field(default="list", description="总是 list。")
    data: tuple[ModelCard, ...] = Field(description="全部文件在前，然后每份文件一个。")


class ChatErrorDetail(BaseModel):
    """What happened and what to do, in Chinese; `code` is stable."""

    message: str = Field(description="出了什么事，该怎么办。")
    type: Literal["invalid_request_error", "authentication_error", "rate_limit_error", "server_error"] = Field(
        description="哪一类错误：请求不对、没有登录或没有权限、太频繁、服务暂时不行。"
    )
    param: str | None = Field(default=None, description="总是 null。")
    code: str = Field(description="错误的代码，给程序看，不会改变：bad_request、unknown_document、busy 等。")
    request_id: str = Field(description="请求编号，和响应头 X-Request-ID 相同；日志里也有。")


class ChatError(BaseModel):
    """The body of every error, in OpenAI's form."""

    error: ChatErrorDetail = Field(description="错误。")
