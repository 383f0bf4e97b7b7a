"""A copy is made while others work on, whole or not at all."""

import errno
from pathlib import Path
from threading import Event, Thread

import pandas as pd
import pytest
from sqlalchemy import text

from areamap.errors import StoreError
from areamap.store import Store, _engine
from tests.store.handing_in import CONTENT, begin, cells
from tests.store.submissions import rows, submission


def opened(path: Path) -> Store:
    return Store(f"sqlite:///{path}")


def test_a_backup_holds_everything(store, tmp_path):
    store.publish(submission(2000, cells=cells(2000)))
    draft = begin(store)
    path = tmp_path / "away" / "backup.sqlite3"
    store.back_up(path)
    store.publish(submission(3))
    again = opened(path)
    again.check_integrity()
    assert [each.id for each in again.history()] == [1]
    pd.testing.assert_frame_equal(again.rows(1), rows(2000))
    pd.testing.assert_frame_equal(again.cells(1), cells(2000))
    assert again.drafts.every() == [draft]
    assert again.drafts.content(draft.id) == CONTENT
    assert len(again.audit.entries()) == 2
    assert again.publish(submission(4)).id == 2
    assert [each.name for each in path.parent.iterdir()] == ["backup.sqlite3"]
    again.close()


def test_a_backup_replaces_the_one_before(store, tmp_path):
    path = tmp_path / "backup.sqlite3"
    store.back_up(path)
    store.publish(submission())
    store.back_up(path)
    assert len(opened(path).history()) == 1


def test_a_backup_beside_a_writer_holds_what_was_before(store, tmp_path):
    store.publish(submission())
    with _engine.writing(store._engine) as connection:
        connection.execute(text("DELETE FROM row"))
        store.back_up(tmp_path / "backup.sqlite3")
        connection.rollback()
    assert len(opened(tmp_path / "backup.sqlite3").rows(1)) == 3


def test_backups_while_others_publish_are_whole(store, opener, tmp_path):
    store.publish(submission(5))
    stop = Event()

    def publish() -> None:
        beside = opener()
        while not stop.is_set():
            beside.publish(submission(300, cells=cells(300)))
        beside.close()

    writer = Thread(target=publish)
    writer.start()
    try:
        for number in range(5):
            path = tmp_path / f"{number}.sqlite3"
            store.back_up(path)
            copy = opened(path)
            copy.check_integrity()
            assert copy.history()
            copy.close()
    finally:
        stop.set()
        writer.join(60)


def test_where_there_is_no_room_the_old_backup_stays(store, tmp_path, monkeypatch):
    path = tmp_path / "backup.sqlite3"
    store.publish(submission())
    store.back_up(path)
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(StoreError) as raised:
        store.back_up(path)
    assert raised.value.key == "store_disk_full"
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*.part"))


def test_a_place_that_is_none(store, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StoreError) as raised:
        store.back_up(tmp_path / "file" / "backup.sqlite3")
    assert raised.value.key == "store_read_only"
