"""How areas stand, each rule of the pieces by a case worked out by hand."""

from datetime import date

import pytest

from areamap.errors import PlaceError
from areamap.measures import frames
from areamap.measures.basis import Basis
from areamap.measures.states import Theme, states
from tests.measures.ground import TODAY, council, ground_of, rows_of

# Province 19: tambon 01 of one authority; 02 of two; 03, 04, 05 of one municipality (1990);
# Bangkok: khet 1001 with two khwaeng, no authority.
GROUND = ground_of(
    ("190101", "190101"),
    ("190102", "190102"),
    ("190102", "1901"),
    ("190103", "1990"),
    ("190104", "1990"),
    ("190105", "1990"),
    ("100101", None),
    ("100102", None),
    seats={"1901": "190102", "1990": "190104"},
    partly=("190102",),
)


def look(*records, basis="tambon", theme=Theme.COUNCIL, as_of=TODAY, published_on=TODAY):
    found = states(
        theme, rows_of(*records), GROUND, Basis(basis), as_of=as_of, published_on=published_on
    )
    frames.check(found, frames.STATES)
    return found


def state(*records, **how):
    return look(*records, **how)["state"].to_dict()


def because(*records, **how):
    return look(*records, **how)["unknown_because"].dropna().to_dict()


def test_a_council_of_a_tambon():
    by_tambon = state(council("190101"))
    assert by_tambon["190101"] == "registered"
    assert by_tambon["190102"] == "none"
    assert state(council("190101"), basis="authority") == {
        "190101": "registered",
        "190102": "none",
        "1901": "none",
        "1990": "none",
    }


def test_a_council_of_a_municipality_over_three_tambons_covers_all_three():
    record = council("190104", authority="1990")
    by_tambon = state(record)
    assert {code: by_tambon[code] for code in ("190103", "190104", "190105")} == {
        "190103": "covered",
        "190104": "registered",
        "190105": "covered",
    }
    assert state(record, basis="authority")["1990"] == "registered"


def test_a_tambon_of_two_authorities_can_be_half_covered():
    half = [council("190102", authority="190102")]
    assert state(*half)["190102"] == "partly"
    assert state(*half, basis="authority") == {
        "190101": "none",
        "190102": "registered",
        "1901": "none",
        "1990": "none",
    }
    both = [*half, council("190102", authority="1901")]
    assert state(*both)["190102"] == "registered"
    assert state(*both, basis="authority")["1901"] == "registered"


def test_a_council_of_a_tambon_covers_both_of_its_authorities():
    found = state(council("190102"), basis="authority")
    assert (found["190102"], found["1901"]) == ("registered", "registered")


def test_a_municipality_of_which_one_tambon_has_a_council_is_partly_covered():
    found = state(council("190103"), basis="authority")
    assert found["1990"] == "partly"
    assert state(council("190103"))["190104"] == "none"


def test_three_councils_of_tambons_cover_their_municipality():
    found = state(*map(council, ("190103", "190104", "190105")), basis="authority")
    assert found["1990"] == "registered"
    away = ground_of(("190103", "1990"), ("190104", "1990"), seats={"1990": "190104"})
    shared = states(
        Theme.COUNCIL,
        rows_of(council("190103"), council(None, authority="1990", status="ignored")),
        away,
        Basis.AUTHORITY,
        as_of=TODAY,
        published_on=TODAY,
    )
    assert shared.loc["1990", "state"] == "partly"


def test_two_councils_in_one_tambon_count_once():
    once, twice = state(council("190101")), state(council("190101"), council("190101"))
    assert once == twice


def test_a_council_of_a_khet_covers_its_khwaeng():
    found = state(council("1001"))
    assert (found["100101"], found["100102"]) == ("covered", "covered")
    assert found["190101"] == "unknown"
    assert "100101" not in state(council("1001"), basis="authority")


def test_a_dissolved_council_does_not_count():
    gone = council("190101", record_status="dissolved", dissolved_date=date(2020, 1, 1))
    assert state(gone)["190101"] == "dissolved"
    assert state(gone, as_of=date(2019, 12, 31))["190101"] == "registered"
    assert state(gone, council("190101"))["190101"] == "registered"
    assert state(gone, basis="authority")["190101"] == "dissolved"


def test_a_council_registered_later_does_not_count_yet():
    late = council("190101", registered_date=date(2018, 5, 1))
    assert state(late, as_of=date(2018, 4, 30))["190101"] == "none"
    assert state(late, as_of=date(2018, 5, 1))["190101"] == "registered"


def test_missing_dates_are_not_none():
    undated = council("190101", registered_date=None)
    assert state(undated)["190101"] == "registered"
    before = date(2020, 1, 1)
    assert because(undated, council("190102"), as_of=before)["190101"] == "record"
    assert because(council("190101", record_status=None))["190101"] == "record"
    assert because(council("190101", record_status=None), basis="authority")["190101"] == "record"


