"""The address that the server listens on: taken before anything is opened, so that a taken one is said at once."""

import errno
import socket

from corpus.errors import BadRequest, PortInUse

__all__ = ["bound_socket"]


def bound_socket(host: str, port: int) -> socket.socket:
    """A socket that listens on the address; raises PortInUse or BadRequest."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=512)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            hint = f"请用 --port 换一个端口，或先停止占用 {port} 的程序。"
            raise PortInUse(f"地址 {host}:{port} 已被别的程序占用。", hint) from error
        reason = error.strerror or str(error)
        raise BadRequest(f"不能在 {host}:{port} 上监听：{reason}。", "请检查 --host 和 --port。") from error
