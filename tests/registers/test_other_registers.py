"""Lists of activities, agreements, plans, counts, figures and targets, as offices keep them."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from pandas import DataFrame

from areamap import settings as app_settings
from areamap.places.matching import Matcher
from areamap.registers import definitions, reading
from areamap.registers.joining import Draft, join

PLACE = ["สระบุรี", "วิหารแดง", "เจริญธรรม"]
PLACES = ["จังหวัด", "อำเภอ", "ตำบล"]


def draft(register: str, folder: Path, headings: list[str], *rows: list[Any]) -> Draft:
    path = folder / "list.csv"
    DataFrame(list(rows), columns=headings).to_csv(path, index=False)
    read = reading.read(path, definitions.load(register), settings=app_settings.load(folder))
    return join(read, Matcher())


def only(found: Draft) -> dict[str, Any]:
    (row,) = found.rows[found.rows["status"] == "matched"].to_dict("records")
    return row


def reasons(found: Draft) -> list[str]:
    return found.rows["reason_key"].iloc[1:].tolist()


# --------------------------------------------------------------------------------------- activity


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("แล้วเสร็จ", "done"),
        ("ดำเนินการแล้ว", "done"),
        ("กำลังดำเนินการ", "ongoing"),
        ("อยู่ระหว่างดำเนินการ", "ongoing"),
        ("ยังไม่ดำเนินการ", "planned"),
        ("มีแผน", "planned"),
        ("ยกเลิก", "stopped"),
    ],
)
def test_activity_status(word: str, status: str, tmp_path: Path) -> None:
    found = draft(
        "activity",
        tmp_path,
        [*PLACES, "ปีงบประมาณ", "หน่วยงาน", "เนื้องาน", "กิจกรรม", "สถานะ"],
        [*PLACE, "2568", "พอช.", "คุณภาพชีวิต", "จัดทำแผน", word],
    )
    row = only(found)
    assert (row["record_status"], row["fiscal_year"], row["agency"]) == (status, 2568, "พอช.")
    assert row["area_code"] == "190406"


def test_activity_without_an_agency_says_nothing_of_who(tmp_path: Path) -> None:
    headings = [*PLACES, "ปี", "หน่วยงาน", "เนื้องาน"]
    found = draft("activity", tmp_path, headings, [*PLACE, "2568", None, "ที่ดิน"])
    assert reasons(found) == ["registers_required_blank"]


def test_activity_that_there_is_none(tmp_path: Path) -> None:
    headings = [*PLACES, "ปี", "หน่วยงาน", "สถานะ"]
    found = draft("activity", tmp_path, headings, [*PLACE, "2568", "อบต.", "ไม่มี"])
    assert reasons(found) == ["registers_no_record"]


# -------------------------------------------------------------------------------------- agreement


def test_agreement(tmp_path: Path) -> None:
    found = draft(
        "agreement",
        tmp_path,
        ["จังหวัด", "ชื่อ MOU", "ภาคี", "วันที่ลงนาม", "ระยะเวลา", "จำนวนขอบเขต", "ขอบเขต"],
        ["นครราชสีมา", "MOU", "พอช. / มหาวิทยาลัยราชภัฏ", "๒๓ พ.ค. ๒๕๖๗", "3 ปี", "4 ข้อ", "ก / ข"],
    )
    row = only(found)
    assert row["area_code"] == "30"
    assert (row["term_years"], row["scope_count"]) == (3, 4)
    assert str(row["signed_date"]) == "2024-05-23"


def test_agreement_to_be_signed_is_none_yet(tmp_path: Path) -> None:
    headings = ["จังหวัด", "ภาคี", "วันที่ลงนาม"]
    found = draft("agreement", tmp_path, headings, ["สระบุรี", "พอช.", "1/1/2642"])
    assert reasons(found) == ["registers_still_to_come"]


def test_agreement_of_a_cluster_and_of_the_country(tmp_path: Path) -> None:
    headings = ["กลุ่มจังหวัด", "ภาค", "ภาคี"]
    found = draft(
        "agreement",
        tmp_path,
        headings,
        ["ภาคกลางตอนบน", None, "ก"],
        [None, "ประเทศไทย", "ข"],
        [None, "ภาคเหนือ", "ค"],
    )
    matched = found.rows[found.rows["status"] == "matched"]
    assert matched["area_code"].tolist() == ["upper-central", "TH", "north"]


def test_persons_who_signed_are_masked(tmp_path: Path) -> None:
    headings = ["จังหวัด", "ภาคี", "ผู้ลงนาม"]
    row = ["สระบุรี", "พอช. และ นายสมชาย ใจดี", "นายสมชาย ใจดี"]
    found = draft("agreement", tmp_path, headings, row)
    assert found.dropped_columns == ("ผู้ลงนาม",)
    assert "สมชาย" not in only(found)["parties"]


# ------------------------------------------------------------------------------------------- plan


def test_plan_that_was_sent_in_has_a_day_for_its_status(tmp_path: Path) -> None:
    headings = ["จังหวัด", "ชื่อแผน", "ระดับ", "ปีเริ่ม", "ปีสิ้นสุด", "วันที่เสนอ"]
    found = draft(
        "plan", tmp_path, headings, ["สระบุรี", "แผน", "จังหวัด", "2565", "2569", "5 ก.ย. 2565"]
    )
    row = only(found)
    assert row["record_status"] == "submitted"
    assert row["plan_level"] == "province"
    assert (row["first_year"], row["last_year"]) == (2565, 2569)


def test_plan_that_there_is_none(tmp_path: Path) -> None:
    found = draft("plan", tmp_path, [*PLACES, "แผน", "สถานะ"], [*PLACE, "แผนตำบล", "ยังไม่มีแผน"])
    assert reasons(found) == ["registers_no_record"]


def test_plan_of_an_unknown_level_is_refused(tmp_path: Path) -> None:
    found = draft("plan", tmp_path, [*PLACES, "แผน", "ระดับ"], [*PLACE, "แผนตำบล", "ลุ่มน้ำ"])
    assert reasons(found) == ["registers_other_word"]


# ------------------------------------------------------------------------------------- vulnerable


@pytest.mark.parametrize(
    ("headings", "counts"),
    [
        (["ครัวเรือนเปราะบาง", "ส่งต่อ", "ช่วยเหลือแล้ว", "ติดตาม"], (62, 40, 35, 20)),
        (["ชี้เป้า", "ส่งต่อแล้ว", "แก้ไขปัญหาแล้ว", "ติดตามผลแล้ว"], (62, 40, 35, 20)),
        (["ครัวเรือนที่ไม่ผ่านเกณฑ์", "ประสานส่งต่อ", "ช่วยเหลือ", "ติดตามผล"], (62, 40, 35, 20)),
    ],
)
def test_vulnerable_households(
    headings: list[str], counts: tuple[int, ...], tmp_path: Path
) -> None:
    found = draft("vulnerable", tmp_path, [*PLACES, "ปี", *headings], [*PLACE, "2568", *counts])
    row = only(found)
    named = ("found", "referred", "helped", "followed_up")
    assert tuple(row[f"households_{name}"] for name in named) == counts


def test_no_household_found_is_a_record_too(tmp_path: Path) -> None:
    found = draft("vulnerable", tmp_path, [*PLACES, "ปี", "ที่พบ"], [*PLACE, "2568", 0])
    assert only(found)["households_found"] == 0


def test_two_counts_of_one_place_year_and_source_are_given_to_a_person(tmp_path: Path) -> None:
    headings = [*PLACES, "ปี", "แหล่งข้อมูล", "ที่พบ"]
    rows = [[*PLACE, "2568", "TPMAP", 62], [*PLACE, "2568", "TPMAP", 63]]
    found = draft("vulnerable", tmp_path, headings, *rows, [*PLACE, "2568", "จปฐ.", 70])
    assert reasons(found)[:2] == ["registers_contradiction"] * 2
    assert found.counts()["matched"] == 1


def test_a_list_of_persons_is_not_kept(tmp_path: Path) -> None:
    headings = [*PLACES, "ชื่อ-สกุล", "เลขบัตรประชาชน", "ครัวเรือนเปราะบาง"]
    found = draft("vulnerable", tmp_path, headings, [*PLACE, "นางสาวสมศรี ดีใจ", "1103700012345", 1])
    assert set(found.dropped_columns) == {"ชื่อ-สกุล", "เลขบัตรประชาชน"}
    assert "สมศรี" not in found.cells.to_csv()


# ------------------------------------------------------------------------------- published, target


def test_published_figures_of_any_level(tmp_path: Path) -> None:
    headings = ["สถานที่", "ตัวชี้วัด", "ค่า", "จากทั้งหมด", "หน่วย", "ความแน่นอน", "วันที่", "แหล่งที่มา"]
    found = draft(
        "published",
        tmp_path,
        headings,
        ["นครราชสีมา", "สมาชิกกองทุน", "150,000", None, "คน", "มากกว่า", "23/5/2567", "เวที"],
        ["จ.นครราชสีมา", "เงินกองทุน", "400", None, "ล้านบาท", "ประมาณ", "23/5/2567", "เวที"],
        ["ประเทศไทย", "สภาองค์กรชุมชน", "4,331", "7,455", "สภา", None, "1 ก.ย. 2557", "พอช."],
        ["ภาคกลางตอนบน", "จำนวนเวที", "12", None, "ครั้ง", "กว่า", None, None],
    )
    rows = found.rows[found.rows["status"] == "matched"]
    assert rows["area_code"].tolist() == ["30", "30", "TH", "upper-central"]
    assert rows["indicator"].tolist() == [
        "fund_members",
        "fund_circulating",
        "councils",
        "จำนวนเวที",
    ]
    assert rows["value"].tolist() == [150_000, 400_000_000, 4_331, 12]
    assert rows["qualifier"].fillna("").tolist() == ["more_than", "about", "", "more_than"]
    assert rows["out_of"].tolist()[2] == Decimal(7_455)
    assert found.baht() == {}


def test_published_figure_without_an_indicator_is_refused(tmp_path: Path) -> None:
    found = draft("published", tmp_path, ["จังหวัด", "ตัวชี้วัด", "ค่า"], ["สระบุรี", None, 5])
    assert reasons(found) == ["registers_required_blank"]


def test_target_without_a_number_is_kept_as_one(tmp_path: Path) -> None:
    headings = ["ประเทศ", "เป้าหมาย", "ภายในปี", "ค่าเป้าหมาย"]
    found = draft("target", tmp_path, headings, ["ประเทศไทย", "ชุมชนเข้มแข็งเต็มพื้นที่", "2579", None])
    row = only(found)
    assert (row["area_code"], row["indicator"], row["target_year"]) == (
        "TH",
        "strong_communities",
        2579,
    )
    assert pd.isna(row["value"])


def test_two_targets_of_one_year_contradict_one_another(tmp_path: Path) -> None:
    headings = ["จังหวัด", "ตัวชี้วัด", "ปีเป้าหมาย", "ค่าเป้าหมาย"]
    rows = [["สระบุรี", "สภาฯ", "2570", 111], ["สระบุรี", "จำนวนสภา", "2570", 108]]
    found = draft("target", tmp_path, headings, *rows, ["สระบุรี", "สภาฯ", "2575", 111])
    assert reasons(found)[:2] == ["registers_contradiction"] * 2
    assert found.counts()["matched"] == 1


# ---------------------------------------------------------------------------------- fund, budget


def test_accounts_of_funds_by_year(tmp_path: Path) -> None:
    headings = [*PLACES, "ปี", "สมาชิกคงเหลือ", "เงินกองทุนสิ้นปี", "เงินสัจจะ", "รายรับจากรัฐบาล", "รายรับอื่น"]
    found = draft(
        "fund",
        tmp_path,
        headings,
        [*PLACE, "2566", 600, "1,400,000", 800_000, 250_000, 10],
        [*PLACE, "2567", 640, "1,500,000", 900_000, 270_000, 20],
    )
    rows = found.rows[found.rows["status"] == "matched"]
    assert rows["fiscal_year"].tolist() == [2566, 2567]
    assert rows["members"].tolist() == [600, 640]
    assert rows["from_members_baht"].tolist() == [800_000, 900_000]
    assert rows["from_others_baht"].tolist() == [10, 20]


def test_budget_planned_granted_and_spent(tmp_path: Path) -> None:
    headings = [*PLACES, "ปีงบประมาณ", "งบที่เสนอขอ", "งบประมาณที่อนุมัติ", "เบิกจ่าย", "หน่วยงาน"]
    found = draft("budget", tmp_path, headings, [*PLACE, "2566", 80_000, 73_250, 0, "พอช."])
    row = only(found)
    assert (row["planned_baht"], row["amount_baht"], row["spent_baht"]) == (80_000, 73_250, 0)
    assert found.baht()["matched"] == 73_250
