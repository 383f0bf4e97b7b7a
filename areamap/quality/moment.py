"""Everything that is found at one moment, from the publications in force at it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Final

from pandas import DataFrame

from areamap.measures.basis import Ground, ground
from areamap.measures.counted import Register
from areamap.measures.findings import Check, Found, Severity
from areamap.measures.freshness import freshness
from areamap.measures.reach import Reach, reach
from areamap.places import authorities, gazetteer, hierarchy
from areamap.places.groupings import Groupings
from areamap.places.levels import Level
from areamap.quality.figures import Held, Ledger, found_in, held_against
from areamap.quality.gathering import changed, checked
from areamap.quality.links import Links
from areamap.quality.world import World
from areamap.registers import definitions
from areamap.store import Publication

PUBLISHED: Final = "published"
"""Id of the register of published figures."""

_WORST: Final = {str(severity): place for place, severity in enumerate(Severity)}
_ORDER: Final = {str(check): place for place, check in enumerate(Check)}


@dataclass(frozen=True, slots=True)
class Moment:
    """
    What the checks look at; two are the same where they would find the same.

    Attributes
    ----------
    is_sample
        Whether it is the sample world.
    key
        What is in force.
    day
        The day on which records have to stand.
    groupings
        Clusters, regions and zones.
    world
        The publications.
    """

    is_sample: bool
    key: tuple[tuple[str, int], ...]
    day: date
    groupings: Groupings
    world: World = field(compare=False)


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """
    What was found at a moment.

    Attributes
    ----------
    found
        Every finding, worst first.
    held
        Every published figure that has a place, held against the registers.
    ages
        As `measures.freshness.freshness` gives them for the country.
    reach_of
        Gives what a place reaches, by its code.
    """

    found: tuple[Found, ...]
    held: tuple[Held, ...]
    ages: DataFrame
    reach_of: Callable[[str], Reach]


def seen(moment: Moment, rows_of: Callable[[Publication], DataFrame]) -> Seen:
    """Return everything that is found at a moment."""
    world = moment.world
    registers = {
        name: Register(rows_of(each), each.created_at.astimezone().date())
        for name, each in world.in_force.items()
    }
    under = _ground(registers)
    reach_of = cache(lambda code: _reach(code, moment, under))
    money = {name: definitions.load(name).money for name in registers}
    held: list[Held] = []
    if PUBLISHED in registers:
        ledger = Ledger(registers, under, reach_of, money, moment.day)
        held = held_against(registers[PUBLISHED].rows, ledger)
    found = found_in(held) + changed(world, rows_of)
    found += checked(registers, under, money, moment.day)
    ages = _ages(registers, Links(world, rows_of), moment.day)
    return Seen(tuple(sorted(found, key=_rank)), tuple(held), ages, reach_of)


def _ages(registers: dict[str, Register], links: Links, today: date) -> DataFrame:
    rows = {name: register.rows for name, register in registers.items()}
    return freshness(rows, {name: links.supplied_on(name) for name in rows}, today)


def _rank(found: Found) -> tuple[object, ...]:
    return _WORST[found.severity], _ORDER[found.check], found.register, found.area_code or ""


def _ground(registers: dict[str, Register]) -> Ground:
    tambons = gazetteer.areas(Level.TAMBON).index
    register = registers.get("authority")
    if register is None:
        return ground(authorities.pieces(None, tambons))
    rows = register.rows[register.rows["status"] == "matched"]
    return ground(authorities.pieces(rows, tambons), authorities.seat(rows))


def _reach(code: str, moment: Moment, under: Ground) -> Reach:
    area = hierarchy.find_area(code, moment.groupings, moment.day)
    tambons = hierarchy.tambons_of(area.code, moment.groupings, moment.day)
    levels = {
        str(level): hierarchy.membership(level, moment.groupings, moment.day) for level in Level
    }
    return reach(area.code, tambons, levels, under)
