"""
Colours of classes that colour-blind people can tell apart, and the looks of a legend.

ColorBrewer's colours (Brewer, Harrower and the Pennsylvania State University) come with branca, the
viridis family (van der Walt, Smith, Firing; cividis: Nuñez, Anderton and Renslow 2018) with plotly.
Only lengths are offered in which any two classes stay at least `DISTANCE` apart to usual eyes and
to eyes with protanopia, deuteranopia or tritanopia; the tests simulate them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

import numpy as np

from areamap.draw.area_layer import Look
from areamap.draw.classes import APART, FEWEST, Classes, Kind, Scheme
from areamap.i18n import Lang, t

DISTANCE: Final = 5.0
"""
Least CIEDE2000 distance between two classes, to every kind of eyes.

About 1 can be told side by side and 2.3 is called just noticeable (Mahy, Van Eycken and Oosterlinck
1994); a class is compared with a legend far from it, so twice that is asked for.
"""

NEIGHBOUR_CONTRAST: Final = 1.4
BORDER_CONTRAST: Final = 3.0
"""
What the high-contrast colours keep, in WCAG 2.1 contrast ratios.

A weak projector takes colour away before it takes light and dark away, so each class is at least
1.4 : 1 from the next, in even steps, and every class is 3 : 1 from the black border that it is
drawn with (success criterion 1.4.11, non-text contrast). Between both no more than six fit.
"""


class Family(StrEnum):
    """What the colours say."""

    SEQUENTIAL = "sequential"
    """From little to much; more is darker."""
    DIVERGING = "diverging"
    """From less than the middle to more than it."""


@dataclass(frozen=True, slots=True)
class Palette:
    """
    A set of colours.

    Attributes
    ----------
    name
        As its authors call it.
    family
        What it says.
    longest
        The most classes that can be told apart in it.
    border
        Colour that the borders of areas must have; None leaves it to the map.
    """

    name: str
    family: Family
    longest: int
    border: str | None = None

    def colours(self, count: int) -> tuple[str, ...]:
        """
        Return so many colours as #rrggbb, from little to much or from less to more.

        Parameters
        ----------
        count
            From 0 to `longest`; one or two are taken from the ends of three.

        Raises
        ------
        ValueError
            Not so many can be told apart.
        """
        if not 0 <= count <= self.longest:
            raise ValueError(f"{self.name} has at most {self.longest} colours, not {count}")
        if count >= FEWEST:
            return _colours(self.name, count)
        first, middle, last = _colours(self.name, FEWEST)
        return {0: (), 1: (middle if self.family is Family.SEQUENTIAL else last,)}.get(
            count, (first, last)
        )


HIGH_CONTRAST: Final = "high-contrast"

_SEQUENTIAL: Final = {
    "YlGnBu": 7,
    "Blues": 5,
    "PuBu": 7,
    "BuPu": 7,
    "Greens": 7,
    "Oranges": 9,
    "YlOrBr": 9,
    "YlOrRd": 9,
    "viridis": 8,
    "cividis": 9,
    "magma": 9,
    "inferno": 9,
}
_DIVERGING: Final = {"PuOr": 9, "RdBu": 9, "PRGn": 9, "RdYlBu": 9}

PALETTES: Final[dict[str, Palette]] = {
    **{name: Palette(name, Family.SEQUENTIAL, most) for name, most in _SEQUENTIAL.items()},
    **{name: Palette(name, Family.DIVERGING, most) for name, most in _DIVERGING.items()},
    HIGH_CONTRAST: Palette(HIGH_CONTRAST, Family.SEQUENTIAL, 6, border="#000000"),
}
"""Every palette by its name; the first of each family is the usual one."""

APART_LOOKS: Final = {
    Kind.NO_DATA: Look("#f3f5f6", mark="hatch", ink="#b3c0c5", weight=1.2),
    Kind.NONE: Look("#d5ccd2"),
    Kind.NOT_APPLICABLE: Look("#ffffff", mark="cross", ink="#d3dadd", weight=1.2),
}
"""
Looks of what has no class: marks where nothing can be said, and a grey for none.

