"""Signing in with a key, for the page: a cookie that scripts can't read and other sites can't make a browser send."""

import datetime

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.desk import DeskDep
from api.guards.access import COOKIE, address, scope_to_caller, slow_down
from api.problems import PROBLEMS
from assistant.keeping.identity import Identity, KeyScope
from corpus.errors import WrongKey

router = APIRouter(prefix="/api", tags=["登录"], responses=PROBLEMS)


class Login(BaseModel):
    """A key, as it was shown when it was made."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"key": "pa_851a48d16166_…"}]})

    key: str = Field(max_length=200, description="密钥，pa_ 开头。")


class Me(BaseModel):
    """Who is asking."""

    auth: str = Field(description="off 不要求登录，on 要求。")
    user: str | None = Field(description="用户；不要求登录时是 local，要求而没有登录时为 null。")
    key: str | None = Field(description="密钥的标签；没有用密钥时为 null。")
    scopes: list[KeyScope] = Field(
        description="权限，小的在前：read 问和看，write 还可增减文件，admin 还可看反馈；没有登录时为空。"
    )


async def _unhurried(request: Request, desk: DeskDep) -> None:
    """Raises TooManyRequests: keys are not to be found by trying."""
    slow_down(desk.logins, address(request.scope))


@router.get("/me", summary="我是谁，可以做什么")
async def me(desk: DeskDep, request: Request) -> Me:
    """Always 200, so that a page can decide whether to ask for a key."""
    return _me(desk.settings.auth, scope_to_caller(request.scope))


@router.post("/login", summary="用密钥登录", dependencies=[Depends(_unhurried)])
def login(body: Login, desk: DeskDep, request: Request, response: Response) -> Me:
    """Sets the cookie that stands for the key until the session ends, it is revoked, or somebody signs out."""
    if desk.settings.auth != "on":
        return _me(desk.settings.auth, scope_to_caller(request.scope))
    identity = desk.keeping.keys.of_secret(body.key.strip())
    if identity is None:
        raise WrongKey("密钥不对，或者已经撤销。", "请检查是否完整复制，或向管理人员要一个新的密钥。")
    lasting = datetime.timedelta(hours=desk.settings.session_hours)
    token = desk.keeping.keys.open_session(identity, lasting)
    desk.keeping.audit.note(identity.user, "login", {"key": identity.key_id})
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(lasting.total_seconds()),
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
        path=desk.settings.root_path or "/",
    )
    return _me(desk.settings.auth, identity)


@router.post("/logout", summary="退出登录", status_code=204, response_class=Response)
def logout(desk: DeskDep, request: Request, response: Response) -> None:
    """Ends the session; no error where there is none."""
    token = request.cookies.get(COOKIE)
    if token:
        desk.keeping.keys.close_session(token)
    response.delete_cookie(COOKIE, path=desk.settings.root_path or "/", httponly=True, samesite="strict")


def _me(auth: str, identity: Identity | None) -> Me:
    required = "on" if auth == "on" else "off"
    if identity is None:
        return Me(auth=required, user=None, key=None, scopes=[])
    scopes = [scope for scope in KeyScope if scope in identity.scopes]
    return Me(auth=required, user=identity.user, key=identity.label, scopes=scopes)
