"""What the quality page shows: the area, which findings, and the one that is opened."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

import streamlit as st

from areamap.i18n import Lang, t
from areamap.measures.findings import Severity
from areamap.ui import choices, home, scopes

if TYPE_CHECKING:
    from pandas import DataFrame

    from areamap.ui.scopes import Place

SHOW: Final = "show"
"""Name in the address of which findings are listed."""

FINDING: Final = "finding"
"""Name in the address of the finding that is opened."""

OPEN: Final = "open"
EXPLAINED: Final = "explained"
SHOWN: Final = (OPEN, *map(str, Severity), EXPLAINED)


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """
    What the page shows.

    Attributes
    ----------
    lang
        Language of the page.
    today
        The day where she is.
    scope, places
        Code of the area looked at, and the areas that stand in the list.
    show
        One of `SHOWN`.
    findings
        As `Quality.findings` gives them for the area.
    figures
        As `Quality.reconciliation` gives them for the area.
    freshness
        As `Quality.freshness` gives it for the area.
    """

    lang: Lang
    today: date
    scope: str
    places: "dict[str, Place]"
    show: str
    findings: "DataFrame"
    figures: "DataFrame"
    freshness: "DataFrame"

    @property
    def place(self) -> "Place":
        """The area looked at."""
        return self.places[self.scope]

    @property
    def opened(self) -> str | None:
        """Key of the finding that is opened, where there still is one."""
        key = st.query_params.get(FINDING)
        return key if key in self.findings.index else None

    @property
    def listed(self) -> "DataFrame":
        """The findings that are listed, with the opened one."""
        found = self.findings
        is_explained = found["note"].notna()
        if self.show == EXPLAINED:
            kept = is_explained
        elif self.show == OPEN:
            kept = ~is_explained
        else:
            kept = ~is_explained & (found["severity"] == self.show)
        return found[kept | (found.index == self.opened)]


def offer(lang: Lang, today: date) -> Chosen:
    """Return what the page shows, by address, widgets and session."""
    scope, places = scopes.current(lang, today)
    show_ = choices.current(SHOW, SHOWN, OPEN)
    quality = home.workspace().quality
    with st.spinner(t("quality.checking", lang)):
        return Chosen(
            lang,
            today,
            scope,
            places,
            show_,
            quality.findings(scope, today=today),
            quality.reconciliation(scope, today=today),
            quality.freshness(scope, today=today),
        )


def show(chosen: Chosen) -> None:
    """Show the choice of the area."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="pickers"):
        st.selectbox(
            t("ui.scope", chosen.lang),
            list(chosen.places),
            format_func=lambda code: chosen.places[code].label(chosen.lang),
            key=choices.widget_key(choices.SCOPE),
            width=300,
        )


def open_one(key: str) -> None:
    """Open a finding; only in a callback."""
    st.query_params[FINDING] = key


def close() -> None:
    """Close the finding that is opened; only in a callback."""
    st.query_params.pop(FINDING, None)
