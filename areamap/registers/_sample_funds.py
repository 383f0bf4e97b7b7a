"""Welfare funds of the sample: where they are, since when, their members and their money."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from areamap.registers._sample_draws import Draws, apportioned
from areamap.registers._sample_places import Country
from areamap.registers._sample_recipe import Recipe
from areamap.registers._sample_units import missing_where, order_of_coming, sizes, units

_DISTRICT_PULL = 0.3
_SATANG = 100
_PARTS = ("from_members_baht", "from_state_baht", "from_authority_baht")


def funds(land: Country, book: Recipe) -> pd.DataFrame:
    """Return the fund register: one row per fund and year, newest first; money in satang."""
    section = book["fund"]
    places = units(land, book, "fund")
    order = order_of_coming(places, book, "fund", _DISTRICT_PULL)
    numbers = _numbers(places, book)
    of_province = numbers.reindex(places["province_code"]).set_axis(places.index)
    there = (order < of_province["now"]).to_numpy(dtype=bool)
    rows = places[there].assign(order=order[there], **of_province[there])
    draws = book.draws("fund", rows.index)
    told = rows["province_code"].map(
        {entry["code"]: entry.get("fiscal_year") for entry in section["province"]}
    )
    closed = (draws.uniform("dissolved") < section["dissolved"]) & told.isna().to_numpy()
    rows = rows.assign(
        fund_name="กองทุนสวัสดิการชุมชน" + rows["name_th"],
        founded_year=_founded(rows, draws, book),
        record_status=np.where(closed, "dissolved", "active"),
        members=_members(rows, draws, book),
        fiscal_year=told.fillna(
            pd.Series(draws.integers("fiscal", *section["fiscal_years"]), index=rows.index)
        ).astype("int64"),
    )
    now = _with_money(rows, draws, book)
    return pd.concat([now, *_years_before(now, book)])


def _years_before(now: pd.DataFrame, book: Recipe) -> Iterator[pd.DataFrame]:
    """Yield the rows of earlier years, each smaller than the next; none before the founding."""
    section = book["fund_years"]
    rows = now[now["province_code"].isin(section["provinces"])]
    for back in range(1, section["years_back"] + 1):
        rows = rows[rows["founded_year"] < rows["fiscal_year"]]
        draws = book.draws("fund_years", rows.index)
        members = draws.between(f"members {back}", *section["members_less"])
        money = draws.between(f"money {back}", *section["money_less"])
        smaller = {
            name: np.floor(rows[name].astype("Int64") * (1 - money)).astype("Int64")
            for name in ("circulating_baht", *_PARTS)
        }
        rows = _with_others(
            rows.assign(
                fiscal_year=rows["fiscal_year"] - 1,
                record_status="active",
                members=np.floor(rows["members"] * (1 - members)).astype("int64"),
                **smaller,
            )
        )
        yield rows


def _with_others(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with what none of the three gave; missing where one of them is unknown."""
    rest = rows["circulating_baht"].astype("Int64")
    for name in _PARTS:
        rest = rest - rows[name].astype("Int64")
    return rows.assign(from_others_baht=rest)


def _numbers(places: pd.DataFrame, book: Recipe) -> pd.DataFrame:
    """Return funds by province: `then` (by the end of the year of the state) and `now`."""
    section = book["fund"]
    counts = places.groupby("province_code").size()
    told = {
        entry["code"]: book.figure(entry["figure"])
        for entry in section["province"]
        if "figure" in entry
    }
    others = counts[~counts.index.isin(list(told))]
    factor = book.draws("fund", others.index).between("factor", *section["province_factor"])
    drawn = apportioned(
        section["country"] - sum(told.values()),
        others.to_numpy() * factor,
        caps=others.to_numpy().astype(np.int64),
    )
    now = pd.Series(dict(zip(others.index, drawn, strict=True)) | told).sort_index()
    then = apportioned(
        book.figure(section["state_figure"]),
        now.to_numpy(dtype=np.float64),
        caps=now.to_numpy().astype(np.int64),
    )
    return pd.DataFrame({"now": now, "then": pd.Series(then, index=now.index)})


def _founded(rows: pd.DataFrame, draws: Draws, book: Recipe) -> NDArray[np.int64]:
    section = book["fund"]
    chance = draws.uniform("year")
    early = (rows["order"] < rows["then"]).to_numpy(dtype=bool)
    first = np.searchsorted(section["growth_first"], chance, side="right")
    later = np.searchsorted(section["growth_later"], chance, side="right")
    years: NDArray[np.int64] = np.where(
        early, section["first_year"] + first, section["state_year"] + 1 + later
    )
    return years


def _members(rows: pd.DataFrame, draws: Draws, book: Recipe) -> NDArray[np.int64]:
    section = book["fund"]
    how = section["members"]
    drawn = draws.lognormal("members", how["median"], how["sigma"])
    most = np.floor(rows["people"].to_numpy() * section["most_of_people"]).astype(np.int64)
    members = sizes(drawn, how["least"], np.maximum(most, how["least"]))
    for entry in section["province"]:
        if "members" in entry:
            here = (rows["province_code"] == entry["code"]).to_numpy(dtype=bool)
            caps = np.maximum(most[here], how["least"])
            members[here] = apportioned(
                entry["members"], drawn[here], floor=how["least"], caps=caps
            )
    return members


def _with_money(rows: pd.DataFrame, draws: Draws, book: Recipe) -> pd.DataFrame:
    section = book["fund"]
    how = section["baht_per_member"]
    each = draws.lognormal("baht", how["median"], how["sigma"])
    satang = np.floor(rows["members"].to_numpy() * each * _SATANG).astype(np.int64)
    for entry in section["province"]:
        if "circulating_baht" in entry:
            here = (rows["province_code"] == entry["code"]).to_numpy(dtype=bool)
            total = entry["circulating_baht"] * _SATANG
            satang[here] = apportioned(total, satang[here].astype(np.float64) / _SATANG)
    parts = {
        f"{name}_baht": np.floor(satang * draws.between(name, *section[name])).astype(np.int64)
        for name in ("from_members", "from_state", "from_authority")
    }
    unknown = draws.uniform("from_authority unknown") < section["from_authority_unknown"]
    known = missing_where(parts["from_authority_baht"], unknown)
    full = rows.assign(circulating_baht=satang, **parts)
    return _with_others(full.assign(from_authority_baht=known.array))
