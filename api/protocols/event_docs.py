"""How OpenAPI describes a response that comes as server-sent events."""

from collections.abc import Sequence
from typing import Any

__all__ = ["stream_of"]


def stream_of(description: str, events: Sequence[str]) -> dict[int | str, dict[str, Any]]:
    """A 200 that is a stream of events of these kinds; the description says what their data is."""
    event = {
        "type": "object",
        "properties": {
            "event": {"type": "string", "enum": list(events), "description": "data 是什么"},
            "data": {"type": "string", "description": "一行文字或一个 JSON"},
        },
        "required": ["data"],
    }
    return {200: {"description": description, "content": {"text/event-stream": {"itemSchema": event}}}}
