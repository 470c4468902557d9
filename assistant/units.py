"""Which printed names mean the unit that was asked for. Knows the register of each document, no tasks."""

import re
import unicodedata
from collections.abc import Iterable

from corpus.document import Document
from corpus.facts import Facts, Library
from corpus.quoting import compact
from corpus.task import Role, Task

UnitNames = dict[str, frozenset[str]]
"""Per document id, the folded names that mean the unit; no entry where the document has no such unit."""

_LEVELS = ("国家", "省", "市", "区", "县", "镇")
_BRACKETED = re.compile(r"^([^()<>〈〉]{1,40})[(<〈]([^()<>〈〉]{1,40})[)>〉]$")


def unit_names(library: Library, unit: str, documents: Iterable[str] = ()) -> UnitNames:
    """The names by which each document calls `unit`.

    A name counts where it equals what was asked, an alias of the register, or either without the name of the place
    (青浦区商务委 or 商务委 for 区商务委). A part of a longer name never counts (区府办 is not in 区府办公室).
    """
    found = {}
    for document_id in tuple(documents) or tuple(library.documents):
        document = library.document(document_id)
        names = _names_in(document, library.facts[document.id], unit)
        if names:
            found[document.id] = names
    return found


def folded_forms(name: str) -> set[str]:
    """A name, folded; a name with another in brackets (区财政局（区国资办）) also as each of the two."""
    folded = compact(unicodedata.normalize("NFKC", name))
    match = _BRACKETED.match(folded)
    return {folded, match[1], match[2]} if match else {folded}


def group_members(facts: Facts, name: str) -> tuple[str, ...]:
    """The units of a group (各行业主管部门) where the document says who they are; empty otherwise."""
    asked = name.removeprefix("各").removeprefix("相关")
    for definition in facts.definitions:
        if definition.members and definition.term.removeprefix("各") == asked:
            return definition.members
    return ()


def plays(task: Task, names: frozenset[str], role: Role) -> bool:
    """Whether a unit with these folded names has this role in the task."""
    units = {Role.LEAD: task.lead_units, Role.RESPONSIBLE: task.responsible_units, Role.ANY: task.units}[role]
    return any(not names.isdisjoint(folded_forms(unit)) for unit in units)


def _names_in(document: Document, facts: Facts, unit: str) -> frozenset[str]:
    asked = folded_forms(unit) | _without_place(document, unit)
    asked |= {level + name for name in asked for level in _LEVELS if not name.startswith(_LEVELS)}
    names = set(_printed_forms(facts) & asked)
    for registered in facts.units:
        forms = {form for name in (registered.name, *registered.aliases) for form in folded_forms(name)}
        if forms & asked:
            names |= forms
    return frozenset(names)


def _printed_forms(facts: Facts) -> set[str]:
    printed = {unit for task in facts.tasks for unit in task.units}
    return {form for unit in printed for form in folded_forms(unit)}


def _without_place(document: Document, unit: str) -> set[str]:
    """`unit` with the name of the document's place shortened to its level: 青浦区商务委 -> 区商务委."""
    folded = compact(unicodedata.normalize("NFKC", unit))
    places = [place for place in document.regions if folded.startswith(place) and len(folded) > len(place)]
    return {place[-1:] * place.endswith(_LEVELS) + folded[len(place) :] for place in places}
