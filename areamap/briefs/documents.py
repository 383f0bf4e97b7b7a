"""One way to make a document of any kind from the content of a brief."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from areamap.errors import BriefError

if TYPE_CHECKING:
    from collections.abc import Callable

    from areamap.briefs.content import Content, Terrain

    Writer = Callable[[Content, Terrain], bytes]

SUFFIXES: Final[Mapping[str, tuple[str, ...]]] = {
    "slides": (".pptx",),
    "report": (".docx", ".pdf"),
    "workbook": (".xlsx",),
    "geodata": (".gpkg", ".geojson", ".csv"),
    "page": (".html",),
}
"""Endings of the files of each kind; the first is the usual one."""

_MODULES: Final = {
    ".pptx": "slides",
    ".docx": "report_docx",
    ".pdf": "report_pdf",
    ".xlsx": "data_workbook",
    ".html": "web_page",
}

MIME: Final = {
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".gpkg": "application/geopackage+sqlite3",
    ".geojson": "application/geo+json",
    ".csv": "text/csv",
    ".html": "text/html",
}
"""Media types by ending."""


def suffix_of(path: Path, kind: str) -> str:
    """
    Return the ending that a file of a kind is written with.

    Raises
    ------
    BriefError
        The kind has no files of this ending.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES[kind]:
        raise BriefError("brief_suffix", file=path.name, suffixes=", ".join(SUFFIXES[kind]))
    return suffix


def write(content: "Content", terrain: "Terrain", suffix: str) -> bytes:
    """
    Return a document; the same content gives the same bytes.

    Parameters
    ----------
    content
        What it says.
    terrain
        The polygons of its maps.
    suffix
        A suffix of `SUFFIXES`, which tells the kind.
    """
    if suffix in SUFFIXES["geodata"]:
        from areamap.briefs import geodata  # noqa: PLC0415 - each kind loads its own libraries

        return geodata.write(content, terrain, suffix)
    writer: Writer = import_module(f"areamap.briefs.{_MODULES[suffix]}").write
    return writer(content, terrain)


def save(document: bytes, path: Path) -> None:
    """
    Write a document to a file, whole or not at all.

    Raises
    ------
    OSError
        The folder is not there, or may not be written.
    """
    fresh = path.with_name(f".{path.name}.part")
    try:
        fresh.write_bytes(document)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def file_name(content: "Content", kind: str, suffix: str) -> str:
    """Return the usual name of a file: area, kind, day, in letters that every system takes."""
    name = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in content.area.name_en)
    return f"{name.strip('-').lower()}-{kind}-{content.as_of.isoformat()}{suffix}"