The grey keeps `DISTANCE` from every colour of every sequential palette.
"""


def offered(count: int, family: Family) -> tuple[Palette, ...]:
    """Return the palettes of a family in which so many classes can be told apart."""
    return tuple(
        each for each in PALETTES.values() if each.family is family and each.longest >= count
    )


def legend(classes: Classes, palette: Palette, lang: Lang) -> tuple[Look, ...]:
    """
    Return the look of each class, then of each kind in the order of `classes.APART`.

    So `Classes.places` tells the place of each area's look. Mirrored classes take the two sides of
    a diverging palette and show what did not change in its middle colour.

    Parameters
    ----------
    classes
        As `classes.classify` gives them.
    palette
        Long enough for them.
    lang
        Language of the kinds.

    Returns
    -------
    tuple of Look
        With label and count of areas; a kind that no area has is without a label.

    Raises
    ------
    ValueError
        The palette is too short, or has no middle for mirrored classes.
    """
    count = len(classes.labels)
    apart = dict(APART_LOOKS)
    if classes.scheme is Scheme.AROUND_ZERO:
        colours, middle = _sides(palette, count)
        apart[Kind.NONE] = Look(middle)
    else:
        colours = palette.colours(count)
    named = zip(colours, classes.labels, classes.counts, strict=True)
    looks = [Look(colour, label, count=f"{areas:,}") for colour, label, areas in named]
    same = "same" if classes.scheme is Scheme.AROUND_ZERO else str(Kind.NONE)
    for kind in APART:
        areas = classes.apart[kind]
        key = same if kind is Kind.NONE else str(kind)
        label = t(f"measures.class_{key}", lang)
        looks.append(apart[kind].named(label, f"{areas:,}") if areas else apart[kind])
    return tuple(looks)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.1)."""
    rgb = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
        for part in rgb
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.1)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + _FLARE) / (low + _FLARE)


_FLARE: Final = 0.05
_STEPS: Final = 511


def _sides(palette: Palette, count: int) -> tuple[tuple[str, ...], str]:
    if palette.family is not Family.DIVERGING:
        raise ValueError(f"{palette.name} has no middle")
    odd = palette.colours(max(count + 1, FEWEST))
    middle = len(odd) // 2
    return (*odd[:middle], *odd[middle + 1 :])[:count], odd[middle]


@cache
def _colours(name: str, count: int) -> tuple[str, ...]:
    if name == HIGH_CONTRAST:
        return _by_luminance(_ramp("inferno", _STEPS), count)
    if name in _RAMPS:
        return _ramp(name, count)
    import branca.colormap  # noqa: PLC0415 - half a second that only a change of colours needs

    scheme = getattr(branca.colormap.linear, f"{name}_{count:02d}")
    return _hexes(scheme.colors)


_RAMPS: Final = {"viridis": "Viridis", "cividis": "Cividis", "magma": "Magma", "inferno": "Inferno"}


def _ramp(name: str, count: int) -> tuple[str, ...]:
    """Return even steps of one of the viridis family, turned so that more is darker."""
    from plotly import colors  # noqa: PLC0415 - only a change of colours needs it

    scale = getattr(colors.sequential, _RAMPS[name])
    places = np.linspace(1, 0, count)
    return _hexes(colors.sample_colorscale(scale, places.tolist(), colortype="tuple"))


def _by_luminance(ramp: Sequence[str], count: int) -> tuple[str, ...]:
    """Return colours of a ramp in even steps of contrast, from its lightest to 3 : 1 on black."""
    light = np.array([luminance(each) for each in ramp]) + _FLARE
    # a step of the ramp above the rule, so that the nearest colour does not fall below it
    wanted = np.geomspace(light.max(), (BORDER_CONTRAST + 0.2) * _FLARE, count)
    return tuple(ramp[int(np.abs(light - each).argmin())] for each in wanted)


def _hexes(colours: Sequence[Sequence[float]]) -> tuple[str, ...]:
    return tuple(
        "#" + "".join(f"{round(part * 255):02x}" for part in colour[:3]) for colour in colours
    )
