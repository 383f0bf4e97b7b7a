"""What the map is told agrees with the figures beside it."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from areamap.places.levels import Level
from areamap.ui import class_picker, loaders, map_view, theme_views
from areamap.ui.choices import Choices

TODAY = date.today()  # noqa: DTZ011


def chosen(**told: object) -> Choices:
    first = {
        "lang": "th",
        "scope": "19",
        "theme": "council",
        "basis": "tambon",
        "year": None,
        "map_kind": "schematic",
    }
    return Choices(**(first | told))  # type: ignore[arg-type]


@pytest.mark.parametrize("scope", ["30", "upper-central", "TH"])
@pytest.mark.parametrize("theme", ["council", "fund", "housing"])
def test_the_legend_adds_up_to_the_areas_of_the_basis(
    sample_home: Path, scope: str, theme: str
) -> None:
    for basis in ("tambon", "authority"):
        choice = chosen(scope=scope, theme=theme, basis=basis)
        key = loaders.asked(theme, None)
        own = loaders.states_in(key, basis, scope)
        view = map_view.of_states(key, choice, loaders.tambons(scope, TODAY), own)
        counted = sum(int(look.count.replace(",", "")) for look in view.palette if look.count)
        assert counted == len(own)


def test_every_tambon_asked_about_is_drawn_and_no_other(sample_home: Path) -> None:
    key = loaders.asked("council", None)
    inside = loaders.tambons("19", TODAY)
    view = map_view.of_states(key, chosen(), inside, loaders.states_in(key, "tambon", "19"))
    drawn = Counter(bool(value) for value in view.classes)
    assert drawn == {True: 111, False: 7436 - 111}


def test_colours_agree_with_coverage(sample_home: Path) -> None:
    key = loaders.asked("council", None)
    inside = loaders.tambons("16", TODAY)
    own = loaders.states_in(key, "tambon", "16")
    view = map_view.of_states(key, chosen(scope="16"), inside, own)
    row = loaders.coverage(key, "tambon", "16", Level.PROVINCE)
    colours = Counter(view.palette[int(value)].fill for value in view.classes)
    assert colours["#f2703d"] + colours["#7a3b1d"] == row["gap"]
    assert colours["#0f766e"] + colours["#7cc4bb"] + colours["#dcf0ed"] == row["covered"]


def test_money_on_the_map_is_the_money_of_tambons_only(sample_home: Path) -> None:
    key = loaders.asked("budget", 2566)
    money = loaders.budget(key, "19", 2566)
    own = money.loc[money["placed_at"] == "tambon", "amount_baht"]
    choice = chosen(theme="budget", year=2566)
    classing = class_picker.usual("sum")
    view = theme_views.of_money(key, choice, loaders.tambons("19", TODAY), own, classing)
    assert view.values is not None
    assert view.values[view.values == view.values].sum() == pytest.approx(own.sum())
    assert money["amount_baht"].sum() == pytest.approx(6_749_210)


def test_the_schematic_map_says_what_it_is(sample_home: Path) -> None:
    key = loaders.asked("council", None)
    inside = loaders.tambons("19", TODAY)
    own = loaders.states_in(key, "tambon", "19")
    for lang in ("th", "en"):
        view = map_view.of_states(key, chosen(lang=lang), inside, own)
        assert "แผนที่แบบแผนผัง / schematic" in view.notes
        assert not view.scale


def test_a_year_that_has_not_ended_is_seen_as_of_today(sample_home: Path) -> None:
    assert loaders.asked("council", 2566).as_of == date(2023, 9, 30)
    assert loaders.asked("council", 2600).as_of == TODAY
