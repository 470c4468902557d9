"""What happens to text on its way through many hands: lines cut and joined, cells doubled, digits swapped, odd signs.

Each damage takes a text (of a file, a cell, a paragraph) and gives another; dice decide where.
"""

import re

SIGNS = (
    *map(chr, (0, 1, 7, 8, 11, 12, 13, 27, 31, 127, 0x85, 0xA0, 0xAD)),
    *"\u061c\u200b\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202e\u2066\u2067\u2069\ufeff\ufffd\ufffe",
    *"\u0301\u20dd\u3099\ufe0f\U000e0100",
    *"𠮷𪚥𝟗𝟙🏢🄰🀄\U000f0000",
    *"١٢٣४৫๖５㈠㊀⓵⒈Ⅻ½㎡㎞㍿",
    "\ud800",
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NUMBERS = "0|00|-5|1e9|0.0000001|1.2.3|1,2,3|3/0|100%%|５０|一百二十|二〇二七|∞|NaN|1~|2027-13-45|" + "9" * 400
_GAP = re.compile(r"(?<=\S)(\t| {1,3}|\|)(?=\S)")
_OPEN = (
    "（",
    "〔",
    "“",
    "《",
    "(",
    "[",
    "【",
    "<",
    "一、",
    "（一）",
    "1.",
    "1.1.",
    "第一章",
    "附件",
    "、",
    "和",
    "：",
    "。",
)


def damaged_lines(text, dice):
    """The text with one of the damages of this module."""
    lines = (joined, cut, doubled_cells, swapped_cells)
    return dice.choice((*lines, swapped_digits, other_numbers, signed, long_line, nested))(text, dice)


def joined(text, dice):
    """Some lines run on into the next."""
    lines = text.split("\n")
    share = dice.choice((0.05, 0.3, 1))
    return "".join(line + ("" if dice.random() < share else "\n") for line in lines)


def cut(text, dice):
    """Lines broken where they were not, now and then all of them at the same width."""
    if dice.random() < 0.3:
        width = dice.choice((1, 2, 7, 20, 38))
        return "\n".join(line[at : at + width] for line in text.split("\n") for at in range(0, len(line) or 1, width))
    share = dice.choice((0.005, 0.05, 0.3))
    ends = ("\n", "\n", "\n\n", "\r\n", "\n\u3000\u3000", "-\n", "\n— 3 —\n")
    return "".join(character + (dice.choice(ends) if dice.random() < share else "") for character in text)


def doubled_cells(text, dice):
    """What stands between two gaps of a line stands there twice, or many times."""
    times = dice.choice((2, 2, 3, 60))
    return _in_some_lines(text, dice, lambda cells: [one for one in cells for _ in range(dice.choice((1, times)))])


def swapped_cells(text, dice):
    """The cells of some lines in another order, some lost."""
    return _in_some_lines(text, dice, lambda cells: dice.sample(cells, dice.randint(1, len(cells))))


def swapped_digits(text, dice):
    """Digits of numbers in another order, or those of one number in another's place."""
    return _NUMBER.sub(lambda found: "".join(dice.sample(found[0], len(found[0]))), text)


def other_numbers(text, dice):
    """Some numbers as nobody would print them."""
    share = dice.choice((0.02, 0.2, 1))
    return _NUMBER.sub(lambda found: dice.choice(_NUMBERS.split("|")) if dice.random() < share else found[0], text)


def signed(text, dice):
    """Control characters, signs of other planes, marks that turn the direction, digits of other scripts."""
    share = dice.choice((0.001, 0.02, 0.3))
    return "".join(one + (dice.choice(SIGNS) if dice.random() < share else "") for one in text)


def long_line(text, dice):
    """A piece of the text many times over, in one line."""
    at = dice.randrange(len(text) + 1)
    piece = text[at : at + dice.choice((1, 3, 12, 60, 300))].replace("\n", "") or "、"
    return text[:at] + piece * (dice.choice((3_000, 20_000)) // len(piece)) + text[at:]


def nested(text, dice):
    """Something opened a thousand times, and closed as often or never."""
    at, depth = dice.randrange(len(text) + 1), dice.choice((30, 1_000))
    sign = dice.choice(_OPEN)
    close = {"（": "）", "〔": "〕", "“": "”", "《": "》", "(": ")", "[": "]", "【": "】", "<": ">"}.get(sign, "")
    inside = text[at : at + 20]
    return text[:at] + (sign + dice.choice(("", "\n"))) * depth + inside + close * dice.choice((0, depth)) + text[at:]


def _in_some_lines(text, dice, change):
    """The text with the cells of some of its lines changed; what has no gap is cut at its commas."""
    lines = text.split("\n")
    share = dice.choice((0.05, 0.3, 1))
    for at, line in enumerate(lines):
        parts = _GAP.split(line) if _GAP.search(line) else re.split("([，、；])", line)
        if len(parts) > 2 and dice.random() < share:
            lines[at] = parts[1].join(change(parts[::2]))
    return "\n".join(lines)
