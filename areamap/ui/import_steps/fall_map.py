"""Small maps of an import: where the rows of a file fall, and where a publication changes."""

from datetime import date
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
import streamlit as st
from pandas import DataFrame, Series

from areamap.draw.area_layer import OUTSIDE, Look, View, in_order
from areamap.draw.looks import AROUND
from areamap.errors import PlaceError
from areamap.i18n import Lang, t
from areamap.places import hierarchy
from areamap.places.levels import CODE_DIGITS, Level
from areamap.registers.drafts import OPEN_STATES
from areamap.ui import assets, home

if TYPE_CHECKING:
    from collections.abc import Mapping

HEIGHT: Final = 380

_QUIET: Final = Look("#f3f5f6")
FALLS: Final = {
    "quiet": _QUIET,
    "wider": Look("#cfe7e3"),
    "matched": Look("#0f766e"),
    "waiting": Look("#f2703d"),
    "both": Look("#0f766e", mark="hatch", ink="#f7b08f", weight=2.2),
}
"""What lies in a tambon; a mark tells apart what colour alone may not."""

CHANGES: Final = {
    "quiet": _QUIET,
    "wider": Look("#cfe7e3"),
    "added": Look("#0f766e"),
    "changed": Look("#e0b040", mark="hatch", ink="#7a5a00", weight=1.6),
    "gone": Look("#b8400f", mark="cross", ink="#ffd9c4", weight=1.4),
}


def show_falls(rows: DataFrame, *, name: str, lang: Lang) -> None:
    """
    Show where the rows of a draft fall: those that wait by their first suggestion.

    Parameters
    ----------
    rows
        As `Draft.rows`.
    name
        Names the map on its page.
    lang
        Language of the page.
    """
    matched = _Tambons(rows.loc[rows["status"] == "matched", "area_code"])
    waiting = _Tambons(
        rows.loc[rows["status"].isin(OPEN_STATES), "suggested_codes"].map(
            lambda codes: codes[0] if codes else None
        )
    )
    placed: dict[str, str] = dict.fromkeys(matched.wide | waiting.wide, "wider")
    placed |= dict.fromkeys(matched.own, "matched")
    placed |= dict.fromkeys(waiting.own, "waiting")
    placed |= dict.fromkeys(matched.own & waiting.own, "both")
    _show(placed, FALLS, name=name, lang=lang, title="importing.map_falls")


def show_changes(changes: DataFrame, *, name: str, lang: Lang) -> None:
    """
    Show where rows are added, changed and gone; what is gone stands before what is changed.

    Parameters
    ----------
    changes
        As `Changes.rows`.
    name
        Names the map on its page.
    lang
        Language of the page.
    """
    _show(changed(changes), CHANGES, name=name, lang=lang, title="importing.map_changes")


def changed(changes: DataFrame) -> dict[str, str]:
    """
    Return what changes in each tambon, by the keys of `CHANGES`; tambons as before are left out.

    Parameters
    ----------
    changes
        As `Changes.rows`. A line of a whole district or province changes none of its tambons: they
        are `wider` where nothing of their own changes.
    """
    placed: dict[str, str] = dict.fromkeys(_Tambons(changes["area_code"]).wide, "wider")
    for kind in ("added", "changed", "gone"):
        found = _Tambons(changes.loc[changes["change"] == kind, "area_code"])
        placed |= dict.fromkeys(found.own, kind)
    return placed


class _Tambons:
    """The tambons of codes of any level: those named themselves, and those within larger areas."""

    def __init__(self, codes: Series) -> None:
        known = codes.dropna().astype(str).unique()
        digits = CODE_DIGITS[Level.TAMBON]
        self.own = {code for code in known if len(code) == digits and code.isdecimal()}
        self.wide: set[str] = set()
        for code in set(known) - self.own:
            self.wide |= _within(code)


def _within(code: str) -> frozenset[str]:
    today = date.today()  # noqa: DTZ011 - the day where she is
    try:
        return frozenset(hierarchy.tambons_of(code, home.workspace().groupings.all, today))
    except PlaceError:
        return frozenset()


def _show(
    placed: "Mapping[str, str]", looks: "Mapping[str, Look]", *, name: str, lang: Lang, title: str
) -> None:
    if not placed:
        st.caption(t("importing.map_empty", lang))
        return
    view = _view(placed, looks, lang=lang, title=title)
    # Half a second to load, which a page without a map does not wait for.
    from streamlit_folium import st_folium  # noqa: PLC0415

    from areamap.draw.area_layer.small import small  # noqa: PLC0415 - the same

    with st.container(key=f"small_map_{name}"):
        st_folium(
            small(assets.address, view),
            key=f"fall_{name}",
            height=HEIGHT,
            use_container_width=True,
            returned_objects=[],
        )


def _view(
    placed: "Mapping[str, str]", looks: "Mapping[str, Look]", *, lang: Lang, title: str
) -> View:
    kind = home.map_kinds()[0]
    digest, codes = home.topology(kind)
    provinces = sorted({code[: CODE_DIGITS[Level.PROVINCE]] for code in placed})
    number = {look: place for place, look in enumerate(looks, start=OUTSIDE + 1)}
    inside = codes[codes.str[: CODE_DIGITS[Level.PROVINCE]].isin(provinces)]
    quiet = Series(number["quiet"], index=inside)
    found = Series(placed, dtype="str").map(number)
    whole = pd.concat([quiet[~quiet.index.isin(found.index)], found])
    counts = Series(placed, dtype="str").value_counts()
    palette = [AROUND]
    for key, look in looks.items():
        count = int(counts.get(key, 0))
        shown = key == "quiet" or count
        said = t(f"{title}_{key}", lang)
        palette.append(look.named(said, f"{count:,}" if count else None) if shown else look)
    return View(
        geometry=assets.geometry_address(digest),
        names=assets.address(f"names-{lang}.json"),
        groups=assets.groups_address(home.clusters()[0]),
        classes=in_order(whole, codes, missing=OUTSIDE).astype(np.uint8),
        palette=tuple(palette),
        focus=f"{kind}/{','.join(provinces)}",
        title=t(title, lang),
        notes=(t("ui.schematic_label", lang),) if kind == "schematic" else (),
        lang=lang,
        scale=kind != "schematic",
        unreachable=t("ui.map_unreachable", lang),
    )
