"""Take a file of boundaries in where it can harm nothing: another process reads and mends it."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from areamap import sandbox
from areamap.errors import FileError
from areamap.places.levels import Level
from areamap.progress import Progress
from areamap.sandbox import Limits
from areamap.settings import Settings

_JOB: Final = "areamap.boundaries._taking_in_job:take_in"


@dataclass(frozen=True, slots=True)
class Taken:
    """
    A set that was taken in and written as a version of the data home.

    Attributes
    ----------
    name
        What people call it.
    level
        Tambon, district or province.
    folder
        Of the version, relative to the data home.
    sha256
        Hash of its content.
    codes
        Codes of its areas, sorted.
    report
        What was done, as `boundaries.report.Report` tells it.
    """

    name: str
    level: Level
    folder: str
    sha256: str
    codes: tuple[str, ...]
    report: dict[str, Any]


def take_in(
    path: Path,
    *,
    settings: Settings,
    name: str | None,
    crs: str | None,
    reference: str | None,
    progress: Progress,
) -> Taken:
    """
    Read a file of boundaries and write it as a version.

    Parameters
    ----------
    path
        As `ingest.ingest` takes it.
    settings
        The data home, and how large a file may be.
    name
        What people call the set; else the file's name.
    crs
        Its CRS where the user knows it.
    reference
        Folder of the version in use, relative to the data home, to find out a CRS that the file
        does not tell; None where there is none.
    progress
        Is told how far the reading is.

    Raises
    ------
    FileError
        The file can't be used, or the home can't be written; nothing was.
    """
    if not path.is_file():
        raise FileError("boundaries_no_file", file=path)
    told = {
        "source": str(path.resolve()),
        "home": str(settings.home),
        "limits": {each: getattr(settings, each) for each in settings.limit_names()},
        "name": name,
        "crs": crs,
        "reference": reference,
    }
    allowed = Limits(
        memory_bytes=settings.boundary_memory_bytes,
        seconds=settings.boundary_seconds,
        output_bytes=settings.max_expanded_bytes,
    )
    with tempfile.TemporaryDirectory(prefix="areamap-") as folder:
        try:
            found = sandbox.run(_JOB, told, folder=Path(folder), allowed=allowed, progress=progress)
        except sandbox.OverLimitError as error:
            raise FileError("boundaries_too_heavy", file=path.name) from error
        except sandbox.FellOverError as error:
            raise FileError("boundaries_unreadable", file=path.name) from error
    return Taken(
        name=found["name"],
        level=Level(found["level"]),
        folder=found["folder"],
        sha256=found["sha256"],
        codes=tuple(found["codes"]),
        report=found["report"],
    )
