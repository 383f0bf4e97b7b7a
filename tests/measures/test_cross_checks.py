"""What one register says and another leaves out."""

from pandas import DataFrame, Series

from areamap.measures.cross_checks import (
    silent_provinces,
    uncounted_people,
    unknown_authorities,
    without_council,
)
from areamap.places import gazetteer
from areamap.places.levels import Level
from tests.measures.ground import rows_of


def areas(*codes: str, **more: object) -> DataFrame:
    return rows_of(*({"area": code, **more} for code in codes))


def test_a_province_that_one_register_leaves_out_is_not_known_there() -> None:
    found = silent_provinces(
        {
            "council": areas("190401", "300101"),
            "fund": areas("190401"),
            "budget": areas("19", "upper-central", "72"),
            "population": areas("710101"),
        }
    )
    told = {(each.register, each.area_code): each.told["their_registers"] for each in found}
    assert told == {
        ("council", "72"): ("budget",),
        ("fund", "30"): ("council",),
        ("fund", "72"): ("budget",),
        ("budget", "30"): ("council",),
    }


def test_rows_that_wait_do_not_speak_for_a_province() -> None:
    found = silent_provinces(
        {"council": areas("190401"), "fund": areas("190401", status="suggested")}
    )
    assert [(each.register, each.area_code) for each in found] == [("fund", "19")]


def test_where_something_is_recorded_and_no_council_is() -> None:
    councils = Series(
        {"190401": "none", "190402": "registered", "190403": "unknown", "190404": "dissolved"}
    )
    fund = rows_of(
        {"area": "190401"},
        {"area": "190401"},
        {"area": "190402"},
        {"area": "190403"},
        {"area": "190404"},
        {"area": "190401", "authority": "A"},
        {"area": "190401", "status": "suggested"},
    )
    budget = areas("190401", "19", "190402")
    (found,) = without_council({"fund": fund, "budget": budget}, councils)
    assert (found.area_code, found.told["count"]) == ("19", 1)
    assert found.told["their_registers"] == ("fund", "budget")
    assert found.rows == {"fund": (0, 1), "budget": (0,)}


def test_people_of_a_province_are_counted_wholly_or_not_at_all() -> None:
    tambons = gazetteer.areas(Level.TAMBON)
    own = tambons.index[tambons["province_code"] == "19"]
    assert uncounted_people(areas(*own)) == []
    (found,) = uncounted_people(areas(*own[2:]))
    assert (found.area_code, found.told["count"]) == ("19", 2)


def test_an_authority_has_to_be_in_its_register() -> None:
    known = rows_of({"area": "190401", "authority": "A"}, {"area": "190402", "authority": "B"})
    council = rows_of(
        {"area": "190401", "authority": "A"},
        {"area": "190402"},
        {"area": "190403", "authority": "Z"},
        {"area": "190404", "authority": "Z"},
        {"area": "190404", "authority": "Y", "status": "suggested"},
    )
    registers = {"council": council, "authority": known}
    (found,) = unknown_authorities(registers, known)
    assert (found.told, found.rows) == ({"code": "Z", "rows": 2}, {"council": (2, 3)})
    assert unknown_authorities(registers, None) == []
