"""Hostile delimited text and Parquet."""

import codecs
import datetime as dt
import io
from collections.abc import Iterator
from decimal import Decimal

import pyarrow as pa
from pyarrow import parquet

from tests.hostile.cases import Case, cut, of, spoilt
from tests.hostile.workbook_files import GOOD, HEADINGS

HEAD = ",".join(HEADINGS) + "\r\n"
LINE = ",".join(GOOD) + "\r\n"
TEXT = HEAD + LINE


def texts() -> Iterator[Case]:
    """Return every hostile text."""
    yield of("a good one", "good.csv", TEXT, reads=True)
    for encoding in ("utf-8-sig", "utf-16", "cp874"):
        yield of(f"in {encoding}", "good.csv", TEXT.encode(encoding), reads=True)
        yield from cut(f"text in {encoding}", "cut.csv", TEXT.encode(encoding), 5)
        yield from spoilt(f"text in {encoding}", "spoilt.tsv", TEXT.encode(encoding), 5)
    for encoding in ("utf-32", "utf-16-le", "utf-16-be", "utf-7"):
        yield of(f"in {encoding}", "coded.csv", TEXT.encode(encoding), reads=None)
    mixed = HEAD.encode() + LINE.encode("cp874") + LINE.encode("utf-16-le") + LINE.encode()
    yield of("several encodings in one file", "mixed.csv", mixed)
    half = HEAD.encode() + LINE.encode("cp874")
    yield of("headings in UTF-8 and rows in CP874", "mixed.csv", half, reads=None)
    yield of("two marks of UTF-8", "marks.csv", codecs.BOM_UTF8 * 2 + TEXT.encode(), reads=None)
    surrogate = HEAD.encode() + b"\xed\xa0\x80\xed\xb0\x80,a,b,c,d\r\n"
    yield of("halves of letters", "halves.csv", surrogate, reads=None)
    yield of("overlong slashes", "long.csv", HEAD.encode() + b"\xc0\xaf,a,b,c,d\n", reads=None)
    yield of("a million columns", "wide.csv", ",".join(["x"] * 1_000_000))
    yield of("a million empty columns", "wide.csv", "," * 1_000_000)
    yield of("a million and one rows", "tall.csv", HEAD + LINE.replace("\r", "") * 1_000_001)
    yield of("a million cells", "many.csv", (",".join("1" * 390) + "\n") * 3000)
    yield of("one wide row among many", "ragged.csv", TEXT + "," * 390 + "\n" + "x\n" * 100_000)
    yield of("a cell of 30 MB", "cell.csv", HEAD + "x" * 30_000_000)
    yield of("a cell longer than Excel's", "cell.csv", f"{TEXT}{'ก' * 32_768},a,b,c,d\n")
    yield of("80 MB of text", "much.csv", HEAD + f"{'ก' * 30_000},a,b,c,d\n" * 900)
    yield of("a quote that never ends", "quote.csv", HEAD + '"' + "a,b\n" * 400_000)
    yield of("only quotes", "quotes.csv", '"' * 100_001)
    yield of("only line ends", "ends.csv", "\r" * 5000 + "x")
    for sign in ("\x00", "\x0b", "\x0c", "\x1a", "\x85", "\u2028", "\ufffe", "\u0e3a" * 500):
        odd = HEAD + LINE.replace("เจริญธรรม", f"เจริญ{sign}ธรรม")
        yield of(f"a sign {sign[:1]!r}", "sign.csv", odd, reads=None)
    for text in (
        "=cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "+1234567890",
        "-2+3",
        "\u202eเจริญธรรม",
        "\u2067เจริญธรรม\u2069",
        "{0.__class__}",
        "%n%n%n",
        "<script>alert(1)</script>",
        "../../etc/passwd",
        "nan",
        "9" * 5000,
        "1e999999999",
        "٣٤٥",
    ):
        row = ",".join([*GOOD[:2], f'"{text}"', f'"{text}"', f'"{text}"'])
        yield of(f"a cell {text[:20]!r}", "cell.csv", f"{TEXT}{row}\r\n", reads=True)
    for day in ("31/2/2566", "99999-99-99", "0000-00-00", "-1", "2566", "1e9", "15/3/999999999999"):
        row = ",".join([*GOOD[:3], day, GOOD[4]])
        yield of(f"a day {day}", "day.csv", f"{TEXT}{row}\r\n", reads=True)
    many = "".join(",".join(["สระบุรี", f"อ{n}", f"ต{n}", "", ""]) + "\n" for n in range(3000))
    yield of("three thousand places that are nowhere", "nowhere.csv", HEAD + many, reads=True)
    long = ",".join(["ก" * 20_000, "ข" * 20_000, "ค" * 20_000, "", ""]) + "\n"
    yield of("places with very long names", "names.csv", HEAD + long * 40, reads=True)


