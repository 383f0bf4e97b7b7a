"""Lists of made-up people, and a second way of counting them."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

HEADINGS = (
    "ที่",
    "เลขประจำตัวประชาชน",
    "ชื่อ-สกุล",
    "รหัสครัวเรือน",
    "ตำบล",
    "อำเภอ",
    "จังหวัด",
    "สถานะ",
    "เงินออม",
)

CHAROEN_THAM = ("เจริญธรรม", "วิหารแดง", "สระบุรี")
WIHAN_DAENG = ("วิหารแดง", "วิหารแดง", "สระบุรี")
RUA_YAI = ("รั้วใหญ่", "", "กาญจนบุรี")


def person(
    place: Sequence[str] = CHAROEN_THAM,
    state: str = "ปกติ",
    household: str = "H1",
    saved: str = "",
    name: str = "นายสมมุติ ไม่มีจริง",
) -> list[str]:
    """Return the cells of one line."""
    return ["1", "0123456789012", name, household, *place, state, saved]


def text(rows: Sequence[Sequence[str]], *, delimiter: str = ",", end: str = "\r\n") -> str:
    """Return a list as text, headings first."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows([HEADINGS, *rows])
    return out.getvalue()


def write(
    folder: Path,
    rows: Sequence[Sequence[str]],
    *,
    encoding: str = "utf-8",
    name: str = "a.csv",
    delimiter: str = ",",
) -> Path:
    """Write a list."""
    path = folder / name
    path.write_bytes(text(rows, delimiter=delimiter).encode(encoding))
    return path


def counted(content: str) -> Counter[tuple[str, ...]]:
    """Count the records of a list by tambon, district, province and state, by the csv module."""
    records = csv.reader(io.StringIO(content, newline=""))
    next(records)
    return Counter(tuple(cells[4:8]) for cells in records if cells)
