"""Errors as HTTP says them: one JSON body, real status codes, Chinese sentences. Knows no route."""

import json
from collections.abc import Mapping
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from api.allowed import allowed_value
from corpus.errors import (
    BadQuestion,
    BadRequest,
    Busy,
    DataDirUnusable,
    IndexDamaged,
    IndexMismatch,
    IndexMissing,
    ModelUnavailable,
    NotAllowed,
    NotFound,
    NotSignedIn,
    QuotaExceeded,
    TookTooLong,
    TooManyRequests,
    UnknownDocument,
    UnknownRevision,
    UnreadableDocument,
    UserError,
    WrongKey,
)

DEFECT = "系统内部出错，已经记录。请稍后再试；仍不行请把编号告诉管理人员。"

_KINDS: Mapping[HTTPStatus, tuple[type[UserError], ...]] = {
    HTTPStatus.UNAUTHORIZED: (NotSignedIn, WrongKey),
    HTTPStatus.FORBIDDEN: (NotAllowed,),
    HTTPStatus.NOT_FOUND: (UnknownDocument, NotFound, UnknownRevision),
    HTTPStatus.CONFLICT: (QuotaExceeded,),
    HTTPStatus.UNPROCESSABLE_ENTITY: (BadQuestion, BadRequest, UnreadableDocument),
    HTTPStatus.TOO_MANY_REQUESTS: (TooManyRequests,),
    HTTPStatus.SERVICE_UNAVAILABLE: (
        *(IndexMissing, IndexDamaged, IndexMismatch, ModelUnavailable, DataDirUnusable, Busy, TookTooLong),
    ),
}
_STATUS = {kind: status for status, kinds in _KINDS.items() for kind in kinds}
_RETRY_AFTER: Mapping[type[UserError], str] = {Busy: "2", TookTooLong: "2"}
"""Seconds; other unavailability lasts until somebody acts: half a minute."""
_LONGEST = 40
_WORDS: Mapping[int, tuple[str, str]] = {
    HTTPStatus.NOT_FOUND: ("not_found", "没有这个地址。"),
    HTTPStatus.METHOD_NOT_ALLOWED: ("method_not_allowed", "这个地址不支持这种请求方法。"),
    HTTPStatus.BAD_REQUEST: ("bad_request", "请求的格式不对。"),
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: ("unsupported_media_type", "请求正文的类型不受支持。"),
}


class ProblemDetail(BaseModel, use_attribute_docstrings=True):
    """What happened and what to do."""

    code: str
    """What happened, for programs: bad_request, not_found, busy, …. Stable."""
    message: str
    """What happened and what to do, in Chinese."""
    request_id: str
    """Id of the request, as in the header X-Request-ID and in the log."""


class Problem(BaseModel, use_attribute_docstrings=True):
    """The body of every error."""

    error: ProblemDetail
    """The error."""


PROBLEMS: dict[int | str, dict[str, object]] = {
    400: {"model": Problem, "description": "正文不是合格的 JSON，或主机名不对"},
    401: {"model": Problem, "description": "没有登录，或密钥无效；只在要求登录时"},
    403: {"model": Problem, "description": "密钥没有这项权限，或请求来自别的网站"},
    404: {"model": Problem, "description": "没有这份文件，或没有这个会话、答复"},
    408: {"model": Problem, "description": "请求正文传得太慢"},
    409: {"model": Problem, "description": "保存的内容已达到上限"},
    413: {"model": Problem, "description": "请求正文太大"},
    429: {"model": Problem, "description": "请求太频繁；见 Retry-After"},
    422: {"model": Problem, "description": "请求里有不能用的值"},
    503: {"model": Problem, "description": "暂时不能服务：还没有索引、正在启动或太忙；见 Retry-After"},
}
"""What OpenAPI says of the errors of every route."""


