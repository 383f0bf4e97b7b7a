"""A finding is explained with a note, and the note can be taken back."""

from datetime import UTC, datetime

import pytest

from areamap.errors import StoreError


def test_an_explanation_says_who_and_when(store):
    before = datetime.now(UTC)
    given = store.explanations.explain("members:fund:190406", "นับทั้งครอบครัว", "malee")
    assert (given.note, given.by) == ("นับทั้งครอบครัว", "malee")
    assert before <= given.at <= datetime.now(UTC)
    assert store.explanations.every() == {"members:fund:190406": given}


def test_the_last_explanation_holds(store):
    store.explanations.explain("a", "one", "malee")
    store.explanations.explain("b", "other", "malee")
    again = store.explanations.explain("a", "two", "somchai")
    assert store.explanations.every()["a"] == again
    assert list(store.explanations.every()) == ["a", "b"]


def test_an_explanation_is_taken_back(store):
    store.explanations.explain("a", "one", "malee")
    store.explanations.withdraw("a", "somchai")
    assert store.explanations.every() == {}
    said = store.audit.entries()
    assert [each.action for each in said] == ["withdraw", "explain"]
    store.explanations.withdraw("a", "somchai")
    assert store.audit.entries() == said


def test_a_note_with_a_person_is_refused(store):
    with pytest.raises(StoreError) as raised:
        store.explanations.explain("a", "ถาม 1101700203450", "malee")
    assert "1101700203450" not in str(raised.value)
    assert store.explanations.every() == {}
    assert store.audit.entries() == []
