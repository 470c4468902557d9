"""What kind of thing a question asks for, and whether a text offers one: a unit, a time, a sum of money, a list."""

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.passages.amounts import amounts_of_one_unit, has_amount, measure_of, several_asked

__all__ = ["Asked", "Wanted", "question_to_wanted"]


class Asked(StrEnum):
    """The expected answer. The order is the order of test: the first whose words stand in the question."""

    NAME = "name"
    ROLE = "role"
    MONEY = "money"
    HOW_OFTEN = "how_often"
    DAYS = "days"
    TERM = "term"
    WHEN = "when"
    AMOUNT = "amount"
    LIST = "list"
    WHO = "who"
    WHERE = "where"
    WHY = "why"
    HOW = "how"
    TEXT = "text"


_QUESTIONS = {
    Asked.NAME: r"(?:长|人|主任|书记)叫什么|叫什么名|姓名|名字|姓什么|电话|手机",
    Asked.ROLE: (
        r"(?:长|主任|书记|人)(?:又?是|为)(?:谁|哪位|何人)|(?:长|主任|书记|人)由谁(?:担任|任|当|做|出任)"
        r"|(?:谁|哪位)(?:是|来|任|担任|当|做).{0,8}(?:长|召集人|主任|书记)"
    ),
    Asked.MONEY: (
        r"多少钱|多少元|几块钱|几[百千]?[万亿]元?(?![平方亩米家个人场])|多少万元|多少亿元|金额|租金|单价|价格|奖金|每年(?:拿|投|安排).{0,4}多少"
        r"|(?:奖励|补贴|补助|扶持|资助|资金|罚款|收费)(?:标准|额度|多少)"
    ),
    Asked.HOW_OFTEN: (
        r"多久(?!之?内|以内|[没不未还])|多长时间.{0,6}[一次回]|频次|频率|几次|每隔|几(?:年|个月).{0,4}[一次]|周期"
    ),
    Asked.DAYS: r"(?:几|多少)个?(?:工作日|小时|天(?!气)|日(?!常|期))",
    Asked.TERM: (
        r"期限|时限|有效期|(?:多久|多长时间|(?:几|多少)个?月)(?:之内|以内|内)"
        r"|多久(?:没|不|未|还)|期(?:多久|多长)"
    ),
    Asked.WHEN: r"什么时候|何时|哪年|哪一年|几月|多会儿|什么时间|截止到|截至|最晚|到哪天|哪天|几点(?!建议|要求)",
    Asked.AMOUNT: (
        r"多少|(?<![哪那这])几(?:个|幢|家|座|栋|项|条|名|类|成|次|年|分|公里|层|户)|多大|多高"
        r"|占比|比例|百分之|门槛|面积|幅度|上限|下限|低到"
    ),
    Asked.LIST: (
        r"哪些|哪几|哪[“\"]?[两二三四五六七八九十]|什么样的.{0,8}(?:企业|项目|机构)|包括什么|包含什么|有什么|分别|几方面|几个方面"
        r"|都?有啥|(?:都|各)叫什么|列出|列举|列一"
    ),
    Asked.WHO: r"谁|(?:责任|牵头|配合|参与)(?:单位|部门)|哪[几些两三四]?[个家]?(?:部门|单位)"
    r"|哪个(?:部门|单位|机构|局|区|城区|街道|镇)|什么(?:部门|单位|机构)|哪家|由哪|归哪|何部门",
    Asked.WHERE: r"在哪(?![些几个次年天月种类项])|哪里|哪儿|什么地方",
    Asked.WHY: r"为什么|为何|原因|理由|为啥|凭什么",
    Asked.HOW: (
        r"怎么|怎样|如何|[做干]些?什么|要求(?=[？?]?$)|有什么(?:安排|内容|动作)"
        r"|举措|措施|办法|做法|抓手|路径|靠什么|通过什么|咋"
    ),
}
_PERSON = r"(?:长|任|人|员|书记)[:：][一-鿿]{2,4}"
_TIME = (
    r"\d{4}\s?年|\d{1,2}\s?月|年底|年内|月底|季度|[一二三四]季|期间|“十[一二三四五]五”|以前|之前|之日起"
    r"|[后时][，,]?(?:即(?![使将])|方可)"
)
_OFFERS = {
    Asked.NAME: _PERSON,
    Asked.ROLE: rf"{_PERSON}|(?:长|主任|书记|人|领导)(?:任|担任|为|作为|兼任|是)",
    Asked.MONEY: r"\d[\d.]{0,12}\s?(?:万|亿|千)?元"
    r"|(?<![一二三四五六七八九十百千])[一二三四五六七八九十百千]+(?:万|亿)?元",
    Asked.HOW_OFTEN: (
        r"每(?:半|双|两|[一二三四五六七八九十\d]{0,3})(?:个)?(?:年|季|月|周|日|天)|[一两](?:年|季|月|周)一|按[年季月周]"
        r"|(?:半年|季度|月度|年度)[一两]?次"
    ),
    Asked.DAYS: r"(?:\d|[一二三四五六七八九十两])\s?个?(?:工作日|小时|[日天]内|天)",
    Asked.TERM: (
        rf"{_TIME}|(?<!\d)\d{{1,3}}\s?(?:年(?![底末初级])|个月|个?工作日|[日天]内)"
        r"|[一二三四五六七八九十两]{1,3}(?:年内|个月|个?工作日|[日天]内|个年度)"
    ),
    Asked.WHEN: _TIME,
    Asked.AMOUNT: (
        r"(?<![\d.])(?!(?:19|20)\d\d(?!\d))\d+(?:\.\d+)?(?![\d.年月日号])"
        r"|(?<![一二三四五六七八九十两百第])[一二三四五六七八九十两百]+(?:个|项|家|幢|座|栋|条|类|名|成|倍|次)"
    ),
    Asked.LIST: r"、",
    Asked.WHY: r"^为(?:了|进一步)?|由于|因为|以便|从而|制定本|特制定",
    Asked.HOW: r"通过|建立|依托|打造|成立|组建|搭建|推动|开展|实施|制定|鼓励|支持|引入|推行|采取|加强|落实|采用|纳入"
    r"|追回|追缴|收回|取消|不予|撤销|责令|移送|通报",
    Asked.WHO: (
        r"[市区县省各][一-鿿]{1,10}(?:委|局|办|部|室|中心|政府|协会|院)|部门|单位|公司|街道|街镇|各镇|属地|区|领导|[区市]长|小组|主体"
        r"|业主|商会|机构|专班|负责人|书记|代表|干部|人员|成员"
    ),
    Asked.WHERE: (
        r"设[在立于]|位于|地址"
        r"|(?:在|向|至|往|到)[一-鿿（）]{2,14}(?:区|路|街|镇|局|委|办|园|谷|城|岛|中心|街道|带|群|场所|口岸|基地|[港村店馆站])"
    ),
}
_ROLE = re.compile(r"副?总?(?:组长|局长|区长|市长|主任|书记|召集人|负责人|联系人|会长)")
_BODY = re.compile(
    r"哪(?:个|家|所|一家)[一-鿿]{0,4}?(公司|银行|出版社|大学|学校|学院|研究院|医院|集团|酒店|街道|协会|商会)"
)
_VAGUELY = re.compile(r"定期|适时|常态化|经常|及时")
_LONG_LIST = 4
_ALL_AMOUNTS = 1.5
_MANY_WAYS = 2
_ITEM = re.compile(r"、|等(?!级|候)|[一二三四]是|》[和及]?《")
_QUESTION_PATTERNS = {asked: re.compile(pattern) for asked, pattern in _QUESTIONS.items()}
_OFFER_PATTERNS = {asked: re.compile(pattern) for asked, pattern in _OFFERS.items()}
_DEFINITE = frozenset(
    {
        Asked.NAME,
        Asked.ROLE,
        Asked.MONEY,
        Asked.HOW_OFTEN,
        Asked.DAYS,
        Asked.TERM,
        Asked.WHEN,
        Asked.AMOUNT,
        Asked.WHERE,
    }
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The kinds of thing that a question asks for, most definite first, and the office whose holder it asks for."""

    kinds: tuple[Asked, ...]
    role: str = ""
    measure: int | None = None
    """What an amount is asked for in (`measure_of`)."""
    body: str = ""
    """The kind of body that is asked for by name: 公司 of 哪家公司."""
    several: int = 0
    """How many amounts are asked for at once; 0 where the question does not say."""

    def asks(self, *kinds: Asked) -> bool:
        """Whether one of these kinds is asked for."""
        return not set(kinds).isdisjoint(self.kinds)

    def offered(self, text: str) -> float:
        """How much of what is asked for `text` offers, 0 to 1; the holder of an office written out counts double."""
        rich = sum(self._richness(kind, text) for kind in self.kinds) / len(self.kinds)
        return _holds(self.role, text) + rich + (_ALL_AMOUNTS if self.has_all_amounts(text) else 0)

    def has_all_amounts(self, text: str) -> bool:
        """Whether several amounts are asked for and `text` has exactly so many of one unit."""
        return bool(self.several and amounts_of_one_unit(text, self.several))

    def keeps(self, part: str, whole: str) -> bool:
        """Whether a part of a text offers what the whole offers."""
        return self.kept(part) == self.kept(whole) and self.has_all_amounts(part) == self.has_all_amounts(whole)

    def kept(self, text: str) -> tuple[Asked, ...]:
        """The kinds that `text` offers, be it vaguely."""
        return (*(kind for kind in self.kinds if self._offers(kind, text)), *self.vague(text))

    def lacking(self, text: str) -> tuple[Asked, ...]:
        """The definite kinds (a name, a sum, a time, a number) that are asked for and that `text` does not offer,
        not even vaguely (定期); how many things a list has is counted, not looked for.
        """
        listed = self.asks(Asked.LIST) and "、" in text
        missing = [kind for kind in self.kinds if self._is_definite(kind) and not self._offers(kind, text)]
        vague = self.vague(text)
        return tuple(kind for kind in missing if kind not in vague and not (listed and kind is Asked.AMOUNT))

    def vague(self, text: str) -> tuple[Asked, ...]:
        """The kinds that `text` offers only in general words: 定期 where a frequency is asked for."""
        said = self.asks(Asked.HOW_OFTEN) and not self._offers(Asked.HOW_OFTEN, text) and _VAGUELY.search(text)
        return (Asked.HOW_OFTEN,) if said else ()

    def _is_definite(self, kind: Asked) -> bool:
        return kind in _DEFINITE or (kind is Asked.WHO and bool(self.body))

    def _offers(self, asked: Asked, text: str) -> bool:
        """Whether `text` holds a thing of the kind that is asked for; kinds without a form are always offered."""
        if asked is Asked.AMOUNT and self.measure is not None:
            return has_amount(self.measure, text)
        if asked is Asked.WHO and self.body:
            return self.body in text
        pattern = _OFFER_PATTERNS.get(asked)
        return pattern is None or pattern.search(text) is not None

    def _richness(self, asked: Asked, text: str) -> float:
        """As `_offers`, but an enumeration is the richer the longer it is."""
        if asked is Asked.LIST:
            return min(1.0, max(_ITEM.subn("", clause)[1] for clause in re.split(r"[，,；;。]", text)) / _LONG_LIST)
        if asked is Asked.HOW:
            return min(1.0, len(_OFFER_PATTERNS[asked].findall(text)) / _MANY_WAYS)
        return float(self._offers(asked, text))


def question_to_wanted(question: str) -> Wanted:
    """What a question asks for; TEXT where nothing definite is recognised."""
    kinds = tuple(asked for asked, pattern in _QUESTION_PATTERNS.items() if pattern.search(question))
    role = _ROLE.search(question) if {Asked.NAME, Asked.ROLE}.intersection(kinds) else None
    body = _BODY.search(question) if Asked.WHO in kinds else None
    return Wanted(
        kinds or (Asked.TEXT,),
        role[0] if role else "",
        measure_of(question),
        body[1] if body else "",
        several_asked(question) if Asked.AMOUNT in kinds else 0,
    )


def _holds(role: str, text: str) -> float:
    """4 where the holder of an office is named (组长：张崇波; the deputy's is another office), 1 for 区长任组长."""
    escaped = re.escape(role)
    if not role:
        return 0.0
    if re.search(rf"(?<!副){escaped}[:：]", text):
        return 4.0
    return 1.0 if re.search(rf"(?:任|担任|为|作为){escaped}", text) else 0.0
