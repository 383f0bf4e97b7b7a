"""What is not whole is found."""

import sqlite3

import pytest

from areamap.errors import StoreError
from tests.store.handing_in import DECISIONS, begin, cells
from tests.store.submissions import submission

BREAKS = {
    "rows were lost": 'DELETE FROM "row" WHERE content_id = 1 AND seq = 1',
    "rows were added": """INSERT INTO "row" (content_id, seq, status, payload)
        VALUES (1, 99, 'ignored', '{}')""",
    "a content nobody published": "INSERT INTO content (id, kinds) VALUES (99, '{}')",
    "a publication without content": "UPDATE publication SET content_id = 77 WHERE id = 1",
    "a row of no publication's file": 'UPDATE "row" SET origin = 77 WHERE seq = 0',
    "a draft without content": "DELETE FROM draft_content WHERE draft_id = 2",
    "a finished draft with content": "INSERT INTO draft_content VALUES (1, x'00')",
    "a decision of no draft": "UPDATE decision SET draft_id = 77",
    "choices that can't be read": "UPDATE draft SET choices = '{' WHERE id = 2",
}


@pytest.fixture
def filled(store):
    begin(store)
    store.publish(submission(3, cells=cells(3)), finishes=1)
    begin(store)
    store.drafts.decide(2, DECISIONS, "malee")
    store.publish(submission(4, is_sample=True))
    store.clear_sample()
    store.roll_back(1, "malee")
    return store


def test_what_was_only_written_by_the_store_is_whole(store, filled):
    store.check_integrity()


@pytest.mark.parametrize("broken", BREAKS)
def test_what_is_not_whole_is_found(filled, database, broken):
    connection = sqlite3.connect(database)
    with connection:
        connection.execute(BREAKS[broken])
    connection.close()
    with pytest.raises(StoreError) as raised:
        filled.check_integrity()
    assert raised.value.key == "store_not_whole"
    assert "backup" in raised.value.text("en")


def test_a_damaged_page_is_found(filled, database):
    filled.publish(submission(2000))
    filled.close()
    with database.open("r+b") as file:
        file.seek(30 * 4096)
        file.write(b"\xff" * 4 * 4096)
    with pytest.raises(StoreError) as raised:
        filled.check_integrity()
    assert raised.value.key == "store_damaged"
