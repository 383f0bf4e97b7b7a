"""What the map shows of money, work lines and two registers agrees with the figures."""

from collections import Counter
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from pandas import Index, Series

from areamap.draw.area_layer import View
from areamap.draw.classes import Scheme
from areamap.draw.palettes import PALETTES
from areamap.measures.coverage import COVERED
from areamap.ui import class_picker, loaders, subjects, theme_views
from areamap.ui.choices import Choices

TODAY = date.today()  # noqa: DTZ011


def chosen(**told: object) -> Choices:
    first = {
        "lang": "th",
        "scope": "30",
        "theme": "two",
        "basis": "tambon",
        "year": None,
        "map_kind": "schematic",
    }
    return Choices(**(first | told))  # type: ignore[arg-type]


def counted(view: View) -> int:
    return sum(int(look.count.replace(",", "")) for look in view.palette if look.count)


@pytest.mark.parametrize("basis", ["tambon", "authority"])
@pytest.mark.parametrize("pair", ["council-fund", "council-housing", "fund-housing"])
def test_the_square_counts_the_areas_of_the_basis(sample_home: Path, pair: str, basis: str) -> None:
    choice = chosen(pair=pair, basis=basis)
    key = loaders.asked(pair, None)
    one, other = theme_views.pair_states(key, choice)
    view = theme_views.of_pair(key, choice, loaders.tambons("30", TODAY))
    assert view.grid
    last = view.grid["counts"][-1][-1].replace(",", "")
    both = one.isin(set(COVERED) - {"partly"}) & other.isin(set(COVERED) - {"partly"})
    assert int(last) == both.sum()
    assert counted(view) == len(one)
    assert view.classes.max() < len(view.palette)


def test_a_pair_by_tambon_is_drawn_as_it_is_counted(sample_home: Path) -> None:
    view = theme_views.of_pair(
        loaders.asked("council-fund", None), chosen(), loaders.tambons("30", TODAY)
    )
    drawn = Counter(int(place) for place in view.classes if place)
    for place, areas in drawn.items():
        assert view.palette[place].count == f"{areas:,}"


@pytest.mark.parametrize(("palette", "classes"), [("YlGnBu", 7), ("high-contrast", 6)])
def test_each_number_of_work_lines_has_a_class_as_far_as_colours_go(
    sample_home: Path, palette: str, classes: int
) -> None:
    choice = chosen(theme="integration")
    inside = loaders.tambons("30", TODAY)
    lines = Series(range(len(inside)), index=inside, dtype="float64") % 9
    lines = lines.where(lines < 8)
    classing = class_picker.Classing(Scheme.OWN, classes, PALETTES[palette])
    view = theme_views.of_integration(
        loaders.asked("integration", None), choice, inside, lines, classing
    )
    named = [look.label for look in view.palette if look.label]
    assert named[0] == "1"
    assert named[classes - 1] == ("7" if classes == 7 else "6 – 7")
    assert named[classes:] == ["ไม่มีข้อมูล", "ไม่มี (0)"]
    assert counted(view) == len(inside)
    assert bool(view.border) == (palette == "high-contrast")


@pytest.mark.parametrize("money", subjects.MONEY)
def test_every_way_of_showing_money_says_what_it_is(sample_home: Path, money: str) -> None:
    choice = chosen(theme="budget", money=money, year=2566)
    key = loaders.asked("budget", 2566)
    inside = loaders.tambons("30", TODAY)
    view = theme_views.view(key, choice, inside, class_picker.usual(money))
    assert view.notes[0]
    assert counted(view) == len(inside)
    assert bool(view.symbols) == (money == subjects.CIRCLES)


def test_baht_per_head_are_baht_by_people(sample_home: Path) -> None:
    choice = chosen(theme="budget", money="head", year=2566)
    key = loaders.asked("budget", 2566)
    people = loaders.people(key)
    assert people is not None
    code = people.index[people > 0][0]
    baht = Series({code: 1000.0})
    values, nobody = theme_views.money_values(key, choice, Index([code]), baht)
    assert values[code] == pytest.approx(1000 / people[code])
    assert nobody is not None
    assert np.isin(nobody, people.index[people == 0]).all()
