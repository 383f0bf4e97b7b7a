"""Copy the table files of an archive into a folder; run in a process of its own."""

import copy
import lzma
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Final, TypedDict

from areamap.errors import FileError

MOST_MEMBERS: Final = 2000
"""Members of an archive that is looked at; one with more is refused."""

MOST_TABLES: Final = 100
"""Table files that are read from one archive."""

ZIP: Final = b"PK\x03\x04"

_OFFICE: Final = frozenset({"[Content_Types].xml", "mimetype"})
_ARCHIVES: Final = (".zip", ".7z", ".rar", ".gz", ".tar")
_UTF8_FLAG: Final = 0x800
_LOCKED_FLAG: Final = 0x1
_CHUNK: Final = 2**20
_ENDLESS: Final = 2**62
_BROKEN: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,  # zipfile's word for a compression that it does not know
    RuntimeError,
    EOFError,
    ValueError,
    lzma.LZMAError,
    zlib.error,
)


class Unpacked(TypedDict):
    """
    What an archive held, as JSON says it.

    Attributes
    ----------
    files
        Of each table file its name in the archive, and where it lies now.
    refused
        Of each one that can't be taken out its name in the archive, and the key of the reason.
    """

    files: list[list[str]]
    refused: list[list[str]]


def unpack(
    source: str, folder: str, kinds: list[str], *, max_expanded_bytes: int, max_file_bytes: int
) -> Unpacked | None:
    """
    Write the table files of an archive under names of our own: the job of the child.

    A file that is locked or broken is left out and told, as long as another one can be taken out.

    Parameters
    ----------
    source
        The archive.
    folder
        Where to write.
    kinds
        Endings of table files.
    max_expanded_bytes, max_file_bytes
        How large all of them together, and each, may be.

    Returns
    -------
    Unpacked or None
        What it held; None where the zip is a workbook, or so broken that whoever reads it as one
        has to say so.

    Raises
    ------
    FileError
        It holds no table, an archive, too many or too large files, or is locked or broken as a
        whole.
    """
    path = Path(source)
    try:
        with zipfile.ZipFile(path) as archive:
            if _OFFICE.intersection(archive.namelist()):
                return None
            tables = _tables(archive, path.name, (*kinds, ".txt"), kinds)
            left = max_expanded_bytes
            found = Unpacked(files=[], refused=[])
            for number, entry in enumerate(tables):
                name = _name(entry)
                target = Path(folder) / f"{number}{PurePosixPath(name).suffix.lower()}"
                try:
                    _copy(archive, entry, target, min(left, max_file_bytes), path.name)
                    found["files"].append([name, str(target)])
                except _BROKEN:
                    found["refused"].append([name, _why(entry)])
                # What came out before it broke counts too, or many such would fill the disk.
                left -= target.stat().st_size if target.exists() else 0
            if not found["files"]:
                raise FileError(_of_all(tables), file=path.name)
            return found
    except zipfile.BadZipFile as error:
        if path.suffix.lower() != ".zip" and not zipfile.is_zipfile(path):
            return None
        raise FileError("imports_archive_broken", file=path.name) from error
    except _BROKEN as error:
        raise FileError("imports_archive_broken", file=path.name) from error


def _tables(
    archive: zipfile.ZipFile, file: str, suffixes: tuple[str, ...], kinds: list[str]
) -> list[zipfile.ZipInfo]:
    entries = [entry for entry in archive.infolist() if not _is_furniture(_name(entry))]
    if len(entries) > MOST_MEMBERS:
        raise FileError("imports_archive_too_many", file=file, most=MOST_MEMBERS)
    nested = next((entry for entry in entries if _name(entry).lower().endswith(_ARCHIVES)), None)
    if nested is not None:
        raise FileError("imports_archive_nested", file=file, member=_name(nested))
    tables = [entry for entry in entries if _name(entry).lower().endswith(suffixes)]
    if not tables:
        raise FileError("imports_archive_empty", file=file, kinds=" ".join(kinds))
    if len(tables) > MOST_TABLES:
        raise FileError("imports_archive_too_many", file=file, most=MOST_TABLES)
    return tables


def _why(entry: zipfile.ZipInfo) -> str:
    is_locked = entry.flag_bits & _LOCKED_FLAG
    return "imports_member_locked" if is_locked else "imports_member_broken"


def _of_all(tables: list[zipfile.ZipInfo]) -> str:
    """Return the reason why not one of the tables could be taken out."""
    is_locked = any(entry.flag_bits & _LOCKED_FLAG for entry in tables)
    return "imports_archive_locked" if is_locked else "imports_archive_broken"


def _is_furniture(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return name.endswith("/") or "__MACOSX" in parts or any(each[0] in ".~" for each in parts[-1:])


def _name(entry: zipfile.ZipInfo) -> str:
    """Return a member's name; Windows in Thai writes CP874 where the archive says CP437."""
    if entry.flag_bits & _UTF8_FLAG:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("cp874")
    except UnicodeError:
        return entry.filename


def _copy(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, most: int, file: str
) -> None:
    """Write a member, as long as it keeps to what is allowed, whatever size it claims."""
    written = 0
    # Its stream is read to its own end: a bomb that claims to be small is one, and not just broken.
    unbounded = copy.copy(entry)
    unbounded.file_size = _ENDLESS
    with archive.open(unbounded) as source, target.open("wb") as out:
        while chunk := source.read(_CHUNK):
            written += len(chunk)
            if written > most:
                raise FileError("imports_archive_too_large", file=file)
            if written == len(chunk) and chunk.startswith(ZIP) and target.suffix == ".txt":
                raise FileError("imports_archive_nested", file=file, member=_name(entry))
            out.write(chunk)
