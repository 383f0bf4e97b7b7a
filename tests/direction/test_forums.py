from datetime import date
from pathlib import Path

import pandas as pd
from pandas import DataFrame

from areamap.direction import forums
from areamap.direction.forums import Forum, Told
from areamap.store import Store

TODAY = date(2026, 11, 20)
ABOVE = ("1904", "19", "upper-central", "TH")


def figures(*lines):
    frame = DataFrame(lines, columns=["area_code", "said_date", "source"])
    return frame.assign(status="matched", said_date=pd.to_datetime(frame["said_date"]))


def test_what_a_person_states_is_remembered(tmp_path: Path):
    store = Store(f"sqlite:///{tmp_path / 'x.sqlite3'}")
    assert forums.every(store) == {}
    forums.remember(store, "19", date(2024, 5, 23))
    forums.remember(store, "19", date(2023, 3, 15))
    forums.remember(store, "19", date(2023, 3, 15))
    assert forums.every(store) == {"19": (date(2023, 3, 15), date(2024, 5, 23))}


def test_the_areas_own_comes_first_and_else_the_nearest_above():
    known = {"19": [date(2023, 3, 15), date(2024, 3, 15)], "TH": [date(2026, 1, 1)]}
    found = forums.last(TODAY, ABOVE, known, None)
    assert found == Forum(date(2024, 3, 15), "19", Told.PERSON)
    assert forums.last(TODAY, ("30", "TH"), known, None) == Forum(
        date(2026, 1, 1), "TH", Told.PERSON
    )


def test_a_figure_that_was_said_at_a_forum_tells_its_day():
    said = figures(
        ("19", date(2023, 3, 15), "เวทีจังหวัดสระบุรี"),
        ("19", date(2025, 1, 1), "รายงานประจำปี"),
        ("30", date(2024, 5, 23), "Forum"),
    )
    found = forums.last(TODAY, ABOVE, {}, said)
    assert found == Forum(date(2023, 3, 15), "19", Told.FIGURE, "เวทีจังหวัดสระบุรี")
    person = forums.last(TODAY, ABOVE, {"19": [date(2023, 3, 15)]}, said)
    assert person is not None
    assert person.told is Told.PERSON


def test_a_forum_on_the_day_itself_or_later_is_not_the_last_one():
    assert forums.last(TODAY, ABOVE, {"19": [TODAY, date(2027, 1, 1)]}, None) is None


def test_nothing_is_guessed():
    assert forums.last(TODAY, ABOVE, {}, figures(("19", None, "เวที"))) is None
