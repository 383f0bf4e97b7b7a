from datetime import date
from pathlib import Path
from typing import Any

import pytest

from areamap import sandbox, settings
from areamap.errors import FileError
from areamap.own_groupings import OwnGroupings
from areamap.places.levels import Level
from areamap.workspace import Workspace

HEAD = "level,group_code,name_th,name_en,member_code,valid_from,valid_to\n"
TODAY = date(2026, 11, 20)


def test_groupings_of_ours_are_there_before_any_file(tmp_path: Path) -> None:
    clusters = OwnGroupings(tmp_path).all.members(Level.CLUSTER, TODAY)
    assert clusters["group_code"].nunique() == 19
    assert len(clusters) == 77


def test_file_of_the_user_is_kept_and_read_again(tmp_path: Path) -> None:
    file = tmp_path / "zones.csv"
    file.write_text(HEAD + "zone,korat-1,โซน 1,Zone 1,3001,,\nzone,korat-1,โซน 1,Zone 1,3002,,\n")
    own = OwnGroupings(tmp_path / "home")
    assert own.add(file) == 2
    zones = OwnGroupings(tmp_path / "home").all.members(Level.ZONE, TODAY)
    assert list(zones["member_code"]) == ["3001", "3002"]
    assert "zone" in own.members().index


def test_file_of_the_same_name_takes_the_place_of_the_earlier(tmp_path: Path) -> None:
    own = OwnGroupings(tmp_path / "home")
    file = tmp_path / "zones.csv"
    file.write_text(HEAD + "zone,a,ก,A,3001,,\n")
    own.add(file)
    file.write_text(HEAD + "zone,b,ข,B,3002,,\n")
    own.add(file)
    zones = own.all.members(Level.ZONE, TODAY)
    assert list(zones["group_code"]) == ["b"]


def test_later_file_wins_over_an_earlier_one(tmp_path: Path) -> None:
    own = OwnGroupings(tmp_path / "home")
    for name, code in (("z", "first"), ("a", "second")):
        file = tmp_path / f"{name}.csv"
        file.write_text(HEAD + f"zone,{code},โซน,Zone,3001,,\n")
        own.add(file)
    assert list(own.all.members(Level.ZONE, TODAY)["group_code"]) == ["second"]


def test_wrong_file_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    own = OwnGroupings(tmp_path / "home")
    file = tmp_path / "wrong.csv"
    file.write_text(HEAD + "zone,a,ก,A,9999,,\n")
    with pytest.raises(FileError):
        own.add(file)
    assert OwnGroupings(tmp_path / "home").all.members(Level.ZONE, TODAY).empty


def test_a_list_may_name_a_zone_of_ones_own(tmp_path: Path) -> None:
    home = Workspace.open(settings.load(tmp_path / "home"))
    targets = tmp_path / "targets.csv"
    targets.write_text("โซน,ตัวชี้วัด,ปีเป้าหมาย,ค่าเป้าหมาย\nลำตะคอง,สภาองค์กรชุมชน,2570,12\n")
    assert home.check("target", targets).counts()["matched"] == 0
    zones = tmp_path / "zones.csv"
    zones.write_text(HEAD + "zone,korat-1,ลำตะคอง,Lam Takhong,3001,,\n")
    home.groupings.add(zones)
    rows = home.check("target", targets).rows
    assert rows["area_code"].dropna().tolist() == ["korat-1"]


def test_a_grouping_from_outside_is_read_in_the_sandbox(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs: list[str] = []
    run = sandbox.run

    def watched(job: str, *args: Any, **kwargs: Any) -> Any:
        jobs.append(job)
        return run(job, *args, **kwargs)

    monkeypatch.setattr(sandbox, "run", watched)
    path = tmp_path / "เขต.csv"
    path.write_text("level,group_code,name_th,member_code\nzone,z1,เขต 1,1901\n", encoding="utf-8")
    assert OwnGroupings(tmp_path / "home").add(path) == 1
    assert jobs == ["areamap.own_groupings:rewrite"]
