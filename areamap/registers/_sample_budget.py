"""Budget lines of the sample: by tambon, some known only at the province or the cluster."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from areamap.places import gazetteer, groupings
from areamap.places.levels import Level
from areamap.registers._sample_draws import Draws, apportioned
from areamap.registers._sample_places import Country, tambon_label
from areamap.registers._sample_recipe import Recipe
from areamap.registers._sample_units import missing_where

_SATANG = 100
_ROUND_BAHT = 10
_COLUMNS = [
    "area_code", "fiscal_year", "programme", "work_line", "agency", "project_name", "amount_baht",
]  # fmt: skip
_PLANNED_TO = 1_000 * _SATANG


def budget(land: Country, book: Recipe) -> pd.DataFrame:
    """Return the budget register: one row per line; money in whole satang."""
    drawn = _scaled(_cleared(_drawn(land, book), book), book)
    lines = pd.concat([drawn, _said(land, book), _single(book)])[_COLUMNS]
    return _spent(lines.sort_values(["area_code", "fiscal_year"], kind="stable"), book)


def _spent(lines: pd.DataFrame, book: Recipe) -> pd.DataFrame:
    """Return the lines with what was planned and what has been paid, where somebody knows."""
    section = book["budget_spending"]
    nth = lines.groupby(["area_code", "fiscal_year"]).cumcount()
    names = lines["area_code"] + "/" + lines["fiscal_year"].astype("str") + "/" + nth.astype("str")
    draws = book.draws("budget_spending", names)
    years = lines["fiscal_year"].to_numpy(dtype=np.int64)
    amounts = lines["amount_baht"].to_numpy(dtype=np.int64)
    share = np.where(
        years <= section["closed_until"],
        np.where(
            draws.uniform("whole") < section["spent_whole"],
            1.0,
            draws.between("spent", *section["spent"]),
        ),
        draws.between("running", *section["spent_running"]),
    )
    unknown = (years > section["running"]) | (draws.uniform("unknown") < section["spent_unknown"])
    more = draws.between("planned", *section["planned"])
    planned = np.ceil(amounts * more / _PLANNED_TO).astype(np.int64) * _PLANNED_TO
    unplanned = draws.uniform("planned unknown") < section["planned_unknown"]
    paid = np.floor(amounts * share).astype(np.int64)
    return lines.assign(
        planned_baht=missing_where(planned, unplanned).array,
        spent_baht=missing_where(paid, unknown).array,
    )


def _drawn(land: Country, book: Recipe) -> pd.DataFrame:
    """Return the lines that only look like life."""
    places = pd.concat([_province_lines(land, book), _cluster_lines(book)])
    draws = book.draws("budget", places["line"])
    programmes = pd.DataFrame(book["budget"]["programme"])
    kind = draws.chosen("programme", programmes["weight"].tolist())
    agencies = book["budget"]["agency"]
    payer = draws.chosen("agency", list(agencies.values()))
    projects = programmes["project"].to_numpy(dtype=object)[kind]
    return places.assign(
        programme=programmes["name"].to_numpy(dtype=object)[kind],
        work_line=programmes["work_line"].to_numpy(dtype=object)[kind],
        agency=np.array(list(agencies), dtype=object)[payer],
        project_name=[
            f"{one} {where}" for one, where in zip(projects, places["name"], strict=True)
        ],
        amount_baht=_amounts(draws, kind, book),
    )


def _province_lines(land: Country, book: Recipe) -> pd.DataFrame:
    section = book["budget"]
    provinces = gazetteer.areas(Level.PROVINCE)
    counts = land.tambons.groupby("province_code").size()
    by_year = _lines_per_tambon(provinces.index, book)
    rows = [
        (f"{code}/{year}/{nth}", code, year, _of_province(code, name))
        for year, rate in by_year.items()
        for code, name, one in zip(provinces.index, provinces["name_th"], rate, strict=True)
        for nth in range(max(round(float(one) * int(counts[code])), 1))
    ]
    frame = pd.DataFrame(rows, columns=["line", "province_code", "fiscal_year", "name"])
    draws = book.draws("budget", frame["line"])
    above = draws.uniform("only province") < section["only_province"]
    tambon = _some_tambon(frame["province_code"], draws, land)
    names = [tambon_label(code, name) for code, name in land.tambons["name_th"].items()]
    named = pd.Series(names, index=land.tambons.index).reindex(tambon).to_numpy()
    return frame.assign(
        area_code=np.where(above, frame["province_code"], tambon),
        name=np.where(above, frame["name"], named),
    )


def _lines_per_tambon(provinces: pd.Index, book: Recipe) -> dict[int, NDArray[np.float64]]:
    """Return lines per tambon and year, one number per province."""
    section = book["budget"]
    draws = book.draws("budget", provinces)
    usual = draws.between("lines", *section["lines_per_tambon"])
    whole = range(section["first_year"], section["last_year"] + 1)
    rates = {year: usual * draws.between(f"{year}", *section["year_factor"]) for year in whole}
    return rates | {section["begun_year"]: np.full(len(usual), section["lines_begun"])}


def _some_tambon(provinces: pd.Series, draws: Draws, land: Country) -> NDArray[np.object_]:
    chance = draws.uniform("tambon")
    codes = np.empty(len(provinces), dtype=object)
    for province, rows in provinces.groupby(provinces).indices.items():
        own = land.tambons.index[land.tambons["province_code"] == province].to_numpy(dtype=object)
        codes[rows] = own[np.floor(chance[rows] * len(own)).astype(np.int64)]
    return codes


def _cluster_lines(book: Recipe) -> pd.DataFrame:
    section = book["budget"]
    members = groupings.builtin().members(Level.CLUSTER, book["last_date"])
    clusters = members.groupby("group_code")["name_th"].agg(["first", "size"])
    rows = [
        (f"{code}/{year}/{nth}", code, year, name)
        for code, name in clusters.loc[clusters["size"] > 1, "first"].items()
        for year in range(section["first_year"], section["last_year"] + 1)
        for nth in range(section["lines_per_cluster"])
    ]
    return pd.DataFrame(rows, columns=["line", "area_code", "fiscal_year", "name"])


def _amounts(draws: Draws, kind: NDArray[np.int64], book: Recipe) -> NDArray[np.int64]:
    section = book["budget"]
    satang = np.zeros(len(kind), dtype=np.int64)
    for nth, programme in enumerate(section["programme"]):
        how = programme["amount"]
        drawn = draws.lognormal(f"amount {programme['name']}", how["median"], how["sigma"])
        here = kind == nth
        whole = np.floor(drawn[here] / _ROUND_BAHT).astype(np.int64)
        satang[here] = np.maximum(whole, 1) * _ROUND_BAHT * _SATANG
    odd = draws.uniform("with satang") < section["with_satang"]
    return satang + np.where(odd, draws.integers("satang", 1, 99), 0)


def _cleared(lines: pd.DataFrame, book: Recipe) -> pd.DataFrame:
    """Return the lines without those where all that there is has been said."""
    section = book["budget"]
    said = [(entry["province"], entry["fiscal_year"]) for entry in section["said"]]
    single = [(entry["area_code"], entry["fiscal_year"]) for entry in section["line"]]
    by_province = pd.MultiIndex.from_frame(lines[["province_code", "fiscal_year"]])
    by_area = pd.MultiIndex.from_frame(lines[["area_code", "fiscal_year"]])
    return lines[~by_province.isin(said) & ~by_area.isin(single)].reset_index(drop=True)


def _scaled(lines: pd.DataFrame, book: Recipe) -> pd.DataFrame:
    """Return the lines with those of an agency brought to a sum, in round amounts."""
    amounts = lines["amount_baht"].to_numpy(dtype=np.int64, copy=True)
    for entry in book["budget"]["scaled"]:
        here = (
            (lines["province_code"] == entry["province"])
            & (lines["fiscal_year"] == entry["fiscal_year"])
            & (lines["agency"] == entry["agency"])
        ).to_numpy(dtype=bool)
        amounts[here] = _spread(entry["baht"], amounts[here].astype(np.float64) / _SATANG)
    return lines.assign(amount_baht=amounts)


def _spread(baht: int, weights: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return satang by weight in round amounts; what is not round goes to the first."""
    satang = apportioned(baht // _ROUND_BAHT, weights, floor=1) * (_ROUND_BAHT * _SATANG)
    satang[0] += baht % _ROUND_BAHT * _SATANG
    return satang


def _said(land: Country, book: Recipe) -> pd.DataFrame:
    """Return the lines of the sums that were said in public."""
    lines = []
    for entry in book["budget"]["said"]:
        if sum(part["baht"] for part in entry["parts"]) != book.figure(entry["figure"]):
            msg = f"the parts do not sum to {entry['figure']}"
            raise ValueError(msg)
        shared = {key: entry[key] for key in ("fiscal_year", "agency")}
        for part in entry["parts"]:
            lines += [line | shared for line in _part(part, entry["province"], land, book)]
    return pd.DataFrame(lines)


def _part(
    part: Mapping[str, Any], province: str, land: Country, book: Recipe
) -> list[dict[str, Any]]:
    own = land.tambons.index[land.tambons["province_code"] == province]
    draws = book.draws("budget", own)
    chance = draws.uniform(f"said {part['project']}")
    chosen = sorted(own[np.argsort(chance, kind="stable")[: part["tambons"]]])
    areas = chosen or [province]
    weights = book.draws("budget", areas).between(f"part {part['project']}", 0.6, 1.4)
    return [
        {
            "area_code": code,
            "programme": part["programme"],
            "work_line": _work_line(part["programme"], book),
            "project_name": part["project"],
            "amount_baht": int(satang),
        }
        for code, satang in zip(areas, _spread(part["baht"], weights), strict=True)
    ]


def _single(book: Recipe) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "area_code": entry["area_code"],
            "fiscal_year": entry["fiscal_year"],
            "programme": entry["programme"],
            "work_line": _work_line(entry["programme"], book),
            "agency": entry["agency"],
            "project_name": entry["project"],
            "amount_baht": book.figure(entry["figure"]) * _SATANG,
        }
        for entry in book["budget"]["line"]
    )


def _work_line(programme: str, book: Recipe) -> str:
    lines = {entry["name"]: entry["work_line"] for entry in book["budget"]["programme"]}
    return str(lines[programme])


def _of_province(code: str, name: str) -> str:
    return name if code == gazetteer.BANGKOK else f"จ.{name}"