def tables() -> Iterator[Case]:
    """Return every hostile Parquet file."""
    good = written(pa.table({name: [text] for name, text in zip(HEADINGS, GOOD, strict=True)}))
    yield of("a good one", "good.parquet", good, reads=True)
    yield from cut("a table", "cut.parquet", good, 12)
    yield from spoilt("a table", "spoilt.parquet", good, 20)
    for length in (0, 1, 2**31 - 1, 2**32 - 1):
        lying = good[:-8] + length.to_bytes(4, "little") + b"PAR1"
        yield of(f"a directory of {length} bytes", "foot.parquet", lying)
    yield of("a table with a password", "locked.parquet", good[:-4] + b"PARE")
    same = pa.DictionaryArray.from_arrays(
        pa.array([0] * 60_000, pa.int32()), pa.array(["ก" * 100_000])
    )
    swollen = pa.table(dict.fromkeys(HEADINGS, same))
    yield of("a word that unpacks to 90 GB", "words.parquet", written(swollen, as_words=True))
    wide = pa.table({f"c{n}": [1] for n in range(3000)})
    yield of("three thousand columns", "wide.parquet", written(wide))
    tall = pa.table({"c": pa.array([None], pa.null()).take(pa.array([0] * 1_000_002))})
    yield of("a million rows of nothing", "tall.parquet", written(tall))
    odd = {
        "numbers that are none": pa.array([float("nan"), float("inf"), float("-inf")]),
        "lists": pa.array([[1, 2], [], None]),
        "records": pa.array([{"a": 1}, None, {"a": 2}]),
        "bytes": pa.array([b"\x00\xff", None, b"PK\x03\x04"]),
        "times of a day": pa.array([dt.time(1), None, dt.time(2)]),
        "spans": pa.array([dt.timedelta(days=1), None, dt.timedelta(0)]),
        "days of the year 200000": pa.array([73_000_000, None, -73_000_000], pa.date32()),
        "moments of the year 200000": pa.array([2**62, None, 1], pa.timestamp("us")),
        "moments in nanoseconds": pa.array([1, None, 2], pa.timestamp("ns", "Asia/Bangkok")),
        "large decimals": pa.array([Decimal(10) ** 30, None, Decimal("0.001")]),
        "words that are no text": broken_words(),
        "truths": pa.array([True, None, False]),
        "nothing": pa.nulls(3),
        "formulas": pa.array(["=1+1", "@a", "\u202e"]),
    }
    for name, column in odd.items():
        columns = {each: [text] * 3 for each, text in zip(HEADINGS, GOOD, strict=True)}
        for heading in (HEADINGS[3], "หมายเหตุ"):
            told = written(pa.table({**columns, heading: column}))
            yield of(f"{name} as {heading}", "odd.parquet", told, reads=None)
    twice = pa.Table.from_arrays([pa.array(["x"])] * 6, names=[*HEADINGS, HEADINGS[0]])
    yield of("two columns of one name", "twice.parquet", written(twice), reads=None)
    yield of("no columns", "none.parquet", written(pa.table({})))


def broken_words() -> pa.Array:
    """Return words that are no UTF-8, as a programme in another language may write them."""
    buffers = pa.array([b"\xff\xfe", None, b"\x80"]).buffers()
    return pa.Array.from_buffers(pa.string(), 3, buffers)


def written(table: pa.Table, *, as_words: bool = False) -> bytes:
    """Return a table as Parquet; `as_words` leaves out that its words were told in short."""
    out = io.BytesIO()
    parquet.write_table(table, out, compression="zstd", store_schema=not as_words)
    return out.getvalue()
