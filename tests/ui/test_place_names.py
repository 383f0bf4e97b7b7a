"""Names of places with the word for their level."""

import pytest

from areamap.i18n import Lang
from areamap.places.levels import Level
from areamap.ui.place_names import with_level


@pytest.mark.parametrize(
    ("name", "level", "lang", "said"),
    [
        ("สระบุรี", Level.PROVINCE, "th", "จังหวัดสระบุรี"),
        ("ภาคกลางตอนบน", Level.CLUSTER, "th", "กลุ่มจังหวัดภาคกลางตอนบน"),
        ("ภาคกลาง", Level.REGION, "th", "ภาคกลาง"),
        ("สำนักงานภาคกลางและตะวันตก", Level.OFFICE, "th", "สำนักงานภาคกลางและตะวันตก"),
        ("Central and West Office", Level.OFFICE, "en", "Central and West Office"),
        ("Central", Level.REGION, "en", "Region Central"),
        ("ประเทศไทย", Level.COUNTRY, "th", "ประเทศไทย"),
    ],
)
def test_the_word_for_the_level_stands_once(name: str, level: Level, lang: Lang, said: str) -> None:
    assert with_level(name, level, lang) == said