def add_handlers(app: FastAPI) -> None:
    """Let the app answer every expected error with a Problem. What is unexpected is caught around the app."""
    for kind in (UserError, RequestValidationError, HTTPException):
        app.exception_handler(kind)(_on_error)


def problem_response(
    request_id: str, status: int, code: str, message: str, headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """The response for a problem."""
    body = Problem(error=ProblemDetail(code=code, message=message, request_id=request_id))
    return JSONResponse(body.model_dump(), status_code=status, headers=dict(headers or {}))


def error_response(request: Request, error: UserError | RequestValidationError | HTTPException) -> JSONResponse:
    """The response for an error that a route, or what checks its parameters, has raised."""
    if isinstance(error, UserError):
        return _on_user_error(request, error)
    return (
        _on_bad_value(request, error) if isinstance(error, RequestValidationError) else _on_http_error(request, error)
    )


def error_to_problem(error: BaseException, request_id: str) -> Problem:
    """The body for an error, expected or not; a defect is told without its details."""
    code, message = (error.code, str(error)) if isinstance(error, UserError) else ("internal_error", DEFECT)
    return Problem(error=ProblemDetail(code=code, message=message, request_id=request_id))


def _user_error_response(error: UserError, request_id: str) -> JSONResponse:
    """The response for an error that the caller, or whoever runs the server, can mend."""
    status = _STATUS.get(type(error), HTTPStatus.INTERNAL_SERVER_ERROR)
    return problem_response(request_id, status, error.code, str(error), _headers(error, status))


def _headers(error: UserError, status: HTTPStatus) -> dict[str, str]:
    if isinstance(error, TooManyRequests):
        return {"Retry-After": str(error.seconds)}
    if status is HTTPStatus.UNAUTHORIZED:
        return {"WWW-Authenticate": "Bearer"}
    unavailable = status is HTTPStatus.SERVICE_UNAVAILABLE
    return {"Retry-After": _RETRY_AFTER.get(type(error), "30")} if unavailable else {}


async def _on_error(request: Request, error: UserError | RequestValidationError | HTTPException) -> JSONResponse:
    """On the loop: a refusal in a crowd is not to wait for a thread."""
    return error_response(request, error)


def _request_id(request: Request) -> str:
    return str(request.scope.get("request_id", ""))


def _on_user_error(request: Request, error: UserError) -> JSONResponse:
    return _user_error_response(error, _request_id(request))


def _on_bad_value(request: Request, error: RequestValidationError) -> JSONResponse:
    first = error.errors()[0]
    names = ".".join(str(part) for part in first["loc"][1:]) or "正文"
    if first["type"] == "json_invalid":
        message = "请求正文不是合格的 JSON。请检查后再发。"
        return problem_response(_request_id(request), HTTPStatus.BAD_REQUEST, "bad_request", message)
    what = "没有填" if first["type"] == "missing" else f"不能是“{_shown(first.get('input'))}”"
    allowed = allowed_value(request, first["loc"])
    message = f"“{names}”{what}。{f'可以是：{allowed}。' if allowed else ''}说明见 /openapi.json。"
    return problem_response(_request_id(request), HTTPStatus.UNPROCESSABLE_ENTITY, "bad_request", message)


def _shown(value: object) -> str:
    """What was sent, cut short."""
    said = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def _on_http_error(request: Request, error: HTTPException) -> JSONResponse:
    code, message = _WORDS.get(error.status_code, ("http_error", "请求不能处理。"))
    headers = {**(error.headers or {}), **_allowed(request, error.status_code)}
    return problem_response(_request_id(request), error.status_code, code, message, headers)


def _allowed(request: Request, status: int) -> dict[str, str]:
    """All methods of an address: the framework names those of one of its routes only."""
    if status != HTTPStatus.METHOD_NOT_ALLOWED:
        return {}
    path = getattr(request.scope.get("route"), "path", "")
    methods = request.app.openapi()["paths"].get(path, {})
    return {"Allow": ", ".join(sorted(method.upper() for method in methods))} if methods else {}
