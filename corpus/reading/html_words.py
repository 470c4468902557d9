"""The words of an element of a web page as a reader sees them: navigation, hidden and struck words left out.

Knows elements, no lines and no tables.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from corpus.quoting import compact
from corpus.reading.characters import raised

BLOCK = re.compile(
    "address|article|blockquote|body|caption|center|dd|div|dl|dt|fieldset|figcaption|figure|h[1-6]|header|hr|li|main|ol"
    "|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
_SKIPPED = re.compile(
    "script|style|button|select|option|textarea|iframe|noscript|template|svg|math|head|audio|video|canvas|rt|rp"
)
_FURNITURE = re.compile("nav|aside|footer|form|object|dialog|menu")
_NAMED = re.compile("div|ul|ol|section|header|td")
_NAVIGATION = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|foot|footer|breadcrumbs?|crumbs?|sidebar|share|login|search|toolbar|pagination|pager"
    r"|copyright|skip)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|font-size\s{0,3}:\s{0,3}0(?![.\d])", re.IGNORECASE
)
_STRUCK = re.compile(r"text-decoration[\w-]{0,8}\s{0,3}:[^;]{0,40}line-through", re.IGNORECASE)
_RULE = re.compile(r"\.([\w-]{1,40})\s{0,5}\{([^{}]{0,600})\}")
_RAISED = re.compile(r"vertical-align\s{0,3}:\s{0,3}super", re.IGNORECASE)
_BUTTON = re.compile(
    r"[【\[（(]?(?:打印(?:本页|此页|正文)?|关闭(?:窗口|本页|此页)?|收藏(?:本页)?|分享到?[:：]?|下载(?:文字|图片|[Ww]ord|PDF|pdf)版?"
    r"|返回(?:顶部|首页|列表)|字[号体][:：]?(?:\[?[大中小]\]?){2,3}|(?:浏览|阅读|点击)(?:次数|量)[:：]?[\d-]*)[】\]）)]?"
)
"""What one clicks on a page, and how often it was looked at."""
_WHEREABOUTS = re.compile(r"[^。，]{0,6}位置\s{0,3}[：:][^。]{0,150}")
_SAYING_WHERE = frozenset({"div", "p", "ul", "span"})
_CLICKED = frozenset({"div", "p", "span", "a", "li", "button"})
_SPACE = re.compile(r"[ \t\r\n\f\v\xa0]+")
_MOST_LINKS = 3
_LINKED_SHARE = 0.8


class Words:
    """Reads elements; `struck` holds the words that were left out because they are struck through. `styles` are the
    style sheets in the page, of which rules for a class are known.
    """

    def __init__(self, styles: str = "") -> None:
        self.struck: list[str] = []
        rules = _RULE.findall(styles)
        self._struck_classes = {name for name, rule in rules if _STRUCK.search(rule)}
        self._hidden_classes = {name for name, rule in rules if _HIDDEN.search(rule)}

    def of(self, element: HtmlElement) -> str:
        """The words of an element on one line, without those of tables in it."""
        return _SPACE.sub(" ", "".join(self._inside(element))).strip()

    def is_skipped(self, element: HtmlElement) -> bool:
        """Whether an element is no part of the document; struck words are remembered."""
        classes = set((element.get("class") or "").split()) if isinstance(element.tag, str) else set()
        if is_struck(element) or classes & self._struck_classes:
            words = compact(plain(element))
            self.struck += [words] if words else []
            return True
        return bool(classes & self._hidden_classes) or _is_aside(element)

    def raised(self, element: HtmlElement) -> str | None:
        """What raised words are in plain text; None for words that are not raised."""
        is_raised = element.tag == "sup" or _RAISED.search(element.get("style", ""))
        return raised(self.of(element)) if is_raised and len(element.text_content()) <= _LONGEST_RAISED else None

    def _inside(self, element: HtmlElement) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            if not self.is_skipped(child) and child.tag != "table":
                up = self.raised(child)
                apart = " " if child.tag == "br" or BLOCK.fullmatch(child.tag) else ""
                yield apart
                yield from [up] if up is not None else self._inside(child)
                yield apart
            yield child.tail or ""


_LONGEST_RAISED = 12


def is_struck(element: HtmlElement) -> bool:
    """Whether an element is struck through."""
    if not isinstance(element.tag, str):
        return False
    return element.tag in {"del", "s", "strike"} or _STRUCK.search(element.get("style", "")) is not None


def _is_aside(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or _SKIPPED.fullmatch(element.tag) or is_furniture(element):
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if element.get("role") == "navigation" or _HIDDEN.search(element.get("style", "")):
        return True
    words = plain(element) if element.tag in _SAYING_WHERE | _CLICKED else ""
    if element.tag in _SAYING_WHERE and _WHEREABOUTS.fullmatch(words):
        return True
    if element.tag in _CLICKED and _BUTTON.fullmatch(compact(words)):
        return True
    return _NAMED.fullmatch(element.tag) is not None and _is_link_list(element)


def is_furniture(element: HtmlElement) -> bool:
    """Whether an element is by its tag or its name what stands around a document: navigation, search, foot."""
    if _NAMED.fullmatch(element.tag):
        return _NAVIGATION.search(f"{element.get('class', '')} {element.get('id', '')}") is not None
    return _FURNITURE.fullmatch(element.tag) is not None


def _is_link_list(element: HtmlElement) -> bool:
    """Whether nearly all words of an element are links, none of them to an attachment."""
    links = [compact(plain(link)) for link in element.iter("a")]
    if len(links) < _MOST_LINKS or any("附件" in link for link in links):
        return False
    return sum(map(len, links)) > len(compact(plain(element))) * _LINKED_SHARE


def plain(element: HtmlElement) -> str:
    """All words in an element on one line, seen or not."""
    return _SPACE.sub(" ", " ".join(str(text) for text in element.itertext() if text.strip())).strip()
