"""Workbooks written by hand, so that they can hold what no programme would write."""

import struct
from collections.abc import Mapping
from html import escape

from tests.hostile.packing import zipped

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
HEADINGS = ("จังหวัด", "อำเภอ", "ตำบล", "วันที่จดแจ้ง", "สถานะ")
GOOD = ("สระบุรี", "วิหารแดง", "เจริญธรรม", "15/3/2559", "จัดตั้งแล้ว")

TYPES = (
    HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    "</Types>"
)
TOP = (
    HEAD + f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
    f'Type="{RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)


def cell(place: str, text: str) -> str:
    """Return a cell of text."""
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def row(number: int, texts: tuple[str, ...]) -> str:
    """Return a row of text."""
    cells = "".join(cell(f"{chr(65 + at)}{number}", text) for at, text in enumerate(texts))
    return f'<row r="{number}">{cells}</row>'


TABLE = row(1, HEADINGS) + row(2, GOOD)


def sheet(rows: str = TABLE, after: str = "", before: str = "", declared: str = "") -> str:
    """Return a sheet."""
    return (
        f'{HEAD}{declared}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>'
        f"{after}</worksheet>"
    )


def book(sheets: str = '<sheet name="สภา" sheetId="1" r:id="rId1"/>', declared: str = "") -> str:
    """Return the list of sheets."""
    return (
        f'{HEAD}{declared}<workbook xmlns="{MAIN}" xmlns:r="{RELATED}"><sheets>{sheets}</sheets>'
        "</workbook>"
    )


def relations(target: str = "worksheets/sheet1.xml", more: str = "", mode: str = "") -> str:
    """Return where the sheets lie."""
    return (
        f'{HEAD}<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{RELATED}/worksheet" Target="{target}"{mode}/>{more}</Relationships>'
    )


def parts(**changed: str | bytes | None) -> dict[str, bytes]:
    """Return the members of a good workbook, some of them changed; None leaves one out."""
    members: dict[str, str | bytes | None] = {
        "[Content_Types].xml": changed.pop("types", TYPES),
        "_rels/.rels": changed.pop("top", TOP),
        "xl/workbook.xml": changed.pop("book", book()),
        "xl/_rels/workbook.xml.rels": changed.pop("relations", relations()),
        "xl/worksheets/sheet1.xml": changed.pop("sheet", sheet()),
    }
    if (strings := changed.pop("strings", None)) is not None:
        members["xl/sharedStrings.xml"] = strings
        more = (
            f'<Relationship Id="rId9" Type="{RELATED}/sharedStrings" Target="sharedStrings.xml"/>'
        )
        members["xl/_rels/workbook.xml.rels"] = relations(more=more)
    assert not changed, changed
    return {
        name: content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        for name, content in members.items()
        if content is not None
    }


def workbook(extra: Mapping[str, bytes] | None = None, **changed: str | bytes | None) -> bytes:
    """Return a workbook as `parts` make it, with further members."""
    return zipped(parts(**changed) | dict(extra or {}))


def strings(*items: str, declared: str = "") -> str:
    """Return a table of shared strings."""
    told = "".join(f"<si><t>{item}</t></si>" for item in items)
    return f'{HEAD}{declared}<sst xmlns="{MAIN}">{told}</sst>'


def compound(streams: Mapping[str, bytes]) -> bytes:
    """
    Return an OLE compound file, the outer form of .xls and of workbooks with a password.

    Layout after [MS-CFB] version 3: a header, one sector of the table of sectors, directory, data.
    """
    size = 512
    names = ["Root Entry", *streams]
    bodies = [content.ljust(4096, b"\0") for content in streams.values()]
    folders = -(-len(names) * 128 // size)
    table, directory, first = [0xFFFFFFFD], b"", 1 + folders
    table += [each + 2 for each in range(folders - 1)] + [0xFFFFFFFE]
    for at, name in enumerate(names):
        content = bodies[at - 1] if at else b""
        sectors = -(-len(content) // size)
        called = name.encode("utf-16-le")
        entry = called.ljust(64, b"\0") + struct.pack("<H", len(called) + 2)
        entry += struct.pack("<BB", 2 if at else 5, 1)
        # Entries hang on one another to the right, which any reader walks through.
        right = at + 1 if 0 < at < len(names) - 1 else 0xFFFFFFFF
        child = 1 if at == 0 and streams else 0xFFFFFFFF
        entry += struct.pack("<3I", 0xFFFFFFFF, right, child) + bytes(36)
        start = first if at else 0xFFFFFFFE
        directory += entry + struct.pack("<IQ", start, len(content))
        table += [first + each + 1 for each in range(sectors - 1)] + [0xFFFFFFFE] * bool(sectors)
        first += sectors
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<I", 0) + b"\xff" * (4 * 108)
    sectors_told = b"".join(struct.pack("<I", each) for each in table).ljust(size, b"\xff")
    padded = directory.ljust(folders * size, b"\0")
    return header + sectors_told[:size] + padded + b"".join(bodies)
