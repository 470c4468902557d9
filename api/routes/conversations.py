"""One's own conversations: the list, one of them with its turns, changing, deleting, taking away as a file."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from api.desk import DeskDep, IdentityDep, LibraryDep
from api.problems import PROBLEMS
from api.protocols.downloads import file_response, files_of
from api.routes.parameters import AfterQuery, ConversationPath, LimitQuery, form_query
from assistant.exports.docx_files import conversation_to_docx
from assistant.exports.markdown import conversation_to_markdown
from assistant.keeping.conversations import Conversation, ConversationSummary
from assistant.keeping.pages import Page
from corpus.facts import Library

router = APIRouter(prefix="/api/conversations", tags=["会话"], responses=PROBLEMS)

DocumentIds = Annotated[list[Annotated[str, Field(max_length=64)]], Field(max_length=200)]
_DOCUMENTS = "默认在哪些文件里问；只是记住，提问时仍要在 documents 里写明。"


class NewConversation(BaseModel):
    """A conversation to be begun; without a title the first question becomes it."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"title": "青浦去化面积", "documents": ["qingpu"]}]})

    title: str = Field("", max_length=200, description="标题；不填则用第一个问题。")
    documents: DocumentIds = Field(default_factory=list, description=_DOCUMENTS)


class ConversationChange(BaseModel):
    """What is to be changed; the rest stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"title": "青浦：去化与入驻率"}]})

    title: str | None = Field(None, min_length=1, max_length=200, pattern=r"\S", description="新的标题。")
    documents: DocumentIds | None = Field(None, description=_DOCUMENTS)
    pinned: bool | None = Field(None, description="是否置顶。")


@router.get("", summary="我的会话，最近用过的在前")
def list_conversations(
    desk: DeskDep,
    identity: IdentityDep,
    limit: LimitQuery = 50,
    after: AfterQuery = None,
    q: Annotated[str, Query(max_length=100, description="标题、问题或答复里的词；不填则全部", examples=["去化"])] = "",
    pinned: Annotated[bool | None, Query(description="只要置顶的（true），或不置顶的（false）")] = None,
) -> Page[ConversationSummary]:
    """A page of the list, without turns."""
    return desk.keeping.conversations.page(identity.user, limit, after, words=q.strip(), pinned=pinned)


@router.post("", summary="新建会话", status_code=201)
def create_conversation(body: NewConversation, desk: DeskDep, identity: IdentityDep) -> ConversationSummary:
    """A conversation without turns; questions with its id as `conversation_id` are added to it."""
    return desk.keeping.conversations.create(identity.user, body.title, body.documents)


@router.get("/{conversation_id}", summary="一个会话，连同问题和答复")
def get_conversation(conversation_id: ConversationPath, desk: DeskDep, identity: IdentityDep) -> Conversation:
    """All turns, oldest first."""
    return desk.keeping.conversations.get(identity.user, conversation_id)


@router.patch("/{conversation_id}", summary="改标题或默认文件，置顶或取消")
def change_conversation(
    conversation_id: ConversationPath, body: ConversationChange, desk: DeskDep, identity: IdentityDep
) -> ConversationSummary:
    """The conversation as it is now."""
    return desk.keeping.conversations.change(identity.user, conversation_id, body.title, body.documents, body.pinned)


@router.delete("/{conversation_id}", summary="删除会话", status_code=204, response_class=Response)
def remove_conversation(conversation_id: ConversationPath, desk: DeskDep, identity: IdentityDep) -> None:
    """With all its turns. The audit trail is not touched."""
    desk.keeping.conversations.remove(identity.user, conversation_id)


@router.get(
    "/{conversation_id}/export",
    summary="把会话存成文件",
    response_class=Response,
    responses=files_of("md", "docx", "json"),
)
def export_conversation(
    conversation_id: ConversationPath,
    desk: DeskDep,
    identity: IdentityDep,
    library: LibraryDep,
    form: Annotated[Literal["md", "docx", "json"], form_query("md 和 docx 给人看，json 给程序用")] = "md",
) -> Response:
    """Markdown or Word for people, JSON for programs; complete."""
    conversation = desk.keeping.conversations.get(identity.user, conversation_id)
    return file_response(conversation.title[:80], form, _written(conversation, form, library))


def _written(conversation: Conversation, form: str, library: Library) -> bytes:
    if form == "docx":
        return conversation_to_docx(conversation, library)
    text = conversation_to_markdown(conversation, library) if form == "md" else conversation.model_dump_json(indent=1)
    return text.encode()
