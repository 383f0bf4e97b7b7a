"""Every check over every register of one world."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise
from typing import Final

from pandas import DataFrame, Series

from areamap.measures import council_checks, cross_checks, fund_checks, place_checks
from areamap.measures.basis import Basis, Ground
from areamap.measures.closed_years import YEARLY, Edition, changed_years
from areamap.measures.counted import Register
from areamap.measures.findings import Found
from areamap.measures.population import population
from areamap.measures.states import Theme, standing, states
from areamap.quality.world import World
from areamap.store import Publication

LOOKED_BACK: Final = 10
"""How many publications of a register are looked back on for changes of closed years."""


def checked(
    registers: Mapping[str, Register],
    ground: Ground,
    money: Mapping[str, str | None],
    today: date,
) -> list[Found]:
    """
    Return what the checks find in the registers in force.

    Parameters
    ----------
    registers
        The registers in force, of one world.
    ground
        The pieces of tambons and authorities.
    money
        The main amount of each register.
    today
        The day on which records have to stand.
    """
    rows = {name: register.rows for name, register in registers.items()}
    found: list[Found] = []
    for name, own in rows.items():
        found += place_checks.waiting(name, own, money.get(name))
        found += place_checks.retired_codes(name, own)
    if "council" in registers:
        found += _of_councils(registers["council"], ground, today)
    if {"fund", "population"} <= set(registers):
        found += _of_funds(registers["fund"], rows["population"], ground, today)
    if "population" in rows:
        found += cross_checks.uncounted_people(rows["population"])
    found += cross_checks.unknown_authorities(rows, rows.get("authority"))
    found += cross_checks.silent_provinces(rows)
    if "council" in registers:
        found += cross_checks.without_council(rows, _states(registers["council"], ground, today))
    return found


def changed(world: World, rows_of: Callable[[Publication], DataFrame]) -> list[Found]:
    """
    Return what changed in closed fiscal years, from each publication of a register to the next.

    Only the last `LOOKED_BACK` publications of a register are looked at.

    Parameters
    ----------
    world
        The publications.
    rows_of
        Gives the rows of one.
    """
    found = []
    for register, editions in world.editions.items():
        if register in YEARLY:
            for after, before in pairwise(editions[: LOOKED_BACK + 1]):
                pair = (_edition(each, rows_of) for each in (before, after))
                found += changed_years(register, *pair)
    return found


def _of_councils(register: Register, ground: Ground, today: date) -> list[Found]:
    rows = register.rows
    stood = _standing(Theme.COUNCIL, register, today)
    return [
        *council_checks.council_before_act(rows),
        *council_checks.dissolved_first(rows),
        *council_checks.two_councils(rows, stood, ground),
    ]


def _of_funds(
    register: Register, population_rows: DataFrame, ground: Ground, today: date
) -> list[Found]:
    people = population(population_rows, ground, Basis.TAMBON)["population"]
    by_unit = fund_checks.people_of_units(people, ground)
    stood = _standing(Theme.FUND, register, today)
    return fund_checks.members_over_people(register.rows, stood, by_unit)


def _standing(theme: Theme, register: Register, today: date) -> Series:
    return standing(theme, register.rows, as_of=today, published_on=register.published_on)


def _states(register: Register, ground: Ground, today: date) -> Series:
    found = states(
        Theme.COUNCIL,
        register.rows,
        ground,
        Basis.TAMBON,
        as_of=today,
        published_on=register.published_on,
    )
    return found["state"]


def _edition(publication: Publication, rows_of: Callable[[Publication], DataFrame]) -> Edition:
    day = publication.created_at.astimezone().date()
    return Edition(publication.id, day, publication.note, rows_of(publication))
