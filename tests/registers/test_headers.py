"""The headings of a sheet are found, wherever and in how many rows they stand."""

from decimal import Decimal

import pytest

from areamap.errors import FileError
from areamap.registers import headers, meanings
from areamap.registers.cells import Cell, Sheet
from areamap.registers.definitions import ids, load
from areamap.registers.headers import Header


def find(
    rows: list[list[Cell]], register: str, merged: tuple[tuple[int, int, int, int], ...] = ()
) -> Header:
    found = headers.find(Sheet("ก", 1, rows, merged=merged), load(register))
    assert found is not None
    return found


def meaning(header: Header) -> dict[str, int]:
    return {name: heading.position for name, heading in header.columns.items()}


@pytest.mark.parametrize("register_id", ids())
def test_template_headings_in_both_languages(register_id: str) -> None:
    register = load(register_id)
    for texts in (
        [column.name for column in register.all_columns],
        [column.label_th for column in register.all_columns],
        [column.label_en for column in register.all_columns],
    ):
        header = find([list(texts)], register_id)
        assert meaning(header) == {c.name: i for i, c in enumerate(register.all_columns)}
        assert header.fits


@pytest.mark.parametrize("register_id", ids())
def test_every_alias_means_its_column_and_no_other(register_id: str) -> None:
    for column in load(register_id).all_columns:
        for alias in meanings.names(column):
            header = find([[alias, "x"]], register_id)
            assert meaning(header) == {column.name: 0}, alias


def test_title_rows_above_are_passed_over() -> None:
    rows: list[list[Cell]] = [
        ["ทะเบียนสภาองค์กรชุมชนตำบล", None],
        [None, None],
        ["จังหวัด", "ตำบล"],
        ["สระบุรี", "หนองแค"],
    ]
    header = find(rows, "council", merged=((0, 0, 0, 1),))
    assert (header.first, header.last) == (2, 2)


def test_merged_two_row_header() -> None:
    rows: list[list[Cell]] = [
        ["ที่ตั้ง", None, "จำนวน", None, "สถานะ"],
        ["อำเภอ", "ตำบล", "องค์กร", "สมาชิก", None],
        ["วิหารแดง", "เจริญธรรม", 24, 48, "จดแจ้งแล้ว"],
    ]
    expected = {
        "district": 0,
        "tambon": 1,
        "member_groups": 2,
        "council_members": 3,
        "record_status": 4,
    }
    merged = find(rows, "council", merged=((0, 0, 0, 1), (0, 2, 0, 3), (0, 4, 1, 4)))
    lost = find(rows, "council")
    for header in (merged, lost):
        assert meaning(header) == expected
        assert (header.first, header.last) == (0, 1)
    assert merged.headings[2].text == "จำนวน / องค์กร"


def test_rows_of_units_and_numbers_belong_to_the_header() -> None:
    rows: list[list[Cell]] = [
        ["จังหวัด", "ปีงบประมาณ", "งบประมาณ"],
        [None, None, "(ล้านบาท)"],
        ["(1)", "(2)", "(3)"],
        ["สระบุรี", 2566, 6.7],
    ]
    header = find(rows, "budget")
    assert header.last == 2
    assert header.columns["amount_baht"].factor == Decimal(1_000_000)


@pytest.mark.parametrize(
    ("heading", "factor"),
    [
        ("งบประมาณ", None),
        ("งบประมาณ (บาท)", 1),
        ("งบประมาณ (พันบาท)", 1000),
        ("งบประมาณ\n(ล้านบาท)", 1_000_000),
        ("งบประมาณ [หมื่นบาท]", 10_000),
    ],
)
def test_unit_of_a_heading(heading: str, factor: int | None) -> None:
    header = find([["จังหวัด", "ปี", heading]], "budget")
    assert header.columns["amount_baht"].factor == factor


@pytest.mark.parametrize(
    "heading",
    [
        "วัน เดือน ปี\nที่จดแจ้งจัดตั้ง",
        "วันเดือนปี ที่ได้รับการจดแจ้งจัดตั้งสภาองค์กรชุมชนตำบล",
        "วันที่จดแจ้งฯ",
        "วดป. จดแจ้ง",
    ],
)
def test_dates_of_registration_by_other_words(heading: str) -> None:
    assert meaning(find([["ตำบล", heading]], "council")) == {"tambon": 0, "registered_date": 1}


def test_nearest_of_several_headings_is_taken() -> None:
    rows: list[list[Cell]] = [["ตำบล", "วันที่จดแจ้ง", "วันที่รับเรื่องการจดแจ้ง"]]
    assert meaning(find(rows, "council")) == {"tambon": 0, "registered_date": 1}


def test_two_headings_for_one_number_are_refused() -> None:
    rows: list[list[Cell]] = [
        ["จังหวัด", "ปี", "งบประมาณ", None],
        [None, None, "วงเงิน", "จำนวนเงิน"],
        ["สระบุรี", 2566, 1, 2],
    ]
    with pytest.raises(FileError, match="งบประมาณ / วงเงิน, งบประมาณ / จำนวนเงิน"):
        find(rows, "budget", merged=((0, 2, 0, 3), (0, 0, 1, 0), (0, 1, 1, 1)))


