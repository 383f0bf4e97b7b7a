"""Connections to the database, and what its errors mean for people."""

import errno
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.pool import NullPool

from areamap.errors import StoreError
from areamap.store import _look

BUSY_SECONDS: Final = 30
"""How long a writer waits for another before it gives up."""

_SENTENCES: Final = (
    ("store_locked", r"database (table )?is locked|lock timeout|could not obtain lock"),
    (
        "store_read_only",
        r"readonly database|unable to open database file|access permission|read-only transaction",
    ),
    ("store_disk_full", r"database or disk is full|disk I/O error|no space left"),
    ("store_damaged", r"not a database|malformed|file is encrypted"),
    (
        "store_unreachable",
        r"could not connect|connection (failed|refused)|could not translate host",
    ),
)


def connect(address: str) -> Engine:
    """
    Return the engine of a database; for SQLite its folder is made.

    A writer on SQLite takes its lock when it begins (`BEGIN IMMEDIATE`), so that two of them queue
    up and neither finds its view outdated in the middle.

    Raises
    ------
    StoreError
        The address is none, its driver is not installed, or the folder can't be made.
    """
    try:
        url = make_url(address)
        if url.get_backend_name() != "sqlite":
            return create_engine(url, pool_pre_ping=True)
    except ArgumentError as error:
        raise StoreError("store_bad_address") from error
    except ModuleNotFoundError as error:
        raise StoreError("store_no_driver", module=error.name) from error
    file = url.database or ""
    if not file.startswith("file:"):  # SQLite's own address of a file that is there
        with speaking(url):
            Path(file).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


@contextmanager
def speaking(url: URL) -> Iterator[None]:
    """Turn errors of the database or the disk into sentences."""
    try:
        yield
    except DBAPIError as error:
        raise _told(url, str(error.orig)) from error
    except OSError as error:
        key = "store_disk_full" if error.errno == errno.ENOSPC else "store_read_only"
        raise StoreError(key, database=_shown(url)) from error


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """
    Give a connection that reads one consistent state.

    SQLite makes a file beside the database even to read it. Where there is no room for that, or no
    leave, the database is read as a file that nobody changes: nobody can.
    """
    with speaking(engine.url), _opened(engine) as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection whose work lands as a whole, or not at all."""
    writer = engine.execution_options(areamap_writes=True)
    try:
        with speaking(engine.url), writer.begin() as connection:
            yield connection
    finally:
        _look.forget()


@contextmanager
def outside(engine: Engine) -> Iterator[Connection]:
    """Give a connection without a transaction, for what SQLite does only by itself."""
    alone = engine.execution_options(areamap_alone=True)
    with speaking(engine.url), alone.connect() as connection:
        yield connection


def _opened(engine: Engine) -> Connection:
    try:
        return engine.connect()
    except OperationalError as error:
        if _key_of(str(error.orig)) not in {"store_read_only", "store_disk_full"}:
            raise
        resting = _resting(engine.url)
        if resting is None:
            raise
        return resting.connect()


def _resting(url: URL) -> Engine | None:
    """Return the engine of an SQLite file as one that is not changed; None where it may be."""
    file = Path(url.database or "")
    changes = file.with_name(f"{file.name}-wal")
    is_changed = changes.exists() and changes.stat().st_size > 0
    if url.get_backend_name() != "sqlite" or is_changed or not file.is_file():
        return None
    query = {"uri": "true", "mode": "ro", "immutable": "1"}
    address = URL.create("sqlite", database=f"file:{quote(str(file))}", query=query)
    engine = create_engine(address, poolclass=NullPool)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401
    # SQLAlchemy's own recipe: transactions begin when we say so, not when the driver thinks so
    connection.isolation_level = None
    for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("areamap_alone", False):
        writes = options.get("areamap_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _told(url: URL, reason: str) -> StoreError:
    key = _key_of(reason)
    if key is not None:
        return StoreError(key, database=_shown(url))
    return StoreError("store_failed", database=_shown(url), reason=reason.splitlines()[0])


def _key_of(reason: str) -> str | None:
    found = (key for key, pattern in _SENTENCES if re.search(pattern, reason, re.IGNORECASE))
    return next(found, None)


def _shown(url: URL) -> str:
    """Return what people know the database by, without the password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    return url.render_as_string(hide_password=True)
