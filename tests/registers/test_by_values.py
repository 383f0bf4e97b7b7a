import pytest

from areamap.registers import by_values, choosing, headers
from areamap.registers.cells import Cell, Sheet
from areamap.registers.choosing import Choices
from areamap.registers.definitions import load

NAMES = ("เจริญธรรม", "หนองหมู", "บ้านลำ", "หนองสรวง", "คลองเรือ")
CODES = ("190406", "190401", "190402", "190403", "190405")


def guessed(register: str, *columns: list[Cell], head: list[Cell] | None = None) -> dict[str, str]:
    letters: list[Cell] = head or [f"ช่อง {number}" for number in range(len(columns))]
    sheet = Sheet("ก", 1, [letters, *map(list, zip(*columns, strict=True))])
    header = headers.find(sheet, load(register), row=0, lenient=True)
    assert header is not None
    found = by_values.guess(sheet, header, load(register))
    return {str(letters[position]): name for position, name in found.items()}


def test_places_are_told_by_their_names() -> None:
    found = guessed("budget", ["สระบุรี"] * 5, ["อ.วิหารแดง"] * 5, list(NAMES))
    assert found == {"ช่อง 0": "province", "ช่อง 1": "district", "ช่อง 2": "tambon"}


def test_district_of_the_name_of_its_tambon_is_the_district() -> None:
    found = guessed("budget", ["สระบุรี"] * 5, ["วิหารแดง"] * 5, list(NAMES))
    assert found == {"ช่อง 0": "province", "ช่อง 1": "district", "ช่อง 2": "tambon"}


def test_names_beside_a_code_are_not_asked() -> None:
    assert guessed("council", list(CODES), list(NAMES)) == {"ช่อง 0": "tambon_code"}
    numbers: list[Cell] = [int(code) for code in CODES]
    assert guessed("council", numbers, list(NAMES)) == {"ช่อง 0": "tambon_code"}


def test_authorities_go_by_their_word() -> None:
    names: list[Cell] = [f"อบต.{name}" for name in NAMES]
    assert guessed("fund", names) == {"ช่อง 0": "authority"}


def test_address_in_one_cell_is_a_tambon() -> None:
    cells: list[Cell] = [f"ต.{name} อ.วิหารแดง จ.สระบุรี" for name in NAMES]
    assert guessed("fund", cells)["ช่อง 0"] in {"tambon", "district", "province"}


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        (["15/3/2559", "๑๕ มี.ค. ๒๕๕๙", "1/2/2560", "2016-03-15", "ไม่แน่ใจ"], "registered_date"),
        (["2559", 2560, 2561.0, "๒๕๖๒", "2563"], "registered_year"),
        (["1", "2", "3", "4", "5"], None),
        (["-", "-", None, None, None], None),
    ],
)
def test_days_and_years(cells: list[Cell], name: str | None) -> None:
    assert guessed("council", cells) == ({"ช่อง 0": name} if name else {})


@pytest.mark.parametrize("heading", ["วันที่ปรับปรุงข้อมูล", "วันประชุม", "updated on", "วันเกิด"])
def test_day_of_something_else_is_not_taken(heading: str) -> None:
    days: list[Cell] = ["15/3/2559", "1/2/2560", "1/2/2561", "1/2/2562", "1/2/2563"]
    assert guessed("council", days, head=[heading]) == {}


def test_money_is_one_column_or_none() -> None:
    baht: list[Cell] = ["73,250 บาท", "100 บาท", "5 บาท", "1 บาท", "9 บาท"]
    thousands: list[Cell] = [73250, 12000, 5000, 4000, 3000]
    assert guessed("budget", baht, [1, 2, 3, 4, 5]) == {"ช่อง 0": "amount_baht"}
    assert guessed("budget", thousands) == {"ช่อง 0": "amount_baht"}
    assert guessed("budget", thousands, thousands) == {}


def test_telephone_numbers_are_no_money() -> None:
    phones: list[Cell] = ["081-234-5678", "0812345678", "089 111 2222", "0891112222", "036-123-456"]
    assert guessed("budget", phones) == {}


def test_sheet_whose_headings_are_new_is_found() -> None:
    rows: list[list[Cell]] = [["รายงาน", None, None], ["ก", "ข", "ค"]]
    rows += [["สระบุรี", "วิหารแดง", name] for name in NAMES]
    ((_, header),) = choosing.choose(
        [Sheet("ก", 1, rows)], load("council"), Choices(), file_name="ก.csv"
    )
    assert (header.first, header.last, header.fits) == (1, 1, True)
    assert header.by_values == {0, 1, 2}
