"""Each write leaves an entry in its own transaction, and no entry is ever changed."""

import sqlite3

import pytest
from sqlalchemy import event, text

from areamap.errors import StoreError
from areamap.i18n import LANGS, t
from areamap.store import Action, Store, Wanted, _engine
from areamap.store.assignments import Place
from areamap.store.tables import audit
from tests.store.handing_in import DECISIONS, begin
from tests.store.submissions import submission
from tests.store.test_talks import MOMENT, SLIDES

GAP = Place("council", "tambon", "190406", is_sample=False)
FOREVER = [
    "UPDATE audit SET made_by = 'nobody'",
    "UPDATE audit SET id = 99 WHERE id = 1",
    "DELETE FROM audit",
    "DELETE FROM audit WHERE id = 1",
    "INSERT OR REPLACE INTO audit SELECT id, made_at, '', action, subject, details FROM audit",
    "INSERT INTO audit SELECT * FROM audit WHERE true ON CONFLICT (id) DO UPDATE SET made_by = ''",
]


def every_write(store: Store) -> dict[Action, str]:
    """Write in each way that there is, and return what the log should call what was written to."""
    published = store.publish(submission(is_sample=True))
    store.roll_back(published.id, "somchai", note="again")
    store.clear_sample("somchai")
    store.remember("lang", "th", "somchai")
    values = {"level": "tambon", "folder": "f", "sha256": "aa", "report": {}}
    store.add_boundary_set("rtsd", by="somchai", **values)
    store.use_boundary_set("rtsd", by="somchai")
    for number, publication in ((1, published.id), (2, None)):
        begin(store)
        store.drafts.change(number, by="somchai", seen=1, source="อำเภอ")
        store.drafts.decide(number, DECISIONS, "somchai")
        store.drafts.undo(number, [1], "somchai")
        store.drafts.finish(number, "somchai", publication)
    store.aliases.remember("จังหวัด", "council", {"ก": "190401"}, "somchai")
    store.aliases.forget("จังหวัด", "council", "ก", "somchai")
    store.mappings.remember("จังหวัด", "council", {"ก": "tambon"}, "somchai")
    store.explanations.explain("finding", "ถูกแล้ว", "somchai")
    store.explanations.withdraw("finding", "somchai")
    store.assignments.put([Wanted(GAP, "ทีม", None, "", "open", seen=0)], "somchai")
    store.assignments.take_back(GAP, "somchai")
    kept = store.talks.keep("เวที", "19", MOMENT, SLIDES, by="somchai")
    changed = store.talks.change(kept, SLIDES[:1], by="somchai")
    store.talks.discard(store.talks.renew(changed, MOMENT, by="somchai"), by="somchai")
    return {
        Action.PUBLISH: "publication 1",
        Action.ROLL_BACK: "publication 2",
        Action.CLEAR_SAMPLE: "sample",
        Action.REMEMBER_SETTING: "lang",
        Action.ADD_BOUNDARY_SET: "rtsd",
        Action.USE_BOUNDARY_SET: "rtsd",
        Action.BEGIN_DRAFT: "draft 2",
        Action.CHANGE_DRAFT: "draft 2",
        Action.FINISH_DRAFT: "draft 1",
        Action.DISCARD_DRAFT: "draft 2",
        Action.DECIDE: "draft 2",
        Action.UNDO: "draft 2",
        Action.REMEMBER_ALIASES: "จังหวัด",
        Action.FORGET_ALIAS: "จังหวัด",
        Action.REMEMBER_MAPPING: "จังหวัด",
        Action.EXPLAIN: "finding",
        Action.WITHDRAW: "finding",
        Action.ASSIGN: "assignment council tambon 190406",
        Action.TAKE_BACK_ASSIGNMENT: "assignment council tambon 190406",
        Action.KEEP_TALK: "talk 1",
        Action.CHANGE_TALK: "talk 1",
        Action.RENEW_TALK: "talk 1",
        Action.DISCARD_TALK: "talk 1",
    }


def test_each_way_to_write_leaves_its_entry(store):
    told = every_write(store)
    entries = store.audit.entries()[::-1]
    assert {Action(each.action): each.subject for each in entries} == told
    assert set(told) == set(Action)
    assert {each.by for each in entries} == {"somchai"}
    assert [each.id for each in entries] == list(range(1, len(entries) + 1))
    moments = [each.at for each in entries]
    assert moments == sorted(moments)
    assert all(moment.tzinfo is not None for moment in moments)


