"""Classes can be told apart: by all eyes, on weak projectors, and from what has no class."""

from itertools import pairwise

import branca.colormap
import pytest
from pandas import Index, Series

from areamap.draw import palettes
from areamap.draw.classes import APART, FEWEST, MOST, Kind, Scheme, classify
from areamap.draw.palettes import (
    APART_LOOKS,
    BORDER_CONTRAST,
    DISTANCE,
    HIGH_CONTRAST,
    NEIGHBOUR_CONTRAST,
    PALETTES,
    Family,
    legend,
    offered,
)
from tests.draw import colour_vision

EVERY = [
    (palette, count)
    for palette in PALETTES.values()
    for count in range(FEWEST, palette.longest + 1)
]
NAMES = [f"{palette.name}-{count}" for palette, count in EVERY]


@pytest.mark.parametrize(("palette", "count"), EVERY, ids=NAMES)
def test_any_two_classes_can_be_told_apart_by_all_eyes(palette, count):
    colours = palette.colours(count)
    assert len(set(colours)) == count
    assert colour_vision.closest(colours) >= DISTANCE


def test_the_test_can_fail():
    # ColorBrewer itself calls these unsafe
    scheme = branca.colormap.linear.RdYlGn_07.colors
    unsafe = ["#" + "".join(f"{round(part * 255):02x}" for part in each[:3]) for each in scheme]
    assert colour_vision.closest(tuple(unsafe)) < 1


@pytest.mark.parametrize("name", ["YlGnBu", "Blues", "Greens", "PuBu", "BuPu"])
def test_no_length_is_held_back_without_need(name):
    palette = PALETTES[name]
    longer = palettes._colours(name, palette.longest + 1)
    assert colour_vision.closest(longer) < DISTANCE


@pytest.mark.parametrize("count", range(FEWEST, MOST + 1))
def test_there_is_a_choice_for_every_number_of_classes(count):
    for family in Family:
        assert len(offered(count, family)) >= 3
    assert all(each.longest >= count for each in offered(count, Family.SEQUENTIAL))


@pytest.mark.parametrize(("palette", "count"), EVERY, ids=NAMES)
def test_more_is_darker(palette, count):
    if palette.family is Family.SEQUENTIAL:
        light = [palettes.luminance(each) for each in palette.colours(count)]
        assert light == sorted(light, reverse=True)
    else:
        light = [palettes.luminance(each) for each in palette.colours(count)]
        middle = light.index(max(light))
        assert abs(middle - (count - 1) / 2) <= 0.5
        assert light[: middle + 1] == sorted(light[: middle + 1])


@pytest.mark.parametrize("count", range(FEWEST, 7))
def test_the_rule_for_weak_projectors(count):
    palette = PALETTES[HIGH_CONTRAST]
    colours = palette.colours(count)
    steps = [colour_vision.contrast(*pair) for pair in pairwise(colours)]
    assert min(steps) >= NEIGHBOUR_CONTRAST
    # even steps, as large as they can be
    assert max(steps) / min(steps) < 1.1
    assert min(colour_vision.contrast(each, palette.border) for each in colours) >= BORDER_CONTRAST


def test_seven_would_break_it():
    colours = palettes._colours(HIGH_CONTRAST, 7)
    steps = [colour_vision.contrast(*pair) for pair in pairwise(colours)]
    assert min(steps) < NEIGHBOUR_CONTRAST


def test_contrast_is_that_of_the_guidelines():
    for pair in (("#000000", "#ffffff"), ("#d5ccd2", "#3b4994"), ("#777777", "#ffffff")):
        assert palettes.contrast(*pair) == pytest.approx(colour_vision.contrast(*pair))


@pytest.mark.parametrize(("palette", "count"), EVERY, ids=NAMES)
def test_none_is_no_class(palette, count):
    if palette.family is Family.SEQUENTIAL:
        grey = APART_LOOKS[Kind.NONE].fill
        distances = [colour_vision.distance(grey, each) for each in palette.colours(count)]
        assert min(distances) >= DISTANCE


def test_what_is_not_known_is_told_without_colour():
    marks = [APART_LOOKS[kind].mark for kind in APART]
    assert len(set(marks)) == len(APART)
    assert APART_LOOKS[Kind.NO_DATA].mark
    assert APART_LOOKS[Kind.NOT_APPLICABLE].mark


def test_one_and_two_colours():
    blues = PALETTES["Blues"]
    three = blues.colours(3)
    assert blues.colours(0) == ()
    assert blues.colours(1) == (three[1],)
    assert blues.colours(2) == (three[0], three[2])
    assert len(PALETTES["PuOr"].colours(2)) == 2


def test_a_palette_that_is_too_short():
    with pytest.raises(ValueError, match="Blues has at most 5"):
        PALETTES["Blues"].colours(6)


def classes_of(*values, scheme=Scheme.QUANTILE, count=3):
    index = Index([f"{190100 + at}" for at in range(1, len(values) + 1)])
    return classify(Series(values, index=index, dtype="Float64"), scheme, count)


def test_a_legend_has_a_look_for_every_place():
    classes = classes_of(1, 2, 3, 4, 5, 6, 0, None)
    looks = legend(classes, PALETTES["Blues"], "en")
    assert len(looks) == len(classes.labels) + len(APART)
    assert [look.label for look in looks] == ["< 3", "3 – 4", "≥ 5", "Not known", "None (0)", None]
    assert [look.count for look in looks] == ["2", "2", "2", "1", "1", None]
    assert [looks[at].label for at in classes.places][-2:] == ["None (0)", "Not known"]
    assert tuple(look.fill for look in looks[:3]) == PALETTES["Blues"].colours(3)
    assert legend(classes, PALETTES["Blues"], "th")[3].label == "ไม่มีข้อมูล"


def test_a_legend_of_differences_has_the_same_in_its_middle():
    classes = classes_of(-4, -3, -2, -1, 0, 1, 2, 3, 4, scheme=Scheme.AROUND_ZERO, count=5)
    looks = legend(classes, PALETTES["PuOr"], "en")
    five = PALETTES["PuOr"].colours(5)
    assert tuple(look.fill for look in looks[:4]) == (*five[:2], *five[3:])
    assert looks[5].fill == five[2]
    assert looks[5].label == "No difference"
    with pytest.raises(ValueError, match="no middle"):
        legend(classes, PALETTES["Blues"], "en")


@pytest.mark.parametrize("values", [(1,), (1, 2), (None,), (0,), (-1, 1)])
@pytest.mark.parametrize("scheme", [Scheme.QUANTILE, Scheme.AROUND_ZERO, Scheme.CODI_MONEY])
def test_a_legend_of_few_classes(values, scheme):
    classes = classes_of(*values, scheme=scheme, count=4)
    looks = legend(classes, PALETTES["PuOr"], "en")
    assert len(looks) == len(classes.labels) + len(APART)
    assert all(0 <= at < len(looks) for at in classes.places)
