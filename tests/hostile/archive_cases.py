"""Hostile archives of tables."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tests.hostile import packing
from tests.hostile.cases import Case, cut, of, spoilt
from tests.hostile.packing import raw_zip, swollen, zipped
from tests.hostile.text_cases import TEXT

TABLE = TEXT.encode()


def cases() -> Iterator[Case]:
    """Return every hostile archive."""
    whole = zipped({"สภา.csv": TABLE, "b/กองทุน.csv": TABLE})
    yield of("a good one", "good.zip", whole, reads=True)
    yield from cut("an archive", "cut.zip", whole, 10)
    yield from spoilt("an archive", "spoilt.zip", whole, 15)
    others = {"a.csv": packing.packed(TABLE)}
    yield of("3 GB of text", "bomb.zip", raw_zip(others | swollen("b.csv", 3000)))
    small = raw_zip(others | swollen("b.csv", 500, b"x,"))
    yield of("a bomb that says it is small", "bomb.zip", packing.claiming(small, 900))
    yield of("a hundred files of 4 MB", "many.zip", raw_zip(_many(100, 4)))
    yield of(
        "files on one another", "over.zip", packing.overlapping(zipped({"a.csv": TABLE}), 9000)
    )
    yield of("three thousand members", "crowd.zip", packing.crowded(3000, "{:07}.csv"))
    yield of("three hundred thousand members", "crowd.zip", packing.crowded(300_000))
    for size in (2**31, 2**32 - 2, 2**32 - 1, 0):
        for mark in (b"PK\x01\x02", b"PK\x03\x04"):
            lying = packing.claiming(whole, size, where=mark)
            yield of(f"members of {size} bytes by {mark[2:].hex()}", "lie.zip", lying, reads=None)
    for name in (
        "../../owned.csv",
        "/owned.csv",
        "C:\\owned.csv",
        "..\\owned.csv",
        "a/../../owned.csv",
        "\u202evsc.exe.csv",
        "con.csv",
        ".csv",
        "x" * 300 + ".csv",
        "ก" * 200 + ".csv",
        "a\nb.csv",
        "{file}.csv",
        "<b>.csv",
        "-rf.csv",
        "=1+1.csv",
    ):
        yield of(f"a member {name[:20]!r}", "slip.zip", zipped({name: TABLE}), reads=None)
    yield of(
        "a member that is a link", "link.zip", packing.linked("a.csv", "/etc/passwd"), reads=None
    )
    yield of("a password", "locked.zip", packing.flagged(whole, 1))
    for method in (1, 9, 12, 14, 93, 99):
        yield of(f"packed by method {method}", "method.zip", packing.packed_by(whole, method))
    yield of("a zip in a zip", "nested.zip", zipped({"a.zip": whole}))
    yield of("a zip called a table", "nested.zip", zipped({"a.csv": whole}))
    yield of("a zip called a workbook", "nested.zip", zipped({"a.xlsx": whole}))
    yield of("no members", "empty.zip", zipped({}))
    yield of("only a text", "text.zip", zipped({"readme.md": b"x"}))
    yield of("two members of one name", "twice.zip", whole + whole, reads=None)


def packed(all_of_them: Iterable[Case]) -> Iterator[Case]:
    """Return small hostile files, each in an archive beside a good one."""
    for case in all_of_them:
        yield Case(case.name, f"{case.file}.zip", _packing(case), reads=None)


def _packing(case: Case) -> Callable[[Path], object]:
    def write(path: Path) -> None:
        inner = path.with_name(case.file)
        case.write(inner)
        content = inner.read_bytes()
        inner.unlink()
        path.write_bytes(zipped({"good.csv": TABLE, case.file: content}))

    return write


def _many(count: int, megabytes: int) -> dict[str, tuple[bytes, int, int]]:
    return {
        name: member
        for number in range(count)
        for name, member in swollen(f"{number}.csv", megabytes, b"1,2\n").items()
    }
