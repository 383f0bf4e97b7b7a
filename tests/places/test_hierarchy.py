from datetime import date

import pytest

from areamap.errors import PlaceError
from areamap.places.gazetteer import areas
from areamap.places.groupings import builtin, read
from areamap.places.hierarchy import area_names, find_area, membership, tambons_of
from areamap.places.levels import Level

TODAY = date(2026, 1, 1)
TAMBONS = areas(Level.TAMBON)


@pytest.mark.parametrize("level", list(Level))
def test_every_tambon_has_a_place_in_every_level(level):
    inside = membership(level, builtin(), TODAY)
    assert inside.index.equals(TAMBONS.index)
    assert str(inside.dtype) == "str"
    names = area_names(level, builtin(), TODAY)
    assert set(inside.dropna()) == set(names.index)
    assert names.index.name == "area_code"
    assert names.index.is_unique


def test_tambons_of_domain_provinces_are_counted_as_in_life():
    for code, count in [
        ("19", 111),
        ("30", 289),
        ("72", 110),
        ("TH", 7436),
        ("upper-central", 613),
    ]:
        assert len(tambons_of(code, builtin(), TODAY)) == count
    assert list(tambons_of("190406", builtin(), TODAY)) == ["190406"]


def test_office_holds_thirteen_provinces_and_nobody_else():
    inside = membership(Level.OFFICE, builtin(), TODAY)
    assert inside.dropna().index.str[:2].nunique() == 13
    assert inside.isna().any()


def test_district_of_a_zone_leaves_the_zone_of_its_province(tmp_path):
    path = tmp_path / "zones.csv"
    path.write_text(
        "level,group_code,name_th,member_code\nzone,rest,ที่เหลือ,30\nzone,one,หนึ่ง,3001\n",
        encoding="utf-8",
    )
    inside = membership(Level.ZONE, builtin().merged(read(path)), TODAY)
    assert set(inside[inside.index.str.startswith("3001")]) == {"one"}
    assert set(inside[inside.index.str.startswith("3002")]) == {"rest"}
    assert inside[inside.index.str.startswith("19")].isna().all()


@pytest.mark.parametrize(
    ("text", "code", "level"),
    [
        ("19", "19", Level.PROVINCE),
        ("๑๙", "19", Level.PROVINCE),
        ("1904", "1904", Level.DISTRICT),
        ("190406", "190406", Level.TAMBON),
        ("TH", "TH", Level.COUNTRY),
        ("ประเทศไทย", "TH", Level.COUNTRY),
        ("upper-central", "upper-central", Level.CLUSTER),
        ("ภาคกลางตอนบน", "upper-central", Level.CLUSTER),
        ("กลุ่มจังหวัดภาคกลางตอนบน", "upper-central", Level.CLUSTER),
        ("Upper Central", "upper-central", Level.CLUSTER),
        ("ภาคกลาง", "central", Level.REGION),
        ("codi-central-west", "codi-central-west", Level.OFFICE),
        ("Saraburi", "19", Level.PROVINCE),
        ("sara buri", "19", Level.PROVINCE),
        ("สระบุรี", "19", Level.PROVINCE),
        ("จ.สระบุรี", "19", Level.PROVINCE),
        (" จังหวัด สระบุรี ", "19", Level.PROVINCE),
        ("กทม.", "10", Level.PROVINCE),
        ("กรุงเทพมหานคร", "10", Level.PROVINCE),
        ("อยุธยา", "14", Level.PROVINCE),
        ("อ.พระนครศรีอยุธยา", "1401", Level.DISTRICT),
        ("วิหารแดง", "1904", Level.DISTRICT),
        ("ต.วิหารแดง", "190404", Level.TAMBON),
    ],
)
def test_area_is_found_by_what_people_type(text, code, level):
    area = find_area(text, builtin(), TODAY)
    assert (area.code, area.level) == (code, level)
    assert area.name_th
    assert area.name_en


@pytest.mark.parametrize("text", ["", "99", "ไม่มีที่นี่", "104701", "UPPER", "จ.วิหารแดงง"])
def test_area_that_is_not_there_is_refused(text):
    with pytest.raises(PlaceError) as caught:
        find_area(text, builtin(), TODAY)
    assert caught.value.key == "places_no_area"


def test_name_of_many_areas_lists_their_codes():
    with pytest.raises(PlaceError, match="300113") as caught:
        find_area("บ้านใหม่", builtin(), TODAY)
    assert caught.value.key == "places_ambiguous_area"
    with pytest.raises(PlaceError, match="no area"):
        tambons_of("บ้านใหม่", builtin(), TODAY)
