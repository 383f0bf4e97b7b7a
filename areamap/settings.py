"""Where things lie and how much is allowed: the data home, the database, roles, limits."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

import platformdirs

from areamap.errors import SettingsError

FILE: Final = "settings.toml"
"""The file of the data home that holds what its people set."""


@dataclass(frozen=True, slots=True)
class Access:
    """
    Who may do what once she is logged in; `[access]` in `settings.toml`.

    Attributes
    ----------
    viewers
        Who may see, by e-mail address or by group (a name without @); empty for everyone.
    editors
        Who may import and decide, and see.
    administrators
        Who may roll back and set up, and all the rest.
    groups_claim
        Name under which the login service tells a person's groups.
    login_hours
        How long a login lasts.
    local
        Whether the person at the machine that serves the app needs no login; by default only while
        no login is set up.
    """

    viewers: frozenset[str] = frozenset()
    editors: frozenset[str] = frozenset()
    administrators: frozenset[str] = frozenset()
    groups_claim: str = "groups"
    login_hours: float = 12
    local: bool | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """
    The settings of one run.

    Attributes
    ----------
    home
        The data home: database and boundary versions live in it.
    database_url
        SQLAlchemy address of the store.
    max_file_bytes
        Largest file that is opened.
    max_expanded_bytes
        Largest size of what an archive holds once unpacked.
    max_table_bytes
        Largest size of what a table holds once unpacked.
    max_rows
        Most rows read from one sheet.
    max_columns
        Most columns read from one sheet.
    max_cells
        Most cells, blank ones too, read from one file: a register of 100,000 rows with ten columns.
        Where no two cells are alike, a million of them take 130 MB of the server when they come in.
    max_text_bytes
        Most text in the cells of one file.
    max_members
        Most files that an archive may list.
    max_upload_bytes
        Largest file that a browser may hand in.
    reader_memory_bytes
        Memory of the process that reads a file.
    reader_seconds
        How long it may take.
    boundary_memory_bytes
        Memory of the process that takes boundaries in.
    boundary_seconds
        How long it may take.
    basemap
        Tiles that may be laid behind the areas: `osm`, `carto`, a folder, or an address with
        `{z}/{x}/{y}`; by default none.
    access
        Who may do what.
    """

    home: Path
    database_url: str
    max_file_bytes: int = 600 * 2**20
    max_expanded_bytes: int = 2 * 2**30
    max_table_bytes: int = 384 * 2**20
    max_rows: int = 1_000_000
    max_columns: int = 400
    max_cells: int = 1_100_000
    max_text_bytes: int = 64 * 2**20
    max_members: int = 10_000
    max_upload_bytes: int = 64 * 2**20
    reader_memory_bytes: int = 2 * 2**30
    reader_seconds: int = 120
    boundary_memory_bytes: int = 4 * 2**30
    boundary_seconds: int = 900
    basemap: str = ""
    access: Access = Access()

    @classmethod
    def limit_names(cls) -> frozenset[str]:
        """Return the names of the limits, which `[limits]` in `settings.toml` may set."""
        return frozenset(field.name for field in fields(cls) if field.type is int)


def load(home: Path | str | None = None) -> Settings:
    """
    Return the settings for a data home.

    Parameters
    ----------
    home
        The data home; else `AREAMAP_HOME`, else the user's own data folder.

    Returns
    -------
    Settings
        `AREAMAP_DATABASE_URL` replaces the SQLite file of the home where it is set;
        `AREAMAP_BASEMAP` names the tiles; `settings.toml` of the home holds the limits and the
        roles, which `AREAMAP_VIEWERS`, `AREAMAP_EDITORS` and `AREAMAP_ADMINISTRATORS` replace.

    Raises
    ------
    SettingsError
        `settings.toml` can't be read, or holds what is no setting.
    """
    chosen = home or os.environ.get("AREAMAP_HOME") or platformdirs.user_data_path("areamap")
    path = _resolved(Path(chosen).expanduser().absolute())
    url = os.environ.get("AREAMAP_DATABASE_URL") or f"sqlite:///{path / 'areamap.sqlite3'}"
    told = _file(path / FILE)
    for unknown in sorted(set(told) - {"access", "limits"}):
        raise SettingsError("settings_unknown", file=FILE, name=f"[{unknown}]")
    return Settings(
        home=path,
        database_url=url,
        basemap=os.environ.get("AREAMAP_BASEMAP", ""),
        access=_access(told.get("access", {})),
        **_limits(told.get("limits", {})),
    )


@cache
def geodata() -> Path:
    """Return the folder of the data that is ours to ship: groupings, layout, sample recipe."""
    package = Path(__file__).parent
    installed = package / "_geodata"
    return installed if installed.is_dir() else package.parent / "geodata"


@cache
def docs() -> Path:
    """Return the folder of the manual and its pictures."""
    package = Path(__file__).parent
    installed = package / "_docs"
    return installed if installed.is_dir() else package.parent / "docs"


@lru_cache(maxsize=8)
def _resolved(path: Path) -> Path:
    """Return where a data home lies; the pages ask for it dozens of times in a run."""
    return path.resolve()


_NAMES: Final = ("viewers", "editors", "administrators")
_KINDS: Final[dict[str, tuple[type, ...]]] = {
    "groups_claim": (str,),
    "login_hours": (int, float),
    "local": (bool,),
}


def _file(path: Path) -> Mapping[str, Any]:
    try:
        found = path.stat()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError("settings_unreadable", file=path, reason=error.strerror) from error
    return _parsed(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=8)
def _parsed(path: Path, _changed: int, _size: int) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError("settings_unreadable", file=path, reason=error) from error


def _access(table: Mapping[str, Any]) -> Access:
    _check_names("access", table, frozenset(field.name for field in fields(Access)))
    values = {name: _checked(name, value) for name, value in table.items()}
    for name in _NAMES:
        if (told_here := os.environ.get(f"AREAMAP_{name.upper()}")) is not None:
            values[name] = _people(told_here.split(","))
    return Access(**values)


def _limits(table: Mapping[str, Any]) -> dict[str, int]:
    _check_names("limits", table, Settings.limit_names())
    for name, value in table.items():
        if type(value) is not int or value < 1:
            raise SettingsError("settings_value", file=FILE, name=name, value=value)
    return dict(table)


def _check_names(section: str, table: Mapping[str, Any], known: frozenset[str]) -> None:
    # A misspelt name must not leave a door open that its writer thinks is shut.
    told = table if isinstance(table, Mapping) else {section: table}
    for unknown in sorted(set(told) - known):
        raise SettingsError("settings_unknown", file=FILE, name=unknown)


def _checked(name: str, value: object) -> Any:  # noqa: ANN401 - of the kind its name asks for
    if name in _NAMES:
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return _people(value)
    elif isinstance(value, _KINDS[name]) and (bool in _KINDS[name] or not isinstance(value, bool)):
        return value
    raise SettingsError("settings_value", file=FILE, name=name, value=value)


def _people(told: list[str]) -> frozenset[str]:
    """Return addresses in small letters, and groups as they are."""
    cut = (each.strip() for each in told)
    return frozenset(each.casefold() if "@" in each else each for each in cut if each)
