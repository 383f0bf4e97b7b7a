"""Lists of themes and of what changed, as people read them."""

import pandas as pd
import pytest
from pandas import DataFrame, Series

from areamap.briefs.change_lists import change_table, difference_table, pair_change_table
from areamap.briefs.theme_lists import integration_table, pair_table
from areamap.measures.integration import LINES

CODES = ["190101", "190102", "190103"]
LABELS = DataFrame(
    {
        "name_th": ["=ก", "ข", "ค"],
        "name_en": ["A", None, "C"],
        "district_th": "อำเภอ",
        "district_en": "District",
        "province_th": "จังหวัด",
        "province_en": "Province",
    },
    index=pd.Index(CODES, name="area_code"),
)


def test_the_fewest_work_lines_come_first_and_the_unknown_before_them() -> None:
    reach = {str(line): ["none", "at_work", "unknown"] for line in LINES}
    found = DataFrame(reach, index=LABELS.index)
    found["work_lines"] = pd.array([0, 7, None], dtype="Int64")
    found["unknown_lines"] = [0, 0, 7]
    table = integration_table(found, LABELS, "th")
    assert table["ชื่อ"].tolist() == ["ค", "=ก", "ข"]
    assert table["เนื้องาน"].isna().tolist() == [True, False, False]
    assert table["เนื้องานที่มี"].iloc[2].count(",") == 6


def test_areas_that_lack_both_come_before_those_that_lack_one() -> None:
    one = Series(["registered", "none", "unknown"], index=CODES)
    other = Series(["none", "dissolved", "registered"], index=CODES)
    table = pair_table((one, other), ("council", "fund"), LABELS, "en")
    assert table["Name"].tolist() == ["ข", "A"]
    assert table.columns[-1] == "Code"


def test_only_what_changed_is_listed_lost_first() -> None:
    changes = DataFrame(
        {
            "change": ["gained", "lost", "same"],
            "before": ["none", "registered", "none"],
            "after": ["registered", None, "dissolved"],
            "cause": ["world", "correction", "world"],
        },
        index=LABELS.index,
    )
    table = change_table(changes, LABELS, "council", "th")
    assert table["รหัส"].tolist() == ["190102", "190101"]
    assert table["หลัง"].tolist() == ["", "จดแจ้งจัดตั้งแล้ว"]


def test_what_changed_in_one_of_two_things_is_listed_with_why() -> None:
    columns = ["before", "after", "change", "cause"]
    quiet = ["registered", "registered", "same", "none"]
    council = DataFrame(
        [["none", "registered", "gained", "world"], ["registered", "none", "lost", "both"], quiet],
        index=LABELS.index,
        columns=columns,
    )
    fund = DataFrame([quiet, quiet, quiet], index=LABELS.index, columns=columns)
    assert pair_change_table((fund, fund), ("council", "fund"), LABELS, "th").empty
    table = pair_change_table((council, fund), ("council", "fund"), LABELS, "th")
    assert table["รหัส"].tolist() == ["190102", "190101"]
    assert table["ความเปลี่ยนแปลง"].tolist() == [
        "สภาองค์กรชุมชน: จดแจ้งจัดตั้งแล้ว → ยังไม่มีสภา",
        "สภาองค์กรชุมชน: ยังไม่มีสภา → จดแจ้งจัดตั้งแล้ว",
    ]
    why = table["เพราะ"].tolist()
    assert why == ["เกิดขึ้นจริงและมีการแก้ไขข้อมูลย้อนหลัง", "เกิดขึ้นจริงระหว่างสองวันนั้น"]


def test_what_changed_in_both_of_two_things_stands_in_one_line() -> None:
    columns = ["before", "after", "change", "cause"]
    council = DataFrame([["none", "registered", "gained", "world"]], ["190101"], columns)
    fund = DataFrame([["registered", "none", "lost", "world"]], ["190101"], columns)
    table = pair_change_table((council, fund), ("council", "fund"), LABELS, "th")
    change = table["ความเปลี่ยนแปลง"].iloc[0]
    assert change.startswith("สภาองค์กรชุมชน: ยังไม่มีสภา → จดแจ้งจัดตั้งแล้ว · กองทุนสวัสดิการ: ")
    assert table["เพราะ"].tolist() == ["เกิดขึ้นจริงระหว่างสองวันนั้น"]


@pytest.mark.parametrize(("amount", "kind"), [(7.0, "Int64"), (7.25, "float64")])
def test_differences_are_listed_largest_first(amount: float, kind: str) -> None:
    numbers = DataFrame(
        {"before": [5.0, None, 3.0], "after": [5.0, amount, 1.0]}, index=LABELS.index
    )
    numbers["difference"] = numbers["after"] - numbers["before"]
    table = difference_table(numbers, LABELS, "en")
    assert table["Code"].tolist() == ["190102", "190103"]
    assert str(table["After"].dtype) == kind
