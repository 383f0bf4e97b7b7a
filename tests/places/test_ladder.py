from datetime import date

import pytest

from areamap.errors import PlaceError
from areamap.places.groupings import builtin
from areamap.places.hierarchy import find_area, tambons_of
from areamap.places.ladder import above, below

TODAY = date(2026, 1, 1)


def codes(code):
    return [area.code for area in above(code, builtin(), TODAY)]


def test_a_tambon_lies_in_its_district_province_cluster_and_country():
    assert codes("190406") == ["TH", "upper-central", "19", "1904", "190406"]
    assert codes("19") == ["TH", "upper-central", "19"]
    assert codes("upper-central") == ["TH", "upper-central"]
    assert codes("TH") == ["TH"]


def test_a_cluster_of_one_province_is_no_step():
    assert codes("1002") == ["TH", "10", "1002"]
    assert below(find_area("TH", builtin(), TODAY), "100201", builtin(), TODAY) == "10"


def test_a_region_and_an_office_lie_in_the_country():
    assert codes("central") == ["TH", "central"]


def test_no_area_is_no_way():
    with pytest.raises(PlaceError):
        codes("999999")


@pytest.mark.parametrize("start", ["TH", "central", "upper-central"])
def test_going_down_ends_at_the_tambon_and_always_holds_it(start):
    scope, steps = start, []
    while scope != "190406":
        scope = below(find_area(scope, builtin(), TODAY), "190406", builtin(), TODAY)
        assert "190406" in tambons_of(scope, builtin(), TODAY)
        steps.append(scope)
        assert len(steps) < 6
    assert steps[-3:] == ["19", "1904", "190406"]
    assert below(find_area("190406", builtin(), TODAY), "190406", builtin(), TODAY) == "190406"
