"""Totals that carry no word are told by what they sum; no tambon is ever one."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areamap import settings as app_settings
from areamap.i18n import LANGS, t
from areamap.places.matching import Matcher
from areamap.registers import headers, reading, sums, tables
from areamap.registers.cells import Sheet
from areamap.registers.definitions import load
from areamap.registers.joining import Draft, join
from areamap.registers.tables import Table

TITLE = ["งบประมาณ ปี 2566 จังหวัดสระบุรี"]
FULL = ["อำเภอ", "ตำบล", "โครงการ", "งบประมาณ"]
SHORT = ["ที่", "ตำบล", "โครงการ", "งบประมาณ"]


def read(rows: list[list[Any]], register: str = "budget") -> Table:
    width = max(map(len, rows))
    padded = [[*row, *[None] * (width - len(row))] for row in rows]
    sheet = Sheet("ก", 1, padded)
    header = headers.find(sheet, load(register))
    assert header is not None
    return tables.read(sheet, header, load(register))


def verdicts(*rows: list[Any], register: str = "budget") -> dict[int, tuple[str, str]]:
    """Return what is said of the rows below the header, by their number in Excel."""
    table = read([TITLE, *rows], register)
    return {
        row + 1: (verdict.reason_key, str(verdict.reason_values.get("rows", "")))
        for row, verdict in table.verdicts.items()
        if row > 1
    }


def draft(folder: Path, *lines: str, register: str = "budget") -> Draft:
    path = folder / "a.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    read_file = reading.read(path, load(register), settings=app_settings.load(folder))
    return join(read_file, Matcher())


def test_head_with_the_total_of_its_tambons() -> None:
    rows = verdicts(
        SHORT,
        ["อำเภอวิหารแดง", None, None, 300],
        [1, "เจริญธรรม", "ก", 100],
        [2, "บ้านลำ", "ข", 200],
        ["อำเภอหนองแค", None, None, 50],
        [1, "หนองแค", "ค", 50],
        [None, None, None, 350],
    )
    assert rows == {
        3: ("registers_sum_of_rows", "4-5"),
        6: ("registers_sum_of_rows", "7"),
        8: ("registers_sum_of_rows", "4-5, 7"),
    }


@pytest.mark.parametrize(
    "cells", [["อำเภอวิหารแดง", None], [None, "อำเภอวิหารแดง"], [None, "อ.วิหารแดง"]]
)
def test_head_says_the_district_of_the_rows_below(cells: list[str | None]) -> None:
    table = read(
        [TITLE, SHORT, [*cells, None, 7], [1, "เจริญธรรม", "ก", 100], [2, "บ้านลำ", "ข", 200]]
    )
    assert table.columns["district"][3:] == ["วิหารแดง", "วิหารแดง"]
    assert table.columns["tambon"][2] is None
    assert table.verdicts[2].reason_key == "registers_head_amount"
    assert table.verdicts[2].status == "suggested"


def test_head_of_a_register_without_money_is_a_section() -> None:
    rows = verdicts(
        ["ที่", "ตำบล", "สถานะ", "จำนวนองค์กรสมาชิก"],
        ["อำเภอวิหารแดง", None, None, 30],
        [1, "เจริญธรรม", "จดแจ้งแล้ว", 10],
        register="council",
    )
    assert rows == {3: ("registers_section_row", "")}


def test_district_and_province_rows_that_sum_theirs() -> None:
    rows = verdicts(
        ["จังหวัด", *FULL],
        ["สระบุรี", "วิหารแดง", "เจริญธรรม", "ก", 100],
        ["สระบุรี", "วิหารแดง", "บ้านลำ", "ข", 200],
        ["สระบุรี", "วิหารแดง", None, None, 300],
        ["สระบุรี", "หนองแค", "หนองแค", "ค", 50],
        ["สระบุรี", "หนองแค", "โคกตูม", "ง", 60],
        ["สระบุรี", "หนองแค", None, None, 110],
        ["สระบุรี", None, None, None, 410],
        ["ลพบุรี", "เมืองลพบุรี", None, "จ", 410],
    )
    assert rows == {
        5: ("registers_sum_of_rows", "3-4"),
        8: ("registers_sum_of_rows", "6-7"),
        9: ("registers_sum_of_rows", "3-4, 6-7"),
    }


def test_district_row_above_its_tambons() -> None:
    rows = verdicts(
        FULL,
        ["วิหารแดง", None, None, 300],
        ["วิหารแดง", "เจริญธรรม", "ก", 100],
        ["วิหารแดง", "บ้านลำ", "ข", 200],
        ["หนองแค", None, "ค", 300],
        ["หนองแค", "หนองแค", "ง", 100],
    )
    assert rows == {3: ("registers_sum_of_rows", "4-5")}


def test_row_with_a_tambon_is_never_a_total() -> None:
    assert not verdicts(
        FULL,
        ["วิหารแดง", "เจริญธรรม", "ก", 100],
        ["วิหารแดง", "บ้านลำ", "ข", 200],
        ["วิหารแดง", "หนองหมู", None, 300],
        ["วิหารแดง", "ทต.วิหารแดง", None, 600],
    )


def test_lines_of_a_district_alone_have_no_total() -> None:
    assert not verdicts(FULL, *(["วิหารแดง", None, "ก", amount] for amount in (20, 20, 40)))


@settings(deadline=None)
@given(st.lists(st.integers(min_value=1, max_value=4), min_size=1, max_size=12))
def test_no_list_of_tambons_has_a_total(amounts: list[int]) -> None:
    lines = [["วิหารแดง", "เจริญธรรม", "ก", amount] for amount in amounts]
    assert not verdicts(FULL, *lines)


@settings(deadline=None)
@given(st.lists(st.integers(min_value=1, max_value=10**9), min_size=2, max_size=12))
def test_what_is_not_ignored_adds_up_to_the_grand_total(amounts: list[int]) -> None:
    lines = [["วิหารแดง", "เจริญธรรม", "ก", amount] for amount in amounts]
    table = read([TITLE, FULL, *lines, [None, None, None, sum(amounts)]])
    kept = [
        amount
        for row, amount in enumerate(table.columns["amount_baht"])
        if row not in table.verdicts and isinstance(amount, Decimal)
    ]
    assert sum(kept) == sum(amounts)


def test_row_of_the_title_alone_waits_for_a_person(tmp_path: Path) -> None:
    found = draft(
        tmp_path,
        "ปี 2566 จังหวัดสระบุรี,,",
        "ตำบล,โครงการ,งบประมาณ",
        "เจริญธรรม,ก,100",
        ",บริหารจัดการ,77",
    )
    assert list(found.rows["status"][2:]) == ["matched", "suggested"]
    last = found.rows.iloc[3]
    assert last["suggested_codes"] == ("19",)
    for lang in LANGS:
        assert "สระบุรี" in t(f"reasons.{last['reason_key']}", lang, **last["reason_values"])
    assert found.baht()["suggested"] == 77


def test_row_without_a_place_is_refused_where_no_province_is_kept(tmp_path: Path) -> None:
    lines = ("จังหวัดสระบุรี,,", "ตำบล,จำนวนองค์กรสมาชิก,จำนวนสมาชิก", "เจริญธรรม,5,6", ",7,8")
    row = draft(tmp_path, *lines, register="council").rows.iloc[3]
    assert (row["status"], row["reason_key"]) == ("unmatched", "registers_level_province")


def test_many_rows_are_spoken_shortly() -> None:
    assert sums.spoken([4, 5, 6, 9]) == "4-6, 9"
    assert sums.spoken(range(1, 20, 2)) == "1, 3, 5, …, 19"
