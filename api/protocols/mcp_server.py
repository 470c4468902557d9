"""The four read-only tools of the Model Context Protocol, and how one request to them is answered.

The only module that knows the protocol's library, which takes a second to import: import this one when it is needed.
"""

import datetime
import re
from collections.abc import Awaitable, Callable
from importlib.metadata import version
from typing import Annotated, Any, ParamSpec, TypeVar

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.transport_security import TransportSecuritySettings
from mcp_types import ToolAnnotations
from pydantic import BeforeValidator, Field, ValidationError
from starlette.datastructures import Headers
from starlette.types import Receive, Scope, Send

from api.desk import Desk
from api.lists.listing import TaskFilters
from api.protocols.tools import DeskTools, Passages, TaskPage
from assistant.answer import Answer
from assistant.views import ComparisonView
from corpus.errors import UserError
from corpus.task import Role

_INSTRUCTIONS = (
    "查询一组政策文件。ask 的答复里每个数字、单位和日期都有原文出处，文件没有写的会如实拒答；"
    "转述时请保留出处，不要补充答复里没有的内容。"
)
_READING = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)

P = ParamSpec("P")
R = TypeVar("R")


def _filled(value: object) -> object:
    """The value; None for an empty text, which many models send for what they leave out."""
    return None if isinstance(value, str) and not value.strip() else value


def _listed(value: object) -> object:
    """The value; a bare text is a list of one, or of what commas part."""
    filled = _filled(value)
    return re.split(r"[\s,，、;；]+", filled.strip()) if isinstance(filled, str) else filled


_MAY_BE_EMPTY, _MAY_BE_ONE = BeforeValidator(_filled), BeforeValidator(_listed)

Text = Annotated[str, Field(max_length=100)]
Documents = Annotated[
    Annotated[list[str], Field(max_length=200)] | None,
    _MAY_BE_ONE,
    Field(description="文件编号，如 qingpu；不填则全部文件。"),
]
Words = Annotated[str, Field(min_length=1, max_length=500, description="要找的词，如“楼宇去化”。")]
Question = Annotated[str, Field(description="完整的问题，写明地方和年份，如“青浦到2025年累计去化面积是多少？”。")]
Limit = Annotated[int, Field(ge=1, le=100, description="最多几条。")]
Unit = Annotated[Text | None, _MAY_BE_EMPTY, Field(description="单位，用文件里的任何一种叫法，如“区国资委”。")]
DueBefore = Annotated[datetime.date | None, _MAY_BE_EMPTY, Field(description="在这一天或之前到期，YYYY-MM-DD。")]
Indicator = Annotated[Text | None, _MAY_BE_EMPTY, Field(description="指标，如“入驻率”；不填则全部指标。")]
Year = Annotated[Annotated[int, Field(ge=1900, le=2200)] | None, _MAY_BE_EMPTY, Field(description="年份。")]


class McpRequests:
    """Answers requests, each on its own: nothing is kept between two of them."""

    def __init__(self, desk: Desk) -> None:
        self._server = _server(DeskTools(desk))
        self._max_body = desk.settings.max_body_bytes

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request as JSON."""
        self._server.streamable_http_app(
            json_response=True,
            stateless_http=True,
            max_request_body_size=self._max_body,
            transport_security=_same_origin(scope),
        )
        manager = self._server.session_manager
        async with manager.run():
            await manager.handle_request(scope, receive, send)


def _same_origin(scope: Scope) -> TransportSecuritySettings:
    """Pages of other sites are refused. That the host is one of ours has been checked around all routes."""
    host = Headers(scope=scope).get("host", "")
    return TransportSecuritySettings(allowed_hosts=[host], allowed_origins=[f"http://{host}", f"https://{host}"])


class _Server(MCPServer):
    """Tells what a caller did wrong in plain Chinese."""

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Any = None) -> Any:  # noqa: ANN401
        """What the tool gives. Raises ToolError, its message for the model to read."""
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            tools = {tool.name: tool for tool in await self.list_tools()}
            if name not in tools:
                raise ToolError(f"没有名为“{name}”的工具。可用的工具：{'、'.join(tools)}。") from error
            if isinstance(error.__cause__, ValidationError):
                raise ToolError(_values_to_words(error.__cause__, tools[name].input_schema)) from error
            if isinstance(error.__cause__, ToolError):
                raise ToolError(str(error.__cause__)) from error
            raise


def _values_to_words(error: ValidationError, schema: dict[str, Any]) -> str:
    """Which arguments cannot be used, and what they are."""
    told = []
    for fault in error.errors(include_url=False):
        name = str(fault["loc"][0]) if fault["loc"] else ""
        meaning = schema.get("properties", {}).get(name, {}).get("description", "")
        told.append(f"{'缺少参数' if fault['type'] == 'missing' else '不能用的参数'} {name}：{meaning}")
    return " ".join(dict.fromkeys(told)) + "请改正后再调用。"


def _server(tools: DeskTools) -> MCPServer:
    server: MCPServer = _Server(
        "policy-assistant",
        title="政策问答助手",
        instructions=_INSTRUCTIONS,
        version=version("policy-assistant"),
        log_level="WARNING",
        subscriptions=False,
    )

    @server.tool(title="检索原文", description="找原文段落，附出处和得分；只找，不作答。", annotations=_READING)
    async def search(query: Words, documents: Documents = None, limit: Limit = 10) -> Passages:
        return await _told(tools.search, query, documents or (), limit)

    @server.tool(title="提问", description="用一两句话回答问题，附逐字引文；没有依据则拒答。", annotations=_READING)
    async def ask(question: Question, documents: Documents = None) -> Answer:
        return await _told(tools.ask, question, documents or ())

    @server.tool(
        title="任务清单", description="谁牵头、谁参与、何时完成；total 是符合条件的总数。", annotations=_READING
    )
    async def list_tasks(
        documents: Documents = None,
        unit: Unit = None,
        role: Annotated[
            Role,
            BeforeValidator(lambda value: _filled(value) or Role.ANY),
            Field(description="单位的角色：lead 牵头、responsible 责任、any 不限。"),
        ] = Role.ANY,
        due_before: DueBefore = None,
        limit: Limit = 50,
        offset: Annotated[int, Field(ge=0, le=1_000_000, description="从第几条之后开始。")] = 0,
    ) -> TaskPage:
        filters = TaskFilters(tuple(documents or ()), unit, role, due_before)
        return await _told(tools.list_tasks, filters, limit, offset)

    @server.tool(
        title="指标比较",
        description="各份文件的同一指标并列；没有提到的、口径不同的都写明。",
        annotations=_READING,
    )
    async def compare_targets(
        indicator: Indicator = None, year: Year = None, documents: Documents = None
    ) -> ComparisonView:
        return await _told(tools.compare_targets, indicator, year, documents or ())

    return server


async def _told(work: Callable[P, Awaitable[R]], *args: P.args, **kwargs: P.kwargs) -> R:
    """The result of the work; what the caller can mend is told to the model, anything else stays with us."""
    try:
        return await work(*args, **kwargs)
    except UserError as error:
        raise ToolError(str(error)) from error
