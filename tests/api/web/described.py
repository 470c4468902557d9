"""Whether a request of the page is one that the OpenAPI document describes: path, parameters, fields of the body."""

import json
import re
from urllib.parse import parse_qs, urlsplit


def undescribed(schema, request):
    """What about a request to the API no line of the OpenAPI document speaks of."""
    address = urlsplit(request.url)
    if not address.path.startswith("/api/"):
        return []
    operation = _operation(schema, request.method.lower(), address.path)
    if operation is None:
        return [f"{request.method} {address.path}"]
    known = {parameter["name"] for parameter in operation.get("parameters", [])}
    fields = _body_fields(schema, operation)
    used = set(parse_qs(address.query, keep_blank_values=True)) - {"v"}
    return [f"{request.method} {address.path}: {name}" for name in (used - known) | (_sent_fields(request) - fields)]


def _operation(schema, method, path):
    """The operation whose path fits best: one with fewer parameters before one with more."""
    fitting = [template for template in schema["paths"] if re.fullmatch(re.sub(r"\{[^}]+\}", "[^/]+", template), path)]
    for template in sorted(fitting, key=lambda template: template.count("{")):
        if method in schema["paths"][template]:
            return schema["paths"][template][method]
    return None


def _body_fields(schema, operation):
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    shapes = [body, *body.get("anyOf", [])]
    names = [shape["$ref"].rpartition("/")[2] for shape in shapes if "$ref" in shape]
    return {field for name in names for field in schema["components"]["schemas"][name]["properties"]}


def _sent_fields(request):
    if "json" not in request.headers.get("content-type", ""):
        return set()
    return set(json.loads(request.post_data or "{}"))
