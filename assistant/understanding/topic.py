"""What a question is about once names, years and question words are taken out. Knows no documents."""

import re

from assistant.reading.words import everyday_words

__all__ = ["text_to_topic", "with_official_words"]

_ASKING = re.compile(
    r"请问|请教|帮我|帮忙|麻烦(?:你)?|给我|查一下|查查|查询|看一下|看看|说一下|说说|讲讲|列一下|告诉我|我想知道|我想了解|想问(?:一下)?|直接"
    r"|哪些(?:地方|城市|方案|文件)|哪几(?:个地方|个城市|地|份)|[两三四五六\d](?:个(?:地方|城市)|地(?!块|段)|份)|各(?:个)?(?:地方|城市|市|地|区)"
    r"|比较(?:一下)?|对比|相比|分别|各自|各是|具体|实际上?|一共|总共|共有|共计|合计|加总|加起来|大概|大约|到底|究竟|简单|概括|总结|归纳|一下"
    r"|头一年|第[一二三四五]年|平均每年|每年平均|年均|[各每逐历]年|哪一?年|[哪各谁]家|加起来|是什么|叫什么|有什么|什么样|什么时候|什么时间|什么|哪些|哪个|哪几[个项条幢家]?|哪里|哪儿|哪年|哪种|哪类|哪项|哪一[个项条]?|哪[两三四五六]?"
    r"|多少(?:[幢栋座个家场项条次亩](?!数))?(?:钱)?|几[个幢栋座家场成项条次]|多久|多大|多高|多长|怎么样|怎么|怎样|如何|为什么|为何|谁(?:来|去)?|是否|是不是"
    r"|有没有|有无|在不在|能不能|可不可以|对得上|吗|呢|吧|啊|嘛|要求|规定|提到|提出|提及|明确|设定|设置|写明|关于|文件|方案|规划|文中|正文|里面"
    r"|附件\d?|当中|其中|这份|该份|这个|那个|这些|那些|方面|情况|目标值|目标|指标|数值|数字|打算|计划|准备|争取|力争|预计|定在|定为|定了|定下"
    r"|全[市区县省](?!域)|达到|要到|要达|应当|应该|需要|这边|那边|这里|那里|最终|期末|年底|年末|截至|截止|到底|三年(?:里|内|间)?|[一二两三四五]年(?:里|内|间)"
    r"|最[高多大低少小]|数据|数(?=$|[?？])|占(?=全|了|到)|百分之几|差(?:多少|几个?)|相差|提高|增加|增长|几?个?百分点|几?个?点(?![^\W\d])|四个|县级市|板块|地区(?!生产)|(?P<verb>[^\W\d])[不没](?P=verb)"
)
_FILLER = re.compile(
    r"[的了是有要被让那这各都也还就着过之其及或由并且而搞弄]|(?:在|里|中|跟|比|和|与|把|对|给|到|从|向|为|于|上|下|个)(?![^\W\d])"
)
_YEAR = re.compile(
    r"(?:19|20)?\d\d年(?:度|底|末|前)?|(?:19|20)\d\d|[“\"]?十[一二三四五六]?五[”\"]?(?:规划|时期|期间|期?末|期)?|今年|本年|当年|明年|年度"
)
_MARKS = re.compile(r"[^\w%()“”]+")


def text_to_topic(masked: str) -> str:
    """The words of a question that say what it is about, apart by spaces; names are blanked out in `masked` already."""
    bare = _YEAR.sub(" ", masked)
    return " ".join(_MARKS.sub(" ", _FILLER.sub(" ", _ASKING.sub(" ", bare))).split())


def with_official_words(text: str) -> str:
    """`text` with everyday words replaced by the words that documents print."""
    lower = text.lower()
    for everyday, official in everyday_words():
        if official not in lower:
            lower = lower.replace(everyday, official)
    return lower
