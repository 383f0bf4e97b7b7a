"""Which draft the page works on, and at which step: both stand in the address."""

from enum import StrEnum
from typing import Final

import streamlit as st

DRAFT: Final = "draft"
STEP: Final = "step"
_DIGITS: Final = 9


class Step(StrEnum):
    """A step of an import, in their order."""

    FILE = "file"
    COLUMNS = "columns"
    ROWS = "rows"
    CHANGES = "changes"
    PUBLISH = "publish"


def number(name: str = DRAFT) -> int | None:
    """Return the number that stands in the address under a name; None where none does."""
    told = st.query_params.get(name, "")
    return int(told) if told.isdecimal() and len(told) <= _DIGITS else None


def step() -> Step:
    """Return the step that the address asks for; the rows where it asks for none there is."""
    told = st.query_params.get(STEP)
    return Step(told) if told in set(Step) else Step.ROWS


def go(draft: int, to: Step) -> None:
    """Go to a step of a draft."""
    st.query_params[DRAFT] = str(draft)
    st.query_params[STEP] = str(to)


def leave() -> None:
    """Go back to where drafts are begun."""
    for name in (DRAFT, STEP):
        if name in st.query_params:
            del st.query_params[name]
