"""Partners' baht per baht of CODI, worked by hand."""

from typing import Any

import pandas as pd
from pandas import DataFrame, Series

from areamap.measures.budget import budget
from areamap.measures.leverage import CODI, SEVERAL, agencies, cut, leverage, lines_of
from areamap.places.levels import Level

MEMBERS = {
    level: Series({code: code[:digits] for code in ("190101", "190102", "160101")}, dtype="str")
    for level, digits in ((Level.TAMBON, 6), (Level.PROVINCE, 2))
}


def lines(*rows: dict[str, Any]) -> DataFrame:
    usual = {
        "status": "matched",
        "authority_code": None,
        "fiscal_year": 2566,
        "programme": None,
        "work_line": "สภาฯ",
        "agency": "พอช.",
    }
    frame = DataFrame([usual | row for row in rows])
    texts = ["status", "authority_code", "programme", "work_line", "agency", "area_code"]
    return frame.astype(dict.fromkeys(texts, "str") | {"fiscal_year": "Int64"})


def test_codi_is_known_by_its_names_and_others_stand_under_their_own() -> None:
    words = Series(["พอช.", "พอช. ภาคกลาง", "CODI", " อปท. ", None, ""], dtype="str")
    assert agencies(words).tolist() == [CODI, CODI, CODI, "อปท.", "", ""]


def test_a_line_of_several_work_lines_stands_once() -> None:
    words = Series(["สภาฯ", "สภาฯ/สวัสดิการ", None, "ไม่มีในทะเบียน"], dtype="str")
    programmes = Series([None, None, "บ้านพอเพียง", None], dtype="str")
    assert lines_of(words, programmes).tolist() == ["council", SEVERAL, "housing", ""]


def test_the_ratio_by_hand() -> None:
    # CODI 100,000 + 50,000; the local authority 60,000; 5,000 of nobody: 60,000 / 150,000 = 0.40
    rows = lines(
        {"area_code": "190101", "amount_baht": 100_000.0},
        {"area_code": "190101", "amount_baht": 50_000.0, "agency": "สถาบันพัฒนาองค์กรชุมชน"},
        {"area_code": "190101", "amount_baht": 60_000.0, "agency": "อปท."},
        {"area_code": "190101", "amount_baht": 5_000.0, "agency": None},
        {"area_code": "190102", "amount_baht": 7_000.0, "agency": "อบจ."},
        {"area_code": "19", "amount_baht": 1_234.56},
    )
    found = leverage(cut(rows, Level.TAMBON, MEMBERS), Level.TAMBON)
    assert found.loc["190101"].tolist() == [150_000.0, 60_000.0, 5_000.0, 0.4]
    assert found.loc["190102", "partners_baht"] == 7_000.0
    assert pd.isna(found.loc["190102", "leverage_ratio"])
    assert found.attrs["unplaced_baht"] == 1_234.56
    province = leverage(cut(rows, Level.PROVINCE, MEMBERS), Level.PROVINCE)
    assert province.loc["19", "codi_baht"] == 151_234.56
    assert round(province.loc["19", "leverage_ratio"], 4) == round(67_000 / 151_234.56, 4)
    assert province.attrs["unplaced_baht"] == 0


def test_a_budget_that_is_cut_has_the_same_sum() -> None:
    rows = lines(
        {"area_code": "190101", "amount_baht": 0.1, "work_line": "สภาฯ/สวัสดิการ"},
        {"area_code": "190101", "amount_baht": 0.2, "agency": "อปท."},
        {"area_code": "160101", "amount_baht": -0.05, "fiscal_year": 2565},
        {"area_code": "19", "amount_baht": 12.0},
    )
    broken = cut(rows, Level.TAMBON, MEMBERS)
    whole = budget(rows, Level.TAMBON, MEMBERS)
    assert round(broken["amount_baht"].sum(), 2) == round(whole["amount_baht"].sum(), 2) == 12.25
    assert broken["lines"].sum() == 4
    assert set(broken["work_line"]) == {"council", SEVERAL}
