"""A bar that says which step a long file is at, and how far."""

from contextlib import contextmanager
from typing import TYPE_CHECKING

import streamlit as st

from areamap.i18n import Lang, t

if TYPE_CHECKING:
    from collections.abc import Iterator

    from areamap.progress import Progress


@contextmanager
def shown(lang: Lang) -> "Iterator[Progress]":
    """
    Hand a job a way to say how far it is, and show it until the job is done.

    Nothing is shown where the job says nothing: what was read lately is there at once.
    """
    place = st.empty()

    def tell(done: float, doing: str) -> None:
        place.progress(min(max(done, 0.0), 1.0), text=f"{t(doing, lang)} ({done:.0%})")

    try:
        yield tell
    finally:
        place.empty()
