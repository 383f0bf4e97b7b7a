"""
The same store on PostgreSQL: set AREAMAP_TEST_POSTGRESQL to the address of an empty database.

It is used and emptied: `postgresql+psycopg://user@host/name`.
"""

import os
import subprocess
import sys
from decimal import Decimal

import pandas as pd
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from areamap.errors import StoreError
from areamap.store import PublishConflict, Store
from areamap.store.tables import metadata
from tests.store import test_migration as first
from tests.store.handing_in import CONTENT, DECISIONS, begin, cells
from tests.store.submissions import rows, submission
from tests.store.test_audit import every_write
from tests.store.test_editors import all_landed
from tests.store.writers import PLACES, edit_at_once

ADDRESS = os.environ.get("AREAMAP_TEST_POSTGRESQL", "")
pytestmark = pytest.mark.skipif(not ADDRESS, reason="AREAMAP_TEST_POSTGRESQL is not set")


@pytest.fixture
def address():
    engine = create_engine(ADDRESS)
    with engine.begin() as connection:
        for table in [*metadata.tables, "alembic_version"]:
            connection.execute(text(f'DROP TABLE IF EXISTS "{table}" CASCADE'))
    engine.dispose()
    return ADDRESS


@pytest.fixture
def store(address):
    opened = Store(address)
    yield opened
    opened.close()


def test_rows_come_back_as_they_were_published(store):
    published = store.publish(submission(5))
    pd.testing.assert_frame_equal(store.rows(published.id), rows(5))
    assert published.baht["matched"] == Decimal(293_001)
    assert store.in_force("council", sample=False) == published
    assert store.in_force("council", sample=False, known_at=published.created_at) == published


def test_roll_back_and_the_end_of_the_sample(store):
    first = store.publish(submission(3, is_sample=True))
    real = store.publish(submission(4))
    back = store.roll_back(real.id, by="malee")
    assert store.history() == [back, real, first]
    assert store.clear_sample() == 1
    assert store.in_force("council", sample=True) is None
    assert len(store.rows(back.id)) == 4


def test_migrations_make_the_tables_that_the_code_declares(store):
    with store._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_processes_at_once_make_the_tables_and_publish_in_order(address):
    script = (
        "import sys; from areamap.store import Store; from tests.store.submissions import *;"
        "store = Store(sys.argv[1]); [store.publish(submission(20)) for _ in range(10)]"
    )
    started = [subprocess.Popen([sys.executable, "-c", script, address]) for _ in range(3)]
    assert [each.wait(120) for each in started] == [0, 0, 0]
    store = Store(address)
    moments = [each.created_at for each in store.history()[::-1]]
    assert len(moments) == 30
    assert moments == sorted(set(moments))
    store.close()


def test_a_boundary_set_in_use(store):
    values = {"level": "tambon", "folder": "f", "report": {"features": 7425}}
    store.add_boundary_set("one", sha256="aa", **values)
    store.add_boundary_set("two", sha256="bb", **values)
    assert store.use_boundary_set("one").in_use
    assert store.boundary_set_in_use("tambon").name == "one"


def test_a_draft_goes_its_way(store):
    draft = store.drafts.decide(begin(store).id, DECISIONS, "malee")
    assert store.drafts.content(draft.id) == CONTENT
    with pytest.raises(StoreError) as raised:
        store.drafts.change(draft.id, by="x", seen=1, source="อำเภอ")
    assert raised.value.key == "store_draft_changed"
    draft = store.drafts.undo(draft.id, [1, 99], "malee")
    assert [each.row for each in store.drafts.decisions(draft.id)] == [6, 7]
    handed = submission(3, cells=cells(3), expected=None, details={"mode": "all"})
    published = store.publish(handed, draft.id, PLACES, seen=draft.version)
    assert store.drafts.published_as(published.id).publication == published.id
    pd.testing.assert_frame_equal(store.cells(published.id), cells(3))
    assert store.aliases.of(draft.source, "council").keys() == PLACES.keys()
    kept = rows(3).assign(origin=pd.array([published.id] * 3, dtype="Int64"))
    second = store.publish(submission(rows=kept, expected=published.id))
    assert store.trace(second.id, 1).cells["ลำดับ"] == "1"
    with pytest.raises(PublishConflict) as conflict:
        store.publish(submission(expected=published.id))
    assert conflict.value.since == [second]
    store.check_integrity()


def test_each_write_is_noted_for_good(store):
    told = every_write(store)
    before = store.audit.entries()
    assert {each.action for each in before} == {str(action) for action in told}
    for statement in (
        "UPDATE audit SET made_by = 'nobody'",
        "DELETE FROM audit WHERE id = 1",
        "TRUNCATE audit",
        "INSERT INTO audit SELECT * FROM audit ON CONFLICT (id) DO UPDATE SET made_by = ''",
    ):
        with pytest.raises(DBAPIError, match="append-only"), store._engine.begin() as connection:
            connection.execute(text(statement))
    assert store.audit.entries() == before
    store.check_integrity()


def test_a_first_database_is_brought_up_to_date_without_loss(address):
    first.to(address, "0001")
    first.fill(address)
    old = first.held(address)
    assert len(old["row"]) == 2003
    store = Store(address)
    assert first.held(address) == old
    pd.testing.assert_frame_equal(store.rows(3), rows(2000))
    assert store.audit.entries() == []
    store.check_integrity()
    store.close()
    first.to(address, "0001")
    assert first.held(address) == old


def test_eight_editors_publish_at_once(address):
    all_landed(address, edit_at_once(address, seconds=5))
