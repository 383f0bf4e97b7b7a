"""What a rate is counted against, and the warning where it would pass 100 %."""

import math

import pytest
from pandas import DataFrame, Series

from areamap.measures import frames
from areamap.measures.basis import Basis, ground, over_full, plausible_basis
from tests.measures.ground import ground_of


def test_korat_was_counted_by_authority():
    # 332 / 289 tambons = 114.88 %, 332 / 333 authorities = 99.70 %
    found = plausible_basis(covered=332, tambons=289, authorities=333)
    assert found.possible == (Basis.AUTHORITY,)
    assert found.rates_pct[Basis.TAMBON] == pytest.approx(114.88, abs=0.005)
    assert found.rates_pct[Basis.AUTHORITY] == pytest.approx(99.70, abs=0.005)
    assert not found.is_ambiguous
    assert "114.9" in found.text("en")
    assert "99.7" in found.text("th")


def test_saraburi_was_counted_by_tambon():
    # "all 111 tambons": 111 of 111 tambons, and 102.8 % of its 108 authorities
    found = plausible_basis(covered=111, tambons=111, authorities=108)
    assert found.possible == (Basis.TAMBON,)


def test_a_count_that_both_could_hold():
    found = plausible_basis(covered=100, tambons=110, authorities=126)
    assert found.is_ambiguous
    assert "110" not in found.text("en")
    assert "90.9" in found.text("en")


def test_a_count_above_both():
    assert "twice" in plausible_basis(400, tambons=289, authorities=333).text("en")


def test_a_count_above_the_only_basis_known():
    found = plausible_basis(332, tambons=289, authorities=None)
    assert found.possible == ()
    assert found.rates_pct[Basis.AUTHORITY] is None
    assert "other basis" in found.text("en")


def test_counts_above_full_are_named():
    counts, areas = Series({"30": 332, "19": 111, "72": 5}), Series({"30": 289, "19": 111, "72": 0})
    found = over_full(counts, areas)
    assert found.round(1).to_dict() == {"30": 114.9}


def test_a_ground_keeps_its_contract():
    found = ground_of(("190101", "190101"), ("190102", None))
    frames.check(found.pieces, frames.PIECES)
    assert found.areas(Basis.TAMBON).tolist() == ["190101", "190102"]
    assert found.areas(Basis.AUTHORITY).tolist() == ["190101"]


def test_an_authority_listed_twice_has_one_seat():
    pieces = DataFrame(
        {"tambon_code": ["190101"], "authority_code": ["1901"], "whole": [True]}
    ).astype({"tambon_code": "str", "authority_code": "str"})
    twice = Series(["190101", "190101"], index=["1901", "1901"], dtype="str")
    assert ground(pieces, twice).areas(Basis.AUTHORITY).tolist() == ["1901"]


def test_an_authority_without_a_seat_is_in_no_place():
    found = ground_of(("190101", "190101"))
    lost = ground(found.pieces, Series({"190101": "190101", "1999": None}, dtype="str"))
    membership = lost.membership(Basis.AUTHORITY, Series({"190101": "19"}, dtype="str"))
    assert membership["190101"] == "19"
    assert not isinstance(membership["1999"], str)
    assert math.isnan(membership["1999"])
