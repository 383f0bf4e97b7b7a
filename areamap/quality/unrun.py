"""Which checks can't run, because registers that they need are not in force."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from areamap.measures.closed_years import YEARLY
from areamap.measures.cross_checks import SPOKEN
from areamap.measures.findings import Check

_EACH: Final[Mapping[Check, tuple[str, ...]]] = {
    Check.PUBLISHED: ("published",),
    Check.COUNCIL_BEFORE_ACT: ("council",),
    Check.DISSOLVED_FIRST: ("council",),
    Check.TWO_COUNCILS: ("council",),
    Check.MEMBERS_OVER_PEOPLE: ("fund", "population"),
    Check.UNKNOWN_AUTHORITY: ("authority",),
    Check.ONLY_IN_ONE: ("council",),
}
"""Registers of which a check needs each."""

_ONE: Final[Mapping[Check, tuple[str, ...]]] = {
    Check.CLOSED_YEAR: tuple(YEARLY),
    Check.ONLY_IN_ONE: SPOKEN[1:],
}
"""Registers of which a check needs one at least; the others run on whatever is in force."""


@dataclass(frozen=True, slots=True)
class Unrun:
    """
    A check that can't run, or not in full.

    Attributes
    ----------
    check
        Which.
    registers
        Ids of the registers that it wants.
    is_one_enough
        Whether one of them would do.
    """

    check: Check
    registers: tuple[str, ...]
    is_one_enough: bool = False


def unrun(in_force: Collection[str]) -> list[Unrun]:
    """
    Return the checks that can't run, in the order in which checks are shown.

    That they find nothing says nothing of the data.

    Parameters
    ----------
    in_force
        Ids of the registers in force, of one world.
    """
    found = []
    for check in Check:
        wanted = tuple(name for name in _EACH.get(check, ()) if name not in in_force)
        one_of = _ONE.get(check, ())
        if wanted:
            found.append(Unrun(check, wanted))
        elif one_of and not set(one_of) & set(in_force):
            found.append(Unrun(check, one_of, is_one_enough=True))
    return found
