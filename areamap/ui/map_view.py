"""From what is asked to what the map shows."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
from pandas import Series

from areamap.calendar import format_date
from areamap.draw import looks
from areamap.draw.area_layer import OUTSIDE, Look, View, in_order
from areamap.draw.classes import Kind
from areamap.draw.palettes import APART_LOOKS
from areamap.i18n import t
from areamap.measures.basis import Basis
from areamap.ui import assets, choices, home, loaders, subjects
from areamap.ui.keeping import Keeping, kept

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from pandas import DataFrame, Index

    from areamap.ui.choices import Choices
    from areamap.ui.loaders import Asked

_FIRST: Final = OUTSIDE + 1
_APART: Final = len(looks.STATES) + _FIRST
_VIEWS: Final = Keeping[View](96)


def of(name: str, question: "Hashable", chosen: "Choices", make: "Callable[[], View]") -> View:
    """
    Return a view that was made before of the same, with what is selected on the map now.

    Parameters
    ----------
    name
        What is shown.
    question
        All that it depends on beside what is chosen and the map itself.
    chosen
        What the viewer has chosen.
    make
        Makes it.
    """
    return with_selected(_VIEWS.get((name, question, chosen, drawn_on(chosen)), make), chosen)


def drawn_on(chosen: "Choices") -> tuple[str, str]:
    """Return what names the areas of the map that is chosen, and the groups around them."""
    return home.topology(chosen.map_kind)[0], home.clusters()[0]


def with_selected(view: View, chosen: "Choices") -> View:
    """Return a view with what is selected on the map now."""
    codes = home.topology(chosen.map_kind)[1]
    return replace(view, selected=tuple(code for code in choices.selected() if code in codes))


def of_states(key: "Asked", chosen: "Choices", inside: "Index", own: "DataFrame") -> View:
    """
    Return the view of what an area has or has not.

    Parameters
    ----------
    key
        What is asked.
    chosen
        What the viewer has chosen.
    inside
        Tambons of the area looked at.
    own
        States of the areas of the basis in the area looked at; the legend counts them.
    """
    basis = Basis(chosen.basis)
    drawn = _drawn(key, chosen.basis)
    number = {str(state): place for place, state in enumerate(looks.STATES, start=_FIRST)}
    placed = drawn.map(number).reindex(inside).fillna(_APART)
    counts = looks.state_counts(own["state"])["areas"]
    present = set(placed.unique())
    palette = [looks.AROUND]
    for state, look in looks.STATES.items():
        if number[state] in present or counts[state]:
            said = t(f"ui.look_{chosen.theme}_{state}", chosen.lang)
            counted = f"{counts[state]:,}" if counts[state] else None
            palette.append(look.named(said, counted))
        else:
            palette.append(look)
    apart = t("ui.look_no_authority", chosen.lang) if _APART in present else None
    beside = APART_LOOKS[Kind.NOT_APPLICABLE]
    palette.append(beside.named(apart) if apart else beside)
    counted = t("ui.legend_counts", chosen.lang, basis=t(f"ui.basis_{basis}", chosen.lang))
    return shown(key, chosen, placed, palette, notes=(counted,))


@kept(8)
def _drawn(key: "Asked", basis: str) -> Series:
    """Return the state that each tambon is drawn in; by authority it takes a fifth of a second."""
    whole = loaders.states(key, basis)["state"]
    return looks.by_tambon(whole, loaders.snapshot(key).ground, Basis(basis))


def as_of_line(key: "Asked", chosen: "Choices") -> str:
    """Return the basis and the day of what is shown, as one line."""
    day = format_date(key.as_of, chosen.lang)
    if chosen.theme == subjects.BUDGET:
        return t("ui.money_as_of", chosen.lang, day=day)
    return t("ui.as_of", chosen.lang, basis=t(f"ui.basis_{chosen.basis}", chosen.lang), day=day)


def shown(
    key: "Asked",
    chosen: "Choices",
    placed: Series,
    palette: "Sequence[Look]",
    *,
    notes: tuple[str, ...] = (),
    title: str = "",
    values: Series | None = None,
    unit: str = "",
) -> View:
    """
    Return the view of areas in classes.

    Parameters
    ----------
    key
        What is asked.
    chosen
        What the viewer has chosen.
    placed
        Place in the palette of each tambon of the area looked at.
    palette
        The looks, first that of the areas around.
    notes
        Lines below the legend.
    title
        Heading of the legend; else that of the theme.
    values
        What the tooltip says instead of the class's name, by tambon.
    unit
        Unit of the values.
    """
    digest, codes = home.topology(chosen.map_kind)
    is_schematic = chosen.map_kind == "schematic"
    lines = [as_of_line(key, chosen)]
    if home.workspace().is_sample(subjects.register(chosen)):
        lines.append(t("ui.sample_short", chosen.lang))
    selected = choices.selected()
    return View(
        geometry=assets.geometry_address(digest),
        names=assets.address(f"names-{chosen.lang}.json"),
        groups=assets.groups_address(home.clusters()[0]),
        classes=in_order(placed, codes, missing=OUTSIDE),
        values=None if values is None else in_order(values, codes, missing=np.nan),
        unit=unit,
        palette=tuple(palette),
        focus=f"{chosen.scope}/{chosen.map_kind}",
        title=title or t(f"ui.legend_{chosen.theme}", chosen.lang),
        notes=(*notes, *([t("ui.schematic_label", chosen.lang)] if is_schematic else [])),
        tooltip=tuple(lines),
        selected=tuple(code for code in selected if code in codes),
        lang=chosen.lang,
        scale=not is_schematic,
        unreachable=t("ui.map_unreachable", chosen.lang),
    )
