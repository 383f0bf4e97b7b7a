"""What was done with a file of boundaries, so that nobody has to trust it blindly."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Renamed:
    """An area whose name in the file is not the gazetteer's."""

    area_code: str
    in_file: str
    in_gazetteer: str


@dataclass(frozen=True, slots=True)
class Report:
    """
    What was found in a file of boundaries and done with it.

    Attributes
    ----------
    file, sha256
        The file's name and hash.
    layer, left_out
        The layer or member that was read, and others that could have been: one file gives one set.
    level
        `tambon`, `district` or `province`.
    features
        Features in the layer that was read.
    matched
        Areas of today that have a polygon.
    retired, retired_codes
        Areas whose code is in force no more. They keep their polygon and their code; whose land it
        is now is not guessed.
    missing, missing_codes
        Areas of today without a polygon, in the provinces of the file; in all of Thailand where the
        file holds most provinces.
    provinces
        Codes of the provinces that the file has areas of.
    unknown
        Features that no code or name tells; they are left out.
    merged
        Features that were joined to another of the same area.
    empty
        Features without a polygon; they are left out.
    repaired
        Features whose rings were mended.
    crs, crs_source
        Its CRS, and whether the `file` said so, the user (`given`), or a comparison (`compared`).
    encoding
        `utf-8` or `cp874`.
    told, columns
        Whether a `code`, `pieces` of a code or the `name` told which area a feature is, and the
        columns.
    renamed
        Areas whose Thai name differs from the gazetteer's; names that were cut off do not count.
    cut_names
        How many names a DBF cut off.
    coverage
        `exact`, `cleaned` or `separate`: how well neighbours fit (see `simplify.Coverage`).
    vertices, screen_vertices
        Vertices of the polygons as they are stored and as the screen gets them.
    """

    file: str
    sha256: str
    level: str
    features: int
    matched: int
    retired: int
    missing: int
    crs: str
    crs_source: str
    encoding: str
    repaired: int
    unknown: int
    merged: int
    empty: int
    told: str
    columns: tuple[str, ...]
    provinces: tuple[str, ...]
    retired_codes: tuple[str, ...]
    missing_codes: tuple[str, ...]
    renamed: tuple[Renamed, ...]
    cut_names: int
    coverage: str
    layer: str
    left_out: tuple[str, ...]
    vertices: int
    screen_vertices: int

    def as_dict(self) -> dict[str, Any]:
        """Return the report as JSON holds it."""
        return {
            key: list(value) if isinstance(value, tuple) else value
            for key, value in asdict(self).items()
        }
