import pytest

from areamap.imports import likeness
from areamap.registers import definitions
from areamap.registers.cells import Cell, Sheet
from areamap.registers.definitions import Register


def sheet(*rows: list[Cell], name: str = "Sheet1") -> Sheet:
    width = max(map(len, rows), default=0)
    return Sheet(name, 1, [[*row, *[None] * (width - len(row))] for row in rows])


@pytest.mark.parametrize("register", definitions.ids())
def test_own_headings_are_recognised(register: str) -> None:
    definition = definitions.load(register)
    found = likeness.score([sheet(_labels(definition), ["1"] * len(definition.all_columns))])
    assert found[0][0] == register
    assert found[0][1] > 0.5


def _labels(register: Register) -> list[Cell]:
    return [column.label_th for column in register.all_columns]


def test_title_decides_between_lists_of_the_same_columns() -> None:
    head: list[Cell] = ["จังหวัด", "อำเภอ", "ตำบล", "ชื่อโครงการ", "งบประมาณ", "ปีงบประมาณ"]
    row: list[Cell] = ["สระบุรี", "วิหารแดง", "หนองหมู", "บ้าน", 100, 2566]
    title: list[Cell] = ["โครงการบ้านพอเพียง จังหวัดสระบุรี", None, None, None, None, None]
    plain = likeness.score([sheet(head, row)])
    assert plain[0][0] == "budget"
    assert likeness.score([sheet(title, head, row)])[0][0] == "housing"
    assert likeness.score([sheet(head, row)], ["บ้านพอเพียง_สระบุรี.xlsx"])[0][0] == "housing"


def test_nothing_is_guessed_of_what_nobody_knows() -> None:
    assert likeness.score([sheet(["a", "b"], [1, 2]), sheet()]) == []


def test_sureness_is_from_nothing_to_one() -> None:
    for register in definitions.ids():
        definition = definitions.load(register)
        name = definition.label_th
        for _, sure in likeness.score([sheet([name], _labels(definition), ["1"])], [name]):
            assert 0 <= sure <= 1
