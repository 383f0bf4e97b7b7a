"""Hostile workbooks: cells far out, bombs, references to other files, and what is only odd."""

from collections.abc import Iterator
from pathlib import Path

from tests.hostile import packing
from tests.hostile.cases import Case, cut, of, spoilt
from tests.hostile.packing import raw_zip, swollen, zipped
from tests.hostile.workbook_files import (
    GOOD,
    HEAD,
    HEADINGS,
    MAIN,
    RELATED,
    TABLE,
    book,
    cell,
    compound,
    parts,
    relations,
    row,
    sheet,
    strings,
    workbook,
)

OLD = Path(__file__).parents[1] / "registers" / "cases" / "old.xls"
SHEET = "xl/worksheets/sheet1.xml"


def cases() -> Iterator[Case]:
    """Return every hostile workbook."""
    good = workbook()
    yield of("a good one", "good.xlsx", good, reads=True)
    yield from cut("a workbook", "cut.xlsx", good, 20)
    yield from cut("an old workbook", "cut.xls", OLD.read_bytes(), 12)
    yield from spoilt("a workbook", "spoilt.xlsx", good, 15)
    yield from spoilt("an old workbook", "spoilt.xls", OLD.read_bytes(), 15)
    yield from _far_out()
    yield from _bombs()
    yield from _entities()
    yield from _structure()
    yield from _locked()
    yield from _contents()


def _far_out() -> Iterator[Case]:
    for place in ("XFD200000", "XFD1048576", "A1048576", "XFD1", "ZZ99999"):
        rows = TABLE + f'<row r="9">{cell(place, "x")}</row>'
        yield of(f"a cell at {place}", "far.xlsx", workbook(sheet=sheet(rows)))
    for place in (
        "AAAAAAA1",
        "A0",
        "A-1",
        "1A",
        "A99999999999999999999",
        "",
        "ก1",
        "A1:B2",
        "$A$1",
    ):
        rows = TABLE + f'<row r="9">{cell(place, "x")}</row>'
        yield of(f"a cell at “{place}”", "far.xlsx", workbook(sheet=sheet(rows)), reads=None)
    wide = "<row r='1'>" + '<c t="n"><v>1</v></c>' * 1_000_000 + "</row>"
    yield of("a million columns", "wide.xlsx", workbook(sheet=sheet(wide)))
    tall = TABLE + '<row><c t="n"><v>1</v></c></row>' * 1_000_001
    yield of("a million rows", "tall.xlsx", workbook(sheet=sheet(tall)))
    many = "".join(f"<row>{'<c><v>1</v></c>' * 390}</row>" for _ in range(3000))
    yield of("a million cells", "many.xlsx", workbook(sheet=sheet(many)))
    size = '<dimension ref="A1:XFD1048576"/>'
    yield of("a size that lies", "size.xlsx", workbook(sheet=sheet(before=size)), reads=True)
    for name, ranges in (
        ("the whole sheet merged", ["A1:XFD1048576"]),
        ("merges on one another", ["A1:E2"] * 50_000),
        ("merges backwards", ["E2:A1", "B9:B1"]),
        ("merges of nothing", ["", "x", "A1", "ก1:ข2"]),
    ):
        merged = "".join(f'<mergeCell ref="{each}"/>' for each in ranges)
        content = workbook(sheet=sheet(after=f"<mergeCells>{merged}</mergeCells>"))
        yield of(name, "merged.xlsx", content, reads=None)


