"""A database that the first areamap made is brought up to date without loss, or not touched."""

import json
import sqlite3
from datetime import datetime, timedelta

import pandas as pd
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, event, insert, inspect, select

from areamap.errors import StoreError
from areamap.store import Store, _engine, _rows, _schema
from areamap.store.tables import metadata
from tests.store.handing_in import begin, cells
from tests.store.submissions import KINDS, rows, submission

OLD = {"content", "row", "publication", "boundary_set", "setting"}
NEW = {"headings", "origin", "details"}
MOMENT = datetime(2026, 3, 1, 8, 30)  # noqa: DTZ001 - SQLite keeps no zone
PUBLISHED = [(1, 3, 1, None), (2, 1, 2, None), (3, 2, 1999, None), (5, 1, 2, 2)]
"""Number, content, matched rows, what it brought back; the first is sample data, cleared."""


def to(address: str, revision: str) -> None:
    engine = _engine.connect(address)
    with _engine.writing(engine) as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(_schema._FOLDER))
        step = command.downgrade if inspect(connection).has_table("audit") else command.upgrade
        step(config, revision)
    engine.dispose()


def columns(connection, table: str) -> list[str]:
    return [each[1] for each in connection.execute(f'PRAGMA table_info("{table}")')]


def fill(address: str) -> None:
    """Write what the first areamap wrote: two worlds, a roll back, a cleared sample, a set."""
    engine = _engine.connect(address)
    made = MetaData()
    made.reflect(engine)
    tables = made.tables
    written = {
        "content": [{"id": number, "kinds": json.dumps(KINDS)} for number in (1, 2, 3)],
        "row": [
            {"content_id": content, **line}
            for content, count in ((1, 3), (2, 2000))
            for line in _rows.records(rows(count), KINDS)
        ],
        "publication": [_published(*each) for each in PUBLISHED],
        "boundary_set": [
            {
                "name": "rtsd",
                "level": "tambon",
                "folder": "f",
                "sha256": "aa",
                "report": "{}",
                "added_at": MOMENT,
                "in_use": True,
            }
        ],
        "setting": [
            {"name": "sample_cleared_upto", "value": "1", "changed_at": MOMENT},
            {"name": "lang", "value": "th", "changed_at": MOMENT},
        ],
    }
    with _engine.writing(engine) as connection:
        for table, lines in written.items():
            connection.execute(insert(tables[table]), lines)
    engine.dispose()


def _published(number: int, content: int, matched: int, again: int | None) -> dict[str, object]:
    return {
        "id": number,
        "content_id": content,
        "register": "council",
        "is_sample": number == 1,
        "created_at": MOMENT + timedelta(microseconds=number),
        "created_by": "somchai",
        "file_name": "สภา.xlsx",
        "file_sha256": "ab" * 32,
        "note": "รอบแรก",
        "counts": json.dumps({"matched": matched, "suggested": 1}),
        "satang": json.dumps({"matched": 14_650_050}),
        "rolled_back_from": again,
    }


def held(address: str) -> dict[str, list[tuple]]:
    """Return every line of the tables that the first areamap had, in their old columns."""
    engine = _engine.connect(address)
    made = MetaData()
    made.reflect(engine, only=OLD)
    with _engine.reading(engine) as connection:
        found = {}
        for name, table in made.tables.items():
            old = [column for column in table.columns if column.name not in NEW]
            query = select(*old).order_by(*table.primary_key)
            found[name] = [tuple(line) for line in connection.execute(query)]
    engine.dispose()
    return found


@pytest.fixture
def old(address, database):
    database.parent.mkdir()
    to(address, "0001")
    fill(address)
    return held(address)


