"""Drafts survive, are changed by one at a time, and end once."""

import gzip
import json
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from areamap.errors import StoreError
from areamap.store import Decision
from tests.store.handing_in import CONTENT, DECISIONS, begin
from tests.store.submissions import submission

LETTERS = st.characters(exclude_categories=["Cs", "Nd"])
TEXT = st.text(LETTERS, max_size=12)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=12,
)
BYTES = st.one_of(
    st.binary(max_size=200).filter(lambda each: not each.startswith((b"\x1f\x8b", b"PAR1"))),
    st.binary(max_size=200).map(lambda each: gzip.compress(each, mtime=0)),
)
DECISION = st.builds(
    Decision,
    sheet=TEXT,
    row=st.integers(1, 2**20),
    action=st.sampled_from(["accept", "choose", "leave", "drop", "correct"]),
    area_code=st.just("190406"),
    column=st.just("tambon"),
    value=st.none() | TEXT,
    note=TEXT,
)


def refused(call, *arguments, **named):
    with pytest.raises(StoreError) as raised:
        call(*arguments, **named)
    return raised.value.key


def bare(decisions):
    return [
        Decision(
            each.sheet, each.row, each.action, each.area_code, each.column, each.value, each.note
        )
        for each in decisions
    ]


def test_a_draft_says_whose_file_it_is(store):
    before = datetime.now(UTC)
    kept = begin(store, base=7)
    assert before <= kept.created_at == kept.changed_at <= datetime.now(UTC)
    assert (kept.register, kept.source, kept.file_name, kept.file_sha256, kept.base) == (
        "council",
        "จังหวัดสระบุรี",
        "สภา.xlsx",
        "ab" * 32,
        7,
    )
    assert (kept.created_by, kept.changed_by, kept.version) == ("somchai", "somchai", 1)
    assert kept.choices == {"sheet": "แผ่น1", "header_row": 3}
    assert kept.finished_at is None
    assert store.drafts.one(kept.id) == kept
    assert store.drafts.content(kept.id) == CONTENT


def test_a_draft_survives_the_end_of_the_server(store, opener):
    kept = begin(store, register=None)
    kept = store.drafts.decide(kept.id, DECISIONS, "malee")
    store.close()
    again = opener().drafts
    assert again.every() == [kept]
    assert again.content(kept.id) == CONTENT
    assert bare(again.decisions(kept.id)) == DECISIONS


def test_drafts_in_work_are_listed_newest_first(store):
    kept = [begin(store) for _ in range(3)]
    store.drafts.finish(kept[1].id, "somchai", None)
    assert store.drafts.every() == [kept[2], kept[0]]


def test_a_change_replaces_what_it_names_and_nothing_else(store):
    kept = begin(store, register=None)
    changed = store.drafts.change(
        kept.id, by="malee", seen=1, register="fund", choices={"header_row": 1}
    )
    assert (changed.register, changed.choices, changed.version) == ("fund", {"header_row": 1}, 2)
    assert (changed.source, changed.base, changed.changed_by) == (kept.source, None, "malee")
    assert changed.changed_at >= kept.changed_at
    assert (changed.created_at, changed.created_by) == (kept.created_at, kept.created_by)
    assert store.drafts.content(kept.id) == CONTENT
    again = store.drafts.change(kept.id, by="malee", seen=2, register=None, content=b"[]", base=4)
    assert (again.register, again.base, again.version) == (None, 4, 3)
    assert store.drafts.content(kept.id) == b"[]"


def test_another_s_change_is_not_overwritten_unseen(store):
    kept = begin(store)
    store.drafts.change(kept.id, by="malee", seen=1, source="อำเภอ")
    with pytest.raises(StoreError) as raised:
        store.drafts.change(kept.id, by="somchai", seen=1, source="จังหวัด", content=b"[]")
    assert raised.value.key == "store_draft_changed"
    assert "malee" in raised.value.text("th")
    assert store.drafts.one(kept.id).source == "อำเภอ"
    assert store.drafts.content(kept.id) == CONTENT


def test_a_decision_is_a_change_too(store):
    kept = begin(store)
    decided = store.drafts.decide(kept.id, DECISIONS, "malee")
    assert (decided.version, decided.changed_by) == (2, "malee")
    assert refused(store.drafts.change, kept.id, by="x", seen=1) == "store_draft_changed"
    assert store.drafts.decide(kept.id, [], "x") == decided
    assert store.drafts.change(kept.id, by="x", seen=decided.version).version == 3


