"""A file's own total is held against its rows, and what can't be read is unknown, not 0."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from areamap import settings as app_settings
from areamap.i18n import LANGS
from areamap.places.matching import Matcher
from areamap.registers import joining, own_totals, reading
from areamap.registers.definitions import load
from areamap.registers.drafts import Draft
from areamap.registers.own_totals import Held

HEADINGS = ("จังหวัด", "อำเภอ", "ตำบล", "ปีงบประมาณ", "หน่วยงาน", "งบประมาณ (บาท)")
PLACE = ("สระบุรี", "วิหารแดง")
Row = tuple[Any, ...]


def line(tambon: str, amount: object, year: object = 2566) -> Row:
    return (*PLACE, tambon, year, "พอช.", amount)


def total(words: str, amount: object) -> Row:
    return (words, None, None, None, None, amount)


def drafted(tmp_path: Path, rows: list[Row], *, hide: tuple[int, ...] = ()) -> Draft:
    path = tmp_path / "งบ.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("ก")
        for number, row in enumerate([HEADINGS, *rows]):
            sheet.write_row(number, 0, row)
        for number in hide:
            sheet.set_row(number - 1, None, None, {"hidden": True})
    read = reading.read(path, load("budget"), settings=app_settings.load(tmp_path))
    return joining.join(read, Matcher())


def only(draft: Draft) -> Held:
    (found,) = own_totals.differing(draft)
    assert all(f"{found.says:,.0f}" in found.text(lang) for lang in LANGS)
    return found


TWO = [line("เจริญธรรม", 73_250), line("หนองหมู", 20_000)]


@pytest.mark.parametrize(
    "rows",
    [
        [*TWO, total("รวมทั้งสิ้น", 93_250)],
        [total("รวมทั้งสิ้น", 93_250), *TWO],
        [*TWO, total("รวม", 93_250), line("บ้านลำ", 5), total("รวม", 5)],
        [*TWO, total("รวม", 93_250), line("บ้านลำ", 5), total("รวม", 5), total("รวมทั้งหมด", 93_255)],
        [*TWO, total("เฉลี่ย", 46_625)],
        [*TWO, total("รวมทั้งสิ้น", None)],
        TWO,
    ],
)
def test_a_total_that_fits_says_nothing(tmp_path: Path, rows: list[Row]) -> None:
    assert own_totals.differing(drafted(tmp_path, rows)) == []


def test_rows_that_can_not_be_read_are_named(tmp_path: Path) -> None:
    draft = drafted(tmp_path, [*TWO, line("บ้านลำ", "หมื่นบาท"), total("รวมทั้งสิ้น", 103_250)])
    found = only(draft)
    assert (found.row, found.column.name) == (5, "amount_baht")
    assert (found.says, found.sums) == (Decimal(103_250), Decimal(93_250))
    assert (found.cause_key, found.cause_values) == ("cause_unread", {"count": 1, "rows": "4"})


def test_the_baht_of_a_row_count_though_another_cell_can_not_be_read(tmp_path: Path) -> None:
    rows = [*TWO, line("บ้านลำ", 10_000, "ปีหน้า"), line("คลองเรือ", "หมื่นบาท")]
    draft = drafted(tmp_path, [*rows, total("รวมทั้งสิ้น", 103_250)])
    assert draft.counts()["rejected"] == 2
    assert draft.baht()["rejected"] == Decimal(10_000)
    assert draft.unread() == {**dict.fromkeys(draft.counts(), 0), "rejected": 1}
    assert own_totals.differing(draft) == []


def test_hidden_rows_are_the_cause_where_they_come_to_the_difference(tmp_path: Path) -> None:
    rows = [*TWO, line("บ้านลำ", 7_000), total("รวมทั้งสิ้น", 93_250)]
    found = only(drafted(tmp_path, rows, hide=(4,)))
    assert found.cause_key == "cause_hidden"
    assert found.cause_values == {"count": 1, "rows": "4", "sums": Decimal(7_000)}
    part = only(drafted(tmp_path, [*rows[:3], total("รวมทั้งสิ้น", 90_000)], hide=(4,)))
    assert part.cause_key == "cause_hidden_part"


@pytest.mark.parametrize(
    ("rows", "says", "cause"),
    [
        ([*TWO, line("บ้านลำ", 4_000)], 93_250, "cause_subtotal"),
        (TWO, Decimal("93.25"), "cause_unit"),
        (TWO, Decimal("93250.50"), "cause_rounding"),
        (TWO, 90_000, "cause_more"),
        (TWO, 99_000, "cause_less"),
        ([line("บ้านลำ", 10), line("หนองหมู", 30), line("คลองเรือ", 60)], 50, "cause_double"),
    ],
)
def test_what_else_may_be_the_cause(
    tmp_path: Path, rows: list[Row], says: object, cause: str
) -> None:
    found = only(drafted(tmp_path, [*rows, total("รวมทั้งสิ้น", float(str(says)))]))
    assert found.cause_key == cause


def test_a_total_of_the_last_part_alone_is_held_against_that_part(tmp_path: Path) -> None:
    rows = [*TWO, total("รวม", 93_250), line("บ้านลำ", 5_000), line("คลองเรือ", 1_000)]
    found = only(drafted(tmp_path, [*rows, total("รวม", 6_500)]))
    assert (found.says, found.sums) == (Decimal(6_500), Decimal(6_000))


def test_every_column_of_amounts_is_held(tmp_path: Path) -> None:
    path = tmp_path / "กองทุน.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("ก")
        heads = ("จังหวัด", "อำเภอ", "ตำบล", "ปีงบประมาณ", "สมาชิก (คน)", "เงินหมุนเวียน (บาท)")
        sheet.write_row(0, 0, heads)
        sheet.write_row(1, 0, (*PLACE, "เจริญธรรม", 2566, 120, 50_000))
        sheet.write_row(2, 0, (*PLACE, "หนองหมู", 2566, 80, 30_000))
        sheet.write_row(3, 0, ("รวมทั้งสิ้น", None, None, None, 210, 80_000))
    read = reading.read(path, load("fund"), settings=app_settings.load(tmp_path))
    found = only(joining.join(read, Matcher()))
    assert (found.column.name, found.says, found.sums) == ("members", 210, 200)


def test_a_row_left_out_is_named(tmp_path: Path) -> None:
    draft = drafted(tmp_path, [*TWO, *TWO[:1], total("รวมทั้งสิ้น", 93_250)])
    found = only(draft)
    assert found.cause_key == "cause_subtotal"
    dropped = draft.rows["row"].eq(2)
    draft.rows.loc[dropped, "status"] = "ignored"
    draft.rows.loc[dropped, "reason_key"] = "imports_dropped"
    assert own_totals.differing(draft) == []
    draft.rows.loc[draft.rows["row"].eq(3), ["status", "reason_key"]] = "ignored", "imports_dropped"
    assert only(draft).cause_values == {"rows": "3"}


def test_a_list_of_which_no_amount_can_be_read_is_told(tmp_path: Path) -> None:
    rows = [line("เจริญธรรม", "ห้าพัน"), line("หนองหมู", "สองพัน"), total("รวมทั้งสิ้น", 7_000)]
    found = only(drafted(tmp_path, rows))
    assert (found.sums, found.cause_key) == (Decimal(0), "cause_unread")
