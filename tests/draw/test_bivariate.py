"""Two themes at once: each area in one cell, nine colours that all eyes can tell apart."""

from itertools import chain

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import Index, Series

from areamap.draw.bivariate import COLOURS, Side, bivariate, legend, of_classes, of_states
from areamap.draw.classes import Scheme, classify
from areamap.draw.palettes import luminance
from areamap.measures.states import State
from tests.draw import colour_vision

AREAS = Index(["190101", "190102", "190103", "190104"], name="area_code")


def states_of(*states: str) -> Series:
    return Series(states, index=AREAS[: len(states)], dtype="str")


def test_nine_colours_stay_apart_for_all_eyes():
    assert colour_vision.closest(tuple(chain(*COLOURS))) >= 17


def test_published_sets_do_not():
    # "pink-blue" of J. Stevens (2015), the usual choice
    pink_blue = "#e8e8e8 #ace4e4 #5ac8c8 #dfb0d6 #a5add3 #5698b9 #be64ac #8c62aa #3b4994"
    assert colour_vision.closest(tuple(pink_blue.split())) < 5


def test_more_of_either_is_darker():
    light = [[luminance(colour) for colour in row] for row in COLOURS]
    for line in (*light, *zip(*light, strict=True)):
        assert list(line) == sorted(line, reverse=True)


def test_council_and_fund_by_hand():
    council = of_states(states_of("registered", "covered", "none", "unknown"), "Council", "en")
    fund = of_states(states_of("none", "registered", "dissolved", "registered"), "Fund", "en")
    both = bivariate(council, fund)
    assert council.labels == ("Without", "With")
    # row = council, column = fund: with/without, with/with, without/without, not known
    assert both.places.tolist() == [2, 3, 0, 4]
    assert both.counts.to_numpy().tolist() == [[1, 0, 0], [1, 1, 0], [0, 1, 0]]
    assert both.counts.index.tolist() == [0, 1, -1]
    assert both.colours == ((COLOURS[0][0], COLOURS[0][2]), (COLOURS[2][0], COLOURS[2][2]))
    looks = legend(both, "en")
    assert [look.label for look in looks] == [
        "Council: Without · Fund: Without",
        "Council: Without · Fund: With",
        "Council: With · Fund: Without",
        "Council: With · Fund: With",
        "Not known",
    ]
    assert [look.count for look in looks] == ["1", "0", "1", "1", "1"]
    assert looks[-1].mark == "hatch"


def test_partly_makes_a_third_level():
    side = of_states(states_of("partly", "registered", "none", "covered"), "Council", "en")
    assert side.labels == ("Without", "Partly", "With")
    assert side.level.tolist() == [1, 2, 0, 2]


def test_two_rates():
    rate = Series([0.0, 50, 100, None], index=AREAS)
    side = of_classes(classify(rate, Scheme.EQUAL, 3, zero_is_none=False), "Coverage, %")
    both = bivariate(side, side)
    assert both.places.tolist() == [0, 4, 8, 9]
    assert both.counts.to_numpy().trace() == 4
    assert legend(both, "en")[0].label.startswith("Coverage, %: < ")


def test_zero_must_be_a_number():
    with pytest.raises(ValueError, match="zero"):
        of_classes(classify(Series([0.0, 1, 2, 3]), Scheme.EQUAL, 3), "Baht")


@pytest.mark.parametrize("levels", [1, 4])
def test_two_or_three_levels(levels):
    side = Side("x", tuple("abcd"[:levels]), Series([0], dtype="Int64"))
    with pytest.raises(ValueError, match="levels"):
        bivariate(side, side)


def test_areas_that_only_one_side_knows_are_not_known():
    one = of_states(states_of("registered", "none"), "Council", "en")
    other = of_states(states_of("registered"), "Fund", "en")
    both = bivariate(one, other)
    assert both.places.to_dict() == {"190101": 3, "190102": 4}
    assert both.counts.loc[0, -1] == 1


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.tuples(st.sampled_from(list(State)), st.sampled_from(list(State))),
        min_size=1,
        max_size=30,
    )
)
def test_every_area_is_counted_once(pairs):
    index = Index([f"{190100 + at}" for at in range(len(pairs))])
    one, other = (
        of_states(Series([str(pair[at]) for pair in pairs], index=index, dtype="str"), "x", "en")
        for at in (0, 1)
    )
    both = bivariate(one, other)
    assert both.counts.to_numpy().sum() == len(pairs)
    looks = legend(both, "en")
    assert both.places.between(0, len(looks) - 1).all()
    counted = both.places.value_counts().reindex(range(len(looks)), fill_value=0)
    assert [f"{count:,}" for count in counted[:-1]] == [look.count for look in looks[:-1]]
    unknown = sum(State.UNKNOWN in pair for pair in pairs)
    assert counted.iloc[-1] == unknown
    assert pd.api.types.is_integer_dtype(both.places)