def _bombs() -> Iterator[Case]:
    others = {name: packing.packed(content) for name, content in parts().items() if name != SHEET}
    for name, filling in (("blanks", b" "), ("zeros", b"0"), ("tags", b"<row/>" + b" " * 2)):
        bomb = raw_zip(others | swollen(SHEET, 500, filling))
        yield of(f"500 MB of {name} in a sheet", "bomb.xlsx", bomb)
    yield of("3 GB in a sheet", "bomb.xlsx", raw_zip(others | swollen(SHEET, 3000)))
    small = raw_zip(others | swollen(SHEET, 400))
    yield of("a bomb that says it is small", "bomb.xlsx", packing.claiming(small, 900))
    good = workbook()
    for size in (2**31, 2**32 - 2, 2**32 - 1):
        for mark in (b"PK\x01\x02", b"PK\x03\x04"):
            lying = packing.claiming(good, size, where=mark)
            yield of(f"members of {size} bytes by {mark[2:].hex()}", "lie.xlsx", lying, reads=None)
    word = "ก" * 32_000
    rows = "".join(f'<row><c t="s"><v>0</v></c>{cell("", "x")}</row>' for _ in range(60_000))
    shared = workbook(sheet=sheet(rows), strings=strings(word))
    yield of("one long word in many cells", "words.xlsx", shared)
    nested = zipped({"good.xlsx": good, "more.zip": zipped({"good.xlsx": good})})
    yield of("a workbook inside", "nested.xlsx", nested)
    yield of("a hundred thousand members", "crowd.xlsx", packing.crowded(100_000))
    yield of("three hundred thousand members", "crowd.xlsx", packing.crowded(300_000))
    yield of(
        "members on one another", "over.xlsx", packing.overlapping(zipped({SHEET: b"x"}), 9000)
    )
    deep = sheet("<row>" * 200_000)
    yield of("rows two hundred thousand deep", "deep.xlsx", workbook(sheet=deep), reads=None)
    endless = sheet(f'<row r="1" spans="{"a" * 3_000_000}">{cell("A1", "x")}</row>')
    yield of("an attribute of 3 MB", "long.xlsx", workbook(sheet=endless), reads=None)
    sheets = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 600))
    yield of("six hundred sheets", "sheets.xlsx", workbook(book=book(sheets)), reads=None)


def _entities() -> Iterator[Case]:
    laughs = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(
        f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)
    )
    declared = {
        "a file of the server": "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
        "an address": "<!DOCTYPE x [<!ENTITY e SYSTEM 'http://127.0.0.1:1/'>]>",
        "declarations elsewhere": "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'>",
        "a parameter": "<!DOCTYPE x [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p; ]>",
        "a billion laughs": f"{laughs}]>".replace("<!ENTITY a11", "<!ENTITY e"),
        "one long word a million times": f"<!DOCTYPE x [<!ENTITY e '{'x' * 100_000}'>]>",
    }
    rows = row(1, HEADINGS) + '<row r="2"><c r="A2" t="inlineStr"><is><t>&e;</t></is></c></row>'
    for name, text in declared.items():
        shared = workbook(
            sheet=sheet('<row><c t="s"><v>0</v></c></row>'), strings=strings("&e;", declared=text)
        )
        yield of(f"{name} in a sheet", "xxe.xlsx", workbook(sheet=sheet(rows, declared=text)))
        yield of(f"{name} in the words", "xxe.xlsx", shared)
        yield of(f"{name} in the book", "xxe.xlsx", workbook(book=book(declared=text)), reads=None)


