"""What a hostile file is, for all rooms that read files."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Case:
    """
    One hostile or broken file.

    Attributes
    ----------
    name
        What is wrong with it.
    file
        Name under which it is handed in.
    write
        Writes it to a path.
    reads
        Whether it has to be read (True), has to be refused (False), or may be either (None).
    """

    name: str
    file: str
    write: Callable[[Path], object]
    reads: bool | None = False

    @property
    def label(self) -> str:
        return f"{self.name} as {self.file.rpartition('.')[2]}"


def of(name: str, file: str, content: bytes | str, reads: bool | None = False) -> Case:
    """Return a case that is just some bytes."""
    data = content.encode() if isinstance(content, str) else content
    return Case(name, file, lambda path: path.write_bytes(data), reads)


def cut(name: str, file: str, whole: bytes, parts: int) -> Iterator[Case]:
    """Return a good file cut short at so many places."""
    for part in range(parts):
        length = max(1, len(whole) * part // parts)
        yield of(f"{name} cut after {part}/{parts}", file, whole[:length], reads=None)


def spoilt(name: str, file: str, whole: bytes, count: int) -> Iterator[Case]:
    """Return a good file with a few bytes changed, the same ones each time."""
    for seed in range(count):
        chance = random.Random(f"{name} {seed}")  # noqa: S311 - repeatable
        data = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        yield of(f"{name} spoilt {seed}", file, bytes(data), reads=None)


FOREIGN: dict[str, bytes] = {
    "nothing": b"",
    "one byte": b"\x00",
    "zeros": bytes(5000),
    "spaces": b" \r\n" * 2000,
    "noise": random.Random(1).randbytes(20_000),  # noqa: S311 - repeatable
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(500),
    "a photo": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(500),
    "a PDF": b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>",
    "a web page": b"<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table></body></html>",
    "a picture that runs scripts": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "XML of a spreadsheet of 2003": b"<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?>"
    b"<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>",
    "a programme of Windows": b"MZ\x90\x00" + bytes(600),
    "a programme of Linux": b"\x7fELF\x02\x01\x01" + bytes(600),
    "a shell script": b"#!/bin/sh\nrm -rf /\n",
    "a pickle that runs a programme": b"cos\nsystem\n(S'touch /tmp/owned'\ntR.",
    "gzip": b"\x1f\x8b\x08\x00" + bytes(200),
    "7-Zip": b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(200),
    "RAR": b"Rar!\x1a\x07\x01\x00" + bytes(200),
    "a database": b"SQLite format 3\x00" + bytes(84),
    "an old mail": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "the head of a zip": b"PK\x03\x04" + bytes(60),
    "the end of a zip": b"PK\x05\x06" + bytes(18),
    "the head of Parquet": b"PAR1" + bytes(50) + b"PAR1",
    "the head of a shapefile": b"\x00\x00\x27\x0a" + bytes(96),
    "another computer's files": b"<OGRVRTDataSource><OGRVRTLayer name='x'>"
    b"<SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>",
    "an address": b"[InternetShortcut]\r\nURL=http://127.0.0.1/\r\n",
}
"""Content of other kinds, to be handed in under a good name."""


def foreign(stem: str, suffixes: tuple[str, ...]) -> Iterator[Case]:
    """Return every kind of foreign content under every good name."""
    for suffix in suffixes:
        for name, content in FOREIGN.items():
            yield of(name, f"{stem}{suffix}", content, reads=None)
