"""
Which rows an .xls hides, which the library that reads its cells does not tell.

An .xls is a small file system (MS-CFB) with a file `Workbook`, `Book` before Excel 97: one record
after the other (MS-XLS), each a number, a length and what it says. A row that is more than its
cells, such as one that is hidden, has a record of its own.
"""

import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

_SECTOR_BITS: Final = frozenset({9, 12})
_MARKS: Final = 0xFFFFFFFA
"""Numbers of sectors from here on are marks, such as that of the end."""
_HEADER_LISTS: Final = 109
_ENTRY: Final = 128
_NAMES: Final = ("Workbook", "Book")

_BEGIN, _END, _SHEET, _ROW = 0x809, 0x0A, 0x85, 0x208
_ROW_BYTES: Final = 14
_HEIGHT_ZERO: Final = 0x20


def rows(path: Path) -> dict[int, list[int]]:
    """
    Return the hidden rows of each sheet.

    Parameters
    ----------
    path
        An .xls whose cells could be read.

    Returns
    -------
    dict
        Number of the sheet, from 1, to the numbers of its rows that are hidden, by hand or by a
        filter; empty where the file is put together in a way that this does not know.
    """
    try:
        book = _workbook(path.read_bytes())
        starts = [_number(book, at) for kind, at, _ in _records(book, 0) if kind == _SHEET]
        return {number: sorted(_hidden(book, at)) for number, at in enumerate(starts, start=1)}
    except (struct.error, LookupError, ValueError):
        # Its cells were read, so it is no reason to refuse the file.
        return {}


def _hidden(book: bytes, start: int) -> set[int]:
    return {
        struct.unpack_from("<H", book, at)[0] + 1
        for kind, at, size in _records(book, start)
        if kind == _ROW and size >= _ROW_BYTES and book[at + 12] & _HEIGHT_ZERO
    }


def _records(book: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Yield the kind, place and length of each record of a part, without those of charts in it."""
    depth = 0
    while at + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, at)
        depth += (kind == _BEGIN) - (kind == _END)
        if depth == 0:
            return
        if depth == 1:
            yield kind, at + 4, size
        at += 4 + size


def _workbook(content: bytes) -> bytes:
    """Return the file within that holds the workbook."""
    bits = struct.unpack_from("<H", content, 30)[0]
    if bits not in _SECTOR_BITS:
        raise ValueError(bits)
    size = 1 << bits
    sectors = [content[at : at + size] for at in range(size, len(content), size)]
    table = _numbers(b"".join(sectors[each] for each in _tables(content, sectors)))
    entries = _joined(_number(content, 48), table, sectors)
    files = dict(_files(entries))
    name = next((each for each in _NAMES if each in files), None)
    # Files of a few bytes lie elsewhere; a workbook is never so small.
    if name is None or files[name][1] < _number(content, 56):
        raise LookupError(name)
    first, length = files[name]
    return _joined(first, table, sectors)[:length]


def _tables(content: bytes, sectors: Sequence[bytes]) -> list[int]:
    """Return the sectors that tell which sector follows which."""
    told = [*_numbers(content[76 : 76 + 4 * _HEADER_LISTS])]
    more = _number(content, 68)
    for _ in sectors:
        if more >= _MARKS:
            break
        *listed, more = _numbers(sectors[more])
        told += listed
    found = [each for each in told if each < _MARKS]
    if len(found) > len(sectors):
        raise ValueError(len(found))
    return found


def _files(entries: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the name, first sector and length of each file."""
    for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
        told = min(max(struct.unpack_from("<H", entries, at + 64)[0] - 2, 0), 62)
        name = entries[at : at + told].decode("utf-16-le", "replace")
        yield name, struct.unpack_from("<II", entries, at + 116)


def _joined(first: int, table: Sequence[int], sectors: Sequence[bytes]) -> bytes:
    """Return what stands in a sector and those that follow it."""
    found: list[bytes] = []
    while first < _MARKS:
        if len(found) > len(sectors):
            raise ValueError(first)
        found.append(sectors[first])
        first = table[first]
    return b"".join(found)


def _numbers(content: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])


def _number(content: bytes, at: int) -> int:
    found: int = struct.unpack_from("<I", content, at)[0]
    return found
