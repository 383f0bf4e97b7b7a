"""What a template holds beside rows is known when it comes back; nothing else is taken for it."""

import pytest

from areamap.registers import forms
from areamap.registers.cells import Sheet


@pytest.mark.parametrize("cell", ["ตัวอย่าง", "Example", " example ", "(ตัวอย่าง)", "ตัวอย่าง:"])
def test_the_word_alone_marks_an_example(cell: str) -> None:
    assert forms.is_example(cell)


@pytest.mark.parametrize("cell", ["ตัวอย่างบ้านมั่นคง", "ตำบลตัวอย่าง", "examples of 2566", 1, None, ""])
def test_a_name_with_the_word_in_it_is_no_example(cell: object) -> None:
    assert not forms.is_example(cell)  # type: ignore[arg-type]


@pytest.mark.parametrize("mark", forms.MARKS.values())
def test_a_sheet_that_begins_with_the_mark_tells_of_a_form(mark: str) -> None:
    assert forms.is_about(Sheet("คำอธิบาย", 2, [[f"{mark}: กองทุน", None], ["จังหวัด", "ตำบล"]]))


@pytest.mark.parametrize("rows", [[], [[]], [[None, "แบบกรอกของ areamap"]], [["จังหวัด", "ตำบล"]]])
def test_other_sheets_do_not(rows: list[list[str | None]]) -> None:
    assert not forms.is_about(Sheet("คำอธิบาย", 2, rows))  # type: ignore[arg-type]


@pytest.mark.parametrize("heading", ["ลำดับ", "ลำดับที่", "No.", "ที่"])
def test_running_numbers(heading: str) -> None:
    assert forms.is_number(heading)


@pytest.mark.parametrize("heading", ["ที่ตั้ง", "จำนวน", "ลำดับความสำคัญ", "", "number"])
def test_other_headings_are_no_running_numbers(heading: str) -> None:
    assert not forms.is_number(heading)
