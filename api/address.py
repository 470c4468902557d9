"""The address that the server listens on: whether it may (not where others can reach it while nobody has to sign in),
and taken before anything is opened, so that a taken one is said at once.
"""

import errno
import ipaddress
import socket

import structlog

from assistant.settings import Settings
from corpus.errors import BadRequest, PortInUse

log = structlog.get_logger()


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


def check_exposure(settings: Settings) -> None:
    """Raises BadRequest for `auth` off on an address of the network; warns where `auth` is open there."""
    if settings.auth == "on" or _is_this_machine(settings.host):
        return
    if settings.auth == "open":
        log.warning("anybody who can reach this address may read, add and remove documents", host=settings.host)
        return
    raise BadRequest(
        f"{settings.host} 是别的机器能访问的地址，而现在不要求登录。",
        "请设置 ASSISTANT_AUTH=on，并用 policy-assistant keys create 建立密钥；"
        "只在别处已有防护时才设置 ASSISTANT_AUTH=open。",
    )


def _is_this_machine(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
