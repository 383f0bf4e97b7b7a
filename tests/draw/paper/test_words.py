"""Lines that break between Thai words."""

from hypothesis import given
from hypothesis import strategies as st

from areamap.draw.paper.words import lines, pieces

THAI = st.text(
    st.characters(min_codepoint=0x0E01, max_codepoint=0x0E4E, exclude_categories=["Cn"]),
    max_size=30,
)


def test_a_break_stands_between_words() -> None:
    found = pieces("กองทุนสวัสดิการชุมชนมีที่อยู่อาศัย")
    assert "ที่อยู่อาศัย" in found
    assert "สวัสดิการ" in found


def test_names_of_areas_stay_whole() -> None:
    assert "เฉลิมพระเกียรติ" in pieces("อำเภอเฉลิมพระเกียรติมีสภา")


def test_signs_stay_with_their_words() -> None:
    found = pieces("ต่าง ๆ (ร้อยละ 45.5 %) ฯลฯ ปี 2568/69")
    assert not [each for each in found if each[0] in ")%ๆ"]
    assert not [each for each in found if each.endswith("(")]
    assert "2568/69" in found


@given(st.text(max_size=60) | THAI)
def test_no_letter_is_lost(text: str) -> None:
    flat = text.replace("\u00a0", " ")
    assert "".join(pieces(flat)) == flat


@given(THAI, st.integers(3, 12))
def test_no_line_is_too_wide(text: str, width: int) -> None:
    assert all(len(line) <= max(width, 5) for line in lines(text, width, len))


def test_a_mark_never_begins_a_line() -> None:
    found = lines("ก" + "ี่" + "ก" * 30, 3, len)
    assert not [line for line in found if line and "\u0e31" <= line[0] <= "\u0e3a"]
