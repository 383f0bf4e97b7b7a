"""How states are drawn."""

import pandas as pd
import pytest
from pandas import DataFrame, Series

from areamap.draw import looks
from areamap.measures.basis import Basis, ground
from areamap.measures.states import State


def cut(*pairs: tuple[str, str | None]) -> DataFrame:
    frame = DataFrame(pairs, columns=["tambon_code", "authority_code"]).astype("str")
    return frame.assign(whole=True)


@pytest.mark.parametrize(
    ("states", "drawn"),
    [
        (["registered", "registered"], "registered"),
        (["registered", "covered"], "covered"),
        (["registered", "none"], "partly"),
        (["partly", "registered"], "partly"),
        (["none", "unknown"], "unknown"),
        (["none", "dissolved"], "dissolved"),
        (["covered", "unknown"], "partly"),
        (["none", "none"], "none"),
    ],
)
def test_a_tambon_shows_how_its_authorities_stand_together(states: list[str], drawn: str) -> None:
    pieces = cut(("190101", "A"), ("190101", "B"))
    seats = Series({"A": "190101", "B": "190101"})
    found = looks.by_tambon(
        Series(states, index=["A", "B"]), ground(pieces, seats), Basis.AUTHORITY
    )
    assert found.to_dict() == {"190101": drawn}


def test_an_authority_over_three_tambons_shows_in_each() -> None:
    pieces = cut(("190101", "A"), ("190102", "A"), ("190103", "A"), ("190104", None))
    seats = Series({"A": "190102"})
    found = looks.by_tambon(Series({"A": "registered"}), ground(pieces, seats), Basis.AUTHORITY)
    assert found.to_dict() == dict.fromkeys(["190101", "190102", "190103"], "registered")


def test_by_tambon_it_is_its_own() -> None:
    states = Series({"190101": "none"})
    assert looks.by_tambon(states, ground(cut(("190101", None))), Basis.TAMBON) is states


def test_every_state_has_a_look_of_its_own() -> None:
    assert set(looks.STATES) == set(State)
    seen = {(look.fill, look.mark, look.ink) for look in looks.STATES.values()}
    assert len(seen) == len(State)


def test_none_and_unknown_can_be_told_apart_without_colour() -> None:
    assert looks.STATES[State.NONE].mark is None
    assert looks.STATES[State.UNKNOWN].mark


def test_counts_name_every_state() -> None:
    counts = looks.state_counts(pd.Series(["none", "none", "registered"]))["areas"]
    assert counts["none"] == 2
    assert counts.sum() == 3
    assert len(counts) == len(State)
