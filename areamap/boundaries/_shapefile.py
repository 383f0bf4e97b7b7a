"""
What GDAL leaves open about shapefiles: whether they are whole, and an index that was not passed on.

Of a file that is cut short GDAL reads what is there and leaves the rest blank; and it restores an
index only beside the file, where nothing of ours may be written. Layout after ESRI's white paper of
1998 (`.shp`, `.shx`: header of 100 bytes; lengths in words of two bytes, big end first) and of
dBASE (`.dbf`: number of records, length of the header and of a record, little end first).
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

_HEADER_BYTES: Final = 100
_RECORD_HEADER: Final = struct.Struct(">2i")
_LENGTH: Final = slice(24, 28)
_WORD: Final = 2
_DBF_SIZES: Final = struct.Struct("<4xIHH")


def is_whole(shp: Path, dbf: Path) -> bool:
    """Return whether a `.shp` and its `.dbf` are as long as their headers say."""
    with shp.open("rb") as stream:
        words = stream.read(_HEADER_BYTES)[_LENGTH]
    with dbf.open("rb") as stream:
        head = stream.read(_DBF_SIZES.size)
    if len(head) < _DBF_SIZES.size:
        return False
    records, header, record = _DBF_SIZES.unpack(head)
    return (
        shp.stat().st_size >= int.from_bytes(words, "big") * _WORD
        and dbf.stat().st_size >= header + records * record
    )


def write_index(shp: Path) -> None:
    """
    Write the `.shx` of a `.shp` beside it.

    Parameters
    ----------
    shp
        A shapefile in a folder of ours. Where it is cut short, its whole records are listed.
    """
    with shp.open("rb") as stream:
        header = bytearray(stream.read(_HEADER_BYTES))
        entries = b"".join(_RECORD_HEADER.pack(*entry) for entry in _records(stream))
    header[_LENGTH] = struct.pack(">i", (_HEADER_BYTES + len(entries)) // _WORD)
    shp.with_suffix(".shx").write_bytes(bytes(header) + entries)


def _records(stream: IO[bytes]) -> Iterator[tuple[int, int]]:
    """Return offset and length of each record in words."""
    end = stream.seek(0, 2)
    place = _HEADER_BYTES
    while place + _RECORD_HEADER.size <= end:
        stream.seek(place)
        _, length = _RECORD_HEADER.unpack(stream.read(_RECORD_HEADER.size))
        following = place + _RECORD_HEADER.size + length * _WORD
        if length <= 0 or following > end:
            return
        yield place // _WORD, length
        place = following
