"""How numbers are put into classes and coloured: what the viewer can choose, and what is chosen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
import streamlit as st

from areamap.draw.classes import FEWEST, MILLION, MOST, Classes, Scheme, classify
from areamap.draw.palettes import HIGH_CONTRAST, PALETTES, Family, Palette, offered
from areamap.i18n import Lang, t
from areamap.ui import choices, subjects
from areamap.workspace import INTEGRATION

if TYPE_CHECKING:
    from pandas import Index, Series

    from areamap.ui.choices import Choices

SCHEME: Final = "scheme"
COUNT: Final = "classes"
PALETTE: Final = "palette"
BREAKS: Final = "breaks"
NAMES: Final = (SCHEME, COUNT, PALETTE, BREAKS)
"""What stands in the address where the theme has classes."""

USUAL_COUNT: Final = 5
_SCHEMES: Final = {
    subjects.TOTAL: ("codi_money", "quantile", "equal", "natural", "own"),
    subjects.HEAD: ("quantile", "equal", "natural", "own"),
}
_USUAL_BREAKS: Final = {subjects.TOTAL: "0.5, 1, 5", subjects.HEAD: "100, 500, 1000"}
_LONGEST_TEXT: Final = 120


@dataclass(frozen=True, slots=True, eq=False)
class Classing:
    """
    How numbers are classed and coloured.

    Attributes
    ----------
    scheme
        How they are put into classes.
    count
        How many classes.
    palette
        Their colours.
    breaks
        Where one's own classes begin, in the unit of the numbers.
    refused
        A text of breaks that was not taken, for its owner to see; or nothing.
    beside
        Numbers of another map that are classed together with one's own, so that the same colour
        means the same on both; or None.
    """

    scheme: Scheme
    count: int
    palette: Palette
    breaks: tuple[float, ...] = ()
    refused: str = ""
    beside: "Series | None" = None

    def classes(self, values: "Series", not_applicable: "Index | None" = None) -> Classes:
        """Return the class of each area."""
        every = values
        if self.beside is not None:
            every = pd.concat([values, self.beside.reset_index(drop=True)])
        found = classify(every, self.scheme, self.count, self.breaks, not_applicable=not_applicable)
        return found if self.beside is None else found.of(values.index)


def usual(money: str) -> Classing:
    """Return how a way of showing money is classed where nothing is chosen."""
    scheme = Scheme(_SCHEMES.get(money, _SCHEMES[subjects.TOTAL])[0])
    return Classing(scheme, USUAL_COUNT, offered(FEWEST, Family.SEQUENTIAL)[0])


def offer(chosen: "Choices") -> Classing:
    """
    Return what is chosen, by address, widgets and session; what is usual where there is no class.

    Parameters
    ----------
    chosen
        What the map shows; of two maps, the one whose classes are chosen.
    """
    if not has_classes(chosen):
        choices.leave_out(*NAMES)
        return usual(chosen.money)
    names = tuple(each.name for each in offered(FEWEST, Family.SEQUENTIAL))
    palette = PALETTES[choices.current(PALETTE, names, names[0])]
    if chosen.theme != subjects.BUDGET:
        choices.leave_out(SCHEME, COUNT, BREAKS)
        return Classing(Scheme.OWN, palette.longest, palette)
    schemes = _SCHEMES[chosen.money]
    scheme = Scheme(choices.current(SCHEME, schemes, schemes[0]))
    counts = tuple(map(str, _counts(palette)))
    count, refused = USUAL_COUNT, ""
    breaks: tuple[float, ...] = ()
    if scheme in _COUNTED:
        count = int(choices.current(COUNT, counts, str(USUAL_COUNT)))
        choices.leave_out(BREAKS)
    elif scheme is Scheme.OWN:
        breaks, refused = _own_breaks(chosen.money, palette)
        choices.leave_out(COUNT)
    else:
        choices.leave_out(COUNT, BREAKS)
    return Classing(scheme, count, palette, breaks, refused)


_COUNTED: Final = (Scheme.QUANTILE, Scheme.EQUAL, Scheme.NATURAL)


def show(chosen: "Choices", classing: Classing) -> None:
    """Show the choice of colours and classes, folded up; nothing where there is no class."""
    if not has_classes(chosen):
        return
    lang = chosen.lang
    with st.popover(t("themes.colours", lang), icon=":material/palette:", key="class_picker"):
        if chosen.theme == subjects.BUDGET:
            _show_classes(chosen, classing)
        st.selectbox(
            t("themes.palette", lang),
            [each.name for each in offered(FEWEST, Family.SEQUENTIAL)],
            format_func=lambda name: _palette_label(name, lang),
            key=choices.widget_key(PALETTE),
        )
        st.html(_strip(classing))
        longest = classing.palette.longest
        st.caption(t("themes.palette_why", lang, most=longest))
    if classing.refused:
        unit = t(f"themes.breaks_unit_{chosen.money}", lang)
        most = classing.palette.longest - 1
        st.warning(t("themes.breaks_refused", lang, fewest=FEWEST - 1, most=most, unit=unit))


def _show_classes(chosen: "Choices", classing: Classing) -> None:
    lang = chosen.lang
    st.selectbox(
        t("themes.scheme", lang),
        _SCHEMES[chosen.money],
        format_func=lambda scheme: t(f"measures.scheme_{scheme}", lang),
        key=choices.widget_key(SCHEME),
    )
    if classing.scheme in _COUNTED:
        st.segmented_control(
            t("themes.count", lang),
            tuple(map(str, _counts(classing.palette))),
            key=choices.widget_key(COUNT),
            required=True,
        )
    elif classing.scheme is Scheme.OWN:
        unit = t(f"themes.breaks_unit_{chosen.money}", lang)
        st.text_input(
            t("themes.breaks", lang, unit=unit),
            key=choices.widget_key(BREAKS),
            max_chars=_LONGEST_TEXT,
        )


def has_classes(chosen: "Choices") -> bool:
    """Tell whether numbers are classed and coloured in what is chosen."""
    is_classed = chosen.theme == subjects.BUDGET and chosen.money in _SCHEMES
    return is_classed or chosen.theme == INTEGRATION


def _counts(palette: Palette) -> range:
    return range(FEWEST, min(MOST, palette.longest) + 1)


def _own_breaks(money: str, palette: Palette) -> tuple[tuple[float, ...], str]:
    """Return the breaks that were written, in baht, and a text that could not be taken."""
    wanted = choices.wanted(BREAKS)
    usual_text = _USUAL_BREAKS[money]
    good = [text for text in wanted if read_breaks(text, palette.longest)]
    text = choices.current(BREAKS, [*good, usual_text], usual_text)
    refused = next((each for each in wanted if each not in good), "")
    unit = MILLION if money == subjects.TOTAL else 1
    return tuple(each * unit for each in read_breaks(text, palette.longest)), refused


def read_breaks(text: str, longest: int) -> tuple[float, ...]:
    """
    Return the breaks that a text lists, rising; none where they can't be taken.

    Parameters
    ----------
    text
        Numbers above 0 with commas or spaces between them.
    longest
        The most classes.
    """
    if len(text) > _LONGEST_TEXT:
        return ()
    try:
        found = sorted({float(part) for part in text.replace(",", " ").split()})
    except ValueError:
        return ()
    fits = FEWEST <= len(found) + 1 <= min(MOST, longest)
    return tuple(found) if fits and np.isfinite(found).all() and found[0] > 0 else ()


def _palette_label(name: str, lang: Lang) -> str:
    if name == HIGH_CONTRAST:
        return t("measures.palette_high_contrast", lang)
    return t("themes.palette_named", lang, name=name, most=PALETTES[name].longest)


def _strip(classing: Classing) -> str:
    """Return the colours in a row; their names are ours, no text of others is in it."""
    colours = classing.palette.colours(min(classing.count, classing.palette.longest))
    parts = "".join(f"<span style='background:{colour}'></span>" for colour in colours)
    return f"<div class='areamap-strip' aria-hidden='true'>{parts}</div>"
