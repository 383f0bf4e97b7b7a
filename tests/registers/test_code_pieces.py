"""Codes of areas in pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areamap.registers import code_pieces
from tests.registers.test_answers import read


@pytest.mark.parametrize(
    ("province", "district", "tambon", "joined"),
    [
        ("19", "04", "06", ("1904", "190406")),
        ("19", "4", "5", ("1904", "190405")),
        ("TH19", "04", "06", ("1904", "190406")),
        ("19", "1904", "190404", ("1904", "190404")),
        ("19", "1904", "04", ("1904", "190404")),
        (None, "1904", "04", ("1904", "190404")),
        (None, "04", "06", ("04", "06")),
        ("19", None, "06", (None, "06")),
        ("สระบุรี", "04", "06", ("04", "06")),
    ],
)
def test_pieces(
    province: str | None, district: str | None, tambon: str | None, joined: tuple[str | None, ...]
) -> None:
    given_columns = {
        "province_code": [province],
        "district_code": [district],
        "tambon_code": [tambon],
    }
    found = code_pieces.join(given_columns)
    assert (found["district_code"][0], found["tambon_code"][0]) == joined
    assert given_columns["tambon_code"] == [tambon]


@given(st.integers(10, 96), st.integers(1, 50), st.integers(1, 30))
def test_pieces_of_any_code_make_it_whole(province: int, district: int, tambon: int) -> None:
    whole = f"{province}{district:02}{tambon:02}"
    columns: dict[str, list[str | None]] = {
        "province_code": [str(province)] * 2,
        "district_code": [str(district), whole[:4]],
        "tambon_code": [str(tambon), whole],
    }
    assert code_pieces.join(columns)["tambon_code"] == [whole, whole]


def test_pieces_in_a_list() -> None:
    table = read(["รหัสจังหวัด", "รหัสอำเภอ", "รหัสตำบล"], [["19", "04", "06"], [19, 4, 5]])
    assert table.columns["tambon_code"][1:] == ["190406", "190405"]
