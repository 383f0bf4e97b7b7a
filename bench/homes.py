"""The data homes of the run: which areas they hold, and what it cost to take them in."""

import json
import os
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import geopandas as gpd

from areamap.boundaries import schematic
from areamap.places import gazetteer
from areamap.places.levels import Level
from bench.apps import OURS
from bench.dense import densified

REFERENCE: Final = (
    Path(__file__).parents[2] / "shared" / "reference" / "boundaries" / "tha_admbnda_adm3.zip"
)
FULL_RESOLUTION: Final = 2_500_000


@dataclass(frozen=True, slots=True)
class Areas:
    """
    The areas that every app shows.

    Attributes
    ----------
    file
        Where they lie.
    shapes
        The polygons, one row per area, a column of codes first.
    is_reference
        Whether they are the true tambons; else they are the hexagons of the schematic map.
    """

    file: Path
    shapes: gpd.GeoDataFrame
    is_reference: bool


@dataclass(frozen=True, slots=True)
class Intake:
    """
    What `areamap boundaries add` did with a file, and what it took.

    Attributes
    ----------
    name
        Name of the set.
    vertices, screen_vertices
        Coordinates in the file, and in what the browser gets.
    file_bytes, peak_bytes
        Size of the file, and the most memory that the process had.
    seconds, cpu_seconds
        Time on the clock and of the processor.
    """

    name: str
    vertices: int
    screen_vertices: int
    file_bytes: int
    peak_bytes: int
    seconds: float
    cpu_seconds: float


def areas(folder: Path, *, reference: bool = True) -> Areas:
    """
    Return the areas to be shown.

    Parameters
    ----------
    folder
        Where files may be written.
    reference
        Whether to take the true tambons where they are there.
    """
    if reference and REFERENCE.is_file():
        return Areas(REFERENCE, gpd.read_file(REFERENCE, encoding="utf-8"), is_reference=True)
    names = gazetteer.areas(Level.TAMBON)["name_th"]
    shapes = schematic.polygons()
    told = gpd.GeoDataFrame(
        {"ADM3_PCODE": "TH" + shapes.index, "ADM3_TH": names.reindex(shapes.index).to_numpy()},
        geometry=shapes.geometry.to_numpy(),
        crs=shapes.crs,
    )
    return Areas(_zipped(told, folder / "areas"), told, is_reference=False)


def full_resolution(found: Areas, folder: Path) -> Path:
    """Write the areas as a zipped shapefile of full resolution, and return where it lies."""
    return _zipped(densified(found.shapes, FULL_RESOLUTION), folder / "full_resolution")


def take_in(file: Path, home: Path, name: str) -> Intake:
    """
    Take a file in by the command that people use, in a process of its own.

    Raises
    ------
    RuntimeError
        The command failed; what it said is in the message.
    """
    home.mkdir()
    answer, said = home / "intake.json", home / "intake.log"
    command = (
        *(sys.executable, "-m", "areamap.cli", "boundaries", "add", str(file)),
        *("--home", str(home), "--name", name, "--json"),
    )
    since = time.monotonic()
    with answer.open("wb") as out, said.open("wb") as err:
        process = subprocess.Popen(command, stdout=out, stderr=err, env=os.environ | OURS)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - since
    if process.returncode:
        raise RuntimeError(f"{file.name} was not taken in: {said.read_text(errors='replace')}")
    report = json.loads(answer.read_text(encoding="utf-8"))
    return Intake(
        name=name,
        vertices=report["vertices"],
        screen_vertices=report["screen_vertices"],
        file_bytes=file.stat().st_size,
        peak_bytes=used.ru_maxrss * 1024,
        seconds=seconds,
        cpu_seconds=used.ru_utime + used.ru_stime,
    )


def _zipped(shapes: gpd.GeoDataFrame, folder: Path) -> Path:
    folder.mkdir()
    shapes.to_file(folder / f"{folder.name}.shp", encoding="utf-8")
    packed = folder.with_suffix(".zip")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        for part in sorted(folder.iterdir()):
            archive.write(part, part.name)
    return packed
