"""Opening brings the tables up to date, and turns down what is not ours."""

import os
import sqlite3
import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from areamap.errors import StoreError
from areamap.store import Store, _schema
from areamap.store.tables import metadata
from tests.store.submissions import submission


def test_the_newest_migration_is_the_one_that_opening_looks_for():
    scripts = ScriptDirectory(str(_schema._FOLDER))
    assert scripts.get_current_head() == _schema.HEAD


def test_migrations_make_the_tables_that_the_code_declares(store):
    with store._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_opening_a_made_database_loads_no_alembic(store, address):
    script = (
        "import sys; from areamap.store import Store; Store(sys.argv[1]).close();"
        "sys.exit('alembic' in sys.modules or 'pandera' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script, address], check=False).returncode == 0


def test_a_database_is_made_from_any_folder_without_an_ini_file(tmp_path, address):
    script = "import sys; from areamap.store import Store; print(Store(sys.argv[1]).history())"
    done = subprocess.run(
        [sys.executable, "-c", script, address],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
    assert done.stderr == ""
    assert not list(tmp_path.glob("*.ini"))


def test_two_processes_may_make_the_database_at_once(tmp_path, address):
    script = "import sys; from areamap.store import Store; Store(sys.argv[1]).close()"
    started = [subprocess.Popen([sys.executable, "-c", script, address]) for _ in range(3)]
    assert [each.wait(60) for each in started] == [0, 0, 0]
    assert Store(address).history() == []


def test_a_newer_database_is_turned_down(store, database, address):
    store.publish(submission())
    _execute(database, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError) as raised:
        Store(address)
    assert raised.value.key == "store_newer"
    assert "9999" in raised.value.text("th")


def test_a_database_of_another_programme_is_turned_down(database, address):
    database.parent.mkdir()
    _execute(database, "CREATE TABLE publication (id INTEGER)")
    with pytest.raises(StoreError) as raised:
        Store(address)
    assert raised.value.key == "store_foreign"


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ("areamap.sqlite3", "store_bad_address"),
        ("nosuch://host/areamap", "store_bad_address"),
        ("mysql+nosuch://host/areamap", "store_bad_address"),
        ("mssql+pymssql://host/areamap", "store_no_driver"),
    ],
)
def test_an_address_that_is_none(wrong, key):
    with pytest.raises(StoreError) as raised:
        Store(wrong)
    assert raised.value.key == key


def test_a_file_that_is_no_database_is_turned_down_and_left_alone(database, address):
    database.parent.mkdir()
    database.write_text("ตำบล,สภา\n" * 200, encoding="utf-8")
    before = database.read_bytes()
    with pytest.raises(StoreError) as raised:
        Store(address)
    assert raised.value.key == "store_damaged"
    assert database.name in raised.value.text("en")
    assert database.read_bytes() == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError) as raised:
        Store(f"sqlite:///{tmp_path / 'home' / 'areamap.sqlite3'}")
    assert raised.value.key == "store_read_only"


def test_a_home_that_is_a_file(tmp_path):
    (tmp_path / "home").write_text("", encoding="utf-8")
    with pytest.raises(StoreError) as raised:
        Store(f"sqlite:///{tmp_path / 'home' / 'areamap.sqlite3'}")
    assert raised.value.key == "store_read_only"


def _execute(database, sql):
    connection = sqlite3.connect(database)
    with connection:
        connection.execute(sql)
    connection.close()
