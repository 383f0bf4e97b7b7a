"""Coverage by the cases of the domain, worked out by hand, and what must always hold."""

import math
from datetime import date
from time import process_time

import pandas as pd
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pandas import Index, Series

from areamap.measures import frames
from areamap.measures.basis import Basis, ground
from areamap.measures.coverage import coverage, share_of_total_pct
from areamap.measures.states import State, Theme, states
from areamap.places.authorities import pieces, seat
from tests.measures.ground import TODAY, council, ground_of, rows_of

COVERED = ("registered", "covered", "partly")


def series(found: dict[str, str]) -> Series:
    return Series(found, dtype="str").rename_axis("area_code")


def province(ground_, basis=Basis.TAMBON) -> Series:
    tambons = ground_.areas(Basis.TAMBON)
    return ground_.membership(basis, Series(tambons.str[:2], index=tambons))


def table(rows, ground_, basis, **how):
    found = states(Theme.COUNCIL, rows, ground_, basis, as_of=TODAY, published_on=TODAY)
    result = coverage(found["state"], province(ground_, basis), basis, **how)
    frames.check(result, frames.COVERAGE)
    return result


# A Nakhon Ratchasima in miniature: 6 tambons, 8 authorities. Tambon 01 holds three of them, 02 two;
# the municipality 3009 spans 03 and 04; 05 and 06 have one each.
KORAT = ground_of(
    ("300101", "3001"),
    ("300101", "300101"),
    ("300101", "3002"),
    ("300102", "3003"),
    ("300102", "300102"),
    ("300103", "3009"),
    ("300104", "3009"),
    ("300105", "300105"),
    ("300106", "300106"),
    seats={"3009": "300104"},
    partly=("300101", "300102"),
)


def korat_councils():
    """7 of 8 authorities have a council; 3003, in tambon 02, has none."""
    named = ["3001", "300101", "3002", "300102", "3009", "300105", "300106"]
    places = ["300101", "300101", "300101", "300102", "300104", "300105", "300106"]
    return rows_of(*(council(at, authority=each) for at, each in zip(places, named, strict=True)))


def test_korat_in_miniature_by_both_bases():
    by_authority = table(korat_councils(), KORAT, Basis.AUTHORITY).loc["30"]
    assert by_authority.drop("basis").tolist() == [8, 7, 0, 0, 1, 87.5]
    assert by_authority["basis"] == "authority"
    # by tambon: all six are covered, one of them (02) only partly; 7 councils / 6 tambons is 117 %
    by_tambon = table(korat_councils(), KORAT, Basis.TAMBON).loc["30"]
    assert by_tambon.drop("basis").tolist() == [6, 6, 1, 0, 0, 100.0]


def test_korat_as_it_is(reference):
    register = pd.read_csv(reference / "facts" / "local_authorities.csv", dtype="str")
    register = register.rename(columns={"geocode": "authority_code", "type": "authority_type"})
    register = register[register["province_code"] == "30"]
    tambons = Index(register["tambon_codes"].str.findall(r"\d{6}").explode().unique())
    korat = ground(pieces(register, tambons), seat(register))
    assert (len(korat.areas(Basis.TAMBON)), len(korat.areas(Basis.AUTHORITY))) == (289, 333)
    counts = register["authority_type"].eq("TAO").value_counts()
    assert (counts[True], counts[False]) == (243, 90)

    # 332 of 333 have a council; the one without shares its tambon with others
    seats = korat.seats
    shared = korat.pieces["tambon_code"].value_counts()
    without = next(code for code, at in seats.items() if shared[at] > 1)
    records = [council(at, authority=code) for code, at in seats.items() if code != without]
    by_authority = table(rows_of(*records), korat, Basis.AUTHORITY).loc["30"]
    assert (by_authority["areas"], by_authority["covered"], by_authority["gap"]) == (333, 332, 1)
    assert by_authority["coverage_pct"] == pytest.approx(99.699, abs=0.001)
    by_tambon = table(rows_of(*records), korat, Basis.TAMBON).loc["30"]
    assert (by_tambon["areas"], by_tambon["covered"]) == (289, 289)
    assert 1 <= by_tambon["partly"] <= 3
    assert by_tambon["coverage_pct"] == 100.0