def _structure() -> Iterator[Case]:
    for name in ("types", "top", "book", "relations", "sheet"):
        yield of(f"without {name}", "part.xlsx", workbook(**{name: None}), reads=None)
        yield of(f"with no text in {name}", "part.xlsx", workbook(**{name: ""}), reads=None)
        half = parts()[{"types": "[Content_Types].xml", "top": "_rels/.rels"}.get(name, SHEET)]
        yield of(
            f"with half of {name}",
            "part.xlsx",
            workbook(**{name: half[: len(half) // 2]}),
            reads=None,
        )
    for target in (
        "../../../../../../etc/passwd",
        "/etc/passwd",
        "file:///etc/passwd",
        "http://127.0.0.1:1/x",
        "C:\\Windows\\win.ini",
        "worksheets/none.xml",
        "",
        "workbook.xml",
        "\x01",
    ):
        yield of(
            f"a sheet at {target!r}", "aim.xlsx", workbook(relations=relations(target)), reads=None
        )
    outside = relations("http://127.0.0.1:1/x", mode=' TargetMode="External"')
    yield of("a sheet on another computer", "aim.xlsx", workbook(relations=outside), reads=None)
    for name in ("../../owned.txt", "/owned.txt", "..\\owned.txt", "C:\\owned.txt"):
        yield of(f"a member {name}", "slip.xlsx", workbook({name: b"owned"}), reads=True)
    yield of("a member that is a link", "link.xlsx", packing.linked(SHEET, "/etc/passwd"))
    yield of("no sheets", "none.xlsx", workbook(book=book("")))
    chart = '<sheet name="x" sheetId="1" state="veryHidden" r:id="rId1"/>'
    yield of("only a hidden sheet", "hidden.xlsx", workbook(book=book(chart)), reads=None)
    for name in ("", "x" * 40_000, "\u202eslx.เ", "../../x", "<script>", "{0}{file}%s", "a\nb"):
        one = f'<sheet name="{name.replace("<", "&lt;")}" sheetId="1" r:id="rId1"/>'
        yield of(f"a sheet called {name[:20]!r}", "name.xlsx", workbook(book=book(one)), reads=None)
    yield of("other bytes after the end", "tail.xlsx", workbook() + bytes(5000), reads=None)
    yield of("other bytes before", "front.xlsx", b"#!/bin/sh\n" + workbook())


def _locked() -> Iterator[Case]:
    good = workbook()
    office = {"EncryptedPackage": bytes(5000), "EncryptionInfo": bytes(5000)}
    yield of("a password of Office", "locked.xlsx", compound(office))
    yield of("a password of Office in an old file", "locked.xls", compound(office))
    yield of("a password of a zip", "locked.xlsx", packing.flagged(good, 1))
    for method in (1, 6, 9, 12, 14, 93, 95, 98, 99):
        yield of(f"packed by method {method}", "method.xlsx", packing.packed_by(good, method))
    yield of("an empty old workbook", "old.xls", compound({"Workbook": bytes(5000)}), reads=None)
    yield of(
        "an old workbook of noise",
        "old.xls",
        compound({"Workbook": b"\x09\x08" * 4000}),
        reads=None,
    )
    yield of("an old document", "old.xls", compound({"WordDocument": bytes(5000)}))
    macros = {"xl/vbaProject.bin": compound({"VBA": b"Sub Auto_Open()\nShell(1)\nEnd Sub"})}
    yield of("macros", "macros.xlsm", workbook(macros), reads=True)
    yield of("macros under a plain name", "macros.xlsx", workbook(macros), reads=True)
    linked = {
        "xl/externalLinks/externalLink1.xml": (
            f'{HEAD}<externalLink xmlns="{MAIN}" xmlns:r="{RELATED}"><ddeLink ddeService="cmd" '
            'ddeTopic="/c calc"/></externalLink>'
        ).encode()
    }
    yield of("a link to a programme", "dde.xlsx", workbook(linked), reads=True)


def _contents() -> Iterator[Case]:
    def with_cells(texts: tuple[str, ...]) -> bytes:
        return workbook(sheet=sheet(TABLE + row(3, texts)))

    for text in (
        "=cmd|' /C calc'!A0",
        '=HYPERLINK("http://127.0.0.1/?"&A1)',
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\tx",
        "เจริญธรรม\u202eมรรธญิรจเ",
        "เจริญ\u200bธรรม\u2060\ufeff",
        "{0} {file} %s %(x)s ${1+1}",
        "<img src=x onerror=alert(1)>",
        "'; DROP TABLE publications; --",
        "x" * 32_767,
        "ํ่า" * 9000,
        "1" * 5000,
    ):
        cells = (GOOD[0], GOOD[1], text, GOOD[3], text)
        yield of(f"a name {text[:24]!r}", "odd.xlsx", with_cells(cells), reads=True)
    formula = (
        TABLE
        + '<row r="3"><c r="A3" t="str"><f>WEBSERVICE("http://127.0.0.1/")</f><v>สระบุรี</v></c>'
        '<c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C3"><f>1+</f></c></row>'
    )
    yield of("formulas that call out", "formula.xlsx", workbook(sheet=sheet(formula)), reads=True)
    for value in ("1e309", "-1e309", "NaN", "INF", "1e-400", "x", "", "9" * 4000, "0x10", "๑๒"):
        rows = TABLE + f'<row r="3">{cell("A3", GOOD[0])}<c r="D3"><v>{value}</v></c></row>'
        yield of(f"a number {value[:9]!r}", "number.xlsx", workbook(sheet=sheet(rows)), reads=None)
    for kind, value in (("s", "99999"), ("s", "-1"), ("b", "7"), ("d", "99999-99-99"), ("q", "1")):
        rows = TABLE + f'<row r="3"><c r="D3" t="{kind}"><v>{value}</v></c></row>'
        yield of(f"a cell {kind}={value}", "kind.xlsx", workbook(sheet=sheet(rows)), reads=None)
    for text in ("\x00", "\x0b", "\ufffe", "\ud800", "_x0000_", "&#0;", "&#xD800;", "]]>"):
        raw = f'<row r="3"><c r="A3" t="inlineStr"><is><t>{text}</t></is></c></row>'
        data = workbook(sheet=sheet(TABLE + raw))
        yield of(f"a cell {text!r} unescaped", "control.xlsx", data, reads=None)
    for encoding in ("utf-16", "cp874", "utf-8-sig"):
        data = sheet().replace('encoding="UTF-8"', f'encoding="{encoding}"').encode(encoding)
        yield of(f"a sheet in {encoding}", "coded.xlsx", workbook(sheet=data), reads=None)
