"""Which records speak of a tambon, and its years, worked out by hand."""

import pandas as pd
from pandas import DataFrame, Series

from areamap.measures.place_records import fund_years, money_years, touching

PIECES = DataFrame(
    {
        "tambon_code": ["190406", "190406", "190407", "190407"],
        "authority_code": ["A", "B", "B", "C"],
        "whole": [True, False, True, True],
    }
)


def rows(*places: tuple[str | None, str | None], status: str = "matched") -> DataFrame:
    areas, authorities = zip(*places, strict=True)
    return DataFrame(
        {
            "status": status,
            "area_code": Series(areas, dtype="str"),
            "authority_code": Series(authorities, dtype="str"),
        }
    )


def test_each_record_speaks_by_the_nearest_way() -> None:
    given = rows(
        ("190406", None),
        ("190406", "A"),
        ("190407", "B"),
        ("19", None),
        ("190407", None),
        ("190407", "C"),
    )
    found = touching(given, "190406", PIECES, {"19", "1904", "TH"})
    assert found["through"].to_dict() == {0: "tambon", 1: "tambon", 2: "part", 3: "above"}
    whole = touching(given, "190407", PIECES, {"19", "1904", "TH"})
    assert whole["through"].to_dict() == {
        2: "authority",
        3: "above",
        4: "tambon",
        5: "tambon",
    }


def test_rows_that_wait_for_a_decision_say_nothing() -> None:
    assert touching(rows(("190406", None), status="suggested"), "190406", PIECES, set()).empty


def test_a_khet_speaks_of_its_khwaeng_and_a_district_elsewhere_from_above() -> None:
    given = rows(("1002", None), ("1904", None))
    assert list(touching(given, "100201", PIECES, {"1002", "10"})["through"]) == ["khet"]
    assert list(touching(given, "190406", PIECES, {"1904", "19"})["through"]) == ["above"]


def test_years_of_funds_add_up_and_stay_missing_where_nobody_tells() -> None:
    given = DataFrame(
        {
            "fiscal_year": Series([2566, 2566, 2567, None], dtype="Int64"),
            "members": Series([100, 40, None, 9], dtype="Int64"),
            "circulating_baht": [0.1, 0.2, 1000.5, 7.0],
        }
    )
    found = fund_years(given)
    assert found["funds"].to_dict() == {2566: 2, 2567: 1}
    assert found.loc[2566, "members"] == 140
    assert found["members"].isna().to_dict() == {2566: False, 2567: True}
    assert found["circulating_baht"].to_dict() == {2566: 0.3, 2567: 1000.5}


def test_money_is_summed_by_year_and_payer_most_first() -> None:
    given = DataFrame(
        {
            "fiscal_year": Series([2566, 2566, 2566, None], dtype="Int64"),
            "agency": Series(["พอช.", "อบต.", "พอช. ", None], dtype="str"),
            "amount_baht": [10.0, 50.0, 20.25, None],
        }
    )
    found = money_years(given)
    assert list(found["agency"]) == ["อบต.", "พอช.", ""]
    assert list(found["lines"]) == [1, 2, 1]
    assert list(found["amount_baht"])[:2] == [50.0, 30.25]
    assert pd.isna(found["amount_baht"].iloc[2])
    assert pd.isna(found["fiscal_year"].iloc[2])
