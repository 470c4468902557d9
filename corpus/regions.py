"""How people call the place that a document says it is of. Knows the endings of place names, no place."""

import re
from functools import lru_cache

_SUFFIX = re.compile(
    r"(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治[州县旗]|(?<=^..)州|新区|自贸区|开发区|高新区|省|市|地区|盟|区|县|旗|街道|镇|乡)$"
)
_ABOVE = re.compile(r"^.{2,8}?(?:自治区|自治州|地区|[省市盟])(?=.{2})")
"""The province or city that a longer name begins with."""
_SHORTEST = 2


def short_name(name: str) -> str:
    """A place name without its 市, 区, 县…; the name itself where less than two characters would remain.

    >>> short_name("昆山市"), short_name("广西壮族自治区"), short_name("吴县"), short_name("昌安州"), short_name("苏州")
    ('昆山', '广西', '吴县', '昌安', '苏州')
    """
    bare = _SUFFIX.sub("", name)
    return bare if len(bare) >= _SHORTEST else name


@lru_cache(maxsize=1024)
def region_forms(region: str) -> tuple[str, ...]:
    """What a place is called by, as it is best shown first.

    >>> region_forms("海州市云泽区")
    ('云泽', '云泽区', '海州市云泽区', '海州云泽')
    >>> region_forms("澜州市")
    ('澜州', '澜州市')
    """
    own, above = region, ""
    while match := _ABOVE.match(own):
        own, above = own[match.end() :], match[0]
    joined = short_name(above) + short_name(own) if above else own
    return tuple(dict.fromkeys((short_name(own), own, region, joined)))
