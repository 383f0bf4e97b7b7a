"""People by tambon and by authority: never spread."""

from datetime import date

import pandas as pd
from pandas import DataFrame

from areamap.measures.basis import Basis
from areamap.measures.population import population
from tests.measures.ground import ground_of

GROUND = ground_of(
    ("190101", "1901"),
    ("190102", "1901"),
    ("190103", "1902"),
    ("190103", "1903"),
    ("190104", "1904"),
    partly=("190103",),
)


def counted(*lines) -> DataFrame:
    names = ["area_code", "population", "households", "counted_date", "status"]
    full = [(*line, *(date(2021, 12, 31), "matched")[len(line) - 3 :]) for line in lines]
    frame = DataFrame(full, columns=names).astype({"area_code": "str", "status": "str"})
    return frame.assign(counted_date=pd.to_datetime(frame["counted_date"])).astype(
        {"population": "Int64", "households": "Int64"}
    )


ROWS = counted(("190101", 100, 30), ("190102", 200, None), ("190103", 400, 90))


def test_by_tambon():
    found = population(ROWS, GROUND, Basis.TAMBON)
    assert found["population"].tolist()[:3] == [100, 200, 400]
    assert found["households"].isna().tolist() == [False, True, False, True]


def test_by_authority_whole_tambons_sum_and_parts_are_not_known():
    found = population(ROWS, GROUND, Basis.AUTHORITY)
    assert found.loc["1901", "population"] == 300
    # households of 190102 are not known, so those of its municipality are not either
    assert found["households"].isna().all()
    assert found["population"].isna().to_dict() == {
        "1901": False,
        "1902": True,
        "1903": True,
        "1904": True,
    }


def test_lines_of_one_day_sum_and_the_latest_day_counts():
    rows = counted(
        ("190101", 60, 20, date(2021, 12, 31)),
        ("190101", 40, 10, date(2021, 12, 31)),
        ("190101", 99, 99, date(2020, 12, 31)),
        ("190101", 7, 7, date(2021, 12, 31), "suggested"),
        ("19", 5000, 900),
    )
    found = population(rows, GROUND, Basis.TAMBON)
    assert found.loc["190101"].tolist() == [100, 30]


def test_without_dates():
    rows = ROWS.drop(columns="counted_date")
    assert population(rows, GROUND, Basis.TAMBON).loc["190101", "population"] == 100
    undated = ROWS.assign(counted_date=pd.NaT)
    assert population(undated, GROUND, Basis.TAMBON).loc["190101", "population"] == 100


def test_the_real_list_sums_to_the_country(reference):
    real = pd.read_csv(reference / "facts" / "population_2021.csv", dtype={"tambon_code": "str"})
    rows = real.rename(columns={"tambon_code": "area_code"}).assign(status="matched")
    ground = ground_of(*((code, None) for code in rows["area_code"]))
    assert population(rows, ground, Basis.TAMBON)["population"].sum() == 66_171_439
