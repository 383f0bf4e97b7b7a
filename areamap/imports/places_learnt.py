"""What a source means by a place, learnt from what people decided about its rows."""

from collections import defaultdict
from typing import Final

from areamap.imports.deciding import Standing, positions
from areamap.registers import definitions
from areamap.registers.drafts import Draft
from areamap.registers.place_keys import place_keys

_BY_PLACE: Final = ("places_", "registers_level_", "imports_by_alias")
"""Beginnings of the reasons that are about what a row says of its place, and of nothing else."""


def learn(plain: Draft, decided: Draft, stands: Standing) -> dict[str, str]:
    """
    Return the places that are to be remembered, each with the code of its area.

    A place is remembered where every row of it that a person decided is in the same area, and she
    left none of them open and dropped none: else it says too little to be joined by.

    Parameters
    ----------
    plain
        The file without corrections and decisions.
    decided
        The file with them; the same rows.
    stands
        What was decided.
    """
    register = definitions.load(plain.register)
    if register.placed_by:
        return {}
    keys = place_keys(plain.rows, register)
    numbers = positions(plain.rows)
    areas: dict[str, set[str | None]] = defaultdict(set)
    places = {column.name for column in register.place}
    corrected = {row for row, told in stands.corrected.items() if places.intersection(told)}
    for row in {*stands.placed, *corrected}:
        place = numbers.get(row)
        if place is None or not keys[place]:
            continue
        if str(plain.rows["reason_key"].iloc[place]).startswith(_BY_PLACE):
            is_joined = decided.rows["status"].iloc[place] == "matched"
            code = decided.rows["area_code"].iloc[place]
            areas[keys[place]].add(code if is_joined else None)
    return {key: code for key, (code, *more) in areas.items() if code is not None and not more}
