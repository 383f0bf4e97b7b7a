"""Where an agency is, by hand."""

from typing import Any

from pandas import DataFrame, Index

from areamap.measures.presence import by_line, presence, records
from tests.measures.ground import ground_of, rows_of

TAMBONS = Index(["190101", "190102", "190103"], name="area_code")
GROUND = ground_of(("190101", "A1"), ("190102", "A2"), ("190103", "A2"))


def rows(*told: dict[str, Any]) -> DataFrame:
    frame = rows_of(*told)
    texts = {"agency": "str", "work_line": "str", "fiscal_year": "Int64"}
    return frame.astype(texts).assign(programme=None)


def act(area: str, agency: str | None, line: str, state: str = "done", year: int = 2568) -> Any:
    told = {"area": area, "agency": agency, "work_line": line}
    return {**told, "record_status": state, "fiscal_year": year}


def paid(area: str, agency: str, line: str, baht: float, authority: str | None = None) -> Any:
    told = {"area": area, "agency": agency, "work_line": line, "authority": authority}
    return {**told, "amount_baht": baht, "fiscal_year": 2568}


ACTIVITIES = rows(
    act("190101", "พอช.", "สภาฯ"),
    act("190101", "พมจ.", "สภาฯ", "planned"),
    act("190102", "พมจ.", "สวัสดิการ", "ongoing"),
    act("190103", "พมจ.", "สวัสดิการ", year=2571),
    act("1901", "พมจ.", "สวัสดิการ"),
    act("180101", "พมจ.", "สวัสดิการ"),
    act("190103", None, "สวัสดิการ"),
)
LINES = rows(
    paid("190101", "พอช.", "สภาฯ", 100.5),
    paid("190101", "พอช.", "สภาฯ/สวัสดิการ", 50.0),
    paid("190102", "อบต.", "สวัสดิการ", 70.0, "A2"),
    paid("190103", "อบต.", "สวัสดิการ", -70.0),
)


def test_presence_by_hand() -> None:
    found = records(ACTIVITIES, LINES, TAMBONS, GROUND, 2570)
    told = presence(found, TAMBONS)
    # CODI in one tambon; the planned activity and the year to come count nowhere
    assert told.loc["codi", ["tambons", "of", "activities", "budget_lines"]].tolist() == [
        1,
        3,
        1,
        2,
    ]
    assert told.loc["codi", "amount_baht"] == 150.5
    assert told.loc["พมจ.", ["tambons", "activities", "planned"]].tolist() == [1, 1, 1]
    assert told["amount_baht"].isna()["พมจ."]
    # the authority lies in two tambons: its baht are known to none; money that went back is nothing
    assert told.loc["อบต.", "tambons"] == 1
    assert told.loc["อบต.", "amount_baht"] == -70.0
    assert told.index[-1] == ""
    assert round(told.loc["codi", "share"], 9) == round(1 / 3, 9)


def test_a_line_of_several_is_at_each_and_its_baht_at_none() -> None:
    found = by_line(records(None, LINES, TAMBONS, GROUND, 2570))
    here = found[found["area_code"] == "190101"]
    assert sorted(here["work_line"]) == ["council", "council", "welfare"]
    assert here["amount_baht"].sum() == 100.5


def test_without_registers_nobody_is_anywhere() -> None:
    found = records(None, None, TAMBONS, GROUND, 2570)
    assert presence(found, TAMBONS).empty
    assert by_line(found).empty
