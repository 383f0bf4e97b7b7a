"""Councils that can't be as they are told."""

import pytest

from areamap.i18n import LANGS
from areamap.measures.council_checks import council_before_act, dissolved_first, two_councils
from areamap.measures.findings import Found
from areamap.measures.standing import council_standing
from areamap.quality import words
from tests.measures.ground import TODAY, council, ground_of, rows_of

GROUND = ground_of(
    ("190401", "A"), ("190402", "A"), ("190403", "B"), ("190404", "C"), ("190404", "D")
)


def two(*councils: dict[str, object]) -> list[Found]:
    rows = rows_of(*({"council_name": "สภา", **each} for each in councils))
    return two_councils(rows, council_standing(rows, TODAY, TODAY), GROUND)


@pytest.mark.parametrize(
    ("told", "year"),
    [
        ({"registered_date": "2007-12-31"}, 2550),
        ({"registered_date": "2008-01-01"}, None),
        ({"registered_date": None, "registered_year": 2550}, 2550),
        ({"registered_date": None, "registered_year": 2551}, None),
        # A day counts before a year that contradicts it.
        ({"registered_date": "2010-01-01", "registered_year": 2500}, None),
        ({"registered_date": None, "registered_year": None}, None),
    ],
)
def test_no_council_is_older_than_the_act(told: dict[str, object], year: int | None) -> None:
    found = council_before_act(rows_of(council("190401", council_name="สภา ก", **told)))
    assert [each.told["said_year"] for each in found] == ([year] if year else [])


def test_rows_that_wait_are_looked_at_and_rejected_ones_are_not() -> None:
    early = {"registered_date": "2001-01-01", "council_name": "สภา ก"}
    rows = rows_of(
        council("190401", status="suggested", **early),
        council("190402", status="rejected", **early),
        council("190403", status="ignored", **early),
    )
    (found,) = council_before_act(rows)
    assert found.rows == {"council": (0,)}


def test_a_council_is_dissolved_after_it_was_registered() -> None:
    rows = rows_of(
        council("190401", registered_date="2016-03-01", dissolved_date="2016-02-28"),
        council("190402", registered_date="2016-03-01", dissolved_date="2016-03-01"),
        council("190403", registered_date="2016-03-01", dissolved_date=None),
    )
    (found,) = dissolved_first(rows)
    assert found.area_code == "190401"


def test_years_tell_too_that_a_council_was_dissolved_first() -> None:
    rows = rows_of(
        council("190401", registered_date="2016-03-01", dissolved_year=2558),
        council("190402", registered_date="2016-03-01", dissolved_year=2559),
        council("190403", registered_date=None, registered_year=2560, dissolved_date="2016-03-01"),
        council("190404", registered_date=None, registered_year=2560, dissolved_year=2559),
        council("190405", registered_date=None, dissolved_year=2559),
        council("190406", registered_date="2016-03-01", dissolved_date="2016-03-01"),
    )
    found = dissolved_first(rows)
    assert [each.area_code for each in found] == ["190401", "190403", "190404"]
    assert {each.what for each in found} == {"dissolved_first_year"}
    assert (found[0].told["registered_year"], found[0].told["dissolved_year"]) == (2559, 2558)
    said = {words.finding(found[0].what, found[0].told, lang) for lang in LANGS}
    assert len(said) == len(LANGS)
    assert {("2558" in each, "2015" in each) for each in said} == {(True, False), (False, True)}


def test_two_of_one_tambon_are_wrong() -> None:
    (found,) = two(council("190403"), council("190403"), council("190401"))
    assert (found.what, found.severity) == ("two_councils", "wrong")
    assert found.rows == {"council": (0, 1)}


def test_two_of_one_authority_are_wrong_also_at_different_tambons() -> None:
    (found,) = two(council("190401", authority="A"), council("190402", authority="A"))
    assert found.what == "two_councils"


def test_a_dissolved_one_beside_an_active_one_is_right() -> None:
    gone = council("190403", record_status="dissolved", dissolved_date="2020-01-01")
    assert two(gone, council("190403")) == []


def test_of_a_tambon_and_of_its_only_authority_is_doubtful() -> None:
    (found,) = two(council("190403"), council("190403", authority="B"))
    assert (found.what, found.severity) == ("two_councils_overlap", "doubt")


def test_of_a_tambon_and_of_one_of_its_authorities_is_right() -> None:
    assert two(council("190404"), council("190404", authority="C")) == []


def test_two_authorities_of_one_tambon_may_both_have_one() -> None:
    assert two(council("190404", authority="C"), council("190404", authority="D")) == []
