"""What areas are called in sentences and lists."""

import pytest
from pandas import Series

from areamap.briefs.sentences.areas import called


@pytest.mark.parametrize(
    ("code", "name", "level", "said"),
    [
        ("19", "สระบุรี", "province", "จังหวัดสระบุรี"),
        ("10", "กรุงเทพมหานคร", "province", "กรุงเทพมหานคร"),
        ("TH", "ประเทศไทย", "country", "ประเทศไทย"),
        ("190406", "เจริญธรรม", "tambon", "ต.เจริญธรรม อ.วิหารแดง จ.สระบุรี"),
        ("upper-central", "ภาคกลางตอนบน", "cluster", "กลุ่มจังหวัดภาคกลางตอนบน"),
    ],
)
def test_names_by_hand(code: str, name: str, level: str, said: str) -> None:
    row = Series({"area_code": code, "name_th": name, "name_en": name, "level": level})
    assert called(row, "th") == said
