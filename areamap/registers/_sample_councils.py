"""Councils of the sample: where they are, since when, how large, and which were dissolved."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from areamap.registers._sample_draws import apportioned
from areamap.registers._sample_places import Country
from areamap.registers._sample_recipe import Recipe
from areamap.registers._sample_units import (
    grown,
    missing_where,
    order_of_coming,
    sizes,
    units,
    working_day,
)

_BUDDHIST_OFFSET = 543
_YEAR = 365
_EPOCH = date(1970, 1, 1).toordinal()
_NEVER = np.datetime64("NaT", "s")


def councils(land: Country, book: Recipe) -> pd.DataFrame:
    """Return the council register: one row per council, dissolved ones and their successors too."""
    section = book["council"]
    places = units(land, book, "council")
    order = order_of_coming(places, book, "council", section["district_pull"])
    numbers = _numbers(places, book)
    of_province = numbers.reindex(places["province_code"]).set_axis(places.index)
    there = (order < of_province["now"]).to_numpy(dtype=bool)
    found = places[there].assign(order=order[there], **of_province[there])
    days = pd.Series(_days(found, book), index=found.index)
    days = _founded(days, found, book)
    rows = _sized(found, book).assign(registered=days)
    return _dissolved(rows, book)


def _numbers(places: pd.DataFrame, book: Recipe) -> pd.DataFrame:
    """Return councils by province: `then` (on the day of the state), `now`, `steady`, `last`."""
    section = book["council"]
    counts = places.groupby("province_code").size()
    covered = book.draws("council", counts.index).between("coverage", *section["coverage"])
    by_rule = dict(zip(counts.index, np.floor(counts * covered).astype("int64"), strict=True))
    told = {str(code): book.set_for("council", str(code)) for code in counts.index}
    now = {
        code: _told_number(entry, int(counts[code]), book) if entry else int(by_rule[code])
        for code, entry in told.items()
    }
    rates = _rates(book)
    weights = np.array([float(counts[code]) * rates[code] for code in now])
    total = book.figure(section["state"]["figure"])
    then = apportioned(total, weights, caps=np.array(list(now.values()), dtype=np.int64))
    return pd.DataFrame(
        {
            "now": pd.Series(now),
            "then": pd.Series(then, index=list(now)),
            "steady": pd.Series({code: _is_steady(e) for code, e in told.items()}),
            "last": pd.Series({code: _last_day(e, book) for code, e in told.items()}),
        }
    )


def _told_number(entry: Mapping[str, Any], count: int, book: Recipe) -> int:
    return book.figure(entry["figure"]) if "figure" in entry else count - int(entry["gaps"])


def _is_steady(entry: Mapping[str, Any]) -> bool:
    """Tell whether no council of a province was dissolved: its gaps are as many as was told."""
    return bool(entry) and not entry.get("dissolves", False)


def _last_day(entry: Mapping[str, Any], book: Recipe) -> int:
    day = book.day_of(entry["figure"]) if "figure" in entry else book["last_date"]
    return int(day.toordinal())


def _rates(book: Recipe) -> dict[str, float]:
    out_of = book.figures["out_of"].to_dict()
    return {
        province: book.figure(rate["figure"]) / int(out_of[rate["figure"]])
        for rate in book["council"]["state"]["rate"]
        for province in rate["provinces"]
    }


def _days(found: pd.DataFrame, book: Recipe) -> NDArray[np.int64]:
    """Return the day of registration (ordinal): first those of the known state, then the later."""
    section = book["council"]
    state = book.day_of(section["state"]["figure"])
    chance = book.draws("council", found.index).uniform("day")
    early = (found["order"] < found["then"]).to_numpy(dtype=bool)
    first = (found["order"] + chance) / found["then"]
    later = (found["order"] - found["then"] + chance) / (found["now"] - found["then"])
    days = np.zeros(len(found), dtype=np.int64)
    days[early] = grown(first[early].to_numpy(), section["first_date"], section["growth_first"])
    start = state + timedelta(days=1)
    late_days = grown(later[~early].to_numpy(), start, section["growth_later"])
    # Where all had come by the day of a figure, the later growth is pressed together.
    length = book["last_date"].toordinal() - start.toordinal()
    pressed = (late_days - start.toordinal()) * (found["last"][~early] - start.toordinal())
    days[~early] = working_day(start.toordinal() + pressed.to_numpy() // length)
    return np.where(early, days, np.maximum(days, start.toordinal()))


def _founded(days: pd.Series, found: pd.DataFrame, book: Recipe) -> pd.Series:
    """Return the days with that of a council whose year is known exchanged with a neighbour's."""
    swapped = days.copy()
    for told in book["council"]["founded"]:
        code = told["area_code"]
        year = book.figure(told["figure"]) - _BUDDHIST_OFFSET
        same = found["province_code"] == found.loc[code, "province_code"]
        within = days.between(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
        other = days.index[same & within][0]
        swapped[[code, other]] = days[[other, code]].to_numpy()
    return swapped


def _sized(found: pd.DataFrame, book: Recipe) -> pd.DataFrame:
    section = book["council"]
    draws = book.draws("council", found.index)
    rows = found.assign(council_name="สภาองค์กรชุมชน" + found["name_th"])
    for name in ("member_groups", "council_members"):
        how = section[name]
        drawn = draws.lognormal(name, how["median"], how["sigma"])
        unknown = draws.uniform(f"{name} unknown") < section["members_unknown"]
        values = missing_where(sizes(drawn, how["least"], how["most"]), unknown)
        rows[name] = values.array
    return rows


def _dissolved(rows: pd.DataFrame, book: Recipe) -> pd.DataFrame:
    """Return the rows with dates and states; a council founded again is a second row."""
    section = book["council"]
    draws = book.draws("council", rows.index)
    last = book["last_date"].toordinal()
    state = book.day_of(section["state"]["figure"]).toordinal()
    earliest = np.maximum(rows["registered"].to_numpy() + 2 * _YEAR, state + 1)
    over = (
        (draws.uniform("dissolved") < section["dissolved"])
        & ~rows["steady"].to_numpy(dtype=bool)
        & (earliest < last - _YEAR)
    )
    span = np.maximum(last - _YEAR - earliest, 0)
    end = working_day(earliest + 2 + np.floor(draws.uniform("end") * span).astype(np.int64))
    again = over & (draws.uniform("again") < section["founded_again"])
    begun = working_day(end + draws.integers("begun", 90, _YEAR - 5))
    first = rows.assign(
        registered_date=_dates(rows["registered"].to_numpy()),
        registered_year=pd.array([pd.NA] * len(rows), dtype="Int64"),
        record_status=np.where(over, "dissolved", "active"),
        dissolved_date=np.where(over, _dates(end), _NEVER),
        dissolved_year=pd.array([pd.NA] * len(rows), dtype="Int64"),
    )
    second = first.assign(
        registered_date=_dates(begun), record_status="active", dissolved_date=_NEVER
    )
    every: pd.DataFrame = pd.concat([first, second[again]]).sort_index(kind="stable")
    return every


def _dates(ordinals: NDArray[np.int64]) -> NDArray[np.datetime64]:
    return (ordinals - _EPOCH).astype("datetime64[D]").astype("datetime64[s]")
