"""Agreements, plans and targets of a place, from registers written by hand."""

from datetime import date
from pathlib import Path

import pytest
from pandas import Index

from areamap import settings
from areamap.briefs.sentences import plans as words
from areamap.briefs.sentences import work_lines
from areamap.direction import agreements, plans, targets
from areamap.direction.within import within
from areamap.snapshot import Snapshot
from areamap.workspace import Workspace
from tests.quality.homes import council, publish, waiting

DAY = date(2026, 11, 20)
HERE = "190406"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Open a home with a few real records around ต.เจริญธรรม."""
    opened = Workspace.open(settings.load(tmp_path))
    store = opened.store
    publish(
        store,
        "council",
        council(HERE),
        council("190405", "2024-03-01"),
        council("190404", "2026-03-01"),
        council("190403", "2026-11-01"),
    )
    publish(
        store,
        "authority",
        {
            "area_code": HERE,
            "authority_code": "190499",
            "authority_type": "TAO",
            "name_th": "เจริญธรรม",
            "province_code": "19",
            "tambon_codes": f"{HERE} 190405*",
        },
    )
    signed = {"signed_date": "2024-05-23", "term_years": 3}
    publish(
        store,
        "agreement",
        {"area_code": "19", "parties": "พอช. / จังหวัด", **signed},
        {"area_code": HERE, "parties": "สภาฯ / อบต.", "ends_date": "2026-01-01"},
        {"area_code": "190405", "parties": "สภาฯ / อบต."},
        {"area_code": "1804", "parties": "ที่อื่น", **signed},
        {"area_code": "TH", "parties": "ทั้งประเทศ", "ends_date": "2035-01-01"},
    )
    holds = {"first_year": 2566, "last_year": 2570}
    publish(
        store,
        "plan",
        {"area_code": HERE, "authority_code": "190499", "record_status": "adopted", **holds},
        {"area_code": "190404", "record_status": "drafted", **holds},
        {"area_code": "190404", "record_status": "adopted", "first_year": 2561, "last_year": 2565},
        {"area_code": "190403", "record_status": "adopted", "first_year": 2561, "last_year": 2565},
        {"area_code": "19", "plan_level": "province", "record_status": "submitted", **holds},
        waiting("190402", record_status="drafted", **holds),
    )
    aim = {"indicator": "councils", "unit": "councils", "basis": "tambon"}
    publish(
        store,
        "target",
        {"area_code": "19", "target_year": 2571, "value": 5.0, **aim},
        {"area_code": "19", "target_year": 2569, "value": 111.0, **aim},
        {"area_code": "TH", "target_year": 2579, "indicator": "strong_communities"},
        {"area_code": "TH", "target_year": 2579, "indicator": "คำอื่น", "value": 7.0},
        {"area_code": "18", "target_year": 2571, "value": 5.0, **aim},
    )
    return opened


@pytest.fixture
def world(workspace: Workspace) -> Snapshot:
    """All registers of it on a day."""
    return workspace.direction.everything(DAY)


def test_agreements_of_a_district_and_around_it(workspace: Workspace, world: Snapshot) -> None:
    rows = workspace.direction.rows("agreement", sample=False)
    found = agreements.agreements(world, rows, within(world, "1904"))
    assert found["area_code"].tolist() == ["19", HERE, "190405", "TH"]
    assert found["term"].tolist() == ["ends_soon", "ended", "unknown", "in_force"]
    assert found["relation"].tolist() == ["above", "inside", "inside", "above"]
    assert agreements.parts(found["parties"].iloc[0]) == ("พอช.", "จังหวัด")
    said = work_lines.agreements(found, agreements.counts(found), "th")
    assert "**1 ฉบับ จะสิ้นสุดภายใน 12 เดือน**" in said
    assert "22 พฤษภาคม 2570" in said
    assert "ไม่ทราบวันสิ้นสุด 1 ฉบับ" in said
    assert agreements.agreements(world, None, within(world, "1904")).empty


def test_plans_by_tambon(workspace: Workspace, world: Snapshot) -> None:
    rows = workspace.direction.rows("plan", sample=False)
    tambons = Index([f"19040{number}" for number in range(1, 7)])
    found = plans.by_tambon(world, rows, tambons)
    # 190405 lies in the authority only in part; 190402 may be meant by a row that waits
    assert found["state"].tolist() == [
        "not_recorded",
        "maybe",
        "expired",
        "drafted",
        "partly",
        "adopted",
    ]
    assert found["is_late"].tolist() == [False, False, True, True, False, False]
    said = words.plans("อ.วิหารแดง", found, 2570, "th")
    assert "**2 จาก 6 ตำบล**" in said
    assert "แผนหมดอายุแล้ว 1 ตำบล" in said
    assert plans.by_tambon(world, None, tambons)["state"].unique().tolist() == ["not_recorded"]


def test_a_plan_that_is_over_is_late_where_no_other_follows(
    workspace: Workspace, world: Snapshot
) -> None:
    rows = workspace.direction.rows("plan", sample=False)
    found = plans.plans(world, rows, within(world, "19"))
    late = found[found["is_late"]]
    assert late["area_code"].tolist() == ["190403", "190404"]
    assert late["state"].tolist() == ["expired", "drafted"]
    assert found.iloc[2]["level"] == "province"


def test_targets_by_hand(workspace: Workspace, world: Snapshot) -> None:
    rows = workspace.direction.rows("target", sample=False)
    area = within(world, "19")
    aims = targets.aims(world, rows, area)
    found = targets.targets(world, aims, area)
    assert found["course"].tolist() == ["overdue", "behind", "not_counted", "no_number"]
    row = found.iloc[1]
    # councils at the ends of 2566 to 2569: 1, 2, 2, 3, and a fourth since then
    assert aims[0].by_year.tail(4).tolist() == [1.0, 2.0, 2.0, 3.0]
    assert (row["value"], row["today"], row["last_year"]) == (3.0, 4.0, 2569)
    assert round(row["present"], 9) == round(2 / 3, 9)
    assert row["needed"] == 1.0
    assert row["expected_year"] == 2572
    said = words.worked(row, aims[0], "th")
    assert said == [
        "ความเร็วที่ต้องการ: (5 − 3) ÷ (2571 − 2569) = **1 ต่อปี** (เหลือ 2 ปี)",
        "ความเร็วปัจจุบัน: (3 ในปี 2569 − 1 ในปี 2566) ÷ 3 ปี = **0.67 ต่อปี**",
        "ด้วยความเร็วปัจจุบันจะถึง 5 ในปี **2572** เป้าคือปี 2571: **ช้ากว่าเป้า**",
    ]
    # the target of the country is told, but a goal without a number is nobody's course
    assert "ไม่มีตัวเลขกำกับ" in words.goal(found, "th")
    assert "**เลยกำหนด 1**" in words.answer("จ.สระบุรี", found, "th")
