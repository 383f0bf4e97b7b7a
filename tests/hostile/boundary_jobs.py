"""Many files of boundaries read in one child, for a child of their own takes a second each."""

import json
from pathlib import Path
from typing import Any

from areamap.boundaries.ingest import ingest
from areamap.errors import FileError
from areamap.settings import Settings


def read_all(paths: list[str], told: str, limits: dict[str, Any]) -> None:
    """Write a line on each file: why it is refused, or null."""
    settings = Settings(home=Path("/nowhere"), database_url="", **limits)
    with Path(told).open("w", encoding="utf-8") as out:
        for path in paths:
            out.write(json.dumps(_read(Path(path), settings), default=str) + "\n")
            out.flush()


def _read(path: Path, settings: Settings) -> dict[str, Any] | None:
    try:
        found = ingest(path, settings=settings)
    except FileError as error:
        return {"key": error.key, "values": error.values}
    assert found.polygons.geometry.is_valid.all()
    assert not found.polygons.geometry.is_empty.any()
    return None
