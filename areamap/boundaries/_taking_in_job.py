"""The job of the process that takes boundaries in; see `taking_in`."""

from pathlib import Path
from typing import Any

from areamap.boundaries import ingest, versions
from areamap.errors import FileError
from areamap.progress import Progress
from areamap.settings import Settings


def take_in(
    source: str,
    home: str,
    limits: dict[str, Any],
    name: str | None,
    crs: str | None,
    reference: str | None,
    *,
    progress: Progress,
) -> dict[str, Any]:
    """Read a file of boundaries, write its version into the home, and return what `Taken` holds."""
    path = Path(source)
    settings = Settings(home=Path(home), database_url="", **limits)
    known = None if reference is None else versions.read_screen(settings.home / reference)
    found = ingest.ingest(path, settings=settings, crs=crs, reference=known, progress=progress)
    called = name or versions.name_from(path.stem)
    try:
        version = versions.write(found, settings.home, called)
    except OSError as error:
        # The home's trouble, not the file's.
        where = error.filename or settings.home
        raise FileError("cli_file", file=where, why=error.strerror or error) from error
    return {
        "name": called,
        "level": found.level.value,
        "folder": version.folder,
        "sha256": version.sha256,
        "codes": found.polygons.index.tolist(),
        "report": found.report.as_dict(),
    }
