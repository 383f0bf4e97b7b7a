"""Money by area: nothing spread, nothing twice, the total is the total."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import DataFrame, Index, Series

from areamap.measures import frames
from areamap.measures.budget import above_baht, budget, unplaced_baht
from areamap.measures.money import total_baht
from areamap.places.levels import Level

# two provinces in one cluster, a third alone; 19 has two districts
TAMBONS = ["190101", "190102", "190201", "190202", "180101", "100101"]
INDEX = Index(TAMBONS, name="tambon_code")
CLUSTER = Series(["uc", "uc", "uc", "uc", "uc", "bangkok"], index=INDEX, dtype="str")
ZONE = Series(["z1", "z1", None, None, None, None], index=INDEX, dtype="str")
MEMBERSHIPS = {
    Level.TAMBON: Series(TAMBONS, index=INDEX, dtype="str"),
    Level.DISTRICT: Series([code[:4] for code in TAMBONS], index=INDEX, dtype="str"),
    Level.PROVINCE: Series([code[:2] for code in TAMBONS], index=INDEX, dtype="str"),
    Level.CLUSTER: CLUSTER,
    Level.ZONE: ZONE,
    Level.COUNTRY: Series("TH", index=INDEX, dtype="str"),
}


def lines_of(*lines) -> DataFrame:
    names = ["area_code", "fiscal_year", "amount_baht", "programme", "status"]
    full = [(*line, *(None, "matched")[len(line) - 3 :]) for line in lines]
    kinds = {"area_code": "str", "programme": "str", "status": "str", "fiscal_year": "Int64"}
    return DataFrame(full, columns=names).astype(kinds)


def money(lines, by, **how):
    found = budget(lines, by, MEMBERSHIPS, **how)
    frames.check(found, frames.BUDGET)
    return found


def amounts(lines, by, **how):
    found = money(lines, by, **how)
    return dict(zip(found["area_code"], found["amount_baht"], strict=True))


LINES = lines_of(
    ("190101", 2566, 100.25),
    ("190101", 2566, 0.50),
    ("190102", 2566, 73_250.0),
    ("1902", 2566, 40.0),
    ("19", 2566, 5_000.0),
    ("uc", 2566, 7.0),
    ("TH", 2566, 3.0),
)


def test_by_tambon_what_is_known_above_stands_under_its_own_place():
    found = money(LINES, Level.TAMBON)
    assert found["area_code"].tolist() == ["19", "190101", "190102", "1902", "TH", "uc"]
    assert found["placed_at"].tolist() == [
        "province",
        "tambon",
        "tambon",
        "district",
        "country",
        "cluster",
    ]
    assert found["amount_baht"].tolist() == [5000.0, 100.75, 73250.0, 40.0, 3.0, 7.0]
    assert found["lines"].tolist() == [1, 2, 1, 1, 1, 1]
    assert above_baht(found, Level.TAMBON) == Decimal(5050)


def test_by_district_tambons_sum_and_the_province_is_not_spread():
    assert amounts(LINES, Level.DISTRICT) == {
        "1901": 73350.75,
        "1902": 40.0,
        "19": 5000.0,
        "uc": 7.0,
        "TH": 3.0,
    }


def test_by_province_all_in_it_sums():
    found = money(LINES, Level.PROVINCE).set_index("area_code")
    assert found.loc["19", "amount_baht"] == 78390.75
    assert found.loc["19", "placed_at"] == "province"
    assert found.loc["uc", "placed_at"] == "cluster"


def test_by_cluster_and_country():
    assert amounts(LINES, Level.CLUSTER) == {"uc": 78397.75, "TH": 3.0}
    assert amounts(LINES, Level.COUNTRY) == {"TH": 78400.75}


def test_a_place_that_lies_in_one_zone_counts_there_and_others_stand_alone():
    # district 1901 lies in zone z1, 1902 in none, province 19 in neither
    found = money(LINES, Level.ZONE).set_index("area_code")
    assert found["placed_at"].to_dict() == {
        "z1": "zone",
        "19": "province",
        "1902": "district",
        "TH": "country",
        "uc": "cluster",
    }
    assert found.loc["z1", "amount_baht"] == 73350.75


def test_a_cluster_of_one_province_is_known_by_province():
    assert amounts(lines_of(("bangkok", 2566, 9.0)), Level.PROVINCE) == {"10": 9.0}


def test_a_district_of_one_tambon_is_known_by_tambon():
    assert amounts(lines_of(("1801", 2566, 9.0)), Level.TAMBON) == {"180101": 9.0}


def test_within_a_province_what_reaches_beyond_is_left_out():
    inside = Index([code for code in TAMBONS if code.startswith("19")])
    assert amounts(LINES, Level.DISTRICT, within=inside) == {
        "1901": 73350.75,
        "1902": 40.0,
        "19": 5000.0,
    }


def test_years_and_programmes():
    lines = lines_of(
        ("190101", 2565, 1.0, "a"),
        ("190101", 2566, 2.0, "a"),
        ("190101", 2566, 4.0, "b"),
        ("190101", 2566, 8.0, None),
        ("190101", None, 16.0, "a"),
    )
    by_year = money(lines, Level.TAMBON)
    assert by_year["fiscal_year"].tolist()[:2] == [2565, 2566]
    assert by_year["fiscal_year"].isna().tolist() == [False, False, True]
    assert by_year["amount_baht"].tolist() == [1.0, 14.0, 16.0]
    assert amounts(lines, Level.TAMBON, fiscal_year=2566) == {"190101": 14.0}
    split = money(lines, Level.TAMBON, fiscal_year=2566, programmes=True)
    assert split["amount_baht"].tolist() == [2.0, 4.0, 8.0]
    assert split["programme"].fillna("-").tolist() == ["a", "b", "-"]


def test_the_published_sums_of_saraburi():
    # domain: 5 projects of 6,749,210 baht in Saraburi FY2566
    parts = [1_949_210.0, 1_200_000.0, 1_200_000.0, 1_200_000.0, 1_200_000.0]
    lines = lines_of(*[("190101", 2566, part) for part in parts])
    found = money(lines, Level.PROVINCE)
    assert found[["lines", "amount_baht"]].to_numpy().tolist() == [[5, 6_749_210.0]]


def test_rows_without_a_place_are_counted_apart():
    lines = lines_of(
        ("190101", 2566, 1.0),
        (None, 2566, 2.0, None, "suggested"),
        (None, 2566, 4.0, None, "ambiguous"),
        (None, 2565, 8.0, None, "unmatched"),
        (None, 2566, 16.0, None, "ignored"),
    )
    assert amounts(lines, Level.TAMBON) == {"190101": 1.0}
    assert unplaced_baht(lines) == 14
    assert unplaced_baht(lines, 2566) == 6


def test_a_missing_amount_is_not_zero():
    found = money(lines_of(("190101", 2566, None)), Level.TAMBON)
    assert found["amount_baht"].isna().all()
    assert found["lines"].tolist() == [1]


def test_no_lines():
    empty = LINES.iloc[:0]
    found = budget(empty, Level.PROVINCE, MEMBERSHIPS, programmes=True)
    assert found.empty
    assert list(found.columns) == [
        "area_code",
        "placed_at",
        "fiscal_year",
        "programme",
        "lines",
        "amount_baht",
    ]


def test_a_group_of_no_day_keeps_its_money():
    found = money(lines_of(("old-group", 2566, 3.0)), Level.PROVINCE)
    assert found[["area_code", "placed_at"]].to_numpy().tolist() == [["old-group", "unknown"]]


PLACES = st.sampled_from([*TAMBONS, "1901", "1902", "1801", "19", "18", "10", "uc", "z1", "TH"])
AMOUNTS = st.integers(min_value=0, max_value=10**12).map(lambda each: each / 100)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(PLACES, st.sampled_from([2565, 2566]), AMOUNTS), min_size=1, max_size=15),
    st.sampled_from([*MEMBERSHIPS]),
)
def test_the_total_is_the_total_at_every_level(found, by):
    lines = lines_of(*found)
    assert total_baht(money(lines, by)["amount_baht"]) == total_baht(lines["amount_baht"])


@pytest.mark.parametrize("by", [Level.DISTRICT, Level.PROVINCE])
def test_within_parts_that_fill_the_level_sum_to_what_is_placed(by):
    whole = money(LINES, Level.COUNTRY, within=INDEX)["amount_baht"].sum()
    parts = [
        total_baht(
            money(LINES, by, within=Index([each for each in TAMBONS if each[:2] == province]))[
                "amount_baht"
            ]
        )
        for province in ("10", "18", "19")
    ]
    # what is known only to the cluster (7) and the country (3) lies in no one province
    assert float(sum(parts)) == whole - 10


def test_money_of_an_authority_over_several_tambons_is_no_single_tambons():
    lines = lines_of(("190101", 2566, 100.0), ("190102", 2566, 30.0)).assign(
        authority_code=["1999", "190102"]
    )
    pieces = DataFrame(
        {
            "tambon_code": ["190101", "190102", "190102"],
            "authority_code": ["1999", "190102", "1999"],
            "whole": [True, False, False],
        }
    )
    by_tambon = money(lines, Level.TAMBON, pieces=pieces)
    assert by_tambon[["area_code", "placed_at", "amount_baht"]].to_numpy().tolist() == [
        ["190102", "tambon", 30.0],
        ["1999", "authority", 100.0],
    ]
    assert amounts(lines, Level.DISTRICT, pieces=pieces) == {"1901": 130.0}
    assert amounts(lines, Level.TAMBON, pieces=pieces, within=Index(["190101"])) == {}
