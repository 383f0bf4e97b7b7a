"""The local authorities of one province of the sample: อบต., towns, and who covers what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from areamap.places import gazetteer
from areamap.places.levels import Level
from areamap.registers._sample_draws import Draws
from areamap.registers._sample_recipe import Recipe


@dataclass(frozen=True, slots=True)
class Plan:
    """
    What is known of a province before its authorities are drawn.

    Attributes
    ----------
    province_code
        The province.
    tambons
        Its tambons in the order of their codes: code to `name_th`, `name_en`, `district_code`.
    count
        How many authorities it has.
    without_own
        How many tambons have no authority that bears their code.
    upgraded
        How many อบต. became เทศบาลตำบล; None for the share of the recipe.
    """

    province_code: str
    tambons: Mapping[str, Mapping[str, str]]
    count: int
    without_own: int
    upgraded: int | None

    def neighbours(self, code: str) -> list[str]:
        """Return a tambon and the others of its district, from it onwards and round."""
        district = self.tambons[code]["district_code"]
        codes = [one for one, area in self.tambons.items() if area["district_code"] == district]
        at = codes.index(code)
        return codes[at:] + codes[:at]


@dataclass(slots=True)
class _Cover:
    """Who covers what: authority's own tambon (or town's home) -> tambons, homes first."""

    towns: dict[str, list[str]] = field(default_factory=dict)
    own: dict[str, list[str]] = field(default_factory=dict)

    def sharers(self) -> Mapping[str, int]:
        counts: dict[str, int] = {}
        for codes in [*self.towns.values(), *self.own.values()]:
            for code in codes:
                counts[code] = counts.get(code, 0) + 1
        return counts


def named(areas: pd.DataFrame) -> dict[str, Mapping[str, str]]:
    """Return areas as plain mappings by code: a frame is slow to ask one by one."""
    columns = [str(column) for column in areas.columns]
    rows = areas.astype("object").itertuples(index=False, name=None)
    return {
        str(code): dict(zip(columns, row, strict=True))
        for code, row in zip(areas.index, rows, strict=True)
    }


def province_authorities(plan: Plan, book: Recipe) -> list[dict[str, str]]:
    """
    Return the authorities of a province by rule.

    A town (4-digit code) lies at the seat of a district or elsewhere and reaches into the next
    tambons of its district. A tambon keeps an authority with its own code, unless it lies whole
    in a town or a neighbour took it over. Where two authorities share a tambon, both cover it
    partly (`*`).

    Returns
    -------
    list
        One mapping per authority: `authority_code`, `authority_type`, `name_th`, `name_en`,
        `province_code`, `tambon_codes`, `seat`.
    """
    section = book["authority"]
    draws = book.draws("authority", plan.tambons)
    capital = next(iter(plan.tambons))
    towns = _towns(plan, draws, section)
    cover = _Cover(towns, _own(plan, towns, draws, section))
    sharers = cover.sharers()
    upgraded = _upgraded(plan, cover, draws, section)
    types = _town_types(plan, capital, draws, section)
    codes = iter(_town_codes(plan.province_code))
    rows = []
    for home in [capital, *sorted(set(towns) - {capital})]:
        name = _names(Level.PROVINCE)[plan.province_code] if home == capital else plan.tambons[home]
        rows.append(_row(next(codes), types[home], name, towns[home], sharers))
    for code, covered in cover.own.items():
        kind = "ThesabanTambon" if code in upgraded else "TAO"
        rows.append(_row(code, kind, plan.tambons[code], covered, sharers))
    return rows


def _towns(plan: Plan, draws: Draws, section: Mapping[str, Any]) -> dict[str, list[str]]:
    districts = _names(Level.DISTRICT)
    away = np.array(
        [
            float(area["name_th"] != districts[area["district_code"]]["name_th"])
            for area in plan.tambons.values()
        ]
    )
    # The first code of a province is in its capital, which is a town before all others.
    away[0] = -1.0
    codes = list(plan.tambons)
    number = plan.count - len(codes) + plan.without_own
    order = np.argsort(away + draws.uniform("home"), kind="stable")
    reach = draws.chosen("reach", section["town_reach"]) + 1
    reach[0] = draws.integers("wide", *section["capital_reach"])[0]
    return {codes[at]: plan.neighbours(codes[at])[: reach[at]] for at in sorted(order[:number])}


def _own(
    plan: Plan, towns: Mapping[str, list[str]], draws: Draws, section: Mapping[str, Any]
) -> dict[str, list[str]]:
    order = dict(zip(plan.tambons, draws.uniform("without").tolist(), strict=True))
    in_towns = sorted({code for codes in towns.values() for code in codes}, key=order.__getitem__)
    by_neighbour = round(plan.without_own * section["taken_by_neighbour"])
    held = set(in_towns[: plan.without_own - by_neighbour])
    own = {code: [code] for code in plan.tambons if code not in held}
    wanted = plan.without_own - len(held)
    for code in sorted(set(own) - set(in_towns), key=order.__getitem__):
        if wanted and len(own[code]) == 1:
            wanted -= _given_away(code, own, plan)
    return own


def _given_away(code: str, own: dict[str, list[str]], plan: Plan) -> bool:
    """Give a tambon to the next authority of its district; tell whether there is one."""
    taker = next((near for near in plan.neighbours(code)[1:] if near in own), None)
    if taker is None:
        return False
    own[taker] += own.pop(code)
    return True


def _upgraded(
    plan: Plan, cover: _Cover, draws: Draws, section: Mapping[str, Any]
) -> frozenset[str]:
    order = dict(zip(plan.tambons, draws.uniform("upgrade").tolist(), strict=True))
    # A town bears the name of its home: a second เทศบาลตำบล of that name would be its double.
    free = sorted(set(cover.own) - set(cover.towns), key=order.__getitem__)
    number = round(section["upgraded"] * len(cover.own)) if plan.upgraded is None else plan.upgraded
    return frozenset(free[:number])


def _town_types(
    plan: Plan, capital: str, draws: Draws, section: Mapping[str, Any]
) -> dict[str, str]:
    chance = dict(zip(plan.tambons, draws.uniform("type").tolist(), strict=True))
    types = {
        code: "ThesabanMueang" if one < section["municipal_town"] else "ThesabanTambon"
        for code, one in chance.items()
    }
    types[capital] = "ThesabanNakhon" if chance[capital] < section["city"] else "ThesabanMueang"
    return types


def _town_codes(province: str) -> list[str]:
    """Return the free codes of towns, counting down; a code of a district is never taken."""
    codes = (f"{province}{number:02d}" for number in range(99, 0, -1))
    return [code for code in codes if code not in _district_codes()]


@cache
def _district_codes() -> frozenset[str]:
    return frozenset([*gazetteer.areas(Level.DISTRICT).index, *gazetteer.retired().index])


@cache
def _names(level: Level) -> Mapping[str, Mapping[str, str]]:
    return named(gazetteer.areas(level))


def _row(
    code: str,
    kind: str,
    name: Mapping[str, str],
    covered: Sequence[str],
    sharers: Mapping[str, int],
) -> dict[str, str]:
    whole = [one for one in covered if sharers[one] == 1]
    return {
        "authority_code": code,
        "authority_type": kind,
        "name_th": name["name_th"],
        "name_en": name["name_en"],
        "province_code": covered[0][:2],
        "tambon_codes": " ".join(f"{one}*" if sharers[one] > 1 else one for one in covered),
        "seat": code if code in covered else [*whole, *covered][0],
    }
