"""Nothing is overwritten unseen, and a draft is published once."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from areamap.errors import PublishError, StoreError
from areamap.store import UNCHECKED, PublishConflict
from tests.store.handing_in import DECISIONS, begin
from tests.store.submissions import submission


def test_the_second_to_publish_is_told_what_changed(store):
    seen = store.publish(submission())
    second = store.publish(submission(4, by="malee", expected=seen.id))
    third = store.publish(submission(5, by="malee", expected=second.id))
    store.publish(submission(register="fund"))
    store.publish(submission(is_sample=True))
    with pytest.raises(PublishConflict) as raised:
        store.publish(submission(6, expected=seen.id))
    assert raised.value.since == [third, second]
    assert isinstance(raised.value, PublishError)
    assert raised.value.key == "store_conflict"
    for lang in ("th", "en"):
        assert "malee" in raised.value.text(lang)
        assert "2" in raised.value.text(lang)
    assert store.in_force("council", sample=False) == third
    assert store.audit.entries(1)[0].subject == "publication 5"
    store.check_integrity()


def test_who_saw_nothing_in_force_is_told_of_the_first(store):
    first = store.publish(submission(expected=None))
    with pytest.raises(PublishConflict) as raised:
        store.publish(submission(expected=None))
    assert raised.value.since == [first]
    assert store.publish(submission(expected=None, is_sample=True)).is_sample
    assert store.publish(submission(expected=None, register="fund")).register == "fund"


def test_who_did_not_look_is_not_told(store):
    assert submission().expected is UNCHECKED
    assert [store.publish(submission()).id for _ in range(2)] == [1, 2]


def test_a_roll_back_in_between_is_a_conflict(store):
    first = store.publish(submission())
    second = store.publish(submission(4))
    back = store.roll_back(first.id, by="malee")
    with pytest.raises(PublishConflict) as raised:
        store.publish(submission(expected=second.id))
    assert raised.value.since == [back]


def test_a_sample_that_was_cleared_is_in_force_no_more(store):
    made_up = store.publish(submission(is_sample=True))
    store.clear_sample()
    with pytest.raises(PublishConflict) as raised:
        store.publish(submission(is_sample=True, expected=made_up.id))
    assert raised.value.since == []
    assert str(raised.value)
    assert store.publish(submission(is_sample=True, expected=None)).id == 2


def test_of_many_who_saw_the_same_one_publishes(store):
    seen = store.publish(submission()).id

    def attempt(number):
        try:
            return store.publish(submission(by=str(number), expected=seen))
        except PublishConflict as conflict:
            return conflict

    with ThreadPoolExecutor(6) as pool:
        done = list(pool.map(attempt, range(6)))
    conflicts = [each for each in done if isinstance(each, PublishConflict)]
    assert len(conflicts) == 5
    (landed,) = (each for each in done if not isinstance(each, PublishConflict))
    assert all(each.since == [landed] for each in conflicts)
    assert len(store.history()) == 2


def test_publishing_finishes_the_draft_and_remembers(store):
    draft = begin(store)
    draft = store.drafts.decide(draft.id, DECISIONS, "malee")
    published = store.publish(
        submission(by="malee", details={"mode": "all"}),
        draft.id,
        {"ต.รั้วใหญ่": "720102"},
        seen=draft.version,
    )
    assert published.details == {"mode": "all"}
    assert store.publication(published.id) == published
    done = store.drafts.published_as(published.id)
    assert (done.id, done.publication, done.changed_by) == (draft.id, published.id, "malee")
    assert store.drafts.every() == []
    assert len(store.drafts.decisions(draft.id)) == 3
    alias = store.aliases.of(draft.source, "council")["ต.รั้วใหญ่"]
    assert (alias.area_code, alias.by) == ("720102", "malee")
    store.check_integrity()


def refused_with_nothing_changed(store, key, **more):
    before = store.audit.entries(), store.history(), store.drafts.every(), store.aliases.every()
    with pytest.raises(StoreError) as raised:
        store.publish(submission(), aliases={"ก": "190401"}, **more)
    assert raised.value.key == key
    after = store.audit.entries(), store.history(), store.drafts.every(), store.aliases.every()
    assert after == before
    store.check_integrity()


def test_a_draft_is_published_once(store):
    draft = begin(store)
    store.publish(submission(), draft.id)
    refused_with_nothing_changed(store, "store_draft_finished", finishes=draft.id)


def test_a_draft_that_was_thrown_away_is_not_published(store):
    draft = begin(store)
    store.drafts.finish(draft.id, "malee", None)
    refused_with_nothing_changed(store, "store_draft_finished", finishes=draft.id)


def test_a_decision_since_the_rows_were_made_is_not_lost(store):
    draft = begin(store)
    store.drafts.decide(draft.id, DECISIONS, "malee")
    refused_with_nothing_changed(store, "store_draft_changed", finishes=draft.id, seen=1)
    assert len(store.drafts.decisions(draft.id)) == 3


def test_there_is_no_such_draft(store):
    refused_with_nothing_changed(store, "store_no_draft", finishes=7)


def test_a_conflict_leaves_the_draft_in_work(store):
    draft = begin(store)
    store.publish(submission())
    with pytest.raises(PublishConflict):
        store.publish(submission(expected=None), draft.id)
    assert store.drafts.every() == [draft]


def test_aliases_without_a_draft_have_no_source(store):
    with pytest.raises(ValueError, match="source"):
        store.publish(submission(), aliases={"ก": "190401"})
    assert store.history() == []


def test_details_of_a_roll_back_are_its_own(store):
    first = store.publish(submission(details={"mode": "all"}))
    assert store.roll_back(first.id, by="malee").details == {}
    assert store.publication(first.id).details == {"mode": "all"}
