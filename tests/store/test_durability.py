"""Locked, damaged, away: what was published stands."""

import pytest
from sqlalchemy import event, text

from areamap.errors import StoreError
from areamap.store import Store, _engine
from tests.store.submissions import submission
from tests.store.writers import processes


def _publish(address, by, times, ready, begin):
    store = Store(address)
    ready.release()
    begin.wait(60)
    for number in range(times):
        store.publish(submission(50, by=by, note=str(number)))


def test_two_processes_that_publish_at_once_both_land_in_order(address):
    Store(address).close()
    context = processes()
    begin, ready = context.Event(), context.Semaphore(0)
    names, times = ["somchai", "malee"], 15
    children = [
        context.Process(target=_publish, args=(address, name, times, ready, begin))
        for name in names
    ]
    for child in children:
        child.start()
    for _ in children:
        assert ready.acquire(timeout=60)
    begin.set()
    for child in children:
        child.join(120)
    assert [child.exitcode for child in children] == [0, 0]
    store = Store(address)
    history = store.history()[::-1]
    assert [each.id for each in history] == list(range(1, 2 * times + 1))
    moments = [each.created_at for each in history]
    assert moments == sorted(set(moments))
    for name in names:
        assert [each.note for each in history if each.created_by == name] == [
            str(number) for number in range(times)
        ]
    assert all(len(store.rows(each.id)) == 50 for each in history)


def test_a_reader_beside_a_writer_sees_what_was_before(store, opener):
    first = store.publish(submission())
    with _engine.writing(store._engine) as connection:
        connection.execute(text("DELETE FROM row"))
        beside = opener()
        assert len(beside.rows(first.id)) == 3
        connection.rollback()
    assert len(store.rows(first.id)) == 3


def test_a_locked_database_says_so(address, monkeypatch):
    monkeypatch.setattr(_engine, "BUSY_SECONDS", 0.1)
    store = Store(address)
    with _engine.writing(store._engine), pytest.raises(StoreError) as raised:
        store.publish(submission())
    assert raised.value.key == "store_locked"
    assert store.history() == []


def test_a_full_disk_says_so_and_what_was_there_stands(store, database):
    first = store.publish(submission())
    event.listen(store._engine, "connect", _as_small_as_it_is)
    with pytest.raises(StoreError) as raised:
        store.publish(submission(2000))
    assert raised.value.key == "store_disk_full"
    assert "stands" in raised.value.text("en")
    assert store.in_force("council", sample=False) == first
    assert len(store.rows(first.id)) == 3


def _as_small_as_it_is(connection, _record):
    connection.execute("PRAGMA max_page_count = 1")


def test_a_database_that_may_only_be_read_says_so(store, database):
    first = store.publish(submission())
    store.close()
    only_read = Store(f"sqlite:///file:{database}?mode=ro&uri=true")
    assert only_read.in_force("council", sample=False) == first
    assert len(only_read.rows(first.id)) == 3
    with pytest.raises(StoreError) as raised:
        only_read.publish(submission())
    assert raised.value.key == "store_read_only"


def test_a_damaged_database_says_so(store, database, address):
    first = store.publish(submission(2000))
    store.close()
    with database.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 40 * 4096)
    with pytest.raises(StoreError) as raised:
        Store(address).rows(first.id)
    assert raised.value.key == "store_damaged"


def test_a_database_that_is_away_is_named_without_its_password():
    pytest.importorskip("psycopg", reason="no driver for PostgreSQL is installed")
    with pytest.raises(StoreError) as raised:
        Store("postgresql+psycopg://office:secret@127.0.0.1:1/areamap")
    assert raised.value.key == "store_unreachable"
    assert "secret" not in str(raised.value)
    assert "127.0.0.1" in str(raised.value)
