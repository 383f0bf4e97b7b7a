from hypothesis import given, settings
from hypothesis import strategies as st

from areamap.registers.place_keys import place_key

WRITTEN = (
    {"tambon": "รั้วใหญ่", "district": "เมือง", "province": "กาญจนบุรี"},
    {"tambon": " รั้ว ใหญ่", "district": "อ.เมือง", "province": "จังหวัดกาญจนบุรี"},
    {"tambon": "รั้วใหญ่\u200b", "district": "อำเภอเมือง", "province": "จ. กาญจนบุรี"},
)


def test_ways_of_typing_one_place_share_a_key() -> None:
    assert len({place_key(said) for said in WRITTEN}) == 1


def test_other_places_have_other_keys() -> None:
    council, authority = {"tambon": "หนองหมู"}, {"tambon": "อบต.หนองหมู"}
    assert place_key(council) != place_key(authority)
    assert place_key({"tambon": "ก"}) != place_key({"district": "ก"})
    assert place_key({"tambon_code": "190406"}) != place_key({"tambon_code": "190401"})
    assert place_key({}) == place_key({"tambon": None, "province": float("nan")}) == ""


@settings(deadline=None)
@given(st.text(), st.text())
def test_any_text_has_a_key(tambon: str, province: str) -> None:
    key = place_key({"tambon": tambon, "province": province})
    assert key == place_key({"tambon": tambon, "province": province})
