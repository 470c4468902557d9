"""Whether a server may listen where it is told to: not where others can reach it while nobody has to sign in."""

import ipaddress

import structlog

from assistant.settings import Settings
from corpus.errors import BadRequest

__all__ = ["check_exposure"]

log = structlog.get_logger()


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
