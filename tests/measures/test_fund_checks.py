"""Funds with more members than people."""

import pytest
from pandas import Series

from areamap.measures.fund_checks import members_over_people, people_of_units
from areamap.measures.standing import fund_standing
from tests.measures.ground import TODAY, ground_of, rows_of

GROUND = ground_of(("190401", "A"), ("190402", "A"), ("190403", "B"))
PEOPLE = Series({"190401": 1_000, "190402": 2_000, "190403": None}, dtype="Int64")


def found(**fund: object) -> list[tuple[object, object]]:
    told = {"fund_name": "กองทุน", "record_status": "active", "founded_year": 2_553, **fund}
    rows = rows_of(told)
    people = people_of_units(PEOPLE, GROUND)
    standing = fund_standing(rows, TODAY, TODAY)
    return [
        (each.told["members"], each.told["people"])
        for each in members_over_people(rows, standing, people)
    ]


@pytest.mark.parametrize(
    ("fund", "expected"),
    [
        ({"area": "190401", "members": 1_000}, []),
        ({"area": "190401", "members": 1_001}, [(1_001, 1_000)]),
        # The authority has both tambons: 3,000 people.
        ({"area": "190401", "authority": "A", "members": 3_000}, []),
        ({"area": "190401", "authority": "A", "members": 3_001}, [(3_001, 3_000)]),
        # Nobody knows how many people there are.
        ({"area": "190403", "members": 9_999_999}, []),
        ({"area": "190403", "authority": "B", "members": 9_999_999}, []),
        # The district holds a tambon of which nobody knows.
        ({"area": "1904", "members": 9_999_999}, []),
        ({"area": "190401", "members": None}, []),
        ({"area": "190401", "members": 9_999, "record_status": "dissolved"}, []),
        ({"area": "190401", "members": 9_999, "founded_year": 2_600}, []),
        ({"area": "190401", "members": 9_999, "status": "suggested"}, []),
    ],
)
def test_members_are_people_of_the_area(
    fund: dict[str, object], expected: list[tuple[int, int]]
) -> None:
    assert found(**fund) == expected


def test_a_khet_has_the_people_of_all_its_tambons() -> None:
    people = people_of_units(PEOPLE.dropna(), ground_of(("190401", None), ("190402", None)))
    assert people["1904"] == 3_000
