"""What a snapshot says beyond one register: between two moments, and of all work lines."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from areamap.errors import AreamapError
from areamap.i18n import LANGS
from areamap.settings import Settings
from areamap.workspace import THEMES, Workspace

HEAD = "จังหวัด,อำเภอ,ตำบล,วันที่จดแจ้ง\n"
CHAROEN_THAM, NONG_MU = "190406", "190401"
FIRST = HEAD + "สระบุรี,วิหารแดง,เจริญธรรม,15/3/2559\n"
CORRECTED = FIRST + "สระบุรี,วิหารแดง,หนองหมู,1/10/2560\n"
BUDGET = """ปีงบประมาณ,จังหวัด,อำเภอ,ตำบล,เนื้องาน,งบประมาณ
2565,สระบุรี,วิหารแดง,เจริญธรรม,คุณภาพชีวิต,73250
2566,สระบุรี,วิหารแดง,เจริญธรรม,ที่ดินทำกิน,1000
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    home = tmp_path / "home"
    return Workspace.open(Settings(home=home, database_url=f"sqlite:///{home / 'a.sqlite3'}"))


@pytest.fixture
def publish(workspace: Workspace, tmp_path: Path) -> Callable[[str, str], datetime]:
    def told(register: str, text: str) -> datetime:
        path = tmp_path / f"{register}.csv"
        path.write_text(text, encoding="utf-8")
        workspace.publish(workspace.check(register, path))
        return datetime.now(UTC)

    return told


def test_a_correction_of_a_closed_day_is_told_from_what_happened(workspace, publish):
    known_first = publish("council", FIRST)
    publish("council", CORRECTED)
    before = workspace.snapshot("council", as_of=date(2022, 1, 1), known_at=known_first)
    # the same day by what is known now: only the publications differ
    same_day = workspace.snapshot("council", as_of=date(2022, 1, 1))
    found = same_day.change(before, within="1904")
    assert found.loc[NONG_MU, ["change", "cause"]].tolist() == ["gained", "correction"]
    assert found.loc[CHAROEN_THAM, ["change", "cause"]].tolist() == ["same", "none"]
    # an earlier day by what is known now: only the day differs
    earlier = workspace.snapshot("council", as_of=date(2017, 1, 1))
    found = same_day.change(earlier, within="1904")
    assert found.loc[NONG_MU, ["change", "cause"]].tolist() == ["gained", "world"]
    assert set(found.index.str[:4]) == {"1904"}


def test_sample_and_real_are_not_compared(workspace, publish):
    workspace.load_sample()
    before = workspace.snapshot("council")
    publish("council", FIRST)
    with pytest.raises(AreamapError) as caught:
        workspace.snapshot("council").change(before)
    assert all(caught.value.text(lang) for lang in LANGS)


def integration_of(workspace, as_of):
    snapshot = workspace.snapshot("budget", as_of=as_of)
    found = {register: workspace.store.in_force(register, sample=False) for register in THEMES}
    known = {register: each for register, each in found.items() if each is not None}
    return replace(snapshot, publications={**snapshot.publications, **known})


def test_integration_takes_budgets_up_to_the_day(workspace, publish):
    publish("budget", BUDGET)
    publish("council", FIRST)
    # 1 February 2566 BE is in FY2566, 1 September 2565 BE in FY2565
    late = integration_of(workspace, date(2023, 2, 1)).integration(within="1904")
    early = integration_of(workspace, date(2022, 9, 1)).integration(within="1904")
    assert late.loc[CHAROEN_THAM, "work_lines"] == 3
    assert early.loc[CHAROEN_THAM, "work_lines"] == 2
    # funds and housing were never published: not known, nobody says none
    assert late.loc[CHAROEN_THAM, "unknown_lines"] == 2
    assert late.loc[NONG_MU, ["council", "land", "welfare"]].tolist() == ["none", "none", "unknown"]
    assert late["work_lines"].isna().sum() == len(late) - 1


def test_integration_of_nothing_published(workspace):
    found = workspace.snapshot("budget").integration()
    assert len(found) == 7436
    assert found["work_lines"].isna().all()
