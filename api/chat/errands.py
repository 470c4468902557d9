"""What front ends ask a model for behind the user's back (a title, follow-up questions, tags, search queries), and
questions that they wrap in a template with context of their own. Knows how these are worded, no assistant.
"""

import json
import re
from collections.abc import Sequence
from enum import StrEnum


class Errand(StrEnum):
    """What is wanted; the value is the key under which front ends expect it as JSON."""

    FOLLOW_UPS = "follow_ups"
    TAGS = "tags"
    QUERIES = "queries"
    TITLE = "title"
    OTHER = "other"
    """Something that only a language model can do: a picture's description, an emoji, the rest of a sentence."""


_TEMPLATE = re.compile(
    r"<chat_history>|### Task|JSON format|valid JSON|in JSON|RESPOND ONLY|without punctuation|Rephrased question"
    r"|(?:within|under|than|max\w{0,4}) \d{1,3} (?:words|characters)|\d-\d words?|\d{1,2} ?个?字(?:以内|之内)",
    re.IGNORECASE,
)
"""What tells an instruction of a program from what a person asks."""
_FOREIGN = re.compile(
    r"autocompletion system|fitting emoji|image generation task|responses from various models", re.IGNORECASE
)
_PROGRAM = re.compile(r"### Task|<chat_history>")
_WORDED = (
    (Errand.QUERIES, r"(?:search|retrieval) quer(?:y|ies)|question rephraser|检索词|搜索词"),
    (Errand.FOLLOW_UPS, r"follow[-_ ]?up|questions? that (?:the )?human|后续问题|追问|接下来.{0,6}问"),
    (Errand.TAGS, r"\btags?\b|标签"),
    (Errand.TITLE, r"\btitles?\b|标题|\"subject\" and \"intention\""),
)
_CONTEXT = re.compile(
    r"<(?:context|user_query|source)\b|reference materials|参考(?:内容|资料)|已知信息|检索到的", re.IGNORECASE
)
_END_OF_CONTEXT = "</context>"
_TAGGED = re.compile(r"<(user_query|query|question)>\s{0,9}(?P<asked>[^<]{1,2000}?)\s{0,9}</\1>", re.IGNORECASE)
_HEADED = re.compile(
    r"^[#*\s]{0,6}(?:My question is|用户(?:的)?问题|我的问题是?|User query)[*\s]{0,4}[:：]?\s{0,5}"
    r"(?P<asked>[^\n]{2,500})",
    re.IGNORECASE | re.MULTILINE,
)
_LABELLED = re.compile(
    r"^[#*\s]{0,6}(?:问题|Question(?: to answer)?|Query)[ \t]{0,3}[:：]\s{0,5}(?P<asked>[^\n]{2,500})",
    re.IGNORECASE | re.MULTILINE,
)
_SAID = re.compile(
    r"^\W{0,3}(?:user(?: input)?|human|用户|follow[- ]?up question)\W{0,3}[:：]\s{0,9}(?P<asked>\S[^\n]{0,1999})",
    re.IGNORECASE | re.MULTILINE,
)
_SAID_IN_JSON = re.compile(
    r'"role"\s{0,3}:\s{0,3}"user"[^{}]{0,200}?"(?:content|mainText|text)"\s{0,3}:\s{0,3}"(?P<asked>[^"]{1,2000})"'
)
_ASIDE = re.compile(r"^(?:请问|请|麻烦|帮我|想问一下|查一下)+|[\s？?。！!]+$")
_LONGEST = 500
_TITLE = 20
_DIFY = "Your Output"
_BLOCKS = {
    "websearch": "<websearch>\n<question>\n{0}\n</question>\n</websearch>",
    "knowledge": "<knowledge>\n<rewrite>\n{0}\n</rewrite>\n<question>\n{0}\n</question>\n</knowledge>",
}
"""How one front end wants a question rephrased, for each place where it would look."""


def errand_of(said: str, system: str) -> Errand | None:
    """What a message asks for behind the user's back; None for a question. `system` is what stood before it.

    A program tells the conversation that it wants something of; a person who asks for a title or few words does not.
    """
    if _FOREIGN.search(said):
        return Errand.OTHER
    if _CONTEXT.search(said) or not _told(said):
        return None
    told = f"{system}\n{said}" if _TEMPLATE.search(system) else said
    if not _TEMPLATE.search(told):
        return None
    known = (errand for errand, worded in _WORDED if re.search(worded, told, re.IGNORECASE))
    return next(known, Errand.OTHER if _PROGRAM.search(told) else None)


def question_in(said: str, errand: Errand | None) -> str:
    """The user's own question in a message: the last one of a conversation that is told, or the one in a template."""
    if errand is not None:
        return _told(said)[-1]
    if len(said) <= _LONGEST and not _CONTEXT.search(said):
        return said
    return _wrapped(said)


def questions_before(said: str, errand: Errand) -> tuple[str, ...]:
    """What the user asked before the last question, where what is wanted depends on it."""
    return tuple(_told(said)[:-1]) if errand in {Errand.FOLLOW_UPS, Errand.TAGS} else ()


def _told(said: str) -> list[str]:
    """What the user says in a conversation that is told."""
    found = [*_SAID_IN_JSON.finditer(said)] or [*_SAID.finditer(said)]
    return [each["asked"].strip()[:_LONGEST] for each in found]


def _wrapped(said: str) -> str:
    """The question in a template: behind the context where one is marked, in a tag, under a heading, behind a label.
    Under a heading it stands before what it is asked of, behind a label after.
    """
    _, marked, behind = said.rpartition(_END_OF_CONTEXT)
    tagged, headed, labelled = (list(kind.finditer(behind)) for kind in (_TAGGED, _HEADED, _LABELLED))
    found = [*tagged[-1:], *headed[:1], *labelled[-1:]]
    if found:
        return found[0]["asked"].strip()
    return behind.strip()[:_LONGEST] if marked and behind.strip() else said


def question_to_title(question: str) -> str:
    """A title of at most 20 characters."""
    plain = _ASIDE.sub("", " ".join(question.split()))
    return plain if len(plain) <= _TITLE else f"{plain[: _TITLE - 1]}…"


def errand_reply(errand: Errand, said: str, question: str, found: Sequence[str]) -> str:
    """What is wanted, as JSON where the message asks for that; `found` are the follow-ups or tags."""
    listed = [question] if errand is Errand.QUERIES else list(found)
    value: object = question_to_title(question) if errand is Errand.TITLE else listed
    if blocks := [block for block in _BLOCKS if f"<{block}>" in said]:
        return "\n".join(_BLOCKS[block].format(question) for block in blocks)
    if _DIFY in said:
        return json.dumps({"Language Type": "中文", "Your Reasoning": "", _DIFY: value}, ensure_ascii=False)
    if "JSON" not in said:
        return str(value) if errand is Errand.TITLE else "\n".join(listed)
    whole = f'"{errand.value}"' in said or errand is Errand.TITLE
    return json.dumps({errand.value: value} if whole else value, ensure_ascii=False)
