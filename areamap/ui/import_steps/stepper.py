"""The steps of an import above what the page shows of one: where one is, and what is still open."""

from typing import TYPE_CHECKING, Final

import streamlit as st

from areamap.i18n import Lang, t
from areamap.imports.work import waiting as open_rows
from areamap.ui.import_steps import address
from areamap.ui.import_steps.address import Step

if TYPE_CHECKING:
    from areamap.imports import Work

_ORDER: Final = tuple(Step)


def show(work: "Work", now: Step, lang: Lang) -> None:
    """
    Show the steps as buttons; each can be gone to at any time.

    Parameters
    ----------
    work
        The draft as it stands; the step of the rows says how many wait.
    now
        The step that is shown.
    lang
        Language of the page.
    """
    waiting = open_rows(work.draft)
    with st.container(horizontal=True, key="stepper"):
        for place, step in enumerate(Step, start=1):
            name = t(f"importing.step_{step}", lang)
            label = f"{place} {name}"
            if step is Step.ROWS and waiting:
                label += f" ({waiting:,})"
            st.button(
                label,
                key=f"to_{step}",
                type="primary" if step is now else "secondary",
                on_click=address.go,
                args=(work.kept.id, step),
            )


def show_ways(draft: int, now: Step, lang: Lang) -> None:
    """Show the way to the step before and to the one after, below what a step shows."""
    place = _ORDER.index(now)
    with st.container(horizontal=True, horizontal_alignment="distribute", key="ways"):
        if place:
            _way(draft, _ORDER[place - 1], "before", lang)
        if place + 1 < len(_ORDER):
            _way(draft, _ORDER[place + 1], "after", lang)


def _way(draft: int, to: Step, side: str, lang: Lang) -> None:
    st.button(
        t(f"importing.way_{side}", lang, step=t(f"importing.step_{to}", lang)),
        key=f"way_{side}",
        type="primary" if side == "after" else "secondary",
        on_click=address.go,
        args=(draft, to),
    )
