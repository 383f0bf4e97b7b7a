"""Finding areas by a few words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areamap.places.gazetteer import areas, level_of
from areamap.places.levels import Level
from areamap.places.search import search


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("รั้วใหญ่ สุพรรณ", "720102"),
        ("สุพรรณบุรี รัวใหญ", "720102"),
        ("ต.เจริญธรรม อ.วิหารแดง", "190406"),
        ("เจริญธรรม", "190406"),
        ("Charoen Tham", "190406"),
        ("สระบุรี", "19"),
        ("จ.สระบุรี", "19"),
        ("เมือง สระบุรี", "1901"),
        ("๑๙๐๔๐๖", "190406"),
        ("1904", "1904"),
    ],
)
def test_words_in_any_order_find_the_area(typed: str, best: str) -> None:
    assert search(typed)[0] == best


@pytest.mark.parametrize("typed", ["", "   ", "ไม่มีที่นี่แน่นอน", "999999", "()", "สระบุรี ภูเก็ต"])
def test_nothing_fits(typed: str) -> None:
    assert search(typed) == []


def test_only_levels_asked_for_and_no_more_than_asked_for() -> None:
    found = search("หนอง", most=5, levels=[Level.TAMBON])
    assert len(found) == 5
    assert {level_of(code) for code in found} == {Level.TAMBON}


@given(st.sampled_from(sorted(areas(Level.TAMBON).index)))
def test_a_tambon_is_found_by_its_whole_name(code: str) -> None:
    line = areas(Level.TAMBON).loc[code]
    district = areas(Level.DISTRICT).loc[line["district_code"], "name_th"]
    province = areas(Level.PROVINCE).loc[line["province_code"], "name_th"]
    typed = f"ต.{line['name_th']} อ.{district} จ.{province}".replace(" ", "  ")
    if " " not in line["name_th"]:
        assert code in search(typed, levels=[Level.TAMBON], most=50)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_no_trouble(typed: str) -> None:
    assert all(level_of(code) for code in search(typed))
