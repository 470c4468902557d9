"""The unit register: which printed names of one document stand for one organisation.

Certain: the same name with other brackets or width. Inferred: an abbreviation that fits exactly one longer name.
Groups (各镇, 行业主管部门) are kept, never merged with one another.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from corpus.document import Document, Paragraph
from corpus.extraction.similarity import is_subsequence
from corpus.extraction.unit_names import is_group, unit_key
from corpus.facts import Unit
from corpus.quoting import compact

_IN_TEXT = re.compile(
    r"(?<![\u4e00-\u9fff])[市区县省](?!域|内|级|外|政府各|各)[\u4e00-\u9fff]{1,16}?(?:局|委|办|厅|中心|办公室|委员会|分局|工商联|管委会)"
    r"(?=[、，。；：:（）〈<〉>]|负责|牵头|$)"
)
_SUFFIXES = ("公司", "镇", "街道", "乡", "街道办事处", "镇人民政府")
_BRACKET = re.compile(r"^([^()]{2,30})\(([^()]{2,20})\)$")
_QUOTES = re.compile(r"[“”\"‘’]")
_SHORTENED = (("办公室", "办"), ("委员会", "委"))


def units_in_text(document: Document) -> list[str]:
    """Names of single units that stand in lists of the running text, each once, in printed order."""
    paragraphs = (block.text for block in document.blocks if isinstance(block, Paragraph))
    return list(dict.fromkeys(name for text in paragraphs for name in _IN_TEXT.findall(compact(text))))


def names_to_units(document_id: str, names: Iterable[str]) -> list[Unit]:
    """The register over all names seen; `name` is the fullest printing, in the order of first mention."""
    printings: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        if name not in printings[unit_key(name)]:
            printings[unit_key(name)].append(name)
    single = [key for key in printings if not is_group(printings[key][0])]
    parents = {key: parent for key in single if (parent := _parent(key, single))}
    members: defaultdict[str, list[str]] = defaultdict(list)
    for key in printings:
        members[_root(key, parents)].append(key)
    return [_unit(document_id, root, keys, printings) for root, keys in members.items()]


def canonical_names(units: Iterable[Unit]) -> dict[str, str]:
    """Every printed name of the register to the canonical one."""
    return {name: unit.name for unit in units for name in (unit.name, *unit.aliases)}


def _unit(document_id: str, root: str, keys: list[str], printings: Mapping[str, list[str]]) -> Unit:
    name, *variants = printings[root]
    inferred = [printed for key in keys if key != root for printed in printings[key]]
    inferred += [part for part in _inside(root)[:2] if part not in inferred and part not in printings]
    return Unit(
        document_id=document_id,
        name=name,
        aliases=(*variants, *inferred),
        inferred=tuple(inferred),
        group=is_group(name),
    )


def _parent(key: str, others: Iterable[str]) -> str | None:
    """The one longer name that `key` abbreviates; None where there is none or more than one."""
    longer = [other for other in others if len(other) > len(key) and _abbreviates(key, other)]
    return min(longer, key=len) if longer and _one_chain(longer) else None


def _one_chain(names: list[str]) -> bool:
    """Whether several longer names are themselves abbreviations of one another."""
    ordered = sorted(names, key=len)
    return all(_abbreviates(short, long) for short, long in pairwise(ordered))


def _root(key: str, parents: Mapping[str, str]) -> str:
    while key in parents:
        key = parents[key]
    return key


def _abbreviates(short: str, long: str) -> bool:
    """新城 of 新城公司; 区财政局 of 区财政局(区国资办); 区建管委 of 区建设管理委."""
    if any(long == short + suffix for suffix in _SUFFIXES) or short in _inside(long):
        return True
    left, right = _plain(short), _plain(long)
    if left == right:
        return True
    return len(left) > 3 and left[0] == right[0] and left[-1] == right[-1] and is_subsequence(left, right)


def _inside(key: str) -> tuple[str, ...]:
    """The names before and in the bracket of 区财政局(区国资办), the inner one also without quotes and region."""
    match = _BRACKET.match(key)
    if match is None or not match.group(2).endswith(("办", "局", "委", "中心", "办公室", "部")):
        return ()
    bare = _QUOTES.sub("", match.group(2))
    return (match.group(1), match.group(2), bare, bare.lstrip("市区县省"))


def _plain(key: str) -> str:
    text = _QUOTES.sub("", key)
    for long, short in _SHORTENED:
        text = text.replace(long, short)
    return text
