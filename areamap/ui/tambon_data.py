"""What is known about a tambon, kept by the publications that it was read from."""

from typing import TYPE_CHECKING, Final

import streamlit as st

from areamap import settings
from areamap.direction import profile as profiles
from areamap.direction.profile import Profile
from areamap.ui import home
from areamap.ui.loaders import Asked

if TYPE_CHECKING:
    from datetime import date

    from areamap.snapshot import Snapshot

EVERYTHING: Final = "everything"
"""Theme of what is asked of every register at once."""


def asked(on: "date") -> Asked:
    """Return the key of everything that is known of a day, by what is in force now."""
    found = home.workspace().direction.everything(on).publications
    numbers = tuple(sorted((name, publication.id) for name, publication in found.items()))
    return Asked(str(settings.load().home), numbers, EVERYTHING, on)


@st.cache_resource(max_entries=256, show_spinner=False)
def profile(key: Asked, code: str) -> Profile:
    """Return everything that is known about a tambon; see `direction.profile.profile`."""
    return profiles.profile(_everything(key), code)


@st.cache_resource(max_entries=4, show_spinner=False)
def _everything(key: Asked) -> "Snapshot":
    return home.workspace().direction.everything(key.as_of)
