"""Who is sent where is kept with its history, and nobody's number with it."""

from datetime import date

import pytest

from areamap.errors import StoreError
from areamap.store import Wanted
from areamap.store.assignments import Place

HERE = Place("council", "tambon", "190406", is_sample=False)


def wanted(place: Place = HERE, seen: int = 0, **more) -> Wanted:
    told = {"assigned_to": "ทีมสระบุรี", "due_on": None, "note": "", "state": "open"} | more
    return Wanted(place=place, seen=seen, **told)


def test_it_says_who_when_and_by_whom(store):
    store.assignments.put([wanted(due_on=date(2026, 12, 1), note="พบ อบต.")], "malee")
    found = store.assignments.every("council", "tambon", is_sample=False)
    assert list(found) == ["190406"]
    made = found["190406"]
    assert (made.assigned_to, made.due_on, made.note) == ("ทีมสระบุรี", date(2026, 12, 1), "พบ อบต.")
    assert (made.state, made.version, made.made_by, made.changed_by) == (
        "open",
        1,
        "malee",
        "malee",
    )
    assert made.made_at == made.changed_at


def test_worlds_themes_and_bases_are_kept_apart(store):
    others = [
        Place("council", "tambon", "190406", is_sample=True),
        Place("fund", "tambon", "190406", is_sample=False),
        Place("council", "authority", "190406", is_sample=False),
    ]
    store.assignments.put([wanted(each) for each in others], "malee")
    assert store.assignments.every("council", "tambon", is_sample=False) == {}
    assert list(store.assignments.every("council", "tambon", is_sample=True)) == ["190406"]
    store.assignments.take_back(others[0], "malee")
    assert store.assignments.every("council", "tambon", is_sample=True) == {}
    assert len(store.assignments.every("fund", "tambon", is_sample=False)) == 1


def test_each_change_leaves_an_entry_with_what_was_before(store):
    store.assignments.put([wanted()], "malee")
    store.assignments.put([wanted(seen=1, state="visited")], "somchai")
    store.assignments.take_back(HERE, "malee")
    store.assignments.take_back(HERE, "malee")
    told = store.assignments.history(HERE)
    assert [(each.action, each.by) for each in told] == [
        ("take_back_assignment", "malee"),
        ("assign", "somchai"),
        ("assign", "malee"),
    ]
    assert told[1].details["before"]["state"] == "open"
    assert told[1].details["after"]["state"] == "visited"
    assert "before" not in told[2].details
    assert store.assignments.history(Place("fund", "tambon", "190406", is_sample=False)) == []


def test_who_made_it_first_stays(store):
    store.assignments.put([wanted()], "malee")
    store.assignments.put([wanted(seen=1, state="done")], "somchai")
    made = store.assignments.every("council", "tambon", is_sample=False)["190406"]
    assert (made.made_by, made.changed_by, made.version) == ("malee", "somchai", 2)
    assert made.made_at < made.changed_at


@pytest.mark.parametrize("seen", [0, 2])
def test_what_another_changed_is_not_overwritten_and_nothing_else_is_written(store, seen):
    store.assignments.put([wanted()], "malee")
    other = Place("council", "tambon", "190405", is_sample=False)
    with pytest.raises(StoreError) as raised:
        store.assignments.put([wanted(other), wanted(seen=seen, note="x")], "somchai")
    assert raised.value.key == "store_assignment_changed"
    assert "malee" in raised.value.text("th")
    assert list(store.assignments.every("council", "tambon", is_sample=False)) == ["190406"]
    assert len(store.audit.entries()) == 1


@pytest.mark.parametrize("field", ["assigned_to", "note"])
def test_a_citizens_number_is_refused(store, field):
    with pytest.raises(StoreError) as raised:
        store.assignments.put([wanted(**{field: "1101700203450"})], "malee")
    assert "1101700203450" not in str(raised.value)
    assert store.assignments.every("council", "tambon", is_sample=False) == {}
    assert store.audit.entries() == []