def test_decisions_say_who_and_when_and_come_oldest_first(store):
    kept = begin(store)
    store.drafts.decide(kept.id, DECISIONS[:1], "malee")
    store.drafts.decide(kept.id, DECISIONS[1:], "somchai")
    found = store.drafts.decisions(kept.id)
    assert bare(found) == DECISIONS
    assert [each.by for each in found] == ["malee", "somchai", "somchai"]
    assert [each.id for each in found] == sorted({each.id for each in found})
    assert all(kept.created_at <= each.at <= datetime.now(UTC) for each in found)
    assert store.drafts.decisions(begin(store).id) == []


def test_what_is_undone_counts_no_more(store):
    kept, other = begin(store), begin(store)
    for draft in (kept, other):
        store.drafts.decide(draft.id, DECISIONS, "malee")
    ids = [each.id for each in store.drafts.decisions(kept.id)]
    foreign = store.drafts.decisions(other.id)[0].id
    assert store.drafts.undo(kept.id, [ids[0], ids[2], foreign, 999], "somchai").version == 3
    assert [each.id for each in store.drafts.decisions(kept.id)] == [ids[1]]
    assert len(store.drafts.decisions(other.id)) == 3
    assert store.audit.entries(1)[0].details["decisions"] == [ids[0], ids[2]]
    assert store.drafts.undo(kept.id, [ids[0]], "somchai").version == 4
    assert store.audit.entries(1)[0].details["decisions"] == []


def test_thousands_are_decided_and_undone_at_once(store):
    kept = begin(store)
    store.drafts.decide(kept.id, DECISIONS * 1200, "malee")
    found = [each.id for each in store.drafts.decisions(kept.id)]
    assert len(found) == 3600
    store.drafts.undo(kept.id, found[1:], "malee")
    assert [each.id for each in store.drafts.decisions(kept.id)] == found[:1]


def test_a_finished_draft_keeps_its_decisions_and_loses_its_content(store):
    kept = begin(store)
    store.drafts.decide(kept.id, DECISIONS, "malee")
    done = store.drafts.finish(kept.id, "somchai", None)
    assert done.finished_at is not None
    assert (done.changed_by, done.publication) == ("somchai", None)
    assert store.drafts.one(kept.id) == done
    assert bare(store.drafts.decisions(kept.id)) == DECISIONS
    for call, arguments in (
        (store.drafts.content, [kept.id]),
        (store.drafts.finish, [kept.id, "x", None]),
        (store.drafts.decide, [kept.id, DECISIONS, "x"]),
        (store.drafts.undo, [kept.id, [1], "x"]),
    ):
        assert refused(call, *arguments) == "store_draft_finished"
    assert refused(store.drafts.change, kept.id, by="x", seen=3) == "store_draft_finished"
    store.check_integrity()


def test_a_finished_draft_tells_its_publication(store):
    kept = begin(store)
    published = store.publish(submission())
    assert store.drafts.published_as(published.id) is None
    done = store.drafts.finish(kept.id, "somchai", published.id)
    assert done.publication == published.id
    assert store.drafts.published_as(published.id) == done


def test_there_is_no_such_draft(store):
    drafts = store.drafts
    for call in (drafts.one, drafts.content, drafts.decisions):
        assert refused(call, 7) == "store_no_draft"
    assert refused(drafts.finish, 7, "x", None) == "store_no_draft"
    assert refused(drafts.decide, 7, DECISIONS, "x") == "store_no_draft"
    assert refused(drafts.undo, 7, [1], "x") == "store_no_draft"
    assert refused(drafts.change, 7, by="x", seen=1, content=b"[]") == "store_no_draft"
    assert store.audit.entries() == []


@settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.dictionaries(TEXT, JSON, max_size=4), BYTES, JSON, TEXT)
def test_choices_and_content_come_back_as_they_were(store, choices, content, told, source):
    assert json.loads(json.dumps(told)) == told
    kept = begin(store, choices={"told": told}, content=content, source=source)
    assert store.drafts.content(kept.id) == content
    changed = store.drafts.change(kept.id, by="x", seen=1, choices=choices)
    assert changed == store.drafts.one(kept.id)
    assert (changed.choices, changed.source) == (choices, source)


@settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(DECISION, max_size=8))
def test_decisions_come_back_as_they_were(store, decisions):
    kept = begin(store)
    store.drafts.decide(kept.id, decisions, "malee")
    assert bare(store.drafts.decisions(kept.id)) == decisions