def test_nothing_known_has_no_rate_and_no_area_has_none():
    found = series({"100101": "unknown", "190101": "registered", "190102": "none"})
    codes = Index(["10", "19", "20"])
    result = coverage(found, Series(found.index.str[:2], found.index), Basis.TAMBON, codes=codes)
    assert result.index.tolist() == ["10", "19", "20"]
    assert math.isnan(result.loc["10", "coverage_pct"])
    assert math.isnan(result.loc["20", "coverage_pct"])
    assert result.loc["20", "areas"] == 0
    assert result.loc["19", "coverage_pct"] == 50.0


def test_each_state_counts_where_it_belongs():
    found = series({f"1901{number:02}": str(each) for number, each in enumerate(State)})
    result = coverage(found, Series("19", index=found.index), Basis.TAMBON).loc["19"]
    assert result.drop("basis").tolist() == [6, 3, 1, 1, 2, 50.0]


def test_an_area_of_no_place_and_a_place_not_wanted_are_left_out():
    found = series({"190101": "registered", "190102": "none", "200101": "none"})
    zones = Series({"190101": "z1", "200101": "z2"})
    result = coverage(found, zones, Basis.TAMBON, codes=Index(["z1"]))
    assert result["areas"].to_dict() == {"z1": 1}


def test_an_authority_counts_once_where_its_seat_lies():
    spread = ground_of(("300103", "3009"), ("300204", "3009"), seats={"3009": "300204"})
    tambons = spread.areas(Basis.TAMBON)
    districts = spread.membership(Basis.AUTHORITY, Series(tambons.str[:4], index=tambons))
    assert districts.to_dict() == {"3009": "3002"}


def test_a_share_of_the_total_is_not_coverage():
    # councils and tambons by region on 1 Sep 2557 (domain: CODI's council system)
    regions = {
        "bangkok": (158, 333),
        "central": (559, 924),
        "west": (310, 525),
        "east": (359, 522),
        "upper-south": (321, 520),
        "lower-south": (401, 565),
        "upper-north": (375, 770),
        "lower-north": (334, 594),
        "central-isan": (429, 863),
        "southern-isan": (581, 1142),
        "upper-isan": (504, 697),
    }
    found, places = [], []
    for region, (councils, tambons) in regions.items():
        found += ["registered"] * councils + ["none"] * (tambons - councils)
        places += [region] * tambons
    codes = [f"{number:06}" for number in range(len(found))]
    result = coverage(
        series(dict(zip(codes, found, strict=True))), Series(places, index=codes), Basis.TAMBON
    )
    assert result.loc["upper-north", "coverage_pct"] == pytest.approx(48.7, abs=0.05)
    shares = share_of_total_pct(result["areas"])
    assert shares["upper-north"] == pytest.approx(10.3, abs=0.05)
    assert shares.sum() == pytest.approx(100)
    # the parts print 4,331 of 7,455, which is 58.1 %
    total = result[["areas", "covered"]].sum()
    assert (total["covered"], total["areas"]) == (4331, 7455)
    assert total["covered"] / total["areas"] * 100 == pytest.approx(58.1, abs=0.05)


def test_shares_of_nothing_are_missing():
    shares = share_of_total_pct(Series({"19": 0, "20": 0}))
    assert shares.isna().all()


TAMBONS = [f"{p}01{number:02}" for p in ("19", "30") for number in range(1, 6)]
AUTHORITIES = [f"{p}{number:02}" for p in ("19", "30") for number in range(50, 54)]


@st.composite
def grounds(draw):
    found = []
    for tambon in TAMBONS:
        near = [each for each in AUTHORITIES if each[:2] == tambon[:2]]
        meets = draw(st.sets(st.sampled_from(near), max_size=3))
        found += [(tambon, each) for each in sorted(meets)] or [(tambon, None)]
    return ground_of(*found)