def test_a_province_of_which_the_register_does_not_speak_is_unknown():
    found = because(council("190101"))
    assert found == {"100101": "province_silent", "100102": "province_silent"}


def test_an_empty_register_knows_nothing():
    rows = rows_of(council("190101")).iloc[:0]
    found = states(Theme.COUNCIL, rows, GROUND, Basis.TAMBON, as_of=TODAY, published_on=TODAY)
    assert set(found["state"]) == {"unknown"}


def test_a_row_known_only_to_the_province_covers_nothing_and_does_not_speak_for_it():
    assert set(state(council("19")).values()) == {"unknown"}
    assert state(council("19"), council("190101"))["190102"] == "none"


def test_a_row_known_only_to_the_district_could_be_any_of_its_tambons():
    found = because(council("1901"), council("190101"), council("100101"))
    assert set(found) == {"190102", "190103", "190104", "190105"}
    assert set(found.values()) == {"district_only"}


@pytest.mark.parametrize("status", ["suggested", "ambiguous", "unmatched", "rejected"])
def test_an_open_row_makes_what_it_may_mean_unknown(status):
    waiting = council(None, status=status, suggested=("190103", "190101"))
    found = look(council("190101"), waiting)
    assert found.loc["190101", "state"] == "registered"
    assert found.loc["190103", "unknown_because"] == "open_row"
    assert found.loc["190105", "state"] == "none"
    by_authority = because(council("190101"), waiting, basis="authority")
    assert by_authority == {"1990": "open_row"}


def test_an_open_row_of_a_district_may_mean_all_of_it():
    found = because(council("190101"), council(None, status="suggested", suggested=("1901",)))
    assert set(found.values()) == {"open_row", "province_silent"}
    assert found["190102"] == "open_row"


def test_an_ignored_row_or_a_dissolved_one_means_nothing():
    ignored = council(None, status="ignored", suggested=("190103",))
    gone = council(None, status="suggested", record_status="dissolved", suggested=("190103",))
    assert state(council("190101"), ignored, gone)["190103"] == "none"


def test_open_rows_do_not_speak_for_a_province():
    assert because(council(None, status="suggested", suggested=("190101",)))["190102"] == (
        "province_silent"
    )


def test_an_authority_that_the_ground_does_not_know_leaves_its_tambon():
    assert state(council("190101", authority="9999"))["190101"] == "registered"


def test_without_a_register_of_authorities_there_is_no_such_basis():
    bare = ground_of(("190101", None), ("190102", None))
    assert bare.bases == (Basis.TAMBON,)
    with pytest.raises(PlaceError) as raised:
        states(
            Theme.COUNCIL,
            rows_of(council("190101")),
            bare,
            Basis.AUTHORITY,
            as_of=TODAY,
            published_on=TODAY,
        )
    assert "areamap publish authority" in raised.value.text("en")


def test_an_authority_that_meets_no_tambon_still_counts():
    lost = ground_of(("190101", "190101"), seats={"1999": "190101"})
    rows = rows_of(council("190101", authority="190101"))
    found = states(Theme.COUNCIL, rows, lost, Basis.AUTHORITY, as_of=TODAY, published_on=TODAY)
    assert found["state"].to_dict() == {"190101": "registered", "1999": "none"}


def fund(area, **more):
    return {"area": area, "founded_year": 2549, "record_status": "active", **more}


def test_a_fund_of_a_municipality_covers_its_tambons():
    found = state(fund("190104", authority="1990"), theme=Theme.FUND)
    assert (found["190103"], found["190104"], found["190101"]) == ("covered", "registered", "none")


def project(area, **more):
    return {"area": area, "fiscal_year": 2566, **more}


def test_a_housing_project_stands_in_one_tambon_of_its_municipality():
    placed = project("190104", authority="1990")
    found = state(placed, theme=Theme.HOUSING)
    assert (found["190103"], found["190104"]) == ("none", "registered")
    assert state(placed, theme=Theme.HOUSING, basis="authority")["1990"] == "registered"


def test_a_housing_project_of_a_shared_tambon_could_be_in_either_authority():
    found = because(project("190102"), theme=Theme.HOUSING, basis="authority")
    assert found == {"190102": "shared", "1901": "shared"}
    assert state(project("190102"), theme=Theme.HOUSING)["190102"] == "registered"
    named = project("190102", authority="1901")
    by_authority = state(named, theme=Theme.HOUSING, basis="authority")
    assert (by_authority["1901"], by_authority["190102"]) == ("registered", "none")


def test_a_housing_project_of_a_later_year_does_not_count_yet():
    found = state(project("190101"), theme=Theme.HOUSING, as_of=date(2022, 9, 30))
    assert found["190101"] == "none"


def test_a_housing_project_known_to_the_district_only():
    found = because(project("1901"), project("190101"), theme=Theme.HOUSING)
    assert found["190105"] == "district_only"
    khet = because(project("1001"), theme=Theme.HOUSING)
    assert khet["100102"] == "district_only"
