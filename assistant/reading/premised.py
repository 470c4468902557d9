"""What a question takes for granted: its clauses that ask nothing, itself without its asking words. Judges nothing."""

import re
from decimal import Decimal
from functools import lru_cache

from assistant.reading.printed import LOWER, UPPER, Printed

_CLAUSE = re.compile(r"[,，;；。?？!！]+")
_ASKS = re.compile(
    r"[,，]?(?:这个?(?:规定|事|数|标准)?)?(?:是|又是)?(?:出于|基于)?(?:打算)?"
    r"(?:为(?:什么|啥|何)|凭(?:什么|啥)|(?:什么|啥)(?:时候?|时间|原因|考虑)?|何时|谁|哪(?:[一几些]|年|天|月|里|儿)?(?:个|家|位|份)?(?:局|部门|单位)?|多少[百千万亿]*|多(?:久|大|高|长)"
    r"|几(?![乎何])[百千万亿]*[个家天户项条台座]?|怎么(?:样|考虑|安排|想|回事|办|用|定|算|来)?|如何|咋)"
    r"(?:决定|开始|考虑|定|规定)?(?:的(?:这?事)?)?"
)
"""Asking words with what only asks around them: 是怎么考虑的, 这个规定谁定的."""
_HEARD = re.compile(r"我?(?:听说|听讲|听人说|记得|看到|以为)")
_SURELY = re.compile(r"[,，]?(?:[对是]吧|没错吧)$")
"""What only asks for assent behind what is taken for granted."""
_WHETHER = re.compile(r"[吗么嘛]$|是不是|是否|能否|可否|有无|([^\W\d])[不没]\1|对不|[不没]$")
_SUPPOSED = re.compile(
    r"[我俺咱]|如果|要是|假如|假设|假定|若(?!干)|的话|万一|某|(?:^|[,，有])(?:一|1|两)[个家户名位栋辆台座](?![月年])|买|比如|打算|想|还是|呢$"
)
"""What only puts a case, or an amount that is to be judged by a rule."""
_WHERE_SAID = re.compile(
    r"第几[条款章项]|哪(?:一?[条款章项]|里规定|里写)|出处|依据的?是?(?:什么|啥|哪)|谁[定规]|(?:为什么|为啥|为何)[要规]"
)
_SHORTEST, _LONGEST = 4, 80


@lru_cache(maxsize=512)
def premises_of(text: str) -> tuple[str, ...]:
    """What a question takes for granted, most telling first; nothing where it only puts a case.

    >>> premises_of("IV级响应要在登陆前12小时转移完，这个规定谁定的")
    ('IV级响应要在登陆前12小时转移完',)
    >>> premises_of("生物医药行业由港湾区牵头是怎么考虑的")
    ('生物医药行业由港湾区牵头',)
    """
    clauses = [told for one in _CLAUSE.split(_HEARD.sub("", text)) if (told := _SURELY.sub("", one.strip()))]
    plain = [one for one in clauses if not _ASKS.search(one) and not _WHETHER.search(one)]
    bare = [_ASKS.sub("", one) for one in clauses if _ASKS.search(one) and not _WHETHER.search(one)]
    found = ["，".join(plain), *(one for one in bare if len(one) > 2 * _SHORTEST)]
    found += ["，".join([*plain, one]) for one in bare if re.search(r"\d", one) and plain]
    return tuple(dict.fromkeys(one for one in found if _SHORTEST <= len(one) <= _LONGEST and not _SUPPOSED.search(one)))


def asks_where_said(text: str) -> bool:
    """Whether a question asks where, why or by whom what it says is laid down: 第几条规定不得低于30分钟."""
    return bool(_WHERE_SAID.search(text))


def leaves_room(claimed: Printed, said: Printed) -> bool:
    """Whether a value said is the one claimed, or a limit that it keeps: 500万元以上 for 6000万."""
    if claimed.kind != said.kind:
        return False
    one, other = claimed.value, said.value
    if one == other or not (isinstance(one, Decimal) and isinstance(other, Decimal)):
        return one == other
    return (said.bound in LOWER and one >= other) or (said.bound in UPPER and one <= other)


def is_placed(name: str, text: str) -> bool:
    """Whether a text says of a name that something is there, or is its task: 在苍坪, 由港湾区牵头, 市农业农村局牵头."""
    named = re.escape(name)
    return bool(re.search(rf"(?:在|位于|属于?|由){named}|{named}(?:牵头|负责|主管|主办|承担|建设|实施)", text))
