"""What a decision must say."""

import pytest

from areamap.store import Decision


@pytest.mark.parametrize("action", ["accept", "choose", "correct"])
def test_a_decision_names_what_it_needs(action):
    with pytest.raises(ValueError, match=action):
        Decision("แผ่น1", 5, action)


@pytest.mark.parametrize("action", ["leave", "drop"])
def test_a_decision_needs_no_more_than_that(action):
    assert Decision("แผ่น1", 5, action).area_code is None
