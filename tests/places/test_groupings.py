from datetime import date

import pytest

from areamap.errors import FileError
from areamap.places.gazetteer import areas
from areamap.places.groupings import builtin, read
from areamap.places.levels import Level

TODAY = date(2026, 1, 1)
HEADER = "level,group_code,name_th,name_en,member_code,valid_from,valid_to\n"
CENTRAL_WEST = {"14", "15", "16", "17", "18", "19", "70", "71", "72", "74", "75", "76", "77"}


@pytest.fixture
def written(tmp_path):
    def write(text, encoding="utf-8"):
        path = tmp_path / "groups.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return write


@pytest.mark.parametrize(("level", "groups"), [(Level.CLUSTER, 19), (Level.REGION, 6)])
def test_every_province_is_in_exactly_one_group(level, groups):
    members = builtin().members(level, TODAY)
    assert sorted(members["member_code"]) == list(areas(Level.PROVINCE).index)
    assert members["group_code"].nunique() == groups
    assert members.drop_duplicates("group_code")["name_th"].is_unique
    assert members.drop_duplicates("group_code")["name_en"].is_unique


def _of(level, code):
    members = builtin().members(level, TODAY)
    return set(members.loc[members["group_code"] == code, "member_code"])


def test_clusters_are_those_of_the_central_and_west():
    assert _of("cluster", "upper-central") == {"18", "17", "19", "16", "15", "14"}
    assert _of("cluster", "lower-central-1") == {"71", "72", "70"}
    assert _of("cluster", "lower-central-2") == {"74", "75", "76", "77"}
    assert _of("cluster", "bangkok") == {"10"}
    assert _of("office", "codi-central-west") == CENTRAL_WEST


def test_regions_are_those_of_the_royal_society():
    assert _of("region", "west") == {"71", "63", "77", "76", "70"}
    assert _of("region", "east") == {"22", "24", "20", "23", "25", "21", "27"}
    sizes = builtin().members("region", TODAY)["group_code"].value_counts().to_dict()
    assert sizes == {"central": 22, "northeast": 20, "south": 14, "north": 9, "east": 7, "west": 5}


def test_zones_of_districts_hold_from_a_day_to_a_day(written):
    path = written(
        HEADER
        + "zone,korat-1,โซน 1,Zone 1,3001,2566-10-01,30 ก.ย. 2567\n"
        + "zone,korat-2,โซน 2,,3001,1/10/2567,\n"
    )
    merged = builtin().merged(read(path))
    assert merged.members("zone", date(2023, 9, 30)).empty
    assert merged.members("zone", date(2023, 10, 1))["group_code"].tolist() == ["korat-1"]
    assert merged.members("zone", date(2024, 9, 30))["group_code"].tolist() == ["korat-1"]
    later = merged.members("zone", date(2024, 10, 1))
    assert later["group_code"].tolist() == ["korat-2"]
    assert later["name_en"].tolist() == ["โซน 2"]
    assert merged.levels(date(2024, 1, 1)) == (
        Level.ZONE,
        Level.CLUSTER,
        Level.REGION,
        Level.OFFICE,
    )


def test_a_file_moves_only_the_members_that_it_names(written):
    path = written(HEADER + "cluster,new,กลุ่มใหม่,New,19,2567-10-01,\n")
    merged = builtin().merged(read(path))
    before = merged.members("cluster", date(2024, 9, 30)).set_index("member_code")["group_code"]
    after = merged.members("cluster", date(2024, 10, 1)).set_index("member_code")["group_code"]
    assert before["19"] == "upper-central"
    assert after["19"] == "new"
    assert after.drop("19").equals(after.drop("19").where(before.drop("19") == after.drop("19")))
    assert len(after) == 77


def test_default_regions_step_aside_as_a_whole(written):
    path = written(HEADER + "region,r1,ภาคหนึ่ง,One,19,,\n")
    members = builtin().merged(read(path)).members("region", TODAY)
    assert members["member_code"].tolist() == ["19"]


def test_cp874_and_missing_optional_columns_are_read(written):
    path = written("level,group_code,name_th,member_code\r\nzone,z,โซน,1904\r\n", "cp874")
    assert read(path).members("zone", TODAY)["name_th"].tolist() == ["โซน"]


@pytest.mark.parametrize(
    ("lines", "key", "told"),
    [
        ("town,a,ก,A,19,,", "places_grouping_level", "town"),
        ("zone,19,ก,A,19,,", "places_grouping_code", "19"),
        ("zone,TH,ก,A,19,,", "places_grouping_code", "TH"),
        ("zone,,ก,A,19,,", "places_grouping_code", "2"),
        ("zone,a b,ก,A,19,,", "places_grouping_code", "a b"),
        ("zone,a,ก,A,99,,", "places_grouping_member", "99"),
        ("zone,a,ก,A,190406,,", "places_grouping_member", "190406"),
        ("zone,a,,A,19,,", "places_grouping_no_name", "a"),
        ("zone,a,ก,A,19,soon,", "places_grouping_date", "soon"),
        ("zone,a,ก,A,19,2567-01-02,2567-01-01", "places_grouping_span", "2567-01-01"),
        ("zone,a,ก,A,19,,\ncluster,a,ก,A,18,,", "places_grouping_two_levels", "a"),
        ("zone,a,ก,A,19,,\nzone,a,ข,A,18,,", "places_grouping_two_names", "3"),
        ("zone,a,ก,A,19,,2567-01-01\nzone,b,ข,B,19,2567-01-01,", "places_grouping_twice", "19"),
        ("", "places_grouping_empty", "groups.csv"),
    ],
)
def test_line_that_breaks_a_rule_is_named_in_both_languages(written, lines, key, told):
    with pytest.raises(FileError) as caught:
        read(written(HEADER + lines + "\n"))
    assert caught.value.key == key
    assert told in caught.value.text("th")
    assert told in caught.value.text("en")


def test_file_that_is_no_list_of_groups_is_refused(written, tmp_path):
    with pytest.raises(FileError, match="member_code"):
        read(written("level,group_code,name_th\n"))
    with pytest.raises(FileError, match="level"):
        read(written(""))
    with pytest.raises(FileError):
        read(written("PK\x03\x04\0\0"))
    with pytest.raises(FileError):
        read(tmp_path / "missing.csv")
