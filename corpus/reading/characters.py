"""Characters as they are meant: the one place where what a file prints is mended before anything else reads it.

Radicals and compatibility forms become the characters they look like, full-width letters and digits plain ones, and
the mark of a note never stands beside a number. Lines stay lines. Knows no files and no documents.
"""

import re
import unicodedata
from html import unescape

_RADICALS = dict(
    zip(
        "⺁⺄⺇⺈⺋⺌⺍⺗⺟⺠⺡⺢⺣⺥⺧⺩⺬⺮⺯⺶⺷⺸⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂乙几刀卩小小心母民水水火爪牛王示竹糸羊羊羊肉臼艹艹艹虎衤西西见角讠贝足车辶辶辶阝钅長镸长门阜雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)
_COMPATIBILITY = "\u2f00-\u2fdf\uf900-\ufad9"
_WIDE = "０-９Ａ-Ｚａ-ｚ"
_HYPHENS = {"\x02": "-", "\ufffe": "-"}
_ODD = re.compile(f"[{''.join(_RADICALS)}{_COMPATIBILITY}{_WIDE}{''.join(_HYPHENS)}\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\uffff]")
"""Characters of no text, save those that break lines and pages."""
_WIDE_NUMBER = re.compile(r"(?<=[０-９])(?:，(?=[０-９]{3}(?![０-９]))|．(?=[０-９]))")
_SEPARATORS = {"，": ",", "．": "."}

_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#[xX][\dA-Fa-f]{2,4});")
"""What a text copied from the source of a page still has in place of a character (&emsp;, &ldquo;)."""
_BULLET = re.compile(r"(?m)^([ \t\u3000]*)(?:[\uf000-\uf0ff][ \t]*)+(?![\d\uf000-\uf0ff \t])")

_SMALL = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"
_TO_SMALL = str.maketrans("0123456789-−－", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻")
_SMALL_MARK = re.compile(rf"(?<=[^\sA-Za-zμΩ米{_SMALL}])(?<![×xX*·]10)(?<![×xX*·]\s10)[{_SMALL}]{{1,3}}(?![{_SMALL}])")
_MARK_IN_NUMBER = re.compile(r"(?<=\d)(?:[①-⑳]|[\[〔［【]注?\d{1,2}[\]〕］】])(?=[%％\u4e00-\u9fff])(?!号)")
_DIGITS = re.compile(r"[-−－]?\d{1,3}")
_NOTE = re.compile(r"[\[〔【(（]?[\s\d,，、*＊†‡①-⑳❶-❿注-]{1,10}[\]〕】)）]?")


def mend(text: str) -> str:
    """`text` as it is meant; it has as many lines as before. Characters of no text are shown to be unreadable (U+FFFD).

    >>> mend("⽅⼭市⺠政局２０２７年建成１，０２０个，12¹个，26km²")
    '方山市民政局2027年建成1,020个，12个，26km²'
    """
    if text.isascii() and not _CONTROLS.search(text) and "&" not in text:
        return text
    text = _ENTITY.sub(lambda match: unescape(match[0]).replace("\n", " "), text) if "&" in text else text
    plain = _WIDE_NUMBER.sub(lambda match: _SEPARATORS[match[0]], text)
    plain = _joined(plain) if _ODD.search(plain) else plain
    plain = _BULLET.sub(r"\1", plain)
    plain = _MARK_IN_NUMBER.sub("", _SMALL_MARK.sub("", _ODD.sub(lambda match: _mend(match[0]), plain)))
    return _CONTROLS.sub(lambda match: " " if match[0] == "\v" else "\ufffd", plain)


def raised(text: str) -> str:
    """What words printed raised are in plain text: small digits (km², 10⁴), which `mend` drops where they can only be
    the mark of a note; nothing for any other mark; all other words as they are.

    >>> raised("2"), raised("[12]"), raised("①"), raised("TM")
    ('²', '', '', 'TM')
    """
    words = "".join(text.split())
    if _DIGITS.fullmatch(words):
        return words.translate(_TO_SMALL)
    return "" if _NOTE.fullmatch(words) else text


def _joined(text: str) -> str:
    """Halves of characters (surrogates) joined; a lone one becomes U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _mend(character: str) -> str:
    plain = _RADICALS.get(character) or _HYPHENS.get(character)
    return plain or unicodedata.normalize("NFKC", character)
