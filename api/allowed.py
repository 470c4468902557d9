"""What a request may say, as the description of the API tells it: which parameters there are, which values they have.

Nothing is listed here: whatever a route declares is told of it.
"""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from fastapi import Depends, FastAPI, Request
from fastapi.params import Depends as DependsOn

from corpus.errors import BadRequest

_NEAR = 0.5
_LONGEST = 40
_KINDS = {"integer": "整数", "number": "数", "boolean": "true 或 false", "array": "列表", "object": "对象"}
_FORMATS = {"date": "写成 2025-12-31 的样子的日期"}


def _schemas(request: Request) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """The description of what is asked for, empty where it has none, and the schemas that it points to."""
    app: FastAPI = request.app
    described = app.openapi()
    path = getattr(request.scope.get("route"), "path", "")
    operation = described["paths"].get(path, {}).get(request.method.lower(), {})
    return operation, described.get("components", {}).get("schemas", {})


async def _no_other(request: Request) -> None:
    """Raises BadRequest for a query parameter that the route has not: left out silently, it would answer otherwise than
    was asked.
    """
    if not request.query_params:  # else whoever asks first would wait for the description of all routes
        return
    known = [one["name"] for one in _schemas(request)[0].get("parameters", ()) if one["in"] == "query"]
    for name in request.query_params:
        if name not in known:
            near = get_close_matches(name, known, 1, _NEAR)
            meant = f"是不是“{near[0]}”？" if near else ""
            there = f"可以用的参数：{'、'.join(known)}。" if known else "这个地址没有参数。"
            raise BadRequest(f"没有“{name[:_LONGEST]}”这个参数。", meant + there)


known_parameters: DependsOn = Depends(_no_other)
"""What a router depends on so that a parameter nobody knows is refused, and not left out."""


def allowed_value(request: Request, location: Sequence[str | int]) -> str:
    """What may stand at a place of the request (query, path or body, then names); empty where it is not told."""
    operation, schemas = _schemas(request)
    where, *names = location
    schema: Mapping[str, Any] = {}
    if where == "body":
        media = operation.get("requestBody", {}).get("content", {})
        schema = next((one["schema"] for one in media.values()), {})
    elif names:
        found = (one["schema"] for one in operation.get("parameters", ()) if one["name"] == names[0])
        schema, names = next(found, {}), names[1:]
    for name in names:
        schema = _whole(schema, schemas)
        schema = schema.get("items", {}) if isinstance(name, int) else schema.get("properties", {}).get(name, {})
    return _said(_whole(schema, schemas), schemas)


def _whole(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema without what points elsewhere, and without the choice of leaving it out."""
    while "$ref" in schema or "anyOf" in schema:
        if "$ref" in schema:
            schema = schemas[schema["$ref"].rpartition("/")[2]]
        else:
            schema = next(one for one in schema["anyOf"] if one.get("type") != "null")
    return schema


def _said(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> str:
    """A schema in words: its values, or its kind with its bounds."""
    if schema.get("type") == "array":
        return _said(_whole(schema.get("items", {}), schemas), schemas) or _KINDS["array"]
    values = schema.get("enum") or [schema[name] for name in ("const",) if name in schema]
    if values:
        return "、".join(map(str, values))
    kind = _FORMATS.get(schema.get("format", "")) or _KINDS.get(schema.get("type", ""), "")
    least, most = schema.get("minimum"), schema.get("maximum")
    if least is not None or most is not None:
        bounds = f"{least}—{most}" if None not in (least, most) else f"{least}以上" if most is None else f"{most}以下"
        return f"{bounds} 的{kind}"
    longest = schema.get("maxLength")
    return f"最多{longest}个字的文字" if longest and not kind else kind
