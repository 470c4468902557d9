"""Words put in place of others: white space between their characters, as a page breaks them, stays where it was."""

import re

from corpus.quoting import SourceText, compact

_NEW = (
    "建立跨区域联席会商与信息通报制度并定期晾晒进展",
    "设立专家咨询委员会为重大决策提供论证支撑",
    "开展满意度回访并公布改进清单接受社会监督",
    "编印案例汇编组织观摩交流推广成熟经验",
    "完善应急预案每半年组织一次联合演练",
    "组建青年志愿服务队提供上门帮办代办",
    "搭建线上课堂为从业人员提供技能培训",
    "推行首席联络员机制及时协调堵点难点",
    "探索信用承诺与容缺受理相结合的办理方式",
    "建设便民驿站配套母婴室和无障碍设施",
    "引入公益诉讼与人民调解联动化解纠纷",
    "举办文化艺术季展示非遗技艺与原创作品",
)
_NAMES = "澄岭溪苑岚屿汀渚栎峪埠塬"
_YEAR = re.compile(r"20\d\d")
_SHORT = 4


def new_words(number: int, like: str) -> str:
    """Words that no document has, as long as others; of a short name its last character stays."""
    size = len(compact(like))
    if size <= _SHORT:
        names = _NAMES[number % len(_NAMES) :] + _NAMES
        return names[: size - 1] + compact(like)[-1]
    words = _NEW[number % len(_NEW)] + _NEW[(number + 5) % len(_NEW)]
    return (words * (size // len(words) + 1))[:size]


def count_of(words: str, text: str) -> int:
    """How often `words` stand in `text`, white space aside; a number only where no digit touches it."""
    pattern = re.escape(compact(words))
    if words[:1].isdigit():
        pattern = rf"(?<![\d.]){pattern}(?![\d.])"
        return len(re.findall(pattern, text))
    return len(re.findall(pattern, compact(text)))


def replaced(text: str, old: str, new: str) -> str | None:
    """`text` with other words in place of those, line breaks kept; None where they are not there."""
    if old[:1].isdigit():
        return re.sub(rf"(?<![\d.]){re.escape(old)}(?![\d.])", new, text, count=1)
    span = SourceText(text).find(old)
    return text[: span.start] + overlaid(text[span.start : span.end], new) + text[span.end :] if span else None


def overlaid(printed: str, words: str) -> str:
    """`words` in the lines of what is printed."""
    rest = list(words)
    out = [character if character.isspace() else (rest.pop(0) if rest else "") for character in printed]
    return "".join((*out, *rest))


def changed_number(number: str, step: int) -> str:
    """Another number with as many digits."""
    first = int(number[0])
    return (
        str((first + step - 1) % 9 + 1) + number[1:] if first else number[:-1] + str((int(number[-1]) + step) % 9 + 1)
    )


def later(deadline: str) -> str:
    """A deadline a year later; a day for what had none."""
    return _YEAR.sub(lambda match: str(int(match[0]) + 1), deadline) if _YEAR.search(deadline) else "2027年6月底前"
