"""Writes a neural network as ONNX: nodes, and tensors that stay in the file of weights beside it.

Knows the few messages of the format that a network needs, in the wire format of protocol buffers, and no network.
"""

import struct
from collections.abc import Iterable
from typing import NamedTuple

Field = tuple[int, int | float | str | bytes]

_FORMAT = 9
_OPERATORS = 20
"""The version of ONNX's own operators; those of ONNX Runtime have their first."""
_RUNTIME = "com.microsoft"
_KINDS = {"F32": 1, "F16": 10, "I64": 7}
"""The numbers of ONNX for types of numbers, by what safetensors calls them."""


class Place(NamedTuple):
    """Where a tensor is kept, and as what."""

    file: str
    kind: str
    sizes: tuple[int, ...]
    offset: int
    length: int


class Graph:
    """Nodes in the order in which they compute. A tensor's name is what another node asks for it by."""

    def __init__(self) -> None:
        self._fields: list[Field] = [(2, "network")]

    def input(self, name: str, *axes: str) -> str:
        """A tensor of integers that the caller gives, by the names of its axes."""
        self._fields.append((11, _value(name, "I64", axes)))
        return name

    def output(self, name: str, *axes: str) -> None:
        """Give the caller this tensor of floats."""
        self._fields.append((12, _value(name, "F32", axes)))

    def integers(self, *values: int) -> str:
        """A row of integers that is part of the network."""
        raw = struct.pack(f"<{len(values)}q", *values)
        return self._tensor((1, len(values)), (2, _KINDS["I64"]), (9, raw))

    def weights(self, place: Place) -> str:
        """A tensor that stays where it is, as 32-bit floats."""
        entries = (("location", place.file), ("offset", str(place.offset)), ("length", str(place.length)))
        kept = [(13, _message((1, key), (2, value))) for key, value in entries]
        return self._tensor(*((1, size) for size in place.sizes), (2, _KINDS[place.kind]), *kept, (14, 1))

    def node(self, operator: str, *inputs: str, **attributes: float) -> str:
        """What ONNX's own operator gives."""
        return self._node("", operator, inputs, attributes)

    def runtime_node(self, operator: str, *inputs: str, **attributes: float) -> str:
        """What an operator gives that ONNX Runtime has beyond those of ONNX."""
        return self._node(_RUNTIME, operator, inputs, attributes)

    def to_bytes(self) -> bytes:
        """The content of the file."""
        versions = [(8, _message((1, name), (2, number))) for name, number in (("", _OPERATORS), (_RUNTIME, 1))]
        return _message((1, _FORMAT), (7, _message(*self._fields)), *versions)

    def _node(self, domain: str, operator: str, inputs: Iterable[str], attributes: dict[str, int | float]) -> str:
        name = self._fresh()
        given = [(1, each) for each in inputs]
        settings = [(5, _attribute(key, value)) for key, value in attributes.items()]
        self._fields.append((1, _message(*given, (2, name), (4, operator), *settings, (7, domain))))
        return name

    def _tensor(self, *fields: Field) -> str:
        name = self._fresh()
        self._fields.append((5, _message(*fields, (8, name))))
        return name

    def _fresh(self) -> str:
        return f"t{len(self._fields)}"


def _value(name: str, kind: str, axes: Iterable[str]) -> bytes:
    shape = _message(*((1, _message((2, axis))) for axis in axes))
    return _message((1, name), (2, _message((1, _message((1, _KINDS[kind]), (2, shape))))))


def _attribute(name: str, value: float) -> bytes:
    field, kind = (2, 1) if isinstance(value, float) else (3, 2)
    return _message((1, name), (field, value), (20, kind))


def _message(*fields: Field) -> bytes:
    return b"".join(_field(number, value) for number, value in fields)


def _field(number: int, value: float | str | bytes) -> bytes:
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value % 2**64)
    if isinstance(value, float):
        return _varint(number << 3 | 5) + struct.pack("<f", value)
    raw = value.encode() if isinstance(value, str) else value
    return _varint(number << 3 | 2) + _varint(len(raw)) + raw


def _varint(value: int) -> bytes:
    """Seven bits a byte, the lowest first; a set eighth bit says that more follow."""
    low, rest = value & 127, value >> 7
    return bytes([low | 128]) + _varint(rest) if rest else bytes([low])