@pytest.mark.parametrize("merged", [((0, 0, 1, 0), (0, 1, 0, 3)), ()])
def test_heading_of_a_group_is_no_heading_of_its_first_column(
    merged: tuple[tuple[int, int, int, int], ...],
) -> None:
    rows: list[list[Cell]] = [
        ["ตำบล", "จำนวนสมาชิก", None, None],
        [None, "ชาย", "หญิง", "รวม"],
        ["หนองแค", 100, 150, 250],
    ]
    assert meaning(find(rows, "fund", merged=merged)) == {"tambon": 0, "members": 3}


@pytest.mark.parametrize("merged", [((0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 1, 3)), ()])
def test_heading_of_a_group_whose_labels_could_be_values(
    merged: tuple[tuple[int, int, int, int], ...],
) -> None:
    rows: list[list[Cell]] = [
        ["ตำบล", "สถานะ", None, "จำนวนสมาชิก"],
        [None, "จดแจ้งแล้ว", "ยุบเลิก", "(คน)"],
        ["หนองแค", "✓", None, 5],
    ]
    assert meaning(find(rows, "council", merged))["council_members"] == 3
    assert headers.find(Sheet("ก", 1, rows, merged=merged), load("council")) is not None


@pytest.mark.parametrize(
    ("register", "headings", "values"),
    [
        ("council", ["จังหวัด", "ตำบล", "สถานะ", None], ["สระบุรี", "บ้านลำ", "ยุบเลิก", "โอนไปแล้ว"]),
        ("council", ["จังหวัด", "ตำบล", None], ["สระบุรี", "บ้านลำ", "หมู่ 3"]),
        ("council", ["ตำบล", None], ["บ้านลำ", "หมู่ 3"]),
        ("council", ["ตำบล", "วันที่จดแจ้ง", None, "สถานะ"], ["บ้านลำ", "15/3/2559", "แก้ไขแล้ว", "มี"]),
        ("council", ["ตำบล", "สถานะ", None], ["บ้านลำ", "ยังไม่จดแจ้ง", "x"]),
        (
            "budget",
            ["ปีงบประมาณ", "จังหวัด", "แผนงาน", None, "งบประมาณ", None],
            ["2566", "สระบุรี", "บ้านพอเพียง", "ก", "100 บาท", "รออนุมัติ"],
        ),
    ],
)
def test_heading_beside_a_column_without_one_keeps_its_meaning(
    register: str, headings: list[Cell], values: list[Cell]
) -> None:
    over = [(0, i, 0, i + 1) for i in range(len(headings) - 1) if headings[i + 1] is None]
    # An amount over two columns is refused: which one is it?
    for merged in ((), tuple(over)) if register != "budget" else ((),):
        header = find([headings, values], register, merged)
        assert sorted(meaning(header).values()) == [i for i, text in enumerate(headings) if text]
        assert header.last == 0


def test_headings_are_told_apart_in_reports() -> None:
    header = find([["ตำบล", "หมายเหตุ", "หมายเหตุ", None]], "council")
    assert [h.text for h in header.headings] == ["ตำบล", "หมายเหตุ", "หมายเหตุ (2)", "(D)"]


def test_sheet_without_any_known_heading() -> None:
    assert headers.find(Sheet("ก", 1, [["a", "b"], [1, 2]]), load("council")) is None
    assert headers.find(Sheet("ก", 1, []), load("council")) is None


def test_what_is_missing_is_told() -> None:
    header = find([["จังหวัด", "ปีงบประมาณ"]], "budget")
    assert header.missing == ("amount_baht",)
    assert not header.fits


def test_group_heading_above_says_what_a_lower_one_counts() -> None:
    rows: list[list[Cell]] = [
        ["ทะเบียนสภาฯ", None, None, None],
        ["ที่ตั้ง", None, "การจดแจ้ง", "จำนวนองค์กร"],
        ["จังหวัด", "ตำบล", "วันที่จดแจ้ง", "สมาชิก"],
        ["สระบุรี", "หนองแค", "15/3/2566", "24 องค์กร"],
    ]
    for merged in ((), ((0, 0, 0, 3), (1, 0, 1, 1))):
        header = find(rows, "council", merged=merged)
        assert (header.first, header.last) == (1, 2)
        assert meaning(header)["member_groups"] == 3
        assert "council_members" not in meaning(header)


def test_title_of_two_cells_is_no_group_heading() -> None:
    rows: list[list[Cell]] = [
        ["จังหวัดสระบุรี", "ปีงบประมาณ 2566", None],
        ["อำเภอ", "ตำบล", "งบประมาณ"],
        ["หนองแค", "หนองแค", 5],
    ]
    assert find(rows, "budget").first == 1
