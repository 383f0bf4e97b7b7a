"""Where the rows of an import fall, and where a publication changes."""

from pandas import DataFrame

from areamap.ui.import_steps.fall_map import CHANGES, changed


def test_a_line_of_a_province_changes_none_of_its_tambons() -> None:
    found = changed(
        DataFrame(
            {
                "change": ["added", "added", "gone", "changed"],
                "area_code": ["19", "190406", "190404", None],
            }
        )
    )
    assert (found["190406"], found["190404"]) == ("added", "gone")
    others = {code: kind for code, kind in found.items() if code not in {"190406", "190404"}}
    assert set(others.values()) == {"wider"}
    assert {code[:2] for code in others} == {"19"}
    assert set(found.values()) <= set(CHANGES)
