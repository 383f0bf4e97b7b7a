"""An import desk of a home of its own, and lists that go into it."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from areamap.imports import ImportDesk, Work
from areamap.settings import Settings
from areamap.store import KeptDraft
from areamap.workspace import Workspace

COUNCILS = """จังหวัด,อำเภอ,ตำบล,วันที่จดแจ้ง
สระบุรี,วิหารแดง,เจริญธรรม,15/3/2559
สระบุรี,วิหารแดง,หนองหมู,1/10/2560
สุพรรณบุรี,เมืองสุพรรณบุรี,โพธิ์พระยา,1/10/2560
กาญจนบุรี,เมืองกาญจนบุรี,รั้วใหญ่,15/3/2559
"""
"""Three councils, and one in the wrong province, as an official report has it."""

RUA_YAI = "720102"
"""ต.รั้วใหญ่, which is in สุพรรณบุรี."""


def open_home(folder: Path) -> Workspace:
    """Return a fresh data home."""
    home = folder / "home"
    return Workspace.open(Settings(home=home, database_url=f"sqlite:///{home / 'a.sqlite3'}"))


def budget(*lines: Sequence[object], year: int = 2566) -> str:
    """Return a list of budget lines of สระบุรี: district, tambon, project, amount."""
    rows = [["จังหวัด", "อำเภอ", "ตำบล", "โครงการ", "งบประมาณ", "ปีงบประมาณ"]]
    rows += [["สระบุรี", *map(str, line), str(year)] for line in lines]
    return "\n".join(",".join(row) for row in rows)


def begin(
    desk: ImportDesk,
    text: str,
    *,
    name: str = "สภา_สระบุรี.csv",
    register: str = "council",
    source: str | None = None,
    by: str = "สมศรี",
) -> KeptDraft:
    """Keep a list as a draft."""
    (file,) = desk.receive(name, text.encode())
    return desk.begin(file, by=by, register=register, source=source)


def adds_up(work: Work, rows: int, baht: Decimal = Decimal(0)) -> bool:
    """Tell whether every row of a file is in one state and all baht are there."""
    counts, sums = work.draft.counts(), work.draft.baht()
    return (
        sum(counts.values()) == rows == len(work.draft.rows) == len(work.draft.cells)
        and sum(sums.values(), start=Decimal(0)) == baht
    )