def test_a_first_database_is_brought_up_to_date_without_loss(old, address, database):
    assert {name: len(lines) for name, lines in old.items()} == {
        "content": 3,
        "row": 2003,
        "publication": 4,
        "boundary_set": 1,
        "setting": 3,
    }
    store = Store(address)
    assert held(address) == old
    assert [each.id for each in store.history()] == [5, 3, 2, 1]
    assert [each.is_cleared for each in store.history()] == [False, False, False, True]
    assert all(each.details == {} for each in store.history())
    pd.testing.assert_frame_equal(store.rows(3), rows(2000))
    pd.testing.assert_frame_equal(store.rows(5), rows(3))
    assert store.cells(3).empty
    assert store.trace(3, 0).cells == {}
    assert store.in_force("council", sample=False).rolled_back_from == 2
    assert store.setting("lang") == "th"
    assert store.boundary_set_in_use("tambon").name == "rtsd"
    assert store.audit.entries() == []
    store.check_integrity()
    added = store.publish(submission(3, cells=cells(3), expected=5))
    assert added.id == 6
    pd.testing.assert_frame_equal(store.cells(6), cells(3))
    assert held(address)["row"][: len(old["row"])] == old["row"]
    store.close()


def test_it_has_the_tables_that_the_code_declares(old, address):
    store = Store(address)
    with store._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    store.close()


def test_broken_off_in_the_middle_nothing_has_changed(old, address, database):
    engine = _engine.connect(address)
    event.listen(engine, "before_cursor_execute", _break_off)
    with pytest.raises(_BrokenOffError):
        _schema.migrate(engine)
    engine.dispose()
    assert held(address) == old
    connection = sqlite3.connect(database)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
    tables = {each[0] for each in connection.execute("SELECT name FROM sqlite_master")}
    assert not tables & {"draft", "audit", "cells", "_alembic_tmp_row"}
    assert "origin" not in columns(connection, "row")
    connection.close()
    store = Store(address)
    assert held(address) == old
    store.check_integrity()
    store.close()


class _BrokenOffError(Exception):
    pass


def _break_off(_connection, _cursor, statement, *_rest):
    if "CREATE TRIGGER audit_no_delete" in statement:
        raise _BrokenOffError


def test_a_first_areamap_that_is_still_open_can_go_on(old, address, database):
    Store(address).close()
    connection = sqlite3.connect(database)
    with connection:
        connection.execute("INSERT INTO content (id, kinds) VALUES (9, '{}')")
        connection.execute(
            "INSERT INTO publication (content_id, register, is_sample, created_at, created_by,"
            " file_name, file_sha256, note, counts, satang)"
            " VALUES (9, 'fund', 0, '2026-03-02 08:30:00', 'x', 'f', 'a', '', '{}', '{}')"
        )
    connection.close()
    store = Store(address)
    assert store.in_force("fund", sample=False).details == {}
    assert store.rows(6).empty
    store.check_integrity()
    store.close()


def test_a_first_database_that_may_only_be_read_says_so(old, address, database):
    with pytest.raises(StoreError) as raised:
        Store(f"sqlite:///file:{database}?mode=ro&uri=true")
    assert raised.value.key == "store_read_only"
    assert held(address) == old


def test_a_database_can_be_taken_back_to_the_first_without_losing_what_that_kept(
    old, address, database
):
    store = Store(address)
    store.publish(submission(3, cells=cells(3)), begin(store).id)
    store.close()
    now = held(address)
    to(address, "0001")
    assert held(address) == now
    assert now["row"][: len(old["row"])] == old["row"]
    store = Store(address)
    assert [each.id for each in store.history()] == [6, 5, 3, 2, 1]
    store.check_integrity()
    store.close()


def test_all_migrations_can_be_taken_back(address, database):
    Store(address).close()
    to(address, "base")
    connection = sqlite3.connect(database)
    left = {each[0] for each in connection.execute("SELECT name FROM sqlite_master")}
    connection.close()
    assert left <= {"alembic_version", "sqlite_autoindex_alembic_version_1", "sqlite_sequence"}
    assert Store(address).history() == []
