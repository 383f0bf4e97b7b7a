"""
Sample registers of the whole country, so that everything can be tried before the first file.

They are drawn from the seeded recipe in `geodata/sample/`: no row is of a real council, fund or
household, but sizes look like life and the sums agree with the figures that were published. The
same rows come out on every run and machine.
"""

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from areamap.registers import definitions
from areamap.registers._sample_activities import activities
from areamap.registers._sample_agreements import agreements
from areamap.registers._sample_budget import budget
from areamap.registers._sample_councils import councils
from areamap.registers._sample_figures import published, targets
from areamap.registers._sample_funds import funds
from areamap.registers._sample_housing import housing
from areamap.registers._sample_places import Country, country
from areamap.registers._sample_plans import plans
from areamap.registers._sample_recipe import Recipe, published_figures, recipe
from areamap.registers._sample_vulnerable import vulnerable
from areamap.registers.definitions import Kind

__all__ = ["IDS", "SHEET", "generate", "generate_all", "published_figures"]

SHEET: Final = "sample"
"""`sheet` of every sample row."""

_SATANG: Final = 100


def generate(register_id: str) -> pd.DataFrame:
    """
    Return the sample rows of a register.

    Parameters
    ----------
    register_id
        One of `IDS`.

    Returns
    -------
    DataFrame
        In the form of `Draft.rows`, indexed from 0, a row per record: `sheet` (`sample`), `row`
        (Int64, from 1), `status` (all `matched`), `area_code` (DOPA's code of the tambon, khet or
        province, or the code of a cluster), `authority_code` (missing where the record is not at an
        authority), `suggested_codes` (empty), `reason_key` (missing), `reason_values` (empty), then
        the columns of the register: text as str, whole numbers and Buddhist years as Int64, money
        as float64 baht of whole satang, other figures as float64 with two decimals, dates as
        datetime64. Missing is missing.

    Raises
    ------
    KeyError
        There is no sample of that register.
    """
    drawn = _RECORDS[register_id](country(), recipe())
    register = definitions.load(register_id)
    typed = {
        column.name: _TYPED[column.kind](drawn[column.name].reset_index(drop=True))
        for column in register.columns
    }
    return pd.DataFrame(_joined(drawn.reset_index(drop=True)) | typed)


def generate_all() -> Mapping[str, pd.DataFrame]:
    """Return the sample rows of every register by its id, authorities first."""
    return {register_id: generate(register_id) for register_id in IDS}


def _authorities(land: Country, _: Recipe) -> pd.DataFrame:
    return land.authorities.assign(area_code=land.authorities["seat"]).reset_index()


def _population(land: Country, book: Recipe) -> pd.DataFrame:
    counted = book["population"]["counted_date"]
    return land.tambons.rename_axis("area_code").reset_index().assign(counted_date=counted)


_RECORDS: Final[Mapping[str, Callable[[Country, Recipe], pd.DataFrame]]] = {
    "authority": _authorities,
    "population": _population,
    "council": councils,
    "fund": funds,
    "housing": housing,
    "budget": budget,
    "activity": activities,
    "agreement": agreements,
    "plan": plans,
    "vulnerable": vulnerable,
    "published": published,
    "target": targets,
}

IDS: Final = tuple(_RECORDS)
"""The registers that have a sample, authorities first because others stand on them."""


def _joined(drawn: pd.DataFrame) -> dict[str, pd.Series]:
    """Return what the joining would say of rows that all found their place."""
    rows = drawn.index
    missing = pd.Series(pd.NA, index=rows, dtype="str")
    return {
        "sheet": pd.Series(SHEET, index=rows, dtype="str"),
        "row": pd.Series(rows + 1, index=rows, dtype="Int64"),
        "status": pd.Series("matched", index=rows, dtype="str"),
        "area_code": drawn["area_code"].astype("str"),
        "authority_code": drawn.get("authority_code", missing).astype("str"),
        "suggested_codes": pd.Series([() for _ in rows], index=rows, dtype="object"),
        "reason_key": missing,
        "reason_values": pd.Series([{} for _ in rows], index=rows, dtype="object"),
    }


def _baht(satang: pd.Series) -> pd.Series:
    return satang.astype("Float64").div(_SATANG).astype("float64")


def _days(dates: pd.Series) -> pd.Series:
    return pd.to_datetime(dates).astype("datetime64[us]")


def _text(values: pd.Series) -> pd.Series:
    return values.astype("str")


def _whole(values: pd.Series) -> pd.Series:
    return values.astype("Int64")


_TYPED: Final[Mapping[Kind, Callable[[pd.Series], pd.Series]]] = {
    "text": _text,
    "codes": _text,
    "integer": _whole,
    "amount": _baht,
    "date": _days,
}
