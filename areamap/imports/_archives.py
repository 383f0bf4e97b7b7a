"""Archives of table files, opened by another process, for they lie about themselves."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from areamap import sandbox
from areamap.errors import FileError
from areamap.registers._archive_copy import MOST_MEMBERS, MOST_TABLES, ZIP
from areamap.registers.workbooks import SUFFIXES
from areamap.settings import Settings

__all__ = ["MOST_MEMBERS", "MOST_TABLES", "Member", "Members", "members"]

_UNPACK: Final = "areamap.registers._archive_copy:unpack"


@dataclass(frozen=True, slots=True)
class Member:
    """A table file out of an archive: its name there, and where its bytes lie now."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Members:
    """
    The table files of an archive.

    Attributes
    ----------
    files
        Those that could be taken out.
    refused
        Of the others the name in the archive, and the key of the reason.
    """

    files: tuple[Member, ...]
    refused: tuple[tuple[str, str], ...]


def members(path: Path, settings: Settings, folder: Path) -> Members | None:
    """
    Return the table files of an archive, written under names of our own.

    Parameters
    ----------
    path
        The archive.
    settings
        How large a file, and all of them together, may be.
    folder
        Where to write.

    Returns
    -------
    Members or None
        None where the file is a table itself, such as a workbook, which is a zip too.

    Raises
    ------
    FileError
        It holds no table, an archive, too many or too large files, or is locked or broken as a
        whole.
    """
    try:
        with path.open("rb") as file:
            if file.read(len(ZIP)) != ZIP:
                return None
    except OSError:
        # What can't be opened is said by who reads it as a table.
        return None
    inside = Path(tempfile.mkdtemp(dir=folder))
    told = {
        "source": str(path.resolve()),
        "folder": str(inside),
        "kinds": list(SUFFIXES),
        "max_expanded_bytes": settings.max_expanded_bytes,
        "max_file_bytes": settings.max_file_bytes,
    }
    allowed = sandbox.limits(settings, output_bytes=settings.max_expanded_bytes)
    try:
        found = sandbox.run(_UNPACK, told, folder=inside, allowed=allowed)
    except sandbox.OverLimitError as error:
        raise FileError("imports_archive_too_large", file=path.name) from error
    except sandbox.FellOverError as error:
        raise FileError("imports_archive_broken", file=path.name) from error
    if found is None:
        return None
    return Members(
        tuple(Member(name, Path(at)) for name, at in found["files"]),
        tuple((name, reason) for name, reason in found["refused"]),
    )
