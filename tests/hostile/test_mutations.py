"""Good files with bytes changed by hypothesis: whatever comes of it, it is a sentence or rows."""

import struct
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as settings_of_hypothesis
from hypothesis import strategies as st

from areamap import settings
from areamap.errors import FileError
from areamap.registers import workbooks
from areamap.registers._cell_copy import copy
from areamap.registers.cells import Sheet
from areamap.settings import Settings
from tests.hostile import growth
from tests.hostile.text_cases import TEXT
from tests.hostile.workbook_cases import OLD
from tests.hostile.workbook_files import parts, workbook

FEW = settings_of_hypothesis(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
INNER = ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels")
GOOD = {
    "a.xlsx": workbook(),
    "a.xls": OLD.read_bytes(),
    "a.csv": TEXT.encode(),
    "b.csv": TEXT.encode("cp874"),
    "c.csv": TEXT.encode("utf-16"),
}


@st.composite
def changes(draw: st.DrawFn) -> Any:
    """Return what is done to a file: bytes written over, taken out, doubled or cut off."""
    steps = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["over", "out", "twice", "cut", "number"]),
                st.floats(0, 1, exclude_max=True),
                st.binary(min_size=1, max_size=8),
                st.sampled_from([0, 1, 2**15, 2**31 - 1, 2**31, 2**32 - 1]),
            ),
            min_size=1,
            max_size=8,
        )
    )

    def changed(content: bytes) -> bytes:
        for kind, where, data, number in steps:
            at = int(where * len(content))
            told = struct.pack("<I", number) if kind == "number" else data
            after = {
                "out": content[at + len(data) :],
                "twice": content[at:] + content[at : at + 100],
                "cut": b"",
            }.get(kind, told + content[at + len(told) :])
            content = content[:at] + after
        return content

    return changed


@pytest.fixture
def limits(tmp_path: Path) -> Settings:
    return settings.load(tmp_path / "home")


@pytest.mark.parametrize("name", list(GOOD))
@FEW
@given(change=changes())
def test_a_changed_table(name: str, limits: Settings, change: Any) -> None:
    reads(name, change(GOOD[name]), limits)


@FEW
@given(change=changes(), inner=st.sampled_from(INNER))
def test_a_workbook_with_a_changed_part(limits: Settings, change: Any, inner: str) -> None:
    members = parts()
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, change(content) if name == inner else content)
    reads("a.xlsx", out.getvalue(), limits)


def reads(name: str, content: bytes, limits: Settings) -> None:
    with tempfile.TemporaryDirectory() as folder, growth.watched() as grown:
        path = Path(folder) / name
        path.write_bytes(content)
        sheets, error = _read(path, limits)
    assert error is None or name in error.text("th") or "sheet" in error.values
    assert all(len({len(row) for row in sheet.rows}) <= 1 for sheet in sheets)
    assert grown.megabytes < growth.MOST_MEGABYTES


def _read(path: Path, limits: Settings) -> tuple[tuple[Sheet, ...], FileError | None]:
    try:
        return workbooks.read(path, limits).sheets, None
    except FileError as error:
        return (), error


def test_the_job_is_what_the_child_runs() -> None:
    module, _, function = workbooks._COPY.partition(":")
    assert (copy.__module__, copy.__name__) == (module, function)
