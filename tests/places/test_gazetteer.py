import pytest

from areamap.errors import PlaceError
from areamap.places.gazetteer import areas, full_name, level_of, name, retired
from areamap.places.levels import Level


@pytest.mark.parametrize(
    ("level", "count", "digits"),
    [(Level.PROVINCE, 77, 2), (Level.DISTRICT, 928, 4), (Level.TAMBON, 7436, 6)],
)
def test_every_area_of_today_stands_once_with_its_parents(level, count, digits):
    frame = areas(level)
    assert len(frame) == count
    assert frame.index.is_unique
    assert frame.index.is_monotonic_increasing
    assert frame.index.str.fullmatch(rf"\d{{{digits}}}").all()
    assert frame.notna().all(axis=None)
    assert all(str(dtype) == "str" for dtype in [frame.index.dtype, *frame.dtypes])
    for parent in frame.columns.intersection(["province_code", "district_code"]):
        above = Level(parent.removesuffix("_code"))
        assert frame[parent].isin(areas(above).index).all()
        assert frame.index.str.startswith(tuple(areas(above).index)).all()


def test_names_carry_no_word_for_the_level():
    assert areas(Level.DISTRICT).loc["1002", "name_th"] == "ดุสิต"
    assert not areas(Level.DISTRICT)["name_th"].str.startswith(("เขต", "อำเภอ")).any()


def test_retired_codes_are_not_in_force_and_their_successors_are():
    frame = retired()
    everything = areas(Level.TAMBON).index.union(areas(Level.DISTRICT).index)
    assert not frame.index.isin(everything).any()
    assert frame["successors"].explode().dropna().isin(everything).all()
    assert frame.loc["104701", "successors"] == ("104702", "104703")
    assert frame.loc["4303", "successors"] == ("3801",)
    assert frame.loc["100205", "basis"] == "name"


def test_full_name_has_the_words_of_its_province():
    assert full_name("190406", "th") == "ต.เจริญธรรม อ.วิหารแดง จ.สระบุรี"
    assert full_name("100201", "th") == "แขวงดุสิต เขตดุสิต กรุงเทพมหานคร"
    assert full_name("1904", "th") == "อ.วิหารแดง จ.สระบุรี"
    assert full_name("190406", "en") == "Charoen Tham, Wihan Daeng District, Saraburi"
    assert full_name("TH", "th") == name("TH", "th") == "ประเทศไทย"


@pytest.mark.parametrize("code", ["", "1", "99", "999999", "104701", "th", "upper-central"])
def test_what_is_no_area_today_is_refused(code):
    assert level_of(code) is None
    with pytest.raises(PlaceError) as caught:
        name(code, "th")
    assert code in caught.value.text("th")
