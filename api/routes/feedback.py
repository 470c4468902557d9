"""What readers say of answers: given and withdrawn by themselves, read by those who look after the system."""

from fastapi import APIRouter, Response

from api.desk import DeskDep, IdentityDep
from api.guards.access import needs
from api.problems import PROBLEMS
from api.protocols.downloads import file_response, files_of
from api.routes.parameters import AfterQuery, LimitQuery, RefPath
from assistant.keeping.feedback import Feedback, FeedbackOfUser, GivenFeedback, feedback_to_gold
from assistant.keeping.identity import KeyScope
from assistant.keeping.pages import Page

router = APIRouter(prefix="/api/feedback", tags=["反馈"], responses=PROBLEMS)


@router.post("", summary="对一个答复提出反馈", status_code=201)
def give_feedback(body: GivenFeedback, desk: DeskDep, identity: IdentityDep) -> Feedback:
    """In place of what one said of the same answer before."""
    return desk.keeping.feedback.give(identity.user, body)


@router.delete("/{ref}", summary="撤回反馈", status_code=204, response_class=Response)
def withdraw_feedback(ref: RefPath, desk: DeskDep, identity: IdentityDep) -> None:
    """One's own only."""
    desk.keeping.feedback.withdraw(identity.user, ref)


@router.get(
    "/gold",
    summary="把反馈存成题集",
    dependencies=[needs(KeyScope.ADMIN)],
    response_class=Response,
    responses=files_of("jsonl"),
)
def export_feedback(desk: DeskDep) -> Response:
    """Everybody's that says what is right, in the gold format of `python -m eval --gold`."""
    return file_response("反馈题集", "jsonl", feedback_to_gold(desk.keeping.feedback).encode())


@router.get("", summary="全部反馈，最近的在前", dependencies=[needs(KeyScope.ADMIN)])
def list_feedback(desk: DeskDep, limit: LimitQuery = 50, after: AfterQuery = None) -> Page[FeedbackOfUser]:
    """Everybody's, with the question and the answer where it was kept."""
    return desk.keeping.feedback.all(limit, after)