def test_each_action_has_a_name_for_people():
    for action in Action:
        for lang in LANGS:
            assert t(f"audit.{action}", lang)


def test_an_entry_says_what_was_published(store):
    begin(store)
    store.publish(submission(details={"mode": "provinces"}), finishes=1)
    entry = store.audit.entries(1)[0]
    assert (entry.action, entry.by, entry.subject) == ("publish", "somchai", "publication 1")
    assert entry.details == {
        "register": "council",
        "is_sample": False,
        "draft": 1,
        "counts": {"matched": 2, "suggested": 1},
        "mode": "provinces",
        "file_name": "สภา.xlsx",
        "note": "รอบมีนาคม",
    }


def test_a_long_list_is_counted(store):
    told = {"short": list(range(20)), "long": list(range(21))}
    published = store.publish(submission(details=told))
    assert published.details == told
    details = store.audit.entries(1)[0].details
    assert (details["short"], details["long"]) == (told["short"], 21)


def test_entries_are_paged_newest_first(store):
    for number in range(7):
        store.remember("n", str(number))
    first = store.audit.entries(limit=3)
    assert [each.id for each in first] == [7, 6, 5]
    second = store.audit.entries(limit=3, before=first[-1].id)
    assert [each.id for each in second] == [4, 3, 2]
    assert [each.id for each in store.audit.entries(before=2)] == [1]


@pytest.mark.parametrize("statement", FOREVER)
def test_the_database_refuses_to_change_what_was_noted(store, database, statement):
    for number in range(3):
        store.remember("n", str(number))
    before = store.audit.entries()
    connection = sqlite3.connect(database)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"), connection:
        connection.execute(statement)
    connection.close()
    assert store.audit.entries() == before
    with pytest.raises(StoreError), _engine.writing(store._engine) as again:
        again.execute(text(statement))


def test_no_entry_no_write(store, opener):
    """Where the entry can't be written, what it is about is not written either."""
    every_write(store)
    before = [line for line in _dump(store) if "audit" not in line]
    event.listen(store._engine, "before_cursor_execute", _refuse_audit)
    calls = [
        lambda: store.publish(submission()),
        lambda: store.roll_back(2, "x"),
        lambda: store.clear_sample("x"),
        lambda: store.remember("other", "x"),
        lambda: store.add_boundary_set("o", level="l", folder="f", sha256="s", report={}),
        lambda: store.use_boundary_set("rtsd"),
        lambda: begin(store),
        lambda: store.aliases.remember("s", "r", {"a": "b"}, "x"),
        lambda: store.mappings.remember("s", "r", {"a": "b"}, "x"),
        lambda: store.explanations.explain("k", "n", "x"),
        lambda: store.talks.keep("อีกเวที", "19", MOMENT, SLIDES, by="x"),
        lambda: store.assignments.put([Wanted(GAP, "ทีม", None, "", "open", seen=0)], "x"),
    ]
    for call in calls:
        with pytest.raises((_NoEntryError, StoreError)):
            call()
    assert [line for line in _dump(opener()) if "audit" not in line] == before


class _NoEntryError(Exception):
    pass


def _refuse_audit(_connection, _cursor, statement, *_rest):
    if statement.startswith(f"INSERT INTO {audit.name}"):
        raise _NoEntryError


def _dump(store: Store) -> list[str]:
    connection = sqlite3.connect(store._engine.url.database)
    lines = list(connection.iterdump())
    connection.close()
    return lines


def test_a_number_of_a_citizen_is_not_noted(store):
    begin(store, file_name="1101700203450.xlsx", choices={"1101700203450": ["1101700203450"]})
    store.publish(submission(details={"told": "1101700203450", "satang": 1101700203450}))
    entries = str(store.audit.entries())
    assert "'1101700203450" not in entries
    assert "'satang': 1101700203450" in entries
    assert store.drafts.one(1).choices == {"xxxxxxxxxxxxx": ["xxxxxxxxxxxxx"]}
    assert store.drafts.one(1).file_name == "xxxxxxxxxxxxx.xlsx"
    assert store.publication(1).details == {"told": "xxxxxxxxxxxxx", "satang": 1101700203450}
