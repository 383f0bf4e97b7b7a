"""What lies in a place, and which rows do."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import Index, Series

from areamap.measures.reach import Reach, located, reach
from areamap.places import gazetteer
from areamap.places.levels import Level
from tests.measures.ground import ground_of
from tests.quality.homes import register_rows, waiting

TAMBONS = gazetteer.areas(Level.TAMBON).index
EVERY = TAMBONS.to_series()
LEVELS = {
    "tambon": EVERY,
    "district": EVERY.str[:4],
    "province": EVERY.str[:2],
    "country": Series("TH", index=TAMBONS),
}
GROUND = ground_of(("190401", "A"), ("190402", "A"), ("190402", "B"), ("300101", "C"))


@cache
def reached(code: str) -> Reach:
    return reach(code, Index([each for each in TAMBONS if each.startswith(code)]), LEVELS, GROUND)


def test_a_district_holds_its_tambons_and_lies_across_what_is_above_it() -> None:
    found = reached("1904")
    assert {"1904", "190401", "190406"} <= found.inside
    assert found.across == {"19", "TH"}
    assert found.areas["district"] == 1
    assert found.areas["province"] == 0
    assert found.areas["tambon"] == sum(each.startswith("1904") for each in TAMBONS)


def test_authorities_are_seated_held_or_touching() -> None:
    found = reached("190402")
    assert (found.seated, found.held, found.touching) == ({"B"}, {"B"}, {"A", "B"})
    assert reached("1904").held == {"A", "B"}


@settings(deadline=None)
@given(st.sampled_from(list(TAMBONS)), st.sampled_from([2, 4, 6]))
def test_every_row_is_in_one_of_two_places_that_share_nothing(tambon: str, digits: int) -> None:
    here = reached("19")
    rows = register_rows("council", {"area_code": tambon[:digits]})
    line = located(rows, here, by_seat=True).iloc[0]
    assert line["here"] == tambon.startswith("19")
    assert not line["wider"]
    assert not line["waiting"]


def test_rows_lie_here_are_wider_or_wait() -> None:
    rows = register_rows(
        "budget",
        {"area_code": "190402", "authority_code": "A"},
        {"area_code": "190402", "authority_code": "B"},
        {"area_code": "190402", "authority_code": "Z"},
        {"area_code": "19"},
        {"area_code": "300101"},
        waiting("190402"),
        waiting("300101"),
        waiting(province="สระบุรี"),
        waiting(province="นครราชสีมา"),
        waiting(),
        {"status": "ignored"},
    )
    by_seat = located(rows, reached("190402"), by_seat=True)
    # The seat of A is 190401; an authority that nobody knows is where its row is.
    assert list(by_seat.index[by_seat["here"]]) == [1, 2]
    assert list(by_seat.index[by_seat["wider"]]) == [0, 3]
    assert list(by_seat.index[by_seat["waiting"]]) == [5, 7, 9]
    money = located(rows, reached("1904"), by_seat=False)
    assert list(money.index[money["here"]]) == [0, 1, 2]
