"""Zips that lie, climb, swell and hide."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping

MEGABYTE = 2**20


def zipped(members: Mapping[str, bytes], *, stored: bool = False) -> bytes:
    """Return an honest zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(
        out, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    ) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return out.getvalue()


def swollen(name: str, megabytes: int, filling: bytes = b" ") -> dict[str, tuple[bytes, int, int]]:
    """Return a member that unpacks to much: its deflated bytes, its size and its checksum."""
    block = filling * (MEGABYTE // len(filling))
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    # After a full flush the same bytes stand for the same block, as often as one likes.
    once = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    check = 0
    for _ in range(megabytes):
        check = zlib.crc32(block, check)
    return {name: (once * megabytes + packer.flush(), megabytes * len(block), check)}


def packed(content: bytes) -> tuple[bytes, int, int]:
    """Return a member as `raw_zip` takes it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush(), len(content), zlib.crc32(content)


def raw_zip(members: Mapping[str, tuple[bytes, int, int]]) -> bytes:
    """Return a zip of members that are deflated already, with the sizes that are told."""
    body, directory = b"", b""
    for name, (packed, size, check) in members.items():
        called = name.encode()
        sizes = struct.pack("<3I2H", check, len(packed), min(size, 2**32 - 1), len(called), 0)
        head = struct.pack("<4s5H", b"PK\x03\x04", 20, 0x800, 8, 0, 33) + sizes + called
        directory += (
            struct.pack("<4s6H", b"PK\x01\x02", 20, 20, 0x800, 8, 0, 33)
            + sizes
            + struct.pack("<3H2I", 0, 0, 0, 0, len(body))
            + called
        )
        body += head + packed
    end = struct.pack(
        "<4s4H2IH", b"PK\x05\x06", 0, 0, *[len(members)] * 2, len(directory), len(body), 0
    )
    return body + directory + end


def claiming(data: bytes, size: int, *, where: bytes = b"PK\x01\x02") -> bytes:
    """Return a zip whose entries claim another size, in the directory or in heads."""
    at = 24 if where == b"PK\x01\x02" else 22
    changed = bytearray(data)
    place = changed.find(where)
    while place >= 0:
        changed[place + at : place + at + 4] = struct.pack("<I", size)
        place = changed.find(where, place + 4)
    return bytes(changed)


def flagged(data: bytes, flag: int) -> bytes:
    """Return a zip whose entries have a flag set: 1 is a password."""
    changed = bytearray(data)
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = changed.find(mark)
        while place >= 0:
            changed[place + at] |= flag
            place = changed.find(mark, place + 4)
    return bytes(changed)


def packed_by(data: bytes, method: int) -> bytes:
    """Return a zip whose entries claim to be packed by another method."""
    changed = bytearray(data)
    for mark, at in ((b"PK\x01\x02", 10), (b"PK\x03\x04", 8)):
        place = changed.find(mark)
        while place >= 0:
            changed[place + at : place + at + 2] = struct.pack("<H", method)
            place = changed.find(mark, place + 4)
    return bytes(changed)


def linked(name: str, to: str) -> bytes:
    """Return a zip with a member that is a link to elsewhere."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        entry = zipfile.ZipInfo(name)
        entry.create_system = 3
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        target.writestr(entry, to)
    return out.getvalue()


def crowded(count: int, name: str = "{:07}.txt") -> bytes:
    """Return a zip that lists very many members, all of them the same few bytes."""
    called = name.format(0).encode()
    sizes = struct.pack("<3I2H", 0, 0, 0, len(called), 0)
    head = struct.pack("<4s5H", b"PK\x03\x04", 20, 0, 0, 0, 33) + sizes + called
    entry = struct.pack("<4s6H", b"PK\x01\x02", 20, 20, 0, 0, 0, 33) + sizes
    entry += struct.pack("<3H2I", 0, 0, 0, 0, 0)
    directory = b"".join(entry + name.format(each).encode() for each in range(count))
    told = min(count, 2**16 - 1)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, told, told, len(directory), len(head), 0)
    return head + directory + end


def overlapping(data: bytes, times: int) -> bytes:
    """Return a zip whose directory lists its only member again and again under other names."""
    start = data.find(b"PK\x01\x02")
    end = data.find(b"PK\x05\x06")
    entry = data[start:end]
    length = struct.unpack_from("<H", entry, 28)[0]
    directory = b"".join(
        entry[:46] + f"{each:0{length}}"[:length].encode() + entry[46 + length :]
        for each in range(times)
    )
    tail = bytearray(data[end:])
    struct.pack_into("<2HI", tail, 8, times, times, len(directory))
    return data[:start] + directory + bytes(tail)
