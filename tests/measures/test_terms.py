"""Until when agreements and plans hold, by hand."""

from datetime import date

import pandas as pd
from pandas import DataFrame

from areamap.measures.terms import plan_states, terms

DAY = date(2026, 11, 20)


def agreements(*told: tuple[str | None, int | None, str | None]) -> DataFrame:
    frame = DataFrame(list(told), columns=["signed_date", "term_years", "ends_date"])
    return frame.assign(
        signed_date=pd.to_datetime(frame["signed_date"]),
        ends_date=pd.to_datetime(frame["ends_date"]),
        term_years=frame["term_years"].astype("Int64"),
    )


def test_agreements_by_hand() -> None:
    found = terms(
        agreements(
            ("2024-05-23", 3, None),
            ("2024-05-23", 3, "2028-01-01"),
            ("2023-11-20", 3, None),
            ("2023-11-21", 3, None),
            ("2022-01-01", None, None),
            (None, 3, None),
            ("2027-01-01", 3, None),
            ("2024-11-21", 3, None),
        ),
        DAY,
    )
    assert found["ends"].dt.strftime("%Y-%m-%d").tolist()[:4] == [
        "2027-05-22",
        "2028-01-01",
        "2026-11-19",
        "2026-11-20",
    ]
    assert found["term"].tolist() == [
        "ends_soon",
        "in_force",
        "ended",
        "ends_soon",
        "unknown",
        "unknown",
        "not_yet",
        "ends_soon",
    ]
    assert found["days_left"].tolist()[0] == 183
    assert found["is_computed"].tolist() == [True, False, True, True, False, False, True, True]


def test_plans_by_hand() -> None:
    plans = DataFrame(
        {
            "first_year": [2566, 2566, 2566, 2571, 2565, None, 2566],
            "last_year": [2570, 2570, 2570, 2575, 2569, 2570, 2570],
            "record_status": [
                "adopted",
                "submitted",
                "drafted",
                "drafted",
                "adopted",
                "adopted",
                None,
            ],
        }
    ).astype({"first_year": "Int64", "last_year": "Int64", "record_status": "str"})
    found = plan_states(plans, 2570)
    assert found["state"].tolist() == [
        "adopted",
        "submitted",
        "drafted",
        "ahead",
        "expired",
        "no_years",
        "untold",
    ]
    assert found["is_late"].tolist() == [False, False, True, False, True, False, False]
