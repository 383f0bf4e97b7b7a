"""A copy of the database that may be kept elsewhere, made while others work on."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from areamap.errors import StoreError
from areamap.store._engine import outside, speaking


def back_up(engine: Engine, path: Path) -> None:
    """Write the database to a file; see `Store.back_up`."""
    if engine.dialect.name != "sqlite":
        raise StoreError("store_backup_elsewhere", database=engine.dialect.name)
    being_made = path.with_name(f"{path.name}.part")
    with speaking(engine.url):
        path.parent.mkdir(parents=True, exist_ok=True)
        being_made.unlink(missing_ok=True)
        try:
            with outside(engine) as connection:
                connection.exec_driver_sql("VACUUM INTO ?", (str(being_made),))
            _check(being_made)
            being_made.replace(path)
        finally:
            being_made.unlink(missing_ok=True)


def _check(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        if connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            raise StoreError("store_damaged", database=str(path))
