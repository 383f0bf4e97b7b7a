"""Proportions: nothing known of nobody, nothing spread, nothing counted twice."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import Index, Series

from areamap.errors import PlaceError
from areamap.measures.basis import Basis
from areamap.measures.intensity import (
    HUNDRED,
    THOUSAND,
    intensity,
    intensity_by_place,
    per_tambon,
    recorded,
)
from tests.measures.ground import ground_of, rows_of


def by_area(**values):
    return Series({code[1:]: value for code, value in values.items()}, dtype="Float64")


def test_baht_per_head_by_hand():
    # Charoen Tham: 73,250 baht among 5,860 people
    found = intensity(by_area(_190406=73_250.0), by_area(_190406=5_860))
    assert found["190406"] == 12.5
    assert found.dtype == "float64"


def test_members_per_hundred_and_houses_per_thousand():
    people, households = by_area(_190101=4_000), by_area(_190101=1_600)
    assert intensity(by_area(_190101=150), people, HUNDRED)["190101"] == 3.75
    assert intensity(by_area(_190101=2), households, THOUSAND)["190101"] == 1.25


def test_nothing_is_known_of_nobody():
    values = by_area(_a=100, _b=100, _c=100, _d=None, _e=0)
    people = by_area(_a=0, _b=None, _d=50, _e=50)
    found = intensity(values, people)
    assert found.isna().tolist() == [True, True, True, True, False]
    assert found["e"] == 0


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from("abcdef"), st.tuples(st.none() | st.integers(), st.none() | st.integers(0))
    )
)
def test_never_infinite(pairs):
    values = Series({code: pair[0] for code, pair in pairs.items()}, dtype="object")
    people = Series({code: pair[1] for code, pair in pairs.items()}, dtype="object")
    values, people = (pd.to_numeric(each).astype("float64") for each in (values, people))
    found = intensity(values, people)
    assert not found.isin([float("inf"), -float("inf")]).any()
    assert found.notna().tolist() == (values.notna() & (people > 0)).tolist()


MEMBERSHIP = Series(
    {"190101": "19", "190102": "19", "180101": "18", "180102": "18", "170101": "17"}
)


def test_a_province_with_a_tambon_that_was_not_counted_has_none():
    values = by_area(_190101=100, _190102=50, _180101=10)
    people = by_area(_190101=10, _190102=20, _180101=5, _170101=7)
    found = intensity_by_place(values, people, MEMBERSHIP)
    assert found.index.tolist() == ["17", "18", "19"]
    assert found.loc["19", ["value", "denominator", "intensity"]].tolist() == [150, 30, 5]
    assert found["intensity"].isna().tolist() == [True, True, False]
    assert found.loc["18", ["areas", "areas_without_denominator"]].tolist() == [2, 1]
    assert pd.isna(found.loc["18", "denominator"])
    # 17 was counted, and no area in it has a value
    assert pd.isna(found.loc["17", "value"])
    assert found.loc["17", ["denominator", "areas_without_value"]].tolist() == [7, 1]


def test_per_tambon():
    found = per_tambon(by_area(_19=300.0, _18=10.0, _99=5.0), MEMBERSHIP)
    assert found.fillna(-1).tolist() == [150, 5, -1]
    assert found.name == "per_tambon"


# t1 and t2 lie in authority A, t3 in B and C, t4 in D alone, t5 in none
GROUND = ground_of(
    ("190101", "A"),
    ("190102", "A"),
    ("190103", "B"),
    ("190103", "C"),
    ("190104", "D"),
    ("190105", None),
    partly=("190103",),
)


def fund(area, members, authority=None, status="matched"):
    return {"area": area, "members": members, "authority": authority, "status": status}


def members(basis, *records):
    rows = rows_of(*records).astype({"members": "Int64"})
    return recorded(rows, "members", GROUND, basis).dropna().to_dict()


def test_a_record_of_a_tambon_counts_there_and_in_its_only_authority():
    records = [fund("190101", 5), fund("190101", 7), fund("190104", 3)]
    assert members(Basis.TAMBON, *records) == {"190101": 12, "190104": 3}
    assert members(Basis.AUTHORITY, *records) == {"A": 12, "D": 3}


def test_members_of_a_municipality_are_not_spread_over_its_tambons():
    records = [fund("190101", 50, "A"), fund("190102", 5), fund("190104", 9, "D")]
    # how many of the fifty live in which tambon is not known, so neither sum is
    assert members(Basis.TAMBON, *records) == {"190104": 9}
    assert members(Basis.AUTHORITY, *records) == {"A": 55, "D": 9}


def test_a_tambon_of_two_authorities_does_not_tell_which():
    records = [fund("190103", 5), fund("190103", 4, "B")]
    assert members(Basis.TAMBON, *records) == {"190103": 9}
    assert members(Basis.AUTHORITY, *records) == {}


def test_a_sum_of_which_a_part_is_missing_is_missing():
    records = [fund("190101", 5), fund("190101", None), fund("190105", 2)]
    assert members(Basis.TAMBON, *records) == {"190105": 2}


def test_rows_without_a_place_count_nowhere():
    records = [fund("1901", 5), fund("19", 5), fund(None, 5, status="suggested")]
    assert members(Basis.TAMBON, *records) == {}
    assert members(Basis.AUTHORITY, *records) == {}


def test_every_area_has_a_line_and_satang_do_not_drift():
    rows = rows_of(*[{"area": "190101", "baht": 0.1} for _ in range(3)])
    found = recorded(rows, "baht", GROUND, Basis.TAMBON)
    assert found.index.equals(Index(sorted(f"19010{at}" for at in range(1, 6)), name="area_code"))
    assert found["190101"] == 0.3


def test_no_register_of_authorities():
    with pytest.raises(PlaceError):
        recorded(
            rows_of(fund("190101", 1)), "members", ground_of(("190101", None)), Basis.AUTHORITY
        )
