"""Each register's sample, written under the template's headings, is read back as it was."""

from pathlib import Path

import pandas as pd
import pytest
from pandas import DataFrame, Series

from areamap import settings as app_settings
from areamap.places import groupings
from areamap.places.levels import Level
from areamap.places.matching import Matcher
from areamap.registers import definitions, reading, sample
from areamap.registers._sample_recipe import recipe
from areamap.registers.definitions import Register
from areamap.registers.joining import join

ROWS = 120
DIGITS = {"tambon_code": 6, "district_code": 4, "province_code": 2}
CLUSTERS = frozenset(
    groupings.builtin().members(Level.CLUSTER, recipe()["last_date"])["group_code"]
)


def template(register: Register, rows: DataFrame) -> DataFrame:
    """Write rows as a person fills the template: Thai labels, Buddhist dates, places by code."""
    filled = {}
    for column in register.all_columns:
        values = rows.get(column.name)
        if column.name in DIGITS and column.place:
            fits = rows["area_code"].str.len().eq(DIGITS[column.name])
            values = rows["area_code"].where(fits & rows["area_code"].str.isdecimal())
        elif column.name == "cluster":
            values = rows["area_code"].where(rows["area_code"].isin(CLUSTERS))
        elif column.name == "wider_area":
            values = rows["area_code"].where(rows["area_code"] == "TH")
        elif column.type == "date" and values is not None:
            values = values.map(buddhist)
        filled[column.label_th] = Series(index=rows.index) if values is None else values
    return DataFrame(filled)


def buddhist(day: object) -> str | None:
    return f"{day.day}/{day.month}/{day.year + 543}" if isinstance(day, pd.Timestamp) else None


@pytest.mark.parametrize("kind", ["xlsx", "csv", "parquet"])
@pytest.mark.parametrize("register_id", definitions.ids())
def test_sample_goes_out_and_comes_back(register_id: str, kind: str, tmp_path: Path) -> None:
    register = definitions.load(register_id)
    rows = sample.generate(register_id).iloc[:ROWS].reset_index(drop=True)
    path = tmp_path / f"{register_id}.{kind}"
    table = template(register, rows)
    if kind == "xlsx":
        table.to_excel(path, index=False)
    elif kind == "csv":
        table.to_csv(path, index=False, encoding="cp874")
    else:
        table.to_parquet(path)
    read = reading.read(path, register, settings=app_settings.load(tmp_path))
    known = sample.generate("authority") if register_id != "authority" else None
    back = join(read, Matcher(known)).rows.iloc[1:].reset_index(drop=True)
    assert set(back["status"]) == {"matched"}
    assert back["area_code"].tolist() == rows["area_code"].tolist()
    for column in register.columns:
        came, went = back[column.name], rows[column.name]
        assert came.isna().tolist() == went.isna().tolist(), column.name
        if column.kind == "amount":
            assert came.dropna().map(float).tolist() == went.dropna().tolist(), column.name
        elif column.kind == "date":
            assert [*came.dropna()] == [*went.dropna().dt.date], column.name
        else:
            assert came.dropna().tolist() == went.dropna().tolist(), column.name
