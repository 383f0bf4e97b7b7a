"""The account of what moved: a case worked by hand, and that it always adds up."""

from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import DataFrame, Index, Series

from areamap.measures.change import explained, money_change
from areamap.measures.change_account import account, money_account
from areamap.measures.states import State

STATES = st.sampled_from([*map(str, State), None])
AREAS = [f"19010{number}" for number in range(1, 8)]


def of(*values):
    index = Index(AREAS[: len(values)], name="area_code")
    return Series(values, index=index, dtype="str").dropna()


def test_an_account_worked_by_hand():
    # Seven tambons: 1 always had one; 2 gained; 3 lost; 4 was taken for one wrongly then; 5 was
    # left out then; 6 came to be known as covered; 7 is known no more.
    then = of("registered", "none", "registered", "covered", "none", "unknown", "partly")
    between = of("registered", "none", "registered", "none", "covered", "unknown", "partly")
    now = of("registered", "covered", "dissolved", "none", "covered", "registered", "unknown")
    found = account(explained(then, between, now), Series("1901", index=then.index))
    assert found.loc["1901"].to_dict() == {
        "areas": 7,
        "before": 4,
        "corrected_up": 1,
        "corrected_down": 1,
        "gained": 1,
        "lost": 1,
        "became_known": 1,
        "became_unknown": 1,
        "after": 4,
    }


@settings(deadline=None)
@given(st.lists(st.tuples(STATES, STATES, STATES), min_size=1, max_size=7))
def test_it_adds_up_and_its_places_do(triples):
    changes = explained(*(of(*each) for each in zip(*triples, strict=True)))
    if changes.empty:
        return
    places = Series(["1901", "1902"] * 4, index=[*AREAS, "190199"])
    found = account(changes, places)
    up = found["corrected_up"] + found["gained"] + found["became_known"]
    down = found["corrected_down"] + found["lost"] + found["became_unknown"]
    assert (found["before"] + up - down).tolist() == found["after"].tolist()
    whole = account(changes, Series("TH", index=changes.index))
    assert found.sum().to_dict() == whole.loc["TH"].to_dict()
    assert (found >= 0).all().all()


def test_a_place_without_areas_has_a_line():
    changes = explained(of("none"), of("none"), of("registered"))
    found = account(changes, Series({"190101": "1901"}), Index(["1901", "1902"]))
    assert found["gained"].to_dict() == {"1901": 1, "1902": 0}
    assert found["areas"].to_dict() == {"1901": 1, "1902": 0}


def _paid(*lines):
    frame = DataFrame(lines, columns=["area_code", "fiscal_year", "amount_baht"])
    return frame.set_index(["area_code", "fiscal_year"])["amount_baht"]


def test_an_account_of_money_worked_by_hand():
    before = _paid(("19", 2565, 100.10), ("19", 2566, 50.0), ("30", 2565, 7.0))
    after = _paid(("19", 2565, 90.20), ("19", 2566, 80.0), ("19", 2567, 20.0), ("71", 2564, 3.0))
    found = money_account(money_change(before, after), closed_before=2566)
    assert found.loc["19"].to_dict() == {
        "before": 150.10,
        "corrected_up": 0.0,
        "corrected_down": 9.90,
        "added": 50.0,
        "removed": 0.0,
        "after": 190.20,
    }
    assert found.loc["30", ["before", "corrected_down", "after"]].tolist() == [7.0, 7.0, 0.0]
    assert found.loc["71", ["before", "corrected_up", "after"]].tolist() == [0.0, 3.0, 3.0]


AMOUNTS = st.one_of(st.none(), st.integers(0, 10**12).map(lambda satang: satang / 100))


@settings(deadline=None)
@given(st.lists(st.tuples(AMOUNTS, AMOUNTS, st.integers(2560, 2569)), min_size=1, max_size=8))
def test_money_adds_up_to_the_satang(lines):
    keys = [(AREAS[number % 3], year + number * 20) for number, (*_, year) in enumerate(lines)]
    sides = [
        _paid(*((*key, line[side]) for key, line in zip(keys, lines, strict=True)))
        for side in (0, 1)
    ]
    found = money_account(money_change(*(each.astype("Float64") for each in sides)), 2600)
    satang = (found * 100).round().astype("int64")
    up = satang["corrected_up"] + satang["added"]
    down = satang["corrected_down"] + satang["removed"]
    assert (satang["before"] + up - down).tolist() == satang["after"].tolist()