@st.composite
def councils(draw):
    kind = draw(st.sampled_from(["tambon", "authority", "far", "open"]))
    more = {
        "registered_date": draw(st.sampled_from([None, date(2010, 1, 1), date(2030, 1, 1)])),
        "record_status": draw(st.sampled_from(["active", "active", "dissolved", None])),
    }
    at = draw(st.sampled_from(TAMBONS))
    if kind == "authority":
        return council(at, authority=draw(st.sampled_from(AUTHORITIES)), **more)
    if kind == "far":
        return council(draw(st.sampled_from(["19", "1901", "30"])), **more)
    if kind == "open":
        return council(None, status="suggested", suggested=(at,), **more)
    return council(at, **more)


LISTS = st.lists(councils(), min_size=1, max_size=12)
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(grounds(), LISTS, st.sampled_from(Basis))
def test_areas_are_covered_or_unknown_or_a_gap_and_provinces_sum_to_the_country(g, records, basis):
    assume(basis in g.bases)
    found = states(Theme.COUNCIL, rows_of(*records), g, basis, as_of=TODAY, published_on=TODAY)
    frames.check(found, frames.STATES)
    by_province = coverage(found["state"], province(g, basis), basis)
    frames.check(by_province, frames.COVERAGE)
    country = coverage(found["state"], Series("TH", index=found.index), basis).loc["TH"]
    counts = ["areas", "covered", "partly", "unknown", "gap"]
    assert by_province[counts].sum().tolist() == country[counts].tolist()
    assert country["areas"] == len(g.areas(basis))


@QUICK
@given(grounds(), LISTS, councils(), st.sampled_from(Basis))
def test_one_more_council_never_uncovers_an_area(g, records, more, basis):
    assume(basis in g.bases)
    how = {"as_of": TODAY, "published_on": TODAY}
    before = states(Theme.COUNCIL, rows_of(*records), g, basis, **how)["state"]
    after = states(Theme.COUNCIL, rows_of(*records, more), g, basis, **how)["state"]
    assert (after.isin(COVERED) | ~before.isin(COVERED)).all()


@QUICK
@given(grounds(), LISTS, st.sampled_from(Basis))
def test_a_register_twice_over_says_the_same(g, records, basis):
    assume(basis in g.bases)
    how = {"as_of": TODAY, "published_on": TODAY}
    once = states(Theme.COUNCIL, rows_of(*records), g, basis, **how)
    twice = states(Theme.COUNCIL, rows_of(*records, *records[::-1]), g, basis, **how)
    pd.testing.assert_frame_equal(once, twice)


@QUICK
@given(grounds(), LISTS)
def test_both_bases_see_the_same_pieces(g, records):
    assume(Basis.AUTHORITY in g.bases)
    how = {"as_of": TODAY, "published_on": TODAY}
    tambons = states(Theme.COUNCIL, rows_of(*records), g, Basis.TAMBON, **how)["state"]
    authorities = states(Theme.COUNCIL, rows_of(*records), g, Basis.AUTHORITY, **how)["state"]
    both = g.pieces.dropna()
    at_tambon = tambons.reindex(both["tambon_code"]).to_numpy()
    at_authority = authorities.reindex(both["authority_code"]).to_numpy()
    whole = ("registered", "covered")
    for one, other in (at_tambon, at_authority), (at_authority, at_tambon):
        # what covers all of one area covers this piece of the other
        fully = Series(one).isin(whole)
        assert Series(other)[fully].isin(COVERED).all()


def test_the_country_is_counted_in_a_twentieth_of_a_second(reference):
    register = pd.read_csv(reference / "facts" / "local_authorities.csv", dtype="str")
    register = register.rename(columns={"geocode": "authority_code"})
    tambons = Index(register["tambon_codes"].str.findall(r"\d{6}").explode().unique())
    country = ground(pieces(register, tambons), seat(register))
    rows = rows_of(*(council(code) for code in tambons[:7000]))
    members = {basis: province(country, basis) for basis in Basis}

    def seconds(basis):
        start = process_time()
        found = states(Theme.COUNCIL, rows, country, basis, as_of=TODAY, published_on=TODAY)
        coverage(found["state"], members[basis], basis)
        return process_time() - start

    for basis in Basis:
        # 36 ms were measured; the rest is for a machine that is busy otherwise
        assert min(seconds(basis) for _ in range(5)) < 0.15
