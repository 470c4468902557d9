"""The description of the API is precise: callers are written from it."""

import pytest

_MACHINES = {"/healthz", "/readyz", "/metrics", "/api/status"}


@pytest.fixture(scope="module")
def described(client):
    return client.get("/openapi.json").json()


@pytest.fixture(scope="module")
def operations(described):
    return {(method, path): one for path, methods in described["paths"].items() for method, one in methods.items()}


def test_every_operation_says_what_it_is_for_and_what_it_answers(operations):
    for name, operation in operations.items():
        assert operation["summary"], name
        good = [status for status in operation["responses"] if status.startswith("2")]
        assert good, name
        for status in good:
            for media in operation["responses"][status].get("content", {}).values():
                assert media.get("schema") or media.get("itemSchema"), name


def test_every_parameter_is_described(operations):
    undescribed = {
        (name, parameter["name"])
        for name, operation in operations.items()
        for parameter in operation.get("parameters", [])
        if not parameter.get("description") and parameter["in"] in {"query", "path"}
    }
    assert undescribed == set()


def test_every_operation_of_the_api_names_its_errors(operations):
    for (method, path), operation in operations.items():
        if path.startswith("/api/") and path not in _MACHINES:
            assert {"400", "401", "403", "404", "413", "422", "429", "503"} <= set(operation["responses"]), (
                method,
                path,
            )
        if path.startswith("/v1/"):
            assert {"400", "404", "4XX", "503"} <= set(operation["responses"]), (method, path)


def test_lists_in_parts_describe_their_headers(operations):
    for path in ("/api/tasks", "/api/targets", "/api/findings", "/api/derivations", "/api/documents"):
        assert {"X-Total-Count", "Link"} <= set(operations["get", path]["responses"]["200"]["headers"])


def test_every_schema_and_every_field_is_described(described):
    """A field that is another schema and no more may leave the words to that. FastAPI gives a form none of its own."""
    schemas = described["components"]["schemas"]
    silent = {
        (name, field)
        for name, schema in schemas.items()
        for field, one in schema.get("properties", {}).items()
        if not one.get("description") and not (set(one) == {"$ref"} and _behind(one, schemas).get("description"))
    }
    unnamed = {name for name, schema in schemas.items() if not schema.get("description")}
    assert not silent
    assert not {name for name in unnamed if not name.startswith("Body_")}


def test_every_body_has_an_example(described, operations):
    """Of a form every field but the file has one."""
    schemas = described["components"]["schemas"]
    for name, operation in operations.items():
        for kind, media in operation.get("requestBody", {"content": {}})["content"].items():
            schema = _behind(media["schema"], schemas)
            if kind == "multipart/form-data":
                assert {field for field, one in schema["properties"].items() if not one.get("examples")} == {"file"}
            else:
                assert media["schema"].get("examples") or schema.get("examples"), name


@pytest.mark.parametrize("path", ["/api/ask", "/api/ask/docx", "/v1/chat/completions"])
def test_an_example_can_be_sent_as_it_stands(client, described, operations, path):
    schema = operations["post", path]["requestBody"]["content"]["application/json"]["schema"]
    examples = schema.get("examples") or _behind(schema, described["components"]["schemas"])["examples"]
    for example in examples:
        assert client.post(path, json=example).status_code == 200


def _behind(schema, schemas):
    return schemas[schema["$ref"].rpartition("/")[2]]


def test_all_methods_of_an_address_are_named_where_another_is_used(client):
    assert client.options("/api/documents").headers["allow"] == "GET, POST"
    assert client.patch("/api/documents/qingpu").headers["allow"] == "DELETE, GET, PUT"


@pytest.mark.parametrize("day", ["0", "2023-1-1", "20231231", "1700000000"])
def test_a_day_is_written_in_one_way_only(client, day):
    assert client.get("/api/tasks", params={"due_before": day}).status_code == 422
    assert client.get("/api/deadlines", params={"on": day}).status_code == 422
