"""What titles of documents end with and begin with. Data; knows no lines."""

import re

_KINDS = (
    "通知|意见|方案|规划|办法|细则|规定|措施|计划|纲要|决定|决议|公告|通告|批复|复函|条例|报告|要点|政策|清单|指引|指南"
    "|标准|目录|制度|规则|举措|安排|预案|倡议书?|若干措施|通报|公报|会议纪要|工作总结|工作打算|工作思路|问答|解读|台账|公示"
    "|的函"
)
SUFFIX = r"[（(][^（()）]{2,40}[）)]"
END = re.compile(rf"(?:{_KINDS})(?:{SUFFIX}){{0,2}}$")
YEARLY = re.compile(
    rf"(?:20|二[〇○零]).{{2}}年[^，,。；;、]{{2,60}}(?:任务|重点工作|实事(?:项目)?|分工|分解|[^现附]表)(?:{SUFFIX}){{0,2}}$"
)
"""宁溪区2026年城市更新重点任务: what a year's work is called, where no kind of document is named."""
OF_WORK = re.compile(r"20\d\d年度?(?:上半年|下半年|全年)?(?:度|重点|主要)?工作")
"""2026年工作要点: what only the body above it tells from those of others."""
WHOLE = frozenset(("政府工作报告",))
"""Short titles that need no more."""
