"""Names for the browser agree with those of the gazetteer."""

import json

import pytest

from areamap.draw.area_layer import names
from areamap.i18n import Lang
from areamap.places import gazetteer
from areamap.places.levels import Level


def full_name(told: dict, code: str) -> str:
    """The rule of `fullName` in names.js."""
    written = told["written"].get(code[:2], told["written"]["default"])
    levels = [6, 4, 2] if len(code) == 6 else [4, 2]
    return told["separator"].join(
        written[str(digits)].format(told["names"][code[:digits]]) for digits in levels
    )


@pytest.mark.parametrize("lang", ["th", "en"])
def test_full_names_are_written_as_everywhere(lang: Lang) -> None:
    told = json.loads(names(lang))
    for code in [*gazetteer.areas(Level.TAMBON).index[::97], "100201", "190406", "1904"]:
        assert full_name(told, code) == gazetteer.full_name(code, lang)


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_area_of_today_has_a_name(lang: Lang) -> None:
    told = json.loads(names(lang))["names"]
    for level in (Level.TAMBON, Level.DISTRICT, Level.PROVINCE):
        assert set(gazetteer.areas(level).index) <= set(told)
    assert all(isinstance(value, str) and value for value in told.values())


def test_old_codes_have_theirs() -> None:
    assert set(gazetteer.retired().index) <= set(json.loads(names("th"))["names"])
