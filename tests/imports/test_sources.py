import pytest

from areamap.imports import sources


@pytest.mark.parametrize(
    "name",
    [
        "สภา_สระบุรี_มี.ค.66.xlsx",
        "สภา สระบุรี เมษายน 2566 (แก้ไข).xlsx",
        "สภา-สระบุรี-๒๕๖๖-๐๕ (1).xlsx",
        "สภา สระบุรี 31 พ.ค. 2566 ล่าสุด.csv",
        "สภา สระบุรีเดือนเมษายน2566.xlsx",
        "สภา สระบุรีมี.ค.66.xlsx",
        "สภา สระบุรี 31มีค67.xlsx",
        "สภา สระบุรี update 15-3-67.xlsx",
        "สภา สระบุรี ไตรมาสที่ 2.xlsx",
        "งวดที่ 3 สภา สระบุรี แก้ไขแล้ว.xlsx",
    ],
)
def test_name_of_next_month_is_of_the_same_source(name: str) -> None:
    assert sources.guess(name, []) == "สภา สระบุรี"


def test_source_that_is_known_goes_before_a_new_one() -> None:
    assert sources.guess("สระบุรี สภา.xlsx", ["งบ", "สภา สระบุรี"]) == "สภา สระบุรี"
    assert sources.guess("2566.xlsx", ["งบ"]) == ""


@pytest.mark.parametrize("name", ["งบ_สระบุรี_เดือนหน้า.xlsx", "งบ สระบุรี ส่งภาค 2566.xlsx"])
def test_words_beside_those_of_a_known_source_are_no_other_source(name: str) -> None:
    assert sources.guess(name, ["งบ", "งบ สระบุรี"]) == "งบ สระบุรี"


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("งบ สระบุรี ลพบุรี.xlsx", "งบ สระบุรี"),
        ("งบ สระบุรี อ.หนองแค.xlsx", "งบ สระบุรี"),
        ("budget saraburi lopburi.xlsx", "budget saraburi"),
        ("งบ บ้านมั่นคง.xlsx", "งบ"),
    ],
)
def test_another_place_or_a_word_that_says_little_makes_another_source(
    name: str, known: str
) -> None:
    assert sources.guess(name, [known]) != known


def test_two_provinces_that_fill_the_same_form_are_two_sources() -> None:
    form = "แบบฟอร์ม สภา 2566.xlsx"
    mine = sources.guess(form, [], {"สระบุรี"})
    assert mine == "แบบฟอร์ม สภา สระบุรี"
    assert sources.guess("แบบฟอร์ม สภา มี.ค.67.xlsx", [mine], {"สระบุรี"}) == mine
    assert sources.guess(form, [mine], {"ลพบุรี"}) == "แบบฟอร์ม สภา ลพบุรี"


def test_the_place_in_the_name_goes_before_those_of_the_rows() -> None:
    assert sources.guess("สภา สระบุรี.xlsx", [], {"กาญจนบุรี"}) == "สภา สระบุรี"


def test_a_list_of_many_provinces_is_of_none_of_them() -> None:
    assert sources.guess("สภา.xlsx", [], {"สระบุรี", "ลพบุรี", "ตาก"}) == "สภา"
