"""Bring the tables to the version that this areamap knows, when a database is opened."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, func, inspect, select, text

from areamap.errors import StoreError
from areamap.store._engine import reading, writing
from areamap.store.tables import metadata

HEAD: Final = "0004"
"""The newest migration; kept here so that opening need not import Alembic."""

_LOCK: Final = 2566
_FOLDER: Final = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> None:
    """
    Run the migrations that a database lacks; one with none is given its tables.

    Raises
    ------
    StoreError
        The database was made by a newer areamap, or is of another programme.
    """
    with reading(engine) as connection:
        if _version(connection) == HEAD:
            return
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            # SQLite's writer is alone anyway; here two could make the tables at once
            connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
        found = _version(connection)
        if found == HEAD:
            return
        if found is not None and found not in _known():
            raise StoreError("store_newer", found=found)
        if found is None and set(inspect(connection).get_table_names()) & set(metadata.tables):
            raise StoreError("store_foreign", database=engine.url.database)
        _upgrade(connection)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return version


def _known() -> set[str]:
    from alembic.script import ScriptDirectory  # noqa: PLC0415  # half a second, needed rarely

    return {script.revision for script in ScriptDirectory(str(_FOLDER)).walk_revisions()}


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415  # as above
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    command.upgrade(config, "head")
