from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from areamap.errors import PublishError
from areamap.imports import ImportDesk, Mode
from areamap.store import Decision, Publication
from areamap.workspace import Workspace
from tests.imports.desks import RUA_YAI, begin, open_home

HEAD = "จังหวัด,อำเภอ,ตำบล,โครงการ,งบประมาณ,ปีงบประมาณ\n"
SARABURI = "สระบุรี,วิหารแดง,เจริญธรรม,ทอเสื่อ,100,2599\nสระบุรี,วิหารแดง,หนองหมู,บ้าน,200,2599\n"
SUPHAN = "สุพรรณบุรี,เมืองสุพรรณบุรี,โพธิ์พระยา,บ้าน,300,2599\n"
OPEN = "กาญจนบุรี,เมืองกาญจนบุรี,รั้วใหญ่,บ้าน,400,2599\n"
CLUSTER = "ภาคกลางตอนบน"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_home(tmp_path)


def publish(
    desk: ImportDesk,
    text: str,
    mode: Mode = "all",
    decisions: Sequence[Decision] = (),
    source: str = "",
) -> Publication:
    kept = begin(desk, HEAD + text, register="budget", name="งบ.csv", source=source)
    if decisions:
        desk.decide(kept.id, decisions, "")
    found = desk.changes(kept.id, mode)
    return desk.publish(
        kept.id, mode=mode, by="", seen=found.in_force, leave_open=True, confirm_shrink=True
    )


def matched(workspace: Workspace, publication: Publication) -> dict[tuple[str, str], float]:
    rows = workspace.rows(publication)
    rows = rows[rows["status"] == "matched"]
    places = zip(rows["area_code"], rows["project_name"], strict=True)
    return dict(zip(places, rows["amount_baht"], strict=True))


def test_only_the_provinces_of_the_file_are_replaced(workspace: Workspace) -> None:
    desk = workspace.imports
    first = publish(desk, SARABURI + SUPHAN)
    second = publish(desk, SARABURI.replace("100", "150").splitlines()[0] + "\n", "provinces")
    assert matched(workspace, second) == {
        ("190406", "ทอเสื่อ"): 150.0,
        ("720119", "บ้าน"): 300.0,
    }
    rows = workspace.rows(second)
    assert set(rows.loc[rows["area_code"] == "720119", "origin"]) == {first.id}
    assert rows.loc[rows["area_code"] == "190406", "origin"].isna().all()
    assert sum(second.counts.values()) == len(rows)
    third = publish(desk, SARABURI, "provinces")
    rows = workspace.rows(third)
    assert set(rows.loc[rows["area_code"] == "720119", "origin"]) == {first.id}


def test_a_stray_row_does_not_empty_its_province_unasked(workspace: Workspace) -> None:
    desk = workspace.imports
    lines = [f"สระบุรี,วิหารแดง,หนองหมู,บ้าน {number},200,2599\n" for number in range(40)]
    others = [f"สุพรรณบุรี,เมืองสุพรรณบุรี,รั้วใหญ่,บ้าน {number},10,2599\n" for number in range(4)]
    publish(desk, "".join(lines + others))
    kept = begin(desk, HEAD + "".join([*lines, OPEN]), register="budget", name="งบ.csv")
    (row,) = desk.work(kept.id).draft.open_rows["row"]
    decided = Decision("งบ", int(row), "accept", RUA_YAI, None, None)
    desk.decide(kept.id, [decided], "")
    assert desk.changes(kept.id, "provinces").shrink_pct == 75
    with pytest.raises(PublishError) as refused:
        desk.publish(kept.id, mode="provinces", by="", seen=1)
    assert refused.value.key == "imports_shrinks"


def test_rows_in_the_queue_go_with_the_province_that_they_mean(workspace: Workspace) -> None:
    desk = workspace.imports
    publish(desk, SARABURI + OPEN)
    kept = publish(desk, SARABURI, "provinces")
    assert kept.counts["suggested"] == 1
    gone = publish(desk, SUPHAN, "provinces")
    assert "suggested" not in gone.counts
    assert matched(workspace, gone).keys() == {
        ("190406", "ทอเสื่อ"), ("190401", "บ้าน"), ("720119", "บ้าน"),
    }  # fmt: skip


def test_rows_without_a_place_go_with_their_file(workspace: Workspace) -> None:
    desk = workspace.imports
    publish(desk, SARABURI + "รวม,,,,300,\n")
    for _ in range(3):
        again = publish(desk, SARABURI + "รวม,,,,300,\n", "provinces")
    assert again.counts == {"matched": 2, "ignored": 2}


def test_add_brings_up_to_date_and_takes_nothing_away(workspace: Workspace) -> None:
    desk = workspace.imports
    publish(desk, SARABURI + SUPHAN)
    more = publish(desk, SARABURI.splitlines()[0].replace("100", "120") + "\n", "add")
    assert matched(workspace, more) == {
        ("190406", "ทอเสื่อ"): 120.0,
        ("190401", "บ้าน"): 200.0,
        ("720119", "บ้าน"): 300.0,
    }
    for _ in range(2):
        same = publish(desk, SARABURI + SUPHAN, "add")
    assert same.baht["matched"] == Decimal(600)
    assert same.counts["matched"] == 3


def test_adding_a_second_equal_line_is_a_second_line(workspace: Workspace) -> None:
    desk = workspace.imports
    line = SARABURI.splitlines()[0] + "\n"
    publish(desk, line)
    assert publish(desk, line + line, "add").baht["matched"] == Decimal(200)
    assert publish(desk, line, "add").baht["matched"] == Decimal(200)


def test_a_row_that_was_open_is_not_there_twice_once_decided(workspace: Workspace) -> None:
    desk = workspace.imports
    publish(desk, SARABURI + OPEN)
    accept = Decision(sheet="งบ", row=4, action="accept", area_code=RUA_YAI)
    decided = publish(desk, SARABURI + OPEN, "add", [accept])
    assert "suggested" not in decided.counts
    assert decided.baht["matched"] == Decimal(700)
    elsewhere = Decision(sheet="งบ", row=4, action="choose", area_code="190406")
    moved = publish(desk, SARABURI + OPEN, "add", [elsewhere])
    assert moved.baht["matched"] == Decimal(700)


def test_groups_of_provinces_stand_for_themselves(workspace: Workspace) -> None:
    desk = workspace.imports
    head = "กลุ่มจังหวัด,จังหวัด,อำเภอ,ตำบล,โครงการ,งบประมาณ,ปีงบประมาณ\n"
    text = f"{head}{CLUSTER},,,,แผน,900,2599\n,สระบุรี,วิหารแดง,เจริญธรรม,ทอเสื่อ,100,2599\n"
    kept = begin(desk, text, register="budget", name="งบ.csv")
    desk.publish(kept.id, mode="all", by="", seen=None)
    second = publish(desk, SARABURI, "provinces")
    assert second.baht["matched"] == Decimal(1200)
    assert desk.differences(1, 2).by_province.index.tolist() == ["19"]


def test_money_of_all_rows_adds_up_in_each_mode(workspace: Workspace) -> None:
    desk = workspace.imports
    publish(desk, SARABURI + SUPHAN + OPEN)
    for mode in ("provinces", "add", "all"):
        made = publish(desk, SARABURI.replace("200", "250") + "รวม,,,,350,\n", mode)
        rows = workspace.rows(made)
        assert sum(made.counts.values()) == len(rows)
        assert sum(made.baht.values()) == Decimal(str(rows["amount_baht"].sum()))
