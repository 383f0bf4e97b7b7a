"""Two moments: what happened, what was corrected, and what can't be told."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import DataFrame, Index, MultiIndex, Series

from areamap.i18n import LANGS, t
from areamap.measures.basis import Basis
from areamap.measures.change import (
    Cause,
    Change,
    MoneyChange,
    change,
    change_by_place,
    closed_years,
    explained,
    money_change,
)
from areamap.measures.money import total_baht
from areamap.measures.states import State, Theme, states
from tests.measures.ground import council, ground_of, rows_of


def of(*values: str, start: int = 1) -> Series:
    index = Index([f"{190100 + at}" for at in range(start, start + len(values))], name="area_code")
    return Series(values, index=index, dtype="str")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("none", "registered", Change.GAINED),
        ("dissolved", "partly", Change.GAINED),
        ("covered", "none", Change.LOST),
        ("registered", "dissolved", Change.LOST),
        ("partly", "registered", Change.SAME),
        ("none", "dissolved", Change.SAME),
        ("unknown", "none", Change.BECAME_KNOWN),
        ("unknown", "registered", Change.BECAME_KNOWN),
        ("covered", "unknown", Change.BECAME_UNKNOWN),
        ("none", "unknown", Change.BECAME_UNKNOWN),
        ("unknown", "unknown", Change.UNKNOWN),
    ],
)
def test_each_kind(before, after, expected):
    assert change(of(before), of(after)).tolist() == [expected]


def test_areas_come_and_go():
    found = change(of("none", "none"), of("registered", "registered", start=2))
    assert found.to_dict() == {
        "190101": Change.GONE_AREA,
        "190102": Change.GAINED,
        "190103": Change.NEW_AREA,
    }


def test_every_pair_of_states_is_one_kind_and_its_way_back_mirrors_it():
    back = {
        Change.GAINED: Change.LOST,
        Change.BECAME_KNOWN: Change.BECAME_UNKNOWN,
        Change.SAME: Change.SAME,
        Change.UNKNOWN: Change.UNKNOWN,
    }
    back |= {other: one for one, other in back.items()}
    for one, other in product(State, State):
        there = change(of(one), of(other)).iloc[0]
        assert change(of(other), of(one)).iloc[0] == back[Change(there)]


TAMBONS = ground_of(("190101", None), ("190102", None), ("190103", None), ("190104", None))


def seen(rows, as_of, published_on):
    return states(
        Theme.COUNCIL, rows, TAMBONS, Basis.TAMBON, as_of=as_of, published_on=published_on
    )["state"]


def test_a_silent_correction_is_told_from_what_happened():
    first, second = date(2022, 1, 10), date(2024, 1, 10)
    old = rows_of(council("190101"), council("190102"))
    # 190102 never had one, 190103 always had, 190104 registered in between
    new = rows_of(
        council("190101"), council("190103"), council("190104", registered_date=date(2023, 5, 1))
    )
    then = seen(old, first, first)
    then_as_known_now = seen(new, first, second)
    now = seen(new, second, second)
    found = explained(then, then_as_known_now, now)
    assert found["change"].tolist() == ["same", "lost", "gained", "gained"]
    assert found["cause"].tolist() == ["none", "correction", "correction", "world"]
    assert found["corrected"].tolist() == ["same", "lost", "gained", "same"]
    assert found["happened"].tolist() == ["same", "same", "same", "gained"]
    assert found["before"].tolist() == ["registered", "registered", "none", "none"]
    assert found["after"].tolist() == ["registered", "none", "registered", "registered"]


def test_both_causes():
    found = explained(of("none"), of("registered"), of("dissolved"))
    assert found.loc["190101", ["change", "cause"]].tolist() == [Change.SAME, Cause.BOTH]
    assert found.loc["190101", ["corrected", "happened"]].tolist() == [Change.GAINED, Change.LOST]


STATES = st.sampled_from([str(state) for state in State])


@settings(deadline=None)
@given(st.lists(st.tuples(STATES, STATES, STATES), min_size=1, max_size=10))
def test_without_a_cause_nothing_differs(triples):
    then, middle, now = (of(*each) for each in zip(*triples, strict=True))
    found = explained(then, middle, now)
    same = found["cause"] == Cause.NONE
    assert (found["before"] == found["after"])[same].all()
    assert (then == middle).tolist() == (~found["cause"].isin(["correction", "both"])).tolist()
    assert (middle == now).tolist() == (~found["cause"].isin(["world", "both"])).tolist()
    placed = change_by_place(found["change"], Series("19", index=found.index))
    assert placed["areas"].tolist() == [len(triples)]
    assert placed.drop(columns="areas").sum(axis=1).tolist() == [len(triples)]


def test_by_place():
    kinds = change(of("none", "none", "registered"), of("registered", "none", "none"))
    place = Series(["1901", "1901", "1902"], index=kinds.index)
    found = change_by_place(kinds, place, Index(["1901", "1902", "1903"]))
    assert found.to_dict("index") == {
        "1901": {"areas": 2, "gained": 1, "lost": 0, "same": 1},
        "1902": {"areas": 1, "gained": 0, "lost": 1, "same": 0},
        "1903": {"areas": 0, "gained": 0, "lost": 0, "same": 0},
    }


def baht(**amounts):
    return Series({code[1:]: amount for code, amount in amounts.items()}, dtype="float64")


def test_money_by_hand():
    before = baht(_a=100.10, _b=50, _c=7, _d=3, _e=None)
    after = baht(_a=100.40, _b=20, _c=7, _e=None, _f=9)
    found = money_change(before, after)
    assert found["change"].to_dict() == {
        "a": MoneyChange.MORE,
        "b": MoneyChange.LESS,
        "c": MoneyChange.SAME,
        "d": MoneyChange.BECAME_UNKNOWN,
        "e": MoneyChange.UNKNOWN,
        "f": MoneyChange.BECAME_KNOWN,
    }
    assert found["difference_baht"].fillna(-1).tolist() == [0.3, -30, 0, -1, -1, -1]
    assert found.loc["f", "after_baht"] == 9


AMOUNTS = st.dictionaries(
    st.sampled_from("abcdef"), st.integers(-(10**12), 10**12).map(lambda each: each / 100)
)


@settings(deadline=None)
@given(AMOUNTS, AMOUNTS)
def test_differences_are_exact(before, after):
    old, new = Series(before, dtype="float64"), Series(after, dtype="float64")
    found = money_change(old, new)
    both = old.index.intersection(new.index)
    expected = total_baht(new[both]) - total_baht(old[both])
    assert total_baht(found["difference_baht"]) == expected
    assert found["difference_baht"].notna().sum() == len(both)


def of_years(*amounts):
    frame = DataFrame(amounts, columns=["area_code", "fiscal_year", "amount_baht"])
    index = MultiIndex.from_frame(
        frame[["area_code", "fiscal_year"]].astype({"fiscal_year": "Int64"})
    )
    return Series(frame["amount_baht"].to_numpy(), index=index, dtype="float64")


def test_closed_years_are_corrected_and_open_ones_go_on():
    before = of_years(("19", 2565, 10.0), ("19", 2566, 20.0), ("18", 2565, 5.0), ("18", 2564, 1.0))
    after = of_years(("19", 2565, 12.0), ("19", 2566, 25.0), ("18", 2565, 5.0))
    found = money_change(before, after)
    # first known on 15 March 2566 BE: FY2566 was still running, FY2565 and FY2564 were over
    closed = closed_years(found, date(2023, 3, 15))
    assert closed.index.tolist() == [("18", 2564), ("19", 2565)]
    assert closed["change"].tolist() == ["became_unknown", "more"]
    # first known on the first day of FY2567
    assert ("19", 2566) in closed_years(found, date(2023, 10, 1)).index
    assert ("19", 2566) not in closed_years(found, date(2023, 9, 30)).index


@pytest.mark.parametrize("lang", LANGS)
def test_every_kind_has_a_name(lang):
    for kind in (*Change, *MoneyChange):
        assert t(f"measures.change_{kind}", lang)
    for cause in Cause:
        assert t(f"measures.cause_{cause}", lang)
