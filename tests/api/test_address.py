"""The address is taken first, so that a taken one is said at once."""

import socket

import pytest

from api.address import bound_socket
from corpus.errors import BadRequest, PortInUse


def test_a_port_in_use_is_said_with_what_to_do():
    with bound_socket("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortInUse, match=f"127.0.0.1:{port}.*--port"):
            bound_socket("127.0.0.1", port)


def test_an_address_that_is_not_ours_is_said():
    with pytest.raises(BadRequest, match=r"不能在 192\.0\.2\.1:0"):
        bound_socket("192.0.2.1", 0)


def test_any_free_port_can_be_asked_for():
    with bound_socket("127.0.0.1", 0) as listening, socket.create_connection(listening.getsockname(), timeout=5):
        assert listening.getsockname()[1] > 0
