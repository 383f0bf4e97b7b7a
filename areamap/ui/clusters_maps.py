"""The small maps of the page of clusters: one for each area, all in the same colours."""

from base64 import b64encode
from html import escape
from typing import TYPE_CHECKING, Final

import numpy as np
import streamlit as st
from pandas import Index, Series

from areamap.draw import looks
from areamap.draw.area_layer import Look
from areamap.draw.classes import FEWEST, Kind
from areamap.draw.hexagons import small_map
from areamap.draw.palettes import APART_LOOKS, Family, offered
from areamap.i18n import Lang, t
from areamap.measures.basis import Basis
from areamap.ui import chart, class_picker, clusters_data, loaders, place_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from areamap.ui.clusters_choice import Compared
    from areamap.ui.clusters_words import Shown

MOST: Final = 24
"""How many small maps stand in a page; the first and the last of more."""


def show(shown: "Shown") -> None:
    """Show a small map of each area compared, in their order."""
    compared, found = shown.compared, shown.found
    lang = compared.lang
    level = place_names.level_word(shown.by, lang, compared.chosen.scope)
    st.subheader(t("clusters.maps", lang, level=level), anchor=False)
    if len(found) > MOST:
        st.caption(t("clusters.maps_cut", lang, half=MOST // 2))
    st.html(chart.kept("maps", shown.key, lambda: _pictures(shown)))
    st.caption(t("clusters.note_maps", lang))


def _pictures(shown: "Shown") -> str:
    """Return the legend and the maps; those of the areas with most and with least, if many."""
    compared, found = shown.compared, shown.found
    placed, palette = _classed(compared)
    places = loaders.snapshot(compared.key).membership(shown.by).reindex(placed.index)
    codes = [str(code) for code in found.index]
    if len(codes) > MOST:
        codes = codes[: MOST // 2] + codes[-MOST // 2 :]
    names = shown.names
    cells = clusters_data.cells()
    said = {str(code): shown.wording.value(each) for code, each in found["value"].items()}
    drawn = []
    for code in codes:
        own = placed[(places == code).to_numpy()]
        if own.empty:
            continue
        value = said[code]
        label = f"{names[code]}: {value}"
        svg = small_map(cells, own, palette)
        mark = " areamap-picked" if code == shown.at else ""
        drawn.append(
            f'<figure class="areamap-small{mark}">{_picture(svg, label)}'
            f"<figcaption>{escape(names[code])}<b>{escape(value)}</b></figcaption></figure>"
        )
    keys = _legend(palette, _unit(compared))
    return f'{keys}<div class="areamap-multiples">{"".join(drawn)}</div>'


def _classed(compared: "Compared") -> "tuple[Series, Sequence[Look]]":
    """Return the place in the palette of each tambon of the area looked at, and the palette."""
    chosen, lang = compared.chosen, compared.lang
    inside = loaders.tambons(chosen.scope, compared.key.as_of)
    if compared.is_money:
        return _money(compared, inside, lang)
    whole = loaders.states(compared.key, chosen.basis)["state"]
    ground = loaders.snapshot(compared.key).ground
    drawn = looks.by_tambon(whole, ground, Basis(chosen.basis)).reindex(inside)
    number = {str(state): place for place, state in enumerate(looks.STATES)}
    placed = drawn.map(number).fillna(len(number)).astype("int64")
    palette = [
        look.named(t(f"ui.look_{chosen.theme}_{state}", lang))
        for state, look in looks.STATES.items()
    ]
    apart = APART_LOOKS[Kind.NOT_APPLICABLE].named(t("ui.look_no_authority", lang))
    return _used(placed, [*palette, apart])


def _money(compared: "Compared", inside: Index, lang: Lang) -> "tuple[Series, Sequence[Look]]":
    money = loaders.by_tambon(
        loaders.budget(compared.key, compared.chosen.scope, compared.chosen.year)
    )
    classing = class_picker.usual("sum")
    classes = classing.classes(money.reindex(inside))
    palette = list(offered(FEWEST, Family.SEQUENTIAL)[0].colours(len(classes.labels)))
    looks_ = [Look(c, label) for c, label in zip(palette, classes.labels, strict=True)]
    rest = [Look("#eef1f2", t("ui.money_no_line", lang))] * 3
    placed = classes.places.astype("float64").fillna(len(looks_)).astype("int64")
    return _used(placed, [*looks_, *rest])


def _used(placed: Series, palette: "Sequence[Look]") -> "tuple[Series, Sequence[Look]]":
    """Return the palette without what nothing is drawn in."""
    used = sorted(set(placed.tolist()))
    at = np.zeros(len(palette), dtype="int64")
    at[used] = np.arange(len(used))
    return Series(at[placed.to_numpy()], index=placed.index), [palette[number] for number in used]


def _unit(compared: "Compared") -> str:
    return t("clusters.maps_unit", compared.lang) if compared.is_money else ""


def _legend(palette: "Sequence[Look]", unit: str) -> str:
    keys = [f"<b>{escape(unit)}</b>"] if unit else []
    for look in palette:
        edge = look.ink if look.mark else look.fill
        box = f'<i style="background:{look.fill};border-color:{edge}"></i>'
        keys.append(f"<span>{box}{escape(look.label or '')}</span>")
    return f'<div class="areamap-keys">{"".join(keys)}</div>'


def _picture(svg: str, label: str) -> str:
    # Streamlit takes drawings out of HTML, and leaves pictures.
    body = b64encode(svg.encode()).decode()
    return f'<img alt="{escape(label)}" src="data:image/svg+xml;base64,{body}">'
