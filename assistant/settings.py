"""What can be configured, and the only door to the environment. Builds nothing and knows no part that is configured."""

import os
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from corpus.errors import BadRequest
from indexing.model import DEFAULT_MODEL

PREFIX = "ASSISTANT_"

_PACKAGED_CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "documents"


class Settings(BaseSettings):
    """The settings, each from the environment variable ASSISTANT_<NAME>.

    Raises BadRequest, naming the variable, where a value is impossible or a variable that starts with the prefix is
    none of ours: a misspelt setting must not be silently without effect.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="forbid", frozen=True)

    data_dir: Path = Field(Path(".data"), description="索引、模型和添加的文件所在的目录。")
    corpus: Path = Field(_PACKAGED_CORPUS, description="随系统提供的文件所在的目录（默认是自带的五份文件）。")
    embedding_model: str = Field(
        DEFAULT_MODEL, min_length=1, description="向量模型：随包的默认模型，或 sentence-transformers 模型名、本地目录。"
    )
    store: Literal["local", "milvus"] = Field(
        "local", description="检索数据存放在哪里：local 为 data_dir 中的文件，milvus 为 Milvus 数据库。"
    )
    milvus_uri: str = Field(
        "http://127.0.0.1:19530",
        min_length=1,
        description="Milvus 的地址，或 milvus-lite 的 .db 文件；只在 store 为 milvus 时使用。",
    )
    host: str = Field("127.0.0.1", min_length=1, description="服务监听的地址。")
    port: int = Field(8000, ge=0, le=65535, description="服务监听的端口；0 表示任选一个空闲端口。")
    root_path: str = Field(
        "",
        pattern=r"^(?:/[A-Za-z0-9._~-]+)*$",
        description="在反向代理的某个路径之下时，这个路径，如 /zhengce；不填则在根上。",
    )
    auth: Literal["off", "on", "open"] = Field(
        "off",
        description="是否要求登录：off 不要求，只能监听本机；on 凭密钥使用；open 在任何地址都不要求，风险自负。",
    )
    allowed_hosts: str = Field(
        "", description="除 IP 地址、localhost 和监听地址外，还可以用哪些主机名访问，用逗号隔开。"
    )
    session_hours: int = Field(12, ge=1, le=720, description="在网页上登录一次，多少小时内有效。")
    rate_per_minute: int = Field(
        600, ge=0, le=1_000_000, description="auth 不是 off 时，每个密钥或地址每分钟的请求数；0 为不限。"
    )
    request_timeout: float = Field(
        60, gt=0, le=3600, description="一个请求最多多少秒，从收正文到给出答复；等待大模型的时间另计。"
    )
    upload_timeout: float = Field(600, gt=0, le=86_400, description="收齐一次上传最多多少秒。")
    max_documents: int = Field(2000, ge=1, le=100_000, description="最多可以添加多少份文件。")
    max_documents_bytes: int = Field(2 * 1024**3, ge=1024, description="添加的文件合计的最大字节数。")
    max_conversations: int = Field(1000, ge=1, le=1_000_000, description="每个用户最多保存多少个会话。")
    max_turns: int = Field(200, ge=1, le=10_000, description="一个会话最多多少个问题。")
    audit: Literal["full", "hashed", "off"] = Field(
        "full", description="审计记录里怎样保存问题和答复：full 保存原文，hashed 只存加盐摘要，off 完全不记录。"
    )
    workers: int = Field(2, ge=1, le=64, description="同时处理的问题数。")
    queue: int = Field(16, ge=0, le=10_000, description="可以排队等待的问题数；再多即答复“繁忙”。")
    max_body_bytes: int = Field(2 * 1024**2, ge=1024, description="一次请求正文的最大字节数（上传文件除外）。")
    max_upload_bytes: int = Field(32 * 1024**2, ge=1024, description="一个上传文件的最大字节数。")
    llm_base_url: str | None = Field(
        None, pattern=r"^https?://", description="OpenAI 兼容接口的地址；不填则不用大模型。"
    )
    llm_model: str | None = Field(None, description="大模型的名称。")
    llm_api_key: SecretStr | None = Field(None, description="大模型接口的密钥；不会写入日志。")
    llm_use: Literal["off", "unsure", "always"] = Field(
        "unsure",
        description="何时请大模型帮助理解问题和选句：unsure 只在把握不大时，always 每个问题，off 从不（只改写答复）。",
    )
    llm_timeout: float = Field(20, gt=0, le=600, description="一个问题最多等待大模型多少秒；到时即显示原文摘录。")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="日志的详细程度。")
    log_format: Literal["text", "json"] = Field("text", description="日志的格式：给人看的文字，或每行一个 JSON。")

    def __init__(self, **values: object) -> None:
        _refuse_unknown(os.environ)
        try:
            super().__init__(**values)  # type: ignore[arg-type]  # pydantic checks the values
        except ValidationError as error:
            raise _bad_value(error) from None


def _refuse_unknown(environment: Iterable[str]) -> None:
    known = [_variable(name) for name in Settings.model_fields]
    for variable in environment:
        if variable.upper().startswith(PREFIX) and variable.upper() not in known:
            near = get_close_matches(variable.upper(), known, n=1, cutoff=0)
            raise BadRequest(f"不认识的设置 {variable}。", f"最接近的设置是 {near[0]}；请改正或删去这个环境变量。")


def _bad_value(error: ValidationError) -> BadRequest:
    """The value itself is not repeated: it may be a key."""
    name = str(error.errors(include_url=False)[0]["loc"][0]).lower()
    field = Settings.model_fields.get(name)
    meaning = f"这个设置是：{field.description}" if field else ""
    return BadRequest(f"设置 {_variable(name)} 的值不能用。", f"{meaning}请改正环境变量，或者删去它而使用默认值。")


def _variable(name: str) -> str:
    return PREFIX + name.upper()
